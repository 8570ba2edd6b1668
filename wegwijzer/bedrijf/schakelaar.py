"""The off switch: a file in `var/` that every worker sees. The server stays up and says that the chat is away."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from wegwijzer.huis import projectmap

BESTAND = "uit.json"
KIJK = 1.0
"""The file is looked for at most once in so many seconds."""


@dataclass(frozen=True)
class Uit:
    """Why and since when (seconds since 1970). The reason is for who operates; parents get a fixed text."""

    reden: str
    sinds: float


def bestand() -> Path:
    """Where the switch is: `var/uit.json`, shared by all workers that share `var/`."""
    return projectmap() / "var" / BESTAND


class Schakelaar:
    """Whether the chat is switched off; `klok` gives seconds and does not go back."""

    def __init__(self, pad: Path, klok: Callable[[], float] = time.monotonic) -> None:
        self._pad = pad
        self._klok = klok
        self._gekeken = float("-inf")
        self._is_uit = False

    @property
    def is_uit(self) -> bool:
        """True while the file is there, whatever is in it; also where that cannot be seen, as with a wrong owner."""
        nu = self._klok()
        if nu - self._gekeken >= KIJK:
            self._gekeken = nu
            self._is_uit = self._staat_uit()
        return self._is_uit

    def lees(self) -> Uit | None:
        """What was noted when it was switched off; None while it is on."""
        if not self._staat_uit():
            return None
        try:
            inhoud = json.loads(self._pad.read_text(encoding="utf-8"))
            return Uit(str(inhoud["reden"]), float(inhoud["sinds"]))
        except (OSError, ValueError, KeyError, TypeError):
            return Uit("", 0.0)

    def zet_uit(self, reden: str) -> None:
        """Switch off, in one move. Raises OSError where `var/` cannot be written."""
        self._pad.parent.mkdir(parents=True, exist_ok=True)
        tijdelijk = self._pad.with_name(f"{BESTAND}.{os.getpid()}")
        tijdelijk.write_text(json.dumps({"reden": reden, "sinds": time.time()}, ensure_ascii=False), encoding="utf-8")
        tijdelijk.replace(self._pad)
        self._gekeken = float("-inf")

    def zet_aan(self) -> bool:
        """Switch on; False when it was on already. Raises OSError where that is not allowed."""
        was_uit = self._staat_uit()
        with suppress(FileNotFoundError):
            self._pad.unlink()
        self._gekeken = float("-inf")
        return was_uit

    def _staat_uit(self) -> bool:
        try:
            self._pad.stat()
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError:
            return True
        return True


@lru_cache(maxsize=4)
def _van(pad: Path) -> Schakelaar:
    return Schakelaar(pad)


def schakelaar() -> Schakelaar:
    """The one switch of this process."""
    return _van(bestand())

"""The folder `knowledge/` as an editor works in it: read, checked with one file changed, written whole or not."""

from __future__ import annotations

import contextlib
import fcntl
import os
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from wegwijzer.kennis import laad
from wegwijzer.kennis.geheugen import Geheugen
from wegwijzer.kennis.meldingen import Melding
from wegwijzer.kennis.model import Kennis

Keuring = Callable[[Path, str, str], laad.Gekeurd]
GEDULD = 10.0
"""How long one who saves waits for another (seconds)."""


class Werkmap:
    """One for each process and folder. Its calls read files: keep them off an event loop."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        self._geheugen = Geheugen()
        self._slot = threading.RLock()

    def gelezen(self) -> tuple[laad.Bestanden, list[Melding]]:
        """All files as they stand on disk now, and what is wrong in them. A file that cannot be read is left out."""
        with self._slot:
            return laad.controleer(self.map, self._geheugen.keur)

    def controleer(self, bestand: str, tekst: str) -> list[Melding]:
        """What `wegwijzer check` would say if `bestand` held `tekst`; nothing is written."""
        with self._schaduw(bestand, tekst) as (map_, keuring):
            return laad.controleer(map_, keuring)[1]

    def kennis(self, bestand: str, tekst: str) -> Kennis:
        """The knowledge as it would be if `bestand` held `tekst`. Raises KennisFout when that is not in order."""
        with self._schaduw(bestand, tekst) as (map_, keuring):
            return laad.laad(map_, keuring)

    @contextlib.contextmanager
    def alleen(self) -> Iterator[bool]:
        """True for the one who may write now, also among other processes; False where that took too long."""
        if not self._slot.acquire(timeout=GEDULD):
            yield False
            return
        try:
            deur = os.open(self.map, os.O_RDONLY)
            try:
                fcntl.flock(deur, fcntl.LOCK_EX)
                yield True
            finally:
                os.close(deur)
        finally:
            self._slot.release()

    def schrijf(self, bestand: str, tekst: str) -> None:
        """Replace the file in one move; who reads it gets the old or the new one. Raises OSError."""
        pad = self.map / bestand
        tijdelijk = pad.with_name(f".{pad.name}.{os.getpid()}~")
        try:
            with tijdelijk.open("w", encoding="utf-8", newline="") as open_:
                open_.write(tekst)
                open_.flush()
                os.fsync(open_.fileno())
            tijdelijk.chmod(pad.stat().st_mode & 0o777 if pad.exists() else 0o644)
            tijdelijk.replace(pad)
        finally:
            tijdelijk.unlink(missing_ok=True)

    @contextlib.contextmanager
    def _schaduw(self, bestand: str, tekst: str) -> Iterator[tuple[Path, Keuring]]:
        """A folder that differs from ours in one file: the rest are links, so that only that one is read anew."""
        map_, _, naam = bestand.rpartition("/")
        with self._slot, tempfile.TemporaryDirectory(prefix="wegwijzer-") as tijdelijk:
            schaduw, echt = Path(tijdelijk), self.map.resolve()
            for pad in echt.iterdir():
                if pad.name != (map_ or naam):
                    (schaduw / pad.name).symlink_to(pad)
            if map_:
                (schaduw / map_).mkdir()
                for pad in (echt / map_).iterdir():
                    if pad.name != naam:
                        (schaduw / map_ / pad.name).symlink_to(pad)
            with (schaduw / bestand).open("w", encoding="utf-8", newline="") as open_:
                open_.write(tekst)

            def keuring(waar: Path, welk: str, soort: str) -> laad.Gekeurd:
                return laad.keur(waar, welk, soort) if welk == bestand else self._geheugen.keur(self.map, welk, soort)

            yield schaduw, keuring

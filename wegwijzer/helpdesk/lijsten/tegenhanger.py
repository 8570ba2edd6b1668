"""The same questions to another version: the knowledge of an earlier one, or another model, in a process of its own.

Run as `python -m wegwijzer.helpdesk.lijsten.tegenhanger MODEL`, with `WEGWIJZER_KENNIS` naming the knowledge: reads
and writes lines as `wegwijzer ask --json --batch`, and trains nothing.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wegwijzer import model
from wegwijzer.helpdesk.lijsten.fout import LijstFout
from wegwijzer.huis import houder, kennismap, projectmap, uitgavenmap
from wegwijzer.uitgaven import Uitgaven

LANGST = 1800.0
"""A run is ended after so long (seconds)."""
RUSTIG = 10
"""Added to the nice value of the process: parents go first."""


@dataclass(frozen=True)
class Ander:
    """What to compare with. `kennis` None: the knowledge that serves."""

    naam: str
    sleutel: str
    model: Path
    kennis: Path | None = None


def uitgaven() -> Uitgaven:
    """The numbered versions of this server."""
    return Uitgaven(uitgavenmap())


def keuzes(dient: str = "") -> list[Ander]:
    """The earlier versions of the knowledge, the newest first, and the models besides the one that serves.

    `dient`: the file name of the model that serves; empty for the newest.
    """
    nu, alle = houder().haal().nummer, uitgaven()
    modellen = sorted(model.map_().glob("*.tar.gz"), key=lambda p: -p.stat().st_mtime)
    if not modellen:
        return []
    huidig = next((m for m in modellen if m.name == dient), modellen[0])
    uit = []
    for nummer in reversed(alle.nummers()):
        if nummer != nu and alle.kennis_van(nummer).is_dir():
            dag = time.strftime("%d-%m-%Y %H:%M", time.localtime(alle.map_van(nummer).stat().st_mtime))
            uit.append(Ander(f"kennis, uitgave {nummer} ({dag})", f"kennis-{nummer}", huidig, alle.kennis_van(nummer)))
    return [*uit, *(Ander(f"model {m.name}", f"model-{m.name}", m) for m in modellen if m != huidig)]


class Tegenhanger:
    """One run. Used by one thread; `stop` may come from another."""

    def __init__(self, ander: Ander, opdracht: list[str] | None = None) -> None:
        """`opdracht`: what to run instead, for tests."""
        eigen = [sys.executable, "-m", "wegwijzer.helpdesk.lijsten.tegenhanger", str(ander.model)]
        kennis = ander.kennis or kennis_die_dient()
        self._proces = subprocess.Popen(
            opdracht or eigen,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "WEGWIJZER_KENNIS": str(kennis)},
            cwd=projectmap(),
            text=True,
            encoding="utf-8",
        )

    def antwoorden(self, regels: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        """A result for each line of the batch's form, in order. Raises LijstFout when the process gives up."""
        klok = threading.Timer(LANGST, self.stop)
        klok.daemon = True
        klok.start()
        invoer, uitvoer = self._proces.stdin, self._proces.stdout
        assert invoer is not None and uitvoer is not None
        try:
            for regel in regels:
                try:
                    invoer.write(json.dumps(regel, ensure_ascii=False) + "\n")
                    invoer.flush()
                    gelezen = json.loads(uitvoer.readline())
                except (OSError, ValueError):
                    raise LijstFout("Deze versie past niet meer bij het programma, of is gestopt.") from None
                yield gelezen
        finally:
            klok.cancel()
            self.stop()

    def stop(self) -> None:
        """End the process."""
        if self._proces.poll() is None:
            self._proces.kill()
        self._proces.wait()
        for stroom in (self._proces.stdin, self._proces.stdout):
            if stroom is not None:
                with contextlib.suppress(OSError):
                    stroom.close()


def kennis_die_dient() -> Path:
    """The files of the version that serves: its copy, which nobody edits, or else the folder itself."""
    nummer = houder().haal().nummer
    kopie = uitgaven().kennis_van(nummer)
    return kopie if nummer and kopie.is_dir() else kennismap()


def main(pad: str) -> None:
    """Answer the lines on standard input until there are none."""
    from wegwijzer.cli import schone_uitvoer

    with contextlib.suppress(OSError):
        os.nice(RUSTIG)
    with schone_uitvoer() as uit:
        from wegwijzer.batch import antwoorden
        from wegwijzer.gesprekspartner import Gesprekspartner
        from wegwijzer.logboek import zet_stil

        zet_stil()
        for resultaat in antwoorden(sys.stdin.buffer, Gesprekspartner(Path(pad))):
            print(json.dumps(resultaat, ensure_ascii=False), file=uit, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])

"""Numbered versions on disk: knowledge and recogniser together, taken by every worker at once and never half.

var/uitgaven/00007/knowledge/…     the knowledge files, copied before they are read
                   herkenner.npz   the recogniser that was fitted to them
var/uitgaven/nu                    the number that serves: replaced in one move, when all the rest is there
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

BEWAARD = 10
"""So many versions stay on disk, to go back to and to compare with."""
KENNIS, HERKENNER, WIJZER, SLOT, CONCEPT = "knowledge", "herkenner.npz", "nu", "slot", "concept"


class Uitgaven:
    """The versions under one folder. Several processes may use it at once."""

    def __init__(self, map_: Path) -> None:
        self._map = map_

    def nummer(self) -> int:
        """The number that serves; 0 while there is none (or its folder is gone)."""
        try:
            nummer = int((self._map / WIJZER).read_text(encoding="ascii"))
        except (OSError, ValueError):
            return 0
        return nummer if (self.map_van(nummer) / KENNIS).is_dir() else 0

    def nummers(self) -> list[int]:
        """All numbers that are on disk, the oldest first."""
        if not self._map.is_dir():
            return []
        return sorted(int(p.name) for p in self._map.iterdir() if p.is_dir() and p.name.isdigit())

    def map_van(self, nummer: int) -> Path:
        """The folder of one version."""
        return self._map / f"{nummer:05d}"

    def kennis_van(self, nummer: int) -> Path:
        """The knowledge folder of one version."""
        return self.map_van(nummer) / KENNIS

    def herkenner_van(self, nummer: int) -> bytes | None:
        """The stored recogniser of one version; None where it was made without."""
        pad = self.map_van(nummer) / HERKENNER
        return pad.read_bytes() if pad.is_file() else None

    @contextlib.contextmanager
    def bouwslot(self) -> Iterator[bool]:
        """True for the one process that may make a version now, False for all others. Freed when a process dies."""
        self._map.mkdir(parents=True, exist_ok=True)
        with (self._map / SLOT).open("w") as slot:
            try:
                fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                yield False
                return
            yield True

    @contextlib.contextmanager
    def kopie(self, kennis: Path) -> Iterator[Path]:
        """A draft with its own copy of `kennis`: what is read from it cannot change halfway. Only under `bouwslot`."""
        concept = self._map / CONCEPT
        shutil.rmtree(concept, ignore_errors=True)  # left by a process that died
        try:
            shutil.copytree(kennis, concept / KENNIS)
            yield concept
        finally:
            shutil.rmtree(concept, ignore_errors=True)

    def geef_uit(self, concept: Path, herkenner: bytes | None, zoals: int = 0) -> int:
        """Make the draft the version that serves; returns its number.

        Without a `herkenner` of its own it has that of version `zoals`.
        """
        if herkenner is not None:
            (concept / HERKENNER).write_bytes(herkenner)
        elif (oude := self.map_van(zoals) / HERKENNER).is_file():
            _deel_bestand(oude, concept / HERKENNER)
        nummer = max([0, *self.nummers()]) + 1
        concept.replace(self.map_van(nummer))
        self._wijs(nummer)
        for oud in self.nummers()[:-BEWAARD]:
            if oud != nummer:
                shutil.rmtree(self.map_van(oud), ignore_errors=True)
        return nummer

    def _wijs(self, nummer: int) -> None:
        tijdelijk = self._map / f"{WIJZER}-{os.getpid()}"
        tijdelijk.write_text(str(nummer), encoding="ascii")
        tijdelijk.replace(self._map / WIJZER)


def _deel_bestand(oud: Path, nieuw: Path) -> None:
    """The same file under a second name (it is never changed); a copy on a disk that cannot do that."""
    try:
        nieuw.hardlink_to(oud)
    except OSError:
        shutil.copyfile(oud, nieuw)

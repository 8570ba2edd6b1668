"""Remembers files that did not change on disk, so that a check after one save reads one file."""

from __future__ import annotations

import hashlib
from pathlib import Path

from wegwijzer.kennis import laad

Stempel = tuple[int, int, int, int]
"""Time of change of the contents and of the file (ns), size (bytes) and inode."""


def stempel(pad: Path) -> Stempel | None:
    """What differs after a save; None where the file cannot be found."""
    try:
        stand = pad.stat()
    except OSError:
        return None
    return stand.st_mtime_ns, stand.st_ctime_ns, stand.st_size, stand.st_ino


class Geheugen:
    """As `laad.keur`, but a file whose contents are the same is not read again, in this folder or in a copy of it."""

    def __init__(self) -> None:
        self._gekeurd: dict[str, tuple[bytes, laad.Gekeurd]] = {}

    def keur(self, map_: Path, naam: str, soort: str) -> laad.Gekeurd:
        """The file `naam` under `map_`, checked by itself now or before."""
        nu = _afdruk(map_ / naam)  # before reading: a save meanwhile is seen the next time
        bekend = self._gekeurd.get(naam)
        if nu is not None and bekend is not None and bekend[0] == nu:
            return bekend[1]
        gekeurd = laad.keur(map_, naam, soort)
        if nu is not None:
            self._gekeurd[naam] = nu, gekeurd
        return gekeurd


def _afdruk(pad: Path) -> bytes | None:
    try:
        return hashlib.sha256(pad.read_bytes()).digest()
    except OSError:
        return None

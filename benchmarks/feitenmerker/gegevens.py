"""What the marker of facts learns from: messages of data/feiten as numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from wegwijzer.taal import encoder_graaf
from wegwijzer.taal.encoder import bronbestand
from wegwijzer.taal.encoder_onnx import Loop
from wegwijzer.taal.feitenmerker import STAPPEN
from wegwijzer.taal.gewichten import Getallen, Gewichten
from wegwijzer.taal.woordstukken import gedeeld

HOOGSTENS = 510
"""Word pieces of one message."""
_MERK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True)
class Bericht:
    """A message, the steps `(6,)` that it tells of (0 or 1), and the characters that tell the time at home."""

    tekst: str
    stappen: Getallen
    tijd: tuple[int, int] | None


def lees(map_: Path) -> list[Bericht]:
    """The messages of all files in `map_`. Raises KeyError or ValueError for a step that is none."""
    uit = []
    for pad in sorted(map_.glob("*.yml")):
        for rij in yaml.safe_load(pad.read_text(encoding="utf-8"))["berichten"]:
            merk = _MERK.search(rij["t"])
            stappen = np.zeros(len(STAPPEN), dtype=np.float32)
            stappen[[STAPPEN.index(stap) for stap in rij["s"]]] = 1
            tijd = (merk.start(), merk.start() + len(merk[1])) if merk else None
            uit.append(Bericht(_MERK.sub(r"\1", rij["t"]), stappen, tijd))
    return uit


class Onderste:
    """The lower layers of the encoder, as they run when serving."""

    def __init__(self, lagen: int) -> None:
        gewichten = Gewichten(bronbestand())
        self._knip = gedeeld(bronbestand())
        self._loop = Loop(gewichten, encoder_graaf.maak(gewichten, lagen))

    def __call__(self, bericht: Bericht) -> tuple[Any, Getallen]:
        """`(n, 384)` half precision, and which of the `n` word pieces tell the time `(n,)`."""
        nummers = self._knip.vooraan()
        tijd = [0.0] * len(nummers)
        for start, einde, stukken in self._knip.per_woord(bericht.tekst):
            raak = bericht.tijd is not None and start < bericht.tijd[1] and einde > bericht.tijd[0]
            nummers += stukken
            tijd += [float(raak)] * len(stukken)
        nummers, tijd = [*nummers[:HOOGSTENS], self._knip.eind], [*tijd[:HOOGSTENS], 0.0]
        return self._loop(nummers).astype(np.float16), np.array(tijd, dtype=np.float32)

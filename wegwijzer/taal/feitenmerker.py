"""Which words of a message tell of a step that was taken, and which for how long the child has been out of school.

The lower layers of the sentence encoder with three of their own on top, tuned on data/feiten (decision 0027;
`benchmarks/feitenmerker` makes the file). Each word gets a score (log odds) for each step and for the time.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np

from wegwijzer.taal import encoder_graaf
from wegwijzer.taal.encoder import bronbestand
from wegwijzer.taal.encoder_onnx import Loop
from wegwijzer.taal.gewichten import Getallen, Gewichten
from wegwijzer.taal.motoren import mag_onnx
from wegwijzer.taal.woordstukken import gedeeld

logger = logging.getLogger(__name__)

AFSTELLING = Path(__file__).parent / "feiten_nl.npz"
LAGEN = 9
"""So many layers of the encoder are run: the lower six as they are, three tuned."""
STAPPEN = ("school", "samenwerkingsverband", "onderwijsconsulent", "advieslijn", "klacht", "inspectie")
TIJD = len(STAPPEN)
"""The column of the time; the steps stand before it."""
STUK = 160
"""Word pieces that are read at once; a longer message is read in parts."""
MEESTE_TEKENS = 2000
"""More of a message is not read (characters)."""
STEILTE = 2.0
"""How far the word with the highest score counts above the others."""
NIETS = -9.0
"""The score where there are no words."""


@dataclass(frozen=True)
class Merken:
    """`woorden`: start and end of each word in the message; `scores` `(words, 7)`: log odds, see STAPPEN and TIJD."""

    woorden: tuple[tuple[int, int], ...]
    scores: Getallen

    def stap(self, stap: str) -> tuple[float, int, int]:
        """How sure it is that this step was taken (log odds), and start and end of the word that tells it most."""
        if not self.woorden:
            return NIETS, 0, 0
        kolom = STEILTE * self.scores[:, STAPPEN.index(stap)]
        plek = int(np.argmax(kolom))
        samen = float(np.logaddexp.reduce(kolom)) / STEILTE
        return samen, *self.woorden[plek]

    def tijd(self, start: int, einde: int) -> float:
        """How sure it is that the characters `[start, einde)` tell since when the child is out of school (log odds)."""
        kolom = [
            s for (van, tot), s in zip(self.woorden, self.scores[:, TIJD], strict=True) if van < einde and start < tot
        ]
        return float(max(kolom, default=NIETS))


class Later:
    """The marks of `tekst`, made when they are first asked for: many messages need none."""

    def __init__(self, tekst: str, merker: Feitenmerker) -> None:
        self._tekst, self._merker = tekst, merker

    @cached_property
    def _merken(self) -> Merken:
        return self._merker(self._tekst)

    def stap(self, stap: str) -> tuple[float, int, int]:
        """See Merken."""
        return self._merken.stap(stap)

    def tijd(self, start: int, einde: int) -> float:
        """See Merken."""
        return self._merken.tijd(start, einde)


Merktekens = Merken | Later
"""What the second reader asks."""


def merk(tekst: str) -> Later | None:
    """The marks of `tekst`; None where there is no marker."""
    marker = merker()
    return Later(tekst, marker) if marker is not None else None


class Feitenmerker:
    """Safe for several threads. Raises as EncoderOnnx, OSError or ValueError where its file is gone or damaged."""

    def __init__(self, afstelling: Path = AFSTELLING) -> None:
        bron = bronbestand()
        gewichten = Gewichten(bron, afstelling)
        self._knip = gedeeld(bron)
        kop = gewichten["kop.W"].reshape(gewichten.breedte, -1), gewichten["kop.b"]
        self._loop = Loop(gewichten, encoder_graaf.maak(gewichten, LAGEN, kop))

    def __call__(self, tekst: str) -> Merken:
        """The marks of `tekst`, any string."""
        woorden: list[tuple[int, int]] = []
        rijen: list[Getallen] = []
        vooraan = self._knip.vooraan()
        for deel in self._delen(tekst[:MEESTE_TEKENS]):
            nummers = [*vooraan, *(n for *_, stukken in deel for n in stukken), self._knip.eind]
            scores, plek = self._loop(nummers), len(vooraan)
            for start, einde, stukken in deel:
                woorden.append((start, einde))
                rijen.append(scores[plek : plek + len(stukken)].max(axis=0))
                plek += len(stukken)
        return Merken(tuple(woorden), np.stack(rijen) if rijen else np.zeros((0, TIJD + 1), dtype=np.float32))

    def _delen(self, tekst: str) -> Iterator[list[tuple[int, int, tuple[int, ...]]]]:
        """The words in parts of at most STUK pieces, cut behind a sentence where one ends in the second half."""
        deel: list[tuple[int, int, tuple[int, ...]]] = []
        lengte = 0
        for woord in self._knip.per_woord(tekst):
            stukken = woord[2][:STUK]
            if not stukken:
                continue
            vol = lengte + len(stukken) > STUK
            if vol or (lengte > STUK // 2 and tekst[deel[-1][1] - 1] in ".?!"):
                yield deel
                deel, lengte = [], 0
            deel.append((woord[0], woord[1], stukken))
            lengte += len(stukken)
        if deel:
            yield deel


@lru_cache(maxsize=1)
def merker() -> Feitenmerker | None:
    """The one of this process; None (and the log says why) where it cannot run: the patterns then read alone."""
    try:
        return Feitenmerker() if mag_onnx() else None
    except Exception as fout:  # whatever fails in a C library must not stop the assistant
        logger.warning("Feiten worden alleen met patronen gelezen: %s", fout)
        return None

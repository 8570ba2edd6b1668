"""Runs all patterns at once over the words, one step a word: time grows with the length of the text only.

Each position of each pattern is one bit of a whole number (extended Shift-And for patterns with optional positions,
Navarro and Raffinot, "Flexible Pattern Matching in Strings", 2002, paragraph 4.4). Nothing is ever retried, so no text
can make it slow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wegwijzer.nood.patroon import Patroon


@dataclass(frozen=True)
class Bouw:
    """The shape of all patterns as bits: last positions (`slot`) and the blocks of positions that may be left out.

    `blok`: those positions; `voor_blok`: the one before each block; `eind_blok`: the last of each block.
    """

    slot: int
    blok: int
    voor_blok: int
    eind_blok: int

    @classmethod
    def van(cls, patronen: Sequence[Patroon]) -> Bouw:
        """The shape of `patronen`, whose bits follow each other."""
        blok = sum(1 << (p.van + i) for p in patronen for i, plek in enumerate(p.plekken) if plek.mag_weg)
        slot = sum(1 << (p.tot - 1) for p in patronen)
        return cls(slot, blok, (blok >> 1) & ~blok, blok & ~(blok >> 1))

    def vul(self, staat: int) -> int:
        """`staat` with every position that can be reached by leaving out what may be left out."""
        tot_eind = staat | self.eind_blok
        return staat | (self.blok & (~(tot_eind - self.voor_blok) ^ tot_eind))


def loop(
    maskers: Sequence[int], blijft: Sequence[bool], begin: int, bouw: Bouw, gewoon: int
) -> Iterator[tuple[int, int]]:
    """`(place of the word, last bit)` of each pattern that ends there.

    `maskers`: the positions each word fits. `blijft`: whether a word may stand anywhere inside a pattern (fillers,
    pauses). `begin`: first positions. `gewoon`: the mask of a word that no pattern names.
    """
    staat = 0
    slot = bouw.slot
    for plek, masker in enumerate(maskers):
        if masker is gewoon and not staat:
            continue
        nieuw = ((staat << 1) | begin) & masker
        if nieuw:
            nieuw = bouw.vul(nieuw)
            raak = nieuw & slot
            while raak:
                laagste = raak & -raak
                yield plek, laagste.bit_length() - 1
                raak ^= laagste
        staat = nieuw | staat if blijft[plek] else nieuw


def eerste_woord(maskers: Sequence[int], blijft: Sequence[bool], patroon: Patroon, laatste: int) -> int:
    """The place of the first word of the shortest match of `patroon` that ends at the word `laatste`."""
    lengte = len(patroon.plekken)
    alles = (1 << lengte) - 1
    overslaan = sum(1 << i for i, plek in enumerate(patroon.plekken) if plek.mag_weg)
    staat = 0
    for plek in range(laatste, -1, -1):
        past = (maskers[plek] >> patroon.van) & alles
        nieuw = (1 << (lengte - 1) if plek == laatste else staat >> 1) & past
        oud = 0
        while nieuw != oud:
            oud = nieuw
            nieuw |= (nieuw >> 1) & overslaan
        if nieuw & 1:
            return plek
        staat = nieuw | staat if blijft[plek] and plek != laatste else nieuw
        if not staat:
            break
    return laatste

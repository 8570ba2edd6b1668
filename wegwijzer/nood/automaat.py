"""Runs all patterns at once over the words, one step a word: time grows with the length of the text only.

Each position of each pattern is one bit of a whole number (extended Shift-And, Navarro and Raffinot 2002). Nothing is
ever retried, so no text can make it slow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wegwijzer.nood.patroon import Patroon


def loop(
    maskers: Sequence[int], blijft: Sequence[bool], begin: int, slot: int, overslaan: int, eenmaal: bool
) -> Iterator[tuple[int, int]]:
    """`(place of the word, last bit)` of each pattern that ends there.

    `maskers`: the positions each word fits. `blijft`: whether a word may stand anywhere inside a pattern (fillers,
    pauses). `begin`, `slot`, `overslaan`: first, last and optional positions. `eenmaal`: each pattern only once.
    """
    staat = 0
    for plek, masker in enumerate(maskers):
        nieuw = ((staat << 1) | begin) & masker
        oud = 0
        while nieuw != oud:
            oud = nieuw
            nieuw |= (nieuw << 1) & overslaan
        raak = nieuw & slot
        staat = nieuw | staat if blijft[plek] else nieuw
        if eenmaal:
            slot &= ~raak
        while raak:
            laagste = raak & -raak
            yield plek, laagste.bit_length() - 1
            raak ^= laagste


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

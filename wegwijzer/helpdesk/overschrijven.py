"""Whether a question was written anew or copied from a parent. By its words, not its meaning: that should agree."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum

_WOORD = re.compile(r"[^\W_]+")
KORT = 4
"""So few words ("wat is een tlv") are nobody's own: everybody asks it so."""
RIJ = 8
"""So many words in one row that are the same are copied."""
STUK = 3
"""Words that are compared at a time."""
DEEL = 0.4
"""From this part of the pieces on, it resembles."""


class Lijkt(IntEnum):
    """How much it resembles what a parent wrote."""

    NIET = 0
    WEL = 1
    OVERGENOMEN = 2


def lijkt(nieuw: str, van_ouders: Iterable[str]) -> Lijkt:
    """The worst of all; `nieuw` of four words or fewer resembles nothing."""
    woorden = _woorden(nieuw)
    if len(woorden) <= KORT:
        return Lijkt.NIET
    stukken, rijen = _stukken(woorden, STUK), _stukken(woorden, min(RIJ, len(woorden)))
    ergst = Lijkt.NIET
    for tekst in van_ouders:
        ander = _woorden(tekst)
        if rijen & _stukken(ander, min(RIJ, len(woorden))):
            return Lijkt.OVERGENOMEN
        if len(stukken & _stukken(ander, STUK)) >= DEEL * len(stukken):
            ergst = Lijkt.WEL
    return ergst


def _woorden(tekst: str) -> list[str]:
    return _WOORD.findall(tekst.lower())


def _stukken(woorden: list[str], lengte: int) -> set[tuple[str, ...]]:
    return {tuple(woorden[i : i + lengte]) for i in range(len(woorden) - lengte + 1)}

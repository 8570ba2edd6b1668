"""The word lists of `daden.yml` as patterns, and what in front of a party says that it was somebody else's deed."""

from __future__ import annotations

import re
from functools import cache

from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.situatie.patronen import maak, tabel, vul
from wegwijzer.taal.situatie.zinsdeel import grondvorm

_NAAM = "daden"


@cache
def een_van(sleutel: str) -> re.Pattern[str]:
    """A row, or all rows of a list, to be searched in text with a space at both ends of every word."""
    rij = tabel(_NAAM)[sleutel]
    woorden = rij if isinstance(rij, str) else "|".join(rij)
    return re.compile(rf"(?<![^ ])(?:{vul(woorden, _NAAM)})(?:(?<= )|(?= ))")


def grondtekst(tekst: str) -> str:
    """The words in their base forms, `X` and `Y` as they are, with a space around every word."""
    return " " + " ".join(w if w in "XY" else grondvorm(w) for w in tekst.split()) + " "


def van_een_ander(ervoor: str) -> bool:
    """Whether the last of whom the sentence speaks before the party is a neighbour, a friend or so."""
    ander = max((t.end() for t in een_van("andermans").finditer(ervoor)), default=0)
    return ander > max((t.end() for t in een_van("ik").finditer(ervoor)), default=0)


def raad_van_ander(ervoor: str) -> bool:
    """`de buurman zei dat we …`: advice of an outsider, not something done."""
    return een_van("raad").search(ervoor) is not None


@cache
def _nog_niets() -> re.Pattern[str]:
    return maak(str(tabel("stappen")["nog_niets"]), "stappen")


def nog_niets(lezing: Lezing) -> bool:
    """The parent says that nothing was done yet."""
    return _nog_niets().search(lezing.tekst) is not None

"""Tekst in woorden knippen, met behoud van de plek in de oorspronkelijke tekst."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

MAX_TEKST = 4000
"""Langere berichten worden niet verder gelezen dan dit aantal tekens."""

_WOORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
_TUSSEN = re.compile(r"[ \t\u00a0'’‘`´./&-]{1,3}\Z")
_ZINSEINDE = re.compile(r"[.!?:;\n\r\"“”(]")


@dataclass(frozen=True)
class Token:
    """Een woord in de tekst.

    Attributes:
        start: Eerste teken.
        end: Eerste teken ná het woord.
        tekst: Het woord zoals geschreven.
        plat: Het woord in kleine letters zonder accenten.
        hoofdletter: Of het woord met een hoofdletter begint.
    """

    start: int
    end: int
    tekst: str
    plat: str
    hoofdletter: bool


@lru_cache(maxsize=20_000)
def plat(tekst: str) -> str:
    """Maakt kleine letters zonder accenten ("Súdwest" wordt "sudwest")."""
    ontleed = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(teken for teken in ontleed if not unicodedata.combining(teken))


def splits(tekst: str) -> list[Token]:
    """Knipt een tekst in woorden.

    Args:
        tekst: De tekst; alles na `MAX_TEKST` tekens telt niet mee.

    Returns:
        De woorden, in volgorde.
    """
    uit = []
    for treffer in _WOORD.finditer(tekst, 0, min(len(tekst), MAX_TEKST)):
        woord = treffer.group()
        uit.append(Token(treffer.start(), treffer.end(), woord, plat(woord), woord[0].isupper()))
    return uit


def sleutel(naam: str) -> tuple[str, ...]:
    """Geeft een naam als rij van platte woorden."""
    return tuple(token.plat for token in splits(naam))


def aaneen(tekst: str, links: Token, rechts: Token) -> bool:
    """Zegt of twee woorden één naam kunnen vormen (alleen een spatie, streepje, schuine streep of punt ertussen)."""
    return bool(_TUSSEN.match(tekst[links.end : rechts.start]))


def zinsbegin(tekst: str, tokens: list[Token], index: int) -> bool:
    """Zegt of het woord een zin begint."""
    if index == 0:
        return True
    return bool(_ZINSEINDE.search(tekst[tokens[index - 1].end : tokens[index].start]))

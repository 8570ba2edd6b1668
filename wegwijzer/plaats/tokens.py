"""Cuts text into words and keeps where they stood."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

MAX_TEKST = 4000
"""Longer messages are read no further than this number of characters."""

_WOORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
_TUSSEN = re.compile(r"[ \t\u00a0'’‘`´./&-]{1,3}\Z")
_ZINSEINDE = re.compile(r"[.!?:;\n\r\"“”(]")


@dataclass(frozen=True)
class Token:
    """A word in the text.

    Attributes:
        start: Offset of the first character.
        end: Offset just past the word.
        tekst: The word as written.
        plat: The word in small letters without accents.
        hoofdletter: Whether the word starts with a capital.
    """

    start: int
    end: int
    tekst: str
    plat: str
    hoofdletter: bool


@lru_cache(maxsize=20_000)
def plat(tekst: str) -> str:
    """Makes small letters without accents ("Súdwest" becomes "sudwest")."""
    ontleed = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(teken for teken in ontleed if not unicodedata.combining(teken))


def splits(tekst: str) -> list[Token]:
    """Cuts a text into words.

    Args:
        tekst: The text; nothing after `MAX_TEKST` characters counts.

    Returns:
        The words, in order.
    """
    uit = []
    for treffer in _WOORD.finditer(tekst, 0, min(len(tekst), MAX_TEKST)):
        woord = treffer.group()
        uit.append(Token(treffer.start(), treffer.end(), woord, plat(woord), woord[0].isupper()))
    return uit


def sleutel(naam: str) -> tuple[str, ...]:
    """Gives a name as a row of plain words."""
    return tuple(token.plat for token in splits(naam))


def aaneen(tekst: str, links: Token, rechts: Token) -> bool:
    """Says whether two words can form one name (only a space, hyphen, slash, full stop or the like between)."""
    return bool(_TUSSEN.match(tekst[links.end : rechts.start]))


def zinsbegin(tekst: str, tokens: list[Token], index: int) -> bool:
    """Says whether the word starts a sentence."""
    if index == 0:
        return True
    return bool(_ZINSEINDE.search(tekst[tokens[index - 1].end : tokens[index].start]))

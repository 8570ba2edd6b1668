"""One form of Unicode, and words with what the naming rules need to know about them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from wegwijzer.redactie.blijft import NOOIT_NAAM
from wegwijzer.redactie.model import MERK

_ONZICHTBAAR = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_TOKEN = re.compile(MERK + r"|(?:[^\W\d_]|[\u0300-\u036f])+(?:['’`´-](?:[^\W\d_]|[\u0300-\u036f])+)*|\d+")
_EINDE = re.compile(r"[.!?;:\n\r•(\"“”]|^\W*[-*]\s")
_ONTLEED = {"ø": "o", "ł": "l", "ı": "i", "đ": "d", "ß": "ss", "æ": "ae", "’": "'", "`": "'", "´": "'"}


def eenvormig(tekst: str) -> str:
    """`tekst` in NFC, without invisible characters, with ASCII digits and a plain @. Idempotent."""
    if tekst.isascii():
        return tekst
    tekst = _ONZICHTBAAR.sub("", tekst)
    uit = []
    for teken in tekst:
        if teken > "\x7f" and teken.isdecimal():
            teken = str(unicodedata.decimal(teken))
        uit.append("@" if teken in "＠﹫" else teken)
    return unicodedata.normalize("NFC", "".join(uit))


@lru_cache(maxsize=20_000)
def kaal(woord: str) -> str:
    """`woord` in lower case without accents, for comparing ("Zoë" and "zoe" are one)."""
    if woord.isascii():
        return woord.lower().replace("`", "'")
    ontleed = unicodedata.normalize("NFKD", woord.lower())
    return "".join(_ONTLEED.get(t, t) for t in ontleed if not unicodedata.combining(t))


@dataclass(frozen=True)
class Token:
    """A word, a number or a mark.

    Attributes:
        start: First character.
        end: First character after it.
        tekst: As written.
        kaal: Lower case without accents.
        groot: Starts with a capital that means something (not in a text all in capitals or In Title Case).
        begin: First word of a sentence, where a capital says nothing.
        tussen: The characters between the word before and this one.
        merk: A mark such as `[naam]`.
    """

    start: int
    end: int
    tekst: str
    kaal: str
    groot: bool
    begin: bool
    tussen: str
    merk: bool


def _zinvol(tekst: str, woorden: list[re.Match[str]]) -> bool:
    """Whether capitals in these words tell names from other words: not IN CAPITALS, Not In Title Case."""
    if all(w.group().isupper() for w in woorden if len(w.group()) > 1) and len(woorden) > 3:
        return False
    groot = [w for w in woorden if w.group()[0].isupper()]
    if len(groot) <= 0.5 * len(woorden):
        return True
    if sum(w.group().isupper() and len(w.group()) > 1 for w in woorden) > 0.6 * len(woorden):
        return False
    midden = (w for w in groot if w.start() and not _EINDE.search(tekst[max(0, w.start() - 4) : w.start()]))
    return sum(kaal(w.group()) in NOOIT_NAAM for w in midden) < 2


def splits(tekst: str) -> list[Token]:
    """The words, numbers and marks of `tekst`, in order. Linear in its length."""
    treffers = list(_TOKEN.finditer(tekst))
    zinvol = _zinvol(tekst, [t for t in treffers if t.group()[0].isalpha()])
    uit: list[Token] = []
    vorig = 0
    for treffer in treffers:
        woord = treffer.group()
        tussen = tekst[vorig : treffer.start()]
        begin = not uit or bool(_EINDE.search(tussen[:40]))
        groot = zinvol and woord[0].isupper()
        uit.append(Token(treffer.start(), treffer.end(), woord, kaal(woord), groot, begin, tussen, woord[0] == "["))
        vorig = treffer.end()
    return uit

"""Cuts a message into words, however it was typed: invisible characters, look-alikes, spaced letters, emoji."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

EINDE, KOMMA = "\x00einde", "\x00komma"
"""Tokens for the end of a sentence and for a pause within one."""

ONZICHTBAAR = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\U000e0000-\U000e007f\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ud800-\udfff"
)
_VERBORGEN = re.compile(f"[{ONZICHTBAAR}]")
_TEKENS = "\u0300-\u036f\u0483-\u0487\u064b-\u065f\u0670\u1ab0-\u1aff\u20d0-\u20ff"
_DEEL = re.compile(
    f"(?P<woord>[^\\W_](?:[^\\W_]|['’‘`´@$*{_TEKENS}{ONZICHTBAAR}])*)"
    "|(?P<beeld>[\u2600-\u27bf\U0001f300-\U0001faff])"
    r"|(?P<einde>[!?]+|\.(?![^\W_])(?!\.)|\n[ \t\r]*\n)"
    r"|(?P<komma>[,;:\n…]|\.\.+)"
)
_GELIJKEND = str.maketrans("авеёіїкмнорстухѕјһԁԛԝαβεικνορτυχ", "abeeiikmhopctyxsjhdqwabeikvoptux")
_LATIJN = re.compile("[a-z]")
_LIJKT = re.compile("[\u0370-\u052f]")
_BIJZONDER = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "ß": "ss", "đ": "d", "æ": "ae", "œ": "oe", "ĳ": "ij"})
_WEG = str.maketrans("", "", "'’‘`´")


class Woord(NamedTuple):
    """A word as the rules see it, and the characters `[start, einde)` of the message it came from."""

    vorm: str
    start: int
    einde: int


def vorm(ruw: str) -> str:
    """Lower case, no accents, no apostrophes, no invisible characters, Latin letters for look-alikes."""
    if ruw.isascii():
        return ruw.lower().translate(_WEG)
    ruw = unicodedata.normalize("NFKD", _VERBORGEN.sub("", ruw)).lower()
    ruw = "".join(t for t in ruw if not unicodedata.combining(t)).translate(_BIJZONDER).translate(_WEG)
    if _LATIJN.search(ruw) and _LIJKT.search(ruw):
        ruw = ruw.translate(_GELIJKEND)
    return ruw


def woorden(tekst: str) -> list[Woord]:
    """The words of `tekst` in order, with `EINDE` and `KOMMA` between sentences and pauses, and `EINDE` last."""
    uit: list[Woord] = []
    letters: list[Woord] = []
    for deel in _DEEL.finditer(tekst):
        start, einde, soort = deel.start(), deel.end(), deel.lastgroup
        if soort == "woord":
            woord = Woord(vorm(deel[0]), start, einde)
            if len(woord.vorm) == 1 or (letters and len(woord.vorm) < 2):
                letters.append(woord)
                continue
        elif soort == "beeld":
            woord = Woord(deel[0], start, einde)
        else:
            woord = Woord(EINDE if soort == "einde" else KOMMA, start, einde)
        if letters:
            uit += _samen(letters)
            letters = []
        if soort != "woord" and uit and uit[-1].vorm in (woord.vorm, EINDE):
            continue
        uit.append(woord)
    uit += _samen(letters)
    uit.append(Woord(EINDE, len(tekst), len(tekst)))
    return uit


def _samen(letters: list[Woord]) -> list[Woord]:
    """Four or more loose letters in a row are one word written apart."""
    if len(letters) < 4:
        return letters
    return [Woord("".join(w.vorm for w in letters), letters[0].start, letters[-1].einde)]

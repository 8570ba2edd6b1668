"""Postcodes, of which the four digits stay."""

# ruff: noqa: SIM905 (long word lists read and merge better as text)
from __future__ import annotations

import re

from wegwijzer.redactie.adressen import GEEN_NUMMER

_GEEN_LETTERS = frozenset(
    "in op en is de ik ze we er af al an as bo du eh ge ha he ho ie ja je jo la ma me mi na nu of om pa re ru st"
    " te to tv uw zo zn mn dr jr ga km cm kg eu ex dus bv nt ib".split()
)
_SCHOOLSOORT = frozenset({"po", "vo", "so"})
_POSTCODE = re.compile(
    r"(?<![\w])(?<!\d[.,-])(?P<pc4>[1-9]\d{3})(?P<wit>[\s.\-]{0,2})(?P<letters>[A-Za-z]{2})(?![\w'’]|-\w)(?P<meer>(?:[\s.\-]{0,2}[A-Z]{2}(?![\w'’]|-\w))*)"
    r"(?P<huis>[\s,]{1,3}(?:(?:nr|nummer|huisnummer)[.:]?\s?)?\d{1,4}(?!\d)(?![:.]\d)\s?[a-z]?(?![\w/-]))?"
)
_REGIO = re.compile(r"(?:regio|swv|verband|onderwijs|code)\W*\Z", re.I)
_PC_WOORD = re.compile(r"(?:postcode|postcodes|pc|\[adres\],?)(?:\s+(?:is|van|de|het|school|ons|onze))*[\s:,]*\Z", re.I)


def postcodes(tekst: str) -> tuple[str, bool, bool]:
    """Shorten full postcodes to their four digits ("3011 AB" to "3011"); a house number after it becomes `[adres]`.

    Two letters that are a Dutch word or a kind of school ("3011 in", "3011 VO") stay, unless "postcode" stands before.

    Returns:
        The text, whether a postcode was shortened, and whether a house number was removed.
    """
    gevonden = huis = False
    hoofdletters = sum(t.isupper() for t in tekst) > 0.6 * max(1, sum(t.isalpha() for t in tekst)) and len(tekst) > 25

    def kort(treffer: re.Match[str]) -> str:
        nonlocal gevonden, huis
        letters, laag = treffer["letters"], treffer["letters"].lower()
        vast = not treffer["wit"]
        cue = bool(_PC_WOORD.search(tekst[max(0, treffer.start() - 40) : treffer.start()]))
        jaar = treffer["pc4"][:2] in ("19", "20") and not cue
        twijfel = laag in _GEEN_LETTERS or laag in _SCHOOLSOORT or (jaar and not letters.isupper())
        if not vast and not cue and (laag in _SCHOOLSOORT or ((not letters.isupper() or hoofdletters) and twijfel)):
            return treffer.group()
        if not vast and cue and not letters.isupper() and laag in _GEEN_LETTERS:
            return treffer.group()
        if laag in _SCHOOLSOORT and _REGIO.search(tekst[max(0, treffer.start() - 40) : treffer.start()]):
            return treffer.group()
        gevonden = True
        rest = ""
        if treffer["huis"]:
            if GEEN_NUMMER.match(tekst[treffer.end() : treffer.end() + 12]):
                rest = treffer["huis"]
            else:
                huis, rest = True, " [adres]"
        return treffer["pc4"] + rest

    return _POSTCODE.sub(kort, tekst), gevonden, huis

"""The language that a script shows: Arabic, Ukrainian, or one that is none of ours."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import yaml

ANDERS = "anders"
"""A language that is none of ours."""
WOORDEN = Path(__file__).with_name("vreemd_woorden.yml")
HALF = 0.5
"""A foreign script must have more than this share of the letters; half Dutch is Dutch."""

_WOORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_RUSSISCH = frozenset("ыэёъ")
_OEKRAIENS = frozenset("іїєґ")
_ANDER_CYRILLISCH = frozenset("јљњђћџќѓѕў")
_ARABISCH = frozenset("ةيكىإ")
_GEEN_ARABISCH = frozenset("پچژگکیہےٹڈڑںێۆەڵڕټډړښځڅۍې")
"""Letters of Farsi, Urdu, Kurdish and Pashto that Arabic does not have."""


def uit_schrift(tekst: str) -> str | None:
    """The language that the letters show, or None for Latin script (or where half or more of it is)."""
    letters = [t for t in tekst.lower() if t.isalpha()]
    if not letters:
        return None
    latijns = sum(t < "\u0250" or "\u1e00" <= t < "\u1f00" for t in letters)
    if len(letters) - latijns <= HALF * len(letters):
        return None
    vreemd = {t for t in letters if t >= "\u0250"}
    if sum("\u0400" <= t < "\u0530" for t in letters) > HALF * (len(letters) - latijns):
        return _cyrillisch(tekst.lower(), vreemd)
    if sum("\u0600" <= t < "\u0780" or "\ufb50" <= t <= "\ufefc" for t in letters) > HALF * (len(letters) - latijns):
        eigen = sum(t in _ARABISCH for t in letters)
        return ANDERS if sum(t in _GEEN_ARABISCH for t in letters) > eigen else "ar"
    return ANDERS


def _cyrillisch(tekst: str, letters: set[str]) -> str:
    """Ukrainian unless letters or words say that it is another language."""
    if letters & _ANDER_CYRILLISCH or (letters & _RUSSISCH and not letters & _OEKRAIENS):
        return ANDERS
    if letters & _OEKRAIENS:
        return "uk"
    woorden = set(_WOORD.findall(tekst))
    lijst = {code: set(lijst.split()) for code, lijst in tabellen()["cyrillisch"].items()}
    return ANDERS if len(woorden & lijst["ru"]) > len(woorden & lijst["uk"]) else "uk"


@lru_cache(maxsize=1)
def tabellen() -> dict[str, dict[str, str]]:
    """The word tables as written: language → part → words."""
    return dict(yaml.safe_load(WOORDEN.read_text(encoding="utf-8")))

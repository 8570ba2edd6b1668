"""A parent's own words, made short enough to put on the table. Nothing is added, judged or put differently."""

from __future__ import annotations

import re

MEESTE_PUNTEN = 3
"""Of one answer; more cannot be told in one talk."""
MEESTE_WOORDEN = 18
"""Of one point."""
MINSTE_WOORDEN = 8
"""A long sentence is not cut before this many words."""
_ZIN = re.compile(r"\n|[.!?;](?=\s|$|[.!?;])")
_BEGIN = frozenset({"nou", "nouja", "ja", "eh", "ehm", "uh", "uhm", "tja", "kijk", "dus", "en", "maar", "ok", "oké"})
_KNIP = frozenset({"en", "maar", "want", "omdat", "terwijl", "dus", "waardoor"})


def punten(tekst: str) -> list[str]:
    """At most MEESTE_PUNTEN points; empty where the text has no word."""
    zinnen = (_zonder_aanloop(zin) for zin in _ZIN.split(tekst))
    return [_kort(woorden) for woorden in zinnen if any(any(t.isalnum() for t in w) for w in woorden)][:MEESTE_PUNTEN]


def _zonder_aanloop(zin: str) -> list[str]:
    woorden = zin.split()
    while len(woorden) > 1 and woorden[0].strip(",-–").lower() in _BEGIN:
        woorden = woorden[1:]
    return woorden


def _kort(woorden: list[str]) -> str:
    if len(woorden) > MEESTE_WOORDEN:
        grenzen = [
            n
            for n in range(MINSTE_WOORDEN, MEESTE_WOORDEN + 1)
            if woorden[n - 1].endswith(",") or woorden[n].lower() in _KNIP
        ]
        woorden = [*woorden[: grenzen[-1] if grenzen else MEESTE_WOORDEN]]
        woorden[-1] = woorden[-1].rstrip(",") + "…"
    punt = " ".join(w[:60] for w in woorden).strip(" ,-–")
    return punt[:1].upper() + punt[1:]

"""English words of a message in the Dutch of the patterns: `My son is 8 years old` -> `mijn zoon is 8 jaar oud`."""

from __future__ import annotations

import re
from functools import lru_cache

from wegwijzer.taal.situatie.patronen import tabel

_WOORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@lru_cache(maxsize=1)
def _vormen() -> dict[str, str]:
    return {str(engels): str(vorm) for vorm, woorden in tabel("engels")["woorden"].items() for engels in woorden}


@lru_cache(maxsize=1)
def _herken() -> frozenset[str]:
    return frozenset(tabel("engels")["herken"])


def is_engels(tekst: str) -> bool:
    """Whether enough words of `tekst` are English ones; one borrowed word is not enough."""
    woorden = [w.lower().replace("’", "'") for w in _WOORD.findall(tekst)]
    aantal = sum(w in _herken() for w in woorden)
    return aantal >= tabel("engels")["zinnen"] and aantal >= tabel("engels")["deel"] * len(woorden)


def in_patroonwoord(woord: str) -> str | None:
    """The Dutch form (perhaps several words, or none at all: the empty string); None for a word that is not listed."""
    return _vormen().get(woord.lower().replace("’", "'"))

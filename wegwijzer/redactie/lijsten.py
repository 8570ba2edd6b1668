"""The name and street lists of the installed package `deduce` (LGPL-3), and whether a word is ordinary Dutch."""

# ruff: noqa: SIM905 (long word lists read and merge better as text)
from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import simplemma

from wegwijzer.redactie.blijft import ALLEEN_NAAM, EXTRA_NAMEN, NOOIT_NAAM
from wegwijzer.redactie.model import RedactieFout
from wegwijzer.redactie.schrift import kaal

STRAATEINDEN = tuple("straat str laan weg plein kade singel gracht steeg dreef plantsoen pad dijk hof".split())
"""Endings by which a street is known without a list."""


@dataclass(frozen=True)
class Lijsten:
    """Names in lower case without accents.

    Attributes:
        voornamen: First names.
        achternamen: Surnames, without "van", "de" and the like.
        straten: Streets that their ending does not give away.
    """

    voornamen: frozenset[str]
    achternamen: frozenset[str]
    straten: frozenset[str]


def _map() -> Path:
    """Where the lists are. `deduce` itself is not imported: that would turn on logging to standard output."""
    vondst = find_spec("deduce")
    if vondst is None or not vondst.submodule_search_locations:
        raise RedactieFout("het pakket deduce is niet geïnstalleerd: zonder namenlijsten is er geen redactie")
    return Path(vondst.submodule_search_locations[0]) / "data" / "lookup" / "src"


def _lees(map_: Path, *namen: str) -> set[str]:
    uit: set[str] = set()
    for naam in namen:
        try:
            regels = (map_ / naam / "items.txt").read_text(encoding="utf-8").split("\n")
        except OSError as fout:
            raise RedactieFout(f"de lijst {naam} van het pakket deduce ontbreekt") from fout
        weg = map_ / naam / "exceptions.txt"
        uit |= set(regels) - (set(weg.read_text(encoding="utf-8").split("\n")) if weg.is_file() else set())
    return {kaal.__wrapped__(regel.strip()) for regel in uit if len(regel.strip()) > 1}


@lru_cache(maxsize=1)
def lijsten() -> Lijsten:
    """The lists, read once (about 0.1 s). Raises RedactieFout where they are missing."""
    map_ = _map()
    voornamen = _lees(map_, "names/lst_first_name") | EXTRA_NAMEN | ALLEEN_NAAM
    achternamen = _lees(map_, "names/lst_surname", "names/lst_interfix_surname")
    straten = {s for s in _lees(map_, "locations/lst_street") if not s.endswith(STRAATEINDEN)}
    return Lijsten(frozenset(voornamen - NOOIT_NAAM), frozenset(achternamen - NOOIT_NAAM), frozenset(straten))


@lru_cache(maxsize=20_000)
def gewoon(woord: str) -> bool:
    """Whether `woord` (lower case) is a Dutch word, and not only a name."""
    return woord not in ALLEEN_NAAM and bool(simplemma.is_known(woord, lang="nl"))

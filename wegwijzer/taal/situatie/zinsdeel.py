"""Parts of sentences and the parties in them: `school gebeld, maar het swv nog niet` is two parts with a party each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from simplemma import lemmatize

from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.situatie.patronen import maak, tabel

ERVOOR = 300
"""So many characters of the sentence before a part are kept with it."""


@dataclass(frozen=True)
class Partij:
    """A party that is mentioned: the step it belongs to and its characters in `Lezing.tekst`.

    `mens`: somebody of the school, not the school as a whole; or a complaint, not the committee that hears it.
    """

    stap: str
    start: int
    einde: int
    mens: bool


@dataclass(frozen=True)
class Deel:
    """A part of a sentence: characters `[start, einde)` of `Lezing.tekst`, and the parties in it.

    `voor`: the same sentence before it. `vraag`: the question mark is at its end. `eerder`: the last party that the
    sentence named before it; `vorige`: the last one of the sentence before.
    """

    start: int
    einde: int
    voor: str
    vraag: bool
    partijen: tuple[Partij, ...]
    eerder: Partij | None
    vorige: Partij | None = None


@cache
def _partijen() -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    wie = dict(tabel("stappen")["wie"])
    uit = [
        (
            "school",
            True,
            maak(
                "<mens>|bestuur|schoolbestuur|zorgteam|klassendocent|(?:mensen|iemand|niemand) van (?:de )?school",
                "stappen",
            ),
        )
    ]
    uit.append(("klacht", True, maak(str(tabel("daden")["klacht_woord"]), "stappen")))
    return (*uit, *((stap, False, maak(woorden, "stappen")) for stap, woorden in wie.items()))


def partijen(lezing: Lezing) -> list[Partij]:
    """Every party in the text, in order; of overlapping ones the longest."""
    alle = [
        Partij(stap, t.start(), t.end(), mens)
        for stap, mens, patroon in _partijen()
        for t in patroon.finditer(lezing.tekst)
    ]
    alle.sort(key=lambda p: (p.start, -p.einde, not p.mens))
    uit: list[Partij] = []
    for partij in alle:
        if not uit or partij.start >= uit[-1].einde:
            uit.append(partij)
    return uit


@lru_cache(maxsize=1)
def _knip() -> re.Pattern[str]:
    return re.compile(str(tabel("daden")["knip"]))


@lru_cache(maxsize=1)
def _los() -> frozenset[str]:
    return frozenset(str(tabel("daden")["opsomming"]).split("|"))


def delen(lezing: Lezing) -> Iterator[Deel]:
    """The parts of every sentence that names a party, in order of the text."""
    alle = partijen(lezing)
    begin = vorig_begin = 0
    while begin < len(lezing.tekst) and alle:
        eind = lezing.zin(begin, begin)[1]
        for start, einde in _stukken(lezing.tekst, begin, eind, alle):
            hier = tuple(p for p in alle if start <= p.start < einde)
            eerder = max((p for p in alle if begin <= p.start < start), key=lambda p: p.start, default=None)
            if not _is_opsomming(lezing.tekst, start, einde, alle):
                vraag = lezing.tekst[begin:eind].rstrip().endswith("?") and einde >= eind
                ervoor = lezing.tekst[max(begin, start - ERVOOR) : start]
                vorige = max((p for p in alle if vorig_begin <= p.start < begin), key=lambda p: p.start, default=None)
                yield Deel(start, einde, ervoor, vraag, hier, eerder, vorige)
        vorig_begin, begin = begin, max(eind, begin) + 1


def _stukken(tekst: str, begin: int, eind: int, alle: list[Partij]) -> list[tuple[int, int]]:
    """The sentence `[begin, eind)` cut at commas and conjunctions; an enumeration stays with what it belongs to."""
    knippen = [k.end() for k in _knip().finditer(tekst, begin, eind)]
    grenzen = [begin, *(k for k in knippen if tekst.count("(", begin, k) <= tekst.count(")", begin, k)), eind]
    uit: list[tuple[int, int]] = []
    los: int | None = None
    for start, einde in pairwise(grenzen):
        van = start if los is None else los
        if _is_opsomming(tekst, start, einde, alle):
            if uit and tekst.startswith(("met ", "bij ", "aan ", "naar "), start):
                uit.append((uit.pop()[0], einde))
                continue
            if einde < eind:
                los = van
                continue
            if uit and tekst[begin:van].rstrip().endswith((":", "(", ",")):
                van = uit.pop()[0]
        uit.append((van, einde))
        los = None
    return uit


def _is_opsomming(tekst: str, start: int, einde: int, alle: list[Partij]) -> bool:
    """Whether there is nothing but parties and the words that join them."""
    rest, plek = "", start
    for p in alle:
        if start <= p.start and p.einde <= einde:
            rest, plek = f"{rest} {tekst[plek : p.start]}", p.einde
    return _los().issuperset(f"{rest} {tekst[plek:einde]}".split())


@lru_cache(maxsize=1)
def _werkwoorden() -> frozenset[str]:
    return frozenset(str(tabel("daden")["werkwoorden"]).split("|"))


@lru_cache(maxsize=8192)
def grondvorm(woord: str) -> str:
    """The base form: `gebeld` -> `bellen`, `aangekaart` -> `aankaarten`; a word that is not known stays as it is.

    Verbs that could also be a noun in the plural (`bellen`, `stappen`) stay verbs.
    """
    if not woord.isalpha() or woord in _werkwoorden():
        return woord
    return lemmatize(woord, lang="nl").replace("_", "").lower()

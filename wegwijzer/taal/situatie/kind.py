"""Whose school it is: the child that the message is about, or the pupil who writes."""

from __future__ import annotations

import re
from functools import lru_cache

from wegwijzer.taal.situatie.daadwoorden import van_een_ander
from wegwijzer.taal.situatie.kandidaat import Kandidaat, beste
from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.situatie.patronen import een, maak, tabel

_EIGEN = re.compile(r"(?:^|.* )(?:mijn|onze|ons|zijn|haar|me|de|het)(?: [^ .?!;,]+){0,2} $")
_ALGEMEEN = re.compile(r"(?:^|.* )(?:een|geen|elk|ieder|elke|je|jouw|uw|welk|ander|andere|per)(?: [^ .?!;,]+)? $")
_BESCHREVEN = re.compile(r" (?:,|\()? ?(?:van|met|van bijna|groep|klas) ?\d*|^ \(? ?\d| uit groep")
_GROOTOUDER = re.compile(
    r"(?<![^ ])(?:ik ben|wij zijn|als|hier) (?:[^ ]+ )?(?:oma|opa)(?= (?:en opa |en oma )?van |[ .,]*$)"
)
"""`ik ben de oma van Sem`: then `mijn dochter` is the mother."""
_PROBLEEM = re.compile(r"thuis|school|klas|geschorst|geweigerd|uitgevallen|vastgelopen|loopt vast|overprikkeld|gepest")


@lru_cache(maxsize=1)
def _kinderen() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((soort, maak(woorden, "kind")) for soort, woorden in tabel("kind")["kinderen"].items())


def kind(lezing: Lezing) -> Kandidaat | None:
    """zoon, dochter, kind, kleinkind, pleegkind, or `ik` for the pupil himself; None when nobody is named."""
    genoemd = list(genoemde_kinderen(lezing))
    eigen = [k for k in genoemd if k.gewicht >= 2]
    if not eigen and not een("kind", "ouder").search(lezing.tekst):
        zelf = een("kind", "zelf").search(lezing.tekst)
        if zelf:
            return Kandidaat("ik", zelf.start(), zelf.end(), 3)
    grootouder = _GROOTOUDER.search(lezing.tekst)
    if grootouder and not any(k.waarde in ("kleinkind", "pleegkind") for k in eigen):
        return Kandidaat("kleinkind", grootouder.start(), grootouder.end(), 4)
    return beste(k for k in genoemd if k.gewicht > 0)


def genoemde_kinderen(lezing: Lezing) -> list[Kandidaat]:
    """Every child in the text. Weights: 4 grandchild or foster child, 3 own in trouble, 2 own, 1 described, 0 any."""
    uit = []
    for soort, patroon in _kinderen():
        for treffer in patroon.finditer(lezing.tekst):
            voor, na = lezing.voor(treffer.start(), 4), lezing.na(treffer.end(), 8)
            gewicht = 0 if _van_haar(lezing, treffer.start(), voor) else _gewicht(soort, voor, na)
            uit.append(Kandidaat(soort, treffer.start(), treffer.end(), gewicht))
    return uit


def _van_haar(lezing: Lezing, start: int, voor: str) -> bool:
    """`de buurvrouw heeft hulp gehad voor haar dochter`."""
    zin = lezing.tekst[lezing.zin(start)[0] : start]
    return re.search(r"(?:^| )(?:haar|zijn|hun) (?:[^ ]+ )?$", voor) is not None and van_een_ander(zin)


def _gewicht(soort: str, voor: str, na: str) -> int:
    if _ALGEMEEN.match(voor):
        return 1 if _BESCHREVEN.match(na) and soort != "kind" else 0
    if _EIGEN.match(voor) and not re.search(r"(?:^| )(?:de|het) (?:[^ ]+ )?$", voor):
        if soort in ("kleinkind", "pleegkind"):
            return 4
        return 3 if _PROBLEEM.search(na) else 2
    if soort == "kind" and not _BESCHREVEN.match(na) and voor:
        return 0
    return 4 if soort in ("kleinkind", "pleegkind") else 1

"""How long: `5 weken`, `anderhalve maand`, `een week of zes` as whole weeks, rounded down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from wegwijzer.taal.situatie.kandidaat import Kandidaat
from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.situatie.patronen import maak

WEKEN_PER: dict[str, float] = {
    "dag": 1 / 7,
    "schooldag": 1 / 5,
    "week": 1,
    "maand": 52 / 12,
    "kwartaal": 13,
    "jaar": 52,
}
"""Weeks in a unit. A school week has five days; a year counts as 52 weeks and a month as a twelfth of that."""
LANGST = 12 * 52
"""A longer time is something else, an age as a rule (weeks)."""

_HOEVEEL = (
    r"[1-9](?: (?:- )?en (?:- )?(?:een )?half)|\d+(?:_5)?|een|een half(?! (?:dag|week))|half(?! (?:dag|week))"
    r"|3 kwart|driekwart|een kwart"
)
_EENHEID = (
    r"school ?weken|schoolweek|school ?dagen|schooldag|lesdag|lesdagen|dagen|dag|weken|week"
    r"|maanden|maand|kwartaal|schooljaar|jaar"
)
_DUUR = (
    rf"(?:(?P<min>bijna|nog geen|nog net geen|net geen|haast|tegen de) )?"
    rf"(?:(?:een )?(?P<enk>dag|week|maand|jaar) of (?P<of>\d+)"
    rf"|(?<!sinds )(?<!vanaf )(?<!vorige )(?<!deze )(?<!volgende )(?<!per )"
    rf"(?P<rang>dag|week|maand) (?P<rn>\d+)(?! (?:dagen|dag|keer|weken|maanden|uur|uren|x|tot)(?![^ ]))"
    rf"|(?P<n>{_HOEVEEL})(?: (?:hele|volle|lange|goede|dikke|kleine|krappe))? (?P<e>{_EENHEID})"
    rf"|(?<!havo )(?<!vwo )(?<!mavo )(?<!vmbo )(?<!klas )(?<!groep )"
    rf"(?P<laag>\d+)(?: |-)(?:a|tot|of|-|/)? ?\d+ (?P<e2>{_EENHEID})"
    rf"|@(?P<dl>\d+)-\d+ (?P<e3>{_EENHEID})"
    rf"|(?:ruim|dik|meer dan|(?:de |deze )?(?:hele )?(?:afgelopen|laatste)(?=.maand)) (?P<los>maand|jaar|week))"
)


_EN_NOG = re.compile(r" en (?P<n>\d+|een) (?P<e>weken|week|maanden|maand|dagen|dag)(?![^ ])")
"""`3 maanden en 2 weken`."""


@lru_cache(maxsize=1)
def _patroon() -> re.Pattern[str]:
    return maak(_DUUR, "woorden")


def _getal(tekst: str) -> float:
    if tekst in ("een half", "half"):
        return 0.5
    if tekst in ("3 kwart", "driekwart"):
        return 0.75
    if tekst == "een kwart":
        return 0.25
    if tekst == "een":
        return 1
    heel = re.match(r"\d+", tekst)
    return int(heel.group()) + (0.5 if "_5" in tekst or "half" in tekst else 0) if heel else 0


def _eenheid(woord: str) -> str:
    if woord.replace(" ", "").startswith(("schooldag", "lesdag")):
        return "schooldag"
    if woord.replace(" ", "").startswith("schoolwe"):
        return "week"
    return {"dagen": "dag", "weken": "week", "maanden": "maand", "schooljaar": "jaar"}.get(woord, woord)


def duren(lezing: Lezing) -> Iterator[Kandidaat]:
    """Every length of time in the text, in whole weeks."""
    gehad = 0
    for t in _patroon().finditer(lezing.tekst):
        if t["of"]:
            aantal, eenheid = float(t["of"]), t["enk"]
        elif t["rn"]:
            aantal, eenheid = float(t["rn"]), t["rang"]
        elif t["n"]:
            aantal, eenheid = _getal(t["n"]), t["e"]
        elif t["los"]:
            aantal, eenheid = 1.0, t["los"]
        else:
            aantal, eenheid = float(t["laag"] or t["dl"]), t["e2"] or t["e3"]
        if t.start() < gehad or (t.group().startswith("een ") and lezing.tekst.endswith("de ", 0, t.start())):
            continue  # `de ene dag lacht hij, de volgende …` is no length of time
        erbij = _EN_NOG.match(lezing.tekst, t.end())
        gehad = erbij.end() if erbij else t.end()
        nog = _getal(erbij["n"]) * WEKEN_PER[_eenheid(erbij["e"])] if erbij else 0.0
        weken = int(aantal * WEKEN_PER[_eenheid(eenheid)] + nog + 1e-6)
        if t["min"]:
            weken = max(0, weken - 1)
        if weken <= LANGST:
            yield Kandidaat(weken, t.start(), gehad)

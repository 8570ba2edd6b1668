"""A bare number or length of time that only means something in this talk: "13", "4 weken" after "hij zit thuis"."""

from __future__ import annotations

import re
from dataclasses import replace

from wegwijzer.gesprek.duiding import Duiding
from wegwijzer.gesprek.gebeurtenis import VRAAG as GEBEURTENIS
from wegwijzer.gesprek.model import Bericht, Toestand
from wegwijzer.gesprek.vragen import VOORBEREIDING
from wegwijzer.taal.schoon import kaal
from wegwijzer.taal.situatie import vondsten
from wegwijzer.taal.vondst import Vondst

OUDSTE, JONGSTE, ZEKER_GEEN_GROEP = 20, 4, 9
"""A bare number up to OUDSTE is an age; below ZEKER_GEEN_GROEP it may be a class where the kind of school was asked."""
_GETAL = re.compile(
    r"^(?:(?:nee|ja|oh|sorry|oeps|bijna|net|nu|is|hij is|ze is|zij is) ){0,2}(\d{1,2})(?: hoor| sorry)?$"
)
_DUUR = re.compile(
    r"^(?:(?:nee|ja|al|nu|ongeveer|bijna|ruim|zo n|voor|sinds|iets van) ){0,3}"
    r"(?:\d{1,2}|een|twee|drie|vier|vijf|zes|acht|tien|paar|een paar|halve?) (?:hele |school)?"
    r"(?:dag|dagen|schooldagen|week|weken|maand|maanden|jaar)(?: (?:lang|nu|al|thuis|geschorst|ongeveer|denk ik)){0,2}$"
)
_DAGEN = re.compile(r"\bdag|dagen\b")
THUIS, GESCHORST = "zit_thuis", "geschorst"


def vul_aan(bericht: Bericht, toestand: Toestand) -> Bericht:
    """`bericht` with the age or the weeks at home that a bare answer tells; unchanged where it tells none."""
    woorden = kaal(bericht.tekst)
    if toestand.vraag in (GEBEURTENIS, *VOORBEREIDING) or toestand.gekozen(bericht.tekst) is not None:
        return bericht
    getal = _GETAL.match(woorden)
    laagste = ZEKER_GEEN_GROEP if toestand.vraag == "onderwijssoort" else JONGSTE
    if getal and not bericht.alle("leeftijd") and laagste <= int(getal[1]) <= OUDSTE:
        return _met(bericht, Vondst("leeftijd", int(getal[1]), 0, len(bericht.tekst)))
    if not duurt(bericht.tekst) or bericht.alle("weken_thuis") or GESCHORST in toestand.situatie.situatie:
        return bericht
    thuis = THUIS in toestand.situatie.situatie or (toestand.situatie.stap and not _DAGEN.search(woorden))
    if not thuis or toestand.situatie.weken_thuis is not None:
        return bericht
    gelezen = vondsten(bericht.tekst, vandaag=bericht.nu.date(), verwacht="weken_thuis")
    weken = [v for v in gelezen if v.entity == "weken_thuis"]
    return _met(bericht, weken[0]) if weken else bericht


def duurt(tekst: str) -> bool:
    """Whether a message is a length of time and nothing else."""
    return _DUUR.match(kaal(tekst)) is not None


def duid(bericht: Bericht, toestand: Toestand) -> Duiding | None:
    """How long a suspension lasts, told after it: a fact, and no question."""
    if GESCHORST in toestand.situatie.situatie and duurt(bericht.tekst):
        return Duiding("gegevens", waarom="hoe lang de schorsing duurt")
    return None


def _met(bericht: Bericht, vondst: Vondst) -> Bericht:
    return replace(bericht, vondsten=[*bericht.vondsten, vondst])

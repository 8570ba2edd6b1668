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
    r"^(?:(?:nee|ja|al|nu|ongeveer|bijna|ruim|zo n|voor|sinds|iets van|het is|dat is|denk ik) ){0,3}"
    r"(?:(?:\d{1,2}|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|anderhalve?|paar|een paar|een half"
    r"|halve?) (?:hele |school)?(?:dag|dagen|schooldagen|week|weken|maand|maanden|jaar)"
    r"|(?:een )?(?:dag|week|maand|jaar) of [a-z0-9]+)"
    r"(?: (?:lang|nu|al|thuis|geschorst|ongeveer|denk ik|of zo)){0,2}$"
)
_STUK = re.compile(r"[,.;]| en (?=hij|ze|zij)")
_ER_ZIJN = re.compile(
    r"^(?:(?:o|oh|ah|nee|sorry|wacht|oeps|klopt niet) ){1,3}(?:(?:het|dat) zijn er|er zijn)"
    r"(?: al| nu| pas){0,2} (\d{1,2})$"
)
"""`nee het zijn er 7`, after the weeks were told: no age is said like that."""
_TOCH = re.compile(
    r"^(?:(?:o|oh|ah|nee|sorry|wacht|oeps|foutje|eigenlijk|ik bedoel|ik bedoelde|bedoel ik|bedoelde ik|sinds|vanaf"
    r"|pas|het|was|is|moet zijn) ){1,6}"
    r"(?=(?:begin |half |eind |de |het |\d{1,2} )?[a-z]+(?: 20\d\d)?(?: bedoel ik| bedoelde ik| hoor)?$)"
)
_KLAS = r"(?:groep|klas|leerjaar)"
_ANDERE_KLAS = re.compile(
    r"^(?:(?:nee|sorry|o|oh|oeps|wacht|foutje|ik bedoel|ik bedoelde) ){0,3}"
    rf"(?:(?:niet|geen) {_KLAS} \w+ (?:maar )?(?:wel )?(?:{_KLAS} )?\w+|{_KLAS} \w+ (?:en )?(?:niet|geen"
    rf"|ipv) (?:{_KLAS} )?\w+)"
    r"(?: hoor| sorry| bedoel ik)?$"
)
"""`nee, niet groep 2, groep 3`: the kind of school stays as it was."""
_BEDOEL = re.compile(r" (?:bedoel ik|bedoelde ik|hoor|was het|is het)$")
"""`sorry, begin november bedoel ik`: another day since when."""
_DAGEN = re.compile(r"\bdag|dagen\b")
JAAR = 52
SOORT = "onderwijssoort"
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
    if bericht.alle("weken_thuis") or GESCHORST in toestand.situatie.situatie:
        return bericht
    if toestand.situatie.weken_thuis is not None:
        return _verbeterd(woorden, bericht, toestand.situatie.weken_thuis)
    stuk = next((s for s in _STUK.split(bericht.tekst) if duurt(s)), None)
    if stuk is None or "?" in bericht.tekst:
        return bericht
    woorden = kaal(stuk)
    thuis = THUIS in toestand.situatie.situatie or (toestand.situatie.stap and not _DAGEN.search(woorden))
    return _met_weken(bericht, stuk) if thuis else bericht


def _verbeterd(woorden: str, bericht: Bericht, weken: int) -> Bericht:
    """`bericht` with other weeks than were told before, where it takes those back."""
    aantal = _ER_ZIJN.match(woorden)
    if aantal and weken < JAAR:
        return _met(bericht, Vondst("weken_thuis", int(aantal[1]), 0, len(bericht.tekst)))
    toch = _TOCH.match(woorden)
    return _met_weken(bericht, f"sinds {_BEDOEL.sub('', woorden[toch.end() :])}") if toch else bericht


def _met_weken(bericht: Bericht, tekst: str) -> Bericht:
    gelezen = vondsten(tekst, vandaag=bericht.nu.date(), verwacht="weken_thuis")
    weken = [v for v in gelezen if v.entity == "weken_thuis"]
    return _met(bericht, replace(weken[0], start=0, einde=len(bericht.tekst))) if weken else bericht


def duurt(tekst: str) -> bool:
    """Whether a message is a length of time and nothing else."""
    return _DUUR.match(kaal(tekst)) is not None


def duid(bericht: Bericht, toestand: Toestand) -> Duiding | None:
    """How long a suspension lasts, told after it; another class of the same school: a fact, and no question."""
    if GESCHORST in toestand.situatie.situatie and duurt(bericht.tekst):
        return Duiding("gegevens", waarom="hoe lang de schorsing duurt")
    if _ANDERE_KLAS.match(kaal(bericht.tekst)) and bericht.alle(SOORT):
        return Duiding("gegevens", SOORT, waarom="verbetert de klas")
    return None


def _met(bericht: Bericht, vondst: Vondst) -> Bericht:
    return replace(bericht, vondsten=[*bericht.vondsten, vondst])

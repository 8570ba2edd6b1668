"""What the recogniser takes a message for where its own words rule that out: a move, a mood, a wish to be told."""

from __future__ import annotations

import re

from wegwijzer.gesprek import vervolgvraag
from wegwijzer.gesprek.duiding import ALLEEN_ZEKER, TWIJFEL, UITLEG, Duiding
from wegwijzer.gesprek.gevoel import DANK
from wegwijzer.gesprek.model import Bericht, Toestand
from wegwijzer.gesprek.reactie import SOORT as REACTIE
from wegwijzer.gesprek.vraagzin import VRAAGT
from wegwijzer.gesprek.zaak import VAN_SITUATIE, gebeurd
from wegwijzer.huis import Huis
from wegwijzer.taal.schoon import kaal
from wegwijzer.taal.situatie.teruggenomen import PARTIJEN

STOP = "stop"
GESPREK = "hoe_praat_ik_met_school"
LANG_THUIS = "langdurig_jaren_thuis"
TAAL, THUIS, GEMIST = "eenvoudiger_of_andere_taal", "kind_zit_thuis_wat_nu", "termijn_gemist"
LANG = 8
"""A message of more words that asks for easier words tells of something as well."""
ZEKER_DAARVAN = 0.75
"""From this confidence on a message is about such a step, whatever it seems to tell, unless the parent did it."""
STOPT_KORT = 4
"""Who wants to end the talk says so in at most so many words."""
_DEZE_CHAT = re.compile(r"\b(?:chat|gesprek|ermee|hiermee|jij|jou|je|u|antwoord|dit|doei|dag)\b")
_IEMAND = re.compile(
    rf"^(?:(?:maar|ja|nou|en|want) ){{0,2}}(?:(?:mijn|onze|de|die|het|zijn|haar) )?{PARTIJEN['school']}"
    r" (?:begrijpt|snapt|luistert|helpt|hoort|ziet|neemt|is|doet|reageert)\b"
)
_WIJ_DEDEN = re.compile(
    r"\b(?:heb|hebben|had|hadden|ben|zijn|was|waren) (?:ik|we|wij)\b"
    r"|\b(?:ik|we|wij) (?:heb|hebben|had|hadden|ben|zijn)\b"
)
_TALEN = re.compile(
    r"\b(?:taal|vertaal\w*|vertal\w*|nederlands|engels|frans|duits|turks|pools|oekraiens|arabisch|berbers|spaans"
    r"|russisch|tigrinya|somalisch|farsi|dari|papiaments|chinees)\b"
)
_KIND = re.compile(r"\b(?:kind|zoon|dochter|zoontje|dochtertje|jongen|meisje)\b(?: \w+){0,6}? (?:school|thuis|les)\b")
_TE_LAAT = re.compile(
    r"\b(?:te laat|termijn\w*|verlopen|voorbij|gemist|verstreken|bezwaar\w*|vergeten|op tijd|weken|week|maanden"
    r"|geleden)\b"
)
_ZIT_DAAR = re.compile(r"\b(?:hij|zij|ze) zit (?:er|daar|op (?:die|deze|de) school) (?:nu |al |ook )+")


def herstel(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis) -> Duiding:
    """`duiding`, or what is left of it where the words rule it out."""
    woorden = kaal(bericht.tekst)
    if duiding.soort == "zet" and duiding.label == STOP and _stopt_niet(woorden, bericht):
        return _anders_dan_stoppen(bericht, toestand, huis)
    if duiding.soort != "onderwerp":
        return duiding
    if duiding.label == DANK and _IEMAND.match(woorden):
        naam = _naast(bericht, huis) or GESPREK
        return Duiding("onderwerp", naam, onderwerpen=(naam,), waarom="over iemand van school, niet over ons")
    if duiding.label == TAAL and len(woorden.split()) > LANG and _KIND.search(woorden) and not _TALEN.search(woorden):
        naam = _naast(bericht, huis) or THUIS
        return Duiding("onderwerp", naam, onderwerpen=(naam,), waarom=f"{naam}; vertelt ook van het kind")
    if duiding.label == GEMIST and not _TE_LAAT.search(woorden) and (besluit := _besluit(toestand)):
        return Duiding("onderwerp", besluit, onderwerpen=(besluit,), waarom=f"{besluit}; zegt niet te laat te zijn")
    if duiding.label == LANG_THUIS and _ZIT_DAAR.search(woorden) and toestand.laatst:
        return Duiding(REACTIE, waarom="hoe lang het kind op deze school zit")
    deed = _WIJ_DEDEN.search(woorden) or bericht.kans < ZEKER_DAARVAN
    if duiding.label in UITLEG and deed and not VRAAGT.search(bericht.tekst):
        gemeld = {v.waarde for v in bericht.alle("stap_gedaan")}
        if huis.kennis.onderwerpen[str(duiding.label)].stap in gemeld - {"school"}:
            return Duiding("gegevens", waarom=f"stap van {duiding.label} is gedaan, en er is niets gevraagd")
    return duiding


def _stopt_niet(woorden: str, bericht: Bericht) -> bool:
    lang = len(woorden.split()) > STOPT_KORT
    return lang and VRAAGT.search(bericht.tekst) is not None and not _DEZE_CHAT.search(woorden)


def _anders_dan_stoppen(bericht: Bericht, toestand: Toestand, huis: Huis) -> Duiding:
    waarom = "vraagt of er iets moet stoppen, niet om te stoppen"
    if naam := _naast(bericht, huis):
        return Duiding("onderwerp", naam, onderwerpen=(naam,), waarom=f"{naam}; {waarom}")
    soort, _, vorig = (toestand.laatst or "").partition(":")
    if soort == "onderwerp" and vorig in huis.kennis.onderwerpen:
        return Duiding(vervolgvraag.SOORT, vervolgvraag.KORT, doel=vorig, waarom=f"{waarom}; bij {vorig}")
    return Duiding("onduidelijk", waarom=waarom)


def _besluit(toestand: Toestand) -> str | None:
    """The topic of a decision that was talked of: of what happened to the child, or whose day was asked."""
    gevraagd = [n for n in VAN_SITUATIE.values() if f"dag:besluit_{n}" in toestand.getoond]
    return next(iter((*gebeurd(toestand), *gevraagd)), None)


def _naast(bericht: Bericht, huis: Huis) -> str | None:
    """The next likely topic about school or help."""
    for naam, kans in bericht.ranking[1:3]:
        onderwerp = huis.kennis.onderwerpen.get(naam)
        if onderwerp is not None and onderwerp.urgentie < 7 and kans >= TWIJFEL and naam not in ALLEEN_ZEKER:
            return naam
    return None

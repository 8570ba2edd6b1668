"""What leans on the last answer or on the open step, before the recogniser is asked: it sees one message only."""

from __future__ import annotations

import re

from wegwijzer.gesprek import deelvraag, kaal_antwoord, stil, twijfel, verslag, vervolgvraag, wat_als, zaak
from wegwijzer.gesprek.duiding import ZEKER, Duiding
from wegwijzer.gesprek.model import Bericht, Toestand
from wegwijzer.gesprek.vervolgvormen import vraagt
from wegwijzer.gesprek.vraagzin import VRAAGWOORD
from wegwijzer.huis import Huis
from wegwijzer.taal.schoon import kaal

MEESTE = 22
"""A message that leans on the last answer has at most so many words."""
_KLOPT = re.compile(
    r"^(?:en |maar |oh |o |he |hm )*(?:klopt (?:dat|dit)|is (?:dat|dit) (?:echt |wel |nou )?(?:zo|waar|legaal|normaal)"
    r"|mag (?:dat|dit)|kan (?:dat|dit)|echt waar)(?: \w+){0,3}$"
)
"""Whether what was just said is so: no `yes` of the parent's."""
_MAG_DAT = re.compile(
    r"^(?:en |maar |ok |oke |dus )*(?:mag|kan) (?:dat|dit) (?:dan |wel |ook |nou |eigenlijk )*(\w+(?: \w+){0,5})$"
)
LANG_WOORD = 4
"""From so many letters on a word may say what a question is about."""
_STAP = re.compile(
    r"\b(?:volgende|eerste|eerstvolgende) stap\b"
    r"|^(?:(?:en|ok|oke|maar|dus) ){0,2}met wie moet(?:en)? (?:ik|we|wij)(?: nu| dan| eerst){0,2} praten$"
    r"|\bwat moet(?:en)? (?:ik|we|wij) (?:nu|dan)(?: nu)? (?:als )?eerste? doen\b"
)
_EN_DAN = re.compile(r"^(?:(?:ok|oke|ja|maar|en) ){0,2}(?:dan|wat dan|nu|wat nu|hoe (?:nu )?verder)(?: dan| nu)?$")
_DOE_IK = re.compile(
    r"^(?:(?:ok|oke|goed|prima|ja|dan|dank|bedankt) ){0,3}(?:dat|die|dit) (?:ga|gaan|zal|doe|doen|probeer|proberen)"
    r" (?:ik|we|wij)(?: (?:dan|eerst|doen|maar|morgen|maandag|nog|even|wel|proberen|vragen|deze week)){0,5}$"
)
_WEER = re.compile(
    r"\bwaar (?:waren|bleven) (?:we|wij)\b|\bwaar was ik gebleven\b|\bwat was (?:daar )?(?:de|mijn) stap\b"
)
_GESPREKSHULP = re.compile(
    r"\b(?:help\w*|hulp|voorbereid\w*|oefen\w*)\b(?: \w+){0,6}? (?:zeggen|gesprek|praten)\b"
    r"|\bwat (?:moet|kan|zal) ik (?:dan )?(?:tegen (?:school|de mentor|de juf|ze) )?zeggen\b"
)
_IEMAND = re.compile(
    r"\bmet wie (?:kan|kunnen|mag) (?:ik|we|wij)(?: \w+){0,4} praten\b"
    r"|\bwie (?:kan|kunnen|wil|wilt|gaat)(?: \w+){0,5} (?:praten|meepraten|meekijken|meedenken|luisteren)\b"
    r"|\b(?:aan |bij )?wie (?:kan|kunnen|mag) (?:ik|we|wij) (?:dit|dat|het|mijn verhaal|ons verhaal)"
    r"(?: \w+){0,2} (?:vertellen|kwijt|delen|bespreken)\b"
    r"|\b(?:bespreken|praten|overleggen) met iemand (?:anders|erbij|die)\b"
    r"|\b(?:is er|zijn er|heb je|hebt u|ken je|kent u|ik zoek|ik wil)(?: \w+)? (?:iemand|een mens)"
    r" (?:die|met wie|om mee|waarmee)(?: \w+){0,6} (?:praten|meepraten|meekijken|meedenk\w+|luister\w+)\b"
)
"""Somebody to talk to, or to look along: people, not the preparation of a talk."""
_ONAFHANKELIJK = re.compile(
    r"\b(?:iemand|mens|persoon|deskundige)(?: \w+){0,3} (?:onafhankelijks?|neutraals?|onpartijdigs?)\b"
    r"|\b(?:onafhankelijk|neutraal|onpartijdig)e? (?:iemand|persoon|deskundige|mens)\b"
)
MENS = "praat_met_mens"


def duid_eerst(bericht: Bericht, toestand: Toestand, huis: Huis, nieuwe_stap: str | None = None) -> Duiding | None:
    """What leans on the last answer or on the open step, and so is not for the recogniser.

    Before anything was answered there is nothing to lean on, where the recogniser is sure.
    """
    if toestand.laatst is None and toestand.situatie.stap is None and _zeker(bericht, huis):
        return deelvraag.duid(bericht.tekst, huis) or stil.duid(bericht, toestand)
    return (
        deelvraag.duid(bericht.tekst, huis)
        or kaal_antwoord.duid(bericht, toestand)
        or wat_als.duid(bericht, toestand, huis)
        or stil.duid(bericht, toestand)
        or _gaat_doen(bericht, toestand)
        or (None if _vraagt_wat_te_zeggen(bericht) else verslag.duid(bericht, toestand, nieuwe_stap))
        or _zoekt_iemand(bericht)
        or vervolgvraag.duid(bericht, toestand, huis)
        or _zet(bericht, toestand, huis)
    )


def _zoekt_iemand(bericht: Bericht) -> Duiding | None:
    woorden = kaal(bericht.tekst)
    if len(woorden.split()) <= MEESTE and _ONAFHANKELIJK.search(woorden):
        naam = "onderwijsconsulent"
        return Duiding("onderwerp", naam, onderwerpen=(naam,), waarom="zoekt iemand die onafhankelijk is")
    if len(woorden.split()) > MEESTE or not _IEMAND.search(woorden):
        return None
    return Duiding("onderwerp", MENS, onderwerpen=(MENS,), waarom="zoekt iemand om mee te praten")


def _vraagt_wat_te_zeggen(bericht: Bericht) -> bool:
    """`goed ik ga bellen. wat zeg ik dan` asks, whatever it also tells."""
    return vraagt(bericht.tekst) in vervolgvraag.VAN_STAP


def gaat_doen(tekst: str) -> bool:
    """Whether a message says only that the parent is going to do it: an answer to no question."""
    return _DOE_IK.match(kaal(tekst)) is not None


def _gaat_doen(bericht: Bericht, toestand: Toestand) -> Duiding | None:
    """`oke dat doe ik dan eerst`, after something was shown to do."""
    if not toestand.laatst or not gaat_doen(bericht.tekst):
        return None
    return Duiding("stap", "voornemen", waarom="gaat doen wat er stond")


def _zeker(bericht: Bericht, huis: Huis) -> bool:
    return bericht.kans >= ZEKER and bericht.ranking[0][0] in huis.kennis.onderwerpen


def _over_onderwerp(toestand: Toestand, huis: Huis) -> bool:
    """Whether a topic (no small talk) was answered, and since then at most a step was shown."""
    onderwerp = huis.kennis.onderwerpen.get(toestand.situatie.onderwerp or "")
    return onderwerp is not None and onderwerp.urgentie < twijfel.PRAATJE and bool(toestand.laatst)


def _mag_dat(woorden: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> str | None:
    """`mag dat dan een hele week`: the topic of what happened or was told, where it speaks of just that."""
    rest = _MAG_DAT.match(woorden)
    if rest is None or not toestand.laatst:
        return None
    inhoud = {w for w in rest[1].split() if len(w) >= LANG_WOORD}
    over = [toestand.situatie.onderwerp] if _over_onderwerp(toestand, huis) else []
    for naam in dict.fromkeys((*over, *zaak.gebeurd(toestand))):
        if naam and naam in huis.kennis.onderwerpen:
            tekst = kaal(huis.kennis.onderwerpen[naam].antwoord).split()
            if inhoud & set(tekst):
                return naam
    return None


def _verteld(toestand: Toestand, huis: Huis) -> str | None:
    """The topic that the talk was about; without one, that of what happened to the child."""
    if _over_onderwerp(toestand, huis):
        return toestand.situatie.onderwerp
    return next(iter(zaak.gebeurd(toestand)), None)


def _zet(bericht: Bericht, toestand: Toestand, huis: Huis) -> Duiding | None:
    woorden = kaal(bericht.tekst)
    vorig = _verteld(toestand, huis) if _KLOPT.match(woorden) else _mag_dat(woorden, bericht, toestand, huis)
    if vorig is not None:
        waarom = f"{vervolgvraag.KLOPT}, bij {vorig}"
        return Duiding(vervolgvraag.SOORT, vervolgvraag.KORT, doel=vorig, waarom=waarom)
    if toestand.gekozen(bericht.tekst) is not None or len(woorden.split()) > MEESTE:
        return None
    if _WEER.search(woorden) and toestand.situatie.stap:
        return Duiding("zet", "herhaal", waarom="vraagt waar we waren")
    if _EN_DAN.match(woorden) and toestand.laatst and toestand.vraag in (None, "stap", "ook"):
        return Duiding("zet", "volgende_stap", waarom="vraagt wat er dan komt")
    if _STAP.search(woorden) and VRAAGWOORD.search(woorden):
        return Duiding("zet", "volgende_stap", waarom="vraagt naar de volgende stap")
    if _GESPREKSHULP.search(woorden) and toestand.situatie.stap in (None, "school"):
        naam = "hoe_praat_ik_met_school"
        return Duiding(
            "onderwerp", naam, onderwerpen=(naam,), waarom="vraagt hulp bij het gesprek", doel="voorbereiding:"
        )
    return None

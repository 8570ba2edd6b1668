"""The turn in danger: the numbers before anything else; and the caring question where it is nearly so."""

from __future__ import annotations

import re
from dataclasses import replace

from wegwijzer.gesprek import duiding as duidingen
from wegwijzer.gesprek import gegevens, stappen, taal
from wegwijzer.gesprek.knoppen import vervolgknoppen
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Knop, Toestand
from wegwijzer.gesprek.vraagzin import VRAAGT
from wegwijzer.huis import Huis
from wegwijzer.kennis.jongere import ACHTERVOEGSEL
from wegwijzer.pad import kaart
from wegwijzer.taal.schoon import kaal

NOOD, ZORG = "nood", "zorg"
"""Levels of `Bericht.nood`."""
OUDER_OP = "ouder_op"
_MOE = re.compile(
    r"\b(?:ben|zijn|zit|zitten)(?: \w+){0,3}? (?:kapot|gesloopt|opgebrand|uitgeput|overbelast|overspannen|doorheen"
    r"|op(?! (?:school|gesprek|de|het|een|zoek|dit|dat|tijd|weg|vakantie|bezoek|onze|mijn|haar|zijn)\b))\b"
)
_ZWAARDER = re.compile(
    r"\bik(?: \w+){0,3}? niet meer\b|\b(?:trek|kan|kunnen|houd|hou)(?: \w+){0,2}? niet(?: \w+){0,2}? (?:meer|vol)\b"
    r"|\b(?:leven|dood|doodgaan|weglopen|wanhopig|radeloos|leeg|stort|ingestort|instort)\b|\bzie(?: \w+){0,3}? zitten\b"
)
_OVER_SCHOOL = re.compile(
    r"\b(?:school\w*|juf|meester|mentor|klas|leerplicht\w*|samenwerkingsverband|swv|steunpunt|stap|verder|plek|opp|tlv"
    r"|iemand|mens|praten|spreken|help\w*|hulp|wil|opnieuw|terug)\b"
)
MINSTE, MEESTE = 3, 10
"""What is told after danger has so many words."""
ZORGVRAAG = "zorgvraag"
ZORGVRAGEN = ("ouder_op", ZORGVRAAG, "zorgvraag_jongere")


def gevaar(bericht: Bericht, toestand: Toestand, huis: Huis, eerste: bool) -> Beurt:
    """The numbers, before anything else; what was said of the child is kept, the conversation stays where it was.

    `eerste`: the talk begins with danger, so that this is a computer programme has not been said yet.
    """
    gegevens.verwerk(bericht, toestand, huis)
    huis = huis.voor(toestand.situatie.kind)
    toestand.na_nood = True
    soort = _soort(bericht, "direct_gevaar", toestand, huis)
    antwoord = _noodantwoord(soort, bericht, huis)
    knoppen = (Knop(huis.kennis.tekst("knop_mens"), "onderwerp:praat_met_mens"),)
    toestand.keuzes = [*knoppen, *(k for k in toestand.keuzes if k not in knoppen)]
    zinnen = [antwoord.tekst, *([huis.kennis.tekst("nood_programma")] if eerste else []), huis.kennis.tekst("na_nood")]
    antwoord = Antwoord("\n".join(zinnen), knoppen, antwoord.custom)
    toestand.laatst = f"{NOOD}:{soort}"
    antwoorden = (*taal.gevaartekst(soort, toestand, huis), antwoord)
    return Beurt(antwoorden, toestand, NOOD, (NOOD,), f"gevaar: {soort}")


_BELT = re.compile(
    r"^(?:(?:ok|oke|ja|goed|bedankt|dank u|dankjewel|dan) ){0,3}"
    r"(?:(?:ik|we|wij) (?:ga|gaan|zal) (?:\w+ ){0,3}(?:bellen|doen)"
    r"|(?:ik|we|wij) (?:bel|bellen|doe|doen)(?: \w+){0,3}"
    r"|(?:dat )?(?:ga|zal|doe) ik(?: \w+){0,3})$"
)
"""What is said to the numbers: `ok ik ga bellen`."""


def belt(bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt | None:
    """After danger: who says to call hears that we stay, and is asked nothing."""
    gekozen = toestand.gekozen(bericht.tekst) is not None
    if not _BELT.match(kaal(bericht.tekst)) and (gekozen or not _vertelt_verder(bericht)):
        return None
    toestand.na_nood = True
    antwoord = Antwoord(huis.kennis.tekst("na_nood"), ())
    return Beurt((antwoord,), toestand, "gesprek", ("gesprek",), "gaat bellen na gevaar")


def _vertelt_verder(bericht: Bericht) -> bool:
    """A short statement about the danger itself, which asks nothing and is not about school."""
    woorden = kaal(bericht.tekst)
    label, kans = bericht.ranking[0] if bericht.ranking else ("", 0.0)
    zeker = kans >= duidingen.ZO_GOED_ALS_ZEKER or label.startswith(("crisis", "veiligheid", "bedankt"))
    kort = MINSTE <= len(woorden.split()) <= MEESTE
    return kort and not zeker and not VRAAGT.search(bericht.tekst) and not _OVER_SCHOOL.search(woorden)


def _soort(bericht: Bericht, anders: str, toestand: Toestand, huis: Huis) -> str:
    """The kind of danger; spoken to the pupil where one writes, also when this message alone does not show that."""
    soort = str((bericht.nood or {}).get("soort", anders))
    eigen = f"{soort}{ACHTERVOEGSEL}"
    return eigen if toestand.situatie.kind == "ik" and eigen in huis.kennis.noodhulp["antwoorden"] else soort


def _noodantwoord(soort: str, bericht: Bericht, huis: Huis) -> Antwoord:
    antwoorden = huis.kennis.noodhulp["antwoorden"]
    gekozen = antwoorden.get(soort) or antwoorden["direct_gevaar"]
    organisaties = [huis.kennis.organisaties[o] for o in gekozen["organisaties"] if o in huis.kennis.organisaties]
    kaarten = [kaart.van_organisatie(o).data(bericht.nu) for o in organisaties]
    tekst = kaart.vul_nummers(gekozen["tekst"], huis.kennis).strip()
    return Antwoord(tekst, custom={"kaart": kaarten[0], "kaarten": kaarten} if kaarten else {})


def alleen_moe(duiding: duidingen.Duiding, bericht: Bericht, huis: Huis) -> duidingen.Duiding | None:
    """What a parent asks who is tired (`we zijn op`) but asks something else; help for the parent is offered too.

    None where more is said than being tired: then the caring question comes.
    """
    nood, woorden = bericht.nood or {}, kaal(bericht.tekst)
    if nood.get("niveau") != ZORG or nood.get("soort") != OUDER_OP or duiding.soort != "onderwerp":
        return None
    praatje = huis.kennis.onderwerpen[str(duiding.label)].urgentie >= duidingen.PRAATJE
    if praatje or duiding.label == duidingen.OUDER_OP or not _MOE.search(woorden) or _ZWAARDER.search(woorden):
        return None
    ook = [n for n in duiding.onderwerpen if n not in (duiding.label, duidingen.OUDER_OP)]
    namen = (str(duiding.label), *ook[:2], duidingen.OUDER_OP, *ook[2:])
    return replace(duiding, onderwerpen=namen, waarom=f"{duiding.waarom}; moe")


def zorg(bericht: Bericht, antwoord: Beurt | None, toestand: Toestand, huis: Huis) -> Beurt:
    """A near miss: a caring question, then `antwoord` (the topic that was asked about) where there is one; no alarm."""
    soort = _soort(bericht, ZORGVRAAG, toestand, huis)
    zelf = any(v.waarde == duidingen.JONGERE for v in bericht.alle("situatie"))
    ouder = toestand.situatie.kind not in (None, "ik") and toestand.taal is None and not zelf
    if soort == f"{ZORGVRAAG}{ACHTERVOEGSEL}" and ouder:
        soort = ZORGVRAAG
    if antwoord is None:
        vraag = _noodantwoord(soort if soort in ZORGVRAGEN else ZORGVRAAG, bericht, huis)
        knoppen = vervolgknoppen(toestand, huis, ())
        topic = "crisis_ouder_op" if soort == "ouder_op" else "gesprek"
        antwoorden = (*taal.gevaartekst(soort, toestand, huis), Antwoord(vraag.tekst, knoppen))
        return Beurt(antwoorden, toestand, topic, (topic,), f"zorg: {soort}")
    zin = stappen.tekst_met_nummers("zorg_kort", huis)
    eigen = soort == "ouder_op" and antwoord.topic == "crisis_ouder_op"
    zinnen = (*taal.gevaartekst(soort, toestand, huis), *(() if eigen else (Antwoord(zin),)))
    return Beurt(
        (*zinnen, *antwoord.antwoorden), toestand, antwoord.topic, antwoord.topics, f"zorg: {soort}; {antwoord.waarom}"
    )

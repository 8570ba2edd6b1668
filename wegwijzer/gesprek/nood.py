"""The turn in danger: the numbers before anything else; and the caring question where it is nearly so."""

from __future__ import annotations

from wegwijzer.gesprek import gegevens, stappen, taal
from wegwijzer.gesprek.knoppen import vervolgknoppen
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Knop, Toestand
from wegwijzer.huis import Huis
from wegwijzer.kennis.jongere import ACHTERVOEGSEL
from wegwijzer.pad import kaart

NOOD, ZORG = "nood", "zorg"
"""Levels of `Bericht.nood`."""
ZORGVRAGEN = ("ouder_op", "zorgvraag", "zorgvraag_jongere")


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


def zorg(bericht: Bericht, antwoord: Beurt | None, toestand: Toestand, huis: Huis) -> Beurt:
    """A near miss: a caring question, then `antwoord` (the topic that was asked about) where there is one; no alarm."""
    soort = _soort(bericht, "zorgvraag", toestand, huis)
    if antwoord is None:
        vraag = _noodantwoord(soort if soort in ZORGVRAGEN else "zorgvraag", bericht, huis)
        knoppen = vervolgknoppen(toestand, huis, ())
        topic = "crisis_ouder_op" if soort == "ouder_op" else "gesprek"
        antwoorden = (*taal.gevaartekst(soort, toestand, huis), Antwoord(vraag.tekst, knoppen))
        return Beurt(antwoorden, toestand, topic, (topic,), f"zorg: {soort}")
    zin = stappen.tekst_met_nummers("zorg_kort", huis)
    zelf = soort == "ouder_op" and antwoord.topic == "crisis_ouder_op"
    zinnen = (*taal.gevaartekst(soort, toestand, huis), *(() if zelf else (Antwoord(zin),)))
    return Beurt(
        (*zinnen, *antwoord.antwoorden), toestand, antwoord.topic, antwoord.topics, f"zorg: {soort}; {antwoord.waarom}"
    )

"""Answers to questions that lean on what was just shown: from what knowledge/ says of that step or topic."""

from __future__ import annotations

from dataclasses import replace

from wegwijzer.gesprek import mens, stappen, vragen
from wegwijzer.gesprek.duiding import Duiding
from wegwijzer.gesprek.eenvoudig import van_onderwerp
from wegwijzer.gesprek.knoppen import vervolgknoppen, voorbereidknop
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Toestand
from wegwijzer.gesprek.onderwerp import kaarten_van as onderwerpkaarten
from wegwijzer.gesprek.onderwerp import kies_variant
from wegwijzer.gesprek.termijn import OPP as OPP_DAG
from wegwijzer.gesprek.vervolgregels import doe_nu_van, regels_van
from wegwijzer.gesprek.vervolgvraag import KLOPT, KORT, MAG, MENS, ONBEKEND, ONTBREEKT, waarover, zegt_iets, zin_over
from wegwijzer.gesprek.zaak import BUITEN_STAP, ZONDER_DUUR
from wegwijzer.huis import Huis
from wegwijzer.kennis.jongere import spreekt_ouders_aan
from wegwijzer.kennis.model import Onderwerp
from wegwijzer.pad import kaart
from wegwijzer.pad.stap import volgende_stap
from wegwijzer.pad.stapinhoud import kaarten_van


def antwoord(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """What knowledge/ says of it, or who can tell; the open question stays open."""
    soort = str(duiding.label)
    stap, onderwerp = waarover(toestand, huis)
    if duiding.doel:
        stap, onderwerp = duiding.doel, None
        if soort not in (KORT, ONTBREEKT):
            toestand.laatst = f"stap:{stap}"
    if soort == KORT:
        return _in_het_kort(duiding, bericht, toestand, huis)
    if soort == ONTBREEKT:
        return _ontbreekt(duiding, toestand, huis)
    van_stap = onderwerp is not None and bool(onderwerp.stap)
    los = ZONDER_DUUR if soort == "duur" else BUITEN_STAP if soort == "kosten" else frozenset()
    if onderwerp is not None and (onderwerp.id in los or duiding.waarom.startswith(ONBEKEND)):
        van_stap = False
    if onderwerp is not None and van_stap and (soort == "duur" or not zegt_iets(soort, onderwerp, toestand, huis)):
        stap, onderwerp = onderwerp.stap, None
    if stap == "samenwerkingsverband" and toestand.situatie.zonder_samenwerkingsverband():
        stap = volgende_stap(toestand.situatie).stap
    mail_mens = soort == "mail" and stap is None and onderwerp is None
    kaarten = _kaarten(stap, huis.kennis.onderwerpen[MENS] if mail_mens else onderwerp, toestand, huis)
    regels, topic = regels_van(soort, stap, onderwerp, kaarten, bericht, toestand, huis)
    data = [k.data(bericht.nu) for k in kaarten]
    custom = {"kaart": data[0], "kaarten": data} if data else {}
    tekst = Antwoord("\n".join(regels), custom=custom)
    if terug := vragen.kom_terug(toestand, huis):
        return Beurt((tekst, terug), toestand, topic, (topic,), duiding.waarom)
    if toestand.situatie.stap:
        knoppen = stappen.stapknoppen(toestand, huis)
    else:
        extra = (voorbereidknop(huis),) if soort == "zeggen" else ()
        knoppen = vervolgknoppen(toestand, huis, onderwerp.verder if onderwerp else (), extra)
    return Beurt((replace(tekst, knoppen=knoppen),), toestand, topic, (topic,), duiding.waarom)


def _kaarten(stap: str | None, onderwerp: Onderwerp | None, toestand: Toestand, huis: Huis) -> list[kaart.Kaart]:
    kennis, situatie = huis.kennis, toestand.situatie
    kaarten: list[kaart.Kaart] = []
    if onderwerp is not None:
        variant = kies_variant(onderwerp, situatie)
        namen = variant.contact if variant and variant.contact is not None else onderwerp.contact
        namen = mens.contacten(namen, situatie) if onderwerp.bereikbaar else namen
        kaarten = onderwerpkaarten(namen, situatie, huis)
    if not kaarten and (stap or situatie.stap):
        kaarten = kaarten_van(kennis.stappen[str(stap or situatie.stap)], situatie, kennis)
    advies = [kaart.van_organisatie(kennis.organisaties[o]) for o in kennis.altijd[:1] if o in kennis.organisaties]
    return [*kaarten, *(k for k in advies if k.wie not in {e.wie for e in kaarten})]


def _in_het_kort(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """The topic that the talk was about in short, where the question itself was not understood."""
    naam = str(duiding.doel)
    kort = van_onderwerp(naam, bericht, toestand, huis)
    mag = (
        zin_over(huis.kennis.onderwerpen[naam], MAG, toestand, ook_thuis=True)
        if duiding.waarom.startswith(KLOPT)
        else None
    )
    if mag and not (toestand.situatie.kind == "ik" and spreekt_ouders_aan(mag)):
        kort = replace(kort, tekst="\n".join([mag, *kort.tekst.split("\n")[1:]]))
    tekst = kort.tekst if mag else f"{huis.kennis.tekst('vervolg_kort')} {kort.tekst}"
    knoppen = vervolgknoppen(toestand, huis, huis.kennis.onderwerpen[naam].verder)
    return Beurt((Antwoord(tekst, knoppen, kort.custom),), toestand, naam, (naam,), duiding.waarom)


def _ontbreekt(duiding: Duiding, toestand: Toestand, huis: Huis) -> Beurt:
    """What to ask for, where the parent tells that it is not there."""
    naam = str(duiding.doel)
    onderwerp = huis.kennis.onderwerpen[naam]
    tekst = f"{huis.kennis.tekst('vervolg_ontbreekt')} {doe_nu_van(onderwerp, toestand)}"
    toestand.situatie.onderwerp, toestand.laatst = naam, f"onderwerp:{naam}"
    toestand.getoond += [f"deel:{naam}", f"dag:{OPP_DAG}"]  # its own text was not given; its day is not asked
    knoppen = vervolgknoppen(toestand, huis, onderwerp.verder)
    return Beurt((Antwoord(tekst, knoppen),), toestand, naam, (naam,), duiding.waarom)

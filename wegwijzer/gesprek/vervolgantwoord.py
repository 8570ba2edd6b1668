"""Answers to questions that lean on what was just shown: from what knowledge/ says of that step or topic."""

from __future__ import annotations

from dataclasses import replace

from wegwijzer.gesprek import stappen, vragen
from wegwijzer.gesprek.duiding import Duiding
from wegwijzer.gesprek.eenvoudig import van_onderwerp
from wegwijzer.gesprek.knoppen import vervolgknoppen, voorbereidknop
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Toestand
from wegwijzer.gesprek.onderwerp import kaarten_van as onderwerpkaarten
from wegwijzer.gesprek.onderwerp import kies_variant
from wegwijzer.gesprek.vervolgvraag import GELD, KORT, PLEK, TIJD, waarover, zegt_iets, zin_over
from wegwijzer.gesprek.zaak import BUITEN_STAP, GESCHIL, VIA_GESCHIL, ZONDER_DUUR
from wegwijzer.huis import Huis
from wegwijzer.kennis.model import Onderwerp
from wegwijzer.pad import kaart
from wegwijzer.pad.stap import volgende_stap
from wegwijzer.pad.stapinhoud import kaarten_van, passend
from wegwijzer.pad.weetjes import opsomming

UITLEG = {
    "school": ("hoe_praat_ik_met_school",),
    "samenwerkingsverband": ("wat_is_een_steunpunt", "wat_is_een_samenwerkingsverband"),
    "onderwijsconsulent": ("onderwijsconsulent", "wachttijd_consulent"),
    "advieslijn": ("ouders_en_onderwijs_bellen", "balans_bellen"),
    "klacht": ("klacht_indienen", "gpo_geschil"),
    "inspectie": ("inspectie_melden",),
}
"""Step → the topics that explain it: there stands what it costs and how long it takes."""


def antwoord(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """What knowledge/ says of it, or who can tell; the open question stays open."""
    soort = str(duiding.label)
    stap, onderwerp = waarover(toestand, huis)
    if duiding.doel:
        stap, onderwerp = duiding.doel, None
        if soort != KORT:
            toestand.laatst = f"stap:{stap}"
    if soort == KORT:
        return _in_het_kort(duiding, bericht, toestand, huis)
    van_stap = onderwerp is not None and bool(onderwerp.stap)
    los = ZONDER_DUUR if soort == "duur" else BUITEN_STAP if soort == "kosten" else frozenset()
    if onderwerp is not None and onderwerp.id in los:
        van_stap = False
    if onderwerp is not None and van_stap and (soort == "duur" or not zegt_iets(soort, onderwerp, toestand, huis)):
        stap, onderwerp = onderwerp.stap, None
    if stap == "samenwerkingsverband" and toestand.situatie.zonder_samenwerkingsverband():
        stap = volgende_stap(toestand.situatie).stap
    kaarten = _kaarten(stap, onderwerp, toestand, huis)
    regels, topic = _regels(soort, stap, onderwerp, kaarten, bericht, toestand, huis)
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


def _regels(
    soort: str,
    stap: str | None,
    onderwerp: Onderwerp | None,
    kaarten: list[kaart.Kaart],
    bericht: Bericht,
    toestand: Toestand,
    huis: Huis,
) -> tuple[list[str], str]:
    kennis = huis.kennis
    topic = onderwerp.id if onderwerp is not None else "pad"
    if soort == "papier":
        return [kennis.tekst("vervolg_papier"), *_contacten(kaarten, huis, 1)], topic
    if soort == "waar" and onderwerp is not None and (plek := zin_over(onderwerp, PLEK, toestand)):
        return [plek, *_contacten(kaarten, huis, 1)], topic
    if soort in ("kosten", "duur"):
        patroon = GELD if soort == "kosten" else TIJD
        tijd = kennis.stappen[stap].tijd if stap and soort == "duur" else None
        via = onderwerp is not None and onderwerp.id in VIA_GESCHIL and toestand.situatie.onderwijssoort != "mbo"
        namen = (onderwerp.id,) if onderwerp is not None else UITLEG.get(stap or "", ())
        namen = (GESCHIL,) if via else namen
        bronnen = [kennis.onderwerpen[n] for n in namen if n in kennis.onderwerpen]
        uit = next(((o.id, z) for o in bronnen if (z := zin_over(o, patroon, toestand))), ("", None))
        eigen_termijn = soort == "duur" and topic in ZONDER_DUUR and not via
        zin = None if eigen_termijn else tijd or uit[1]
        if zin is None:
            return [kennis.tekst("vervolg_onbekend"), *_contacten(kaarten, huis, 1)], topic
        wat = kennis.stappen[stap].kort if stap else None
        if uit[0] == GESCHIL and not tijd and topic != GESCHIL:
            wat = kennis.tekst("vervolg_gpo")
        return [kennis.tekst("vervolg_over", wat=wat, zin=zin) if wat else zin, *_contacten(kaarten, huis, 1)], topic
    if soort == "anders":
        advies = [kaart.van_organisatie(kennis.organisaties[o]) for o in kennis.altijd if o in kennis.organisaties]
        return [kennis.altijd_tekst, *_contacten(advies, huis, 2)], "praat_met_mens"
    if soort == "klaarleggen" and stap:
        return [kennis.tekst("klaarleggen", wat=_klein(kennis.stappen[stap].bereid_voor[:3]))], topic
    if soort == "zeggen" and stap:
        doe = passend(kennis.stappen[stap].doe, toestand.situatie)[1:]
        return [*doe, kennis.tekst("klaarleggen", wat=_klein(kennis.stappen[stap].bereid_voor[:2]))], topic
    if soort == "open":
        return _open(kaarten, bericht, huis), topic
    return _contacten(kaarten, huis, 2) or [stappen.tekst_met_nummers("vervolg_geen_nummer", huis)], topic


def _open(kaarten: list[kaart.Kaart], bericht: Bericht, huis: Huis) -> list[str]:
    """Whether they can be called now, where the hours are known with a source."""
    for k in kaarten:
        for contact in k.data(bericht.nu)["contact"]:
            if contact["soort"] == "telefoon" and contact["tijden"]:
                sleutel = {True: "vervolg_open", False: "vervolg_dicht", None: "vervolg_tijden"}[contact["open"]]
                wie = k.wie.split(" (")[0]
                return [
                    huis.kennis.tekst(sleutel, wie=wie, tijden=kaart.leesbaar(contact["tijden"])),
                    *_contacten([k], huis, 1),
                ]
    return [huis.kennis.tekst("vervolg_tijden_onbekend"), *_contacten(kaarten, huis, 1)]


def _kaarten(stap: str | None, onderwerp: Onderwerp | None, toestand: Toestand, huis: Huis) -> list[kaart.Kaart]:
    kennis, situatie = huis.kennis, toestand.situatie
    kaarten: list[kaart.Kaart] = []
    if onderwerp is not None:
        variant = kies_variant(onderwerp, situatie)
        namen = variant.contact if variant and variant.contact is not None else onderwerp.contact
        kaarten = onderwerpkaarten(namen, situatie, huis)
    if not kaarten and (stap or situatie.stap):
        kaarten = kaarten_van(kennis.stappen[str(stap or situatie.stap)], situatie, kennis)
    advies = [kaart.van_organisatie(kennis.organisaties[o]) for o in kennis.altijd[:1] if o in kennis.organisaties]
    return [*kaarten, *(k for k in advies if k.wie not in {e.wie for e in kaarten})]


def _contacten(kaarten: list[kaart.Kaart], huis: Huis, hoogstens: int) -> list[str]:
    regels = [
        huis.kennis.tekst("stap_contact", wie=k.wie.split(" (")[0], contact=tekst)
        for k in kaarten
        if (tekst := k.tekst(2))
    ]
    return regels[:hoogstens]


def _klein(delen: tuple[str, ...]) -> str:
    return opsomming([d.rstrip(".")[:1].lower() + d.rstrip(".")[1:] for d in delen])


def _in_het_kort(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """The topic that the talk was about in short, where the question itself was not understood."""
    naam = str(duiding.doel)
    kort = van_onderwerp(naam, bericht, toestand, huis)
    tekst = f"{huis.kennis.tekst('vervolg_kort')} {kort.tekst}"
    knoppen = vervolgknoppen(toestand, huis, huis.kennis.onderwerpen[naam].verder)
    return Beurt((Antwoord(tekst, knoppen, kort.custom),), toestand, naam, (naam,), duiding.waarom)

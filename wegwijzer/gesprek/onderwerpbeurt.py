"""The turn that answers a topic: its text, then the question that was open, the next step, or a choice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from wegwijzer.gesprek import deelvraag, herhaling, naasten, onderwerp, plekken, stappen, vragen, zetten
from wegwijzer.gesprek.duiding import Duiding
from wegwijzer.gesprek.knoppen import documentknoppen, onderwerpknoppen, vervolgknoppen
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Knop, Toestand, woorden
from wegwijzer.huis import Huis
from wegwijzer.kennis.jongere import spreekt_ouders_aan
from wegwijzer.kennis.model import Onderwerp

Doe = Callable[[str, Bericht, Toestand, Huis], Beurt]
"""Carries out what a token stands for (beurt.doe): some topics are answered by a move."""


def antwoord(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis, doe: Doe) -> Beurt:
    """Answer the topic; then the question that was open, the next step, or a choice; close topics as buttons."""
    return naasten.bied_aan(_antwoord(duiding, bericht, toestand, huis, doe), duiding, toestand, huis)


def _antwoord(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis, doe: Doe) -> Beurt:
    label = str(duiding.label)
    gekozen = deelvraag.met_antwoord(huis.kennis.onderwerpen[label], bericht.tekst)
    toestand.situatie.onderwerp = label
    if toestand.vraag in ("ook", vragen.GEBEURTENIS):
        toestand.vraag = None
    zet = zetten.ONDERWERP_ALS_ZET.get(label)
    if doel := duiding.doel or (zet(toestand) if zet else None):
        uit = doe(doel, bericht, toestand, huis)
        return Beurt(uit.antwoorden, toestand, label, (label,), f"{duiding.waarom}; {uit.waarom}")
    ook = tuple(n for n in duiding.onderwerpen if n != label)
    if toestand.vraag in vragen.VOORBEREIDING:
        los = onderwerp.antwoord(gekozen, toestand.situatie, huis, bericht.nu)
        return Beurt((los,), toestand, label, (label, *ook), duiding.waarom)
    if gekozen.instap or (gekozen.toon_stap and not toestand.situatie.zonder_samenwerkingsverband()):
        return _instap(duiding, bericht, toestand, huis, ook)
    gezegd = onderwerp.antwoord(gekozen, toestand.situatie, huis, bericht.nu)
    if gekozen is not huis.kennis.onderwerpen[label]:
        toestand.getoond.append(f"deel:{label}")
    elif f"deel:{label}" in toestand.getoond:
        toestand.getoond.remove(f"deel:{label}")
    else:
        gezegd = herhaling.anders_gezegd(gezegd, gekozen, bericht, toestand, huis)
    topics = (label, *ook)
    if gekozen.plekken is not None:
        return _plekken(gekozen, gezegd, duiding, bericht, toestand, huis)
    swv_nodig = gekozen.contact[:1] == ("swv",) and not ook
    if swv_nodig and not toestand.situatie.swv and not toestand.situatie.zonder_samenwerkingsverband():
        vraag = stappen.open_deurvraag(toestand, huis)
        if vraag is not None:
            toestand.doelstap = "samenwerkingsverband"
            return Beurt((gezegd, vraag), toestand, label, topics, f"{duiding.waarom}; gevraagd: {toestand.vraag}")
    if terug := vragen.kom_terug(toestand, huis):
        _bied_aan(ook, toestand, huis)
        terug = replace(terug, knoppen=tuple(toestand.keuzes))
        return Beurt((gezegd, terug), toestand, label, topics, duiding.waarom)
    erbij = () if ook else documentknoppen(label, toestand, huis)
    namen = ook or (*duiding.ook, *gekozen.verder)
    knoppen = vervolgknoppen(toestand, huis, namen, erbij)
    if ook:
        toestand.vraag = "ook"
        aanbod = Antwoord(huis.kennis.tekst("en_verder"), knoppen)
        return Beurt((gezegd, aanbod), toestand, label, topics, duiding.waarom)
    gezegd = Antwoord(gezegd.tekst, knoppen, gezegd.custom)
    return Beurt((gezegd,), toestand, label, topics, duiding.waarom)


def _bied_aan(ook: tuple[str, ...], toestand: Toestand, huis: Huis) -> tuple[Knop, ...]:
    """The other topics of the message as choices beside the question that is open."""
    knoppen = onderwerpknoppen(ook, huis)
    toestand.keuzes = [*toestand.keuzes, *knoppen]
    return knoppen


def _plekken(
    gekozen: Onderwerp, antwoord: Antwoord, duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis
) -> Beurt:
    """Places near the parent; the place is asked first where it is not known."""
    lijst = plekken.antwoord(gekozen, toestand, huis)
    topics = tuple(dict.fromkeys((gekozen.id, *duiding.onderwerpen)))
    if lijst is None and "plaats_plek" not in toestand.overgeslagen:
        vraag = vragen.stel("plaats_plek", toestand, huis)
        return Beurt((antwoord, vraag), toestand, gekozen.id, topics, f"{duiding.waarom}; gevraagd: plaats_plek")
    toestand.vraag = None
    if lijst is None or (not lijst.custom.get("bronnen") and len(topics) > 1):
        geen = f"\n{lijst.tekst}" if lijst else ""
        knoppen = vervolgknoppen(toestand, huis, (*topics[1:], *gekozen.verder))
        lijst = Antwoord(f"{antwoord.tekst}{geen}", knoppen, antwoord.custom)
    return Beurt((lijst,), toestand, gekozen.id, topics, f"{duiding.waarom}; plekken gezocht")


def _instap(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis, ook: tuple[str, ...]) -> Beurt:
    """A topic that opens the talk: say what was heard, then the step that follows from it."""
    label = str(duiding.label)
    gekozen = huis.kennis.onderwerpen[label]
    if not gekozen.toon_stap:
        toestand.doelstap = None
    if gekozen.toon_stap and gekozen.stap and not toestand.situatie.gedaan(gekozen.stap):
        antwoorden, reden = stappen.vervolg(toestand, huis, bericht.nu, gekozen.stap)
    else:
        antwoorden, reden = stappen.vervolg(toestand, huis, bericht.nu)
    kop = onderwerp.aanhef(gekozen, toestand.situatie)
    past = not (toestand.situatie.kind == "ik" and spreekt_ouders_aan(kop))
    if past and woorden([kop, *(a.tekst for a in antwoorden)]) <= onderwerp.MAX_WOORDEN:
        antwoorden.insert(0, Antwoord(kop))
    if ook and toestand.vraag is not None:
        knoppen = _bied_aan(ook, toestand, huis)
        gewoon = antwoorden[-1].knoppen
        volgorde = (*knoppen, *gewoon) if toestand.vraag == "stap" else (*gewoon, *knoppen)
        antwoorden[-1] = replace(antwoorden[-1], knoppen=volgorde)
    return Beurt(tuple(antwoorden), toestand, label, (label, *ook), f"{duiding.waarom}; {reden}")

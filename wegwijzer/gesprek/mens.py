"""A human: who can be reached now, who opens first; and from every reply a way to get there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from wegwijzer.gesprek.model import Beurt, Knop, woorden
from wegwijzer.huis import Huis
from wegwijzer.pad import kaart
from wegwijzer.pad.bereikbaar import Bereikbaar, Lijn, wie
from wegwijzer.pad.openstelling import Periode, lokaal
from wegwijzer.pad.situatie import Situatie
from wegwijzer.pad.termijnen import leesbare_dag

ONDERWERP = "praat_met_mens"
"""The topic that the button to a human stands for."""
DOEL = f"onderwerp:{ONDERWERP}"
KINDERTELEFOON = "kindertelefoon"
KINDEREN_TOT = 18
"""De Kindertelefoon is for who is younger (years)."""
MEESTE = 3
"""So many people are told at most."""
MEESTE_WOORDEN = 88
"""The whole answer has at most so many words; what is optional goes first."""
DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
AFSTAND = ("telefoon", "mail", "chat")
"""Ways to reach a person rather than a page."""


def met_mens(uit: Beurt, huis: Huis) -> Beurt:
    """The same turn with the button to a human, unless it is there already, the talk was wiped, or this is it."""
    if uit.wis or uit.topic == ONDERWERP or any(k.doel == DOEL for a in uit.antwoorden for k in a.knoppen):
        return uit
    knop = Knop(huis.kennis.tekst("knop_mens"), DOEL)
    *eerder, laatste = uit.antwoorden
    uit.toestand.keuzes = [*(k for k in uit.toestand.keuzes if k.doel != DOEL), knop]
    return replace(uit, antwoorden=(*eerder, replace(laatste, knoppen=(*laatste.knoppen, knop))))


def contacten(ids: Sequence[str], situatie: Situatie) -> tuple[str, ...]:
    """The organisations to look at: for a child De Kindertelefoon and its region, not the lines for parents."""
    kind = situatie.kind == "ik" and (situatie.leeftijd is None or situatie.leeftijd < KINDEREN_TOT)
    return (KINDERTELEFOON, "swv") if kind else tuple(ids)


def regels(
    kaarten: Sequence[kaart.Kaart], kop: Sequence[str], situatie: Situatie, huis: Huis, nu: datetime
) -> list[str]:
    """What is said after `kop`: who is there now, who is first, and what is missing to know more."""
    niemand = (
        [] if wie(kaarten, nu).nu else [kaart.vul_nummers(huis.kennis.teksten["mens_niemand"][0], huis.kennis).strip()]
    )
    uit = [*niemand, *mensen(kaarten, huis, nu)]
    while len(uit) > len(niemand) + 1 and woorden([*kop, *uit]) > MEESTE_WOORDEN:
        uit.pop()
    plaats = huis.kennis.tekst("mens_plaats")
    zoekt = not (situatie.swv or situatie.zonder_samenwerkingsverband())
    return [*uit, plaats] if zoekt and woorden([*kop, *uit, plaats]) <= MEESTE_WOORDEN else uit


def geordend(kaarten: Sequence[kaart.Kaart], nu: datetime) -> list[kaart.Kaart]:
    """The same cards, in the order in which the text names them."""
    stand = wie(kaarten, nu)
    eerst = [lijn.kaart for lijn in (*stand.nu, *stand.straks)]
    return [*eerst, *(k for k in kaarten if k not in eerst)]


def mensen(kaarten: Sequence[kaart.Kaart], huis: Huis, nu: datetime) -> list[str]:
    """At most three people, one line each: open now, then the first to open, then who keeps hours we do not know."""
    stand, moment = wie(kaarten, nu), lokaal(nu)
    open_ = stand.nu[: MEESTE - 1]
    straks = list(stand.straks[: MEESTE - 1 - len(open_)])
    uit = [_open(lijn, lijn is stand.eerste(), moment, huis) for lijn in open_]
    onbekend = list(_onbekend(stand, huis))[: MEESTE - len(open_) - len(straks)]
    straks += stand.straks[len(straks) :][: MEESTE - len(open_) - len(straks) - len(onbekend)]
    uit += [_straks(lijn, lijn is straks[0], moment, huis) for lijn in straks]
    return uit + onbekend


def _open(lijn: Lijn, eerste: bool, moment: datetime, huis: Huis) -> str:
    tot = _tijd(lijn.nu.tot) if lijn.nu else ""
    tekst = huis.kennis.tekst("mens_nu", wie=_naam(lijn.kaart), contact=_contact(lijn), tot=tot)
    if not (eerste and lijn.straks):
        return tekst
    return f"{tekst} {huis.kennis.tekst('mens_weer', wanneer=_wanneer(lijn.straks, moment))}"


def _straks(lijn: Lijn, eerste: bool, moment: datetime, huis: Huis) -> str:
    """Who opens when; an unsure holiday before that is told with the first of them."""
    kennis = huis.kennis
    wanneer = _wanneer(lijn.straks, moment) if lijn.straks else ""
    wanneer = wanneer[:1].upper() + wanneer[1:]
    tekst = kennis.tekst("mens_straks", wanneer=wanneer, wie=_naam(lijn.kaart), contact=_contact(lijn))
    if lijn.misschien is None or not eerste:
        return tekst
    dag = _dag(lijn.misschien.van.date(), moment.date())
    return f"{tekst} {kennis.tekst('mens_misschien', dag=dag, feestdag=lijn.misschien.feestdag)}"


def _onbekend(stand: Bereikbaar, huis: Huis) -> Iterator[str]:
    for k in stand.onbekend:
        direct = kaart.Kaart(k.wie, k.wat, tuple(c for c in k.contact if c.soort in AFSTAND)).tekst(2)
        if direct:
            yield huis.kennis.tekst("mens_onbekend", wie=_naam(k), contact=direct)
        elif site := k.tekst(1):
            yield huis.kennis.tekst("stap_contact", wie=_naam(k), contact=site)


def _contact(lijn: Lijn) -> str:
    """The line itself, its hours left out, with the mail address of who keeps it."""
    mail = next((c for c in lijn.kaart.contact if c.soort == "mail"), None)
    delen = [
        kaart.Kaart("", "", (c,)).tekst(1) for c in (replace(lijn.contact, tijden=None), *([mail] if mail else []))
    ]
    if lijn.contact.tijden_noot:
        delen[0] += f" ({lijn.contact.tijden_noot})"
    return " of ".join(delen)


def _naam(k: kaart.Kaart) -> str:
    return k.wie.split(" (")[0].split(",")[0].split(" – ")[0]


def _wanneer(periode: Periode, moment: datetime) -> str:
    return f"{_dag(periode.van.date(), moment.date())} vanaf {_tijd(periode.van)}"


def _dag(dag: date, vandaag: date) -> str:
    """`vandaag`, `morgen`, a weekday in the coming week, or the day itself."""
    over = (dag - vandaag).days
    if over in (0, 1):
        return ("vandaag", "morgen")[over]
    return DAGEN[dag.weekday()] if over < len(DAGEN) else f"{DAGEN[dag.weekday()]} {leesbare_dag(dag)}"


def _tijd(moment: datetime) -> str:
    return f"{moment.hour or (24 if not moment.minute else 0)}.{moment.minute:02d} uur"

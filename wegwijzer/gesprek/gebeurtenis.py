"""Which day belongs to which event in a message, and what is wrong with a day: to come, not in any year, not exact."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from wegwijzer.gesprek.model import Bericht, Toestand
from wegwijzer.kennis.termijn_model import Termijnkennis
from wegwijzer.pad.situatie import Situatie
from wegwijzer.taal.situatie import gebeurtenissen as taal

VRAAG = "gebeurtenis"
"""`Toestand.vraag` while the day of `Toestand.gebeurtenis` is asked (`vragen.GEBEURTENIS`)."""
BESLUIT, TLV, THUIS = "besluit", "besluit_tlv", "thuis_sinds"
VAN_SITUATIE = {"verwijderd": "besluit_verwijdering", "geweigerd": "besluit_toelating"}
"""What is known of the child → the decision that is meant by "the decision"."""
BEZWAAR, AANGEMELD, TASKFORCE = "bezwaar_ingediend", "aangemeld", "gemeld_taskforce"
ANDERE_ZIN = 1000
"""A day in another sentence is this much further away (characters)."""
_JAAR = re.compile(r"(?:19|20)\d\d|\d\s*[-/.]\s*\d+\s*[-/.]\s*\d|vorig")
_LEERPLICHT = re.compile(r"\bleerplicht")
_ZINSEINDE = re.compile(r"[.?!;\n](?!\d)")


@dataclass(frozen=True)
class Gehoord:
    """`dagen`: event → day (ISO). `probleem`: geen (no decision yet), toekomst, bestaat_niet or precies, with the event
    that it is about; `dag`: the day that is still to come."""

    dagen: Mapping[str, str] = field(default_factory=dict)
    probleem: str | None = None
    gebeurtenis: str | None = None
    dag: date | None = None


def hoor(bericht: Bericht, toestand: Toestand, kennis: Termijnkennis) -> Gehoord:
    """The events with their days in this message; a bare day belongs to the event that was asked or told last."""
    vandaag = bericht.nu.date()
    gevraagd = toestand.gebeurtenis if toestand.vraag == VRAAG else None
    genoemd = _genoemd(bericht, toestand, kennis, gevraagd)
    dagen = _dagen(bericht, vandaag, gevraagd)
    paren = _paren(bericht.tekst, genoemd, dagen)
    los = gevraagd or (toestand.gebeurtenis if not genoemd and _kale_dag(bericht, toestand) else None)
    if los and dagen and not paren:
        paren = {los: dagen[-1][0]}
    verleden = {g: d.isoformat() for g, d in paren.items() if d <= vandaag}
    if verleden:
        return Gehoord(verleden)
    if paren:
        gebeurtenis, dag = next(iter(paren.items()))
        return Gehoord(probleem="toekomst", gebeurtenis=gebeurtenis, dag=dag)
    over = genoemd[0][0] if genoemd else gevraagd
    if (gevraagd or genoemd) and taal.bestaat_niet(bericht.tekst):
        return Gehoord(probleem="bestaat_niet", gebeurtenis=over)
    elders = bericht.alle("stap_gedaan") or bericht.alle("organisatie")
    if gevraagd and not elders and taal.zegt_geen(bericht.tekst):
        return Gehoord(probleem="geen", gebeurtenis=gevraagd)
    if gevraagd and taal.ongeveer(bericht.tekst, vandaag):
        return Gehoord(probleem="precies", gebeurtenis=gevraagd)
    return Gehoord()


def _kale_dag(bericht: Bericht, toestand: Toestand) -> bool:
    """A day and nothing else; where the question for it was put aside, `gisteren` answers it too."""
    naam = toestand.gebeurtenis
    bekend = toestand.situatie.gebeurtenissen.get(naam or "")
    net_verteld = bekend in {str(v.waarde) for v in bericht.alle("datum")}
    wacht = f"dag:{naam}" in toestand.getoond and (bekend is None or net_verteld)
    return taal.alleen_dag(bericht.tekst, bericht.nu.date() if wacht else None)


def neem(bericht: Bericht, toestand: Toestand, kennis: Termijnkennis) -> None:
    """Remember the days that this message tells."""
    gehoord = hoor(bericht, toestand, kennis)
    if gehoord.dagen:
        toestand.situatie.gebeurtenissen = {**toestand.situatie.gebeurtenissen, **gehoord.dagen}
        toestand.gebeurtenis = next(iter(gehoord.dagen))


def bedoeld(gebeurtenis: str, situatie: Situatie, kennis: Termijnkennis) -> str:
    """`gebeurtenis` itself; for "the decision" the one that is known or follows from what happened to the child."""
    if gebeurtenis != BESLUIT or BESLUIT in situatie.gebeurtenissen:
        return gebeurtenis
    bekend = [
        (dag, g)
        for g, dag in situatie.gebeurtenissen.items()
        if g in kennis.gebeurtenissen and kennis.gebeurtenissen[g].brief and g != TLV
    ]
    if bekend:
        return max(bekend)[1]
    return next((g for s, g in VAN_SITUATIE.items() if s in situatie.situatie), BESLUIT)


def _genoemd(
    bericht: Bericht, toestand: Toestand, kennis: Termijnkennis, gevraagd: str | None
) -> list[tuple[str, int, int]]:
    """The events that are named, with their characters; "the decision" only where no decision is named itself."""
    alle = [(v.waarde, v.start, v.einde) for v in bericht.alle("gebeurtenis") if v.waarde in kennis.gebeurtenissen]
    soorten = {g for g, _, _ in alle}
    over_tlv = TLV in soorten or toestand.situatie.onderwerp in _onderwerpen(TLV, kennis)
    uit = []
    for g, start, einde in alle:
        if g == BEZWAAR and over_tlv:
            continue  # the samenwerkingsverband decides within another time than a school board
        if g == AANGEMELD and (gevraagd or toestand.gebeurtenis) == TASKFORCE:
            g = TASKFORCE
        if g == BESLUIT:
            if _LEERPLICHT.search(bericht.tekst.lower()):
                continue  # an invitation to talk is no decision
            if any(s != BESLUIT and kennis.gebeurtenissen[s].brief for s in soorten):
                continue
            van_onderwerp = kennis.van_onderwerp(toestand.situatie.onderwerp)
            g = gevraagd or (van_onderwerp.id if van_onderwerp and van_onderwerp.brief else BESLUIT)
            g = bedoeld(g, toestand.situatie, kennis)
        uit.append((g, start, einde))
    return uit


def _onderwerpen(gebeurtenis: str, kennis: Termijnkennis) -> tuple[str, ...]:
    return kennis.gebeurtenissen[gebeurtenis].onderwerpen if gebeurtenis in kennis.gebeurtenissen else ()


def _dagen(bericht: Bericht, vandaag: date, gevraagd: str | None) -> list[tuple[date, int, int]]:
    """The exact days with their characters; a day without a year that would be to come is that of the year before."""
    uit = []
    for v in bericht.alle("datum"):
        dag = date.fromisoformat(str(v.waarde))
        if dag > vandaag and not _JAAR.search(bericht.tekst[v.start : v.einde]) and not _morgen(bericht, v.start):
            dag = _jaar_eerder(dag)
        if not taal.van_iets_anders(bericht.tekst, v.start, v.einde, gevraagd=bool(gevraagd)):
            uit.append((dag, v.start, v.einde))
    if not uit and gevraagd:
        einde = len(bericht.tekst)
        uit = [(d, einde, einde) for d in taal.kale_dagen(bericht.tekst, vandaag)]
    return uit


def _morgen(bericht: Bericht, start: int) -> bool:
    """Whether the day is named from today on: `morgen`, `volgende week dinsdag`."""
    return not bericht.tekst[start : start + 1].isdigit()


def _jaar_eerder(dag: date) -> date:
    try:
        return dag.replace(year=dag.year - 1)
    except ValueError:
        return dag


def _paren(tekst: str, genoemd: list[tuple[str, int, int]], dagen: list[tuple[date, int, int]]) -> dict[str, date]:
    """Each event with the nearest of the days that are nearest to it."""
    beste: dict[str, tuple[int, date]] = {}
    for dag, start, einde in dagen:
        kandidaten = [
            (_afstand(tekst, start, einde, s, e), g)
            for g, s, e in genoemd
            if (na := taal.alleen_na(g)) is None or na.match(taal.ervoor(tekst, start))
        ]
        if kandidaten:
            ver, g = min(kandidaten)
            if g not in beste or ver < beste[g][0]:
                beste[g] = (ver, dag)
    return {g: dag for g, (_, dag) in sorted(beste.items(), key=lambda b: b[1][0])}


def _afstand(tekst: str, start: int, einde: int, s: int, e: int) -> int:
    links, rechts = min(einde, e), max(start, s)
    return max(0, rechts - links) + ANDERE_ZIN * bool(_ZINSEINDE.search(tekst, links, max(links, rechts)))

"""What belongs to a step for this child: whom to reach, what to do, what holds in the region. No sentences yet."""

from __future__ import annotations

from wegwijzer.kennis.model import Afspraak, Kennis, Stap
from wegwijzer.pad import kaart
from wegwijzer.pad.situatie import VERVANGERS, Situatie

VERBAND = "samenwerkingsverband"


def kaarten_van(stap: Stap, situatie: Situatie, kennis: Kennis) -> list[kaart.Kaart]:
    """The contacts, the best first; at the samenwerkingsverband only this region's own, empty while it is unknown."""
    if stap.id == VERBAND:
        swv = kennis.samenwerkingsverbanden.get(situatie.swv or "")
        return [kaart.van_samenwerkingsverband(swv)] if swv is not None else []
    zonder, ids = situatie.zonder_samenwerkingsverband(), list(stap.organisaties)
    if zonder and stap.id == "school":
        ids.insert(0, VERVANGERS[zonder])
    if zonder and zonder != "mbo" and stap.id == "onderwijsconsulent":
        ids.append(VERVANGERS[zonder])
    return [kaart.van_organisatie(kennis.organisaties[o]) for o in ids if o in kennis.organisaties]


def passend(zinnen: tuple[str, ...], situatie: Situatie) -> list[str]:
    """Without the sentences about a samenwerkingsverband where this child has none."""
    return [z for z in zinnen if VERBAND not in z] if situatie.zonder_samenwerkingsverband() else list(zinnen)


def afspraken(situatie: Situatie, kennis: Kennis) -> list[Afspraak]:
    """The regional agreements that hold for this child now."""
    weken, sector = situatie.weken_thuis or 0, situatie.sector()
    return [
        afspraak
        for regio in kennis.regios
        for afspraak in regio.afspraken
        if sector in afspraak.sector
        and weken >= (afspraak.vanaf_weken or 0)
        and situatie.swv in (afspraak.swv or regio.swv)
        and (not afspraak.gemeenten or situatie.gemeente in afspraak.gemeenten)
    ]

"""A draft letter, filled with what is known of the child; what is not known stays a gap for the parent. Pure."""

from __future__ import annotations

from datetime import date
from typing import Any

from wegwijzer.kennis.brief_model import Brief
from wegwijzer.kennis.model import Kennis
from wegwijzer.kennis.sjabloon import GEBEURTENISSEN, vul_in
from wegwijzer.pad import termijnen
from wegwijzer.pad.situatie import Situatie
from wegwijzer.pad.stap import GEEN_SCHOOL
from wegwijzer.pad.weetjes import KINDEREN, opsomming, school_met_lidwoord, weken
from wegwijzer.pad.wet import artikelen_van

GEEN_HULP = frozenset({"klacht"})
"""Steps that are no talk with somebody who helps, so that "I asked help of" does not fit."""
ZONDER_SCHOOL = "geen_school_of_plek"
"""The topic of a child without a school: its letters come first where that is all we know."""


def stel_op(brief: Brief, situatie: Situatie, kennis: Kennis, vandaag: date, plaats_van_school: bool = True) -> str:
    """The draft as plain text. `plaats_van_school`: whether the known place is the school's, not the home's."""
    return vul_in(brief.tekst, waarden(brief, situatie, kennis, vandaag, plaats_van_school))


def waarden(
    brief: Brief, situatie: Situatie, kennis: Kennis, vandaag: date, plaats_van_school: bool = True
) -> dict[str, Any]:
    """Every word that a template may use (kennis.sjabloon.WAARDEN); None for what is not known. Never a name."""
    swv = kennis.samenwerkingsverbanden.get(situatie.swv or "")
    gedaan = [kennis.stappen[s].kort for s in situatie.stappen_gedaan if s in kennis.stappen and s not in GEEN_HULP]
    artikelen = artikelen_van(brief.wet, situatie, kennis)
    dagen = {id_: termijnen.datum(situatie.gebeurtenissen, id_) for id_ in kennis.termijnen.gebeurtenissen}
    return {
        "vandaag": termijnen.leesbare_dag(vandaag),
        "kind": KINDEREN.get(situatie.kind or "", "mijn kind"),
        "leeftijd": situatie.leeftijd,
        "school": school_met_lidwoord(situatie.onderwijssoort),
        "plaats": situatie.plaats if plaats_van_school else None,
        "weken_thuis": weken(situatie.weken_thuis),
        "stappen_gedaan": opsomming(gedaan) or None,
        "samenwerkingsverband": swv.naam if swv is not None else None,
        "heeft_samenwerkingsverband": situatie.zonder_samenwerkingsverband() is None,
        "geen_school": GEEN_SCHOOL in situatie.situatie,
        "wetsartikel": artikelen[0].aanhaling() if artikelen else None,
        GEBEURTENISSEN: {id_: termijnen.leesbare_dag(dag) if dag else None for id_, dag in dagen.items()},
    }


def passende(situatie: Situatie, kennis: Kennis) -> list[Brief]:
    """The letters that this parent can use, in the order of the road; a complaint comes last."""
    zonder = situatie.zonder_samenwerkingsverband()
    kan = [
        b
        for b in kennis.brieven.values()
        if (situatie.onderwijssoort is None or situatie.onderwijssoort in b.voor)
        and not (zonder and b.stap == "samenwerkingsverband")
    ]
    nummer = {id_: s.nummer for id_, s in kennis.stappen.items()}
    return sorted(kan, key=lambda b: (nummer.get(b.stap or "", 0), b.id == "klacht", b.id))


def voorgesteld(situatie: Situatie, kennis: Kennis, onderwerp: str | None, stap: str | None) -> list[Brief]:
    """The letters to offer first: those of `onderwerp`, then the first one of `stap` and the first one to school."""
    if GEEN_SCHOOL in situatie.situatie and onderwerp not in kennis.onderwerpen:
        onderwerp = ZONDER_SCHOOL
    kan = passende(situatie, kennis)
    rij = [b for b in kan if onderwerp in b.onderwerpen]
    for naam in (stap, None if GEEN_SCHOOL in situatie.situatie else "school"):
        eerste = next((b for b in kan if naam is not None and b.stap == naam), None)
        rij += [eerste] if eerste is not None and eerste not in rij else []
    return rij

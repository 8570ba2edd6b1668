"""Which step comes next, and why. Pure routing: no texts, no contacts."""

from __future__ import annotations

from dataclasses import dataclass

from wegwijzer.kennis.model import STAPPEN
from wegwijzer.pad.situatie import Situatie

GEEN_SCHOOL = "geen_school"


@dataclass(frozen=True)
class Keuze:
    """The next step (None: the whole road has been walked) and the reason, for the helpdesk."""

    stap: str | None
    waarom: str


def volgende_stap(situatie: Situatie) -> Keuze:
    """The first step of the road that applies to this child and has not been done.

    A child without a school has no school to talk with; mbo, cluster 1 and cluster 2 have no
    samenwerkingsverband. A complaint is never first: it comes after school, samenwerkingsverband and consulent.
    """
    for stap in STAPPEN:
        if situatie.gedaan(stap):
            continue
        if stap == "school" and GEEN_SCHOOL in situatie.situatie:
            continue
        if stap == "samenwerkingsverband" and situatie.zonder_samenwerkingsverband():
            continue
        gedaan = ", ".join(situatie.stappen_gedaan) or "nog niets"
        return Keuze(stap, f"gedaan: {gedaan}; eerste stap die past: {stap}")
    return Keuze(None, "alle stappen zijn gedaan")


def open_stap(situatie: Situatie) -> str | None:
    """The step that was shown, or the next one where that has been done meanwhile; None where none was shown."""
    if situatie.stap is not None and situatie.gedaan(situatie.stap):
        return volgende_stap(situatie).stap
    return situatie.stap

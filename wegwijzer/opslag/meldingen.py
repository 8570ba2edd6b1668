"""Remarks of parents on an answer, kept for the helpdesk as long as the conversation itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore

from wegwijzer.opslag import berichten, open_vragen
from wegwijzer.opslag.sessies import Sessie
from wegwijzer.opslag.tabellen import MELDINGEN, zorg_voor

GEVAAR = "nood"
"""The topic of an answer about danger."""


@dataclass(frozen=True)
class Melding:
    """`bericht`: id of the message as the client knows it; `tekst` must be redacted already."""

    bericht: int
    tekst: str
    kennis: str
    uitgave: int


def bewaar(opslag: SQLTrackerStore, van: Sessie, nummer: int, melding: Melding, nu: float) -> bool:
    """Store a remark on message `nummer`; False when that is not an answer of the assistant in this conversation."""
    zorg_voor(opslag.engine)
    plek = nummer - van.basis
    with opslag.session_scope() as sessie:
        gevonden = berichten.lees(sessie, van.gesprek, plek - 1)[:1] if plek > 0 else []
        if not gevonden or gevonden[0].van_ouder:
            return False
        topic = berichten.topic_bij(sessie, van.gesprek, plek)
        rij = {"bericht": melding.bericht, "tekst": melding.tekst, "kennis": melding.kennis, "uitgave": melding.uitgave}
        sessie.execute(sa.insert(MELDINGEN).values(gesprek=van.gesprek, topic=topic, gemaakt=nu, **rij))
        _als_open_vraag(sessie, van.gesprek, plek, topic, nu)
        sessie.commit()
    return True


def _als_open_vraag(sessie: Any, gesprek: str, plek: int, topic: str, nu: float) -> None:
    """The question that this answer was for is open again; not where it was about danger."""
    vragen = [b.tekst for b in berichten.lees(sessie, gesprek) if b.van_ouder and b.nummer < plek]
    if vragen and topic != GEVAAR:
        open_vragen.voeg_toe_in(sessie, gesprek, vragen[-1], open_vragen.OPMERKING, topic, nu)

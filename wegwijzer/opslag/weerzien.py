"""Adds to a stored conversation what the assistant says of its own accord: the welcome of who comes back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.events import BotUttered, Event, SlotSet

from wegwijzer.opslag import berichten
from wegwijzer.opslag.sessies import Sessie, niet_bezig
from wegwijzer.opslag.tabellen import SESSIES


def lees(opslag: SQLTrackerStore, van: Sessie) -> tuple[dict[str, Any], int]:
    """What the conversation knows, and how many messages it holds."""
    with opslag.session_scope() as sessie:
        return berichten.slots(sessie, van.gesprek), berichten.aantal(sessie, van.gesprek)


def zeg_erbij(
    opslag: SQLTrackerStore,
    van: Sessie,
    aantal: int,
    gezegd: Sequence[tuple[str, Mapping[str, Any]]],
    slots: Mapping[str, Any],
    nu: float,
) -> bool:
    """Store these replies (text, data as Rasa keeps it) and slots, in one transaction.

    False, and nothing is stored, while a turn runs or where there are no longer `aantal` messages.
    """
    events: list[Event] = [BotUttered(tekst, dict(data), timestamp=nu) for tekst, data in gezegd]
    events += [SlotSet(naam, waarde, timestamp=nu) for naam, waarde in slots.items()]
    vrij = sa.and_(SESSIES.c.id == van.id, niet_bezig(nu))
    with opslag.session_scope() as sessie:
        gepakt = sessie.execute(sa.update(SESSIES).where(vrij).values(bezig_tot=0.0))
        if not gepakt.rowcount or berichten.aantal(sessie, van.gesprek) != aantal:
            sessie.rollback()
            return False
        for event in events:
            inhoud = event.as_dict()
            rij = {"type_name": event.type_name, "timestamp": nu, "action_name": inhoud.get("name")}
            sessie.add(SQLTrackerStore.SQLEvent(sender_id=van.gesprek, data=json.dumps(inhoud), **rij))
        sessie.commit()
    return True

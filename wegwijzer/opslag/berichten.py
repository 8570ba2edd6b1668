"""The messages of one conversation, as Rasa's tracker store holds them: what the parent said and what was answered."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore

OUDER, ASSISTENT = "user", "bot"
"""Rasa's names of the two kinds of events that are messages."""
RECENT = 20
"""A key is looked for in so many of the parent's last messages."""


@dataclass(frozen=True)
class Bericht:
    """`nummer`: its place in the conversation (1, 2, …); `tijd`: seconds since 1970; `sleutel`: the client's key."""

    nummer: int
    van_ouder: bool
    tijd: float
    tekst: str
    knoppen: tuple[str, ...] = ()
    custom: Mapping[str, Any] | None = None
    sleutel: str | None = None


def lees(sessie: Any, gesprek: str, vanaf: int = 0) -> list[Bericht]:
    """All messages after number `vanaf`, in order. `sessie`: an open SQLAlchemy session of the tracker store."""
    event = SQLTrackerStore.SQLEvent
    vraag = (
        sa.select(event.type_name, event.timestamp, event.data)
        .where(event.sender_id == gesprek, event.type_name.in_((OUDER, ASSISTENT)))
        .order_by(event.id)
        .offset(max(0, vanaf))
    )
    begin = max(0, vanaf) + 1
    return [_bericht(nummer, *rij) for nummer, rij in enumerate(sessie.execute(vraag), begin)]


def aantal(sessie: Any, gesprek: str) -> int:
    """How many messages the conversation holds."""
    event = SQLTrackerStore.SQLEvent
    soorten = event.type_name.in_((OUDER, ASSISTENT))
    vraag = sa.select(sa.func.count()).select_from(event).where(event.sender_id == gesprek, soorten)
    return int(sessie.execute(vraag).scalar() or 0)


def heeft_sleutel(sessie: Any, gesprek: str, sleutel: str) -> bool:
    """Whether one of the parent's last messages carries this key of the client: then its turn is stored."""
    event = SQLTrackerStore.SQLEvent
    laatste = (
        sa.select(event.data)
        .where(event.sender_id == gesprek, event.type_name == OUDER)
        .order_by(event.id.desc())
        .limit(RECENT)
    )
    return any(json.loads(ruw).get("message_id") == sleutel for (ruw,) in sessie.execute(laatste))


def slots(sessie: Any, gesprek: str) -> dict[str, Any]:
    """What the conversation knows: each slot that was ever set, with its last value."""
    event = SQLTrackerStore.SQLEvent
    gezet = event.type_name == "slot"
    vraag = sa.select(event.action_name, event.data).where(event.sender_id == gesprek, gezet).order_by(event.id)
    laatste = {naam: ruw for naam, ruw in sessie.execute(vraag)}
    return {naam: json.loads(ruw).get("value") for naam, ruw in laatste.items()}


def topic_bij(sessie: Any, gesprek: str, nummer: int) -> str:
    """Which topic gave message `nummer` (README, Contract: `topic`); `onbekend` where that is not known."""
    event = SQLTrackerStore.SQLEvent
    vraag = (
        sa.select(event.type_name, event.action_name, event.data)
        .where(event.sender_id == gesprek)
        .where(sa.or_(event.type_name.in_((OUDER, ASSISTENT)), event.action_name == "verantwoording"))
        .order_by(event.id)
    )
    topic, geteld = "onbekend", 0
    for soort, _, data in sessie.execute(vraag):
        if soort in (OUDER, ASSISTENT):
            if geteld >= nummer and soort == OUDER:
                break
            geteld += 1
        elif isinstance(waarde := json.loads(data).get("value"), dict):
            topic = str(waarde.get("topic") or topic)
    return topic[:100]


def _bericht(nummer: int, soort: str, tijd: float, ruw: str) -> Bericht:
    inhoud = json.loads(ruw)
    tekst = str(inhoud.get("text") or "")
    if soort == OUDER:
        return Bericht(nummer, True, tijd, tekst, sleutel=inhoud.get("message_id"))
    extra = inhoud.get("data") or {}
    titels = tuple(str(k.get("title") or "") for k in extra.get("buttons") or ())
    return Bericht(nummer, False, tijd, tekst, titels, extra.get("custom") or {})

"""Deletes one conversation at once, from whichever of Rasa's stores holds it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import InMemoryTrackerStore, SQLTrackerStore

from wegwijzer.opslag import berichten
from wegwijzer.opslag.gewist import noteer
from wegwijzer.opslag.tabellen import MELDINGEN, OPEN_VRAGEN, SESSIES, SLEUTELS, TERUGKEER, TOEGANGEN, zorg_voor


def wis(opslag: Any, gesprek: str) -> None:
    """Delete all that was said in conversation `gesprek`, and what hangs on it; the session that began it stays usable.

    Devices that came by a return link must open a new one: they would read what is said from now on.

    Raises TypeError for a kind of store that is not known here.
    """
    wis_reserve(opslag, gesprek)
    while hasattr(opslag, "_tracker_store"):
        opslag = opslag._tracker_store
    if isinstance(opslag, SQLTrackerStore):
        zorg_voor(opslag.engine)
        with opslag.session_scope() as sessie:
            # Two more than there were: the message that asked for it and its reply are not stored, but were shown.
            weg = berichten.aantal(sessie, gesprek) + 2
            volgende = SESSIES.c.basis + weg
            sessie.execute(sa.update(SESSIES).where(SESSIES.c.gesprek == gesprek).values(basis=volgende))
            sessie.execute(sa.delete(TOEGANGEN).where(TOEGANGEN.c.gesprek == gesprek))
            wis_in(sessie, [gesprek])
            noteer(sessie, [gesprek], time.time())
            sessie.commit()
    elif isinstance(opslag, InMemoryTrackerStore):
        opslag.store.pop(gesprek, None)
    else:
        raise TypeError(f"wissen kan niet in {type(opslag).__name__}")


def wis_reserve(opslag: Any, gesprek: str) -> None:
    """Delete the conversation from the memory where Rasa keeps it while the database cannot be written."""
    while hasattr(opslag, "_tracker_store"):
        reserve = getattr(opslag, "_fallback_tracker_store", None)
        if isinstance(reserve, InMemoryTrackerStore):
            reserve.store.pop(gesprek, None)
        opslag = opslag._tracker_store


def wis_in(sessie: Any, gesprekken: Sequence[str]) -> None:
    """Delete all that hangs on these conversations (at most some 500) but their sessions, within an open session."""
    event = SQLTrackerStore.SQLEvent
    sessie.execute(sa.delete(event).where(event.sender_id.in_(gesprekken)))
    for tabel in (SLEUTELS, MELDINGEN, OPEN_VRAGEN, TERUGKEER):
        sessie.execute(sa.delete(tabel).where(tabel.c.gesprek.in_(gesprekken)))

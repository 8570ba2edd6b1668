"""Deletes one conversation at once, from whichever of Rasa's stores holds it."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import InMemoryTrackerStore, SQLTrackerStore


def wis(opslag: Any, gesprek: str) -> None:
    """Delete every event of conversation `gesprek`. Raises TypeError for a kind of store that is not known here."""
    while hasattr(opslag, "_tracker_store"):
        opslag = opslag._tracker_store
    if isinstance(opslag, SQLTrackerStore):
        event = SQLTrackerStore.SQLEvent
        with opslag.session_scope() as sessie:
            sessie.execute(sa.delete(event).where(event.sender_id == gesprek))
            sessie.commit()
    elif isinstance(opslag, InMemoryTrackerStore):
        opslag.store.pop(gesprek, None)
    else:
        raise TypeError(f"wissen kan niet in {type(opslag).__name__}")

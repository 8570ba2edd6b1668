"""Deletes conversations that have been silent for longer than they may be kept."""

from __future__ import annotations

import time

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore, TrackerStore
from rasa.core.utils import AvailableEndpoints

from wegwijzer.huis import projectmap

DAG = 86_400.0
"""Seconds."""


def wis_oude(dagen: int, opslag: SQLTrackerStore | None = None) -> int:
    """Delete every conversation whose last event is older than `dagen` days; returns how many went."""
    opslag = opslag or _opslag()
    event = SQLTrackerStore.SQLEvent
    grens = time.time() - dagen * DAG
    stil = sa.select(event.sender_id).group_by(event.sender_id).having(sa.func.max(event.timestamp) < grens)
    with opslag.session_scope() as sessie:
        namen = [rij[0] for rij in sessie.execute(stil)]
        for begin in range(0, len(namen), 500):
            deel = namen[begin : begin + 500]
            sessie.execute(sa.delete(event).where(event.sender_id.in_(deel)))
        sessie.commit()
    return len(namen)


def _opslag() -> SQLTrackerStore:
    endpoints = AvailableEndpoints.read_endpoints(str(projectmap() / "endpoints.yml"))
    gemaakt = TrackerStore.create(endpoints.tracker_store)
    opslag = getattr(gemaakt, "_tracker_store", gemaakt)
    if not isinstance(opslag, SQLTrackerStore):
        raise TypeError("alleen een SQL-opslag kan worden opgeschoond")
    return opslag

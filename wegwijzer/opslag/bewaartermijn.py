"""Deletes conversations that have been silent for longer than they may be kept."""

from __future__ import annotations

import logging
import threading
import time

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore, TrackerStore
from rasa.core.utils import AvailableEndpoints

from wegwijzer.huis import projectmap
from wegwijzer.storing import plek_van

logger = logging.getLogger(__name__)

DAG = 86_400.0
"""Seconds."""
BEWAARTERMIJN = 28
"""How long a conversation may be silent before it is deleted (days); parents are told so."""


def dagelijks(klaar: threading.Event, dagen: int = BEWAARTERMIJN) -> None:
    """Delete what is too old, now and every day, until `klaar` is set. A failure is logged and tried again."""
    while True:
        try:
            wis_oude(dagen)
        except Exception as fout:
            logger.error("Oude gesprekken konden niet worden gewist: %s", plek_van(fout))
        if klaar.wait(DAG):
            return


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

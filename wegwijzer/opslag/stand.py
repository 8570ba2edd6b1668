"""Small facts about the running service that every worker and command must know of each other."""

from __future__ import annotations

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore

from wegwijzer.opslag.tabellen import STAND

OPGERUIMD = "opgeruimd"
"""When old conversations were last deleted (seconds since 1970)."""


def lees_stand(opslag: SQLTrackerStore, naam: str) -> float | None:
    """The value under `naam`; None where there is none. Raises sqlalchemy.exc.SQLAlchemyError."""
    with opslag.session_scope() as sessie:
        waarde = sessie.execute(sa.select(STAND.c.waarde).where(STAND.c.naam == naam)).scalar()
    return None if waarde is None else float(waarde)


def zet_stand(opslag: SQLTrackerStore, naam: str, waarde: float) -> None:
    """Write the value under `naam`. Raises sqlalchemy.exc.SQLAlchemyError."""
    with opslag.session_scope() as sessie:
        gezet = sessie.execute(sa.update(STAND).where(STAND.c.naam == naam).values(waarde=waarde))
        if not gezet.rowcount:
            sessie.execute(sa.insert(STAND).values(naam=naam, waarde=waarde))
        sessie.commit()

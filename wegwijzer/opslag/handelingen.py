"""What was done at the helpdesk: who, what, when. Never anything of a parent. Calls are synchronous."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore

from wegwijzer.opslag.tabellen import HANDELINGEN, zorg_voor

BEWAARD = 365 * 86_400.0
"""A line is kept so long (seconds)."""
MEESTE = 100_000
"""And no more lines than this: who tries passwords all day does not fill the disk."""


@dataclass(frozen=True)
class Handeling:
    """One line. `over`: the name of an account, a file of the knowledge, a number."""

    id: int
    wanneer: float
    wie: str
    wat: str
    over: str


def noteer(opslag: SQLTrackerStore, wie: str, wat: str, over: str, nu: float) -> None:
    """Add a line; what is too old goes."""
    zorg_voor(opslag.engine)
    rij = {"wanneer": nu, "wie": wie[:60], "wat": wat[:60], "over": over[:200]}
    with opslag.session_scope() as sessie:
        nummer = sessie.execute(sa.insert(HANDELINGEN).values(**rij)).inserted_primary_key[0]
        te_oud = sa.or_(HANDELINGEN.c.wanneer < nu - BEWAARD, HANDELINGEN.c.id <= nummer - MEESTE)
        sessie.execute(sa.delete(HANDELINGEN).where(te_oud))
        sessie.commit()


def lijst(opslag: SQLTrackerStore, vanaf: int, hoogstens: int) -> list[Handeling]:
    """The newest first; the first `vanaf` are skipped."""
    zorg_voor(opslag.engine)
    kolommen = sa.select(*(HANDELINGEN.c[n] for n in ("id", "wanneer", "wie", "wat", "over")))
    vraag = kolommen.order_by(HANDELINGEN.c.id.desc()).offset(vanaf).limit(hoogstens)
    with opslag.session_scope() as sessie:
        return [Handeling(*rij) for rij in sessie.execute(vraag)]

"""Whether this worker can serve: model, knowledge and database answer, and the chat is not switched off."""

from __future__ import annotations

import asyncio
import logging
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore

from wegwijzer.bedrijf.schakelaar import schakelaar
from wegwijzer.huis import houder
from wegwijzer.opslag.stand import OPGERUIMD, lees_stand
from wegwijzer.opslag.tabellen import SESSIES
from wegwijzer.storing import plek_van

logger = logging.getLogger(__name__)
GEDULD = 2.0
"""So long the database may take (seconds)."""
UUR = 3600.0


class Keuring:
    """Asks the database on a thread of its own, one question at a time: a database that hangs costs one thread."""

    def __init__(self) -> None:
        self._draad = ThreadPoolExecutor(1, thread_name_prefix="keuring")
        self._bezig: asyncio.Future[Any] | None = None

    async def delen(self, agent: Any) -> dict[str, bool]:
        """Part → whether it answers: `open`, `model`, `kennis`, `database`."""
        database = await self.vraag(agent, _leeft)
        return {
            "open": not schakelaar().is_uit,
            "model": agent is not None and bool(agent.is_ready()),
            "kennis": _kennis_is_er(),
            "database": bool(database),
        }

    async def sessies(self, agent: Any) -> dict[str, float] | None:
        """`alle`, `uur` (spoken with in the last hour) and `opgeruimd` (seconds since 1970); None without database."""
        gevonden: dict[str, float] | None = await self.vraag(agent, _tel)
        return gevonden

    async def vraag(self, agent: Any, roep: Any) -> Any:
        """What `roep(opslag)` returns; None where there is no database, it fails, or takes over `GEDULD`."""
        opslag = opslag_van(agent)
        einde = time.monotonic() + GEDULD
        while self._bezig is not None and not self._bezig.done():
            await asyncio.wait({self._bezig}, timeout=max(0.0, einde - time.monotonic()))
            if time.monotonic() >= einde:
                return None
        if opslag is None:
            return None
        self._bezig = asyncio.get_running_loop().run_in_executor(self._draad, roep, opslag)
        klaar, _ = await asyncio.wait({self._bezig}, timeout=GEDULD)
        if not klaar:
            self._bezig.add_done_callback(lambda taak: taak.cancelled() or taak.exception())
            return None
        try:
            return self._bezig.result()
        except Exception as fout:
            logger.warning("De database antwoordt niet: %s", plek_van(fout))
            return None


def opslag_van(agent: Any) -> SQLTrackerStore | None:
    """The agent's SQL store without Rasa's wrappers; None where there is none."""
    opslag: Any = getattr(agent, "tracker_store", None)
    while hasattr(opslag, "_tracker_store"):
        opslag = opslag._tracker_store
    return opslag if isinstance(opslag, SQLTrackerStore) else None


def _kennis_is_er() -> bool:
    try:
        return bool(houder().haal().kennis.onderwerpen)
    except Exception:
        return False


def _leeft(opslag: SQLTrackerStore) -> bool:
    """A row of a table that must be there, so that a database that was emptied is noticed too."""
    with opslag.session_scope() as sessie:
        sessie.execute(sa.select(SESSIES.c.id).limit(1)).first()
        sessie.execute(sa.select(SQLTrackerStore.SQLEvent.id).limit(1)).first()
    return True


def _tel(opslag: SQLTrackerStore) -> dict[str, float]:
    with opslag.session_scope() as sessie:
        uur = SESSIES.c.gezien >= time.time() - UUR
        alle = sessie.execute(sa.select(sa.func.count()).select_from(SESSIES)).scalar() or 0
        recent = sessie.execute(sa.select(sa.func.count()).select_from(SESSIES).where(uur)).scalar() or 0
    return {"alle": float(alle), "uur": float(recent), "opgeruimd": lees_stand(opslag, OPGERUIMD) or 0.0}

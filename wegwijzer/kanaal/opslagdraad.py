"""Calls to the database away from the event loop: a locked database makes one parent wait, not all."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore

from wegwijzer.bedrijf.metingen import DATABASE, WACHTRIJ
from wegwijzer.kanaal.fouten import Fout
from wegwijzer.opslag.sessies import Sessies
from wegwijzer.storing import plek_van

logger = logging.getLogger(__name__)
T = TypeVar("T")
DRADEN = 4
GEDULD = 4.0
"""How long an answer of the database is waited for (seconds); SQLite itself waits 3 for a lock, PostgreSQL too."""


class Opslagdraad:
    """The threads, and the sessions in the tracker store of the agent that serves."""

    def __init__(self) -> None:
        self._draden = ThreadPoolExecutor(DRADEN, thread_name_prefix="website-opslag")
        self._sessies: tuple[SQLTrackerStore, Sessies] | None = None

    async def doe(self, roep: Callable[..., T], *gegeven: Any) -> T:
        """What `roep` returns. Raises Fout("storing"), with a log line, when the database fails or keeps silent."""
        lus = asyncio.get_running_loop()
        try:
            with WACHTRIJ.track_inprogress():
                return await asyncio.wait_for(lus.run_in_executor(self._draden, lambda: roep(*gegeven)), GEDULD)
        except (sa.exc.SQLAlchemyError, OSError, ValueError, asyncio.TimeoutError) as fout:
            DATABASE.inc()
            logger.error("De opslag van gesprekken antwoordt niet: %s", plek_van(fout))
            raise Fout("storing") from None

    async def sessies(self, agent: Any) -> Sessies:
        """The sessions beside the agent's conversations. Raises Fout while there is no agent with an SQL store."""
        opslag = self.opslag(agent)
        if self._sessies is None or self._sessies[0] is not opslag:
            self._sessies = (opslag, await self.doe(Sessies, opslag))
        return self._sessies[1]

    @staticmethod
    def opslag(agent: Any) -> SQLTrackerStore:
        """The agent's tracker store without Rasa's wrappers. Raises Fout."""
        if agent is None or not agent.is_ready():
            logger.error("Er is een bericht, maar er is nog geen model geladen.")
            raise Fout("storing")
        opslag = agent.tracker_store
        while hasattr(opslag, "_tracker_store"):
            opslag = opslag._tracker_store
        if not isinstance(opslag, SQLTrackerStore):
            logger.error(
                "Het websitekanaal heeft een SQL-opslag nodig, geen %s (endpoints.yml).", type(opslag).__name__
            )
            raise Fout("storing")
        return opslag

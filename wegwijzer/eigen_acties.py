"""The actions in Rasa's own process: no second server, no HTTP between them."""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.executor import ActionExecutor

from actions.beurt import ActionBeurt
from wegwijzer.bedrijf.metingen import tel_beurt
from wegwijzer.draden import op

logger = logging.getLogger(__name__)
GEDULD = 4.0
"""An action that takes longer (seconds) is given up, and the parent gets an apology (nlu/verwerker.py)."""
DRADEN = 4


class EigenActies(EndpointConfig):
    """Stands in for the action server's address; `request` runs the action here, on a thread: one that hangs stops
    nobody else."""

    eigen_proces = True
    """What comes from here needs no check as from a stranger (nlu/rasa_sneller.py)."""

    def __init__(self, geduld: float = GEDULD) -> None:
        super().__init__(url="in-process")
        self._geduld = geduld
        self._draden = ThreadPoolExecutor(DRADEN, thread_name_prefix="actie")
        self._uitvoerder = ActionExecutor()
        self._uitvoerder.register_action(ActionBeurt())

    async def request(self, *args: Any, **kwargs: Any) -> Any:
        """Run the action that Rasa asks for and return what an action server would. Raises TimeoutError."""
        try:
            gegeven = await asyncio.wait_for(op(self._draden, self._draai, kwargs["json"]), self._geduld)
        except asyncio.TimeoutError:
            logger.error("Een actie gaf binnen %.0f s geen antwoord.", self._geduld)
            raise TimeoutError from None
        tel_beurt((gegeven or {}).get("events"))
        return gegeven

    def _draai(self, gevraagd: Any) -> dict[str, Any] | None:
        resultaat = asyncio.run(self._uitvoerder.run(gevraagd))
        return resultaat if isinstance(resultaat, dict) or resultaat is None else dict(resultaat.dict())

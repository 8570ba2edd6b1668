"""The actions in Rasa's own process: no second server, no HTTP between them."""

from __future__ import annotations

from typing import Any

from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.executor import ActionExecutor

from actions.beurt import ActionBeurt


class EigenActies(EndpointConfig):
    """Stands in for the action server's address; `request` runs the action here."""

    def __init__(self) -> None:
        super().__init__(url="in-process")
        self._uitvoerder = ActionExecutor()
        self._uitvoerder.register_action(ActionBeurt())

    async def request(self, *args: Any, **kwargs: Any) -> Any:
        """Run the action that Rasa asks for and return what an action server would."""
        resultaat = await self._uitvoerder.run(kwargs["json"])
        return resultaat if isinstance(resultaat, dict) or resultaat is None else resultaat.dict()

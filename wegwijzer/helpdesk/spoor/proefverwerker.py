"""The serving model with throwaway conversations: nothing of a trial reaches what parents said, or its figures."""

from __future__ import annotations

import time
from typing import Any

from rasa.core.channels.channel import UserMessage
from rasa.core.processor import MessageProcessor
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig
from rasa_sdk import Tracker
from rasa_sdk.executor import ActionExecutor, CollectingDispatcher

from actions.beurt import ActionBeurt
from wegwijzer.helpdesk.spoor.gebruikt import Gebruik
from wegwijzer.huis import Huis
from wegwijzer.nlu.teksten import TekstenNLG
from wegwijzer.nlu.verwerker import Verwerker


class Proefverwerker(Verwerker):
    """The loaded model of another processor, shared; conversations, actions and clock of its own.

    `tijden`: milliseconds of the last message by part (nlu, actie); `gebruik`: what its action took from the
    knowledge, None where no action ran. For one conversation at a time.
    """

    tijden: dict[str, float]
    gebruik: Gebruik | None

    @classmethod
    def van(cls, verwerker: MessageProcessor) -> Proefverwerker:
        """One that answers as `verwerker` does."""
        zelf = cls.__new__(cls)
        zelf.__dict__.update(verwerker.__dict__)
        zelf.tracker_store = InMemoryTrackerStore(verwerker.domain or Domain.empty())
        zelf.action_endpoint = _Proefacties(zelf)
        zelf.nlg = TekstenNLG()
        zelf.tijden, zelf.gebruik = {}, None
        return zelf

    async def handle_message(self, message: UserMessage) -> list[dict[str, Any]] | None:
        """As for a parent."""
        self.tijden, self.gebruik = {}, None
        return await super().handle_message(message)

    async def parse_message(
        self, message: UserMessage, tracker: DialogueStateTracker | None = None, only_output_properties: bool = True
    ) -> dict[str, Any]:
        """As for a parent, timed."""
        begin = time.perf_counter()
        try:
            return await super().parse_message(message, tracker, only_output_properties)
        finally:
            self.tijden["nlu"] = (time.perf_counter() - begin) * 1000


class _Proefbeurt(ActionBeurt):
    """The turn, which notes what it takes from the knowledge."""

    def __init__(self, voor: Proefverwerker) -> None:
        self._voor = voor

    def huis(self) -> Huis:
        """The serving version, listening."""
        self._voor.gebruik = Gebruik(super().huis())
        return self._voor.gebruik.huis

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        """As for a parent, timed."""
        begin = time.perf_counter()
        try:
            return super().run(dispatcher, tracker, domain)
        finally:
            self._voor.tijden["actie"] = (time.perf_counter() - begin) * 1000


class _Proefacties(EndpointConfig):
    """Runs the turn in the thread of the trial; unlike EigenActies it counts nothing."""

    def __init__(self, voor: Proefverwerker) -> None:
        super().__init__(url="in-process")
        self._uitvoerder = ActionExecutor()
        self._uitvoerder.register_action(_Proefbeurt(voor))

    async def request(self, *args: Any, **kwargs: Any) -> Any:
        """What an action server would return."""
        resultaat = await self._uitvoerder.run(kwargs["json"])
        return resultaat if isinstance(resultaat, dict) or resultaat is None else resultaat.dict()

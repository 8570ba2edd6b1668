"""Rasa's message processor with our gate in front and a safety net behind.

Rasa has no hook before a message reaches its tracker (see docs/decisions), so `installeer` lets
`rasa.core.agent.Agent` make this subclass instead of its own class. endpoints.yml names our tracker store, which
Rasa imports before it loads a model, in `rasa run`, `rasa shell`, `rasa test` and `wegwijzer` alike: one path.
"""

from __future__ import annotations

import logging
from contextvars import ContextVar
from datetime import datetime
from typing import Any

import rasa.core.agent
from rasa.core.channels.channel import UserMessage
from rasa.core.processor import MessageProcessor
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from wegwijzer.draden import reken
from wegwijzer.nlu import rasa_sneller
from wegwijzer.nlu.noodtekst import noodtekst
from wegwijzer.opslag.wissen import wis
from wegwijzer.poort import poort
from wegwijzer.storing import plek_van

logger = logging.getLogger(__name__)

KLOK: ContextVar[datetime | None] = ContextVar("klok", default=None)
"""The clock of this conversation where a caller sets one (the batch); otherwise the real time counts."""
GELEZEN: ContextVar[dict[str, Any]] = ContextVar("gelezen")
"""What the language components made of the message that this task handles."""


class Verwerker(MessageProcessor):
    """Every message passes the gate first, and no turn ends without a reply."""

    async def handle_message(self, message: UserMessage) -> list[dict[str, Any]] | None:
        """Gate, then Rasa; an error anywhere becomes an apology, or the numbers for danger where the gate heard it."""
        message.metadata = None
        try:
            await _door_de_poort(message)
            antwoord = await super().handle_message(message)
        except Exception as fout:
            logger.error("Een bericht kon niet worden verwerkt: %s", plek_van(fout))
            tekst = noodtekst((message.metadata or {}).get("nood"))
            await message.output_channel.send_text_message(message.sender_id, tekst)
            return getattr(message.output_channel, "messages", None)
        return antwoord

    async def log_message(self, message: UserMessage, should_save_tracker: bool = True) -> DialogueStateTracker:
        """Rasa's own way in for messages that only get logged: the gate stands here too."""
        await _door_de_poort(message)
        return await super().log_message(message, should_save_tracker)

    async def parse_message(
        self, message: UserMessage, tracker: DialogueStateTracker | None = None, only_output_properties: bool = True
    ) -> dict[str, Any]:
        """Tell the language components which question is open, and let them read away from the event loop."""
        await _door_de_poort(message)
        tracker = tracker or DialogueStateTracker.from_events(message.sender_id, [])
        if message.metadata is not None:
            message.metadata["vraag"] = tracker.get_slot("vraag")
        GELEZEN.set(await reken(super()._parse_message_with_graph, message, tracker, only_output_properties))
        return await super().parse_message(message, tracker, only_output_properties)

    def _parse_message_with_graph(
        self, message: UserMessage, tracker: DialogueStateTracker, only_output_properties: bool = True
    ) -> dict[str, Any]:
        """What `parse_message` had read just before (Rasa calls this on the event loop)."""
        return GELEZEN.get()

    async def save_tracker(self, tracker: DialogueStateTracker) -> None:
        """Store the conversation, or delete it when the parent asked for that."""
        if (tracker.get_slot("verantwoording") or {}).get("wis"):
            wis(self.tracker_store, tracker.sender_id)
        else:
            await super().save_tracker(tracker)

    async def _run_prediction_loop(self, output_channel: Any, tracker: DialogueStateTracker) -> None:
        await super()._run_prediction_loop(output_channel, tracker)
        if _zonder_antwoord(tracker):
            logger.error("Een beurt eindigde zonder antwoord; de ouder krijgt excuses.")
            gehoord = tracker.latest_message
            tekst = noodtekst((gehoord.metadata or {}).get("nood") if gehoord else None)
            tracker.update(BotUttered(tekst), self.domain or Domain.empty())
            await output_channel.send_text_message(tracker.sender_id, tekst)


async def _door_de_poort(message: UserMessage) -> None:
    """Replace the text by what the gate lets through, once. Metadata and parses that a client sent are dropped."""
    if message.metadata and message.metadata.get("poort") is _DOOR:
        return
    door = await reken(poort, message.text)
    klok = KLOK.get()
    message.text = door.tekst
    message.parse_data = None
    message.metadata = {"poort": _DOOR, "nood": door.nood, "verwijderd": list(door.verwijderd)}
    if klok is not None:
        message.metadata["nu"] = klok.isoformat()


class _Door(str):
    """A mark that a client cannot send: it is compared by identity."""


_DOOR = _Door("door")


def _zonder_antwoord(tracker: DialogueStateTracker) -> bool:
    for event in reversed(tracker.events):
        if isinstance(event, BotUttered):
            return False
        if isinstance(event, UserUttered):
            return True
    return False


def installeer() -> None:
    """Let Rasa's Agent make `Verwerker`. Raises RuntimeError when Rasa no longer looks it up there."""
    if not hasattr(rasa.core.agent, "MessageProcessor") or not hasattr(MessageProcessor, "_parse_message_with_graph"):
        raise RuntimeError("Rasa's Agent heeft geen MessageProcessor meer; zie docs/decisions")
    rasa.core.agent.MessageProcessor = Verwerker
    rasa_sneller.installeer()

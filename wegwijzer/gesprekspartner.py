"""Talks to the trained assistant inside this process: for `wegwijzer ask`, the batch and the tests."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import rasa.core.agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, Event, UserUttered

from wegwijzer.eigen_acties import EigenActies
from wegwijzer.gesprek.duiding import als_onderwerpen
from wegwijzer.nlu import verwerker
from wegwijzer.nlu.teksten import TekstenNLG
from wegwijzer.opslag.wissen import wis
from wegwijzer.taal.zekerheid import geijkt

CONTRACTSLOTS = (
    "onderwijssoort", "richting", "plaats", "gemeente", "pc4", "swv", "leeftijd", "weken_thuis", "situatie",
    "stappen_gedaan", "stap", "onderwerp", "kind", "gebeurtenissen",
)  # fmt: skip


@dataclass(frozen=True)
class Gesprek:
    """One conversation: its id in the tracker store and its clock (None: real time)."""

    id: str
    nu: datetime | None = None


class Gesprekspartner:
    """The assistant with a model, conversations in memory and actions in-process."""

    kanaal = "ask"
    """The name of the input channel in the tracker."""

    def __init__(self, model: Path) -> None:
        verwerker.installeer()
        self._agent = rasa.core.agent.Agent.load(
            model_path=str(model),
            tracker_store=InMemoryTrackerStore(Domain.empty()),
            generator=TekstenNLG(),
            action_endpoint=EigenActies(),
        )
        self._lus = asyncio.new_event_loop()

    @property
    def verwerker(self) -> Any:
        """Rasa's message processor."""
        return self._agent.processor

    def begin(self, nu: datetime | None = None) -> Gesprek:
        """A fresh conversation."""
        return Gesprek(uuid.uuid4().hex, nu)

    def zeg(self, gesprek: Gesprek, tekst: str) -> dict[str, Any]:
        """One turn as the contract writes it (contract/ask-output.schema.json, an item of `turns`)."""
        return self._lus.run_until_complete(self._zeg(gesprek, tekst))

    def vergeet(self, gesprek: Gesprek) -> None:
        """Drop a conversation from memory."""
        wis(self._agent.tracker_store, gesprek.id)

    async def _zeg(self, gesprek: Gesprek, tekst: str) -> dict[str, Any]:
        voor = len((await self._gebeurtenissen(gesprek))[0])
        verwerker.KLOK.set(gesprek.nu)
        kanaal = CollectingOutputChannel()
        await self._agent.handle_message(UserMessage(tekst, kanaal, gesprek.id, input_channel=self.kanaal))
        alle, slots = await self._gebeurtenissen(gesprek)
        if not alle and voor:
            slots = {"verantwoording": {"topic": "gesprek", "topics": ["gesprek"], "waarom": "gewist"}}
        elif len(alle) == voor:
            storing = {"topic": "onduidelijk", "topics": ["onduidelijk"], "waarom": "storing"}
            slots = {**slots, "verantwoording": storing}
        return beurt_als_contract(alle[voor:], slots, kanaal.messages)

    async def _gebeurtenissen(self, gesprek: Gesprek) -> tuple[list[Event], dict[str, Any]]:
        tracker = await self._agent.tracker_store.retrieve(gesprek.id)
        return (list(tracker.events), tracker.current_slot_values()) if tracker else ([], {})


def beurt_als_contract(nieuw: Iterable[Event], slots: dict[str, Any], gestuurd: list[dict[str, Any]]) -> dict[str, Any]:
    """One turn in the contract's form, from what the tracker holds of it."""
    events = list(nieuw)
    gezegd = next((e for e in events if isinstance(e, UserUttered)), None)
    parse = gezegd.parse_data if gezegd else {}
    gezegde = gezegd.text if gezegd and gezegd.text else ""
    ranking = [(i["name"], float(i["confidence"])) for i in parse.get("intent_ranking") or []]
    uitleg = slots.get("verantwoording") or {}
    antwoorden = [_antwoord(e) for e in events if isinstance(e, BotUttered) and e.text]
    if not antwoorden:
        antwoorden = [{"text": m["text"], "buttons": [], "custom": {}} for m in gestuurd if m.get("text")]
    return {
        "text": gezegde,
        "intent": (parse.get("intent") or {}).get("name"),
        "confidence": round(geijkt(ranking)[0][1], 4) if ranking else 0.0,
        "topic": uitleg.get("topic", "onduidelijk"),
        "topics": uitleg.get("topics") or ["onduidelijk"],
        "ranking": [{"topic": n, "confidence": round(k, 4)} for n, k in als_onderwerpen(gezegde, ranking)[:3] if n],
        "entities": [
            {naam: e.get(naam) for naam in ("entity", "value", "start", "end")} for e in parse.get("entities") or []
        ],
        "slots": {naam: slots.get(naam) for naam in CONTRACTSLOTS},
        "replies": antwoorden,
        "why": uitleg.get("waarom", ""),
    }


def _antwoord(event: BotUttered) -> dict[str, Any]:
    return {
        "text": event.text,
        "buttons": [{"title": k["title"], "payload": k.get("payload")} for k in event.data.get("buttons") or []],
        "custom": event.data.get("custom") or {},
    }

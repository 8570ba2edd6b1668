"""The website channel on a real Sanic server, with an agent that answers at once instead of a trained one."""

from __future__ import annotations

import asyncio
import http.client
import json
import socket
import threading
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rasa.core.channels.channel import UserMessage, register
from rasa.core.tracker_store import FailSafeTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sanic import Sanic

from wegwijzer.gesprek.model import Toestand
from wegwijzer.kanaal.instellingen import Instellingen
from wegwijzer.kanaal.protocol import StrengProtocol
from wegwijzer.kanaal.website import WebsiteKanaal
from wegwijzer.opslag.gesprekken import GesprekkenOpslag
from wegwijzer.opslag.wissen import wis
from wegwijzer.poort import poort

Sanic.test_mode = True
"""Without it Sanic starts only one app in each process."""
SLOT = {"type": "any", "mappings": [{"type": "custom"}]}
DOMEIN = Domain.from_dict(
    {"version": "3.1", "slots": {naam: dict(SLOT) for naam in ("verantwoording", *Toestand().als_slots())}}
)
KNOPPEN = [{"title": "Dat loopt nog", "payload": "Dat loopt nog"}, {"title": "Ja", "payload": "Ja"}]


class NagespeeldeAgent:
    """Stores a turn as Rasa does: the parent's redacted words, an answer with buttons, why. Seen: `gehoord`.

    A turn begins when `mag` is set, and when `samen` of them are there (at once or before); it takes `traag` seconds.
    """

    def __init__(self, opslag: GesprekkenOpslag) -> None:
        self.tracker_store = FailSafeTrackerStore(opslag)
        self.klaar = True
        self.mag, self.samen, self.traag = threading.Event(), 1, 0.0
        self.mag.set()
        self.fout: Exception | None = None
        self.gehoord: list[str] = []
        self.slots: dict[str, Any] = {}
        self.tegelijk = self.meeste_tegelijk = 0

    def is_ready(self) -> bool:
        return self.klaar

    async def handle_message(self, bericht: UserMessage) -> None:
        self.tegelijk += 1
        self.meeste_tegelijk = max(self.tegelijk, self.meeste_tegelijk)
        try:
            while not self.mag.is_set() or self.meeste_tegelijk < self.samen:
                await asyncio.sleep(0.01)
            await asyncio.sleep(self.traag)
            if self.fout is not None:
                raise self.fout
            await self._beurt(bericht)
        finally:
            self.tegelijk -= 1

    async def _beurt(self, bericht: UserMessage) -> None:
        door = poort(bericht.text)
        self.gehoord.append(door.tekst)
        if door.tekst == "wis dit gesprek":
            wis(self.tracker_store, bericht.sender_id)
            await bericht.output_channel.send_text_message(bericht.sender_id, "Uw gesprek is gewist.")
            return
        tracker = await self.tracker_store.retrieve(bericht.sender_id)
        tracker = tracker or DialogueStateTracker.from_events(bericht.sender_id, [], DOMEIN.slots, domain=DOMEIN)
        antwoord = f"Antwoord op: {door.tekst}" + (" Bel 113." if door.nood else "")
        for event in (
            ActionExecuted("action_listen"),
            UserUttered(door.tekst, {"name": "informeer"}, message_id=bericht.message_id, input_channel="website"),
            ActionExecuted("action_beurt"),
            BotUttered(antwoord, {"buttons": KNOPPEN, "custom": {"stap": 2}}),
            SlotSet("verantwoording", {"topic": f"topic_{len(self.gehoord)}"}),
            *(SlotSet(naam, waarde) for naam, waarde in self.slots.items()),
        ):
            tracker.update(event, DOMEIN)
        await self.tracker_store.save(tracker)


class Dienst:
    """A Sanic app that serves on a free port, in a thread of its own."""

    def __init__(self, app: Sanic) -> None:
        self._app = app
        self._deur = socket.socket()
        self._deur.bind(("127.0.0.1", 0))
        self.poort = int(self._deur.getsockname()[1])
        self._lus = asyncio.new_event_loop()
        self._draad = threading.Thread(target=self._draai, daemon=True)
        self._draad.start()
        asyncio.run_coroutine_threadsafe(self._dien(), self._lus).result(120)

    def stop(self) -> None:
        asyncio.run_coroutine_threadsafe(self._sluit(), self._lus).result(120)
        self._lus.call_soon_threadsafe(self._lus.stop)
        self._draad.join(120)

    def _draai(self) -> None:
        asyncio.set_event_loop(self._lus)
        self._lus.run_forever()

    async def _dien(self) -> None:
        self._server = await self._app.create_server(
            sock=self._deur, return_asyncio_server=True, protocol=StrengProtocol
        )
        await self._server.startup()
        await self._server.before_start()
        await self._server.start_serving()

    async def _sluit(self) -> None:
        self._server.close()
        await self._server.wait_closed()
        # A turn that is cut short says so: else it would be counted as going on for the tests that come after.
        taken = asyncio.all_tasks() - {asyncio.current_task()}
        for taak in taken:
            taak.cancel()
        if taken:
            await asyncio.wait(taken, timeout=3)


@dataclass(frozen=True)
class Antwoord:
    """What came back."""

    status: int
    koppen: dict[str, str]
    inhoud: bytes

    def json(self) -> Any:
        return json.loads(self.inhoud)


@dataclass
class Website:
    """A running server. `stop` and `start` again is a restart on the same database."""

    database: Path
    instellingen: Instellingen = field(default_factory=Instellingen)
    poort: int = 0

    def start(self) -> Website:
        self.agent = NagespeeldeAgent(GesprekkenOpslag(domain=DOMEIN, db=str(self.database)))
        app = Sanic(f"naspel-{uuid.uuid4().hex}", configure_logging=False)
        app.config.REQUEST_MAX_SIZE = 100_000
        app.ctx.agent = self.agent
        register([WebsiteKanaal(self.instellingen)], app, route="/webhooks/")
        self._dienst = Dienst(app)
        self.poort = self._dienst.poort
        return self

    def stop(self) -> None:
        self._dienst.stop()

    def vraag(self, methode: str, pad: str, inhoud: Any = None, token: str | None = None, **koppen: str) -> Antwoord:
        """One request; `inhoud` is sent as JSON unless it is bytes. A header's `_` becomes `-`."""
        gestuurd = {naam.replace("_", "-"): waarde for naam, waarde in koppen.items()}
        if token is not None:
            gestuurd["Authorization"] = f"Bearer {token}"
        if inhoud is not None:
            gestuurd.setdefault("Content-Type", "application/json")
            inhoud = inhoud if isinstance(inhoud, bytes) else json.dumps(inhoud).encode()
        lijn = http.client.HTTPConnection("127.0.0.1", self.poort, timeout=120)
        try:
            lijn.request(methode, pad, inhoud, gestuurd)
            terug = lijn.getresponse()
            gelezen = terug.read()
            return Antwoord(terug.status, {n.lower(): w for n, w in terug.getheaders()}, gelezen)
        finally:
            lijn.close()

    def token(self, **koppen: str) -> str:
        """A new session."""
        return str(self.vraag("POST", "/session", {}, **koppen).json()["token"])

    def zeg(self, token: str, tekst: str | None = None, sleutel: str | None = None, **meer: Any) -> Antwoord:
        """A message; `choice` and `after` in `meer`."""
        inhoud = {"key": sleutel or str(uuid.uuid4()), "text": tekst, **meer}
        return self.vraag("POST", "/message", {n: w for n, w in inhoud.items() if w is not None}, token)

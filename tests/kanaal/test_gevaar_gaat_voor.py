"""Whoever is in danger gets the numbers while the one computing thread is held up, on each channel of the server."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from geduld import heb_geduld
from kanaal.geheel import Geheel
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

from wegwijzer import draden
from wegwijzer.gesprekspartner import Gesprekspartner
from wegwijzer.kanaal import gevaar
from wegwijzer.kanaal.gevaar import gevaar_eerst, op_tijd

GEVAAR = "mijn zoon zegt dat hij dood wil"
NUMMER = "0800-0113"
"""Only the real text of the numbers has it; the played agent says 113."""
REST = "/webhooks/rest/webhook"


class Rekendraad:
    """The thread that computes, held up until `los`."""

    def __init__(self) -> None:
        self._los = threading.Event()
        self._werk = draden._REKENDRAAD.submit(self._los.wait, 600)

    def staat_vast(self) -> bool:
        return not self._werk.done()

    def los(self) -> None:
        self._los.set()
        self._werk.result(60)


@pytest.fixture
def rekendraad() -> Iterator[Rekendraad]:
    draad = Rekendraad()
    yield draad
    draad.los()


@pytest.fixture
def geheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Geheel]:
    """A server whose agent reads each message on the thread that computes, as the trained one does."""
    monkeypatch.delenv("WEGWIJZER_DB", raising=False)
    gewoon = gevaar.GEDULD
    heb_geduld(monkeypatch)
    monkeypatch.setattr(gevaar, "GEDULD", gewoon)
    site = Geheel(tmp_path / "gesprekken.db").start()
    meteen = site.agent.handle_message

    async def lees_eerst(bericht: UserMessage) -> None:
        await draden.reken(str, bericht.text)
        await meteen(bericht)
        await bericht.output_channel.send_text_message(bericht.sender_id, "gelezen")

    monkeypatch.setattr(site.agent, "handle_message", lees_eerst)
    yield site
    site.stop()


def _rest(site: Geheel, tekst: str, wie: str = "een") -> str:
    terug = site.vraag("POST", REST, {"sender": wie, "message": tekst})
    assert terug.status == 200
    return json.dumps(terug.json())


def test_rest(geheel: Geheel, rekendraad: Rekendraad) -> None:
    assert NUMMER in _rest(geheel, GEVAAR)
    assert NUMMER in _rest(geheel, "We praten over de bus. " * 400 + GEVAAR, "een met een lang verhaal")
    assert rekendraad.staat_vast(), "dan bewees dit niets"


def test_rest_achter_een_gewoon_bericht(
    geheel: Geheel, rekendraad: Rekendraad, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the same parent said before waits for the thread; danger does not, and afterwards all is as ever."""
    with ThreadPoolExecutor(1) as eerder:
        gewoon = eerder.submit(_rest, geheel, "hallo")
        try:
            assert NUMMER in _rest(geheel, GEVAAR)
            assert rekendraad.staat_vast() and not gewoon.done()
        finally:
            rekendraad.los()
        assert "gelezen" in gewoon.result(120)
    monkeypatch.setattr(gevaar, "GEDULD", 60.0)
    assert NUMMER not in (na := _rest(geheel, GEVAAR)) and "gelezen" in na, "de hele beurt, als niets hem ophoudt"


def test_de_website(geheel: Geheel, rekendraad: Rekendraad, monkeypatch: pytest.MonkeyPatch) -> None:
    """The numbers at once; the turn goes on and stands in the history, once, when the thread is free."""
    token = geheel.token()
    antwoord = geheel.zeg(token, GEVAAR, "sleutel-een")
    assert antwoord.status == 200 and NUMMER in antwoord.inhoud.decode()
    assert rekendraad.staat_vast()
    rekendraad.los()
    einde = time.monotonic() + 60
    while (terug := geheel.vraag("GET", "/history?after=0", token=token).json())["busy"] or not terug["messages"]:
        assert time.monotonic() < einde
        time.sleep(0.05)
    monkeypatch.setattr(gevaar, "GEDULD", 60.0)
    assert [b["text"] for b in terug["messages"] if b["from"] == "user"] == [GEVAAR]
    weer = geheel.zeg(token, GEVAAR, "sleutel-een")
    assert len(weer.json()["messages"]) == len(terug["messages"]), "dezelfde sleutel werd twee beurten"


def test_met_het_echte_model(partner: Gesprekspartner, rekendraad: Rekendraad) -> None:
    agent: Any = partner._agent
    uit = CollectingOutputChannel()

    async def bewaard() -> str:
        einde = time.monotonic() + 120
        while time.monotonic() < einde:
            tracker = await agent.tracker_store.retrieve("vast")
            if tracker is not None and (uitleg := tracker.get_slot("verantwoording")):
                return str(uitleg["topic"])
            await asyncio.sleep(0.05)
        return ""

    async def proef() -> str:
        await gevaar_eerst(agent.handle_message)(UserMessage(GEVAAR, uit, "vast", input_channel="rest"))
        assert NUMMER in uit.messages[0]["text"] and rekendraad.staat_vast()
        rekendraad.los()
        return await bewaard()

    assert partner._lus.run_until_complete(proef()) == "nood"


def test_een_late_fout_zegt_geen_woord(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """A turn that fails after its parent got the numbers is in the log, without what was said."""
    monkeypatch.setattr("wegwijzer.kanaal.gevaar.GEDULD", 0.01)
    uit = CollectingOutputChannel()

    async def proef() -> None:
        los = asyncio.Event()

        async def verwerk(_: UserMessage) -> None:
            await los.wait()
            raise RuntimeError(GEVAAR)

        await gevaar_eerst(verwerk)(UserMessage(GEVAAR, uit, "een"))
        los.set()
        einde = time.monotonic() + 60
        while "RuntimeError" not in caplog.text and time.monotonic() < einde:
            await asyncio.sleep(0.01)

    asyncio.run(proef())
    assert NUMMER in uit.messages[0]["text"]
    assert "RuntimeError" in caplog.text and GEVAAR not in caplog.text


@pytest.mark.parametrize("oordeel", [None, {"niveau": "zorg", "soort": "zorg"}])
def test_wie_niet_in_gevaar_is_wacht_gewoon(oordeel: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wegwijzer.kanaal.gevaar.GEDULD", 0.0)
    assert asyncio.run(op_tijd(asyncio.sleep(0.05, "af"), oordeel)) == "af"

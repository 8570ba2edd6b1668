"""An action that hangs: an apology with a telephone number in time, and others go on meanwhile."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

from wegwijzer import eigen_acties
from wegwijzer.bedrijf.metingen import REGISTER
from wegwijzer.eigen_acties import EigenActies
from wegwijzer.gesprekspartner import Gesprekspartner
from wegwijzer.huis import houder


def _nummer() -> str:
    return houder().haal().kennis.organisaties["ouders_en_onderwijs"].telefoons()[0]


def test_een_actie_die_hangt(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    los = threading.Event()
    monkeypatch.setattr("actions.beurt.beurt", lambda *_: los.wait(120))
    acties = EigenActies(geduld=1.0)
    vraag: dict[str, Any] = {
        "next_action": "action_beurt",
        "sender_id": "een",
        "tracker": {"sender_id": "een", "slots": {}, "events": [], "latest_message": {"text": "Zwolle"}},
        "domain": {},
    }
    tikken = [0]

    async def proef() -> None:
        async def tik() -> None:
            while True:
                tikken[0] += 1
                await asyncio.sleep(0)

        klok = asyncio.create_task(tik())
        with pytest.raises(TimeoutError):
            await acties.request(json=vraag)
        klok.cancel()

    try:
        asyncio.run(proef())
    finally:
        los.set()
    assert tikken[0] > 10, "de lus stond stil"
    assert "geen antwoord" in caplog.text and "Zwolle" not in caplog.text
    assert eigen_acties.GEDULD < 5


def test_de_ouder_krijgt_excuses(partner: Gesprekspartner, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the whole assistant: the turn ends in time and is stored; the next one is answered as ever."""
    los, klaar = threading.Event(), []
    agent: Any = partner._agent
    with monkeypatch.context() as even:
        even.setattr(agent.processor.action_endpoint, "_geduld", 0.5)
        even.setattr("actions.beurt.beurt", lambda *_: klaar.append(los.wait(120)))
        gezegd = _zeg(agent, "mijn kind zit thuis")
    assert klaar == [], "de beurt wachtte op de actie"
    los.set()
    assert any(_nummer() in tekst for tekst in gezegd)
    voor = REGISTER.get_sample_value("wegwijzer_beurten_total", {"soort": "gesprek"}) or 0.0
    weer = _zeg(agent, "hallo")
    assert weer and not any(_nummer() in tekst for tekst in weer)
    assert (
        sum(
            (REGISTER.get_sample_value("wegwijzer_beurten_total", {"soort": s}) or 0.0)
            for s in ("gesprek", "pad", "onderwerp", "onduidelijk", "buiten_bereik")
        )
        > voor
    )


def _zeg(agent: Any, tekst: str) -> list[str]:
    uit = CollectingOutputChannel()
    lus = asyncio.new_event_loop()
    try:
        lus.run_until_complete(agent.handle_message(UserMessage(tekst, uit, "hangt", input_channel="proef")))
    finally:
        lus.close()
    return [str(m["text"]) for m in uit.messages if m.get("text")]

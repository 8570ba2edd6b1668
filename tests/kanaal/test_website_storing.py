"""The website channel when something behind it is broken: words with a telephone number, and nothing lost or double."""

from __future__ import annotations

import logging
import shutil
import sqlite3
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from naspel import Website

from wegwijzer.huis import houder
from wegwijzer.opslag import gesprekken

Start = Callable[..., Website]
GEHEIM = "dit schreef een ouder over Zwolle"
GEVAAR = "Mijn zoon zegt dat hij dood wil."


def _excuses(antwoord: Any) -> None:
    assert (antwoord.status, antwoord.json()["error"]) == (503, "failing")
    assert houder().haal().kennis.organisaties["ouders_en_onderwijs"].telefoons()[0] in antwoord.json()["text"]


def test_een_vergrendelde_database(
    website: Start, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(gesprekken, "WACHT", 100)
    site = website()
    token, sleutel = site.token(), str(uuid.uuid4())
    slot = sqlite3.connect(site.database, isolation_level=None)
    slot.execute("BEGIN IMMEDIATE")
    try:
        with caplog.at_level(logging.WARNING):
            _excuses(site.zeg(token, GEHEIM, sleutel))
            _excuses(site.vraag("DELETE", "/session", token=token))
            gevaar = site.zeg(token, GEVAAR)
    finally:
        slot.execute("ROLLBACK")
        slot.close()
    assert "113" in gevaar.json()["messages"][0]["text"]
    assert "opslag" in caplog.text
    for weg in (GEHEIM, "Zwolle", token, "dood"):
        assert weg not in caplog.text
    goed = site.zeg(token, GEHEIM, sleutel)
    assert goed.status == 200
    assert len(site.agent.gehoord) == 1


def test_een_database_die_weg_is(website: Start) -> None:
    site = website()
    token = site.token()
    for bestand in site.database.parent.glob("gesprekken.db*"):
        bestand.unlink(missing_ok=True)
    _excuses(site.zeg(token, "hallo"))
    _excuses(site.vraag("GET", "/history?after=0", token=token))
    shutil.rmtree(site.database.parent)
    _excuses(site.vraag("POST", "/session", {}))
    assert "113" in site.zeg(token, GEVAAR).json()["messages"][0]["text"]


def test_rasa_faalt(website: Start, caplog: pytest.LogCaptureFixture) -> None:
    """The same key, sent again when all is well, is answered then."""
    site = website()
    token, sleutel = site.token(), str(uuid.uuid4())
    site.agent.fout = ValueError(GEHEIM)
    with caplog.at_level(logging.WARNING):
        _excuses(site.zeg(token, GEHEIM, sleutel))
        assert "113" in site.zeg(token, GEVAAR).json()["messages"][0]["text"]
    assert "ValueError in" in caplog.text
    assert GEHEIM not in caplog.text
    site.agent.fout = None
    assert site.zeg(token, GEHEIM, sleutel).json()["messages"][-1]["text"].startswith("Antwoord op")


def test_het_model_is_er_nog_niet(website: Start) -> None:
    site = website()
    token = site.token()
    site.agent.klaar = False
    _excuses(site.zeg(token, "hallo"))
    _excuses(site.vraag("POST", "/session", {}))


def test_een_beschadigde_rij(website: Start) -> None:
    site = website()
    token = site.token()
    site.zeg(token, "hallo")
    with sqlite3.connect(site.database) as verbinding:
        verbinding.execute("UPDATE events SET data = '{geen json'")
    _excuses(site.vraag("GET", "/history?after=0", token=token))
    assert site.zeg(site.token(), "hallo").status == 200


def test_opslaan_mislukt_tijdens_de_beurt(website: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rasa then keeps the turn in its own memory; the parent is told, and the same key is answered later."""
    site = website()
    token, sleutel = site.token(), str(uuid.uuid4())

    async def kapot(_: Any) -> None:
        raise OSError("de schijf is vol")

    opslag = site.agent.tracker_store._tracker_store
    with monkeypatch.context() as even:
        even.setattr(opslag, "save", kapot)
        _excuses(site.zeg(token, GEHEIM, sleutel))
    assert site.zeg(token, GEHEIM, sleutel).status == 200
    assert len(site.vraag("GET", "/history?after=0", token=token).json()["messages"]) == 2
    site.vraag("DELETE", "/session", token=token)
    assert site.agent.tracker_store.fallback_tracker_store.store == {}


def test_niets_van_de_ouder_in_het_log(website: Start, caplog: pytest.LogCaptureFixture) -> None:
    site = website()
    with caplog.at_level(logging.DEBUG, logger="wegwijzer"):
        token = site.token()
        last = site.zeg(token, GEHEIM).json()["last"]
        site.vraag("POST", "/report", {"id": last, "text": GEHEIM}, token)
        site.vraag("POST", "/message", GEHEIM.encode(), token)
    assert GEHEIM not in caplog.text
    assert token not in caplog.text

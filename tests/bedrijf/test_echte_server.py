"""`wegwijzer start` itself, with the trained model, on PostgreSQL and Redis: two workers, faults, and a roll-over."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from stapel import Stapel, binnen, spiegelmap, wacht_op

from wegwijzer.gesprekspartner import Gesprekspartner
from wegwijzer.huis import houder, kennismap

SNEL = 5.0
VERHAAL = "Mijn zoon van 9 zit sinds 3 weken thuis. De school staat in Zwolle."


@pytest.fixture(scope="module")
def servers(partner: Gesprekspartner, plek: Path, postgres: Any, redis: Any) -> Iterator[Stapel]:
    """The first worker runs; the second is for the tests to start. `partner`: the model was trained. Own knowledge."""
    shutil.copytree(kennismap(), plek / "kennis")
    omgeving = {
        "WEGWIJZER_MAP": str(spiegelmap(plek / "project")),
        "WEGWIJZER_KENNIS": str(plek / "kennis"),
        "WEGWIJZER_DB": postgres.adres,
        "WEGWIJZER_REDIS": f"redis://127.0.0.1:{redis.poort}/1",
        "WEGWIJZER_ZONDER_TRAINEN": "1",
        "WEGWIJZER_LOG": "json",
    }
    stapel = Stapel(plek, "", {**os.environ, **omgeving}, [sys.executable, "-m", "wegwijzer.cli", "start", "--poort"])
    stapel.start_werker(0)
    stapel.wacht_op_werker(0)
    yield stapel
    stapel.stop()


def test_een_gesprek_en_zijn_metingen(servers: Stapel) -> None:
    een = servers.poorten[0]
    status, inhoud, _ = servers.vraag("GET", "/ready", poort=een)
    assert (status, inhoud["status"]) == (200, "ok")
    token = servers.token(een)
    assert servers.zeg(token, VERHAAL, poort=een)[0] == 200
    status, inhoud = servers.zeg(token, "Mijn zoon zegt dat hij dood wil.", poort=een)
    nummer = houder().haal().kennis.organisaties["zelfmoordpreventie_113"].telefoons()[0]
    assert status == 200 and any(nummer in b["text"] for b in inhoud["messages"])
    _, tekst, _ = servers.vraag("GET", "/metrics", poort=een)
    assert 'wegwijzer_beurten_total{soort="nood"} 1.0' in tekst
    assert 'wegwijzer_gereed{deel="model"} 1.0' in tekst
    for woord in ("Zwolle", "dood", token):
        assert woord not in tekst and woord not in servers.logboek(0).read_text(errors="replace")


def test_de_kennismap_is_weg(servers: Stapel) -> None:
    """The version that serves goes on serving; the map that comes back changes nothing."""
    een, kennis = servers.poorten[0], servers.map / "kennis"
    token = servers.token(een)
    kennis.rename(servers.map / "weg")
    try:
        time.sleep(3)  # the watcher looks every two seconds
        assert binnen(SNEL, lambda: servers.zeg(token, VERHAAL, poort=een))[0] == 200
        assert servers.vraag("GET", "/ready", poort=een)[0] == 200
        assert servers.vraag("GET", "/chat", poort=een)[0] == 200
    finally:
        (servers.map / "weg").rename(kennis)
    assert servers.zeg(token, "en nu?", poort=een)[0] == 200


def test_een_kapot_kennisbestand(servers: Stapel) -> None:
    """What is half written never serves: the version before answers on, and the log names the file for the editor."""
    een, bestand = servers.poorten[0], servers.map / "kennis" / "teksten.yml"
    heel = bestand.read_text(encoding="utf-8")
    _, voor, _ = servers.vraag("GET", "/health", poort=een)
    bestand.write_text(heel[: len(heel) // 2] + "\n  - [", encoding="utf-8")
    try:
        wacht_op(lambda: "teksten.yml" in servers.logboek(0).read_text(errors="replace"), 120, servers.logboek(0))
        token = servers.token(een)
        assert binnen(SNEL, lambda: servers.zeg(token, VERHAAL, poort=een))[0] == 200
        assert servers.vraag("GET", "/health", poort=een)[1] == voor
        assert servers.vraag("GET", "/ready", poort=een)[0] == 200
    finally:
        bestand.write_text(heel, encoding="utf-8")
    assert servers.zeg(token, "en nu?", poort=een)[0] == 200


def test_de_database_weg_en_terug(servers: Stapel, postgres: Any) -> None:
    een = servers.poorten[0]
    token = servers.token(een)
    postgres.stop()
    try:
        bericht = {"key": "sleutel-tijdens", "text": VERHAAL}
        status, inhoud, _ = binnen(SNEL, lambda: servers.vraag("POST", "/message", bericht, token, een))
        assert status == 503
        assert houder().haal().kennis.organisaties["ouders_en_onderwijs"].telefoons()[0] in inhoud["text"]
    finally:
        postgres.start()
    wacht_op(lambda: servers.vraag("POST", "/message", bericht, token, een)[0] == 200, 120, servers.logboek(0))
    assert [van for van, _ in servers.berichten(token, een)].count("user") == 1


def test_een_nieuwe_werker_neemt_het_over(servers: Stapel, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new one has no embeddings, which is told and does not stop it; the old one is killed; the talk goes on."""
    een, twee = servers.poorten
    servers.zorg_voor_werker(0)
    token = servers.token(een)
    assert servers.zeg(token, VERHAAL, poort=een)[0] == 200
    monkeypatch.setitem(servers.omgeving, "WEGWIJZER_ZONDER_INBEDDING", "1")
    servers.zorg_voor_werker(1)
    _, gezond, _ = servers.vraag("GET", "/health", poort=twee)
    _, ander, _ = servers.vraag("GET", "/health", poort=een)
    assert gezond["inbeddingen"] is False and ander["inbeddingen"] is True
    assert (gezond["uitgave"], gezond["kennis"]) == (ander["uitgave"], ander["kennis"]) and gezond["uitgave"] > 0
    servers.dood(0)
    assert binnen(SNEL, lambda: servers.zeg(token, "en wat nu?", poort=twee, sleutel="sleutel-erna"))[0] == 200
    status, plan, _ = servers.vraag("GET", "/plan", token=token, poort=twee)
    assert status == 200 and "Zwolle" in plan, "wat de eerste werker hoorde, weet de tweede"
    berichten = servers.berichten(token, twee)
    assert [t for van, t in berichten if van == "user"] == [VERHAAL, "en wat nu?"]

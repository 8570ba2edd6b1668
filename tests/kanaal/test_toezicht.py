"""/ready tells which part does not answer and no more; /metrics is for who watches, and holds nothing of parents."""

from __future__ import annotations

import logging
import shutil
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from geduld import heb_geduld
from naspel import DOMEIN, Dienst, NagespeeldeAgent, Website
from rasa.core.channels.channel import register
from sanic import Sanic

from wegwijzer.bedrijf import schakelaar as module
from wegwijzer.bedrijf.schakelaar import schakelaar
from wegwijzer.huis import houder
from wegwijzer.kanaal.instellingen import Instellingen, InstellingFout
from wegwijzer.kanaal.toezicht import toezicht
from wegwijzer.kanaal.website import WebsiteKanaal
from wegwijzer.opslag.bewaartermijn import wis_oude
from wegwijzer.opslag.gesprekken import GesprekkenOpslag

SLEUTEL = "een-lange-sleutel-voor-de-proef"
WOORDEN = ("Zwolle", "dood", "hallo")


@pytest.fixture
def dienst(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Website]]:
    """A website channel with the watching routes beside it, and a switch of its own."""
    monkeypatch.delenv("WEGWIJZER_DB", raising=False)
    heb_geduld(monkeypatch)
    monkeypatch.setattr(module, "bestand", lambda: tmp_path / "uit.json")
    gestart: list[Website] = []

    def start() -> Website:
        site = Website(tmp_path / "data" / "gesprekken.db")
        site.agent = NagespeeldeAgent(GesprekkenOpslag(domain=DOMEIN, db=str(site.database)))
        site.agent.model_id = "model-1"  # type: ignore[attr-defined]
        app = Sanic(f"toezicht-{uuid.uuid4().hex}", configure_logging=False)
        app.ctx.agent = site.agent
        register([WebsiteKanaal(Instellingen())], app, route="/webhooks/")
        app.blueprint(toezicht())
        site._dienst = Dienst(app)
        site.poort = site._dienst.poort
        gestart.append(site)
        return site

    yield start
    for site in gestart:
        site.stop()


def _gereed(site: Website) -> tuple[int, list[str]]:
    antwoord = site.vraag("GET", "/ready")
    return antwoord.status, sorted(deel for deel, goed in antwoord.json()["delen"].items() if not goed)


def test_gereed_en_wat_er_niet_is(dienst: Callable[[], Website], monkeypatch: pytest.MonkeyPatch) -> None:
    site = dienst()
    assert _gereed(site) == (200, [])
    schakelaar().zet_uit("onderhoud")
    assert _gereed(site) == (503, ["open"])
    schakelaar().zet_aan()
    site.agent.klaar = False
    assert _gereed(site) == (503, ["model"])
    site.agent.klaar = True
    with monkeypatch.context() as even:
        even.setattr("wegwijzer.bedrijf.gereed.houder", lambda: 1 / 0)
        assert _gereed(site) == (503, ["kennis"])
    shutil.rmtree(site.database.parent)
    assert _gereed(site) == (503, ["database"])


def test_een_database_die_hangt_houdt_niemand_op(
    dienst: Callable[[], Website], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = dienst()
    monkeypatch.setattr("wegwijzer.bedrijf.gereed.GEDULD", 0.2)
    monkeypatch.setattr("wegwijzer.bedrijf.gereed._leeft", lambda _: time.sleep(1.5))
    assert _gereed(site) == (503, ["database"])
    assert _gereed(site) == (503, ["database"])
    monkeypatch.undo()


def test_metingen_van_een_gesprek(dienst: Callable[[], Website]) -> None:
    site = dienst()
    token = site.token()
    site.zeg(token, "hallo uit Zwolle")
    site.zeg(token, "mijn zoon wil dood")
    site.zeg("x" * 43, "mijn zoon wil dood")
    logging.getLogger("wegwijzer.proef").error("hallo uit Zwolle")
    wis_oude(28, site.agent.tracker_store._tracker_store)
    uit = site.vraag("GET", "/metrics")
    assert uit.status == 200 and uit.koppen["content-type"].startswith("text/plain")
    tekst = uit.inhoud.decode()
    waarden = {r.rpartition(" ")[0]: float(r.rpartition(" ")[2]) for r in tekst.splitlines() if not r.startswith("#")}
    assert waarden['wegwijzer_berichten_total{kanaal="website"}'] >= 2
    assert waarden['wegwijzer_gevaar_getoond_total{waar="voorbij_grens"}'] >= 1
    assert waarden['wegwijzer_beurt_seconden_count{kanaal="website"}'] >= 2
    assert waarden['wegwijzer_sessies{welke="alle"}'] == 1
    assert waarden['wegwijzer_gereed{deel="database"}'] == 1
    assert 0 <= waarden["wegwijzer_opgeruimd_seconden_geleden"] < 600
    assert waarden["wegwijzer_schijf_vrij_bytes"] > 0
    versie = houder().haal().kennis.versie
    assert any(versie in naam for naam in waarden) and any("model-1" in naam for naam in waarden)
    assert "process_resident_memory_bytes" in waarden
    for woord in (*WOORDEN, token, "web-"):
        assert woord not in tekst
    assert len(tekst.splitlines()) < 400


def test_metingen_zonder_database(dienst: Callable[[], Website]) -> None:
    site = dienst()
    shutil.rmtree(site.database.parent)
    tekst = site.vraag("GET", "/metrics").inhoud.decode()
    assert 'wegwijzer_gereed{deel="database"} 0.0' in tekst and 'wegwijzer_sessies{welke="alle"} NaN' in tekst


def test_metingen_zijn_niet_voor_iedereen(dienst: Callable[[], Website], monkeypatch: pytest.MonkeyPatch) -> None:
    site = dienst()
    assert site.vraag("GET", "/metrics").status == 200
    for kop in ("X_Forwarded_For", "Forwarded", "X_Real_IP"):
        assert site.vraag("GET", "/metrics", **{kop.replace("_", "-"): "127.0.0.1"}).status == 403
    monkeypatch.setenv("WEGWIJZER_METINGEN_SLEUTEL", SLEUTEL)
    streng = dienst()
    assert streng.vraag("GET", "/metrics").status == 403
    assert streng.vraag("GET", "/metrics", Authorization=f"Bearer {SLEUTEL}x").status == 403
    assert streng.vraag("GET", "/metrics", Authorization=f"Bearer {SLEUTEL}").status == 200


def test_een_te_korte_sleutel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEGWIJZER_METINGEN_SLEUTEL", "kort")
    with pytest.raises(InstellingFout):
        toezicht()


def test_een_vreemde_agent_is_geen_database() -> None:
    import asyncio

    from wegwijzer.bedrijf.gereed import Keuring

    agent: Any = SimpleNamespace(is_ready=lambda: True, tracker_store=object())
    assert asyncio.run(Keuring().delen(agent))["database"] is False
    assert asyncio.run(Keuring().delen(None))["model"] is False

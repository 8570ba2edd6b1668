"""The chat switched off: calm words with telephone numbers, danger as always, and a parent may still wipe."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from naspel import Website
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

from wegwijzer.bedrijf import schakelaar as module
from wegwijzer.bedrijf.schakelaar import Schakelaar, schakelaar
from wegwijzer.huis import houder
from wegwijzer.kanaal.rest import RestKanaal
from wegwijzer.kanaal.weg import inhoud, wegpagina

Start = Callable[..., Website]
GEVAAR = "Mijn dochter zegt dat ze dood wil."


@pytest.fixture
def knop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Schakelaar]:
    monkeypatch.setattr(module, "bestand", lambda: tmp_path / "uit.json")
    yield schakelaar()


def _nummer(organisatie: str) -> str:
    return houder().haal().kennis.organisaties[organisatie].telefoons()[0]


def test_een_gesprek_terwijl_de_chat_uit_staat(website: Start, knop: Schakelaar) -> None:
    site = website()
    token = site.token()
    site.zeg(token, "hallo")
    knop.zet_uit("er lekt iets")
    for methode, pad, inhoud_ in (
        ("POST", "/message", {"key": "a" * 10, "text": "hallo"}),
        ("POST", "/session", {}),
        ("GET", "/history?after=0", None),
        ("GET", "/plan", None),
        ("POST", "/link", {}),
        ("POST", "/return", {"secret": "x" * 22}),
        ("POST", "/report", {"id": 2000, "text": "klopt niet"}),
    ):
        antwoord = site.vraag(methode, pad, inhoud_, token)
        assert (antwoord.status, antwoord.json()["error"]) == (503, "failing"), pad
        assert antwoord.koppen["retry-after"] == "60"
        for wie in ("ouders_en_onderwijs", "noodnummer_112", "zelfmoordpreventie_113"):
            assert _nummer(wie) in antwoord.json()["text"]
        assert "lekt" not in antwoord.json()["text"]
    assert len(site.agent.gehoord) == 1


def test_gevaar_krijgt_zijn_nummers_ook_dan(website: Start, knop: Schakelaar) -> None:
    site = website()
    token = site.token()
    knop.zet_uit("er lekt iets")
    antwoord = site.zeg(token, GEVAAR)
    assert antwoord.status == 200 and antwoord.json()["stored"] is False
    assert _nummer("zelfmoordpreventie_113") in antwoord.json()["messages"][0]["text"]
    assert site.agent.gehoord == []


def test_een_ouder_mag_wel_wissen(website: Start, knop: Schakelaar) -> None:
    site = website()
    token = site.token()
    knop.zet_uit("onderhoud")
    assert site.vraag("DELETE", "/session", token=token).status == 204
    knop.zet_aan()
    assert site.vraag("GET", "/history", token=token).status == 401


def test_weer_aan_gaat_het_gesprek_verder(website: Start, knop: Schakelaar) -> None:
    site = website()
    token = site.token()
    site.zeg(token, "hallo")
    knop.zet_uit("onderhoud")
    assert site.zeg(token, "bent u er", "sleutel-1").status == 503
    knop.zet_aan()
    assert site.zeg(token, "bent u er", "sleutel-1").status == 200
    assert len(site.vraag("GET", "/history?after=0", token=token).json()["messages"]) == 4


def test_de_pagina_zelf(website: Start, knop: Schakelaar) -> None:
    site = website(sites=("https://www.school.nl",))
    assert site.vraag("GET", "/chat").status == 200
    knop.zet_uit("onderhoud")
    for pad, kaders in (("/chat", "'none'"), ("/chat?inline=1", "https://www.school.nl")):
        antwoord = site.vraag("GET", pad)
        assert antwoord.status == 503 and antwoord.koppen["retry-after"] == "60"
        assert antwoord.koppen["cache-control"] == "no-store"
        assert kaders in antwoord.koppen["content-security-policy"].partition("frame-ancestors")[2]
        assert antwoord.inhoud.decode() == inhoud()
    assert site.vraag("GET", "/widget/v1/wegwijzer.js").status == 200


def test_de_wegpagina_staat_op_zichzelf() -> None:
    """No script, nothing to fetch, every number a link, and the style allowed by its hash."""
    tekst = inhoud()
    assert not re.search(r"<script|src=|url\(|<link|@import|[{](?:tel|bel):", tekst)
    links = re.findall(r'href="([^"]+)"', tekst)
    assert len(links) == 3 and all(re.fullmatch(r"tel:\+?[0-9]{3,11}", link) for link in links)
    stijl = re.search(r"<style>(.*?)</style>", tekst, re.DOTALL)
    assert stijl is not None
    som = base64.b64encode(hashlib.sha256(stijl[1].encode()).digest()).decode()
    assert f"style-src 'sha256-{som}'" in wegpagina().headers["Content-Security-Policy"]
    zinnen = re.split(r"[.:]\s", re.sub(r"<[^>]+>", " ", tekst.partition("<main>")[2]))
    assert max(len(zin.split()) for zin in zinnen) <= 15


@pytest.mark.parametrize(("tekst", "wie"), [("hallo", "ouders_en_onderwijs"), (GEVAAR, "zelfmoordpreventie_113")])
def test_ook_het_restkanaal(tekst: str, wie: str, knop: Schakelaar, monkeypatch: pytest.MonkeyPatch) -> None:
    gehoord: list[Any] = []
    gekregen: list[Any] = []

    async def verwerk(bericht: UserMessage) -> None:
        gehoord.append(bericht)

    monkeypatch.setattr(
        "rasa.core.channels.rest.RestInput.blueprint",
        lambda _, doe: gekregen.append(doe) or SimpleNamespace(middleware=lambda _: lambda f: f),
    )
    RestKanaal().blueprint(verwerk)
    uit = CollectingOutputChannel()
    asyncio.run(gekregen[0](UserMessage(tekst, uit, "een")))
    assert len(gehoord) == 1 and uit.messages == []
    knop.zet_uit("onderhoud")
    asyncio.run(gekregen[0](UserMessage(tekst, uit, "een")))
    assert len(gehoord) == 1 and _nummer(wie) in uit.messages[0]["text"]

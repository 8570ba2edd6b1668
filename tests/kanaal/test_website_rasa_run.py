"""The website channel in plain `rasa run`: by credentials.yml, beside Rasa's own root page and its CORS."""

from __future__ import annotations

import http.client
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from geduld import heb_geduld
from naspel import DOMEIN, Dienst, NagespeeldeAgent
from rasa.core.run import configure_app, create_http_input_channels

from wegwijzer.huis import projectmap
from wegwijzer.opslag.gesprekken import GesprekkenOpslag

SCHOOL = "https://www.school.nl"
Vraag = Callable[..., tuple[int, dict[str, str], bytes]]


@pytest.fixture
def rasa_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Vraag]:
    """Rasa's own app on this project's credentials.yml."""
    monkeypatch.setenv("WEGWIJZER_SITES", SCHOOL)
    monkeypatch.delenv("WEGWIJZER_DB", raising=False)
    heb_geduld(monkeypatch)
    kanalen = create_http_input_channels(None, str(projectmap() / "credentials.yml"))
    app = configure_app(kanalen, enable_api=False)
    app.ctx.agent = NagespeeldeAgent(GesprekkenOpslag(domain=DOMEIN, db=str(tmp_path / "gesprekken.db")))
    dienst = Dienst(app)

    def vraag(methode: str, pad: str, inhoud: Any = None, **koppen: str) -> tuple[int, dict[str, str], bytes]:
        lijn = http.client.HTTPConnection("127.0.0.1", dienst.poort, timeout=120)
        gestuurd = {naam.replace("_", "-"): waarde for naam, waarde in koppen.items()}
        lijn.request(methode, pad, json.dumps(inhoud), {"Content-Type": "application/json", **gestuurd})
        terug = lijn.getresponse()
        uit = terug.status, {n.lower(): w for n, w in terug.getheaders()}, terug.read()
        lijn.close()
        return uit

    yield vraag
    dienst.stop()


def test_een_gesprek_in_rasa_run(rasa_run: Vraag) -> None:
    status, koppen, inhoud = rasa_run("POST", "/session", {}, Origin=SCHOOL)
    assert status == 201
    assert koppen["access-control-allow-origin"] == SCHOOL
    assert "access-control-allow-credentials" not in koppen
    sleutel = {"Authorization": f"Bearer {json.loads(inhoud)['token']}", "Origin": SCHOOL}
    status, koppen, inhoud = rasa_run("POST", "/message", {"key": "12345678", "text": "hallo"}, **sleutel)
    assert (status, koppen["access-control-allow-origin"]) == (200, SCHOOL)
    assert [b["text"] for b in json.loads(inhoud)["messages"]] == ["hallo", "Antwoord op: hallo"]
    status, koppen, _ = rasa_run("POST", "/message", None, **sleutel)
    assert (status, koppen["access-control-allow-origin"]) == (400, SCHOOL)
    assert rasa_run("DELETE", "/session", None, **sleutel)[0] == 204


def test_vooraf_vragen_in_rasa_run(rasa_run: Vraag) -> None:
    """Rasa's CORS answers every OPTIONS request before a channel sees it."""
    status, koppen, inhoud = rasa_run("OPTIONS", "/message", Origin=SCHOOL, Access_Control_Request_Method="POST")
    assert (status, inhoud) == (204, b"")
    assert koppen["access-control-allow-origin"] == SCHOOL
    assert "Authorization" in koppen["access-control-allow-headers"]
    assert "access-control-allow-credentials" not in koppen
    status, koppen, _ = rasa_run(
        "OPTIONS", "/message", Origin="https://elders.nl", Access_Control_Request_Method="POST"
    )
    assert status == 403
    assert not [kop for kop in koppen if kop.startswith("access-control-")]


def test_een_vreemde_site_in_rasa_run(rasa_run: Vraag) -> None:
    status, koppen, _ = rasa_run("POST", "/session", {}, Origin="https://elders.nl")
    assert status == 403
    assert not [kop for kop in koppen if kop.startswith("access-control-")]


def test_de_pagina_en_het_script_in_rasa_run(rasa_run: Vraag) -> None:
    status, koppen, _ = rasa_run("GET", "/chat?inline=1")
    assert status == 200
    assert f"frame-ancestors 'self' {SCHOOL}" in koppen["content-security-policy"]
    status, koppen, _ = rasa_run("GET", "/chat")
    assert "frame-ancestors 'none'" in koppen["content-security-policy"]
    assert rasa_run("GET", "/widget/v1/wegwijzer.js")[0] in (200, 503)
    assert b"Rasa" in rasa_run("GET", "/")[2]

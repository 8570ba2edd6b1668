"""Any body at all gets a calm answer: 2xx or 4xx, JSON that the widget understands, never silence, never 5xx."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from geduld import heb_geduld
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from naspel import Website

from wegwijzer.kanaal.instellingen import Instellingen

RUIM = 1_000_000
WAARDE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=80),
    lambda delen: st.lists(delen, max_size=5) | st.dictionaries(st.text(max_size=8), delen, max_size=5),
    max_leaves=12,
)
TEKST = st.text(st.characters(), max_size=300)
BERICHT = st.fixed_dictionaries(
    {},
    optional={
        "key": st.uuids().map(str) | WAARDE,
        "text": TEKST | WAARDE,
        "choice": st.text(max_size=30) | WAARDE,
        "after": st.integers(-5, 10**20) | WAARDE,
        "id": st.integers(-5, 10**20) | WAARDE,
    },
)
CODES = {"bad_request", "no_session", "too_long", "too_fast", "busy"}


@pytest.fixture(scope="module")
def ruim(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Website, str]]:
    """A server without limits on speed, and a token that works."""
    instellingen = Instellingen(berichten_per_minuut=RUIM, meldingen_per_uur=RUIM, berichten_per_gesprek=RUIM)
    with pytest.MonkeyPatch.context() as omgeving:
        heb_geduld(omgeving)
        site = Website(tmp_path_factory.mktemp("ruim") / "gesprekken.db", instellingen).start()
        yield site, site.token()
        site.stop()


def _in_orde(antwoord: Any, pad: str) -> None:
    inhoud = antwoord.json()
    if antwoord.status < 300:
        assert pad != "/message" or isinstance(inhoud["messages"], list)
        assert pad != "/session" or len(inhoud["token"]) == 43
        return
    assert 400 <= antwoord.status < 500, (antwoord.status, inhoud)
    assert inhoud["error"] in CODES
    assert (isinstance(inhoud["text"], str) and inhoud["text"].endswith(".")) or inhoud["text"].endswith("?")


RUSTIG = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@RUSTIG
@given(st.sampled_from(["/message", "/report", "/session"]), WAARDE | BERICHT)
def test_elke_json(ruim: tuple[Website, str], pad: str, waarde: Any) -> None:
    site, token = ruim
    _in_orde(site.vraag("POST", pad, json.dumps(waarde).encode(), token), pad)


@RUSTIG
@given(st.sampled_from(["/message", "/report"]), st.binary(max_size=2000))
def test_alle_bytes(ruim: tuple[Website, str], pad: str, inhoud: bytes) -> None:
    site, token = ruim
    _in_orde(site.vraag("POST", pad, inhoud, token), pad)


@RUSTIG
@given(TEKST, st.text(st.characters(), max_size=50))
def test_elke_tekst_wordt_beantwoord(ruim: tuple[Website, str], tekst: str, sleutel: str) -> None:
    site, token = ruim
    antwoord = site.zeg(token, tekst)
    assert antwoord.status == 200 or not tekst.strip()
    _in_orde(site.zeg(token, tekst or "x", sleutel=sleutel or " "), "/message")


@RUSTIG
@given(st.text(st.characters(min_codepoint=33, max_codepoint=255), max_size=60), st.text(max_size=30))
def test_elke_sleutel_en_elk_begin(ruim: tuple[Website, str], token: str, na: str) -> None:
    from urllib.parse import quote

    site, goed = ruim
    pad = f"/history?after={quote(na, errors='replace')}"
    for sleutel in (token, goed):
        antwoord = site.vraag("GET", pad, Authorization=f"Bearer {sleutel}")
        assert antwoord.status in (200, 400, 401)
        antwoord.json()


def test_het_is_dezelfde_database(ruim: tuple[Website, str]) -> None:
    """After all that: one more message, and it is answered."""
    site, token = ruim
    assert Path(site.database).is_file()
    assert site.zeg(token, "hallo").status == 200

"""A conversation is opened by its own token and by nothing else: what another sends along names nobody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from naspel import Website

from wegwijzer.opslag.tabellen import MELDINGEN, SESSIES

Start = Callable[..., Website]
GEHEIM = "Mijn dochter van elf durft de klas niet meer in"


@pytest.fixture
def twee(website: Start) -> tuple[Website, str, str, str, int]:
    """A server, the token of a parent and of another, and what the other may have seen of the first's conversation."""
    site = website()
    token, ander = site.token(), site.token()
    last = site.zeg(token, GEHEIM).json()["last"]
    site.zeg(ander, "hallo")
    with site.agent.tracker_store._tracker_store.engine.connect() as verbinding:
        gesprekken = [
            rij.gesprek for rij in verbinding.execute(sa.select(SESSIES.c.gesprek).order_by(SESSIES.c.gemaakt))
        ]
    return site, token, ander, gesprekken[0], last


def _wegen(gesprek: str, id_: str, last: int) -> list[tuple[str, str, Any]]:
    """Requests that name the first parent's conversation in every place where a client can write something."""
    namen = ("sender", "sender_id", "gesprek", "session", "conversation", "id", "token", "user")
    vraag = "&".join(f"{naam}={gesprek}" for naam in namen)
    mee = {naam: gesprek for naam in namen}
    return [
        ("GET", f"/history?after=0&{vraag}", None),
        ("GET", f"/history/{gesprek}", None),
        ("GET", f"/history?after={last - 1}", None),
        ("GET", f"/plan?{vraag}", None),
        ("GET", f"/plan.ics?{vraag}", None),
        ("POST", f"/message?{vraag}", {"key": "sleutel-van-twee", "text": "en nu?", "after": 0, **mee}),
        ("POST", "/message", {"key": "sleutel-van-drie", "choice": id_, "after": 0, **mee}),
        ("POST", f"/link?{vraag}", mee),
        ("POST", "/return", {"secret": gesprek, **mee}),
        ("POST", "/report", {**mee, "id": last, "text": "dit klopt niet"}),
        ("DELETE", f"/session?{vraag}", mee),
    ]


@pytest.mark.parametrize("hoe", ["met een eigen sleutel", "zonder sleutel", "met het gesprek als sleutel"])
def test_niets_van_een_ander(hoe: str, twee: tuple[Website, str, str, str, int]) -> None:
    site, token, ander, gesprek, last = twee
    voor = site.vraag("GET", "/history?after=0", token=token).json()["messages"]
    knop = voor[-1]["buttons"][0]["id"]
    gegeven = {"met een eigen sleutel": ander, "zonder sleutel": None, "met het gesprek als sleutel": gesprek}[hoe]
    koppen = {"X_Session": gesprek, "Cookie": f"session={gesprek}; token={gesprek}"}
    for methode, pad, inhoud in _wegen(gesprek, knop, last):
        terug = site.vraag(methode, pad, inhoud, gegeven, **koppen)
        assert GEHEIM.encode() not in terug.inhoud and b"durft de klas" not in terug.inhoud, (methode, pad)
        assert terug.status < 500 and (gegeven == ander or terug.status >= 400), (methode, pad, terug.status)
    na = site.vraag("GET", "/history?after=0", token=token)
    assert na.status == 200 and na.json()["messages"] == voor, "het gesprek van de eerste is niet geraakt"
    with site.agent.tracker_store._tracker_store.engine.connect() as verbinding:
        gemeld = [rij.gesprek for rij in verbinding.execute(sa.select(MELDINGEN.c.gesprek))]
    assert gesprek not in gemeld

"""The plan and the calendar file that the website channel gives along."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from naspel import Website

from wegwijzer.kanaal.plan_pagina import STIJL_HASH
from wegwijzer.klok import vandaag

Start = Callable[..., Website]


def test_het_plan_is_een_pagina_zonder_iets_van_buiten(website: Start) -> None:
    site = website()
    token = site.token()
    site.agent.slots = {"leeftijd": 14, "onderwijssoort": "vo", "stappen_gedaan": []}
    site.zeg(token, "mijn zoon van 14")
    site.agent.slots = {"leeftijd": 15, "stappen_gedaan": ["school"]}
    site.zeg(token, "hij is 15, met school gepraat")
    antwoord = site.vraag("GET", "/plan", token=token)
    assert antwoord.status == 200
    assert antwoord.koppen["content-type"] == "text/html; charset=utf-8"
    pagina = antwoord.inhoud.decode()
    assert "15 jaar" in pagina
    assert "14 jaar" not in pagina
    assert "samenwerkingsverband" in pagina
    assert "<script" not in pagina
    assert " src=" not in pagina
    assert f"style-src '{STIJL_HASH}'" in antwoord.koppen["content-security-policy"]
    assert antwoord.koppen["cache-control"] == "no-store"


def test_een_plan_voordat_er_iets_gezegd_is(website: Start) -> None:
    site = website()
    assert site.vraag("GET", "/plan", token=site.token()).status == 200


def test_de_termijnen_als_agenda(website: Start) -> None:
    site = website()
    token = site.token()
    leeg = site.vraag("GET", "/plan.ics", token=token)
    assert (leeg.status, leeg.json()["error"]) == (404, "bad_request")
    gisteren = (vandaag() - timedelta(days=1)).isoformat()
    site.agent.slots = {"onderwijssoort": "vo", "gebeurtenissen": {"aangemeld": gisteren}}
    site.zeg(token, "gisteren aangemeld")
    agenda = site.vraag("GET", "/plan.ics", token=token)
    assert agenda.koppen["content-type"] == "text/calendar; charset=utf-8"
    assert agenda.inhoud.startswith(b"BEGIN:VCALENDAR")
    assert b"BEGIN:VEVENT" in agenda.inhoud


@pytest.mark.parametrize("pad", ["/plan", "/plan.ics"])
def test_alleen_met_de_sleutel_van_het_gesprek(pad: str, website: Start) -> None:
    site = website(sites=("https://www.school.nl",))
    assert site.vraag("GET", pad).status == 401
    assert site.vraag("GET", pad, token="A" * 43).status == 401
    assert site.vraag("GET", pad, token=site.token(), Origin="https://elders.nl").status == 403
    assert site.vraag("OPTIONS", pad, Origin="https://www.school.nl").status == 204

"""Reading takes time in proportion to the length, whatever was typed."""

from __future__ import annotations

import time

import pytest

from wegwijzer.nood import NoodRegels, beoordeel

TEKSTEN = {
    "gewoon": "Mijn zoon van twaalf zit al weken thuis en school belt niet terug, wat kan ik doen? ",
    "gevaar": "hij wil niet meer leven en snijdt zichzelf. ",
    "onschuldig": "ik schaam me dood van de stress en ",
    "half": "als ik wil niet dat hij nooit meer ",
    "letter": "a",
    "los": "d o o d ",
    "sterren": "z*l*f* zelfm**d ",
    "leestekens": "?!,.",
    "verborgen": "a\u200b",
    "beeld": "🔪",
}


def duur(tekst: str, regels: NoodRegels) -> float:
    tijden = []
    for _ in range(3):
        begin = time.perf_counter()
        beoordeel(tekst, regels)
        tijden.append(time.perf_counter() - begin)
    return min(tijden)


@pytest.mark.parametrize("naam", TEKSTEN)
def test_tijd_groeit_met_de_lengte(naam: str, regels: NoodRegels) -> None:
    deel = TEKSTEN[naam]
    kort, lang = (duur((deel * n)[:n], regels) for n in (20_000, 40_000))
    assert lang <= 3 * kort + 0.02


@pytest.mark.parametrize("naam", TEKSTEN)
def test_snel_genoeg(naam: str, regels: NoodRegels) -> None:
    """5 ms for 1,000 characters and 200 ms for 100,000 on the machine of the project; three times that on any."""
    deel = TEKSTEN[naam]
    assert duur((deel * 1000)[:1000], regels) < 0.015
    assert duur((deel * 100_000)[:100_000], regels) < 0.6

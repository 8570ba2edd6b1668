"""Reading takes time in proportion to the length, whatever was typed."""

from __future__ import annotations

import pytest
from tijd import lezen, verhouding

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


@pytest.mark.parametrize("naam", TEKSTEN)
def test_tijd_groeit_met_de_lengte(naam: str, regels: NoodRegels) -> None:
    """Four times the text is four times the work; with a square in it, sixteen times."""
    deel = TEKSTEN[naam]
    kort, lang = ((deel * n)[:n] for n in (20_000, 80_000))
    assert verhouding(lambda: beoordeel(lang, regels), lambda: beoordeel(kort, regels), keer=4) < 8


@pytest.mark.parametrize("naam", TEKSTEN)
def test_snel_genoeg(naam: str, regels: NoodRegels) -> None:
    """Judging costs at most some tens of times the plain reading of the same words: about twelve when this was made."""
    tekst = (TEKSTEN[naam] * 1000)[:1000]
    assert verhouding(lambda: beoordeel(tekst, regels), lezen(tekst)) < 50

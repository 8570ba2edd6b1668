"""A party that does not answer: heard in statements only, and what to do about it comes before the road goes on."""

from __future__ import annotations

from datetime import datetime

import pytest
from gesprek_in_kern import Gesprek

from wegwijzer.gesprek import stil
from wegwijzer.gesprek.model import Bericht, Toestand
from wegwijzer.huis import Huis
from wegwijzer.pad.situatie import Situatie


@pytest.mark.parametrize(
    ("zin", "stap"),
    [
        ("swv reageert niet", "samenwerkingsverband"),
        ("het samenwerkingsverband antwoordt al weken niet op mijn mails", "samenwerkingsverband"),
        ("ik hoor niks van het steunpunt", "samenwerkingsverband"),
        ("de consulent belt nooit terug, niks", "onderwijsconsulent"),
        ("geen reactie van de onderwijsconsulent", "onderwijsconsulent"),
        ("welk samenwerkingsverband is dat", None),
        ("en als het samenwerkingsverband niet reageert", None),
        ("reageert het samenwerkingsverband niet?", None),
        ("het samenwerkingsverband was heel aardig", None),
        ("school reageert niet", None),
    ],
)
def test_wie_er_stil_is(zin: str, stap: str | None, nu: datetime) -> None:
    duiding = stil.duid(Bericht(zin, nu), Toestand())
    assert (duiding.label if duiding else None) == stap


def test_eerst_de_stilte_dan_de_vraag_naar_school(huis: Huis, nu: datetime) -> None:
    """Not yet at school: one question about that; `no` shows the step, `done` passes it."""
    gesprek = Gesprek(huis, nu, Toestand(Situatie(onderwijssoort="po", swv="PO3003", plaats="Breda", gemeente="Breda")))
    uit = gesprek.zeg("swv reageert niet")
    assert [huis.kennis.stappen["school"].vraag_na] == [a.tekst for a in uit.antwoorden if "?" in a.tekst]
    assert gesprek.toestand.situatie.stappen_gedaan == ["samenwerkingsverband"]
    nog_niet = gesprek.zeg("Nog niet gedaan")
    assert nog_niet.antwoorden[-1].custom["stap"] == 1
    gedaan = gesprek.zeg("Gedaan, hielp niet")
    assert gedaan.antwoorden[-1].custom["stap"] == 3


def test_na_school_gaat_de_weg_verder(huis: Huis, nu: datetime) -> None:
    situatie = Situatie(onderwijssoort="po", swv="PO3003", stappen_gedaan=["school"])
    uit = Gesprek(huis, nu, Toestand(situatie)).zeg("swv reageert niet")
    assert uit.antwoorden[-1].custom["stap"] == 3

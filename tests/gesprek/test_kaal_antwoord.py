"""Bare answers that only mean something in the talk: how long, and how long after all."""

from __future__ import annotations

from datetime import datetime

import pytest

from wegwijzer.gesprek.kaal_antwoord import duid, vul_aan
from wegwijzer.gesprek.model import Bericht, Toestand
from wegwijzer.pad.situatie import Situatie
from wegwijzer.taal.situatie import vondsten

NU = datetime(2026, 11, 22, 12)


def _weken(tekst: str, eerder: int | None, situatie: str = "zit_thuis") -> list[object]:
    toestand = Toestand(Situatie(situatie=[situatie], weken_thuis=eerder))
    return [v.waarde for v in vul_aan(Bericht(tekst, NU), toestand).alle("weken_thuis")]


@pytest.mark.parametrize(
    ("tekst", "weken"),
    [
        ("negen weken", 9),
        ("anderhalve maand", 6),
        ("twee maanden ongeveer, ze is twaalf", 8),
        ("geen idee precies, iets van een week of vijf", 5),
        ("11 weken en hij is 9", 11),
        ("7 weken?", None),
        ("wij wonen hier pas", None),
    ],
)
def test_hoe_lang_thuis_in_een_kaal_antwoord(tekst: str, weken: int | None) -> None:
    assert _weken(tekst, None) == ([] if weken is None else [weken])


@pytest.mark.parametrize(
    ("tekst", "weken"),
    [
        ("nee het zijn er 9", 9),
        ("o wacht, het zijn er 4", 4),
        ("sorry, half september bedoel ik", 9),
        ("nee, sinds 19 oktober", 4),
        ("oh nee, sinds de meivakantie", 29),
        ("nee dank u", None),
        ("sorry hoor", None),
        ("nee niet waar", None),
    ],
)
def test_wat_er_eerder_over_de_weken_gezegd_is_wordt_verbeterd(tekst: str, weken: int | None) -> None:
    assert _weken(tekst, 6) == ([] if weken is None else [weken])


def test_een_schorsing_is_geen_tijd_thuis() -> None:
    assert _weken("negen weken", None, "geschorst") == []


@pytest.mark.parametrize(
    ("tekst", "verbetert"),
    [
        ("nee, niet groep 2, groep 3", True),
        ("niet groep 5 maar groep 6 hoor", True),
        ("sorry, groep 7 en niet 8", True),
        ("oh nee geen klas 1 maar klas 2", True),
        ("hij zit niet graag in groep 3", False),
        ("nee, nog niet gedaan", False),
        ("nee niet naar groep 3", False),
    ],
)
def test_een_andere_klas_is_een_verbetering_en_geen_nee_op_onze_vraag(tekst: str, verbetert: bool) -> None:
    bericht = Bericht(tekst, NU, vondsten=vondsten(tekst, vandaag=NU.date()))
    duiding = duid(bericht, Toestand(Situatie(onderwijssoort="po", stap="school"), vraag="stap"))
    assert (duiding is not None and duiding.soort == "gegevens") is verbetert

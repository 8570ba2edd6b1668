"""Bare answers that only mean something in the talk: how long, and how long after all."""

from __future__ import annotations

from datetime import datetime

import pytest

from wegwijzer.gesprek.kaal_antwoord import vul_aan
from wegwijzer.gesprek.model import Bericht, Toestand
from wegwijzer.pad.situatie import Situatie

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

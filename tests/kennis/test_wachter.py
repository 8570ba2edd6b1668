"""A running assistant takes a good change over, and refuses a bad one while the old version keeps serving."""

from __future__ import annotations

from pathlib import Path

import pytest

from wegwijzer.huis import HuisHouder
from wegwijzer.kennis.meldingen import KennisFout
from wegwijzer.kennis.wachter import Wachter


def _vervang(pad: Path, oud: str, nieuw: str) -> None:
    tekst = pad.read_text(encoding="utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw), encoding="utf-8")


def test_goede_wijziging_wordt_overgenomen(proef: Path) -> None:
    """The new answer serves; what is unchanged is not read again."""
    gemeld: list[str] = []
    houder = HuisHouder(proef)
    wachter = Wachter(houder, gemeld.append)
    eerste = houder.haal()
    wachter.kijk()
    assert houder.haal() is eerste and gemeld == []
    _vervang(proef / "onderwerpen" / "pesten.yml", "om een gesprek.", "om hulp.")
    wachter.kijk()
    assert "om hulp" in houder.haal().kennis.onderwerpen["pesten"].antwoord
    assert len(gemeld) == 1


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw"),
    [
        ("onderwerpen/pesten.yml", "titel:", "tietel:"),
        ("noodhulp.yml", "- help ons", "- ..3 help"),
        ("geografie/postcodes.csv", "8011,Zwolle", "8011,Zwol"),
        ("teksten.yml", "{naam}", "{name}"),
    ],
)
def test_slechte_wijziging_wordt_geweigerd(bestand: str, oud: str, nieuw: str, proef: Path) -> None:
    """Said once, with the place; the old version serves on, and the repair is taken over."""
    gemeld: list[str] = []
    houder = HuisHouder(proef)
    wachter = Wachter(houder, gemeld.append)
    eerste = houder.haal()
    _vervang(proef / bestand, oud, nieuw)
    wachter.kijk()
    wachter.kijk()
    assert houder.haal() is eerste
    assert len(gemeld) == 1 and bestand in gemeld[0]
    with pytest.raises(KennisFout):
        houder.ververs()
    _vervang(proef / bestand, nieuw, oud)
    wachter.kijk()
    assert houder.haal().kennis.versie == eerste.kennis.versie

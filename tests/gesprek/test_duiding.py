"""What a message wants, where it tells of a step and asks something as well."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.gesprek.gesprek_in_kern import Gesprek
from wegwijzer.gesprek.vraagzin import VRAAGT
from wegwijzer.huis import Huis

GEBELD = "ik heb de onderwijsconsulent gesproken, dat heeft niks opgeleverd"


@pytest.fixture
def gesprek(huis: Huis, nu: datetime) -> Gesprek:
    return Gesprek(huis, nu)


def test_een_gemelde_stap_wordt_niet_uitgelegd(gesprek: Gesprek) -> None:
    uit = gesprek.zeg(GEBELD, "onderwijsconsulent", 0.6)
    assert uit.topic == "pad"
    assert "onderwijsconsulent" in gesprek.toestand.situatie.stappen_gedaan


@pytest.mark.parametrize("label", ["wachttijd_consulent", "consulent_niet_bindend"])
def test_wat_na_een_stap_speelt_wordt_beantwoord(label: str, gesprek: Gesprek) -> None:
    assert gesprek.zeg(GEBELD, label, 0.6).topic == label


def test_een_vraag_over_een_gemelde_stap_wordt_beantwoord(gesprek: Gesprek) -> None:
    """Without its mark too."""
    assert gesprek.zeg(f"{GEBELD}. moet je daar zelf voor betalen", "onderwijsconsulent", 0.6).topic == (
        "onderwijsconsulent"
    )


@pytest.mark.parametrize(
    "zin", ["bij wie moet ik zijn", "we zitten vast en hoe lang duurt dat", "dat is fijn. mag dat zomaar"]
)
def test_vraag_zonder_vraagteken(zin: str) -> None:
    assert VRAAGT.search(zin)


@pytest.mark.parametrize("zin", ["ik weet dat hij kan lezen", "de vrouw die wat zei was lief", "zij komt niet"])
def test_geen_vraag(zin: str) -> None:
    assert not VRAAGT.search(zin)

"""Erasing stays erasing, whatever else stands before the answer: the welcome, or that a detail was taken out."""

from __future__ import annotations

from datetime import datetime

import pytest

from wegwijzer.gesprek.beurt import beurt
from wegwijzer.gesprek.model import Bericht, Toestand
from wegwijzer.huis import Huis


@pytest.mark.parametrize("begroet", [True, False])
@pytest.mark.parametrize("verwijderd", [(), ("telefoonnummer",)])
def test_wissen_wist_ook_met_een_melding_ervoor(
    begroet: bool, verwijderd: tuple[str, ...], huis: Huis, nu: datetime
) -> None:
    bericht = Bericht(
        "wis dit gesprek, mijn nummer is [telefoonnummer]", nu, [("wis_gesprek", 0.99)], verwijderd=verwijderd
    )
    uit = beurt(bericht, Toestand(begroet=begroet), huis)
    assert uit.wis
    assert len(uit.antwoorden) == 1 + (not begroet) + bool(verwijderd)

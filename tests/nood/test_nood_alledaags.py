"""Days, things and little shoves of every day are no danger; what looks like them but is danger stays so."""

from __future__ import annotations

import pytest

from wegwijzer.nood import NoodRegels, beoordeel
from wegwijzer.nood.aanvulling import vul_aan


@pytest.mark.parametrize(
    "zin",
    [
        "ze hebben gezegd dat hij maandag niet meer hoeft te komen",
        "dat is over twee weken klaar zegt ze",
        "vader heeft het kind dit weekend",
        "hij zegt dat hij stopt met school",
        "zijn zusje heeft hem een duw gegeven",
        "hij heeft een mesje bij zich voor knutselen",
        "die meester vermoordt elk plezier in lezen",
    ],
)
def test_alledaags_geeft_geen_alarm_ook_als_het_net_twijfelt(zin: str, regels: NoodRegels) -> None:
    assert vul_aan(beoordeel(zin, regels), zin, [(zin, {"suicide": 0.3})], regels) is None


@pytest.mark.parametrize(
    "zin",
    [
        "ze zegt dat het niet meer hoeft",
        "hij zegt dat het voor hem niet meer hoeft",
        "hij stopt met leven zegt hij",
        "vader heeft het kind dit weekend geslagen",
        "ze duwde haar zusje voor de trein",
    ],
)
def test_wat_erop_lijkt_kan_alarm_blijven_geven(zin: str, regels: NoodRegels) -> None:
    """By a rule, or by the net: no harmless phrase stands in its way."""
    oordeel = vul_aan(beoordeel(zin, regels), zin, [(zin, {"suicide": 0.9})], regels)
    assert oordeel is not None and oordeel.niveau == "nood"

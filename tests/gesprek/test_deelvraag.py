"""A question within a topic: known by its words and by asking what they mean, answered without a question of ours."""

from __future__ import annotations

from datetime import datetime

import pytest
from gesprek_in_kern import Gesprek, tekst

from wegwijzer.gesprek import deelvraag
from wegwijzer.gesprek.model import Toestand
from wegwijzer.huis import Huis
from wegwijzer.pad.situatie import Situatie


@pytest.mark.parametrize(
    ("zin", "woord"),
    [
        ("wat is het verschil tussen sbo en so", "sbo"),
        ("is speciaal onderwijs hetzelfde als speciaal basisonderwijs", "sbo"),
        ("verschil so en vso?", "so"),
        ("wat houdt praktijkonderwijs in", "praktijkonderwijs"),
        ("een vso, wat is dat", "vso"),
        ("wat is speciaal onderwijs", "so"),
    ],
)
def test_vraagt_wat_een_woord_betekent(zin: str, woord: str, huis: Huis) -> None:
    vraag = deelvraag.vraag_van(zin, huis.kennis.onderwerpen["tlv_speciaal_onderwijs"])
    assert vraag is not None
    assert any(woord in vormen.split("|") for vormen in vraag.woorden)


@pytest.mark.parametrize(
    "zin",
    ["ze willen hem naar speciaal onderwijs", "wat is de volgende stap, hij zit op sbo", "mijn zoon zit op het vso"],
)
def test_vraagt_dat_niet(zin: str, huis: Huis) -> None:
    assert deelvraag.duid(zin, huis) is None


def test_het_antwoord_heeft_een_bron_en_vraagt_niets(huis: Huis, nu: datetime) -> None:
    """The right answer also right after the topic itself, with the source of that answer."""
    gesprek = Gesprek(huis, nu, Toestand(Situatie(), begroet=True))
    gesprek.zeg("moet hij naar speciaal onderwijs", "tlv_speciaal_onderwijs")
    uit = gesprek.zeg("wat is het verschil tussen sbo en so", "tlv_speciaal_onderwijs")
    eigen = next(d for d in huis.kennis.onderwerpen["tlv_speciaal_onderwijs"].deelvragen if len(d.woorden) == 2)
    assert " ".join(eigen.antwoord.split()) in tekst(uit)
    assert eigen.bron in uit.antwoorden[0].custom["bronnen"]

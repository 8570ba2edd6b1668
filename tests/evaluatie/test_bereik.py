"""Every topic and every step of the road is reached by a held-out question, past gate, Rasa and core."""

from __future__ import annotations

from collections import defaultdict

import pytest

from wegwijzer.evaluatie import Testvraag, interval, testvragen
from wegwijzer.evaluatie.vragen import Uitkomst
from wegwijzer.gesprekspartner import Gesprekspartner
from wegwijzer.huis import houder
from wegwijzer.kennis.model import STAPPEN

POGINGEN = 10
"""A topic that none of its first so many questions reaches is lost on parents."""
NOOD_MAG = {"crisis_kind_suicidaal", "crisis_ouder_op", "veiligheid_thuis", "onveilig_op_school_geweld"}
"""Topics whose questions may rightly be answered with the danger numbers."""


@pytest.fixture(scope="module")
def per_onderwerp() -> dict[str, list[Testvraag]]:
    groepen: dict[str, list[Testvraag]] = defaultdict(list)
    for vraag in testvragen():
        groepen[vraag.goed[0]].append(vraag)
    return groepen


def antwoord_op(partner: Gesprekspartner, tekst: str) -> str:
    gesprek = partner.begin()
    beurt = partner.zeg(gesprek, tekst)
    partner.vergeet(gesprek)
    return str(beurt["topic"])


def test_elk_onderwerp_en_elke_stap_wordt_bereikt(
    partner: Gesprekspartner, per_onderwerp: dict[str, list[Testvraag]], steekproef: list[Uitkomst]
) -> None:
    """By a question of the sample, or else by one of its first ten."""
    kennis = houder().haal().kennis
    gevraagd = {(u.vraag.goed[0], u.topic) for u in steekproef}
    gemist, stappen = [], set()
    for id_, onderwerp in kennis.onderwerpen.items():
        goed = {id_, "nood"} if id_ in NOOD_MAG else {id_}
        antwoorden = (antwoord_op(partner, v.tekst) for v in per_onderwerp[id_][:POGINGEN])
        if any((id_, g) in gevraagd for g in goed) or any(a in goed for a in antwoorden):
            stappen.add(onderwerp.stap)
        else:
            gemist.append(id_)
    assert not gemist
    assert set(STAPPEN) <= stappen


def test_interval_van_wilson() -> None:
    laag, hoog = interval(90, 100)
    assert laag == pytest.approx(0.826, abs=0.002)
    assert hoog == pytest.approx(0.945, abs=0.002)
    assert interval(0, 0) == (0.0, 1.0)

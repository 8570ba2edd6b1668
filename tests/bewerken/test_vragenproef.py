"""Trying questions on changed knowledge: what comes to a topic, what leaves it; and what a parent would read."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from kennis.conftest import leg_aan

from wegwijzer.bewerken import voorbeeld, vragenproef
from wegwijzer.huis import Huis, inbedder
from wegwijzer.kennis.geografie import plaatsen
from wegwijzer.kennis.laad import laad
from wegwijzer.kennis.model import Kennis
from wegwijzer.taal.herkenner import Herkenner

NU = datetime(2026, 11, 23, 10, 0)


@pytest.fixture(scope="module")
def huis(tmp_path_factory: pytest.TempPathFactory) -> Huis:
    map_ = leg_aan(tmp_path_factory.mktemp("proef") / "knowledge")
    kennis = laad(map_)
    paren = [(v, o.id) for o in kennis.onderwerpen.values() for v in o.vragen] + [("hoe kook ik een ei", "koken")]
    herkenner = Herkenner(inbedder()).leer([t for t, _ in paren], [n for _, n in paren])
    return Huis(kennis, plaatsen(map_ / "geografie"), herkenner)


def _met(kennis: Kennis, id_: str, vragen: tuple[str, ...]) -> Kennis:
    return replace(kennis, onderwerpen={**kennis.onderwerpen, id_: replace(kennis.onderwerpen[id_], vragen=vragen)})


def test_een_verhuisde_vraag_komt_erbij(huis: Huis) -> None:
    pesten, plek = huis.kennis.onderwerpen["pesten"].vragen, huis.kennis.onderwerpen["plek"].vragen
    verhuisd = "de juf doet niets tegen het pesten"
    nieuw = _met(_met(huis.kennis, "pesten", tuple(v for v in pesten if v != verhuisd)), "plek", (*plek, verhuisd))
    proef = vragenproef.probeer("plek", huis, nieuw, ["de juf doet niets tegen pesten", "is er een plekje"])
    assert proef is not None
    assert [(v.tekst, v.voor, v.na) for v in proef.komt] == [(verhuisd, "pesten", "plek")]
    assert [v.na for v in proef.getypt] == ["plek", "plek"] and proef.getypt[0].voor == "pesten"
    weg = vragenproef.probeer("pesten", huis, nieuw)
    assert weg is not None and verhuisd in [v.tekst for v in weg.gaat]


def test_zonder_wijziging_verandert_er_niets(huis: Huis) -> None:
    proef = vragenproef.probeer("pesten", huis, huis.kennis)
    assert proef is not None and proef.komt == proef.gaat == [] and proef.gevraagd >= 10


def test_zonder_herkenner_is_er_geen_proef(huis: Huis) -> None:
    assert vragenproef.probeer("pesten", replace(huis, herkenner=None), huis.kennis) is None


def test_een_nieuw_onderwerp_wordt_herkend(huis: Huis) -> None:
    vragen = ("de buren klagen over lawaai", "geluidsoverlast van boven", "de muziek hiernaast staat te hard")
    lawaai = replace(huis.kennis.onderwerpen["plek"], id="lawaai", vragen=vragen, verder=())
    nieuw = replace(huis.kennis, onderwerpen={**huis.kennis.onderwerpen, "lawaai": lawaai})
    proef = vragenproef.probeer("lawaai", huis, nieuw, ["er is veel lawaai van de buren"])
    assert proef is not None and proef.getypt[0].na == "lawaai"
    assert {v.tekst for v in proef.komt} == set(vragen)


def test_voorbeeld_van_elk_stuk(huis: Huis) -> None:
    """Every variant of a topic; a card with the number; nothing where a place is closed."""
    bladen = voorbeeld.bladen("onderwerp", "plek", huis, NU)
    assert [b.wie for b in bladen] == ["Gewoon", "Voor een kind in PO2305"]
    assert "Er zijn plekken." in bladen[0].tekst and "In deze streek is er een plek." in bladen[1].tekst
    [blad] = voorbeeld.bladen("organisatie", "advieslijn", huis, NU)
    assert blad.kaarten[0]["contact"][0]["waarde"] == huis.kennis.organisaties["advieslijn"].telefoons()[0]
    assert voorbeeld.waar_genoemd("advieslijn", huis) == ["Mijn kind wordt gepest"]
    assert voorbeeld.bladen("samenwerkingsverband", "PO2305", huis, NU)
    [tuin] = voorbeeld.bladen("initiatief", "tuin", huis, NU)
    assert "De Tuin" in tuin.tekst
    dicht = tuple(replace(i, gesloten="2026") for i in huis.kennis.initiatieven)
    [tuin] = voorbeeld.bladen("initiatief", "tuin", replace(huis, kennis=replace(huis.kennis, initiatieven=dicht)), NU)
    assert "De Tuin" not in tuin.tekst

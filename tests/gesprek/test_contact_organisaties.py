"""Every organisation in the knowledge is reached by a topic, a step or a danger answer, and gives its own contact."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from wegwijzer.gesprek import onderwerp
from wegwijzer.gesprek.beurt import beurt
from wegwijzer.gesprek.model import Antwoord, Bericht, Toestand
from wegwijzer.gesprek.stappen import toon
from wegwijzer.huis import Huis
from wegwijzer.pad.situatie import VERVANGERS, Situatie

IDS = sorted(p.stem for p in (Path(__file__).parents[2] / "knowledge" / "organisaties").glob("*.yml"))
SITUATIES = {
    "mbo": Situatie(onderwijssoort="mbo"),
    "cluster1": Situatie(onderwijssoort="po", richting="cluster1"),
    "cluster2": Situatie(onderwijssoort="vo", richting="cluster2"),
}
"""What leads to the organisations that stand in for the samenwerkingsverband."""


def wegen(id_: str, huis: Huis, nu: datetime) -> Iterator[tuple[str, list[Antwoord]]]:
    """Every way a parent gets to this organisation, with what is then said."""
    kennis = huis.kennis
    for gekozen in kennis.onderwerpen.values():
        if id_ in gekozen.contact:
            yield f"onderwerp {gekozen.id}", [onderwerp.antwoord(gekozen, Situatie(), huis, nu)]
    for stap in kennis.stappen.values():
        if id_ in stap.organisaties and stap.id != "samenwerkingsverband":  # that step shows the region's own
            yield f"stap {stap.id}", toon(stap.id, Toestand(), huis, nu)
    for soort, vervanger in VERVANGERS.items():
        if vervanger == id_:
            yield f"stap school, {soort}", toon("school", Toestand(SITUATIES[soort]), huis, nu)
    for soort, nood in kennis.noodhulp["antwoorden"].items():
        if id_ in nood["organisaties"]:
            bericht = Bericht("help", nu, nood={"niveau": "nood", "soort": soort})
            yield f"nood {soort}", list(beurt(bericht, Toestand(begroet=True), huis).antwoorden)


@pytest.mark.parametrize("id_", IDS)
def test_elke_organisatie_wordt_bereikt_met_eigen_contact(id_: str, huis: Huis, nu: datetime) -> None:
    """On every way to it: its name on a card with all its contacts; without any sourced, no contact is made up."""
    organisatie = huis.kennis.organisaties[id_]
    gevonden = list(wegen(id_, huis, nu))
    assert gevonden, f"geen onderwerp, stap of nood leidt naar {id_}"
    verwacht = {c.waarde for c in organisatie.contact}
    for weg, antwoorden in gevonden:
        kaarten = [
            kaart
            for a in antwoorden
            for kaart in (a.custom.get("kaarten") or [a.custom.get("kaart")])
            if kaart and kaart["wie"] == organisatie.naam
        ]
        assert kaarten, f"{weg}: geen kaart van {id_}"
        assert {c["waarde"] for c in kaarten[0]["contact"]} == verwacht, weg
        assert all(c["bron"] and c["gezien"] for c in kaarten[0]["contact"]), weg


@pytest.mark.parametrize("id_", IDS)
def test_eerste_contact_staat_ook_in_gewone_tekst(id_: str, huis: Huis, nu: datetime) -> None:
    """Where it is the first contact of a topic, the parent without cards reads it too (unless the answer is full)."""
    organisatie = huis.kennis.organisaties[id_]
    eersten = [o for o in huis.kennis.onderwerpen.values() if o.contact[:1] == (id_,) and not o.plekken]
    if not eersten or not organisatie.contact:
        pytest.skip("nergens het eerste contact, of geen contact met bron")
    waarden = [c.waarde for c in organisatie.contact]
    teksten = [onderwerp.antwoord(o, Situatie(), huis, nu).tekst for o in eersten]
    assert any(w in tekst for w in waarden for tekst in teksten)


def test_telefoonnummers_van_nood_staan_in_de_tekst(huis: Huis, nu: datetime) -> None:
    """In danger nobody has to open a card."""
    for soort, nood in huis.kennis.noodhulp["antwoorden"].items():
        bericht = Bericht("help", nu, nood={"niveau": "nood", "soort": soort})
        antwoord = beurt(bericht, Toestand(begroet=True), huis).antwoorden[0]
        eerste = huis.kennis.organisaties[nood["organisaties"][0]]
        for nummer in eerste.telefoons()[:1]:
            assert nummer in antwoord.tekst, soort
        assert "{" not in antwoord.tekst


def test_kaarten_zijn_gewone_gegevens(huis: Huis, nu: datetime) -> None:
    """Everything beside the text can be sent as JSON."""
    for gekozen in huis.kennis.onderwerpen.values():
        json.dumps(dict(onderwerp.antwoord(gekozen, Situatie(), huis, nu).custom))

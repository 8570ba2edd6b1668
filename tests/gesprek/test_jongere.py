"""A pupil who writes himself is spoken to with `je`: on the whole road, in the questions, the plan and danger."""

from __future__ import annotations

import re
from datetime import datetime
from string import Formatter

import pytest
from gesprek_in_kern import Gesprek, tekst

from wegwijzer.gesprek.model import Toestand
from wegwijzer.huis import Huis
from wegwijzer.kennis.jongere import ACHTERVOEGSEL, spreekt_ouders_aan
from wegwijzer.kennis.model import STAPPEN
from wegwijzer.pad.plan import maak_plan, plan_als_tekst
from wegwijzer.pad.situatie import Situatie

U = re.compile(r"\b(?:u|uw)\b", re.IGNORECASE)
SOORTEN = ("po", "sbo", "so", "vo", "pro", "vso", "mbo")


@pytest.mark.parametrize("soort", SOORTEN)
def test_de_hele_weg_met_je(soort: str, huis: Huis, nu: datetime) -> None:
    """Each step, how it went, and the plan at each place."""
    situatie = Situatie(kind="ik", onderwijssoort=soort, plaats="Breda", gemeente="Breda")
    gesprek = Gesprek(huis, nu, Toestand(situatie, plaats_school=True))
    uit = gesprek.zeg("wat nu", "volgende_stap")
    for _ in STAPPEN:
        assert not U.search(tekst(uit)), tekst(uit)
        assert not U.search(tekst(gesprek.zeg("loopt nog", "loopt_nog")))
        plan = plan_als_tekst(maak_plan(gesprek.toestand.situatie, huis.voor("ik").kennis, nu.astimezone()))
        assert not U.search(plan), plan
        uit = gesprek.zeg("Gedaan, hielp niet", "gedaan_hielp_niet")
    assert not U.search(tekst(uit))
    assert gesprek.toestand.situatie.stap is None


def test_de_vragen_met_je(huis: Huis, nu: datetime) -> None:
    """The intake, why it asks, and the preparation of the talk."""
    gesprek = Gesprek(huis, nu, Toestand(Situatie(kind="ik", stappen_gedaan=["school"])))
    for zin, label in (
        ("wat nu", "volgende_stap"),
        ("waarom vraag je dat", "waarom_vraag"),
        ("Middelbare school", None),
        ("waarom vraag je dat", "waarom_vraag"),
        ("Hengelo", None),
        ("Sla over", None),
        ("bereid het gesprek voor", "bereid_gesprek_voor"),
        ("tekenen gaat goed", None),
        ("de pauzes", None),
        ("minder druk", None),
    ):
        uit = gesprek.zeg(zin, label)
        assert not U.search(tekst(uit)), (zin, tekst(uit))


@pytest.mark.parametrize("soort", ["suicide", "mishandeling", "acute_hulp", "geweld_school", "zorg:zorgvraag"])
def test_gevaar_spreekt_de_leerling_aan(soort: str, huis: Huis, nu: datetime) -> None:
    """Also when the message itself does not show that a pupil writes."""
    uit = Gesprek(huis, nu, Toestand(Situatie(kind="ik"))).zeg("ik kan niet meer", nood=soort)
    assert not U.search(tekst(uit)), tekst(uit)


def test_elk_onderwerp_spreekt_de_leerling_aan_of_zegt_voor_wie_het_is(huis: Huis, nu: datetime) -> None:
    zin = huis.kennis.tekst("voor_ouders")
    for onderwerp in huis.kennis.onderwerpen.values():
        if onderwerp.instap or onderwerp.toon_stap or onderwerp.plekken is not None:
            continue
        toestand = Toestand(Situatie(kind="ik", onderwijssoort="vo", plaats="Breda", gemeente="Breda"), begroet=True)
        uit = Gesprek(huis, nu, toestand).zeg(onderwerp.titel, onderwerp.id)
        if uit.topic == onderwerp.id and "bronnen" in uit.antwoorden[0].custom:
            assert zin in uit.antwoorden[0].tekst or not U.search(uit.antwoorden[0].tekst), onderwerp.id


def test_wie_ouder_blijkt_wordt_weer_met_u_aangesproken(huis: Huis, nu: datetime) -> None:
    """The words follow the slot, both ways."""
    assert huis.voor("ik").voor("zoon") is huis
    assert huis.voor("ik").voor("ik") is huis.voor("ik")
    assert huis.voor(None) is huis


def test_een_tekst_voor_de_leerling_heeft_dezelfde_gaten(huis: Huis) -> None:
    """Nothing that is filled in for a parent is lost for a pupil; and no such text says `u`."""
    for sleutel, zinnen in huis.kennis.teksten.items():
        if sleutel.endswith(ACHTERVOEGSEL) and sleutel.removesuffix(ACHTERVOEGSEL) in huis.kennis.teksten:
            gewoon = huis.kennis.teksten[sleutel.removesuffix(ACHTERVOEGSEL)][0]
            assert _gaten(zinnen[0]) == _gaten(gewoon), sleutel
            assert not spreekt_ouders_aan(zinnen[0]), sleutel


def test_elke_stap_heeft_woorden_voor_de_leerling(huis: Huis) -> None:
    for stap in huis.kennis.stappen.values():
        eigen = stap.jongere or {}
        assert {"doe", "bereid_voor", "doel", "eenvoudig", "vraag_na"} <= set(eigen), stap.id
        assert len(eigen["doe"]) == len(stap.doe), stap.id
        assert not spreekt_ouders_aan(str(eigen)), stap.id


def _gaten(zin: str) -> set[str]:
    return {naam for _, naam, _, _ in Formatter().parse(zin) if naam and naam != "tel"}

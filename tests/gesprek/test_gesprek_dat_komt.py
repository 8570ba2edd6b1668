"""Questions about a talk that is to come, and papers that are not there: about what was just told, not about all."""

from __future__ import annotations

from datetime import datetime

import pytest
from gesprek_in_kern import Gesprek, tekst

from wegwijzer.huis import Huis

NU = datetime(2026, 11, 22, 20, 30)


@pytest.fixture
def gesprek(huis: Huis) -> Gesprek:
    """A talk on a Sunday evening, in which a step is open."""
    g = Gesprek(huis, NU)
    g.zeg("zoon van 9, basisschool in Zwolle, met de juf al gepraat", "kind_zit_thuis_wat_nu")
    return g


@pytest.mark.parametrize("zin", ["en wat zeg ik dan", "wat moet ik daar vertellen", "hoe begin ik zo'n gesprek"])
def test_wat_te_zeggen_na_leerplicht(gesprek: Gesprek, zin: str) -> None:
    gesprek.zeg("er ligt een oproep van leerplicht", "leerplichtambtenaar_komt")
    uit = gesprek.zeg(zin, "hoe_praat_ik_met_school")
    assert uit.topic == "leerplichtambtenaar_komt" and "wat u al hebt gedaan" in tekst(uit)


@pytest.mark.parametrize("zin", ["wat neem ik dan mee", "moet ik nog iets meenemen", "welke papieren heb ik nodig"])
def test_wat_mee_te_nemen_is_geen_herhaling(gesprek: Gesprek, zin: str) -> None:
    eerst = gesprek.zeg("er ligt een oproep van leerplicht", "leerplichtambtenaar_komt")
    uit = gesprek.zeg(zin, "leerplichtambtenaar_komt")
    assert "brieven en mails" in tekst(uit).lower() and "Straf is een laatste middel" not in tekst(uit)
    assert len(tekst(uit)) < len(tekst(eerst))


def test_na_een_stap_gaat_het_over_die_stap(gesprek: Gesprek) -> None:
    uit = gesprek.zeg("wat moet ik daarvoor klaarleggen")
    assert uit.topic == "pad" and "Leg klaar" in tekst(uit)


def test_directeur_na_een_voorval_gaat_over_het_voorval(gesprek: Gesprek) -> None:
    gesprek.zeg("hij moet van school af", "verwijdering")
    uit = gesprek.zeg("wat zeg ik morgen tegen de directeur", "hoe_praat_ik_met_school")
    assert uit.topic == "verwijdering" and "besluit op papier" in tekst(uit)


def test_leerling_krijgt_je(gesprek: Gesprek) -> None:
    gesprek.zeg("ik ben 15 en schrijf zelf", "jongere_zelf")
    gesprek.zeg("brief van leerplicht", "leerplichtambtenaar_komt")
    for zin in ("wat moet ik dan zeggen", "wat moet ik meenemen"):
        woorden = tekst(gesprek.zeg(zin)).lower().split()
        assert "u" not in woorden and "uw" not in woorden


@pytest.mark.parametrize("zin", ["met wie kan ik hier over praten", "wie wil er eens meekijken met ons"])
def test_wie_is_een_mens_en_geen_voorbereiding(gesprek: Gesprek, zin: str) -> None:
    uit = gesprek.zeg(zin, "bereid_gesprek_voor")
    assert uit.topic == "praat_met_mens" and gesprek.toestand.vraag != "gesprek_goed"


def test_voorbereiding_blijft_voorbereiding(gesprek: Gesprek) -> None:
    nieuw = Gesprek(gesprek.huis, NU)
    nieuw.zeg("kun je me helpen met wat ik moet zeggen tegen de juf")
    assert nieuw.toestand.vraag == "gesprek_goed"


def test_geen_plan_vraagt_niet_naar_een_dag(gesprek: Gesprek) -> None:
    gesprek.zeg("is er dan een plan nodig", "opp_wat_is_dat")
    uit = gesprek.zeg("nee er is geen plan gemaakt", "opp_niet_eens", 0.5)
    assert uit.topic == "opp_wat_is_dat" and gesprek.toestand.vraag != "gebeurtenis"


def test_alleen_gezegd_is_geen_besluit_met_een_dag(gesprek: Gesprek) -> None:
    gesprek.zeg("school stuurt hem van school", "verwijdering")
    uit = gesprek.zeg("dat is alleen maar verteld door de telefoon", "verwijdering", 0.2)
    assert "nog geen termijn" in tekst(uit) and gesprek.toestand.vraag is None


@pytest.mark.parametrize("zin", ["kan dat zo maar?", "mag dat zomaar", "is dat wel legaal"])
def test_mag_dat_zegt_wat_er_mag(gesprek: Gesprek, zin: str) -> None:
    gesprek.zeg("ze sturen hem van school", "verwijdering")
    uit = gesprek.zeg(zin)
    assert "niet zomaar" in tekst(uit) and "weet ik niet" not in tekst(uit)

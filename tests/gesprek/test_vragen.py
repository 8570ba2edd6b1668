"""The assistant's own questions: it comes back to them, but not for ever; and a report of a step is not taken twice."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.gesprek.gesprek_in_kern import Gesprek
from wegwijzer.gesprek import vragen
from wegwijzer.huis import Huis

ZIJVRAGEN = (
    ("wat is een opp", "opp_wat_is_dat"),
    ("mag ik iemand meenemen", "iemand_meenemen_naar_gesprek"),
    ("wie betaalt dat", "extra_geld_en_wie_betaalt"),
)


@pytest.fixture
def gesprek(huis: Huis, nu: datetime) -> Gesprek:
    return Gesprek(huis, nu)


def test_na_twee_keer_terugkomen_gaat_het_zonder_antwoord_verder(gesprek: Gesprek, huis: Huis) -> None:
    gesprek.zeg("met school is gepraat, dat hielp niet. hij zit op de basisschool in Heerhugowaard", "pad", 0.1)
    gesprek.toestand.plaats_school = False
    vragen.stel("school_zelfde_plaats", gesprek.toestand, huis)
    vraag = vragen.vraagtekst("school_zelfde_plaats", gesprek.toestand, huis)
    keren = [any(vraag in a.tekst for a in gesprek.zeg(*z, 0.99).antwoorden) for z in ZIJVRAGEN]
    assert keren == [True, True, False]
    assert gesprek.toestand.vraag is None
    assert gesprek.toestand.plaats_school
    assert gesprek.zeg("wat is mijn volgende stap?", "volgende_stap", 0.99).topic == "pad"
    assert gesprek.toestand.situatie.stap == "samenwerkingsverband"


def test_wie_doorgaat_zegt_dat_de_school_daar_staat(gesprek: Gesprek, huis: Huis) -> None:
    """And what is told of a step that was done already counts for no later one."""
    gesprek.zeg("met school is gepraat, dat hielp niet. hij zit op de basisschool in Heerhugowaard", "pad", 0.1)
    gesprek.toestand.plaats_school = False
    vragen.stel("school_zelfde_plaats", gesprek.toestand, huis)
    gesprek.zeg("dat heb ik gedaan maar de school reageert niet", "gedaan_hielp_niet", 0.8)
    assert gesprek.toestand.situatie.stappen_gedaan == ["school"]
    assert gesprek.toestand.situatie.stap == "samenwerkingsverband"


def test_een_besluit_van_school_is_meer_dan_een_gedane_stap(gesprek: Gesprek) -> None:
    gesprek.zeg("mijn dochter van 15 zit thuis, ze zit op de mavo in Zaltbommel", "kind_zit_thuis_wat_nu", 0.9)
    besluit = "de school heeft gezegd dat ze haar gaan uitschrijven in januari"
    uit = gesprek.zeg(besluit, "blijft_ingeschreven_bij_plek", 0.45, naast=[("verwijdering", 0.35)])
    assert uit.topic in ("blijft_ingeschreven_bij_plek", "verwijdering")


def test_wat_nu_na_een_gedane_stap_legt_die_stap_niet_uit(gesprek: Gesprek) -> None:
    naast = [("langdurig_jaren_thuis", 0.35)]
    zin = "de onderwijsconsulent is ook al geweest, niks helpt. wat nu"
    uit = gesprek.zeg(zin, "onderwijsconsulent", 0.45, naast=naast)
    assert uit.topic == "langdurig_jaren_thuis"

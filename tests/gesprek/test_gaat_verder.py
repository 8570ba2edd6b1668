"""What parents say further on in a talk: a place that is only proposed, who pays, how long, sorrow, a plan to do it."""

from __future__ import annotations

from datetime import datetime

import pytest
from gesprek_in_kern import Gesprek, tekst

from wegwijzer.huis import Huis

NU = datetime(2026, 11, 22, 20, 30)


@pytest.fixture
def gesprek(huis: Huis) -> Gesprek:
    """A talk in which the place is known and the step to school is open."""
    g = Gesprek(huis, NU)
    g.zeg("zoon van 9 zit thuis, basisschool in Zwolle", "kind_zit_thuis_wat_nu")
    return g


@pytest.mark.parametrize(
    "zin",
    [
        "Ze noemden een school in Apeldoorn maar dat is een uur rijden.",
        "School stelde een plek in Apeldoorn voor.",
        "We gaan in maart verhuizen naar Apeldoorn.",
    ],
)
def test_een_plaats_waar_nog_niemand_op_school_zit(gesprek: Gesprek, zin: str) -> None:
    gesprek.zeg(zin, "andere_school_overstap", 0.5)
    assert gesprek.toestand.situatie.plaats == "Zwolle"


def test_wie_nu_elders_op_school_zit_verandert_de_plaats(gesprek: Gesprek) -> None:
    gesprek.zeg("Hij zit nu op school in Apeldoorn.", "andere_school_overstap", 0.3)
    assert gesprek.toestand.situatie.plaats == "Apeldoorn"


def test_daar_is_de_plaats_die_eerder_genoemd_werd(gesprek: Gesprek) -> None:
    gesprek.zeg("Nee sorry, Apeldoorn bedoel ik, wij wonen in Zwolle maar hij zit daar op school.", "pad", 0.3)
    assert gesprek.toestand.situatie.plaats == "Apeldoorn"


@pytest.mark.parametrize("zin", ["Moet school daarvoor betalen?", "En wie betaalt dat dan?"])
def test_wie_betaalt_na_plekken(gesprek: Gesprek, zin: str) -> None:
    gesprek.zeg("is er een plek in de buurt?", "plek_in_mijn_regio")
    assert gesprek.zeg(zin, "particuliere_school", 0.2).topic == "wie_betaalt_de_plek"


def test_wie_betaalt_elders_blijft_een_eigen_vraag(gesprek: Gesprek) -> None:
    gesprek.zeg("krijgt hij extra hulp?", "extra_ondersteuning")
    assert gesprek.zeg("Wie betaalt dat?", "extra_geld_en_wie_betaalt").topic == "extra_geld_en_wie_betaalt"


def test_hoe_lang_dat_duurt_gaat_niet_over_thuis(huis: Huis) -> None:
    g = Gesprek(huis, NU)
    g.zeg("dochter van 8, basisschool in Zwolle, wie beslist over extra hulp?", "extra_ondersteuning")
    uit = g.zeg("Weet u hoe lang dat duurt?", "hoe_lang_mag_dit", 0.3)
    assert uit.topic == "extra_ondersteuning" and g.toestand.vraag != "thuis_sinds"


def test_verdriet_heet_niet_boos(gesprek: Gesprek) -> None:
    uit = gesprek.zeg("Ik word hier zo moedeloos van", "boos", 0.9)
    assert "boos bent" not in tekst(uit)
    assert gesprek.zeg("Ik ben woedend op die school", "boos", 0.9).topic == "boos"


def test_ik_ga_het_doen_is_geen_antwoord_op_de_voorbereiding(gesprek: Gesprek) -> None:
    gesprek.zeg("Gesprek voorbereiden")
    gesprek.zeg("oke dat ga ik proberen", "bevestigen", 0.3)
    assert not gesprek.toestand.voorbereiding


def test_nog_met_niemand_is_nog_niet_gedaan(gesprek: Gesprek) -> None:
    uit = gesprek.zeg("Nog met niemand eigenlijk", "boos", 0.2)
    assert "nog niet" in uit.waarom and gesprek.toestand.situatie.stap == "school"


def test_een_tweede_kind_met_een_eigen_zorg(gesprek: Gesprek) -> None:
    uit = gesprek.zeg("Mijn oudste heeft trouwens ook problemen, die is 13 en wordt gepest op de havo.", "pesten", 0.9)
    assert uit.topic == "pesten" and gesprek.toestand.situatie.leeftijd == 13


def test_geen_tijd_vraagt_niet_wat_het_is(huis: Huis) -> None:
    g = Gesprek(huis, NU)
    g.zeg("zoon van 9, basisschool in Zwolle, met de juf al gepraat", "kind_zit_thuis_wat_nu")
    uit = g.zeg("En als het samenwerkingsverband geen tijd heeft?", "wat_is_een_samenwerkingsverband", 0.8)
    assert uit.topic != "wat_is_een_samenwerkingsverband"


def test_een_gegokt_onderwerp_komt_niet_voluit_terug(huis: Huis) -> None:
    g = Gesprek(huis, NU)
    eerst = g.zeg("hij verveelt zich kapot", "hoogbegaafd_verveling_boreout")
    g.zeg("hij is somber", "psychische_klachten")
    weer = g.zeg("De juf vindt dat hij sociaal moet meekomen.", "hoogbegaafd_verveling_boreout", 0.2)
    assert len(tekst(weer)) < len(tekst(eerst))

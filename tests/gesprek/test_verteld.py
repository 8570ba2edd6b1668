"""What a message only tells of is no question about it."""

from __future__ import annotations

from datetime import datetime

import pytest
from gesprek_in_kern import Gesprek

from wegwijzer.huis import Huis

NU = datetime(2026, 11, 22, 21, 0)


def test_een_partij_waarvan_alleen_verteld_wordt_hoeft_geen_uitleg(huis: Huis) -> None:
    label, naast = "samenwerkingsverband_vinden", [("geen_school_of_plek", 0.1)]
    verteld = "Het swv zegt dat het aan ons ligt. Hij staat nu nergens ingeschreven, blijft hij dan zonder school?"
    gevraagd = "Welk swv is van ons? Hij staat nu nergens ingeschreven, blijft hij dan zonder school?"
    assert Gesprek(huis, NU).zeg(verteld, label, 0.3, naast=naast).topic != label
    assert Gesprek(huis, NU).zeg(gevraagd, label, 0.3, naast=naast).topic == label


@pytest.mark.parametrize(
    ("zin", "topic"),
    [
        ("Ik ben docent van een leerling uit 2 havo die niet komt. Moet ik dat melden?", "professional"),
        ("Ik ben docent maar mijn eigen zoon komt zijn bed niet uit. Moet ik dat melden?", "ziekmelden_of_niet"),
    ],
)
def test_wie_er_werkt(zin: str, topic: str, huis: Huis) -> None:
    assert Gesprek(huis, NU).zeg(zin, "ziekmelden_of_niet", 0.35, naast=[("professional", 0.2)]).topic == topic


@pytest.mark.parametrize(
    ("zin", "label", "topic"),
    [
        ("De sprintkaart hebben we vorige maand ingevuld. En nu?", "sprintkaart_wat_is_dat", "pad"),
        ("Wij vulden de sprintkaart in maar wat is dat eigenlijk?", "sprintkaart_wat_is_dat", "sprintkaart_wat_is_dat"),
        ("De tlv is sinds gisteren binnen. En nu?", "tlv_speciaal_onderwijs", "pad"),
        ("De tlv is sinds gisteren binnen. Hoe lang geldt die?", "tlv_speciaal_onderwijs", "tlv_speciaal_onderwijs"),
        ("Hoe krijgen wij een tlv binnen drie weken?", "tlv_speciaal_onderwijs", "tlv_speciaal_onderwijs"),
    ],
)
def test_wat_al_gedaan_is_hoeft_geen_uitleg(zin: str, label: str, topic: str, huis: Huis) -> None:
    assert Gesprek(huis, NU).zeg(zin, label, 0.9).topic == topic


def test_een_wachtlijst_is_niet_altijd_van_speciaal_onderwijs(huis: Huis) -> None:
    gewoon = "Wij zijn net verhuisd en elke school in de buurt zegt wachtlijst. Moeten ze hem dan niet gewoon aannemen?"
    assert Gesprek(huis, NU).zeg(gewoon, "wachtlijst_speciaal", 0.4).topic == "zorgplicht"
    speciaal = gewoon.replace("elke school", "elke school voor speciaal onderwijs")
    assert Gesprek(huis, NU).zeg(speciaal, "wachtlijst_speciaal", 0.4).topic == "wachtlijst_speciaal"


def test_een_vermoeden_van_gevaar_gaat_over_hoe_het_met_het_kind_is(huis: Huis) -> None:
    zin = "Zij ziet dingen die er niet zijn. De mentor wil daar een verklaring van, voor wanneer?"
    naast = [("psychische_klachten", 0.09), ("tlv_speciaal_onderwijs", 0.03)]
    assert Gesprek(huis, NU).zeg(zin, "crisis_kind_suicidaal", 0.3, naast=naast).topic == "psychische_klachten"


def test_wie_op_de_consulent_wacht_weet_wat_dat_is(huis: Huis) -> None:
    zin = "Sinds de zomer is het stil, wij wachten nog steeds op de onderwijsconsulent. Hoe lang duurt zoiets normaal?"
    assert Gesprek(huis, NU).zeg(zin, "onderwijsconsulent", 0.9).topic == "wachttijd_consulent"

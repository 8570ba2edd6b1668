"""Between close topics the likeliest is answered and the other is a button, also where a question or step follows."""

from __future__ import annotations

from datetime import datetime

import pytest

from wegwijzer.gesprek.beurt import beurt
from wegwijzer.gesprek.lezen import lees
from wegwijzer.gesprek.model import Bericht, Beurt, Toestand
from wegwijzer.huis import Huis

Rij = list[tuple[str, float]]


def _zeg(zin: str, ranking: Rij, huis: Huis, nu: datetime, gehoord: Rij | None = None) -> tuple[Beurt, Toestand]:
    toestand = Toestand()
    bericht = Bericht(zin, nu, ranking=ranking, gehoord=gehoord or [], vondsten=lees(zin, nu.date(), None))
    return beurt(bericht, toestand, huis), toestand


def _titels(uit: Beurt) -> list[str]:
    return [k.titel for a in uit.antwoorden for k in a.knoppen]


@pytest.mark.parametrize(
    ("eerste", "tweede"),
    [
        ("termijn_aanmelding", "hoe_lang_mag_dit"),
        ("steunpunt_onafhankelijk", "wat_is_een_steunpunt"),
        ("kind_wil_niet_naar_school", "aanmelden_geweigerd"),
        ("plek_in_mijn_regio", "is_de_plek_nog_open"),
        ("brief_of_plan", "privacy"),
    ],
)
def test_de_tweede_is_een_knop_wat_er_ook_volgt(eerste: str, tweede: str, huis: Huis, nu: datetime) -> None:
    uit, toestand = _zeg("hoe zit dat precies met ons geval", [(eerste, 0.48), (tweede, 0.38)], huis, nu)
    titel = huis.kennis.onderwerpen[tweede].titel
    assert uit.topic == eerste
    assert _titels(uit).count(titel) == 1
    knop = toestand.gekozen(titel)
    assert knop is not None
    assert knop.doel == f"onderwerp:{tweede}"


def test_een_verre_tweede_is_geen_knop(huis: Huis, nu: datetime) -> None:
    ranking = [("termijn_aanmelding", 0.9), ("schorsing", 0.04)]
    uit, _ = _zeg("hoe zit dat precies met ons geval", ranking, huis, nu)
    assert huis.kennis.onderwerpen["schorsing"].titel not in _titels(uit)


@pytest.mark.parametrize("gevaar", ["crisis_kind_suicidaal", "veiligheid_thuis"])
def test_gevaar_is_geen_keuze(gevaar: str, huis: Huis, nu: datetime) -> None:
    uit, _ = _zeg("hoe zit dat precies met ons geval", [("pesten", 0.4), (gevaar, 0.35)], huis, nu)
    assert huis.kennis.onderwerpen[gevaar].titel not in _titels(uit)


def test_wie_bijna_is_afgewezen_krijgt_een_knop(huis: Huis, nu: datetime) -> None:
    ranking = [("buiten_bereik", 0.34), ("kind_zit_thuis_wat_nu", 0.2)]
    uit, _ = _zeg("hoe zit dat precies met ons geval", ranking, huis, nu)
    assert uit.topic == "buiten_bereik"
    assert huis.kennis.onderwerpen["kind_zit_thuis_wat_nu"].titel in _titels(uit)


LANG = "zijn tas staat nog in de gang. hij wordt de hele tijd nageroepen op de brug. wie brengt hem nu weg"


def test_een_losse_zin_gaat_niet_voor_het_geheel(huis: Huis, nu: datetime) -> None:
    uit, _ = _zeg(LANG, [("pesten", 0.26), ("zorgboerderij", 0.1)], huis, nu, [("vervoer", 0.97)])
    assert uit.topic == "pesten"
    assert "vervoer" in uit.topics
    uit, _ = _zeg(LANG, [("pesten", 0.06), ("zorgboerderij", 0.05)], huis, nu, [("vervoer", 0.97)])
    assert uit.topic == "vervoer"


def test_een_dringende_zijvraag_moet_ook_in_het_geheel_zitten(huis: Huis, nu: datetime) -> None:
    gehoord = [("opp_niet_eens", 0.99)]
    uit, _ = _zeg(LANG, [("pesten", 0.58), ("vervoer", 0.1)], huis, nu, gehoord)
    assert uit.topic == "pesten"
    assert "opp_niet_eens" in uit.topics
    uit, _ = _zeg(LANG, [("pesten", 0.58), ("opp_niet_eens", 0.1)], huis, nu, gehoord)
    assert uit.topic == "opp_niet_eens"


def test_wie_wil_bellen_klaagt_niet_over_stilte(huis: Huis, nu: datetime) -> None:
    zin = "ik moet het samenwerkingsverband bellen maar ik heb geen idee welke bij ons hoort"
    assert _zeg(zin, [("samenwerkingsverband_vinden", 0.99)], huis, nu)[0].topic == "samenwerkingsverband_vinden"
    assert "antwoordt niet" in _zeg("het samenwerkingsverband belt maar niet terug", [], huis, nu)[0].waarom


def test_een_gehoorde_vraag_blijft_te_kiezen_bij_een_lijst_met_plekken(huis: Huis, nu: datetime) -> None:
    zin = "wij wonen in Haarlem en zij is 12, is er bij ons iets voor kinderen met autisme en wie betaalt zoiets"
    uit, _ = _zeg(zin, [("plek_voor_autisme", 0.9)], huis, nu)
    assert uit.topic == "plek_voor_autisme"
    assert _titels(uit).count(huis.kennis.onderwerpen["wie_betaalt_de_plek"].titel) == 1


def test_een_groet_is_geen_keuze(huis: Huis, nu: datetime) -> None:
    ranking = [("dossier_inzien", 0.07), ("smalltalk", 0.06), ("jeugdarts", 0.04)]
    uit, _ = _zeg("hoe zit dat precies met ons geval", ranking, huis, nu)
    assert huis.kennis.onderwerpen["smalltalk"].titel not in _titels(uit)
    assert huis.kennis.onderwerpen["jeugdarts"].titel in _titels(uit)


def test_wat_niet_voor_deze_leeftijd_is_wordt_geen_knop(huis: Huis, nu: datetime) -> None:
    ranking = [("4_jarige_nog_niet_leerplichtig", 0.33), ("leerplicht_kan_ook_helpen", 0.25)]
    uit, _ = _zeg("mijn zoon van 14 komt er nooit en niemand meldt dat, hoe zit dat", ranking, huis, nu)
    assert huis.kennis.onderwerpen["4_jarige_nog_niet_leerplichtig"].titel not in _titels(uit)

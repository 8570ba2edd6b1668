"""Who comes back after hours or days is welcomed once, asked how it went, and then answered."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from gesprek_in_kern import Gesprek, tekst

from wegwijzer.gesprek import terugkeer
from wegwijzer.gesprek.model import Toestand
from wegwijzer.huis import Huis

STAPKNOPPEN = ["Gedaan, het hielp", "Gedaan, hielp niet", "Dat loopt nog", "Het is niet gelukt"]
VERHAAL = "Mijn zoon van 8 zit al 3 weken thuis. Hij gaat naar de basisschool in Zwolle."


@pytest.fixture
def bij_stap(huis: Huis, nu: datetime) -> Gesprek:
    """A talk in which the first step was shown, five days ago."""
    gesprek = Gesprek(huis, nu)
    gesprek.zeg(VERHAAL, "kind_zit_thuis_wat_nu")
    assert gesprek.toestand.situatie.stap == "school"
    gesprek.nu = nu + timedelta(days=5)
    return gesprek


def titels(uit: object) -> list[str]:
    return [k.titel for k in uit.antwoorden[-1].knoppen]  # type: ignore[attr-defined]


def test_een_groet_krijgt_de_vraag_hoe_het_ging(bij_stap: Gesprek) -> None:
    uit = bij_stap.zeg("hallo, daar ben ik weer", "smalltalk")
    assert tekst(uit) == "Welkom terug. Vorige keer was dit uw stap: praat met de school. Hoe is het gegaan?"
    assert titels(uit)[:5] == [*STAPKNOPPEN, "Iets anders"]
    assert bij_stap.toestand.vraag == "stap"


@pytest.mark.parametrize(
    ("titel", "zegt"),
    [
        ("Gedaan, het hielp", "Fijn dat het hielp"),
        ("Gedaan, hielp niet", "een stap verder"),
        ("Dat loopt nog", "Vraag op welke dag"),
        ("Het is niet gelukt", "Vervelend dat het niet lukte"),
        ("Iets anders", "in uw eigen woorden"),
    ],
)
def test_elke_knop_doet_wat_erop_staat(bij_stap: Gesprek, titel: str, zegt: str) -> None:
    bij_stap.zeg("hoi", "smalltalk")
    uit = bij_stap.zeg(titel)
    assert zegt in tekst(uit)
    assert "Welkom terug" not in tekst(uit)


def test_na_niet_gelukt_kiest_de_ouder_zelf(bij_stap: Gesprek) -> None:
    bij_stap.zeg("hoi", "smalltalk")
    bij_stap.zeg("Het is niet gelukt")
    assert bij_stap.toestand.situatie.stappen_gedaan == []
    bij_stap.zeg("Ga een stap verder")
    assert bij_stap.toestand.situatie.stappen_gedaan == ["school"]
    assert bij_stap.toestand.situatie.stap == "samenwerkingsverband"


@pytest.mark.parametrize(
    ("bericht", "label"),
    [
        ("school wil niet praten", "bemiddeling"),
        ("we hebben gepraat maar het hielp niet", "gedaan_hielp_niet"),
        ("dat loopt nog steeds", "loopt_nog"),
        ("Gedaan, hielp niet", None),
    ],
)
def test_wie_het_zelf_al_vertelt_wordt_niets_gevraagd(bij_stap: Gesprek, bericht: str, label: str | None) -> None:
    uit = bij_stap.zeg(bericht, label)
    assert uit.antwoorden[0].tekst.startswith("Welkom terug. Vorige keer was dit uw stap: praat met de school.")
    assert "Hoe is het gegaan?" not in tekst(uit)
    assert len(uit.antwoorden) > 1


def test_een_andere_vraag_wordt_daarna_beantwoord(bij_stap: Gesprek) -> None:
    uit = bij_stap.zeg("wat doet de kinderombudsman eigenlijk", "kinderombudsman")
    assert uit.antwoorden[0].tekst.endswith("Hoe is het gegaan?")
    assert uit.topic == "kinderombudsman"
    assert "ombudsman" in uit.antwoorden[1].tekst.lower()
    assert titels(uit)[:4] == STAPKNOPPEN
    daarna = bij_stap.zeg("Gedaan, het hielp")
    assert "Fijn dat het hielp" in tekst(daarna)


def test_maar_een_keer(bij_stap: Gesprek) -> None:
    assert "Welkom terug" in tekst(bij_stap.zeg("hoi", "smalltalk"))
    assert "Welkom terug" not in tekst(bij_stap.zeg("hoi", "smalltalk"))


@pytest.mark.parametrize(("uren", "welkom"), [(0, False), (3, False), (11.9, False), (12.1, True), (24 * 40, True)])
def test_pas_na_een_halve_dag(huis: Huis, nu: datetime, uren: float, welkom: bool) -> None:
    gesprek = Gesprek(huis, nu)
    gesprek.zeg(VERHAAL, "kind_zit_thuis_wat_nu")
    gesprek.nu = nu + timedelta(hours=uren)
    assert ("Welkom terug" in tekst(gesprek.zeg("hoi", "smalltalk"))) is welkom


def test_een_klok_die_teruggaat_doet_niets(bij_stap: Gesprek, nu: datetime) -> None:
    bij_stap.nu = nu - timedelta(days=5)
    assert "Welkom terug" not in tekst(bij_stap.zeg("hoi", "smalltalk"))


def test_een_open_vraag_komt_terug(huis: Huis, nu: datetime) -> None:
    gesprek = Gesprek(huis, nu)
    gesprek.zeg("school en ik zijn klaar, we gingen naar het samenwerkingsverband", "volgende_stap")
    gesprek.toestand.vraag = "onderwijssoort"
    gesprek.nu = nu + timedelta(days=2)
    uit = gesprek.zeg("hoi", "smalltalk")
    assert tekst(uit) == "Welkom terug. Ik vroeg u nog iets. Op wat voor school zit uw kind?"
    antwoord = gesprek.zeg("de basisschool")
    assert "Welkom terug" not in tekst(antwoord)
    assert gesprek.toestand.situatie.onderwijssoort == "po"


def test_een_groet_is_geen_antwoord_op_een_vraag_over_het_gesprek(huis: Huis, nu: datetime) -> None:
    gesprek = Gesprek(huis, nu)
    gesprek.zeg("help me het gesprek voor te bereiden", "bereid_gesprek_voor")
    assert gesprek.toestand.vraag == "gesprek_goed"
    gesprek.nu = nu + timedelta(days=2)
    uit = gesprek.zeg("hallo daar ben ik weer", "smalltalk")
    assert gesprek.toestand.voorbereiding == {}
    assert "Vraag 1 van 3" in tekst(uit)


def test_het_onderwerp_van_toen_wordt_genoemd(huis: Huis, nu: datetime) -> None:
    gesprek = Gesprek(huis, nu)
    gesprek.zeg("wat doet de kinderombudsman", "kinderombudsman")
    gesprek.nu = nu + timedelta(days=2)
    titel = huis.kennis.onderwerpen["kinderombudsman"].titel
    assert f"Vorige keer ging het hierover: “{titel}”. Waar kan ik u nu mee helpen?" in tekst(
        gesprek.zeg("hoi", "smalltalk")
    )


@pytest.mark.parametrize("soort", ["suicide", "mishandeling"])
def test_gevaar_van_toen_wordt_niet_genoemd(bij_stap: Gesprek, soort: str) -> None:
    """Somebody else may be reading, and a step is not what comes first."""
    bij_stap.zeg("help", nood=soort)
    bij_stap.nu += timedelta(days=2)
    uit = bij_stap.zeg("hoi", "smalltalk")
    assert tekst(uit) == "Welkom terug. Waar kan ik u nu mee helpen?"
    assert "Ik wil iemand spreken" in titels(uit)


def test_gevaar_gaat_voor_het_welkom(bij_stap: Gesprek) -> None:
    uit = bij_stap.zeg("help", nood="suicide")
    assert uit.topic == "nood"
    assert "Welkom terug" not in tekst(uit)


def test_wissen_blijft_wissen(bij_stap: Gesprek) -> None:
    uit = bij_stap.zeg("wis dit gesprek", "wis_gesprek")
    assert uit.wis
    assert "Welkom terug" not in tekst(uit)


def test_wie_alleen_de_chat_opent(bij_stap: Gesprek) -> None:
    uit = terugkeer.welkom(bij_stap.toestand, bij_stap.nu, bij_stap.huis)
    assert uit is not None
    assert tekst(uit).endswith("Hoe is het gegaan?")
    bij_stap.toestand = Toestand.uit_slots(uit.toestand.als_slots())
    later = bij_stap.nu + timedelta(days=3)
    assert terugkeer.welkom(bij_stap.toestand, later, bij_stap.huis) is None
    bij_stap.nu = later
    assert "Welkom terug" not in tekst(bij_stap.zeg("wat is mijn volgende stap", "volgende_stap"))


def test_een_leeg_gesprek_wordt_niet_begroet(huis: Huis, nu: datetime) -> None:
    assert terugkeer.welkom(Toestand(), nu, huis) is None


def test_met_en_zonder_tijdzone_naast_elkaar(nu: datetime) -> None:
    assert not terugkeer.weg_geweest(Toestand(gezien="2026-11-01T10:00:00+01:00"), nu)

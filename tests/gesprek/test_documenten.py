"""The plan and the letters in the talk: asked for in words or by a button, and back to the question that was open."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from gesprek_in_kern import Gesprek, tekst

from wegwijzer.gesprek.duiding import als_onderwerpen
from wegwijzer.gesprek.model import Beurt
from wegwijzer.huis import Huis
from wegwijzer.kennis.model import STAPPEN
from wegwijzer.taal.zekerheid import geijkt

NU = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
OVERAL = "mijn zoon van 14 zit 5 weken thuis, middelbare school in Rotterdam"


@pytest.fixture
def gesprek(huis: Huis) -> Gesprek:
    """A talk past the welcome, with a clock that has a time zone as in Rasa."""
    gesprek = Gesprek(huis, NU)
    gesprek.toestand.begroet = True
    return gesprek


def _plan(uit: Beurt) -> dict[str, object]:
    [plan] = [a.custom["plan"] for a in uit.antwoorden if "plan" in a.custom]
    return plan


def _brief(uit: Beurt) -> dict[str, str]:
    [brief] = [a.custom["brief"] for a in uit.antwoorden if "brief" in a.custom]
    return brief


def _titels(uit: Beurt) -> list[str]:
    return [k.titel for k in uit.antwoorden[-1].knoppen]


@pytest.mark.parametrize(
    ("zin", "label"),
    [
        ("maak een plan", "maak_plan"),
        ("kan ik dit bewaren", "maak_plan"),
        ("geef mij iets mee voor thuis", "maak_plan"),
        ("kunt u een stappenplan maken", "brief_of_plan"),
        ("zet het op een rijtje", "brief_of_plan"),
        ("Maak mijn plan", None),
    ],
)
def test_een_plan_op_elk_moment(zin: str, label: str | None, gesprek: Gesprek) -> None:
    """However it is asked; typed it is the topic that answers, and the plan is what is answered."""
    if label is None:
        gesprek.zeg("kunt u iets voor mij maken", "brief_of_plan")
    uit = gesprek.zeg(zin, label)
    assert "Uw plan, 23 november 2026" in tekst(uit)
    assert uit.topic == ("pad" if label is None else "brief_of_plan")
    assert [s["id"] for s in _plan(uit)["stappen"]] == ["school", "samenwerkingsverband"]  # type: ignore[index, attr-defined]


def test_het_plan_zegt_wat_bekend_is(gesprek: Gesprek) -> None:
    gesprek.zeg(OVERAL, "informeer")
    gesprek.zeg("we hebben al met school gepraat", "gedaan_hielp_niet")
    uit = gesprek.zeg("maak een plan", "maak_plan")
    plan = _plan(uit)
    assert plan["gedaan"] == ["de school"] and {"14 jaar", "plaats Rotterdam", "5 weken thuis"} <= set(plan["waar"])  # type: ignore[call-overload]
    assert "Koers VO" in tekst(uit) and "Eerst: ga naar het samenwerkingsverband" in tekst(uit)


def test_zonder_iets_te_weten_zegt_het_plan_dat(gesprek: Gesprek, huis: Huis) -> None:
    assert huis.kennis.tekst("plan_leeg") in tekst(gesprek.zeg("maak een plan", "maak_plan"))


def test_woonplaats_is_geen_zekere_deur(gesprek: Gesprek, huis: Huis) -> None:
    """A place that may be the home's: the samenwerkingsverband in the plan is not certain."""
    situatie = gesprek.toestand.situatie
    situatie.onderwijssoort, situatie.plaats, situatie.gemeente, situatie.swv = "vo", "Rotterdam", "Rotterdam", "VO2810"
    assert huis.kennis.tekst("laag") in tekst(gesprek.zeg("maak een plan", "maak_plan"))
    gesprek.toestand.plaats_school = True
    assert huis.kennis.tekst("laag") not in tekst(gesprek.zeg("maak een plan", "maak_plan"))


def test_na_het_plan_terug_naar_de_vraag(gesprek: Gesprek, huis: Huis) -> None:
    """A question of the intake that was open is asked again, with its choices."""
    gesprek.zeg("we hebben al met school gepraat", "gedaan_hielp_niet")
    gesprek.toestand.situatie.stappen_gedaan = ["school"]
    gesprek.zeg("wat nu", "volgende_stap")
    open_vraag = gesprek.toestand.vraag
    uit = gesprek.zeg("maak een plan", "maak_plan")
    assert gesprek.toestand.vraag == open_vraag == "onderwijssoort"
    assert huis.kennis.tekst("vraag_onderwijssoort") in uit.antwoorden[-1].tekst
    assert "Basisschool" in _titels(uit)
    gesprek.zeg("Basisschool")
    assert gesprek.toestand.situatie.onderwijssoort == "po"


@pytest.mark.parametrize("stap", STAPPEN)
def test_de_stap_blijft_open_na_het_plan(stap: str, gesprek: Gesprek) -> None:
    """Typing how it went still counts."""
    gesprek.toestand.situatie.stap = stap
    gesprek.zeg("maak een plan", "maak_plan")
    gesprek.zeg("Gedaan, hielp niet")
    assert gesprek.toestand.situatie.gedaan(stap)


def test_brief_of_plan_biedt_allebei(gesprek: Gesprek, huis: Huis) -> None:
    """Also when its own title was pressed; every letter can be reached."""
    uit = gesprek.zeg(huis.kennis.onderwerpen["brief_of_plan"].titel, "brief_of_plan")
    assert "Maak mijn plan" in _titels(uit) and "Andere brieven" in _titels(uit)
    assert any(t.startswith("Brief: ") for t in _titels(uit))
    alle = gesprek.zeg("Andere brieven")
    assert len([t for t in _titels(alle) if t.startswith("Brief: ")]) == 7


@pytest.mark.parametrize(
    ("zin", "id_"),
    [
        ("kunt u een brief maken om een gesprek te vragen", "gesprek_aanvragen"),
        ("schrijf een mail of er een melding is gedaan", "verzuim_gemeld"),
        ("ik wil een brief aan het steunpunt", "hulp_samenwerkingsverband"),
        ("een briefje dat ik het opp niet teken", "opp_niet_akkoord"),
        ("mail voor aanmelding op de nieuwe school", "schriftelijk_aanmelden"),
        ("help met een brief voor bezwaar", "bezwaar"),
        ("ik zoek een voorbeeldbrief voor een klacht", "klacht"),
    ],
)
def test_een_brief_die_genoemd_wordt(zin: str, id_: str, gesprek: Gesprek) -> None:
    uit = gesprek.zeg(zin, "brief_of_plan")
    brief = _brief(uit)
    assert brief["id"] == id_ and brief["tekst"] == uit.antwoorden[1].tekst
    assert uit.topic == "brief_of_plan"


def test_twee_brieven_tegelijk_geeft_de_keuze(gesprek: Gesprek) -> None:
    uit = gesprek.zeg("schrijf een brief over mijn klacht of bezwaar", "brief_of_plan")
    assert "Andere brieven" in _titels(uit) and not any("brief" in a.custom for a in uit.antwoorden)


def test_elke_brief_hoort_bij_zijn_onderwerpen(huis: Huis) -> None:
    """Every topic in a letter's front matter has that letter as a button, and the button gives the draft."""
    for brief in huis.kennis.brieven.values():
        for naam in brief.onderwerpen:
            onderwerp = huis.kennis.onderwerpen[naam]
            if onderwerp.instap or onderwerp.toon_stap:
                continue
            gesprek = Gesprek(huis, NU)
            gesprek.toestand.begroet = True
            gesprek.toestand.situatie.onderwijssoort = "vo"
            gesprek.toestand.situatie.swv = "VO2810"
            uit = gesprek.zeg("mijn vraag", naam)
            titels = {k.titel for a in uit.antwoorden for k in a.knoppen}
            assert f"Brief: {brief.titel}" in titels, (brief.id, naam)
            assert _brief(gesprek.zeg(f"brief: {brief.titel.lower()}"))["id"] == brief.id


def test_nooit_namen_uit_het_gesprek(gesprek: Gesprek) -> None:
    """What was typed does not end up in a letter, only facts do."""
    gesprek.zeg("mijn zoon Bartholomeus van 14 zit thuis, de mentor heet Klaasje", "informeer")
    uit = gesprek.zeg("brief om een gesprek", "brief_of_plan")
    assert "14 jaar" in tekst(uit)
    assert not re.search("Bartholomeus|Klaasje", tekst(uit))


def test_een_leerling_hoort_dat_de_brief_van_een_ouder_is(gesprek: Gesprek, huis: Huis) -> None:
    gesprek.toestand.situatie.kind = "ik"
    uit = gesprek.zeg("brief om een gesprek", "brief_of_plan")
    assert huis.kennis.tekst("brief_jongere") in tekst(uit)


def test_een_brief_die_niet_bestaat_geeft_de_keuze(gesprek: Gesprek, huis: Huis) -> None:
    from wegwijzer.gesprek.beurt import doe
    from wegwijzer.gesprek.model import Bericht

    uit = doe("brief:bestaat_niet", Bericht("x", NU), gesprek.toestand, huis)
    assert any(t.startswith("Brief: ") for t in _titels(uit))


def test_rangorde_telt_het_plan_bij_zijn_onderwerp() -> None:
    """The contract's ranking knows topics; asking for a plan is asking for brief_of_plan."""
    uit = als_onderwerpen("maak een plan", [("maak_plan", 0.5), ("wie_doet_wat", 0.3), ("brief_of_plan", 0.2)])
    assert uit == geijkt([("brief_of_plan", 0.7), ("wie_doet_wat", 0.3)])


def test_in_een_andere_taal_is_de_brief_nederlands(gesprek: Gesprek) -> None:
    gesprek.zeg("My son does not go to school, can you help me please?", "kind_zit_thuis_wat_nu")
    assert gesprek.toestand.taal == "en"
    gesprek.zeg("kunt u een brief maken", "brief_of_plan")
    gesprek.toestand.taal = "en"
    uit = gesprek.zeg("Brief: Gesprek met school")
    [antwoord] = [a for a in uit.antwoorden if "brief" in a.custom]
    assert antwoord.custom["lang"] == "nl" and "Met vriendelijke groet" in antwoord.tekst

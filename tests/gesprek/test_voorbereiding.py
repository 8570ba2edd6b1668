"""Preparing the talk with school: three free questions, one at a time, whatever comes in between."""

from __future__ import annotations

import pytest
from gesprek_in_kern import Gesprek, tekst
from hypothesis import given, settings
from hypothesis import strategies as st

from wegwijzer.gesprek.model import Beurt
from wegwijzer.gesprek.punten import MEESTE_PUNTEN, MEESTE_WOORDEN, punten
from wegwijzer.gesprek.vragen import VOORBEREIDING
from wegwijzer.huis import Huis


@pytest.fixture
def gesprek(huis: Huis, nu: object) -> Gesprek:
    """A talk in which the first question was just asked."""
    gesprek = Gesprek(huis, nu)  # type: ignore[arg-type]
    gesprek.toestand.begroet = True
    gesprek.zeg("wil je met mij het gesprek voorbereiden", "bereid_gesprek_voor")
    assert gesprek.toestand.vraag == "gesprek_goed"
    return gesprek


def _vraag(huis: Huis, nummer: int) -> str:
    return huis.kennis.tekst(f"vraag_{VOORBEREIDING[nummer]}")


def _custom(uit: Beurt) -> dict[str, dict[str, list[str]]]:
    [custom] = [a.custom["voorbereiding"] for a in uit.antwoorden if "voorbereiding" in a.custom]
    return custom


def test_drie_vragen_en_dan_de_punten(gesprek: Gesprek, huis: Huis) -> None:
    """In the parent's own words, with what to ask, and on to the plan or the letter."""
    assert _vraag(huis, 1) in tekst(gesprek.zeg("hij tekent graag", "hoogbegaafd_verveling_boreout"))
    assert _vraag(huis, 2) in tekst(gesprek.zeg("na de pauze wordt het hem te veel", "overprikkeld_autisme"))
    uit = gesprek.zeg("een rustige plek na de pauze", "plek_voor_autisme")
    assert _custom(uit)["punten"] == {
        "goed": ["Hij tekent graag"],
        "mis": ["Na de pauze wordt het hem te veel"],
        "anders": ["Een rustige plek na de pauze"],
    }
    assert all(f"– {v}" in tekst(uit) for v in huis.kennis.teksten["punten_vragen"])
    assert len(tekst(uit).split()) <= 90
    assert {"Maak mijn plan", "Brief: Gesprek met school"} <= {k.titel for k in uit.antwoorden[-1].knoppen}
    assert gesprek.toestand.vraag is None and uit.topic == "pad"
    plan = tekst(gesprek.zeg("Maak mijn plan"))
    assert "– Dit gaat goed: hij tekent graag" in plan


@pytest.mark.parametrize("zin", ["Sla over", "nee", "niks"])
def test_elke_vraag_mag_overgeslagen(zin: str, gesprek: Gesprek, huis: Huis) -> None:
    for nummer in (1, 2):
        assert _vraag(huis, nummer) in tekst(gesprek.zeg(zin))
    uit = gesprek.zeg(zin)
    assert huis.kennis.tekst("punten_geen") in tekst(uit)
    assert _custom(uit)["punten"] == {"goed": [], "mis": [], "anders": []}


@pytest.mark.parametrize("label", ["sla_over", "weet_niet"])
def test_overslaan_in_eigen_woorden(label: str, gesprek: Gesprek, huis: Huis) -> None:
    assert _vraag(huis, 1) in tekst(gesprek.zeg("zou ik zo niet weten", label))


@pytest.mark.parametrize(
    ("zin", "label"),
    [
        ("hij wordt elke dag gepest door een groepje", "pesten"),
        ("ze willen hem van school sturen", "verwijdering"),
        ("mijn dochter zit al weken thuis", "kind_zit_thuis_wat_nu"),
        ("dat hij weer naar school gaat", "gedaan_hielp"),
        ("al drie keer gepraat, het hielp niet", "gedaan_hielp_niet"),
        ("het steunpunt zegt steeds wat anders", "wat_is_een_steunpunt"),
        ("wat niet goed gaat is rekenen", "extra_ondersteuning"),
        ("terug naar school met een plan", "terug"),
        ("het is te moeilijk voor hem", "eenvoudiger_of_andere_taal"),
        ("over koetjes en kalfjes", "buiten_bereik"),
    ],
)
def test_een_verhaal_is_een_antwoord(zin: str, label: str, gesprek: Gesprek, huis: Huis) -> None:
    """However much it sounds like a topic or a move: it is kept, and the next question comes."""
    uit = gesprek.zeg(zin, label, kans=0.45 if label == "terug" else 0.8)
    assert _vraag(huis, 1) in tekst(uit)
    assert gesprek.toestand.voorbereiding["gesprek_goed"]


@pytest.mark.parametrize(
    ("zin", "label"),
    [
        ("mag ik iemand meenemen naar dat gesprek", "iemand_meenemen_naar_gesprek"),
        ("wat is de sprintkaart?", "sprintkaart_wat_is_dat"),
        ("hoe lang mag school erover doen", "termijn_aanmelding"),
        ("wat moet ik doen nu mijn kind thuis zit?", "kind_zit_thuis_wat_nu"),
        ("zijn er plekken in de buurt?", "plek_in_mijn_regio"),
        ("wie is mijn samenwerkingsverband", "samenwerkingsverband_vinden"),
    ],
)
def test_een_vraag_wordt_beantwoord_en_dan_verder(zin: str, label: str, gesprek: Gesprek, huis: Huis) -> None:
    """The side question first, then the same question again, with its choice."""
    uit = gesprek.zeg(zin, label)
    assert uit.topic == label
    assert _vraag(huis, 0) in uit.antwoorden[-1].tekst
    assert "Sla over" in [k.titel for k in uit.antwoorden[-1].knoppen]
    assert gesprek.toestand.vraag == "gesprek_goed" and gesprek.toestand.voorbereiding == {}
    assert _vraag(huis, 1) in tekst(gesprek.zeg("Sla over"))


def test_gevaar_gaat_voor_en_daarna_dezelfde_vraag(gesprek: Gesprek, huis: Huis) -> None:
    nood = gesprek.zeg("ze wil niet meer leven", nood="suicide")
    assert nood.topic == "nood" and "113" in tekst(nood)
    assert gesprek.toestand.vraag == "gesprek_goed"
    uit = gesprek.zeg("de dokter is er nu, het is rustig", "volgende_stap")
    assert _vraag(huis, 0) in tekst(uit) and gesprek.toestand.voorbereiding == {}
    assert _vraag(huis, 1) in tekst(gesprek.zeg("ze zingt graag", "smalltalk"))


def test_een_bezorgde_vraag_en_daarna_dezelfde_vraag(gesprek: Gesprek, huis: Huis) -> None:
    """A near miss gets its caring answer; it is not written down as a point."""
    uit = gesprek.zeg("hij ziet het niet meer zitten", nood="zorg:zorgvraag")
    assert len(uit.antwoorden) >= 2 and _vraag(huis, 0) in uit.antwoorden[-1].tekst
    assert gesprek.toestand.voorbereiding == {}


@pytest.mark.parametrize("label", ["veiligheid_thuis", "crisis_kind_suicidaal"])
def test_onveiligheid_wordt_niet_als_punt_opgeschreven(label: str, gesprek: Gesprek, huis: Huis) -> None:
    """What only the classifier hears as unsafe is answered too, and the question comes back."""
    uit = gesprek.zeg("het is thuis niet veilig voor haar", label)
    assert uit.topic == label and _vraag(huis, 0) in uit.antwoorden[-1].tekst
    assert gesprek.toestand.voorbereiding == {}


def test_een_antwoord_verandert_niets_aan_wat_bekend_is(gesprek: Gesprek) -> None:
    """A free answer tells of others, of wishes and of the past: no place, age or step follows from it."""
    voor = gesprek.toestand.situatie.als_slots()
    gesprek.zeg("hij speelt goed met zijn zusje van 8 in Delft", "informeer")
    gesprek.zeg("de mentor van school belt nooit terug, we praatten al drie keer", "gedaan_hielp_niet")
    assert gesprek.toestand.situatie.als_slots() == voor


@pytest.mark.parametrize(("zin", "label"), [("waarom vraag je dat", "waarom_vraag"), ("ik snap de vraag niet", None)])
def test_uitleg_en_dan_dezelfde_vraag(zin: str, label: str | None, gesprek: Gesprek, huis: Huis) -> None:
    uit = gesprek.zeg(zin, label)
    assert huis.kennis.tekst("vraag_gesprek_goed_uitleg") in tekst(uit)
    assert _vraag(huis, 0) in tekst(uit)


def test_een_plan_tussendoor(gesprek: Gesprek, huis: Huis) -> None:
    gesprek.zeg("rekenen gaat goed")
    uit = gesprek.zeg("maak een plan", "maak_plan")
    assert "Uw plan" in tekst(uit) and "rekenen gaat goed" in tekst(uit)
    assert _vraag(huis, 1) in uit.antwoorden[-1].tekst and gesprek.toestand.vraag == "gesprek_mis"


def test_stoppen_stopt(gesprek: Gesprek, huis: Huis) -> None:
    assert _vraag(huis, 0) not in tekst(gesprek.zeg("stop maar", "stop"))


def test_wissen_wist_ook_de_punten(gesprek: Gesprek) -> None:
    gesprek.zeg("hij tekent graag")
    assert gesprek.toestand.voorbereiding
    uit = gesprek.zeg("wis dit gesprek", "wis_gesprek")
    assert uit.wis and gesprek.toestand.voorbereiding == {}


def test_knop_onder_de_stap_school(huis: Huis, nu: object) -> None:
    """Only there; afterwards the step is still the open one."""
    gesprek = Gesprek(huis, nu)  # type: ignore[arg-type]
    uit = gesprek.zeg("wat nu", "volgende_stap")
    assert "Gesprek voorbereiden" in [k.titel for k in uit.antwoorden[-1].knoppen]
    gesprek.zeg("Gesprek voorbereiden")
    for _ in VOORBEREIDING:
        gesprek.zeg("Sla over")
    assert gesprek.toestand.vraag == "stap"
    gesprek.zeg("Gedaan, hielp niet")
    assert gesprek.toestand.situatie.stappen_gedaan == ["school"]
    gesprek.toestand.situatie.stappen_gedaan = ["school", "samenwerkingsverband"]
    uit = gesprek.zeg("wat nu", "volgende_stap")
    assert "Gesprek voorbereiden" not in [k.titel for k in uit.antwoorden[-1].knoppen]


def test_vraag_van_de_school_in_rotterdam(huis: Huis, nu: object) -> None:
    """What the region agreed to ask stands among the questions."""
    gesprek = Gesprek(huis, nu)  # type: ignore[arg-type]
    situatie = gesprek.toestand.situatie
    situatie.onderwijssoort, situatie.plaats, situatie.gemeente, situatie.swv = "vo", "Rotterdam", "Rotterdam", "VO2810"
    situatie.weken_thuis = 5
    gesprek.zeg("bereid het gesprek voor", "bereid_gesprek_voor")
    for _ in VOORBEREIDING:
        uit = gesprek.zeg("Sla over")
    assert "Is mijn kind gemeld, en op welke datum?" in _custom(uit)["vragen"]


@pytest.mark.parametrize(
    ("antwoord", "verwacht"),
    [
        ("Nou ja, hij leest graag.", ["Hij leest graag"]),
        ("rekenen gaat goed; gym ook\nen tekenen!", ["Rekenen gaat goed", "Gym ook", "Tekenen"]),
        ("...", []),
        ("groep 6.5 gaat beter", ["Groep 6.5 gaat beter"]),
        ("stom", ["Stom"]),
    ],
)
def test_punten_in_eigen_woorden(antwoord: str, verwacht: list[str]) -> None:
    assert punten(antwoord) == verwacht


def test_een_lange_zin_wordt_bij_een_voegwoord_geknipt() -> None:
    zin = "elke ochtend heeft ze buikpijn en zegt ze dat ze niet durft omdat de klas te vol en te druk is voor haar"
    assert punten(zin) == ["Elke ochtend heeft ze buikpijn en zegt ze dat ze niet durft omdat de klas te vol…"]
    assert punten("woord " * 40) == ["W" + ("woord " * MEESTE_WOORDEN)[1:].strip() + "…"]


@settings(deadline=None)
@given(st.text(max_size=2000))
def test_punten_blijven_kort_en_eigen(antwoord: str) -> None:
    """Whatever is typed: few, short, and only words that were typed."""
    uit = punten(antwoord)
    assert len(uit) <= MEESTE_PUNTEN
    assert all(len(p.split()) <= MEESTE_WOORDEN and p for p in uit)

"""Talks in other languages: danger, the road in short, a human contact; kept, switched, asked for."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
import yaml
from gesprek_in_kern import Gesprek, in_taal, tekst

from wegwijzer.huis import Huis
from wegwijzer.kennis.model import STAPPEN, TALEN
from wegwijzer.kennis.talen import ZORG
from wegwijzer.pad.kaart import EINDE, LINKS, vul_nummers

EERSTE = {
    "en": "Hello, my boy stays at home and nobody helps us",
    "tr": "Merhaba, oğlum artık okula gitmiyor, bize kim yardım eder?",
    "pl": "Dzień dobry, mój syn od dawna nie chodzi na lekcje",
    "uk": "Добрий день, мій син давно не ходить на уроки",
    "fr": "Bonjour, mon fils ne va plus en classe depuis longtemps",
    "ar": "مرحبا، ابني لم يعد يذهب إلى المدرسة",
}
NOODHULP = Path(__file__).parents[2] / "knowledge" / "noodhulp.yml"
SOORTEN = sorted(set(yaml.load(NOODHULP.read_text(encoding="utf-8"), yaml.CSafeLoader)["antwoorden"]) - set(ZORG))
"""Every kind of danger."""
BEGRIPPEN = {
    "school": "zorgcoördinator", "samenwerkingsverband": "samenwerkingsverband", "advieslijn": "advieslijn",
    "onderwijsconsulent": "onderwijsconsulent", "klacht": "klacht", "inspectie": "Inspectie",
}  # fmt: skip
"""Step → the Dutch word that parents need at the counter."""


@pytest.fixture
def gesprek(huis: Huis, nu: datetime) -> Gesprek:
    """A fresh talk."""
    return Gesprek(huis, nu)


def nummers(huis: Huis, organisatie: str) -> list[str]:
    """Its telephone numbers."""
    return list(huis.kennis.organisaties[organisatie].telefoons())


@pytest.mark.parametrize("taal", TALEN)
def test_eerste_bericht(taal: str, gesprek: Gesprek, huis: Huis) -> None:
    """Who I am, the next step with its Dutch term, a human contact with its number; marked with language and side."""
    uit = gesprek.zeg(EERSTE[taal])
    kennis = huis.kennis.talen[taal]
    assert (uit.topic, gesprek.toestand.taal, gesprek.toestand.situatie.stap) == ("pad", taal, "school")
    assert [a.custom["dir"] for a in in_taal(uit, taal)] == ["rtl" if taal == "ar" else "ltr"] * 2
    assert kennis.intro in tekst(uit) and kennis.stappen["school"] in tekst(uit)
    assert nummers(huis, "ouders_en_onderwijs")[0] in tekst(uit)
    assert "{" not in tekst(uit)
    assert huis.kennis.tekst("welkom") not in tekst(uit)
    stap = next(a for a in uit.antwoorden if a.custom.get("stap"))
    assert stap.custom["stap"] == 1
    assert kennis.knoppen["hielp_niet"] in [k.titel for k in uit.antwoorden[-1].knoppen]


@pytest.mark.parametrize("taal", TALEN)
def test_de_hele_weg(taal: str, gesprek: Gesprek, huis: Huis) -> None:
    """Each step is said in the language when it comes, after the button of that language; introduced once."""
    gesprek.zeg(EERSTE[taal])
    kennis = huis.kennis.talen[taal]
    gesprek.toestand.situatie.onderwijssoort = "mbo"
    for stap in [s for s in STAPPEN[1:] if s != "samenwerkingsverband"]:
        uit = gesprek.zeg(kennis.knoppen["hielp_niet"])
        assert gesprek.toestand.situatie.stap == stap
        assert kennis.stappen[stap] in tekst(uit) and BEGRIPPEN[stap] in tekst(uit)
        assert kennis.intro not in tekst(uit)
    uit = gesprek.zeg(kennis.knoppen["hielp_niet"])
    assert kennis.alle_stappen in tekst(uit)


@pytest.mark.parametrize("taal", TALEN)
def test_plaats_en_soort_school_tellen_in_elke_taal(taal: str, gesprek: Gesprek, huis: Huis) -> None:
    """A button of the language, a bare place name: the region's own card follows, and the language stays."""
    kennis = huis.kennis.talen[taal]
    gesprek.zeg(EERSTE[taal])
    uit = gesprek.zeg(kennis.knoppen["hielp_niet"])
    assert kennis.vragen["onderwijssoort"] in tekst(uit) and kennis.stappen["samenwerkingsverband"] in tekst(uit)
    uit = gesprek.zeg(kennis.knoppen["vo"])
    assert kennis.vragen["plaats"] in tekst(uit)
    uit = gesprek.zeg("Rotterdam")
    assert gesprek.toestand.taal == taal
    assert gesprek.toestand.situatie.swv == "VO2810"
    [stap] = [a for a in in_taal(uit, taal) if "stap" in a.custom]
    swv = huis.kennis.samenwerkingsverbanden["VO2810"]
    assert stap.custom["kaart"]["wie"].startswith((swv.steunpunt.naam if swv.steunpunt else None) or swv.naam or "")
    assert stap.custom["kaart"]["contact"][0]["waarde"] in stap.tekst


@pytest.mark.parametrize("taal", TALEN)
@pytest.mark.parametrize("soort", SOORTEN)
def test_gevaar_in_de_eigen_taal(taal: str, soort: str, gesprek: Gesprek, huis: Huis) -> None:
    """The numbers in the language, first; the Dutch answer with its cards after it."""
    uit = gesprek.zeg(EERSTE[taal], nood=soort)
    assert (uit.topic, uit.topics) == ("nood", ("nood",))
    eerste, *rest = uit.antwoorden
    assert (eerste.custom["lang"], eerste.custom["dir"]) == (taal, "rtl" if taal == "ar" else "ltr")
    nederlands = huis.kennis.noodhulp["antwoorden"][soort]
    assert vul_nummers(nederlands["tekst"], huis.kennis).strip() in rest[0].tekst
    assert rest[0].custom["kaart"]
    for organisatie in nederlands["organisaties"]:
        if f"{{tel:{organisatie}}}" in nederlands["tekst"]:
            assert nummers(huis, organisatie)[0] in eerste.tekst


@pytest.mark.parametrize("taal", TALEN)
@pytest.mark.parametrize("soort", ZORG)
def test_zorg_in_de_eigen_taal(taal: str, soort: str, gesprek: Gesprek, huis: Huis) -> None:
    """A caring question, with 113, in both languages; no alarm."""
    uit = gesprek.zeg(EERSTE[taal], nood=f"zorg:{soort}")
    assert uit.topic != "nood"
    zorg = [a for a in in_taal(uit, taal) if nummers(huis, "zelfmoordpreventie_113")[0] in a.tekst]
    assert len(zorg) == 1
    assert vul_nummers(huis.kennis.noodhulp["antwoorden"][soort]["tekst"], huis.kennis).strip() in tekst(uit)


def test_gevaar_dat_geen_regel_zag(gesprek: Gesprek, huis: Huis) -> None:
    """What the classifier surely hears as danger gets the numbers in the language as well."""
    uit = gesprek.zeg("she told us that she does not want to be here anymore", "crisis_kind_suicidaal")
    assert uit.topic == "nood"
    assert nummers(huis, "zelfmoordpreventie_113")[0] in in_taal(uit, "en")[0].tekst


def test_nederlands_gevaar_blijft_zoals_het_was(gesprek: Gesprek) -> None:
    """No other language in a Dutch talk."""
    uit = gesprek.zeg("mijn dochter zegt dat ze dood wil", nood="suicide")
    assert [a.custom.get("lang") for a in uit.antwoorden] == [None]


def test_gevaar_na_een_kort_bericht_houdt_de_taal(gesprek: Gesprek) -> None:
    """The language is remembered where the danger itself does not show it."""
    gesprek.zeg(EERSTE["tr"])
    assert in_taal(gesprek.zeg("112!!", nood="direct_gevaar"), "tr")


@pytest.mark.parametrize("kort", ["ok", "Zwolle", "school", "12"])
def test_kort_bericht_houdt_de_taal(kort: str, gesprek: Gesprek) -> None:
    """A word, a place name, a number."""
    gesprek.zeg(EERSTE["pl"])
    uit = gesprek.zeg(kort)
    assert gesprek.toestand.taal == "pl"
    assert in_taal(uit, "pl")


def test_wat_de_taal_niet_heeft_is_nederlands_met_eigen_knoppen(gesprek: Gesprek, huis: Huis) -> None:
    """Asked how it went: our question is Dutch and marked so, the choices are in the language."""
    gesprek.zeg(EERSTE["pl"])
    [antwoord] = gesprek.zeg("👍").antwoorden
    assert antwoord.tekst == huis.kennis.stappen["school"].vraag_na
    assert antwoord.custom == {"lang": "nl", "dir": "ltr"}
    assert huis.kennis.talen["pl"].knoppen["loopt_nog"] in [k.titel for k in antwoord.knoppen]


def test_nederlands_bericht_schakelt_terug(gesprek: Gesprek) -> None:
    """And the choices are Dutch again."""
    gesprek.zeg(EERSTE["fr"])
    uit = gesprek.zeg("mijn zoon zit al weken thuis, wat moet ik nu doen", "kind_zit_thuis_wat_nu")
    assert gesprek.toestand.taal is None
    assert not any("lang" in a.custom for a in uit.antwoorden)
    assert "Nog niet gedaan" in [k.titel for k in uit.antwoorden[-1].knoppen]


def test_een_andere_taal_schakelt_om(gesprek: Gesprek) -> None:
    """A whole sentence in another language; introduced again in that one."""
    gesprek.zeg(EERSTE["fr"])
    uit = gesprek.zeg(EERSTE["ar"])
    assert gesprek.toestand.taal == "ar"
    assert gesprek.huis.kennis.talen["ar"].intro in tekst(uit)


@pytest.mark.parametrize(
    ("vraag", "taal"), [("in English please", "en"), ("kan het in het Turks", "tr"), ("graag in het Oekraïens", "uk")]
)
def test_om_een_taal_vragen(vraag: str, taal: str, gesprek: Gesprek, huis: Huis) -> None:
    """What was answered last comes too, in easy Dutch."""
    gesprek.zeg("mijn kind wordt gepest", "pesten")
    uit = gesprek.zeg(vraag, "eenvoudiger_of_andere_taal")
    assert (uit.topic, gesprek.toestand.taal) == ("eenvoudiger_of_andere_taal", taal)
    assert "pesten" in uit.topics
    assert huis.kennis.talen[taal].intro in tekst(uit) and huis.kennis.talen[taal].verder in tekst(uit)
    assert str(huis.kennis.onderwerpen["pesten"].eenvoudig) in tekst(uit)


def test_nederlands_vragen(gesprek: Gesprek) -> None:
    """Back by asking for it."""
    gesprek.zeg(EERSTE["en"])
    gesprek.zeg("in het Nederlands graag")
    assert gesprek.toestand.taal is None


@pytest.mark.parametrize(
    "tekst_", ["mein Sohn geht nicht mehr in die Schule", "мой сын не ходит в школу, что мне делать", "ሓገዝ የድልየኒ ኣሎ",
               "پسرم به مدرسه نمی‌رود", "ik spreek alleen Tigrinya"],
)  # fmt: skip
def test_taal_die_we_niet_kennen(tekst_: str, gesprek: Gesprek, huis: Huis) -> None:
    """English and easy Dutch, said honestly in both."""
    uit = gesprek.zeg(tekst_)
    assert (uit.topic, gesprek.toestand.taal) == ("pad", "anders")
    assert huis.kennis.tekst("andere_taal") in tekst(uit)
    assert huis.kennis.talen["en"].stappen["school"] in tekst(uit)
    [nederlands] = in_taal(uit, "nl")
    assert nederlands.tekst == huis.kennis.stappen["school"].eenvoudig
    assert nederlands.knoppen
    assert "112" in in_taal(gesprek.zeg(tekst_, nood="direct_gevaar"), "en")[0].tekst


def test_ander_onderwerp_in_eenvoudig_nederlands(gesprek: Gesprek, huis: Huis) -> None:
    """A question that was surely heard is answered after the road, in easy Dutch with its contact."""
    uit = gesprek.zeg("can they suspend my daughter without a letter?", "schorsing_zonder_brief")
    assert (uit.topic, uit.topics) == ("schorsing_zonder_brief", ("schorsing_zonder_brief", "pad"))
    assert huis.kennis.talen["en"].verder in tekst(uit)
    assert str(huis.kennis.onderwerpen["schorsing_zonder_brief"].eenvoudig) in in_taal(uit, "nl")[0].tekst


def test_onzeker_onderwerp_wordt_niet_geraden(gesprek: Gesprek) -> None:
    """A guess of the classifier, which learned Dutch, is left out."""
    assert gesprek.zeg(EERSTE["en"], "schorsing", kans=0.2).topics == ("pad",)


def test_niet_van_ons(gesprek: Gesprek, huis: Huis) -> None:
    """Surely out of scope: said in both languages, with a human contact."""
    uit = gesprek.zeg("which supermarket has the best cheese?", "buiten_bereik")
    assert uit.topic == "buiten_bereik"
    assert huis.kennis.talen["en"].buiten_bereik in tekst(uit)
    assert nummers(huis, "ouders_en_onderwijs")[0] in tekst(uit)


def test_mens_spreken(gesprek: Gesprek, huis: Huis) -> None:
    """The button of the language gives the human contact in it."""
    gesprek.zeg(EERSTE["ar"])
    uit = gesprek.zeg(huis.kennis.talen["ar"].knoppen["mens"])
    assert uit.topic == "praat_met_mens"
    assert nummers(huis, "ouders_en_onderwijs")[0] in in_taal(uit, "ar")[0].tekst


def test_nummers_blijven_leesbaar_van_rechts_naar_links(gesprek: Gesprek, huis: Huis) -> None:
    """Without marks a screen would show the groups of a number in reverse."""
    uit = gesprek.zeg(EERSTE["ar"], nood="mishandeling")
    assert f"{LINKS}{nummers(huis, 'veilig_thuis')[0]}{EINDE}" in uit.antwoorden[0].tekst
    assert LINKS not in uit.antwoorden[1].tekst


def test_onzekere_plek_wordt_gezegd(gesprek: Gesprek, huis: Huis) -> None:
    """Special education: whose decision counts must not get lost in the short form."""
    kennis = huis.kennis.talen["en"]
    gesprek.zeg(EERSTE["en"])
    gesprek.zeg(kennis.knoppen["hielp_niet"])
    uit = gesprek.zeg(kennis.knoppen["vso"])
    assert kennis.vragen["plaats_speciaal"] in tekst(uit)
    assert kennis.speciaal in tekst(gesprek.zeg("Eindhoven"))


def test_nederlands_gesprek_merkt_er_niets_van(gesprek: Gesprek, huis: Huis) -> None:
    """Welcome as before, no marks."""
    uit = gesprek.zeg("mijn zoon wordt gepest", "pesten")
    assert uit.antwoorden[0].tekst == huis.kennis.tekst("welkom")
    assert not any("lang" in a.custom for a in uit.antwoorden)


def test_wissen_vergeet_de_taal(gesprek: Gesprek) -> None:
    """A new start."""
    gesprek.zeg(EERSTE["en"])
    gesprek.zeg("wis dit gesprek", "wis_gesprek")
    assert gesprek.toestand.taal is None

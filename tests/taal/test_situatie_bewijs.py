"""Offsets, robustness, speed and organisations."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from tijd import lezen, verhouding

from wegwijzer.taal.situatie import organisaties, vondsten

VANDAAG = date(2026, 11, 22)
LANG = (
    "Mijn zoon van 14 zit sinds de herfstvakantie thuis van 3 havo. We hebben al drie gesprekken gehad met de mentor "
    "en het swv belt niet terug. Hij heeft autisme en is bang voor school. Wat kan ik nog doen? "
)
STUKKEN = st.one_of(
    st.sampled_from(["zoon van", "14", "sinds", "vorige week", "31-02", "weken", "thuis", "half", "groep", "½", "5,5"]),
    st.sampled_from(["\n", "(", "nee", "é", "29 februari", "vorig jaar", "van", "havo"]),
)


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=300), st.dates(), st.sampled_from([None, "leeftijd", "onderwijssoort", "weken_thuis", "x"]))
def test_valt_nooit_om_en_wijst_altijd_binnen_de_tekst(tekst: str, vandaag: date, verwacht: str | None) -> None:
    for v in vondsten(tekst, vandaag=vandaag, verwacht=verwacht):
        assert 0 <= v.start < v.einde <= len(tekst)


@settings(deadline=None, max_examples=300)
@given(st.lists(STUKKEN, max_size=25), st.dates())
def test_valt_niet_om_op_losse_stukken_van_patronen(stukken: list[str], vandaag: date) -> None:
    tekst = " ".join(stukken)
    for v in vondsten(tekst, vandaag=vandaag, verwacht="weken_thuis"):
        assert tekst[v.start : v.einde].strip()


def test_bewijs_staat_letterlijk_in_de_tekst() -> None:
    bewijs = {v.entity: LANG[v.start : v.einde] for v in vondsten(LANG, vandaag=VANDAAG)}
    assert "14" in bewijs["leeftijd"]
    assert "herfstvakantie" in bewijs["weken_thuis"]
    assert "havo" in bewijs["onderwijssoort"]


def test_bewijs_klopt_na_rare_tekens_en_spelfouten() -> None:
    tekst = "  😀 M’n   dóchter\u00a0van  twaalf … zit op de bassisschool!!"
    per_soort = {v.entity: v for v in vondsten(tekst, vandaag=VANDAAG)}
    jaren, soort = per_soort["leeftijd"], per_soort["onderwijssoort"]
    assert (jaren.waarde, tekst[jaren.einde - 6 : jaren.einde]) == (12, "twaalf")
    assert (soort.waarde, tekst[soort.start : soort.einde]) == ("po", "bassisschool")


def test_enkele_soorten_komen_hoogstens_een_keer_voor() -> None:
    soorten = [v.entity for v in vondsten(LANG * 6, vandaag=VANDAAG)]
    for soort in ("leeftijd", "weken_thuis", "onderwijssoort", "richting", "kind"):
        assert soorten.count(soort) <= 1


def test_leeg_en_reusachtig() -> None:
    assert vondsten("", vandaag=VANDAAG) == []
    assert vondsten(" \n\t", vandaag=VANDAAG) == []
    assert vondsten("9" * 100_000, vandaag=VANDAAG) == []
    assert vondsten("zoon van " * 50_000, vandaag=VANDAAG)


def test_gewoon_bericht_en_lang_bericht_zijn_snel() -> None:
    """At most some hundreds of times the plain reading of the same words: about sixty when this was made."""
    for tekst in (LANG, (LANG * 10)[:2000]):

        def doe(tekst: str = tekst) -> object:
            return vondsten(tekst, vandaag=VANDAAG)

        assert verhouding(doe, lezen(tekst, keer=10)) < 30


BIJNAMEN = {
    "swv": "samenwerkingsverband",
    "steunpunt": "ouder_en_jeugdsteunpunt",
    "steunpunt passend onderwijs": "steunpunt_passend_onderwijs",
    "ouders en onderwijs": "ouders_en_onderwijs",
    "MEE": "mee",
}


def test_langste_bijnaam_wint() -> None:
    tekst = "Is het Steunpunt Passend Onderwijs hetzelfde als het SWV?"
    gevonden = [(v.waarde, tekst[v.start : v.einde]) for v in organisaties(tekst, BIJNAMEN)]
    assert gevonden == [("steunpunt_passend_onderwijs", "Steunpunt Passend Onderwijs"), ("samenwerkingsverband", "SWV")]


def test_bijnaam_in_hoofdletters_die_een_gewoon_woord_is_telt_alleen_zo() -> None:
    assert organisaties("wie gaat er mee", BIJNAMEN) == []
    assert [v.waarde for v in organisaties("ik heb MEE gebeld", BIJNAMEN)] == ["mee"]


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=200))
def test_organisaties_valt_nooit_om(tekst: str) -> None:
    for v in organisaties(tekst, BIJNAMEN):
        assert 0 <= v.start < v.einde <= len(tekst)

"""Every letter in every kind of situation: it can be filled in, and what is not known is a gap."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wegwijzer.huis import houder
from wegwijzer.kennis.model import STAPPEN, Kennis
from wegwijzer.pad.brief import passende, stel_op, voorgesteld
from wegwijzer.pad.situatie import Situatie

KENNIS = houder().haal().kennis
VANDAAG = date(2026, 11, 23)
SOORTEN = (None, "po", "sbo", "so", "vo", "pro", "vso", "mbo")
DAGEN = st.dates(date(2020, 1, 1), VANDAAG).map(date.isoformat)
SITUATIES = st.builds(
    Situatie,
    onderwijssoort=st.sampled_from(SOORTEN),
    richting=st.sampled_from((None, "reformatorisch", "cluster1", "cluster2")),
    plaats=st.sampled_from((None, "Rotterdam", "Beek")),
    swv=st.sampled_from((None, *sorted(KENNIS.samenwerkingsverbanden))),
    leeftijd=st.none() | st.integers(4, 20),
    weken_thuis=st.none() | st.integers(0, 200),
    situatie=st.lists(st.sampled_from(("geen_school", "geschorst", "verwijderd")), unique=True),
    stappen_gedaan=st.lists(st.sampled_from(STAPPEN), unique=True),
    kind=st.sampled_from((None, "zoon", "dochter", "kind", "kleinkind", "pleegkind", "ik")),
    gebeurtenissen=st.dictionaries(st.sampled_from(sorted(KENNIS.termijnen.gebeurtenissen)), DAGEN),
)


@settings(deadline=None)
@given(SITUATIES, st.booleans())
def test_elke_brief_in_elke_situatie(situatie: Situatie, plaats_van_school: bool) -> None:
    """No leftover braces, no None, closed gaps, one page; the parent's own name is always a gap."""
    for brief in KENNIS.brieven.values():
        tekst = stel_op(brief, situatie, KENNIS, VANDAAG, plaats_van_school)
        assert not re.search(r"[{}]|\bNone\b|\bTrue\b|\bFalse\b|zelf invullen", tekst), tekst
        assert not re.search(r"[\[\]]", re.sub(r"\[[^\[\]\n]+\]", "", tekst)), tekst
        assert "[uw naam]" in tekst and "[naam kind]" in tekst and "23 november 2026" in tekst
        assert len(tekst.split()) <= 260 and "\n\n\n" not in tekst and not re.search(r" [,.]|  ", tekst), tekst
        if situatie.leeftijd is None:
            assert "jaar)" not in tekst
        if situatie.plaats and not plaats_van_school:
            assert situatie.plaats not in tekst.replace("Koers VO", "")


@settings(deadline=None)
@given(SITUATIES)
def test_passende_brieven_kunnen_echt(situatie: Situatie) -> None:
    """Never one for another kind of school; the complaint comes last; what is proposed can be used."""
    passend = passende(situatie, KENNIS)
    assert all(situatie.onderwijssoort is None or situatie.onderwijssoort in b.voor for b in passend)
    assert passend[-1].id == "klacht"
    if situatie.zonder_samenwerkingsverband():
        assert "hulp_samenwerkingsverband" not in [b.id for b in passend]
    for stap in (None, *STAPPEN):
        rij = voorgesteld(situatie, KENNIS, None, stap)
        assert set(rij) <= set(passend) and len(rij) == len(set(rij))
        if stap != "klacht":
            assert not {"klacht", "bezwaar"} & {b.id for b in rij}


def _brief(id_: str, kennis: Kennis = KENNIS, **situatie: object) -> str:
    return stel_op(kennis.brieven[id_], Situatie(**situatie), kennis, VANDAAG)  # type: ignore[arg-type]


def test_wat_bekend_is_staat_erin() -> None:
    tekst = _brief("gesprek_aanvragen", kind="dochter", leeftijd=9, weken_thuis=1, plaats="Delft")
    assert "mijn dochter, [naam kind] (9 jaar)" in tekst and "1 week thuis" in tekst and "[naam school], Delft" in tekst


def test_het_eigen_samenwerkingsverband() -> None:
    assert "van Koers VO" in _brief("hulp_samenwerkingsverband", swv="VO2810")
    assert "[naam samenwerkingsverband]" in _brief("hulp_samenwerkingsverband")


@pytest.mark.parametrize(
    ("gebeurtenis", "zin"),
    [
        ("besluit_verwijdering", "van school moet"),
        ("besluit_toelating", "niet aan te nemen"),
        ("besluit_tlv", "toelaatbaarheidsverklaring"),
    ],
)
def test_bezwaar_noemt_het_besluit_en_de_dag(gebeurtenis: str, zin: str) -> None:
    tekst = _brief("bezwaar", gebeurtenissen={gebeurtenis: "2026-11-02"})
    assert "2 november 2026" in tekst and zin in tekst and "[datum besluit]" not in tekst


def test_een_dag_die_geen_dag_is_blijft_een_gat() -> None:
    assert "[datum besluit]" in _brief("bezwaar", gebeurtenissen={"besluit_verwijdering": "gisteren"})


@pytest.mark.parametrize(
    ("soort", "staat"), [("vo", True), ("pro", True), ("po", False), ("vso", False), (None, False)]
)
def test_alleen_de_wet_van_deze_school(soort: str | None, staat: bool) -> None:
    """The article is that of this kind of school, and only where its text is certain."""
    assert ("WVO 2020, artikel 2.44" in _brief("opp_niet_akkoord", onderwijssoort=soort)) is staat


def test_mbo_vraagt_niet_naar_een_samenwerkingsverband() -> None:
    assert "samenwerkingsverband" not in _brief("verzuim_gemeld", onderwijssoort="mbo")
    assert "samenwerkingsverband" in _brief("verzuim_gemeld", onderwijssoort="vo")


def test_hulp_gezocht_bij_is_geen_klacht() -> None:
    """A complaint is no help that was asked for; without anything done the line is left out."""
    assert "Ik zocht al hulp" not in _brief("hulp_samenwerkingsverband", stappen_gedaan=["klacht"])
    assert "Ik zocht al hulp bij de school." in _brief("hulp_samenwerkingsverband", stappen_gedaan=["school", "klacht"])

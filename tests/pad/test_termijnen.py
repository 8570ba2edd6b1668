"""Terms by hand and by property. The dates in the tables were counted on a calendar, not with the code."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from dateutil.easter import easter
from hypothesis import given, settings
from hypothesis import strategies as st

from wegwijzer.huis import houder
from wegwijzer.kennis.termijn_model import Duur, Termijnkennis, Termijnregel
from wegwijzer.pad.feestdagen import feestdagen, gesloten
from wegwijzer.pad.situatie import Situatie
from wegwijzer.pad.termijnen import (
    Stand,
    bereken,
    eerst_open,
    geldt,
    laatste_dag,
    leesbare_dag,
    tel_op,
    termijnen,
    van_gebeurtenis,
)

KENNIS: Termijnkennis = houder().haal().kennis.termijnen
REGELS = {r.id: r for r in KENNIS.regels}
MET_DATUM = [r for r in KENNIS.regels if not r.duur.uren]
SCHUIFT = [r for r in MET_DATUM if r.termijnenwet.geldt]
DAGEN = st.dates(date(2014, 1, 1), date(2095, 12, 31))


def dag(tekst: str) -> date:
    """An ISO date."""
    return date.fromisoformat(tekst)


def uitkomst(regel: str, begin: str, vandaag: str = "2014-01-01") -> str:
    """The last day of one rule."""
    termijn = bereken(REGELS[regel], dag(begin), dag(vandaag), KENNIS)
    assert termijn is not None
    return termijn.laatste_dag.isoformat()


@pytest.mark.parametrize(
    ("regel", "begin", "laatste"),
    [
        ("gpo", "2026-11-03", "2026-12-15"),  # Tuesday to Tuesday; the example of the issue
        ("gpo", "2026-11-14", "2026-12-26"),  # Saturday and Boxing Day: the committee's own term does not move
        ("gpo", "2028-01-18", "2028-02-29"),  # leap year
        ("gpo", "2027-01-18", "2027-03-01"),  # no leap year
        ("bezwaar_bestuur", "2026-11-03", "2026-12-15"),
        ("bezwaar_bestuur", "2026-11-14", "2026-12-28"),  # Saturday 26, Sunday 27, Monday 28 December
        ("bezwaar_bestuur", "2026-11-13", "2026-12-28"),  # Friday 25 December
        ("bezwaar_bestuur", "2027-02-12", "2027-03-30"),  # Good Friday to the Tuesday after Easter
        ("bezwaar_bestuur", "2027-03-16", "2027-04-28"),  # King's Day on a Tuesday
        ("bezwaar_bestuur", "2025-03-15", "2025-04-28"),  # King's Day kept on Saturday 26 April
        ("bezwaar_bestuur", "2025-03-16", "2025-04-28"),  # 27 April is a Sunday; the Monday after it is no holiday
        ("bezwaar_bestuur", "2026-03-24", "2026-05-06"),  # 5 May, also in a year that is no lustrum
        ("bezwaar_bestuur", "2026-04-13", "2026-05-26"),  # Whit Monday
        ("bezwaar_bestuur", "2026-11-20", "2027-01-04"),  # New Year's Day is a Friday
        ("bezwaar_bestuur", "2026-04-02", "2026-05-15"),  # Ascension; the Friday after it is not sure, so not used
        ("bezwaar_bestuur", "2025-11-21", "2026-01-02"),  # the same for 2 January 2026
        ("bezwaar_tlv", "2026-11-03", "2026-12-15"),
        ("bezwaar_tlv", "2026-11-15", "2026-12-28"),  # Sunday 27 December
        ("bezwaar_mbo", "2026-11-02", "2026-12-14"),
        ("besluit_op_bezwaar", "2026-11-10", "2026-12-08"),
        ("besluit_op_bezwaar", "2026-04-16", "2026-05-18"),  # Ascension and the Friday: the later day is safe
        ("reactie_op_oordeel", "2026-11-30", "2026-12-28"),
        ("gpo_oordeel", "2026-11-12", "2027-01-21"),
        ("gpo_oordeel", "2026-10-16", "2026-12-28"),  # Christmas Day
        ("klacht_jaar", "2025-11-23", "2026-11-23"),
        ("klacht_jaar", "2024-02-29", "2025-02-28"),
        ("klacht_jaar", "2025-12-26", "2026-12-26"),  # a Saturday: a year in a regulation does not move
        ("melding_vier_weken", "2026-10-05", "2026-11-02"),
        ("taskforce_tien_weken", "2026-11-09", "2027-01-18"),
        ("schorsing_week", "2026-11-23", "2026-11-29"),  # the first day counts
        ("schorsing_mbo", "2026-11-23", "2026-12-06"),
        ("aanmelding_besluit", "2026-09-25", "2026-11-06"),
        ("aanmelding_besluit", "2026-10-17", "2026-11-30"),  # Saturday 28 November
    ],
)
def test_laatste_dag(regel: str, begin: str, laatste: str) -> None:
    assert uitkomst(regel, begin) == laatste


def test_elke_regel_met_een_datum_is_met_de_hand_geteld() -> None:
    """A rule without a row above would not be held to a calendar."""
    tabel = {p[0] for m in test_laatste_dag.pytestmark for p in m.args[1]}  # type: ignore[attr-defined]
    assert tabel == {r.id for r in MET_DATUM}


@pytest.mark.parametrize(
    ("begin", "verlengd"),
    [("2026-09-25", "2026-12-04"), ("2026-10-16", "2026-12-28"), ("2026-10-17", "2026-12-28")],
)
def test_zes_en_vier_weken_na_een_aanmelding(begin: str, verlengd: str) -> None:
    """Ten weeks after the application, and no more because the sixth week ended in a weekend."""
    termijn = bereken(REGELS["aanmelding_besluit"], dag(begin), dag(begin), KENNIS)
    assert termijn is not None and termijn.verlengd == dag(verlengd)


def test_een_termijn_in_uren_heeft_geen_datum() -> None:
    assert bereken(REGELS["melding_16_uur"], dag("2026-10-05"), dag("2026-11-23"), KENNIS) is None
    assert REGELS["melding_16_uur"].duur == Duur(uren=16, binnen_lesweken=4)


@pytest.mark.parametrize(
    ("vandaag", "stand", "dagen"),
    [
        ("2026-11-05", Stand.LOPEND, 1),
        ("2026-11-06", Stand.VANDAAG, 0),
        ("2026-11-07", Stand.VERTRAAGD, 27),
        ("2026-12-04", Stand.VERTRAAGD, 0),
        ("2026-12-05", Stand.VOORBIJ, -1),
    ],
)
def test_stand_van_een_aanmelding(vandaag: str, stand: Stand, dagen: int) -> None:
    """Applied on 25 September: decided by 6 November, at the latest 4 December."""
    termijn = bereken(REGELS["aanmelding_besluit"], dag("2026-09-25"), dag(vandaag), KENNIS)
    assert termijn is not None
    assert (termijn.stand, termijn.dagen) == (stand, dagen)
    assert "{" not in termijn.tekst()


def test_de_zin_uit_de_opdracht() -> None:
    termijn = bereken(REGELS["gpo"], dag("2026-11-03"), dag("2026-11-23"), KENNIS)
    assert termijn is not None
    assert termijn.tekst() == "U kunt tot en met 15 december 2026 naar de geschillencommissie."


def test_wat_voorbij_is_noemt_wat_nog_kan() -> None:
    """A past term says the day, and something to do."""
    for regel in MET_DATUM:
        termijn = bereken(regel, dag("2020-02-03"), dag("2026-11-23"), KENNIS)
        assert termijn is not None and termijn.stand is Stand.VOORBIJ
        assert leesbare_dag(termijn.verlengd or termijn.laatste_dag) in termijn.tekst(), regel.id
        assert any(woord in termijn.tekst() for woord in ("Vraag", "Schrijf", "Stuur")), regel.id


def feestdagen_van_de_wet(jaar: int) -> set[date]:
    """Algemene termijnenwet, article 3, read apart from the library: the two feasts on a Sunday are not in it."""
    pasen = easter(jaar)
    koning = date(jaar, 4, 27)
    vast = {(1, 1), (5, 5), (12, 25), (12, 26)}
    return {
        *(date(jaar, m, d) for m, d in vast),
        *(pasen + timedelta(days=n) for n in (-2, 1, 39, 50)),
        koning if koning.weekday() < 6 else koning - timedelta(days=1),
    }


def test_de_lijst_van_de_bibliotheek_is_die_van_de_wet() -> None:
    """Besides Sundays nothing more, and nothing less."""
    for jaar in range(2014, 2101):
        van_ons = {d for d in feestdagen(jaar) if d.weekday() < 6}
        assert van_ons == {d for d in feestdagen_van_de_wet(jaar) if d.weekday() < 6}, jaar


@settings(deadline=None)
@given(DAGEN)
def test_een_week_heeft_altijd_twee_open_dagen(begin: date) -> None:
    """So article 2 (at least two ordinary days) changes nothing for terms of a week or longer."""
    assert sum(not gesloten(begin + timedelta(days=n), KENNIS.gelijkgesteld) for n in range(1, 8)) >= 2


@settings(deadline=None)
@given(DAGEN, st.sampled_from(MET_DATUM))
def test_schuift_alleen_naar_later_en_alleen_waar_de_wet_het_zegt(begin: date, regel: Termijnregel) -> None:
    zonder = tel_op(begin, regel.duur) - timedelta(days=regel.eerste_dag_telt)
    met = laatste_dag(begin, regel, KENNIS.gelijkgesteld)
    if not regel.termijnenwet.geldt:
        assert met == zonder
        return
    assert met >= zonder and not gesloten(met, KENNIS.gelijkgesteld)
    assert all(gesloten(zonder + timedelta(days=n), KENNIS.gelijkgesteld) for n in range((met - zonder).days))
    assert (met - zonder).days <= 5


@settings(deadline=None)
@given(DAGEN, st.integers(0, 400), st.sampled_from(MET_DATUM))
def test_later_begonnen_is_niet_eerder_klaar(begin: date, erbij: int, regel: Termijnregel) -> None:
    later = begin + timedelta(days=erbij)
    assert laatste_dag(begin, regel) <= laatste_dag(later, regel)
    assert laatste_dag(begin, regel, verlengd=True) <= laatste_dag(later, regel, verlengd=True)


@settings(deadline=None)
@given(DAGEN, st.sampled_from(SCHUIFT))
def test_nog_eens_schuiven_verandert_niets(begin: date, regel: Termijnregel) -> None:
    """The last day itself is an open day: counting zero days on from it stays there."""
    einde = laatste_dag(begin, regel, KENNIS.gelijkgesteld)
    assert laatste_dag(einde, replace(regel, duur=Duur(), daarna=None), KENNIS.gelijkgesteld) == einde


@settings(deadline=None)
@given(DAGEN, st.integers(-500, 500), st.sampled_from(MET_DATUM))
def test_dagen_en_stand_kloppen_met_elkaar(begin: date, verschil: int, regel: Termijnregel) -> None:
    vandaag = begin + timedelta(days=verschil)
    termijn = bereken(regel, begin, vandaag, KENNIS)
    assert termijn is not None
    uiterst = termijn.verlengd or termijn.laatste_dag
    assert termijn.laatste_dag <= uiterst
    assert (termijn.stand is Stand.VOORBIJ) == (vandaag > uiterst) == (termijn.dagen < 0)
    assert (termijn.stand is Stand.VANDAAG) == (vandaag == termijn.laatste_dag)
    assert vandaag + timedelta(days=termijn.dagen) in (termijn.laatste_dag, uiterst)
    assert bereken(regel, begin, vandaag, KENNIS) == termijn


@settings(deadline=None)
@given(DAGEN, st.sampled_from([r for r in SCHUIFT if r.soort == "ouder"]))
def test_een_onzekere_dag_maakt_de_tijd_van_een_ouder_nooit_langer(begin: date, regel: Termijnregel) -> None:
    """Without the decree itself the parent's last day is never after what the law itself gives."""
    termijn = bereken(regel, begin, begin, KENNIS)
    assert termijn is not None
    assert termijn.laatste_dag == laatste_dag(begin, regel) <= laatste_dag(begin, regel, KENNIS.gelijkgesteld)


def test_einde_van_de_kalender() -> None:
    """Past the year 9999 there is no date: said with OverflowError, not a wrong day."""
    for regel in (REGELS["klacht_jaar"], REGELS["gpo"]):
        with pytest.raises(OverflowError):
            laatste_dag(date(9999, 12, 20), regel)


def test_regels_naar_soort_school_en_plaats() -> None:
    """Mbo has its own rules, the Taskforce is Rotterdam's, and with nothing known po and vo count."""
    besluit = "besluit_verwijdering"

    def regels(situatie: Situatie) -> set[str]:
        return {r.id for r in KENNIS.regels if geldt(r, situatie) and besluit in r.begint}

    assert regels(Situatie()) == regels(Situatie(onderwijssoort="vso")) == {"gpo", "bezwaar_bestuur"}
    assert regels(Situatie(onderwijssoort="mbo")) == {"bezwaar_mbo"}
    assert geldt(REGELS["taskforce_tien_weken"], Situatie(gemeente="Rotterdam"))
    assert not geldt(REGELS["taskforce_tien_weken"], Situatie(gemeente="Utrecht"))


def test_alle_termijnen_op_volgorde() -> None:
    dagen = {"besluit_verwijdering": "2026-11-03", "aangemeld": "2026-11-16", "onbekend": "2026-01-01", "besluit": "x"}
    alle = termijnen(Situatie(gebeurtenissen=dagen), dag("2026-11-23"), KENNIS)
    assert [t.regel.id for t in alle] == ["bezwaar_bestuur", "gpo", "aanmelding_besluit"]
    eerst = eerst_open(alle)
    assert eerst is not None and eerst.regel.soort == "ouder"
    assert eerst_open(termijnen(Situatie(gebeurtenissen=dagen), dag("2027-11-23"), KENNIS)) is None
    assert van_gebeurtenis("besluit_tlv", Situatie(), dag("2026-11-23"), KENNIS) == []


def test_situatie_bewaart_de_dagen() -> None:
    """To slots and back, without sharing the dictionary."""
    dagen = {"besluit_tlv": "2026-11-03"}
    situatie = Situatie.uit_slots({"gebeurtenissen": dagen})
    situatie.gebeurtenissen["aangemeld"] = "2026-11-04"
    assert dagen == {"besluit_tlv": "2026-11-03"}
    assert Situatie.uit_slots(situatie.als_slots()) == situatie
    assert Situatie.uit_slots({}).gebeurtenissen == {}

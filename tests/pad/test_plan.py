"""The plan at every stage of the road: the next two steps, with the right contacts, and never one that is done."""

from __future__ import annotations

import json
from datetime import datetime
from itertools import combinations
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from test_brief import SITUATIES

from wegwijzer.huis import houder
from wegwijzer.kennis.model import STAPPEN
from wegwijzer.pad.plan import Plan, maak_plan, plan_als_tekst
from wegwijzer.pad.situatie import Situatie
from wegwijzer.pad.stap import volgende_stap

KENNIS = houder().haal().kennis
NU = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
ALLE = [list(c) for n in range(len(STAPPEN) + 1) for c in combinations(STAPPEN, n)]


def _plan(**situatie: object) -> Plan:
    return maak_plan(Situatie(**situatie), KENNIS, NU)  # type: ignore[arg-type]


@pytest.mark.parametrize("soort", ["po", "vo", "vso", "mbo"])
def test_op_elk_punt_van_de_weg(soort: str) -> None:
    """Whatever was done (64 combinations): no done step offered, the order of the road, two where there are two."""
    for gedaan in ALLE:
        plan = _plan(onderwijssoort=soort, stappen_gedaan=gedaan)
        ids = [s.id for s in plan.stappen]
        over = [s for s in STAPPEN if s not in gedaan and (soort != "mbo" or s != "samenwerkingsverband")]
        assert ids == over[:2]
        assert ids[:1] == [s for s in [volgende_stap(Situatie(onderwijssoort=soort, stappen_gedaan=gedaan)).stap] if s]
        assert len(plan.gedaan) == len(gedaan)
        assert bool(plan.alles_gedaan) == (not over)


@settings(deadline=None)
@given(SITUATIES)
def test_elk_plan_is_te_lezen_en_te_bewaren(situatie: Situatie) -> None:
    """As text without leftovers, as data that JSON can hold; the situation itself stays as it was."""
    voor = situatie.als_slots()
    plan = maak_plan(situatie, KENNIS, NU)
    tekst = plan_als_tekst(plan)
    assert not any(x in tekst for x in ("{", "}", "None", "[]")), tekst
    assert plan.noot in tekst and "computerprogramma" in plan.noot and "23 november 2026" in plan.noot
    assert all(f"– {d}" in tekst for s in plan.stappen for d in s.doe)
    assert json.loads(json.dumps(plan.data(NU)))["gemaakt"] == "2026-11-23"
    assert situatie.als_slots() == voor
    if situatie.zonder_samenwerkingsverband():
        assert not any("samenwerkingsverband" in d for s in plan.stappen for d in s.doe)


@settings(deadline=None)
@given(SITUATIES)
def test_alleen_het_eigen_samenwerkingsverband(situatie: Situatie) -> None:
    """The contact at that step is this region's, or the national way to find it."""
    for stap in maak_plan(situatie, KENNIS, NU).stappen:
        if stap.id != "samenwerkingsverband":
            continue
        eigen = KENNIS.samenwerkingsverbanden.get(situatie.swv or "")
        if eigen is None:
            assert stap.kaarten == () and any("ouderenjeugdsteunpuntopdekaart" in n for n in stap.noten)
        else:
            goed = {c.waarde for c in (*eigen.contact, *(eigen.steunpunt.contact if eigen.steunpunt else ()))}
            assert {c.waarde for k in stap.kaarten for c in k.contact} <= goed
            assert eigen.naam_of_code() in stap.naam


def test_afspraken_van_rotterdam_alleen_daar() -> None:
    rotterdam = {"onderwijssoort": "vo", "plaats": "Rotterdam", "gemeente": "Rotterdam", "weken_thuis": 5}
    assert any("Koersconsulent" in a for a in _plan(**rotterdam, swv="VO2810").afspraken)
    assert _plan(onderwijssoort="vo", plaats="Zwolle", gemeente="Zwolle", weken_thuis=5, swv="VO2305").afspraken == ()


def test_een_advieslijn_staat_er_een_keer() -> None:
    """Where it is the step itself, it is not repeated below."""
    gedaan = ["school", "samenwerkingsverband", "onderwijsconsulent"]
    tekst = plan_als_tekst(_plan(onderwijssoort="vo", stappen_gedaan=gedaan))
    assert tekst.count("Ouders & Onderwijs: bel") == 1
    assert plan_als_tekst(_plan(onderwijssoort="vo")).count("Ouders & Onderwijs: bel") == 1


def test_termijnen_met_dag_en_agenda() -> None:
    plan = _plan(onderwijssoort="vo", gebeurtenissen={"besluit_verwijdering": "2026-11-02"})
    assert "2026-12-14" in {t.datum for t in plan.termijnen}
    assert "14 december 2026" in plan_als_tekst(plan)
    assert plan.agenda is not None and "DTSTART;VALUE=DATE:20261214" in plan.agenda
    assert _plan(onderwijssoort="vo").agenda is None
    verlopen = _plan(onderwijssoort="vo", gebeurtenissen={"besluit_verwijdering": "2020-01-06"})
    assert verlopen.agenda is None and all(t.voorbij for t in verlopen.termijnen)


def test_een_onzekere_deur_zegt_dat() -> None:
    situatie = Situatie(onderwijssoort="vo", plaats="Rotterdam", swv="VO2810", stappen_gedaan=["school"])
    laag = KENNIS.tekst("laag")
    assert laag in plan_als_tekst(maak_plan(situatie, KENNIS, NU, onzeker=True))
    assert laag not in plan_als_tekst(maak_plan(situatie, KENNIS, NU))


def test_eigen_punten_staan_in_het_plan() -> None:
    plan = maak_plan(Situatie(), KENNIS, NU, ["Dit gaat goed: tekenen"])
    assert "– Dit gaat goed: tekenen" in plan_als_tekst(plan)


def test_bronnen_van_wat_erin_staat() -> None:
    plan = _plan(onderwijssoort="vo", plaats="Rotterdam", gemeente="Rotterdam", swv="VO2810", stappen_gedaan=["school"])
    assert len(plan.bronnen) == len(set(plan.bronnen)) >= 3
    assert all(c.bron in plan.bronnen for s in plan.stappen for k in s.kaarten for c in k.contact)

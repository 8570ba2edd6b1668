"""The soak test counts what it should: a turn that is gone, is there twice, or was never answered."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Any

import pytest

from benchmarks.duurproef import Telling, tel
from benchmarks.geheugen import Meter, Monster, levens, per_minuut


def _beurt(sleutel: str, **anders: Any) -> list[dict[str, Any]]:
    basis = {"token": "t", "sleutel": sleutel}
    return [{"wat": "gezegd", **basis}, {"wat": "beantwoord", "bewaard": True, "woorden": True, **basis, **anders}]


REGELS = [*_beurt("a"), *_beurt("b"), {"wat": "later", "status": 503}]


def test_alles_goed() -> None:
    uitslag = tel(REGELS, lambda _: ["a", "b"])
    assert uitslag.goed()
    assert (uitslag.gesprekken, uitslag.gezegd, uitslag.beantwoord, dict(uitslag.later)) == (1, 2, 2, {503: 1})


@pytest.mark.parametrize(
    ("bewaard", "veld"), [(["a"], "verloren"), (["a", "b", "b"], "dubbel"), ([], "verloren"), (["a", "a"], "verloren")]
)
def test_een_beurt_die_weg_of_dubbel_is(bewaard: list[str], veld: str) -> None:
    uitslag = tel(REGELS, lambda _: bewaard)
    assert getattr(uitslag, veld) and not uitslag.goed()


def test_stilte_en_geen_antwoord() -> None:
    assert not tel(_beurt("a", woorden=False), lambda _: ["a"]).goed()
    regels = [*REGELS, {"wat": "onbeantwoord", "token": "t", "sleutel": "c"}]
    assert tel(regels, lambda _: ["a", "b"]).onbeantwoord == 1
    assert not Telling().goed(), "wie niets zei, bewees niets"


def test_wat_niet_bewaard_hoort_te_zijn() -> None:
    assert tel(_beurt("a", bewaard=False), lambda _: []).goed()
    assert tel([*REGELS, {"wat": "gewist", "token": "t"}], lambda _: []).goed()


def _monsters(nummer: int, pid: int, van: int, tot: int, mib: Callable[[int], float]) -> list[Monster]:
    return [Monster(float(t), nummer, pid, mib(t) + 99, mib(t) + 50, mib(t)) for t in range(van, tot, 2)]


def test_groei_en_geen_groei() -> None:
    """The first half of a life does not count: memory is still being filled then."""
    vult = _monsters(0, 1, 0, 600, lambda t: min(300.0, 200 + t) + t % 4)
    lekt = _monsters(1, 2, 0, 600, lambda t: 300 + t / 12 + t % 4)
    plat, groeit = levens(vult + lekt)
    assert plat.oordeel() == "flat" and abs(plat.helling) < 0.3 and abs(plat.laatst - plat.eerst) <= 2
    assert groeit.oordeel() == "grows" and groeit.helling == pytest.approx(5, abs=0.3)
    assert (groeit.eerst, groeit.laatst) == (pytest.approx(325, abs=3), pytest.approx(350, abs=3))


def test_een_werker_die_terugkwam_is_een_nieuw_leven() -> None:
    """Counted as one, the second life would look like memory that was given back, or the first like a leak."""
    eerste, tweede = _monsters(0, 1, 0, 200, lambda t: 400.0), _monsters(0, 7, 240, 600, lambda t: 300.0)
    alle = levens([*tweede, *eerste])
    assert [(leven.pid, leven.eerst, leven.laatst) for leven in alle] == [(1, 400.0, 400.0), (7, 300.0, 300.0)]
    assert all(abs(leven.helling) < 1e-6 and leven.oordeel() == "flat" for leven in alle)
    regels = per_minuut(eerste + tweede)
    assert len(regels) == 10 and "400 (450)" in regels[0] and "300 (350)" in regels[9]
    assert per_minuut(eerste[:20] + _monsters(0, 7, 50, 60, lambda t: 300.0))[0].endswith("*")


def test_te_weinig_of_te_wild_is_geen_oordeel() -> None:
    [kort] = levens(_monsters(0, 1, 0, 8, lambda t: 300.0))
    [wild] = levens(_monsters(0, 1, 0, 60, lambda t: 300.0 + 40 * (t % 6)))
    assert kort.oordeel() == wild.oordeel() == "unclear"


def test_de_meter_wacht_tot_een_werker_dient() -> None:
    dient: set[int] = set()
    with Meter(lambda: [os.getpid(), 2**22 + 1], lambda nummer: nummer in dient, 0.01) as meter:
        time.sleep(0.1)
        assert meter.monsters == []
        dient.update((0, 1))
        einde = time.monotonic() + 60
        while not meter.monsters and time.monotonic() < einde:
            time.sleep(0.01)
    assert {(m.nummer, m.pid) for m in meter.monsters} == {(0, os.getpid())}, "wie er niet meer is, telt niet"
    assert all(m.rss > 1 and m.pss > 1 and 1 < m.eigen <= m.rss for m in meter.monsters)

"""The soak test counts what it should: a turn that is gone, is there twice, or was never answered."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.duurproef import Telling, helling, tel


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


def test_de_helling_van_het_geheugen() -> None:
    assert helling([(t * 6.0, 100.0 + t) for t in range(20)]) == pytest.approx(10.0)
    assert abs(helling([(t * 6.0, 300.0 if t < 5 else 400.0) for t in range(20)])) < 1e-6, "het opstarten telt niet mee"

"""The gate: no figure of understanding falls below its floor (ondergrens.yml), and reports can be compared."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from wegwijzer.evaluatie.getallen import kalibratie, macro_f1
from wegwijzer.evaluatie.verslag import cijfers, lees, maak, verschillen
from wegwijzer.evaluatie.vragen import Uitkomst, meet
from wegwijzer.gesprekspartner import Gesprekspartner

MAP = Path(__file__).parent
GRENZEN: dict[str, dict[str, float]] = yaml.safe_load((MAP / "ondergrens.yml").read_text(encoding="utf-8"))


def _te_laag(uitslag: dict[str, Any], grenzen: dict[str, float]) -> list[str]:
    """What is below its floor (or, for a figure that must stay small, above its ceiling: `hoogstens …`)."""
    gemeten = cijfers(uitslag)
    fouten = []
    for naam, grens in grenzen.items():
        hoogstens = naam.startswith("hoogstens ")
        deel = gemeten[naam.removeprefix("hoogstens ")]["deel"]
        if (deel > grens) if hoogstens else (deel < grens):
            fouten.append(f"{naam}: {deel:.3f}, grens {grens}")
    return fouten


def test_herkenning_van_een_deel_van_de_vragen(steekproef: list[Uitkomst]) -> None:
    assert _te_laag({"vragen": meet(steekproef)}, GRENZEN["steekproef"]) == []


@pytest.mark.lang
def test_alle_cijfers(partner: Gesprekspartner) -> None:
    uitslag = maak(partner, print)
    (MAP.parents[1] / "var").mkdir(exist_ok=True)
    (MAP.parents[1] / "var" / "verslag.json").write_text(json.dumps(uitslag, ensure_ascii=False, indent=1), "utf-8")
    assert _te_laag(uitslag, GRENZEN["alles"]) == []


def test_verschillen_noemt_wat_anders_is(tmp_path: Path) -> None:
    oud = {"vragen": {"topic": {"deel": 0.9, "aantal": 100}, "weg": {"deel": 0.5, "aantal": 4}}}
    nieuw = {"vragen": {"topic": {"deel": 0.85, "aantal": 100}, "bij": {"deel": 0.5, "aantal": 4}}}
    regels = verschillen(oud, nieuw)
    assert any("topic: 0.900 -> 0.850 (-0.050)" in r for r in regels)
    assert any("weg: niet meer gemeten" in r for r in regels) and any("bij: nieuw" in r for r in regels)
    assert verschillen(oud, oud) == []
    pad = tmp_path / "verslag.json"
    pad.write_text(json.dumps(oud), encoding="utf-8")
    assert lees(pad) == oud
    pad.write_text("[]", encoding="utf-8")
    with pytest.raises(ValueError, match="geen eerder verslag"):
        lees(pad)


def test_macro_f1_telt_elk_onderwerp_even_zwaar() -> None:
    paren = [("a", "a")] * 98 + [("b", "a")] * 2
    assert macro_f1(paren)["deel"] == pytest.approx((2 * 98 / 198) / 2, abs=1e-3)
    assert macro_f1([("a", "a"), ("b", "b")])["deel"] == 1


def test_kalibratie_van_wie_te_zeker_is() -> None:
    assert kalibratie([(0.95, True)] * 19 + [(0.95, False)])["fout"] == pytest.approx(0.0, abs=1e-6)
    assert kalibratie([(1.0, False)] * 10)["fout"] == 1

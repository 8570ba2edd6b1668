"""`wegwijzer ask --json --batch`: the contract of tests/contract, on the trained assistant."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from wegwijzer.batch import antwoorden
from wegwijzer.gesprekspartner import Gesprekspartner
from wegwijzer.huis import projectmap

CONTRACT = Path(__file__).parent / "contract"
NU = "2026-11-22T21:00:00+01:00"
ROTTERDAM = [
    "Mijn zoon van 14 zit al vijf weken thuis, hij zit op een middelbare school in Rotterdam",
    "ik heb al twee keer met school gepraat, dat hielp niet",
]


def _schema(naam: str) -> Any:
    return json.loads((CONTRACT / f"ask-{naam}.schema.json").read_text(encoding="utf-8"))


def _regel(**velden: Any) -> str:
    return json.dumps(velden, ensure_ascii=False)


def _keur(resultaat: dict[str, Any]) -> None:
    jsonschema.Draft7Validator(_schema("output")).validate(resultaat)


def test_een_gesprek_volgt_het_contract(partner: Gesprekspartner) -> None:
    invoer = {"id": "r", "turns": ROTTERDAM, "now": NU}
    jsonschema.Draft7Validator(_schema("input")).validate(invoer)
    [uit] = antwoorden([_regel(**invoer)], partner)
    _keur(uit)
    assert [len(uit["turns"]), uit["id"]] == [2, "r"]
    assert uit["turns"][-1]["slots"]["swv"] == "VO2810"
    for beurt in uit["turns"]:
        kansen = [k["confidence"] for k in beurt["ranking"]]
        assert kansen == sorted(kansen, reverse=True)
        assert len(kansen) == 3
        for vondst in beurt["entities"]:
            assert 0 <= vondst["start"] < vondst["end"] <= len(beurt["text"])


@pytest.mark.parametrize(
    "fout",
    [
        "geen json",
        "[1, 2]",
        '"tekst"',
        b"\xff\xfe kapot",
        '{"id": "zonder beurten"}',
        '{"id": "leeg", "turns": []}',
        '{"id": "getal", "turns": [1]}',
        '{"id": "tekst", "turns": "hallo"}',
        '{"id": "tijd", "turns": ["hallo"], "now": "gisteren"}',
        '{"id": "tijd2", "turns": ["hallo"], "now": 5}',
        '{"id": "diep", "turns": ' + "[" * 5000,
    ],
    ids=lambda fout: repr(fout)[:40],
)
def test_een_foute_regel_houdt_niets_op(fout: str | bytes, partner: Gesprekspartner) -> None:
    uit = list(antwoorden([_regel(id="a", turns=["hallo"]), fout, "", _regel(id="b", turns=["hallo"])], partner))
    assert [set(regel) for regel in uit] == [{"id", "turns"}, {"id", "error"}, {"id", "turns"}]
    assert (uit[0]["id"], uit[2]["id"]) == ("a", "b")
    assert isinstance(uit[1]["error"], str)
    _keur(uit[1])


def test_gesprekken_weten_niets_van_elkaar(partner: Gesprekspartner) -> None:
    regels = [_regel(id="x", turns=[ROTTERDAM[0]]), _regel(id="x", turns=["hallo"])]
    eerste, tweede = antwoorden(regels, partner)
    assert eerste["turns"][0]["slots"]["leeftijd"] == 14
    assert not any(waarde for naam, waarde in tweede["turns"][0]["slots"].items() if naam != "onderwerp")


@pytest.mark.parametrize(
    ("nu", "weken"),
    [
        (NU, 3),
        ("2026-11-22T20:00:00Z", 3),
        ("2026-11-22t20:00:00.5z", 3),
        ("2026-11-10T09:00:00", 1),
        ("2026-11-29T09:00:00+01:00", 4),
    ],
)
def test_de_klok_van_de_regel_telt(nu: str, weken: int, partner: Gesprekspartner) -> None:
    [uit] = antwoorden([_regel(id="k", now=nu, turns=["mijn kind zit sinds 1 november thuis"])], partner)
    assert uit["turns"][0]["slots"]["weken_thuis"] == weken


def test_van_buiten_komt_alleen_json(partner: Gesprekspartner, tmp_path: Path) -> None:
    """In a process of its own, as a program would call it; `partner` is named so that the model is there."""
    bestand = tmp_path / "gesprekken.jsonl"
    regels = [
        _regel(id="1", turns=ROTTERDAM, now=NU).encode(),
        b"\xff",
        b"",
        b"{}",
        _regel(id="2", turns=["hé"]).encode(),
    ]
    bestand.write_bytes(b"\n".join(regels))
    klaar = subprocess.run(
        [sys.executable, "-m", "wegwijzer.cli", "ask", "--json", "--batch", str(bestand)],
        cwd=projectmap(),
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        timeout=900,
    )
    assert klaar.returncode == 0, klaar.stderr.decode()[-2000:]
    uit = [json.loads(regel) for regel in klaar.stdout.decode("utf-8").splitlines()]
    assert [regel["id"] for regel in uit] == ["1", "regel-2", "regel-4", "2"]
    assert ["error" in regel for regel in uit] == [False, True, True, False]
    assert uit[3]["turns"][0]["text"] == "hé"
    for regel in uit:
        _keur(regel)

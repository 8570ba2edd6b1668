"""The topics that the contract fixes, and the questions that measure them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from onderwerpen_contract import ONDERWERPEN

from wegwijzer.kennis.dubbel import kaal
from wegwijzer.kennis.model import Kennis

PROJECT = Path(__file__).parents[2]
VRAGEN = PROJECT / "tests" / "vragen"


@pytest.fixture(scope="module")
def toetsvragen() -> dict[str, list[str]]:
    """Topic → the questions it is measured with."""
    gelezen = {
        pad: yaml.load(pad.read_text(encoding="utf-8"), yaml.CSafeLoader) for pad in sorted(VRAGEN.glob("*.yml"))
    }
    assert {pad.stem for pad in gelezen} == {inhoud["id"] for inhoud in gelezen.values()}
    return {inhoud["id"]: [str(v["tekst"]) for v in inhoud["vragen"]] for inhoud in gelezen.values()}


def test_alle_onderwerpen_van_het_contract_bestaan(kennis: Kennis) -> None:
    """None renamed, merged or dropped; more may be added."""
    assert len(ONDERWERPEN) == 124
    assert ONDERWERPEN - set(kennis.onderwerpen) == set()


def test_elk_onderwerp_wordt_gemeten(kennis: Kennis, toetsvragen: dict[str, list[str]]) -> None:
    """A file for every topic, with at least ten questions."""
    assert set(toetsvragen) == set(kennis.onderwerpen)
    assert {n: len(v) for n, v in toetsvragen.items() if len(v) < 10} == {}


def test_geen_toetsvraag_is_een_voorbeeldvraag(kennis: Kennis, toetsvragen: dict[str, list[str]]) -> None:
    """What was trained on measures nothing."""
    geleerd = {kaal(v): o.id for o in kennis.onderwerpen.values() for v in o.vragen}
    fout = [
        f"{naam}: {v} (geleerd bij {geleerd[kaal(v)]})"
        for naam, vragen in toetsvragen.items()
        for v in vragen
        if kaal(v) and kaal(v) in geleerd
    ]
    assert fout == []


def test_geen_toetsvraag_hoort_bij_twee_onderwerpen(toetsvragen: dict[str, list[str]]) -> None:
    """A question can have one right answer only."""
    waar: dict[str, list[str]] = {}
    for naam, vragen in toetsvragen.items():
        for vraag in vragen:
            waar.setdefault(kaal(vraag), []).append(naam)
    assert {v: n for v, n in waar.items() if len(n) > 1} == {}

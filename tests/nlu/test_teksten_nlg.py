"""Texts come from knowledge/teksten.yml through Rasa's NLG hook: changed words need no training."""

from __future__ import annotations

import asyncio
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

import actions.beurt
from wegwijzer.gesprekspartner import Gesprekspartner
from wegwijzer.huis import houder, kennismap
from wegwijzer.nlu.noodtekst import noodtekst
from wegwijzer.nlu.teksten import TekstenNLG


@pytest.fixture
def eigen_kennis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the knowledge that serves during this test."""
    map_ = tmp_path / "knowledge"
    shutil.copytree(kennismap(), map_)
    monkeypatch.setenv("WEGWIJZER_KENNIS", str(map_))
    return map_


def _zeg_voortaan(map_: Path, sleutel: str, tekst: str) -> None:
    pad = map_ / "teksten.yml"
    nieuw, aantal = re.subn(rf"(?m)^{sleutel}: .*$", f'{sleutel}: "{tekst}"', pad.read_text(encoding="utf-8"))
    assert aantal == 1
    pad.write_text(nieuw, encoding="utf-8")


def test_een_gewijzigde_tekst_wordt_gezegd(
    eigen_kennis: Path, partner: Gesprekspartner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kapot(*_: Any) -> Any:
        raise RuntimeError

    gesprek = partner.begin()
    partner.zeg(gesprek, "hallo")
    _zeg_voortaan(eigen_kennis, "storing", "Even een zijsprong: bel {tel:ouders_en_onderwijs}.")
    assert houder().ververs()
    monkeypatch.setattr(actions.beurt, "beurt", kapot)
    tekst = partner.zeg(gesprek, "wat is een opp")["replies"][0]["text"]
    assert re.fullmatch(r"Even een zijsprong: bel 0[\d -]{9,12}\.", tekst)


def test_een_onbekende_tekst_wordt_excuses() -> None:
    antwoord = asyncio.new_event_loop().run_until_complete(TekstenNLG().generate("utter_bestaat_niet", None, "rest"))
    assert antwoord == {"text": noodtekst()}


def test_zonder_kennis_zijn_er_nog_woorden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEGWIJZER_KENNIS", str(tmp_path / "nergens"))
    assert noodtekst().strip()
    assert not re.search(r"\d", noodtekst())

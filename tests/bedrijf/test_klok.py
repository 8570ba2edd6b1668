"""The clock jumps, forward or back, between or in turns: nobody waits for long, and nothing happens twice."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from wegwijzer.kanaal.emmers import Emmers
from wegwijzer.opslag.gesprekken import GesprekkenOpslag, open_opslag
from wegwijzer.opslag.sessies import BEURTDUUR, Begin, Sessies

UUR = 3600.0


@pytest.fixture
def opslag(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GesprekkenOpslag:
    monkeypatch.setenv("WEGWIJZER_DB", str(tmp_path / "gesprekken.db"))
    return open_opslag()


def test_terug_terwijl_een_werker_in_een_beurt_sterft(opslag: GesprekkenOpslag) -> None:
    sessies, nu = Sessies(opslag), time.time()
    van = sessies.vind(sessies.maak(nu))
    assert van is not None
    assert sessies.begin(van, "sleutel-1", nu) is Begin.NIEUW
    assert sessies.begin(van, "sleutel-1", nu - 1) is Begin.BEZET, "een klein verschil tussen machines telt niet"
    assert sessies.begin(van, "sleutel-1", nu - UUR) is Begin.NIEUW


def test_vooruit_en_terug_tussen_beurten(opslag: GesprekkenOpslag) -> None:
    sessies, nu = Sessies(opslag), time.time()
    van = sessies.vind(sessies.maak(nu))
    assert van is not None
    for n, sprong in enumerate((0.0, UUR, -UUR, 2 * UUR, -5.0)):
        assert sessies.begin(van, f"sleutel-{n}", nu + sprong) is Begin.NIEUW
        sessies.eind(van, f"sleutel-{n}")


def test_een_dode_werker_houdt_een_gesprek_niet_lang_vast(opslag: GesprekkenOpslag) -> None:
    sessies, nu = Sessies(opslag), time.time()
    van = sessies.vind(sessies.maak(nu))
    assert van is not None
    assert sessies.begin(van, "sleutel-1", nu) is Begin.NIEUW
    assert sessies.begin(van, "sleutel-2", nu + BEURTDUUR - 1) is Begin.BEZET
    assert sessies.begin(van, "sleutel-2", nu + BEURTDUUR + 1) is Begin.NIEUW
    assert BEURTDUUR <= 20


def test_snelheidsgrenzen_met_een_klok_die_teruggaat() -> None:
    emmers = Emmers(2, 60)
    assert emmers.neem("een", 1000.0) == 0 and emmers.neem("een", 10.0) == 0
    assert 0 < emmers.neem("een", 5.0) <= 60

"""The off switch is a file that every worker sees soon, and that cannot be misread as "on"."""

from __future__ import annotations

from pathlib import Path

import pytest

from wegwijzer.bedrijf import schakelaar as module
from wegwijzer.bedrijf.schakelaar import KIJK, Schakelaar
from wegwijzer.cli import main


class Klok:
    """Seconds that only go on when told."""

    def __init__(self) -> None:
        self.nu = 100.0

    def __call__(self) -> float:
        return self.nu


def test_een_andere_werker_ziet_het_binnen_twee_seconden(tmp_path: Path) -> None:
    klok = Klok()
    een, ander = Schakelaar(tmp_path / "var" / "uit.json"), Schakelaar(tmp_path / "var" / "uit.json", klok)
    assert KIJK < 2
    assert not ander.is_uit
    een.zet_uit("verkeerd nummer")
    assert een.is_uit
    klok.nu += KIJK
    assert ander.is_uit
    lees = ander.lees()
    assert lees is not None and lees.reden == "verkeerd nummer" and lees.sinds > 0
    assert een.zet_aan() and not een.zet_aan()
    assert not een.is_uit and een.lees() is None
    klok.nu += KIJK
    assert not ander.is_uit


def test_tussendoor_wordt_niet_steeds_gekeken(tmp_path: Path) -> None:
    klok = Klok()
    schakelaar = Schakelaar(tmp_path / "uit.json", klok)
    assert not schakelaar.is_uit
    (tmp_path / "uit.json").touch()
    klok.nu += KIJK / 2
    assert not schakelaar.is_uit


@pytest.mark.parametrize("inhoud", ["", "{", "[]", '{"reden": 1}', '{"reden": "x", "sinds": "gisteren"}'])
def test_een_beschadigd_bestand_is_uit(inhoud: str, tmp_path: Path) -> None:
    (tmp_path / "uit.json").write_text(inhoud, encoding="utf-8")
    schakelaar = Schakelaar(tmp_path / "uit.json")
    assert schakelaar.is_uit and schakelaar.lees() is not None


def test_wat_niet_te_zien_is_is_uit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def mag_niet(*_: object, **__: object) -> None:
        raise PermissionError

    schakelaar = Schakelaar(tmp_path / "uit.json")
    monkeypatch.setattr(Path, "stat", mag_niet)
    assert schakelaar.is_uit


def test_met_de_opdracht(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(module, "bestand", lambda: tmp_path / "var" / "uit.json")
    assert main(["uit", "de database lekt"]) == 0
    assert module.schakelaar().is_uit
    assert main(["aan"]) == 0
    assert "de database lekt" in capsys.readouterr().err
    assert not module.schakelaar().is_uit
    assert main(["aan"]) == 0
    assert "stond al aan" in capsys.readouterr().err

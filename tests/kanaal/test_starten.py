"""`wegwijzer start` says what is wrong, at once, and ends with exit code 1."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from wegwijzer import model, server
from wegwijzer.gesprekspartner import Gesprekspartner
from wegwijzer.huis import projectmap


def test_een_poort_die_bezet_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "train", lambda *_: pytest.fail("er werd geladen voordat de poort vrij bleek"))
    gezegd: list[str] = []
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", 0))
        bezet.listen()
        assert server.start("127.0.0.1", bezet.getsockname()[1], gezegd.append) == 1
    assert len(gezegd) == 1
    assert "PORT=" in gezegd[0]


@pytest.mark.parametrize(("adres", "poort"), [("127.0.0.1", 99_999), ("256.0.0.1", 0), ("niet.een.adres.invalid", 0)])
def test_een_adres_dat_niet_kan(adres: str, poort: int) -> None:
    gezegd: list[str] = []
    assert server.start(adres, poort, gezegd.append) == 1
    assert str(poort) in gezegd[0]


def test_stukke_kennis_bij_de_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEGWIJZER_KENNIS", str(tmp_path / "nergens"))
    gezegd: list[str] = []
    assert server.start("127.0.0.1", 0, gezegd.append) == 1
    assert "nergens" in "\n".join(gezegd)


@pytest.mark.parametrize("schade", ["weg", "leeg", "half", "geen tar"])
def test_een_beschadigd_model_wordt_opgemerkt(schade: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then it is trained anew, instead of failing to load."""
    monkeypatch.setattr(model, "map_", lambda: tmp_path)
    monkeypatch.setattr(model, "vingerafdruk", lambda: "afdruk")
    pad = tmp_path / "wegwijzer.tar.gz"
    los = tmp_path / "los"
    los.write_bytes(os.urandom(200_000))
    with tarfile.open(pad, "w:gz") as bundel:
        bundel.add(los, "los")
    (tmp_path / model.VINGERAFDRUK).write_text('{"model": "wegwijzer.tar.gz", "vingerafdruk": "afdruk"}')
    assert model.huidig() == pad
    inhoud = pad.read_bytes()
    if schade == "weg":
        pad.unlink()
    else:
        pad.write_bytes({"leeg": b"", "half": inhoud[: len(inhoud) // 2], "geen tar": b"x" * 5000}[schade])
    assert model.huidig() is None


@pytest.mark.lang
def test_een_model_dat_niet_laadt(tmp_path: Path) -> None:
    """A whole archive that holds no model: the fingerprint fits, Rasa cannot load it."""
    for naam in (
        "config.yml",
        "domain.yml",
        "data",
        "endpoints.yml",
        "credentials.yml",
        "wegwijzer",
        "knowledge",
        ".cache",
    ):
        (tmp_path / naam).symlink_to(projectmap() / naam)
    (tmp_path / "models").mkdir()
    with tarfile.open(tmp_path / "models" / "wegwijzer.tar.gz", "w:gz") as bundel:
        bundel.add(projectmap() / "domain.yml", "domain.yml")
    (tmp_path / "models" / model.VINGERAFDRUK).write_text(
        f'{{"model": "wegwijzer.tar.gz", "vingerafdruk": "{model.vingerafdruk()}"}}'
    )
    klaar = subprocess.run(
        [sys.executable, "-m", "wegwijzer.cli", "start", "--poort", "0"],
        cwd=projectmap(),
        env={**os.environ, "WEGWIJZER_MAP": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert klaar.returncode == 1
    assert "models" in klaar.stderr


STUK = """
import rasa.core.agent
from wegwijzer.cli import main
async def stuk(*_): raise RuntimeError("woorden van een ouder")
rasa.core.agent.Agent.parse_message = stuk
raise SystemExit(main(["start", "--poort", "0"]))
"""


def test_een_assistent_die_niets_kan_lezen(partner: Gesprekspartner, tmp_path: Path) -> None:
    """It stops, so that whoever starts workers sees it and tries again; a process that hangs helps nobody."""
    klaar = subprocess.run(
        [sys.executable, "-c", STUK],
        cwd=projectmap(),
        env={**os.environ, "WEGWIJZER_DB": str(tmp_path / "g.db"), "WEGWIJZER_ZONDER_TRAINEN": "1"},
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert klaar.returncode == 1
    assert "kan niets lezen (RuntimeError" in klaar.stderr and "woorden van een ouder" not in klaar.stderr

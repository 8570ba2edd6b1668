"""`wegwijzer check --kijk`: says after each save what is wrong, and reads only what was saved."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from breuken import alle

from wegwijzer.kennis import laad
from wegwijzer.kennis.geheugen import Geheugen
from wegwijzer.kennis.kijker import GETOOND, Kijker


def _vervang(pad: Path, oud: str, nieuw: str) -> None:
    tekst = pad.read_text(encoding="utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw), encoding="utf-8")


@pytest.fixture
def gelezen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read, in order."""
    namen: list[str] = []
    echt = laad.keur

    def keur(map_: Path, naam: str, soort: str) -> laad.Gekeurd:
        namen.append(naam)
        return echt(map_, naam, soort)

    monkeypatch.setattr(laad, "keur", keur)
    return namen


def test_alleen_na_een_wijziging(proef: Path, gelezen: list[str]) -> None:
    """First all is read and said; without a save nothing; after one save that file only."""
    gezegd: list[str] = []
    kijker = Kijker(proef, gezegd.append)
    assert kijker.kijk() and len(gelezen) == len(laad.bestanden(proef))
    assert not kijker.kijk() and len(gezegd) == 1
    gelezen.clear()
    _vervang(proef / "onderwerpen" / "pesten.yml", "om een gesprek.", "om hulp.")
    assert kijker.kijk() and gelezen == ["onderwerpen/pesten.yml"]
    assert "onderwerpen/pesten.yml gewijzigd: alles in orde" in gezegd[1]
    assert not kijker.kijk() and len(gezegd) == 2


def test_fout_en_herstel(proef: Path) -> None:
    """A fault is told as `wegwijzer check` tells it; the repair is told too."""
    gezegd: list[str] = []
    kijker = Kijker(proef, gezegd.append)
    kijker.kijk()
    pad = proef / "organisaties" / "advieslijn.yml"
    _vervang(pad, "010-000 00 00", "010 0000000")
    kijker.kijk()
    [melding] = laad.controleer(proef)[1]
    assert "1 fout. Een draaiende assistent houdt de vorige goede versie." in gezegd[-1]
    assert gezegd[-1].splitlines()[1:] == [f"  {melding}"]
    _vervang(pad, "010 0000000", "010-000 00 00")
    kijker.kijk()
    assert "advieslijn.yml gewijzigd: alles in orde" in gezegd[-1]


def test_heel_veel_fouten(proef: Path) -> None:
    """One slip can give hundreds of messages; the first are enough to begin with."""
    gezegd: list[str] = []
    pad = proef / "onderwerpen" / "pesten.yml"
    pad.write_text(pad.read_text(encoding="utf-8") + "".join(f"veld{n}: x\n" for n in range(50)), encoding="utf-8")
    Kijker(proef, gezegd.append).kijk()
    regels = gezegd[0].splitlines()
    assert "50 fouten" in regels[0] and len(regels) == 1 + GETOOND + 1
    assert f"nog {50 - GETOOND}" in regels[-1]


def test_fout_in_ander_bestand(proef: Path, gelezen: list[str]) -> None:
    """What two files are wrong about together is found though only one was read."""
    gezegd: list[str] = []
    kijker = Kijker(proef, gezegd.append)
    kijker.kijk()
    gelezen.clear()
    (proef / "onderwerpen" / "plek.yml").unlink()
    kijker.kijk()
    assert gelezen == []
    assert "onderwerpen/plek.yml gewijzigd" in gezegd[-1] and "onderwerpen/pesten.yml:" in gezegd[-1]


def test_plaatsbestand(proef: Path) -> None:
    """The place files are watched too."""
    gezegd: list[str] = []
    kijker = Kijker(proef, gezegd.append)
    kijker.kijk()
    _vervang(proef / "geografie" / "postcodes.csv", "8011,Zwolle", "8011,Zwol")
    assert kijker.kijk()
    assert "geografie/postcodes.csv:" in gezegd[-1]


def test_opgeslagen_tijdens_het_lezen(proef: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a file is not told: saved again while it was read, it is read again first."""
    gezegd: list[str] = []
    kijker = Kijker(proef, gezegd.append)
    kijker.kijk()
    pad = proef / "onderwerpen" / "pesten.yml"
    heel = pad.read_text(encoding="utf-8")
    echt = laad.keur

    def keur(map_: Path, naam: str, soort: str) -> laad.Gekeurd:
        gekeurd = echt(map_, naam, soort)
        if pad.read_text(encoding="utf-8") != heel:
            pad.write_text(heel, encoding="utf-8")
        return gekeurd

    monkeypatch.setattr(laad, "keur", keur)
    pad.write_text(heel[:40], encoding="utf-8")
    assert kijker.kijk()
    assert len(gezegd) == 2 and "alles in orde" in gezegd[1]


@pytest.mark.parametrize("breuk", alle()[::6], ids=lambda b: b.naam)
def test_geheugen_zegt_hetzelfde(breuk: object, proef: Path) -> None:
    """With files remembered from before, the messages are those of a whole check."""
    geheugen = Geheugen()
    assert laad.controleer(proef, geheugen.keur)[1] == []
    breuk.pas_toe(proef)  # type: ignore[attr-defined]
    assert laad.controleer(proef, geheugen.keur)[1] == laad.controleer(proef)[1] != []


def test_stop(proef: Path) -> None:
    """`stop` ends the loop."""
    eerste = threading.Event()
    kijker = Kijker(proef, lambda tekst: eerste.set())
    draad = threading.Thread(target=kijker.draai, daemon=True)
    draad.start()
    assert eerste.wait(60)
    kijker.stop()
    draad.join(60)
    assert not draad.is_alive()


def test_ctrl_c_stopt_rustig(proef: Path, tmp_path: Path) -> None:
    """The command says that it stops, without a traceback, with exit code 0."""
    werk = shutil.copytree(proef, tmp_path / "kopie")
    opdracht = [sys.executable, "-m", "wegwijzer.cli", "check", "--kijk", str(werk)]
    proces = subprocess.Popen(
        opdracht,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        # Who runs the tests in the background of a shell has them ignore Ctrl-C, and hands that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        assert proces.stdout is not None
        assert "alles in orde" in proces.stdout.readline()
        assert "Ctrl-C" in proces.stdout.readline()
        proces.send_signal(signal.SIGINT)
        uit, fout = proces.communicate(timeout=300)
    finally:
        proces.kill()
    assert proces.returncode == 0
    assert "Gestopt" in uit and "Traceback" not in fout

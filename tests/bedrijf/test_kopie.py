"""Back-up and restore of the SQLite file; of PostgreSQL: test_postgres.py."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from wegwijzer.bedrijf import kopie
from wegwijzer.cli import main
from wegwijzer.opslag.gesprekken import open_opslag
from wegwijzer.opslag.sessies import Sessie, Sessies
from wegwijzer.opslag.tabellen import GEWIST
from wegwijzer.opslag.wissen import wis

Zeg = Callable[..., None]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    pad = tmp_path / "data" / "gesprekken.db"
    monkeypatch.setenv("WEGWIJZER_DB", str(pad))
    return pad


def _zeg(opslag: Any, gesprek: str, tijd: float, tekst: str = "hallo") -> None:
    with opslag.session_scope() as sessie:
        data = json.dumps({"event": "user", "text": tekst})
        sessie.add(opslag.SQLEvent(sender_id=gesprek, type_name="user", timestamp=tijd, data=data))
        sessie.commit()


def _gesprekken(pad: Path) -> dict[str, int]:
    with sqlite3.connect(pad) as verbinding:
        return dict(verbinding.execute("SELECT sender_id, count(*) FROM events GROUP BY sender_id"))


def _sessie(opslag: Any, nu: float) -> tuple[Sessies, Sessie]:
    sessies = Sessies(opslag)
    gevonden = sessies.vind(sessies.maak(nu))
    assert gevonden is not None
    return sessies, gevonden


def test_een_kopie_terwijl_de_server_draait(database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    opslag = open_opslag()
    _zeg(opslag, "een", time.time())
    assert main(["backup", str(tmp_path / "kopie.db")]) == 0
    assert capsys.readouterr().out.strip() == str(tmp_path / "kopie.db")
    assert stat.S_IMODE((tmp_path / "kopie.db").stat().st_mode) == 0o600
    assert _gesprekken(tmp_path / "kopie.db") == {"een": 1}
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []
    opslag.sluit()


def test_nooit_overschrijven(database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    open_opslag().sluit()
    doel = tmp_path / "kopie.db"
    doel.write_text("iets van een ander")
    assert main(["backup", str(doel)]) == 1
    assert doel.read_text() == "iets van een ander" and "nooit overschreven" in capsys.readouterr().err


def test_zonder_database_geen_kopie(database: Path, tmp_path: Path) -> None:
    assert main(["backup", str(tmp_path / "kopie.db")]) == 1
    assert not (tmp_path / "kopie.db").exists() and not database.exists()


def test_oude_kopieen_gaan_weg(database: Path, tmp_path: Path) -> None:
    open_opslag().sluit()
    map_ = tmp_path / "kopieen"
    map_.mkdir()
    oud, jong, ander = map_ / "wegwijzer-oud.db", map_ / "wegwijzer-jong.db", map_ / "notities.txt"
    for pad, dagen in ((oud, 8.0), (jong, 6.0), (ander, 99.0)):
        pad.touch()
        os.utime(pad, (time.time() - dagen * 86_400,) * 2)
    assert main(["backup", str(map_), "--bewaar", "7"]) == 0
    namen = {p.name for p in map_.iterdir()}
    assert oud.name not in namen and {jong.name, ander.name} <= namen and len(namen) == 3
    assert main(["backup", str(map_), "--bewaar", "29"]) == 1
    assert main(["backup", str(tmp_path / "los.db"), "--bewaar", "7"]) == 1


def test_wat_gewist_is_blijft_gewist(database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Wiped by a button, wiped by typing, and older than the term: none of them comes back."""
    nu = time.time()
    opslag = open_opslag()
    sessies, knop = _sessie(opslag, nu)
    _, getypt = _sessie(opslag, nu)
    for gesprek, tijd in ((knop.gesprek, nu), (getypt.gesprek, nu), ("blijft", nu), ("oud", nu - 40 * 86_400)):
        _zeg(opslag, gesprek, tijd, "wat een ouder schreef")
    assert main(["backup", str(tmp_path / "kopie.db")]) == 0
    sessies.verwijder(knop)
    wis(opslag, getypt.gesprek)
    _zeg(opslag, "later", nu)
    opslag.sluit()
    assert main(["restore", str(tmp_path / "kopie.db")]) == 0
    assert "Opnieuw gewist: 2" in capsys.readouterr().err
    assert _gesprekken(database) == {"blijft": 1}
    assert stat.S_IMODE(database.stat().st_mode) == 0o600
    opslag = open_opslag()
    assert Sessies(opslag).vind("x" * 43) is None
    with opslag.session_scope() as sessie:
        rijen = sessie.execute(sa.select(GEWIST.c.id)).all()
    assert len(rijen) == 2 and knop.gesprek not in str(rijen)
    opslag.sluit()


def test_wie_na_het_wissen_verder_sprak_houdt_dat(database: Path, tmp_path: Path) -> None:
    nu = time.time()
    opslag = open_opslag()
    _, van = _sessie(opslag, nu)
    _zeg(opslag, van.gesprek, nu - 100, "weg ermee")
    wis(opslag, van.gesprek)
    _zeg(opslag, van.gesprek, nu + 100, "een nieuw begin")
    assert main(["backup", str(tmp_path / "kopie.db")]) == 0
    opslag.sluit()
    assert main(["restore", str(tmp_path / "kopie.db")]) == 0
    assert _gesprekken(database) == {van.gesprek: 1}


def test_niet_terug_terwijl_de_server_draait(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opslag = open_opslag()
    _zeg(opslag, "een", time.time())
    kopie.maak(tmp_path / "kopie.db")
    _zeg(opslag, "twee", time.time())
    assert main(["restore", str(tmp_path / "kopie.db")]) == 1
    assert "Stop eerst elke werker" in capsys.readouterr().err
    assert set(_gesprekken(database)) == {"een", "twee"}
    opslag.sluit()


@pytest.mark.parametrize("inhoud", [b"", b"geen database", b"SQLite format 3\x00" + b"x" * 4096])
def test_een_beschadigde_kopie_verandert_niets(inhoud: bytes, database: Path, tmp_path: Path) -> None:
    opslag = open_opslag()
    _zeg(opslag, "een", time.time())
    opslag.sluit()
    (tmp_path / "kopie.db").write_bytes(inhoud)
    assert main(["restore", str(tmp_path / "kopie.db")]) == 1
    assert main(["restore", str(tmp_path / "is_er_niet.db")]) == 1
    assert _gesprekken(database) == {"een": 1}


def test_als_de_database_weg_is_telt_de_wislijst(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nu = time.time()
    opslag = open_opslag()
    sessies, van = _sessie(opslag, nu)
    _zeg(opslag, van.gesprek, nu)
    _zeg(opslag, "blijft", nu)
    kopie.maak(tmp_path / "kopie.db")
    sessies.verwijder(van)
    assert main(["wislijst", "--uit", str(tmp_path / "wislijst.json")]) == 0
    assert van.gesprek not in (tmp_path / "wislijst.json").read_text()
    opslag.sluit()
    for pad in database.parent.iterdir():
        pad.unlink()
    assert main(["restore", str(tmp_path / "kopie.db")]) == 1
    assert "--wislijst" in capsys.readouterr().err and not database.exists()
    assert main(["restore", str(tmp_path / "kopie.db"), "--wislijst", str(tmp_path / "kopie.db")]) == 1
    assert main(["restore", str(tmp_path / "kopie.db"), "--wislijst", str(tmp_path / "wislijst.json")]) == 0
    assert _gesprekken(database) == {"blijft": 1}
    database.unlink()
    assert main(["restore", str(tmp_path / "kopie.db"), "--zonder-wislijst"]) == 0
    assert set(_gesprekken(database)) == {"blijft", van.gesprek}

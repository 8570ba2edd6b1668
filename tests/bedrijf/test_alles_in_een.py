"""`wegwijzer backup --alles`: one file from which a machine that lost everything has everything again."""

from __future__ import annotations

import io
import json
import shutil
import stat
import tarfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from stapel import programma

from wegwijzer.cli import main
from wegwijzer.huis import projectmap
from wegwijzer.opslag import accounts, handelingen, oordelen, open_vragen
from wegwijzer.opslag.gesprekken import open_opslag
from wegwijzer.opslag.rollen import Rol
from wegwijzer.opslag.wissen import wis
from wegwijzer.uitgaven import Uitgaven

TOPIC = "onderwerpen/pesten.yml"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine: its folder of knowledge, and two versions of it that parents were told from."""
    map_ = tmp_path / "machine"
    (map_ / "knowledge" / "onderwerpen").mkdir(parents=True)
    shutil.copy(projectmap() / "endpoints.yml", map_)
    monkeypatch.setenv("WEGWIJZER_MAP", str(map_))
    monkeypatch.setenv("WEGWIJZER_DB", str(map_ / "var" / "gesprekken.db"))
    uitgaven = Uitgaven(map_ / "var" / "uitgaven")
    (map_ / "var" / "uitgaven").mkdir(parents=True)
    for tekst in ("eerst", "daarna"):
        (map_ / "knowledge" / TOPIC).write_text(tekst)
        with uitgaven.kopie(map_ / "knowledge") as concept:
            uitgaven.geef_uit(concept, b"een herkenner")
    (map_ / "knowledge" / TOPIC).write_text("nog niet uitgegeven")
    return map_


def _vul() -> None:
    """One of everything that we store."""
    opslag, nu = open_opslag(), time.time()
    accounts.maak(opslag, "Redactie Een", Rol.REDACTEUR, "hash", nu)
    oordelen.voeg_toe(opslag, oordelen.Oordeel("fout", "Klopt dit nummer?", "pesten", wie="Redactie Een"), nu)
    handelingen.noteer(opslag, "Redactie Een", "oordeel gegeven", "1", nu)
    with opslag.session_scope() as sessie:
        for gesprek in ("blijft", "gewist"):
            data = json.dumps({"event": "user", "text": "mijn kind zit thuis"})
            sessie.add(opslag.SQLEvent(sender_id=gesprek, type_name="user", timestamp=nu, data=data))
            sessie.flush()
            open_vragen.voeg_toe_in(sessie, gesprek, f"vraag van {gesprek}", "onduidelijk", "pesten", nu)
        sessie.commit()
    opslag.sluit()


def _lees() -> dict[str, Any]:
    opslag = open_opslag()
    with opslag.session_scope() as sessie:
        gesprekken = sorted(naam for (naam,) in sessie.query(opslag.SQLEvent.sender_id).distinct())
    uit = {
        "accounts": [(a.naam, a.rol, a.wachtwoord) for a in accounts.lijst(opslag)],
        "oordelen": [(o.oordeel, o.vraag, o.wie) for o in oordelen.lijst(opslag, oordelen.STATUSSEN)],
        "handelingen": [(h.wie, h.wat) for h in handelingen.lijst(opslag, 0, 10)],
        "vragen": [v.tekst for v in open_vragen.lijst(opslag)],
        "gesprekken": gesprekken,
    }
    opslag.sluit()
    return uit


def _alles_weg(project: Path, gewist: str) -> None:
    """A parent wiped a conversation after the back-up; then the list of that is kept, and the machine is lost."""
    opslag = open_opslag()
    wis(opslag, gewist)
    opslag.sluit()
    assert main(["wislijst", "--uit", str(project.parent / "wislijst.json")]) == 0
    shutil.rmtree(project / "var")
    shutil.rmtree(project / "knowledge")


def _heen_en_terug(project: Path, leegmaken: Callable[[], None]) -> None:
    _vul()
    voor = _lees()
    assert all(voor.values()) and voor["gesprekken"] == ["blijft", "gewist"]
    doel = project.parent / "alles.tgz"
    assert main(["backup", str(doel), "--alles"]) == 0
    assert stat.S_IMODE(doel.stat().st_mode) == 0o600
    assert main(["backup", str(doel), "--alles"]) == 1, "nooit over een ander heen"
    _alles_weg(project, "gewist")
    leegmaken()
    wislijst = ["--wislijst", str(project.parent / "wislijst.json")]
    assert main(["restore", str(doel), "--kennis", *wislijst]) == 0
    assert _lees() == {**voor, "gesprekken": ["blijft"], "vragen": ["vraag van blijft"]}
    uitgaven = Uitgaven(project / "var" / "uitgaven")
    assert [(uitgaven.kennis_van(n) / TOPIC).read_text() for n in uitgaven.nummers()] == ["eerst", "daarna"]
    assert (project / "knowledge" / TOPIC).read_text() == "nog niet uitgegeven"


def test_sqlite(project: Path) -> None:
    _heen_en_terug(project, lambda: None)


def test_postgres(project: Path, postgres: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    programma("pg_dump")
    monkeypatch.setenv("WEGWIJZER_DB", postgres.adres)

    def leegmaken() -> None:
        engine = sa.create_engine(postgres.adres)
        with engine.begin() as verbinding:
            verbinding.execute(sa.text("DROP SCHEMA public CASCADE; CREATE SCHEMA public"))
        engine.dispose()

    _heen_en_terug(project, leegmaken)


def test_de_kennis_alleen_als_dat_gevraagd_is(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _vul()
    doel = project.parent / "alles.tgz"
    assert main(["backup", str(doel), "--alles"]) == 0
    (project / "knowledge" / TOPIC).write_text("daarna veranderd")
    (project / "knowledge" / "onderwerpen" / "nieuw.yml").write_text("na de kopie gemaakt")
    assert main(["restore", str(doel)]) == 0
    assert "--kennis" in capsys.readouterr().err
    assert (project / "knowledge" / TOPIC).read_text() == "daarna veranderd"
    assert main(["restore", str(doel), "--kennis"]) == 0
    assert (project / "knowledge" / TOPIC).read_text() == "nog niet uitgegeven"
    assert not (project / "knowledge" / "onderwerpen" / "nieuw.yml").exists()
    [bewaard] = (project / "var").glob("kennis-van-voor-*")
    assert (bewaard / "onderwerpen" / "nieuw.yml").read_text() == "na de kopie gemaakt"


def test_een_kopie_van_alleen_de_database_heeft_geen_kennis(project: Path) -> None:
    _vul()
    doel = project.parent / "los.db"
    assert main(["backup", str(doel)]) == 0
    assert main(["restore", str(doel), "--kennis"]) == 1
    assert main(["restore", str(doel)]) == 0


def _tar(pad: Path, **delen: bytes) -> Path:
    with tarfile.open(pad, "w:gz") as tar:
        for naam, inhoud in delen.items():
            lid = tarfile.TarInfo(naam)
            lid.size = len(inhoud)
            tar.addfile(lid, io.BytesIO(inhoud))
    return pad


@pytest.mark.parametrize(
    "delen",
    [{}, {"database.db": b"onzin", "knowledge/x.yml": b"x"}, {"database.dump": b"x", "knowledge/x.yml": b"x"},
     {"../buiten.yml": b"x", "database.db": b"onzin"}],
)  # fmt: skip
def test_een_verkeerd_bestand_verandert_niets(delen: dict[str, bytes], project: Path) -> None:
    _vul()
    voor = _lees()
    pad = _tar(project.parent / "fout.tgz", **delen)
    assert main(["restore", str(pad), "--kennis"]) == 1
    pad.write_bytes(pad.read_bytes()[:40])
    assert main(["restore", str(pad), "--kennis"]) == 1
    assert _lees() == voor and not (project.parent / "buiten.yml").exists()
    assert (project / "knowledge" / TOPIC).read_text() == "nog niet uitgegeven"

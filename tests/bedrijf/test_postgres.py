"""On a real PostgreSQL: purging, wiping, back-up and restore; and errors that tell no password and no words."""

from __future__ import annotations

import json
import logging
import time
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from stapel import programma

from wegwijzer.cli import main
from wegwijzer.opslag.bewaartermijn import wis_oude
from wegwijzer.opslag.gesprekken import GesprekkenOpslag, open_opslag
from wegwijzer.opslag.sessies import Begin, Eind, Sessies
from wegwijzer.opslag.stand import OPGERUIMD, lees_stand
from wegwijzer.opslag.wissen import wis

DAG = 86_400.0


@pytest.fixture
def opslag(postgres: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("WEGWIJZER_DB", postgres.adres)
    winkel = open_opslag()
    with winkel.session_scope() as sessie:
        sessie.execute(sa.text("TRUNCATE events, website_sessies, website_sleutels, gewiste_gesprekken"))
        sessie.commit()
    yield winkel
    winkel.sluit()


def _zeg(opslag: Any, gesprek: str, tijd: float, sleutel: str | None = None) -> None:
    with opslag.session_scope() as sessie:
        data = json.dumps({"event": "user", "text": "wat een ouder schreef \u0000", "message_id": sleutel})
        sessie.add(opslag.SQLEvent(sender_id=gesprek, type_name="user", timestamp=tijd, data=data))
        sessie.commit()


def _gesprekken(opslag: Any) -> set[str]:
    with opslag.session_scope() as sessie:
        return {naam for (naam,) in sessie.execute(sa.text("SELECT DISTINCT sender_id FROM events"))}


def test_de_opslag_is_postgres_met_grenzen(opslag: GesprekkenOpslag) -> None:
    assert opslag.engine.dialect.name == "postgresql" and opslag.engine.hide_parameters
    with opslag.engine.connect() as verbinding:
        assert verbinding.execute(sa.text("SHOW statement_timeout")).scalar() == "4s"
        assert verbinding.execute(sa.text("SHOW lock_timeout")).scalar() == "3s"
        with pytest.raises(sa.exc.OperationalError):
            verbinding.execute(sa.text("SELECT pg_sleep(9)"))


def test_een_verbinding_die_stierf_wordt_gemerkt(opslag: GesprekkenOpslag) -> None:
    _zeg(opslag, "een", time.time())
    with opslag.engine.connect() as verbinding:
        verbinding.execute(
            sa.text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
        )
    assert _gesprekken(opslag) == {"een"}


def test_beurten_op_twee_werkers(opslag: GesprekkenOpslag) -> None:
    ander, nu = open_opslag(), time.time()
    een, twee = Sessies(opslag), Sessies(ander)
    van = een.vind(een.maak(nu))
    assert van is not None
    assert een.begin(van, "sleutel-1", nu) is Begin.NIEUW
    assert twee.begin(van, "sleutel-1", nu) is Begin.BEZET
    _zeg(opslag, van.gesprek, nu, "sleutel-1")
    assert een.eind(van, "sleutel-1") is Eind.BEWAARD
    assert twee.begin(van, "sleutel-1", nu) is Begin.GEDAAN
    assert twee.begin(van, "sleutel-2", nu) is Begin.NIEUW
    ander.sluit()


def test_opruimen(opslag: GesprekkenOpslag) -> None:
    nu = time.time()
    _zeg(opslag, "oud", nu - 29 * DAG)
    _zeg(opslag, "jong", nu - 27 * DAG)
    assert wis_oude(28, opslag) == 1
    assert _gesprekken(opslag) == {"jong"}
    assert abs((lees_stand(opslag, OPGERUIMD) or 0) - nu) < 600


def test_kopie_en_terug(opslag: GesprekkenOpslag, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    programma("pg_dump")
    nu = time.time()
    for naam in ("blijft", "gewist", "oud"):
        _zeg(opslag, naam, nu - 40 * DAG if naam == "oud" else nu)
    kopie = tmp_path / "kopie.dump"
    assert main(["backup", str(kopie)]) == 0
    assert kopie.stat().st_mode & 0o777 == 0o600
    assert main(["backup", str(kopie)]) == 1
    wis(opslag, "gewist")
    _zeg(opslag, "later", nu)
    assert main(["restore", str(kopie)]) == 1
    assert "Stop eerst elke werker" in capsys.readouterr().err
    opslag.sluit()
    assert main(["restore", str(kopie)]) == 0
    assert "Opnieuw gewist: 1" in capsys.readouterr().err
    terug = open_opslag()
    assert _gesprekken(terug) == {"blijft"}
    terug.sluit()
    (tmp_path / "onzin.dump").write_bytes(b"geen dump")
    assert main(["restore", str(tmp_path / "onzin.dump")]) == 1
    assert _gesprekken(open_opslag()) == {"blijft"}


def test_een_fout_vertelt_niets(
    postgres: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], caplog: Any
) -> None:
    monkeypatch.setenv("WEGWIJZER_DB", "postgresql://wegwijzer:wachtw00rd@127.0.0.1:1/gesprekken")
    with caplog.at_level(logging.DEBUG):
        assert main(["backup", str(tmp_path / "kopie.dump")]) == 1
        assert main(["wislijst"]) == 1
    assert "wachtw00rd" not in capsys.readouterr().err + caplog.text
    assert list(tmp_path.iterdir()) == []

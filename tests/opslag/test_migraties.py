"""Migrations: from nothing, from before there were any, by many at once, and not at all when there is nothing to do."""

from __future__ import annotations

import logging
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from rasa.core.tracker_store import SQLTrackerStore
from tijd import verhouding

from wegwijzer.huis import projectmap
from wegwijzer.opslag import berichten, migraties
from wegwijzer.opslag.gesprekken import GesprekkenOpslag
from wegwijzer.opslag.tabellen import METADATA, zorg_voor

OUD = Path(__file__).parent / "gegevens" / "voor_migraties.sql"
"""A database that was made before there were migrations, with a row in each table."""
Open = Callable[[], GesprekkenOpslag]
OPENEN = (
    "import sys, warnings; warnings.simplefilter('ignore'); import logging; logging.basicConfig(level=logging.WARNING);"
    "from wegwijzer.nlu import later; later.installeer();"
    "from wegwijzer.opslag.gesprekken import GesprekkenOpslag; print('klaar', flush=True); sys.stdin.readline();"
    "GesprekkenOpslag(db=sys.argv[1])"
)


def verschil(engine: sa.engine.Engine) -> list[object]:
    """What Alembic would still change to come to the tables that the code knows."""
    alle = sa.MetaData()
    for bron in (METADATA, SQLTrackerStore.SQLEvent.metadata):
        for tabel in bron.tables.values():
            tabel.to_metadata(alle)
    with engine.connect() as verbinding:
        return list(compare_metadata(MigrationContext.configure(verbinding), alle))


def test_de_nieuwste_stap_is_die_in_de_map() -> None:
    stappen = list(ScriptDirectory(str(migraties.MAP)).walk_revisions())
    assert ScriptDirectory(str(migraties.MAP)).get_current_head() == migraties.NIEUWSTE
    assert [s.revision for s in stappen] == [f"{n:04d}" for n in range(len(stappen), 0, -1)]
    assert all(s.module.uitleg for s in stappen)


def test_een_nieuwe_database_heeft_precies_de_tabellen_van_de_code(open_opslag: Open) -> None:
    engine = open_opslag().engine
    assert migraties.stand(engine) == migraties.NIEUWSTE
    assert verschil(engine) == []


def test_een_verschil_wordt_gezien(open_opslag: Open) -> None:
    """Else the test above could not fail."""
    engine = open_opslag().engine
    with engine.begin() as verbinding:
        verbinding.execute(sa.text("DROP INDEX ix_helpdesk_logboek_wanneer"))
        verbinding.execute(sa.text("DROP TABLE helpdesk_pogingen"))
    assert {v[0] for v in verschil(engine) if isinstance(v, tuple)} >= {"add_index", "add_table"}


def test_een_database_van_voor_de_migraties_verliest_niets(tmp_path: Path, open_opslag: Open) -> None:
    pad = tmp_path / "map" / "gesprekken.db"
    pad.parent.mkdir()
    with sqlite3.connect(pad) as oud:
        oud.executescript(OUD.read_text(encoding="utf-8"))
        tabellen = [n for (n,) in oud.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        eerst = {n: oud.execute(f"SELECT * FROM {n}").fetchall() for n in tabellen}
    assert len(eerst) == 6
    assert all(eerst.values())
    opslag = open_opslag()
    assert migraties.stand(opslag.engine) == migraties.NIEUWSTE
    with sqlite3.connect(pad) as nu:
        assert {n: nu.execute(f"SELECT * FROM {n}").fetchall() for n in tabellen} == eerst
    assert verschil(opslag.engine) == []
    with opslag.session_scope() as sessie:
        assert berichten.lees(sessie, "web-oud")[0].tekst == "mijn kind zit thuis"


def test_van_een_halve_oude_database_komt_de_rest_erbij(tmp_path: Path, open_opslag: Open) -> None:
    """As of the first versions, which had no website channel; and one whose index got lost."""
    pad = tmp_path / "map" / "gesprekken.db"
    pad.parent.mkdir()
    with sqlite3.connect(pad) as oud:
        oud.executescript(OUD.read_text(encoding="utf-8"))
        for tabel in ("website_sessies", "website_toegangen", "meldingen"):
            oud.execute(f"DROP TABLE {tabel}")
        oud.execute("DROP INDEX ix_events_sender_id")
    opslag = open_opslag()
    assert verschil(opslag.engine) == []
    with opslag.session_scope() as sessie:
        assert berichten.aantal(sessie, "web-oud") == 2


def test_wie_bij_is_doet_niets_en_laadt_geen_alembic(open_opslag: Open) -> None:
    pad = open_opslag().engine.url.database
    code = (
        "import sys, warnings; warnings.simplefilter('ignore');"
        "from wegwijzer.opslag.gesprekken import GesprekkenOpslag; GesprekkenOpslag(db=sys.argv[1]);"
        "print('alembic' in sys.modules)"
    )
    klaar = subprocess.run(
        [sys.executable, "-c", code, pad], cwd=projectmap(), capture_output=True, text=True, timeout=600
    )
    assert klaar.stdout.split()[-1] == "False", klaar.stderr[-1000:]


def test_bijwerken_kost_weinig(open_opslag: Open, tmp_path: Path) -> None:
    """Best of several, beside what a bare file with as many tables costs by SQLAlchemy itself."""
    engine = open_opslag().engine
    assert verhouding(lambda: migraties.bijwerken(engine), lambda: METADATA.create_all(engine), keer=20) < 1


def test_een_nieuwere_database_blijft_zoals_hij_is(open_opslag: Open) -> None:
    """During a roll-over the version before works with the tables of the version after."""
    opslag = open_opslag()
    with opslag.engine.begin() as verbinding:
        verbinding.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    assert migraties.bijwerken(opslag.engine) is False
    assert migraties.wachtend(opslag.engine) == []
    open_opslag()


def test_wat_mislukt_laat_niets_achter(open_opslag: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """All steps are one transaction, the table of Alembic too."""
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'leeg.db'}")
    monkeypatch.setattr(migraties, "NIEUWSTE", "0099")
    with pytest.raises(Exception, match="0099"):
        migraties.bijwerken(engine)
    assert sa.inspect(engine).get_table_names() == []
    monkeypatch.undo()
    assert migraties.bijwerken(engine) is True


def test_een_verdwenen_database_komt_terug(open_opslag: Open) -> None:
    opslag = open_opslag()
    with opslag.engine.begin() as verbinding:
        for naam in sa.inspect(opslag.engine).get_table_names():
            verbinding.execute(sa.text(f"DROP TABLE {naam}"))
    zorg_voor(opslag.engine)
    assert verschil(opslag.engine) == []


def test_veel_winkels_tegelijk(tmp_path: Path) -> None:
    """Processes that open the same new file at the same moment: all succeed, and none logs anything."""
    pad = tmp_path / "gesprekken.db"
    alle = [
        subprocess.Popen(
            [sys.executable, "-c", OPENEN, str(pad)],
            cwd=projectmap(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for proces in alle:
        assert proces.stdout is not None
        while "klaar" not in (regel := proces.stdout.readline()):
            assert regel
    for proces in alle:
        assert proces.stdin is not None
        proces.stdin.write("\n")
        proces.stdin.flush()
    fouten = [proces.communicate(timeout=300)[1] for proces in alle]
    assert [proces.returncode for proces in alle] == [0] * 4, fouten
    assert not any("ERROR" in fout or "already exists" in fout or "locked" in fout for fout in fouten), fouten
    assert verschil(sa.create_engine(f"sqlite:///{pad}")) == []


def test_een_ander_is_klaar_tussen_vragen_en_kijken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two open the same new file: the table is not there for a question, and is there a moment later."""
    engine, ander = (sa.create_engine(f"sqlite:///{tmp_path / 'nieuw.db'}") for _ in range(2))
    echt, gevraagd = migraties._stand, [0]

    def vraag(verbinding: object) -> str | None:
        gevraagd[0] += 1
        try:
            return echt(verbinding)
        except sa.exc.OperationalError:
            if gevraagd[0] == 1:
                assert migraties.bijwerken(ander) is True
            raise

    monkeypatch.setattr(migraties, "_stand", vraag)
    assert migraties.bijwerken(engine) is False
    assert migraties.stand(engine) == migraties.NIEUWSTE


def test_de_eerste_start_meldt_niets(open_opslag: Open, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        open_opslag()
        open_opslag()
    assert [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING or "alembic" in r.name] == []

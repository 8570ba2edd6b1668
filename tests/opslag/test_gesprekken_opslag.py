"""Conversations in SQLite: they survive a restart, and trouble with the file ends nothing but that one call."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from rasa.core.tracker_store import FailSafeTrackerStore

from wegwijzer.opslag import gesprekken
from wegwijzer.opslag.gesprekken import GesprekkenOpslag
from wegwijzer.opslag.wissen import wis

Open = Callable[[], GesprekkenOpslag]
GEHEIM = "dit schreef een ouder"


def test_wal_en_wachten_op_een_slot(open_opslag: Open) -> None:
    with open_opslag().engine.connect() as verbinding:
        assert verbinding.execute(sa.text("PRAGMA journal_mode")).scalar() == "wal"
        assert verbinding.execute(sa.text("PRAGMA busy_timeout")).scalar() == gesprekken.WACHT


def test_naar_wal_terwijl_een_ander_de_nieuwe_database_opent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite refuses that at once, whatever its busy timeout: two workers that start together once ended so."""
    monkeypatch.setattr(gesprekken, "WACHT", 60_000)
    ander, eigen = (sqlite3.connect(tmp_path / "nieuw.db", isolation_level=None, timeout=0) for _ in range(2))
    ander.execute("CREATE TABLE t (x)")
    ander.execute("BEGIN IMMEDIATE")
    geweigerd = []

    class Loslatend:
        """A cursor whose first refusal ends what the other was doing."""

        def execute(self, opdracht: str) -> object:
            try:
                return eigen.execute(opdracht)
            except sqlite3.OperationalError:
                geweigerd.append(opdracht)
                ander.execute("COMMIT")
                raise

    gesprekken._naar_wal(Loslatend())
    assert len(geweigerd) == 1
    assert eigen.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_naar_wal_wacht_niet_voor_altijd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ander, eigen = (sqlite3.connect(tmp_path / "bezet.db", isolation_level=None, timeout=0) for _ in range(2))
    ander.execute("CREATE TABLE t (x)")
    ander.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr(gesprekken, "WACHT", 0)
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        gesprekken._naar_wal(eigen.cursor())


def test_een_gesprek_overleeft_een_herstart(open_opslag: Open, tracker: Any, doe: Any) -> None:
    doe(open_opslag().save(tracker("ouder", time.time())))
    terug = doe(open_opslag().retrieve("ouder"))
    assert terug.latest_message.text == "mijn kind zit thuis"
    assert terug.get_slot("plaats") == "Zwolle"
    assert doe(open_opslag().retrieve("ander")) is None


def test_wissen_raakt_alleen_dat_gesprek(open_opslag: Open, tracker: Any, doe: Any) -> None:
    opslag = open_opslag()
    for naam in ("a", "b"):
        doe(opslag.save(tracker(naam, time.time())))
    wis(FailSafeTrackerStore(opslag), "a")
    assert doe(opslag.retrieve("a")) is None
    assert doe(opslag.retrieve("b")) is not None


def test_een_fout_beeindigt_het_proces_niet(open_opslag: Open, tracker: Any, doe: Any) -> None:
    """Rasa's own store calls sys.exit at any ValueError: one strange sender would end the assistant for everybody."""
    opslag = open_opslag()
    with pytest.raises(UnicodeEncodeError):
        doe(opslag.retrieve("\ud800"))
    doe(opslag.save(tracker("kapot", time.time())))
    with opslag.session_scope() as sessie:
        sessie.execute(sa.text("UPDATE events SET data = '{geen json'"))
        sessie.commit()
    with pytest.raises(ValueError, match="line 1"):
        doe(opslag.retrieve("kapot"))
    assert doe(opslag.retrieve("ander")) is None


def test_een_vergrendelde_database_geeft_een_fout_zonder_woorden_van_de_ouder(
    open_opslag: Open, tracker: Any, doe: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gesprekken, "WACHT", 50)
    opslag = open_opslag()
    slot = sqlite3.connect(tmp_path / "map" / "gesprekken.db", isolation_level=None)
    slot.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(sa.exc.OperationalError) as fout:
            doe(opslag.save(tracker("ouder", time.time(), tekst=GEHEIM)))
    finally:
        slot.execute("ROLLBACK")
        slot.close()
    assert "locked" in str(fout.value)
    assert GEHEIM not in str(fout.value)


def test_de_database_kan_elders_staan(open_opslag: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEGWIJZER_DB", str(tmp_path / "elders.db"))
    GesprekkenOpslag()
    assert (tmp_path / "elders.db").is_file()

"""Back-up of the conversations, and putting one back: SQLite by its own online copy, PostgreSQL by pg_dump.

A back-up holds children's health: the file is for its owner only, is never overwritten, and goes within 28 days.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import time
from contextlib import closing, suppress
from pathlib import Path

import sqlalchemy as sa

from wegwijzer.huis import projectmap
from wegwijzer.opslag.verbinding import Postgres, postgres, sqlite_bestand

LANGST = 28
"""Days that a back-up is kept at most."""
DAG = 86_400.0
SOORTEN = (".db", ".dump", ".tgz")
"""The end of a back-up's name: of SQLite, of PostgreSQL, of everything in one (alles.py)."""
GEDULD = 3_600
"""How long pg_dump and pg_restore may take (seconds)."""


class KopieFout(Exception):
    """A back-up cannot be made or put back; the message says in Dutch why."""


def maak(doel: Path) -> Path:
    """Copy the database to `doel`, while the server runs. A folder gets a file with date and time. Raises KopieFout."""
    pg = postgres()
    if doel.is_dir():
        doel = doel / f"wegwijzer-{time.strftime('%Y%m%d-%H%M%S')}{SOORTEN[1 if pg else 0]}"
    if doel.exists():
        raise KopieFout(f"{doel} bestaat al. Een kopie wordt nooit overschreven.")
    deel = doel.with_name(f".{doel.name}.deel")
    try:
        with suppress(FileNotFoundError):
            deel.unlink()
        os.close(os.open(deel, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        _pg_dump(pg, deel) if pg else _sqlite(sqlite_bestand(projectmap()), deel)
        os.link(deel, doel)  # unlike a rename this fails when another made the file meanwhile
    except FileExistsError:
        raise KopieFout(f"{doel} bestaat al. Een kopie wordt nooit overschreven.") from None
    except OSError as fout:
        raise KopieFout(f"{doel} is niet te schrijven: {fout.strerror}.") from None
    finally:
        with suppress(OSError):
            deel.unlink()
    return doel


def ruim_op(map_: Path, dagen: int) -> list[Path]:
    """Delete back-ups in `map_` that are older than `dagen` (at most 28); returns which. Raises KopieFout."""
    if not 1 <= dagen <= LANGST:
        raise KopieFout(f"Een kopie mag 1 tot en met {LANGST} dagen blijven.")
    grens = time.time() - dagen * DAG
    oud = [p for p in sorted(map_.glob("wegwijzer-*")) if p.suffix in SOORTEN and p.stat().st_mtime < grens]
    for pad in oud:
        pad.unlink()
    return oud


def zet_terug(bron: Path) -> None:
    """Put a back-up in the place of the present database. The server must be stopped. Raises KopieFout.

    What happened since the back-up is not known here: see terugzetten.py.
    """
    if not bron.is_file():
        raise KopieFout(f"{bron} bestaat niet.")
    pg = postgres()
    try:
        _pg_restore(pg, bron) if pg else _sqlite_terug(bron, sqlite_bestand(projectmap()))
    except OSError as fout:
        raise KopieFout(f"De kopie is niet terug te zetten: {fout.strerror}.") from None


def _sqlite(bron: Path, doel: Path) -> None:
    if not bron.is_file():
        raise KopieFout(f"Er is geen database {bron}.")
    try:
        with closing(sqlite3.connect(f"file:{bron}?mode=ro", uri=True)) as van, closing(sqlite3.connect(doel)) as naar:
            van.backup(naar)
            naar.execute("PRAGMA journal_mode=DELETE")
            _keur(naar)
    except sqlite3.Error as fout:
        raise KopieFout(f"De database is niet te kopiëren ({type(fout).__name__}).") from None


def _sqlite_terug(bron: Path, doel: Path) -> None:
    doel.parent.mkdir(parents=True, exist_ok=True)
    deel = doel.with_name(f".{doel.name}.deel")
    try:
        shutil.copyfile(bron, deel)
        deel.chmod(0o600)
        with closing(sqlite3.connect(deel)) as kopie:
            _keur(kopie)
        if doel.exists():
            with closing(sqlite3.connect(doel, timeout=1)) as nu:
                nu.execute("PRAGMA journal_mode=DELETE")  # fails while a server has it open
        deel.replace(doel)
    except sqlite3.DatabaseError as fout:
        if "locked" in str(fout):
            raise KopieFout("De database is in gebruik. Stop eerst elke werker.") from None
        raise KopieFout(f"{bron} is geen goede kopie ({type(fout).__name__}).") from None
    finally:
        with suppress(OSError):
            deel.unlink()
    for achtervoegsel in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            doel.with_name(doel.name + achtervoegsel).unlink()


def _keur(verbinding: sqlite3.Connection) -> None:
    oordeel = verbinding.execute("PRAGMA quick_check").fetchone()
    heeft = verbinding.execute("SELECT 1 FROM sqlite_master WHERE name = 'events'").fetchone()
    if oordeel is None or oordeel[0] != "ok" or heeft is None:
        raise KopieFout("De kopie is beschadigd, of is geen database van Wegwijzer.")


def _pg_dump(pg: Postgres, doel: Path) -> None:
    _roep(pg, "pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={doel}")


def _pg_restore(pg: Postgres, bron: Path) -> None:
    if _in_gebruik(pg):
        raise KopieFout("De database is in gebruik. Stop eerst elke werker.")
    naam = str(pg.url.database)
    vlaggen = ("--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error")
    _roep(pg, "pg_restore", *vlaggen, f"--dbname={naam}", str(bron))


def _in_gebruik(pg: Postgres) -> bool:
    """Whether a worker or command of ours is connected."""
    engine = pg.engine()
    vraag = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
        "AND application_name = 'wegwijzer' AND pid <> pg_backend_pid()"
    )
    try:
        with engine.connect() as verbinding:
            return bool(verbinding.execute(sa.text(vraag)).scalar())
    except sa.exc.SQLAlchemyError as fout:
        raise KopieFout(f"De database antwoordt niet ({type(fout).__name__}).") from None
    finally:
        engine.dispose()


def _roep(pg: Postgres, programma: str, *gegeven: str) -> None:
    """Run one of PostgreSQL's own programs; its password goes by the environment, its errors only by kind."""
    try:
        klaar = subprocess.run(
            [programma, *gegeven], env={**os.environ, **pg.omgeving()}, capture_output=True, timeout=GEDULD, check=False
        )
    except FileNotFoundError:
        raise KopieFout(f"Het programma {programma} is er niet. Installeer de client van PostgreSQL.") from None
    except subprocess.TimeoutExpired:
        raise KopieFout(f"{programma} was na {GEDULD} s niet klaar.") from None
    if klaar.returncode != 0:
        raise KopieFout(f"{programma} lukte niet (code {klaar.returncode}). Draait de database, en klopt WEGWIJZER_DB?")

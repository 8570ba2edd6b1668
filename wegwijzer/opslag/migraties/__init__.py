"""Brings a database to the tables of this version, step by step (Alembic), however old it is and whoever else is at it.

A step is a file in `versions/`, numbered 0001, 0002, …. It only adds: during a roll-over, workers of the version before
go on with the same database. There is no way down; a back-up is the way back.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa

NIEUWSTE = "0004"
"""The last step. Kept here so that a database that is up to date costs one short query and no Alembic."""
MAP = Path(__file__).parent
SLOT = 0x57656777
"""PostgreSQL: the advisory lock that one migration at a time holds."""
WACHT = 60_000
"""How long another's migration is waited for (milliseconds)."""


@dataclass(frozen=True)
class Stap:
    """One migration: its number, and in Dutch what it is for."""

    nummer: str
    uitleg: str


def bijwerken(engine: sa.engine.Engine) -> bool:
    """Take every step that this database has not had yet; False when there was none.

    Raises sqlalchemy.exc.SQLAlchemyError; then nothing has changed, for all steps go in one transaction.
    """
    if _is_bij(stand(engine)):
        return False
    with _op_slot(engine) as verbinding:
        if _is_bij(_stand(verbinding)):
            return False
        _loop(verbinding)
    return True


def stand(engine: sa.engine.Engine) -> str | None:
    """The number of the last step that this database had; None for one that never had any."""
    try:
        with engine.connect() as verbinding:
            return _stand(verbinding)
    except (sa.exc.OperationalError, sa.exc.ProgrammingError):
        if not sa.inspect(engine).has_table("alembic_version"):
            return None
    with engine.connect() as verbinding:  # another made the table since; where that is not so, the error comes again
        return _stand(verbinding)


def wachtend(engine: sa.engine.Engine) -> list[Stap]:
    """The steps that this database has not had yet, in order."""
    from alembic.script import ScriptDirectory

    nu = stand(engine) or ""
    stappen = [Stap(s.revision, s.module.uitleg) for s in ScriptDirectory(str(MAP)).walk_revisions()]
    return sorted((s for s in stappen if s.nummer > nu), key=lambda s: s.nummer)


def _stand(verbinding: Any) -> str | None:
    nummer = verbinding.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    return None if nummer is None else str(nummer)


def _is_bij(nummer: str | None) -> bool:
    """Also for a number that we do not know: a newer version has been here, and it only added."""
    return nummer is not None and nummer >= NIEUWSTE


@contextmanager
def _op_slot(engine: sa.engine.Engine) -> Iterator[Any]:
    """A connection in a transaction that no other migration runs beside. Committed at the end."""
    with engine.connect() as verbinding:
        if engine.dialect.name != "sqlite":
            with verbinding.begin():
                if engine.dialect.name == "postgresql":
                    # The limits of verbinding.py are for one statement of a parent's turn.
                    verbinding.execute(sa.text("SET LOCAL statement_timeout = 0"))
                    verbinding.execute(sa.text(f"SET LOCAL lock_timeout = {WACHT}"))
                    verbinding.execute(sa.text("SELECT pg_advisory_xact_lock(:slot)"), {"slot": SLOT})
                _maak_plek(verbinding)
                yield verbinding
            return
        # sqlite3 begins a transaction of its own accord, and too late to keep another writer out. So it is told not to.
        ruw = verbinding.connection.dbapi_connection
        gewoon, ruw.isolation_level = ruw.isolation_level, None
        try:
            verbinding.exec_driver_sql(f"PRAGMA busy_timeout={WACHT}")
            with verbinding.begin():
                verbinding.exec_driver_sql("BEGIN IMMEDIATE")
                _maak_plek(verbinding)
                yield verbinding
        finally:
            ruw.isolation_level = gewoon


def _maak_plek(verbinding: Any) -> None:
    """The table in which Alembic keeps the number."""
    verbinding.execute(
        sa.text(
            "CREATE TABLE IF NOT EXISTS alembic_version "
            "(version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
    )


def _loop(verbinding: Any) -> None:
    from alembic import command
    from alembic.config import Config

    # Its lines about what it does are for who runs Alembic by hand.
    logging.getLogger("alembic").setLevel(logging.WARNING)
    instelling = Config(attributes={"connection": verbinding})
    instelling.set_main_option("script_location", str(MAP).replace("%", "%%"))
    command.upgrade(instelling, NIEUWSTE)

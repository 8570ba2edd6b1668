"""Which database holds the conversations: a SQLite file, or PostgreSQL by `WEGWIJZER_DB=postgresql://…`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import URL, make_url
from sqlalchemy.pool import QueuePool, StaticPool

INSTELLING = "WEGWIJZER_DB"
WACHTWOORD = "WEGWIJZER_DB_WACHTWOORD"
POOL = "WEGWIJZER_DB_VERBINDINGEN"
STANDAARD_POOL = 8
"""Connections of one worker at most: four threads of the website, Rasa itself, watching and purging."""
SOORTEN = ("postgresql", "postgres")
VERBIND, OPDRACHT, SLOT, STIL = 3, 4_000, 3_000, 4_000
"""How long may be waited: for a connection (seconds), a statement, a lock, a silent network (milliseconds)."""


class DatabaseFout(ValueError):
    """`WEGWIJZER_DB` cannot be used; the message says in Dutch why, without the setting's own words."""


@dataclass(frozen=True)
class Postgres:
    """A PostgreSQL database; the password shows in no representation."""

    url: URL
    """Without the password: SQLAlchemy shows it where an address is made text."""
    verbindingen: int = STANDAARD_POOL
    wachtwoord: str | None = field(default=None, repr=False)

    def delen(self) -> dict[str, Any]:
        """What Rasa's SQL tracker store takes; the password only `engine` needs."""
        url = self.url
        gegeven = {"host": url.host, "port": url.port, "db": url.database, "username": url.username}
        return {"dialect": "postgresql", **gegeven, "query": dict(url.query)}

    def engine(self) -> Any:
        """An engine that notices a connection that died, and never waits long."""
        opties = f"-cstatement_timeout={OPDRACHT} -clock_timeout={SLOT} -cidle_in_transaction_session_timeout=60000"
        gegeven: dict[str, Any] = {"password": self.wachtwoord} if self.wachtwoord else {}
        gegeven |= {
            "connect_timeout": VERBIND,
            "tcp_user_timeout": STIL,
            "keepalives_idle": 30,
            "options": opties,
            "application_name": "wegwijzer",
        }
        return sa.create_engine(
            self.url,
            pool_size=self.verbindingen,
            max_overflow=0,
            pool_timeout=VERBIND,
            pool_pre_ping=True,
            pool_recycle=1800,
            hide_parameters=True,
            connect_args=gegeven,
        )

    def omgeving(self) -> dict[str, str]:
        """What PostgreSQL's own programs (pg_dump, pg_restore) read; nothing of it stands on a command line."""
        url = self.url
        waarden = {
            "PGHOST": url.host,
            "PGPORT": str(url.port or ""),
            "PGUSER": url.username,
            "PGDATABASE": url.database,
            "PGPASSWORD": self.wachtwoord,
            "PGSSLMODE": url.query.get("sslmode"),
            "PGCONNECT_TIMEOUT": str(VERBIND),
        }
        return {naam: str(waarde) for naam, waarde in waarden.items() if waarde}


def postgres(omgeving: Mapping[str, str] | None = None) -> Postgres | None:
    """The PostgreSQL of `WEGWIJZER_DB`; None where that names a file, or nothing. Raises DatabaseFout."""
    omgeving = os.environ if omgeving is None else omgeving
    gegeven = omgeving.get(INSTELLING, "")
    if "://" not in gegeven:
        return None
    try:
        url = make_url(gegeven)
    except Exception:
        raise DatabaseFout(_HOE) from None
    if url.drivername.partition("+")[0] not in SOORTEN or not url.database:
        raise DatabaseFout(_HOE)
    url = url.set(drivername="postgresql+psycopg2")
    wachtwoord = omgeving.get(WACHTWOORD) or url.password
    zonder = URL.create(url.drivername, url.username, None, url.host, url.port, url.database, url.query)
    return Postgres(zonder, _pool(omgeving.get(POOL, "")), str(wachtwoord) if wachtwoord else None)


def sqlite_engine(db: str) -> Any:
    """An engine of the SQLite file `db` that keeps its connections (opening one costs as much as a turn's statements).

    A connection to a file that was moved or deleted would go on writing where nobody reads: it is not given out again.
    `db` may be `:memory:`: then there is one connection, else every connection would have a database of its own.
    """
    if db == ":memory:":
        return sa.create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    engine = sa.create_engine(
        URL.create("sqlite", database=db),
        poolclass=QueuePool,
        pool_size=STANDAARD_POOL,
        pool_timeout=VERBIND,
        connect_args={"check_same_thread": False},
    )

    @sa.event.listens_for(engine, "connect")
    def onthoud(_: Any, gegevens: Any) -> None:
        gegevens.info["bestand"] = _welk(db)

    @sa.event.listens_for(engine, "checkout")
    def zelfde(_: Any, gegevens: Any, __: Any) -> None:
        if gegevens.info["bestand"] != _welk(db):
            raise sa.exc.DisconnectionError()

    return engine


def _welk(pad: str) -> tuple[int, int] | None:
    """Which file lies at `pad` now; None where there is none."""
    try:
        staat = os.stat(pad)
    except OSError:
        return None
    return staat.st_dev, staat.st_ino


def sqlite_bestand(map_: Path, standaard: str = "var/gesprekken.db") -> Path:
    """The SQLite file: a relative one lies in the project folder `map_`."""
    return map_ / (os.environ.get(INSTELLING) or standaard)


_HOE = (
    f"{INSTELLING} is een bestand, of een adres als postgresql://gebruiker@machine:5432/naam. "
    f"Het wachtwoord staat in {WACHTWOORD}."
)


def _pool(waarde: str) -> int:
    if not waarde:
        return STANDAARD_POOL
    if not (waarde.isascii() and waarde.isdigit() and 2 <= int(waarde) <= 200):
        raise DatabaseFout(f"{POOL} moet een heel getal zijn van 2 tot en met 200.")
    return int(waarde)

"""Rasa's SQL tracker store, made ready for use: folder made, SQLite in WAL mode, our gate in front."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SQLTrackerStore, ensure_schema_exists
from rasa.shared.core.domain import Domain

from wegwijzer.huis import projectmap
from wegwijzer.nlu import verwerker
from wegwijzer.opslag.tabellen import zorg_voor

WACHT = 5000
"""How long a locked database is waited for (milliseconds)."""


class GesprekkenOpslag(SQLTrackerStore):
    """Conversations in SQLite (default) or PostgreSQL; a relative SQLite file lies in the project folder.

    `WEGWIJZER_DB` names another SQLite file, for a test or a server whose data lie elsewhere.
    """

    def __init__(
        self,
        domain: Domain | None = None,
        host: str | None = None,
        event_broker: EventBroker | None = None,
        dialect: str = "sqlite",
        db: str = "var/gesprekken.db",
        **kwargs: Any,
    ) -> None:
        verwerker.installeer()
        if dialect == "sqlite" and db != ":memory:":
            pad = projectmap() / (os.environ.get("WEGWIJZER_DB") or db)
            pad.parent.mkdir(parents=True, exist_ok=True)
            with suppress(OSError):
                pad.touch(mode=0o600)
                pad.chmod(0o600)
            db = str(pad)
        super().__init__(domain=domain, dialect=dialect, host=host, db=db, event_broker=event_broker, **kwargs)
        # An error names the statement only; its values are a parent's words.
        self.engine.hide_parameters = True
        if dialect == "sqlite":
            sa.event.listen(self.engine, "connect", _wal)
            self.engine.dispose()
        zorg_voor(self.engine)
        if dialect == "sqlite" and db != ":memory:":
            # Who closes the last connection folds the journal into the file, some 12 ms a call. So one stays open; the
            # work goes by connections of its own, which fail when the file is gone.
            self._blijft_open = sqlite3.connect(db, check_same_thread=False)
            self._blijft_open.execute("SELECT count(*) FROM sqlite_master").fetchall()

    @contextmanager
    def session_scope(self) -> Iterator[Any]:
        """A session that is closed afterwards.

        Rasa's own version ends the whole process at any ValueError inside (a sender that is not valid UTF-8, a
        damaged row), in the belief that a PostgreSQL schema is missing. Here the error goes to who asked.
        """
        sessie = self.sessionmaker()
        try:
            ensure_schema_exists(sessie)
            yield sessie
        finally:
            sessie.close()


def _wal(verbinding: Any, _: Any) -> None:
    """Readers do not wait for a writer, and a locked database is waited for (`WACHT`) instead of failing at once.

    What is wiped is overwritten with zeros.
    """
    cursor = verbinding.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA secure_delete=ON")
    cursor.execute(f"PRAGMA busy_timeout={WACHT}")
    cursor.close()

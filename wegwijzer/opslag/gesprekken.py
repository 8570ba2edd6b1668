"""Rasa's SQL tracker store, made ready for use: folder made, SQLite in WAL mode, our gate in front."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import Any

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SQLTrackerStore, TrackerStore, ensure_schema_exists
from rasa.core.utils import AvailableEndpoints
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import ConnectionException

from wegwijzer.draden import wacht_op
from wegwijzer.huis import projectmap
from wegwijzer.nlu import verwerker
from wegwijzer.opslag import staart
from wegwijzer.opslag.bijhouden import houd_bij
from wegwijzer.opslag.tabellen import zorg_voor
from wegwijzer.opslag.verbinding import postgres, sqlite_bestand, sqlite_engine

WACHT = 3000
"""How long a locked database is waited for (milliseconds)."""


ONBEREIKBAAR = (sa.exc.SQLAlchemyError, ConnectionException, sqlite3.Error)
"""What it raises to open or use a store whose database does not answer, or is none."""

_BEWAARD: ContextVar[list[Event]] = ContextVar("bewaard")
"""The events of the turn that is being stored."""


class _Tabellen:
    """What Rasa asks to make its table. It would do so without a lock, and log an error where two start at once."""

    class metadata:
        """Named as SQLAlchemy's."""

        @staticmethod
        def create_all(engine: Any) -> None:
            """Nothing: `zorg_voor` makes all tables, Rasa's too."""


class GesprekkenOpslag(SQLTrackerStore):
    """Conversations in SQLite (default) or PostgreSQL; a relative SQLite file lies in the project folder.

    `WEGWIJZER_DB` names another SQLite file, or a PostgreSQL database (verbinding.py).
    """

    Base = _Tabellen
    engine: Any

    def __init__(
        self,
        domain: Domain | None = None,
        host: str | None = None,
        event_broker: EventBroker | None = None,
        dialect: str = "sqlite",
        db: str = "var/gesprekken.db",
        bijwerken: bool = True,
        **kwargs: Any,
    ) -> None:
        """`bijwerken`: bring the tables up to date first; without it, who opens it must not read or write."""
        verwerker.installeer()
        ander = postgres() if dialect == "sqlite" and db != ":memory:" else None
        if ander is not None:
            gegeven = ander.delen()
            dialect, host, db = gegeven.pop("dialect"), gegeven.pop("host"), gegeven.pop("db")
            kwargs.update(gegeven)
        if dialect == "sqlite" and db != ":memory:":
            pad = sqlite_bestand(projectmap(), db)
            pad.parent.mkdir(parents=True, exist_ok=True)
            with suppress(OSError):
                pad.touch(mode=0o600)
                pad.chmod(0o600)
            db = str(pad)
        super().__init__(domain=domain, dialect=dialect, host=host, db=db, event_broker=event_broker, **kwargs)
        if ander is not None or dialect == "sqlite":
            self.engine.dispose()
            self.engine = ander.engine() if ander is not None else sqlite_engine(db)
            self.sessionmaker = sa.orm.session.sessionmaker(bind=self.engine)
        # An error names the statement only; its values are a parent's words.
        self.engine.hide_parameters = True
        if dialect == "sqlite":
            sa.event.listen(self.engine, "connect", _wal)
        if bijwerken:
            zorg_voor(self.engine)
            self.engine.dispose()  # its connection waits longer for a lock than a turn may

    async def _retrieve(self, sender_id: str, fetch_events_from_all_sessions: bool) -> DialogueStateTracker | None:
        """Away from the event loop: a slow or locked database makes one parent wait, not all. Of a long conversation
        its end (staart.py), unless all is asked for."""
        return await wacht_op(self._haal(sender_id, fetch_events_from_all_sessions))

    async def _haal(self, sender_id: str, alles: bool) -> DialogueStateTracker | None:
        if self.domain and not alles:
            with self.session_scope() as sessie:
                einde = staart.lees(sessie, sender_id, self.domain.slots)
            if einde is not None:
                return einde
        return await super()._retrieve(sender_id, alles)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Store what is new of the conversation; then it is counted, apart from this (bijhouden.py)."""
        nieuw: list[Event] = []
        _BEWAARD.set(nieuw)
        await (wacht_op(super().save(tracker)) if self.event_broker is None else super().save(tracker))
        houd_bij(self, tracker, nieuw)

    def _event_query(self, session: Any, sender_id: str, fetch_events_from_all_sessions: bool) -> Any:
        """As Rasa's, but of each row only what is read: no object is made for an event."""
        alles = super()._event_query(session, sender_id, fetch_events_from_all_sessions)
        return alles.with_entities(self.SQLEvent.data)

    def _additional_events(self, session: Any, tracker: DialogueStateTracker) -> Iterator[Event]:
        is_einde = isinstance(tracker, staart.Staart)
        nieuw = list(staart.nieuw(session, tracker) if is_einde else super()._additional_events(session, tracker))
        if (bewaard := _BEWAARD.get(None)) is not None:
            bewaard[:] = nieuw
        return iter(nieuw)

    def sluit(self) -> None:
        """Close every connection, so that the database can be put away or replaced."""
        self.engine.dispose()

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


def open_opslag(bijwerken: bool = True) -> GesprekkenOpslag:
    """The store of endpoints.yml, for a command. Raises one of ONBEREIKBAAR, or TypeError for another kind of store."""
    instelling = AvailableEndpoints.read_endpoints(str(projectmap() / "endpoints.yml")).tracker_store
    if instelling is not None:
        instelling.kwargs["bijwerken"] = bijwerken
    gemaakt = TrackerStore.create(instelling)
    opslag = getattr(gemaakt, "_tracker_store", gemaakt)
    if not isinstance(opslag, GesprekkenOpslag):
        raise TypeError("endpoints.yml noemt een andere opslag dan wegwijzer.opslag.gesprekken.GesprekkenOpslag")
    return opslag


def _wal(verbinding: Any, _: Any) -> None:
    """Readers do not wait for a writer, and a locked database is waited for (`WACHT`) instead of failing at once.

    What is wiped is overwritten with zeros.
    """
    cursor = verbinding.cursor()
    cursor.execute(f"PRAGMA busy_timeout={WACHT}")
    _naar_wal(cursor)
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA secure_delete=ON")
    cursor.close()


def _naar_wal(cursor: Any) -> None:
    """The first to open a new file turns it to WAL mode. For that SQLite does not wait where another is at it too."""
    tot = time.monotonic() + WACHT / 1000
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() >= tot:
                raise
            time.sleep(0.01)

"""What one parent's turn asks of the database does not grow with what others said: SQLite and PostgreSQL.

Short: no question walks through the events of others. Long: a million of them, timed.
"""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from kanaal.naspel import DOMEIN
from rasa.shared.core.events import ActionExecuted, BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from wegwijzer.opslag.gesprekken import GesprekkenOpslag
from wegwijzer.opslag.sessies import Sessie, Sessies
from wegwijzer.opslag.staart import Staart
from wegwijzer.opslag.wissen import wis

BEURTEN = 12
"""Turns of the conversation that is read: 60 events, more than a turn reads (opslag/staart.py)."""
MAAL = 3.0
"""So much longer a read may take with a million events of others, best of each."""
REEKS = {
    "sqlite": "WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r WHERE x < :n) SELECT x FROM r",
    "postgresql": "SELECT x FROM generate_series(1, :n) AS t(x)",
}


@pytest.fixture(params=["sqlite", "postgresql"])
def opslag(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[GesprekkenOpslag]:
    pg = request.param == "postgresql"
    monkeypatch.setenv("WEGWIJZER_DB", request.getfixturevalue("postgres").adres if pg else str(tmp_path / "g.db"))
    winkel = GesprekkenOpslag(domain=DOMEIN)
    assert winkel.engine.dialect.name == request.param
    with winkel.engine.begin() as verbinding:
        verbinding.execute(sa.text("DELETE FROM events"))
    yield winkel
    winkel.sluit()


def _anderen(opslag: GesprekkenOpslag, aantal: int) -> None:
    """So many events of others, fifty a conversation, five a turn, of some 700 bytes."""
    soorten = "CASE x % 5 WHEN 0 THEN 'user' WHEN 1 THEN 'bot' WHEN 2 THEN 'slot' ELSE 'action' END"
    vraag = (
        "INSERT INTO events (sender_id, type_name, timestamp, data) "
        f"SELECT 'ander-' || (x / 50), {soorten}, 1700000000.0 + x, :data "
        f"FROM ({REEKS[opslag.engine.dialect.name]}) AS a"
    )
    with opslag.engine.connect() as verbinding, verbinding.begin():
        if opslag.engine.dialect.name == "postgresql":
            verbinding.execute(sa.text("SET LOCAL statement_timeout = 0"))
        verbinding.execute(sa.text(vraag), {"n": aantal, "data": '{"event": "bot", "text": "' + "x" * 660 + '"}'})
    with opslag.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as verbinding:
        verbinding.execute(sa.text("ANALYZE"))


def _gesprek(opslag: GesprekkenOpslag) -> tuple[Sessies, Sessie]:
    """A conversation of our own, as the website makes it."""
    sessies = Sessies(opslag)
    sessie = sessies.vind(sessies.maak(time.time()))
    assert sessie is not None
    tracker = DialogueStateTracker.from_events(sessie.gesprek, [], DOMEIN.slots, domain=DOMEIN)
    for nummer in range(BEURTEN):
        for event in (
            ActionExecuted("action_listen"),
            UserUttered(f"bericht {nummer}", {"name": "informeer"}, message_id=f"sleutel-{nummer}"),
            ActionExecuted("action_beurt"),
            BotUttered(f"antwoord {nummer}"),
            SlotSet("verantwoording", {"topic": "pesten"}),
        ):
            tracker.update(event, DOMEIN)
    asyncio.run(opslag.save(tracker))
    return sessies, sessie


def _lees(opslag: GesprekkenOpslag, sessies: Sessies, sessie: Sessie) -> None:
    """All that is read for one message of a parent."""
    tracker = asyncio.run(opslag.retrieve(sessie.gesprek))
    assert isinstance(tracker, Staart) and tracker.bewaard == 5 * BEURTEN > len(tracker.events)
    assert len([b for b in sessies.lees(sessie, 0)]) >= BEURTEN


def _plannen(opslag: GesprekkenOpslag, doe: Callable[[], None]) -> list[str]:
    """How the database would find the events that `doe` asks for, a line a step."""
    gevraagd: list[tuple[str, Any]] = []

    def hoor(_v: Any, _c: Any, statement: str, gegeven: Any, _x: Any, veel: bool) -> None:
        if "events" in statement and not statement.startswith("INSERT") and not veel:
            gevraagd.append((statement, gegeven))

    sa.event.listen(opslag.engine, "before_cursor_execute", hoor)
    try:
        doe()
    finally:
        sa.event.remove(opslag.engine, "before_cursor_execute", hoor)
    assert gevraagd
    uitleg = "EXPLAIN QUERY PLAN " if opslag.engine.dialect.name == "sqlite" else "EXPLAIN "
    regels = []
    with opslag.engine.connect() as verbinding:
        for statement, gegeven in gevraagd:
            rijen = verbinding.exec_driver_sql(uitleg + statement, gegeven)
            regels += [f"{rij[-1]}  <- {statement[:300]}" for rij in rijen]
    return regels


def _loopt_alles_door(regels: list[str]) -> list[str]:
    return [r for r in regels if r.startswith(("SCAN events", "SCAN TABLE events")) or "Seq Scan on events" in r]


def test_geen_vraag_loopt_door_de_gesprekken_van_anderen(opslag: GesprekkenOpslag) -> None:
    sessies, sessie = _gesprek(opslag)
    _anderen(opslag, 20_000)

    def beurt() -> None:
        nu, sleutel = time.time(), uuid.uuid4().hex
        sessies.begin(sessie, sleutel, nu, 100)
        _lees(opslag, sessies, sessie)
        sessies.eind(sessie, sleutel)
        wis(opslag, sessie.gesprek)

    regels = _plannen(opslag, beurt)
    assert _loopt_alles_door(regels) == []
    alles = _plannen(opslag, lambda: _alles(opslag))
    assert _loopt_alles_door(alles), "dan ziet deze proef het niet als het wel zo is"


def _alles(opslag: GesprekkenOpslag) -> None:
    with opslag.engine.connect() as verbinding:
        verbinding.execute(sa.text("SELECT count(*) FROM events WHERE data LIKE '%zo niet%'")).all()


@pytest.mark.lang
def test_lang_een_miljoen_gebeurtenissen_van_anderen(opslag: GesprekkenOpslag) -> None:
    sessies, sessie = _gesprek(opslag)
    leeg = _beste(lambda: _lees(opslag, sessies, sessie))
    _anderen(opslag, 1_000_000)
    vol = _beste(lambda: _lees(opslag, sessies, sessie))
    print(f"{opslag.engine.dialect.name}: {leeg * 1000:.1f} ms alone, {vol * 1000:.1f} ms among a million")
    assert vol < MAAL * leeg


def _beste(doe: Callable[[], None], keer: int = 40) -> float:
    duren = []
    for _ in range(keer):
        begin = time.perf_counter()
        doe()
        duren.append(time.perf_counter() - begin)
    return min(duren)

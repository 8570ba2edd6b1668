"""A store in a file of this test, and trackers to put in it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from wegwijzer.opslag import gesprekken
from wegwijzer.opslag.gesprekken import GesprekkenOpslag

DOMEIN = Domain.from_dict({"version": "3.1", "slots": {"plaats": {"type": "any", "mappings": [{"type": "custom"}]}}})


@pytest.fixture
def doe() -> Iterator[Callable[[Any], Any]]:
    """Runs one coroutine to its end."""
    lus = asyncio.new_event_loop()
    yield lus.run_until_complete
    lus.close()


@pytest.fixture
def open_opslag(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], GesprekkenOpslag]:
    """Opens the same file each time, as a restart does. A lock is waited for as long as a slow machine may need."""
    monkeypatch.delenv("WEGWIJZER_DB", raising=False)
    monkeypatch.setattr(gesprekken, "WACHT", 60_000)
    return lambda: GesprekkenOpslag(domain=DOMEIN, db=str(tmp_path / "map" / "gesprekken.db"))


@pytest.fixture
def tracker() -> Callable[..., DialogueStateTracker]:
    """A conversation `naam` whose events happened at the given times (seconds since 1970)."""

    def maak(naam: str, *tijden: float, tekst: str = "mijn kind zit thuis") -> DialogueStateTracker:
        gesprek = DialogueStateTracker.from_events(naam, [], DOMEIN.slots, domain=DOMEIN)
        for tijd in tijden:
            gesprek.update(ActionExecuted("action_listen", timestamp=tijd), DOMEIN)
            gesprek.update(UserUttered(tekst, {"name": "informeer"}, timestamp=tijd), DOMEIN)
            gesprek.update(SlotSet("plaats", "Zwolle", timestamp=tijd), DOMEIN)
        return gesprek

    return maak

"""Looks behind the assistant: what its tracker store holds of a conversation."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from wegwijzer.gesprekspartner import Gesprek, Gesprekspartner


@pytest.fixture
def bewaard(partner: Gesprekspartner) -> Callable[[Gesprek], str]:
    """Everything stored of a conversation, as one piece of JSON."""

    def lees(gesprek: Gesprek) -> str:
        tracker = partner._lus.run_until_complete(partner._agent.tracker_store.retrieve(gesprek.id))
        events = [e.as_dict() for e in tracker.events] if tracker else []
        return json.dumps(events, ensure_ascii=False)

    return lees

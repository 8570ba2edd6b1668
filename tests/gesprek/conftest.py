"""The real knowledge and places, read once; no Rasa."""

from __future__ import annotations

from datetime import datetime

import pytest

from wegwijzer.huis import Huis, houder

NU = datetime(2026, 11, 23, 10, 0)
"""A Monday morning."""


@pytest.fixture(scope="session")
def huis() -> Huis:
    """This checkout's knowledge."""
    return houder().haal()


@pytest.fixture
def nu() -> datetime:
    """The clock of these talks."""
    return NU

"""Held-out questions that are asked once for all tests of this folder."""

from __future__ import annotations

import pytest

from wegwijzer.evaluatie import testvragen
from wegwijzer.evaluatie.vragen import Uitkomst, stel
from wegwijzer.gesprekspartner import Gesprekspartner

ELKE = 6
"""The short tests ask one in so many questions of each topic."""


@pytest.fixture(scope="session")
def steekproef(partner: Gesprekspartner) -> list[Uitkomst]:
    """What the questions of the sample got."""
    return stel(partner, testvragen()[::ELKE])

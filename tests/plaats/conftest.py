"""Shared by the tests of wegwijzer.plaats."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from wegwijzer.plaats import Plaatsen, laad

HIER = Path(__file__).parent
GEOGRAFIE = HIER.parents[1] / "knowledge" / "geografie"


def lees(naam: str) -> list[dict[str, str]]:
    """Reads a file of expectations."""
    with (HIER / "gegevens" / naam).open(encoding="utf-8", newline="") as stroom:
        return list(csv.DictReader(stroom))


@pytest.fixture(scope="session")
def plaatsen() -> Plaatsen:
    """The real reference data."""
    return laad(GEOGRAFIE)


@pytest.fixture(scope="session")
def verwacht_postcodes() -> list[dict[str, str]]:
    """All postcodes with the expected codes."""
    return lees("verwacht_postcodes.csv")


@pytest.fixture(scope="session")
def verwacht_plaatsen() -> list[dict[str, str]]:
    """All woonplaatsen with the expected codes."""
    return lees("verwacht_plaatsen.csv")


@pytest.fixture(scope="session")
def verwacht_gemeenten() -> list[dict[str, str]]:
    """All gemeenten with the expected codes."""
    return lees("verwacht_gemeenten.csv")

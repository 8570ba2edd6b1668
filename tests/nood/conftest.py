"""The rules as they are served, read once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from wegwijzer.nood import NoodRegels, lees_regels

KENNIS = Path(__file__).parents[2] / "knowledge"


@pytest.fixture(scope="session")
def noodhulp() -> dict[str, Any]:
    """The content of `knowledge/noodhulp.yml`."""
    inhoud: dict[str, Any] = yaml.safe_load((KENNIS / "noodhulp.yml").read_text(encoding="utf-8"))
    return inhoud


@pytest.fixture(scope="session")
def regels(noodhulp: dict[str, Any]) -> NoodRegels:
    """The compiled rules of `knowledge/noodhulp.yml`."""
    return lees_regels(noodhulp)

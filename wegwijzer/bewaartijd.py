"""How long a conversation is kept after its last message: one number, which is held to and which parents are told."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

VULPLEK = "{bewaartermijn}"
"""Stands for the number of days in an answer of knowledge/onderwerpen."""
INSTELLING = "WEGWIJZER_BEWAARTERMIJN"
STANDAARD = 28
"""Days."""
LANGST = 365


def bewaartermijn(omgeving: Mapping[str, str] | None = None) -> int:
    """The number of days: 1 to 365 from the environment; without it, or with anything else there, 28."""
    waarde = (os.environ if omgeving is None else omgeving).get(INSTELLING, "")
    dagen = int(waarde) if waarde.isascii() and waarde.isdigit() and len(waarde) <= 3 else STANDAARD
    return dagen if 1 <= dagen <= LANGST else STANDAARD


def met_bewaartijd(onderwerp: Mapping[str, Any]) -> dict[str, Any]:
    """A topic of knowledge/ with the number of days where its answer has `{bewaartermijn}`."""
    velden = [v for v in ("antwoord", "eenvoudig") if onderwerp.get(v)]
    return {**onderwerp, **{v: onderwerp[v].replace(VULPLEK, str(bewaartermijn())) for v in velden}}

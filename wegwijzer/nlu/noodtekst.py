"""The apology for when everything else fails: last known texts, kept from the last knowledge that was in order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wegwijzer.huis import houder
from wegwijzer.pad.kaart import vul_nummers

ZONDER_KENNIS = "Sorry, er ging bij mij iets mis. Probeer het later nog eens, of vraag iemand op school om hulp."
"""Said only when no knowledge was ever read; telephone numbers come from knowledge, never from code."""


def noodtekst(nood: Mapping[str, Any] | None = None) -> str:
    """The text `storing` with its telephone numbers; where the gate heard danger (`nood`), the numbers for that."""
    try:
        kennis = houder().haal().kennis
        tekst = kennis.teksten["storing"][0]
        if nood and nood.get("niveau") == "nood":
            antwoorden = kennis.noodhulp["antwoorden"]
            tekst = (antwoorden.get(nood.get("soort")) or antwoorden["direct_gevaar"])["tekst"]
        return vul_nummers(tekst, kennis).strip()
    except Exception:
        return ZONDER_KENNIS

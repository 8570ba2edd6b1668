"""The apology for when everything else fails: last known texts, kept from the last knowledge that was in order."""

from __future__ import annotations

from wegwijzer.huis import houder
from wegwijzer.pad.kaart import vul_nummers

ZONDER_KENNIS = "Sorry, er ging bij mij iets mis. Probeer het later nog eens, of vraag iemand op school om hulp."
"""Said only when no knowledge was ever read; telephone numbers come from knowledge, never from code."""


def noodtekst() -> str:
    """The text `storing` with its telephone numbers."""
    try:
        kennis = houder().haal().kennis
    except Exception:
        return ZONDER_KENNIS
    return vul_nummers(kennis.teksten["storing"][0], kennis).strip()

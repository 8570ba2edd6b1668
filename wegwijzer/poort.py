"""The gate that every message passes first, on every channel: danger on the raw text, then cleaning, then redaction.

Nothing behind it (tracker, log, store, Rasa) sees what a parent typed before this.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wegwijzer.huis import houder
from wegwijzer.nood import beoordeel
from wegwijzer.taal.schoon import schoon


@dataclass(frozen=True)
class Doorgelaten:
    """`tekst` is clean and redacted; `nood` is the danger layer's verdict as plain data, or None."""

    tekst: str
    nood: dict[str, Any] | None
    verwijderd: tuple[str, ...]


def poort(ruw: object) -> Doorgelaten:
    """Let one message through. Typed `/intent{…}` becomes text like any other."""
    tekst = ruw if isinstance(ruw, str) else ""
    huis = houder().haal()
    oordeel = beoordeel(tekst, huis.noodregels)
    nood = {"niveau": oordeel.niveau, "soort": oordeel.soort} if oordeel else None
    geredigeerd = huis.redacteur.redigeer(schoon(tekst).lstrip("/ "))
    return Doorgelaten(geredigeerd.tekst, nood, geredigeerd.soorten)

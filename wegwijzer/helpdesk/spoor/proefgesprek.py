"""A conversation that is tried: what a form holds of it. Nothing of it is kept; each time it is played anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from wegwijzer.batch import klok
from wegwijzer.helpdesk.spoor.model import Spoor

MEESTE_BEURTEN = 20
LANGSTE = 2000
"""As a parent may write in the chat (characters)."""


class Speler(Protocol):
    """Plays conversations: Spoorzoeker, or a stand-in."""

    def met_slots(self, slots: Mapping[str, Any], nu: datetime | None = None) -> Any:
        """A fresh conversation."""

    def spoor(self, gesprek: Any, tekst: str) -> Spoor:
        """One turn."""

    def vergeet(self, gesprek: Any) -> None:
        """Drop it."""


@dataclass(frozen=True)
class Proefgesprek:
    """What is played: the messages, the situation it begins with, and the clock (None: now)."""

    beurten: tuple[str, ...] = ()
    slots: Mapping[str, Any] = field(default_factory=dict)
    nu: datetime | None = None

    def speel(self, speler: Speler) -> list[Spoor]:
        """All turns, from the beginning."""
        gesprek = speler.met_slots(self.slots, self.nu)
        try:
            return [speler.spoor(gesprek, tekst) for tekst in self.beurten]
        finally:
            speler.vergeet(gesprek)


def lees_nu(tekst: str) -> datetime | None:
    """The clock as `<input type="datetime-local">` gives it, in Dutch time; None for empty. Raises ValueError."""
    if not tekst.strip():
        return None
    tijd = klok(tekst.strip())
    if tijd is not None and not 2000 <= tijd.year <= 2100:
        raise ValueError("jaar")
    return tijd


def lees_beurten(beurten: Sequence[str]) -> tuple[str, ...]:
    """The messages that hold something, with one kind of line end. Raises ValueError, in Dutch, at too many."""
    gekozen = tuple(b.replace("\r\n", "\n").replace("\r", "\n").strip() for b in beurten if b.strip())
    if len(gekozen) > MEESTE_BEURTEN:
        raise ValueError(f"Probeer ten hoogste {MEESTE_BEURTEN} berichten in één gesprek.")
    if any(len(b) > LANGSTE for b in gekozen):
        raise ValueError(f"Eén bericht mag ten hoogste {LANGSTE} tekens hebben.")
    return gekozen

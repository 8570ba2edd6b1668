"""What is known of one turn that was tried."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Bron:
    """Where a fact comes from, and where that is written: `bestand` relative to `knowledge/`, `regel` from 1."""

    bron: str
    gezien: str
    stand: str
    zekerheid: str
    bestand: str
    regel: int


@dataclass(frozen=True)
class Vindplaats:
    """A field of the knowledge that made the answer.

    `waar`: what of it a parent sees (antwoord, kaart, knop), or what made it answer (herkend, gevaar).
    """

    bestand: str
    regel: int
    veld: str
    waar: str

    @property
    def plek(self) -> str:
        """As editors know it: `knowledge/onderwerpen/balans_bellen.yml:7`."""
        return f"knowledge/{self.bestand}:{self.regel}"


@dataclass(frozen=True)
class Gevaar:
    """The verdict on danger. `niveau`: nood, zorg or empty; `door`: regel, net or empty.

    `regel`: the rule as noodhulp.yml has it, `bij` where it stands; `kansen`: what the learned net made of the whole
    message, by kind, the likeliest first.
    """

    niveau: str = ""
    soort: str = ""
    door: str = ""
    regel: str = ""
    bij: Vindplaats | None = None
    kansen: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class Slot:
    """One slot of the contract before and after the turn."""

    naam: str
    voor: Any
    na: Any

    @property
    def veranderd(self) -> bool:
        """Whether this turn changed it; empty and unknown are the same."""
        return (self.voor or None) != (self.na or None)


@dataclass(frozen=True)
class Spoor:
    """One turn. `beurt` is the turn as the contract writes it (tests/contract/ask-output.schema.json).

    `kansen`: topics by confidence, the likeliest first, at most four; `gehoord`: what single sentences ask about;
    `tijden`: milliseconds by part, in the order of the message's way, `totaal` last.
    """

    beurt: Mapping[str, Any]
    kansen: tuple[tuple[str, float], ...] = ()
    gehoord: tuple[tuple[str, float], ...] = ()
    slots: tuple[Slot, ...] = ()
    gevaar: Gevaar = field(default_factory=Gevaar)
    verwijderd: tuple[str, ...] = ()
    vindplaatsen: tuple[Vindplaats, ...] = ()
    bronnen: tuple[Bron, ...] = ()
    tijden: Mapping[str, float] = field(default_factory=dict)

    @property
    def waarom(self) -> str:
        """The reason for this answer, as the conversation itself gave it."""
        return str(self.beurt.get("why") or "")

    @property
    def stap(self) -> str | None:
        """The step that is open after this turn."""
        return next((s.na for s in self.slots if s.naam == "stap"), None)

    def als_dict(self) -> dict[str, Any]:
        """The same as plain data."""
        return asdict(self)

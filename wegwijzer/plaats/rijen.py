"""De rijen uit de naslagbestanden."""

from __future__ import annotations

from dataclasses import dataclass

from wegwijzer.plaats.model import Plek, Soort


@dataclass(frozen=True)
class Gemeente:
    """Een gemeente uit gemeenten.csv."""

    naam: str
    provincie: str


@dataclass(frozen=True)
class Woonplaats:
    """Een rij uit plaatsen.csv."""

    plaats: str
    naam: str
    gemeente: str
    provincie: str
    pc4s: tuple[str, ...]
    po: tuple[str, ...]
    vo: tuple[str, ...]
    gewoon: str


@dataclass(frozen=True)
class Postcode:
    """Een rij uit postcodes.csv."""

    pc4: str
    gemeente: str
    plaatsen: tuple[str, ...]
    po: str | None
    vo: str | None
    zekerheid: str


@dataclass(frozen=True)
class Bijnaam:
    """Een rij uit bijnamen.csv."""

    alias: str
    soort: str
    plaats: str | None
    gemeente: str
    gewoon: str


@dataclass
class Naam:
    """Wat een schrijfwijze kan betekenen."""

    kandidaten: list[Plek]
    soort: Soort
    gewoon: str
    omvang: int = 0

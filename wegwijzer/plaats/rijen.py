"""The rows of the reference files."""

from __future__ import annotations

from dataclasses import dataclass

from wegwijzer.plaats.model import Plek, Soort


@dataclass(frozen=True)
class Gemeente:
    """A gemeente from gemeenten.csv."""

    naam: str
    provincie: str


@dataclass(frozen=True)
class Woonplaats:
    """A row of plaatsen.csv."""

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
    """A row of postcodes.csv."""

    pc4: str
    gemeente: str
    plaatsen: tuple[str, ...]
    po: str | None
    vo: str | None
    zekerheid: str


@dataclass(frozen=True)
class Bijnaam:
    """A row of bijnamen.csv."""

    alias: str
    soort: str
    plaats: str | None
    gemeente: str
    gewoon: str


@dataclass
class Naam:
    """What one spelling can mean; `omvang` is the number of postcodes, by which a misspelling is weighed."""

    kandidaten: list[Plek]
    soort: Soort
    gewoon: str
    omvang: int = 0

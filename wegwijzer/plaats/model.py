"""The values of this package: place, mention and door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Sector = Literal["po", "vo"]
Soort = Literal["pc4", "plaats", "gemeente", "bijnaam"]
Vraag = Literal["plaats", "pc4", "welke"]


@dataclass(frozen=True)
class Plek:
    """One place: a woonplaats, a gemeente, a postcode area or (seldom) a province only.

    Attributes:
        plaats: Official name of the woonplaats, or None if only the gemeente or postcode is known.
        gemeente: Official name of the gemeente.
        provincie: Name of the province.
        pc4: The four digits of the postcode, if known.
        po: Code of the samenwerkingsverband for primary education; None is unknown or split.
        vo: Code of the samenwerkingsverband for secondary education; None is unknown or split.
        po_keuzes: The possible codes if the place is split for primary education, else empty.
        vo_keuzes: The possible codes if the place is split for secondary education, else empty.
        zekerheid: "hoog" or "laag".
        naam: The name as people write it, without an addition such as "(NH)" or "Gld".
    """

    plaats: str | None
    gemeente: str | None
    provincie: str | None
    pc4: str | None
    po: str | None
    vo: str | None
    po_keuzes: tuple[str, ...] = ()
    vo_keuzes: tuple[str, ...] = ()
    zekerheid: str = "hoog"
    naam: str | None = None

    def code(self, sector: Sector) -> str | None:
        """Gives the code of the samenwerkingsverband for this sector, or None."""
        return self.po if sector == "po" else self.vo

    def keuzes(self, sector: Sector) -> tuple[str, ...]:
        """Gives the possible codes if the place is split for this sector."""
        return self.po_keuzes if sector == "po" else self.vo_keuzes

    @property
    def omschrijving(self) -> str:
        """The name to show to a parent, without province."""
        if self.naam:
            return self.naam
        if self.plaats or self.gemeente:
            return self.plaats or self.gemeente or ""
        return self.pc4 or (f"provincie {self.provincie}" if self.provincie else "")


@dataclass(frozen=True)
class Vermelding:
    """A place that is named in a text.

    Attributes:
        start: Offset of the first character in the text.
        end: Offset just past the mention.
        tekst: The piece of text itself.
        kandidaten: The places that can be meant. Empty for a postcode that does not exist.
        score: How sure the recognition is, from 0 to 1.
        soort: By what the place was recognised.
        school: True if the school is there, False if the family lives there, None if that does not show.
    """

    start: int
    end: int
    tekst: str
    kandidaten: tuple[Plek, ...]
    score: float
    soort: Soort
    school: bool | None = None


@dataclass(frozen=True)
class Deur:
    """The answer to the question which samenwerkingsverband goes with a place.

    Attributes:
        code: The code, or None if something must still be asked or the answer is not known.
        vraag: What must still be asked: the place, the postcode, or which place is meant.
        keuzes: The places to choose from with the question "welke".
        zekerheid: "hoog" or "laag".
    """

    code: str | None
    vraag: Vraag | None
    keuzes: tuple[Plek, ...]
    zekerheid: str

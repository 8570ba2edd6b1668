"""De waarden waarmee dit pakket rekent: plek, vermelding en deur."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Sector = Literal["po", "vo"]
Soort = Literal["pc4", "plaats", "gemeente", "bijnaam"]
Vraag = Literal["plaats", "pc4", "welke"]


@dataclass(frozen=True)
class Plek:
    """Eén plek: een woonplaats, een gemeente, een postcodegebied of (zelden) alleen een provincie.

    Attributes:
        plaats: Officiële naam van de woonplaats, of None als alleen de gemeente of postcode bekend is.
        gemeente: Officiële naam van de gemeente.
        provincie: Naam van de provincie.
        pc4: De vier cijfers van de postcode, als die bekend zijn.
        po: Code van het samenwerkingsverband primair onderwijs; None is onbekend of gesplitst.
        vo: Code van het samenwerkingsverband voortgezet onderwijs; None is onbekend of gesplitst.
        po_keuzes: De mogelijke codes als de plek voor het primair onderwijs gesplitst is, anders leeg.
        vo_keuzes: De mogelijke codes als de plek voor het voortgezet onderwijs gesplitst is, anders leeg.
        zekerheid: "hoog" of "laag".
        naam: De naam zoals mensen die schrijven, zonder toevoeging als "(NH)" of "Gld".
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
        """Geeft de code van het samenwerkingsverband voor deze sector, of None."""
        return self.po if sector == "po" else self.vo

    def keuzes(self, sector: Sector) -> tuple[str, ...]:
        """Geeft de mogelijke codes als de plek voor deze sector gesplitst is."""
        return self.po_keuzes if sector == "po" else self.vo_keuzes

    @property
    def omschrijving(self) -> str:
        """De naam om aan een ouder te tonen, zonder provincie."""
        if self.naam:
            return self.naam
        if self.plaats or self.gemeente:
            return self.plaats or self.gemeente or ""
        return self.pc4 or (f"provincie {self.provincie}" if self.provincie else "")


@dataclass(frozen=True)
class Vermelding:
    """Een plek die in een tekst genoemd wordt.

    Attributes:
        start: Eerste teken in de tekst.
        end: Eerste teken ná de vermelding.
        tekst: Het stuk tekst zelf.
        kandidaten: De plekken die bedoeld kunnen zijn. Leeg bij een postcode die niet bestaat.
        score: Hoe zeker de herkenning is, van 0 tot 1.
        soort: Waaraan de plek herkend is.
        school: True als de school er staat, False als het gezin er woont, None als dat niet blijkt.
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
    """Het antwoord op de vraag welk samenwerkingsverband bij een plek hoort.

    Attributes:
        code: De code, of None als er nog iets gevraagd moet worden of het antwoord niet bekend is.
        vraag: Wat er nog gevraagd moet worden: de plaats, de postcode of welke plek bedoeld is.
        keuzes: De plekken waaruit gekozen kan worden bij de vraag "welke".
        zekerheid: "hoog" of "laag".
    """

    code: str | None
    vraag: Vraag | None
    keuzes: tuple[Plek, ...]
    zekerheid: str

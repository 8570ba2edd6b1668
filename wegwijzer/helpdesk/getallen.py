"""The figures of the helpdesk as tables: by week or over a period, small counts hidden."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wegwijzer.kennis.model import Kennis
from wegwijzer.opslag import cijfers

GEHEIM = 5
"""Fewer than this are not shown."""
MEESTE = 20
"""Rows of a table over a period, the largest first."""
TALEN = {
    "nl": "Nederlands", "en": "Engels", "tr": "Turks", "ar": "Arabisch", "pl": "Pools", "uk": "Oekraïens",
    "fr": "Frans", "anders": "een andere taal",
}  # fmt: skip
ANDERS = {
    "onduidelijk": "niet begrepen", "buiten_bereik": "niet van ons", "nood": "noodnummers getoond",
    "pad": "de weg zelf", "gesprek": "over het gesprek",
}  # fmt: skip
"""What answered beside the topics (the contract's `topic`), in words."""
GESPREKKEN = (cijfers.ALLE, cijfers.NIEUW, cijfers.TERUG)
TITELS = {
    "gesprekken": (
        "Gesprekken per week",
        "Een gesprek telt in elke week waarin iets is gezegd. Terug: na een halve dag of langer.",
    ),
    "beurten": ("Berichten per week", "Elk bericht van een ouder dat een antwoord kreeg."),
    "antwoorden": (
        "Niet begrepen, niet van ons, gevaar",
        "Hoeveel berichten zo'n antwoord kregen. Gevaar: de noodnummers zijn getoond.",
    ),
    "onderwerpen": ("Onderwerpen", f"Wat antwoord gaf, hoogstens {MEESTE}."),
    "stappen": ("Stappen", "Hoe vaak een stap de volgende stap werd."),
    "regios": ("Regio's", f"Gesprekken per samenwerkingsverband, hoogstens {MEESTE}."),
    "talen": ("Talen", "Gesprekken per taal."),
}
"""Name of a figure → its title and what it counts."""
Rij = tuple[str, tuple[int, ...]]
Teller = Mapping[str, Mapping[str, Mapping[str, int]]]


@dataclass(frozen=True)
class Tabel:
    """One figure. `rijen`: name, and a number for each of `reeksen`; not `per_week`: over the period, largest first."""

    naam: str
    titel: str
    uitleg: str
    eerste: str
    reeksen: tuple[str, ...]
    rijen: tuple[Rij, ...]
    per_week: bool = False

    @property
    def leeg(self) -> bool:
        """Whether nothing was counted."""
        return not any(any(getallen) for _, getallen in self.rijen)


def tabellen(teller: Teller, weken: Sequence[str], kennis: Kennis) -> list[Tabel]:
    """All figures. `teller`: see cijfers.lees."""
    namen = {o.id: o.titel for o in kennis.onderwerpen.values()} | ANDERS
    stappen = {id_: stap.naam for id_, stap in kennis.stappen.items()}
    regios = {code: f"{code} {v.naam}" for code, v in kennis.samenwerkingsverbanden.items()}
    gesprek, onderwerp = teller.get(cijfers.GESPREK, {}), teller.get(cijfers.ONDERWERP, {})
    beurten = teller.get(cijfers.BEURT, {}).get(cijfers.ALLE, {})
    gevaar = {tekst: onderwerp.get(naam, {}) for naam, tekst in list(ANDERS.items())[:3]}
    stap, regio, taal = (teller.get(soort, {}) for soort in (cijfers.STAP, cijfers.REGIO, cijfers.TAAL))
    return [
        _per_week("gesprekken", weken, {naam: gesprek.get(naam, {}) for naam in GESPREKKEN}),
        _per_week("beurten", weken, {"berichten": beurten}),
        _per_week("antwoorden", weken, gevaar),
        _periode("onderwerpen", onderwerp, namen),
        _periode("stappen", stap, stappen),
        _periode("regios", regio, regios),
        _periode("talen", taal, TALEN),
    ]


def getoond(aantal: int) -> str:
    """The number as it is shown."""
    return "minder dan 5" if 0 < aantal < GEHEIM else str(aantal)


def cellen(tabel: Tabel) -> list[list[str]]:
    """The rows as text, small counts hidden."""
    return [[naam, *map(getoond, getallen)] for naam, getallen in tabel.rijen]


def _per_week(naam: str, weken: Sequence[str], reeksen: Mapping[str, Mapping[str, int]]) -> Tabel:
    rijen = tuple((week, tuple(reeks.get(week, 0) for reeks in reeksen.values())) for week in weken)
    return Tabel(naam, *TITELS[naam], "week", tuple(reeksen), rijen, per_week=True)


def _periode(naam: str, geteld: Mapping[str, Any], namen: Mapping[str, str]) -> Tabel:
    som = {wat: sum(per_week.values()) for wat, per_week in geteld.items()}
    los: list[Rij] = [(namen.get(wat, wat), (aantal,)) for wat, aantal in som.items()]
    rijen = sorted(los, key=lambda r: (-r[1][0], r[0]))
    return Tabel(naam, *TITELS[naam], "wat", ("aantal",), tuple(_zonder_volgorde(rijen[:MEESTE])))


def _zonder_volgorde(rijen: list[Rij]) -> list[Rij]:
    """Hidden counts by name: their order would say which is larger."""
    return [r for r in rijen if r[1][0] >= GEHEIM] + sorted(r for r in rijen if r[1][0] < GEHEIM)

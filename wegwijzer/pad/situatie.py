"""What is known of one child's situation. Read from and written to Rasa's slots, but knows no Rasa."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from wegwijzer.kennis.model import PO_SOORTEN, STAPPEN, VO_SOORTEN

LAATSTE_PO_LEEFTIJD = 11
EERSTE_VO_LEEFTIJD = 13
"""Between these a child may be in either; whoever is 16 or older may also be in mbo."""
EERSTE_MBO_LEEFTIJD = 16


VERVANGERS = {"mbo": "mbo_school", "cluster1": "cluster1", "cluster2": "cluster2"}
"""Whom to turn to where there is no samenwerkingsverband."""


@dataclass
class Situatie:
    """The contract's slots. `weken_thuis` whole weeks, `leeftijd` whole years, the rest ids or official names.

    `gebeurtenissen`: event (an id of termijnen.yml) → the day that the parent named (ISO).
    """

    onderwijssoort: str | None = None
    richting: str | None = None
    plaats: str | None = None
    gemeente: str | None = None
    pc4: str | None = None
    swv: str | None = None
    leeftijd: int | None = None
    weken_thuis: int | None = None
    situatie: list[str] = field(default_factory=list)
    stappen_gedaan: list[str] = field(default_factory=list)
    stap: str | None = None
    onderwerp: str | None = None
    kind: str | None = None
    gebeurtenissen: dict[str, str] = field(default_factory=dict)

    @classmethod
    def uit_slots(cls, slots: Mapping[str, Any]) -> Situatie:
        """From slots; an empty or foreign value counts as unknown."""
        waarden = {v.name: slots[v.name] for v in fields(cls) if slots.get(v.name) is not None}
        for naam in ("situatie", "stappen_gedaan"):
            waarden[naam] = list(waarden.get(naam) or [])
        waarden["gebeurtenissen"] = dict(waarden.get("gebeurtenissen") or {})
        return cls(**waarden)

    def als_slots(self) -> dict[str, Any]:
        """The same as slot values."""
        return asdict(self)

    def sector(self) -> str | None:
        """`po` or `vo`, from the kind of school or else from the age; None when open or not applicable."""
        if self.onderwijssoort in PO_SOORTEN:
            return "po"
        if self.onderwijssoort in VO_SOORTEN:
            return "vo"
        if self.onderwijssoort is not None or self.leeftijd is None:
            return None
        if self.leeftijd <= LAATSTE_PO_LEEFTIJD:
            return "po"
        if EERSTE_VO_LEEFTIJD <= self.leeftijd < EERSTE_MBO_LEEFTIJD:
            return "vo"
        return None

    def zonder_samenwerkingsverband(self) -> str | None:
        """`mbo`, `cluster1` or `cluster2` where no samenwerkingsverband applies."""
        if self.onderwijssoort == "mbo":
            return "mbo"
        return self.richting if self.richting in ("cluster1", "cluster2") else None

    def gedaan(self, stap: str) -> bool:
        """Whether the parent has been there already."""
        return stap in self.stappen_gedaan

    def heeft_gedaan(self, stap: str) -> None:
        """Remember a step as done, once, in the order of the road."""
        if stap in STAPPEN and stap not in self.stappen_gedaan:
            self.stappen_gedaan = sorted([*self.stappen_gedaan, stap], key=STAPPEN.index)

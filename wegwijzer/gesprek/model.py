"""What goes into a turn and what comes out of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from wegwijzer.pad.situatie import Situatie
from wegwijzer.taal.schoon import kaal
from wegwijzer.taal.vondst import Vondst


@dataclass(frozen=True)
class Knop:
    """A choice: the title that the parent sees (and may type), and what it does (`doel`, an internal token)."""

    titel: str
    doel: str


@dataclass(frozen=True)
class Antwoord:
    """One reply. `tekst` stands alone on any channel; `custom` is for the widget (contract: Answers)."""

    tekst: str
    knoppen: tuple[Knop, ...] = ()
    custom: Mapping[str, Any] = field(default_factory=dict)


def woorden(regels: Iterable[str]) -> int:
    """How many words a parent would have to read."""
    return sum(len(r.split()) for r in regels)


@dataclass(frozen=True)
class Bericht:
    """An understood message. `ranking` and `gehoord` hold labels with confidence, the likeliest first."""

    tekst: str
    nu: datetime
    ranking: Sequence[tuple[str, float]] = ()
    gehoord: Sequence[tuple[str, float]] = ()
    vondsten: Sequence[Vondst] = ()
    nood: Mapping[str, Any] | None = None
    verwijderd: Sequence[str] = ()

    @property
    def kans(self) -> float:
        """How sure the likeliest label is."""
        return self.ranking[0][1] if self.ranking else 0.0

    def alle(self, entity: str) -> list[Vondst]:
        """The findings of one kind, in the order of the text."""
        return [v for v in self.vondsten if v.entity == entity]


@dataclass
class Toestand:
    """All that a conversation remembers: the situation, and where the talk itself stands.

    `kandidaten`: the places (plaats, gemeente, pc4) that an ambiguous name can mean, until the parent chooses;
    `vorige`: the situation before the last turn, so that it can be taken back; `plaats_school`: the parent said
    (or confirmed) that the place is the school's; `doelstap`: the step that the parent asked for, while its
    questions are still open; `na_nood`: the last answer was about danger; `taal`: the language other than Dutch in
    which the parent writes (a code of `kennis.model.TALEN`, or `anders`); `laatst`: what was last shown, as
    `soort:waarde` (stap, onderwerp, vraag or nood), to be said again in easier words; `gebeurtenis`: the event of
    termijnen.yml whose day was asked or told last; `voorbereiding`: question of `vragen.VOORBEREIDING` → the points
    that the parent gave for the talk with school; `gezien`: when the parent last said something (ISO); `welkom`: was
    welcomed back since then; `kinderen`: the other children of the talk, by key (kinderen.py), as they were left;
    `kind_sleutel`: the key of the present child; `kind_gewisseld`: within one turn, the child that it turned to;
    `doelgroepen`: key of a child ("" while none is named) → what it has, for choosing places to learn (autisme);
    `gezegd`: marks (CRC-32) of the long texts of the last turn, so that none is said twice in a row.
    """

    situatie: Situatie = field(default_factory=Situatie)
    vraag: str | None = None
    keuzes: list[Knop] = field(default_factory=list)
    overgeslagen: list[str] = field(default_factory=list)
    misverstaan: int = 0
    begroet: bool = False
    getoond: list[str] = field(default_factory=list)
    plaats_school: bool = False
    kandidaten: list[list[str | None]] = field(default_factory=list)
    vorige: dict[str, Any] | None = None
    doelstap: str | None = None
    na_nood: bool = False
    taal: str | None = None
    laatst: str | None = None
    gebeurtenis: str | None = None
    voorbereiding: dict[str, list[str]] = field(default_factory=dict)
    gezien: str | None = None
    welkom: bool = False
    kinderen: dict[str, dict[str, Any]] = field(default_factory=dict)
    kind_sleutel: str | None = None
    kind_gewisseld: str | None = None
    doelgroepen: dict[str, list[str]] = field(default_factory=dict)
    gezegd: list[int] = field(default_factory=list)

    @classmethod
    def uit_slots(cls, slots: Mapping[str, Any]) -> Toestand:
        """From Rasa's slots; what is missing starts empty."""
        gesprek = slots.get("gesprek") or {}
        return cls(
            situatie=Situatie.uit_slots(slots),
            vraag=slots.get("vraag"),
            keuzes=[Knop(k["titel"], k["doel"]) for k in slots.get("keuzes") or []],
            overgeslagen=list(gesprek.get("overgeslagen", [])),
            misverstaan=int(gesprek.get("misverstaan", 0)),
            begroet=bool(gesprek.get("begroet", False)),
            getoond=list(gesprek.get("getoond", [])),
            plaats_school=bool(gesprek.get("plaats_school", False)),
            kandidaten=list(gesprek.get("kandidaten", [])),
            vorige=gesprek.get("vorige"),
            doelstap=gesprek.get("doelstap"),
            na_nood=bool(gesprek.get("na_nood", False)),
            taal=gesprek.get("taal"),
            laatst=gesprek.get("laatst"),
            gebeurtenis=gesprek.get("gebeurtenis"),
            voorbereiding=dict(gesprek.get("voorbereiding") or {}),
            gezien=gesprek.get("gezien"),
            welkom=bool(gesprek.get("welkom", False)),
            kinderen=dict(gesprek.get("kinderen") or {}),
            kind_sleutel=gesprek.get("kind_sleutel"),
            doelgroepen=dict(gesprek.get("doelgroepen") or {}),
            gezegd=list(gesprek.get("gezegd") or []),
        )

    def als_slots(self) -> dict[str, Any]:
        """The slots to set, the situation's included."""
        return {
            **self.situatie.als_slots(),
            "vraag": self.vraag,
            "keuzes": [{"titel": k.titel, "doel": k.doel} for k in self.keuzes],
            "gesprek": {
                "overgeslagen": self.overgeslagen,
                "misverstaan": self.misverstaan,
                "begroet": self.begroet,
                "getoond": self.getoond,
                "plaats_school": self.plaats_school,
                "kandidaten": self.kandidaten,
                "vorige": self.vorige,
                "doelstap": self.doelstap,
                "na_nood": self.na_nood,
                "taal": self.taal,
                "laatst": self.laatst,
                "gebeurtenis": self.gebeurtenis,
                "voorbereiding": self.voorbereiding,
                "gezien": self.gezien,
                "welkom": self.welkom,
                "kinderen": self.kinderen,
                "kind_sleutel": self.kind_sleutel,
                "doelgroepen": self.doelgroepen,
                "gezegd": self.gezegd,
            },
        }

    def gekozen(self, tekst: str) -> Knop | None:
        """The choice whose title was typed or pressed."""
        gezegd = kaal(tekst)
        return next((k for k in self.keuzes if kaal(k.titel) == gezegd), None)


@dataclass(frozen=True)
class Beurt:
    """The outcome of one turn: replies, the new state, and what answered (contract: `topic`, `topics`) and why."""

    antwoorden: tuple[Antwoord, ...]
    toestand: Toestand
    topic: str
    topics: tuple[str, ...]
    waarom: str
    wis: bool = False

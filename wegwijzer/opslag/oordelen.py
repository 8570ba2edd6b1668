"""Marks of the helpdesk on answers, and the remarks of parents that still wait for one. Calls are synchronous."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore

from wegwijzer.opslag import berichten
from wegwijzer.opslag.tabellen import MELDINGEN, OORDELEN, zorg_voor

GOED, FOUT, ONVOLLEDIG = "goed", "fout", "onvolledig"
SOORTEN = (GOED, FOUT, ONVOLLEDIG)
OPEN, BEZIG, KLAAR = "open", "in behandeling", "klaar"
STATUSSEN = (OPEN, BEZIG, KLAAR)
SCHEIDING = "\n---\n"
"""Between the messages of one conversation in `vraag`."""


@dataclass(frozen=True)
class Oordeel:
    """One mark; the fields are those of the table (tabellen.py). Times in seconds since 1970."""

    oordeel: str
    vraag: str = ""
    onderwerp: str = ""
    verwacht: str = ""
    bevat: str = ""
    bevat_niet: str = ""
    opmerking: str = ""
    bestanden: str = ""
    kennis: str = ""
    uitgave: int = 0
    melding: int | None = None
    wie: str = ""
    status: str = OPEN
    redacteur: str = ""
    test: str = ""
    gemaakt: float = 0.0
    klaar: float | None = None
    klaar_door: str = ""
    klaar_kennis: str = ""
    klaar_uitgave: int = 0
    id: int = 0

    @property
    def beurten(self) -> list[str]:
        """The messages of the question, in order."""
        return [deel for deel in self.vraag.split(SCHEIDING) if deel]

    @property
    def paden(self) -> list[str]:
        """The files that answered, relative to knowledge/."""
        return self.bestanden.split("\n") if self.bestanden else []


@dataclass(frozen=True)
class Opmerking:
    """A parent's remark ("klopt dit niet?"), redacted, and which answer it is about."""

    id: int
    tekst: str
    topic: str
    kennis: str
    uitgave: int
    gemaakt: float


_NAMEN = tuple(Oordeel.__dataclass_fields__)
_KOLOMMEN = sa.select(*(OORDELEN.c[naam] for naam in _NAMEN))
_MELDING = sa.select(*(MELDINGEN.c[n] for n in ("id", "tekst", "topic", "kennis", "uitgave", "gemaakt")))


def voeg_toe(opslag: SQLTrackerStore, oordeel: Oordeel, nu: float) -> int:
    """Store a new mark; its number."""
    zorg_voor(opslag.engine)
    rij = {naam: getattr(oordeel, naam) for naam in _NAMEN if naam != "id"} | {"gemaakt": nu}
    with opslag.session_scope() as sessie:
        nummer = int(sessie.execute(sa.insert(OORDELEN).values(**rij)).inserted_primary_key[0])
        sessie.commit()
    return nummer


def haal(opslag: SQLTrackerStore, nummer: int) -> Oordeel | None:
    """The mark with this number."""
    zorg_voor(opslag.engine)
    with opslag.session_scope() as sessie:
        rij = sessie.execute(_KOLOMMEN.where(OORDELEN.c.id == nummer)).first()
    return Oordeel(*rij) if rij else None


def lijst(opslag: SQLTrackerStore, statussen: tuple[str, ...], vanaf: int = 0, hoogstens: int = 1000) -> list[Oordeel]:
    """Marks in one of these states, the oldest that is not done first, what is done last."""
    zorg_voor(opslag.engine)
    laatst = sa.case((OORDELEN.c.status == KLAAR, 1), else_=0)
    volgorde = (laatst, sa.case((OORDELEN.c.status == KLAAR, -OORDELEN.c.gemaakt), else_=OORDELEN.c.gemaakt))
    vraag = _KOLOMMEN.where(OORDELEN.c.status.in_(statussen)).order_by(*volgorde).offset(vanaf).limit(hoogstens)
    with opslag.session_scope() as sessie:
        return [Oordeel(*rij) for rij in sessie.execute(vraag)]


def aantallen(opslag: SQLTrackerStore) -> dict[str, int]:
    """State → how many marks."""
    zorg_voor(opslag.engine)
    vraag = sa.select(OORDELEN.c.status, sa.func.count()).group_by(OORDELEN.c.status)
    with opslag.session_scope() as sessie:
        geteld = {str(status): int(n) for status, n in sessie.execute(vraag)}
    return {status: geteld.get(status, 0) for status in STATUSSEN}


def wijzig(opslag: SQLTrackerStore, nummer: int, waarden: Mapping[str, Any], als: tuple[str, ...] = STATUSSEN) -> bool:
    """Set these fields while the mark is in one of the states `als`; False where it is not (any more)."""
    zorg_voor(opslag.engine)
    waar = sa.and_(OORDELEN.c.id == nummer, OORDELEN.c.status.in_(als))
    with opslag.session_scope() as sessie:
        gezet = sessie.execute(sa.update(OORDELEN).where(waar).values(**waarden))
        sessie.commit()
    return bool(gezet.rowcount)


def opmerkingen(opslag: SQLTrackerStore, hoogstens: int = 200) -> list[Opmerking]:
    """Remarks of parents that nobody marked yet, the oldest first."""
    zorg_voor(opslag.engine)
    beoordeeld = sa.exists().where(OORDELEN.c.melding == MELDINGEN.c.id)
    vraag = _MELDING.where(sa.not_(beoordeeld)).order_by(MELDINGEN.c.id).limit(hoogstens)
    with opslag.session_scope() as sessie:
        return [Opmerking(*rij) for rij in sessie.execute(vraag)]


def opmerking(opslag: SQLTrackerStore, nummer: int) -> Opmerking | None:
    """One remark; None where it is not there (any more)."""
    zorg_voor(opslag.engine)
    with opslag.session_scope() as sessie:
        rij = sessie.execute(_MELDING.where(MELDINGEN.c.id == nummer)).first()
    return Opmerking(*rij) if rij else None


def woorden_van_ouder(opslag: SQLTrackerStore, melding: int) -> list[str]:
    """What the parent of this remark wrote in that conversation: to compare with, never to show or keep."""
    zorg_voor(opslag.engine)
    with opslag.session_scope() as sessie:
        rij = sessie.execute(sa.select(MELDINGEN.c.gesprek, MELDINGEN.c.tekst).where(MELDINGEN.c.id == melding)).first()
        if rij is None:
            return []
        return [rij[1], *(b.tekst for b in berichten.lees(sessie, rij[0]) if b.van_ouder)]

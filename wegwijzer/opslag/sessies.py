"""Sessions of the website channel: who may read and write which conversation, and which messages were taken in.

The token is known to the client only; here stands its hash. All calls are synchronous and may wait for a locked
database, so they belong on a thread. Each raises sqlalchemy.exc.SQLAlchemyError where the database does not answer.
"""

from __future__ import annotations

import hashlib
import secrets
import time
from dataclasses import dataclass
from enum import Enum
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore

from wegwijzer.opslag import berichten
from wegwijzer.opslag.gewist import noteer
from wegwijzer.opslag.tabellen import SESSIES, SLEUTELS, TOEGANGEN, zorg_voor
from wegwijzer.opslag.wissen import wis_in

BEURTDUUR = 20.0
"""So long a turn has the conversation to itself (seconds); after that its server is taken to have died."""


@dataclass(frozen=True)
class Sessie:
    """`gesprek`: the sender id; `basis`: what the numbers of its messages start after."""

    id: str
    gesprek: str
    basis: int


class Begin(Enum):
    """What happened to a message that wants its turn: it may go, it was done before, another runs, the conversation
    has become too long, or all is erased."""

    NIEUW = "nieuw"
    GEDAAN = "gedaan"
    BEZET = "bezet"
    VOL = "vol"
    WEG = "weg"


class Eind(Enum):
    """How a turn ended: it is stored, the parent had everything wiped, it is not stored, or the session is gone."""

    BEWAARD = "bewaard"
    GEWIST = "gewist"
    MISLUKT = "mislukt"
    WEG = "weg"


class Sessies:
    """The sessions in the database of `opslag`."""

    def __init__(self, opslag: SQLTrackerStore) -> None:
        zorg_voor(opslag.engine)
        self._opslag = opslag

    def maak(self, nu: float) -> str:
        """A new session; returns its token: 256 bits, 43 characters."""
        token = secrets.token_urlsafe(32)
        rij = {"id": hash_van(token), "gesprek": f"web-{secrets.token_hex(16)}", "gemaakt": nu, "gezien": nu}
        with self._opslag.session_scope() as sessie:
            sessie.execute(sa.insert(SESSIES).values(**rij))
            sessie.commit()
        return token

    def vind(self, token: str) -> Sessie | None:
        """The session of this token, which another device may have begun; or None."""
        ander = sa.select(TOEGANGEN.c.gesprek).where(TOEGANGEN.c.id == hash_van(token))
        deze = sa.or_(SESSIES.c.id == hash_van(token), SESSIES.c.gesprek.in_(ander))
        vraag = sa.select(SESSIES.c.id, SESSIES.c.gesprek, SESSIES.c.basis).where(deze)
        with self._opslag.session_scope() as sessie:
            rij = sessie.execute(vraag).first()
        return Sessie(*rij) if rij else None

    def lees(self, van: Sessie, vanaf: int = 0) -> list[berichten.Bericht]:
        """The messages after number `vanaf`, counted with `van.basis`."""
        with self._opslag.session_scope() as sessie:
            return berichten.lees(sessie, van.gesprek, vanaf - van.basis)

    def slots(self, van: Sessie) -> dict[str, Any]:
        """What the conversation knows of the child and of itself (README, Contract: slots)."""
        with self._opslag.session_scope() as sessie:
            return berichten.slots(sessie, van.gesprek)

    def begin(self, van: Sessie, sleutel: str, nu: float, hoogstens: int | None = None) -> Begin:
        """Take the turn for the message with this key, in one transaction, unless there are `hoogstens` messages."""
        deze = sa.and_(SLEUTELS.c.gesprek == van.gesprek, SLEUTELS.c.sleutel == sleutel)
        vrij = sa.and_(SESSIES.c.id == van.id, niet_bezig(nu))
        with self._opslag.session_scope() as sessie:
            klaar = sessie.execute(sa.select(SLEUTELS.c.klaar).where(deze)).scalar()
            if klaar:
                return Begin.GEDAAN
            if hoogstens is not None and berichten.aantal(sessie, van.gesprek) >= hoogstens:
                return Begin.VOL
            gepakt = sessie.execute(sa.update(SESSIES).where(vrij).values(bezig_tot=nu + BEURTDUUR, gezien=nu))
            if not gepakt.rowcount:
                sessie.rollback()
                bestaat = sessie.execute(sa.select(SESSIES.c.id).where(SESSIES.c.id == van.id)).first()
                return Begin.BEZET if bestaat else Begin.WEG
            # Asked again: until the row was ours, another worker may have finished this very message.
            klaar = sessie.execute(sa.select(SLEUTELS.c.klaar).where(deze)).scalar()
            if klaar is None:
                sessie.execute(
                    sa.insert(SLEUTELS).values(gesprek=van.gesprek, sleutel=sleutel, gemaakt=nu, klaar=False)
                )
            elif klaar or berichten.heeft_sleutel(sessie, van.gesprek, sleutel):
                sessie.execute(sa.update(SLEUTELS).where(deze).values(klaar=True))
                sessie.execute(sa.update(SESSIES).where(SESSIES.c.id == van.id).values(bezig_tot=0.0))
                sessie.commit()
                return Begin.GEDAAN
            sessie.commit()
        return Begin.NIEUW

    def eind(self, van: Sessie, sleutel: str) -> Eind:
        """Give the turn back, and note whether it was stored. What was stored for a session that is gone goes too."""
        deze = sa.and_(SLEUTELS.c.gesprek == van.gesprek, SLEUTELS.c.sleutel == sleutel)
        with self._opslag.session_scope() as sessie:
            vrij = sessie.execute(sa.update(SESSIES).where(SESSIES.c.id == van.id).values(bezig_tot=0.0))
            if not vrij.rowcount:
                wis_in(sessie, [van.gesprek])
                noteer(sessie, [van.gesprek], time.time())
                sessie.commit()
                return Eind.WEG
            bewaard = berichten.heeft_sleutel(sessie, van.gesprek, sleutel)
            if bewaard:
                sessie.execute(sa.update(SLEUTELS).where(deze).values(klaar=True))
            basis = sessie.execute(sa.select(SESSIES.c.basis).where(SESSIES.c.id == van.id)).scalar()
            sessie.commit()
        if bewaard:
            return Eind.BEWAARD
        return Eind.GEWIST if basis != van.basis else Eind.MISLUKT

    def verwijder(self, van: Sessie) -> None:
        """Everything of this session: conversation, keys, remarks, link, other devices and the session itself."""
        with self._opslag.session_scope() as sessie:
            sessie.execute(sa.delete(SESSIES).where(SESSIES.c.id == van.id))
            sessie.execute(sa.delete(TOEGANGEN).where(TOEGANGEN.c.gesprek == van.gesprek))
            wis_in(sessie, [van.gesprek])
            noteer(sessie, [van.gesprek], time.time())
            sessie.commit()


def niet_bezig(nu: float) -> Any:
    """The condition that no turn runs at `nu`; a claim from far in the future is one of before the clock went back."""
    return sa.or_(SESSIES.c.bezig_tot < nu, SESSIES.c.bezig_tot > nu + 2 * BEURTDUUR)


def hash_van(token: str) -> str:
    """What is stored of a token."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()

"""Tries to log in, counted by the name that was typed and shared by all workers. Calls are synchronous.

A name that does not exist is counted too: else the answer would tell which names do.
"""

from __future__ import annotations

import hashlib
import unicodedata

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore

from wegwijzer.opslag.tabellen import POGINGEN, zorg_voor

VRIJ = 5
"""So many tries in a row without waiting."""
LANGSTE_WACHT = 300.0
"""After each further one the wait doubles, from one second up to this. Longer would let a
stranger shut somebody out."""
VERGETEN = 3600.0
"""After so long without a try the count begins anew (seconds)."""
BEWAARD = 86_400.0
"""Rows go after this (seconds)."""


def neem(opslag: SQLTrackerStore, naam: str, nu: float) -> float:
    """Count a try for this name, before the password is looked at; 0.0 when it may, else the seconds to wait."""
    zorg_voor(opslag.engine)
    deze = POGINGEN.c.id == _merk(naam)
    with opslag.session_scope() as sessie:
        sessie.execute(sa.delete(POGINGEN).where(POGINGEN.c.laatst < nu - BEWAARD))
        # Written before it is read, so that two tries at once are two.
        if not sessie.execute(sa.update(POGINGEN).where(deze).values(aantal=POGINGEN.c.aantal)).rowcount:
            try:
                sessie.execute(sa.insert(POGINGEN).values(id=_merk(naam), aantal=1, dicht_tot=0.0, laatst=nu))
                sessie.commit()
                return 0.0
            except sa.exc.IntegrityError:
                sessie.rollback()
                sessie.execute(sa.update(POGINGEN).where(deze).values(aantal=POGINGEN.c.aantal))
        rij = sessie.execute(sa.select(POGINGEN.c.aantal, POGINGEN.c.dicht_tot, POGINGEN.c.laatst).where(deze)).one()
        if rij.dicht_tot > nu:
            sessie.rollback()
            return float(rij.dicht_tot - nu)
        aantal = 1 if nu - rij.laatst > VERGETEN else rij.aantal + 1
        waarden = {"aantal": aantal, "laatst": nu, "dicht_tot": nu + wacht_na(aantal)}
        sessie.execute(sa.update(POGINGEN).where(deze).values(**waarden))
        sessie.commit()
    return 0.0


def wacht_na(aantal: int) -> float:
    """Seconds to wait after so many tries that went wrong."""
    return 0.0 if aantal < VRIJ else min(LANGSTE_WACHT, 2.0 ** min(aantal - VRIJ, 20))


def vergeet(opslag: SQLTrackerStore, naam: str) -> None:
    """It went well: begin to count anew."""
    with opslag.session_scope() as sessie:
        sessie.execute(sa.delete(POGINGEN).where(POGINGEN.c.id == _merk(naam)))
        sessie.commit()


def _merk(naam: str) -> str:
    netjes = " ".join(unicodedata.normalize("NFC", naam).casefold().split())
    return hashlib.sha256(netjes.encode("utf-8", "replace")).hexdigest()

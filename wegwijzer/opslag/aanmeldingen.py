"""Who is logged in at the helpdesk. The secret is known to the browser only; here stands its hash. All
calls are synchronous."""

from __future__ import annotations

import secrets

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore

from wegwijzer.opslag.rollen import Bezoeker, Rol
from wegwijzer.opslag.sessies import hash_van
from wegwijzer.opslag.tabellen import AANMELDINGEN, ACCOUNTS

ZUINIG = 60.0
"""That somebody was there is written down at most so often (seconds)."""


def maak(opslag: SQLTrackerStore, account: int, nu: float, duur: float) -> str:
    """Log this account in; the secret: 256 bits, 43 characters. Log-ins older than `duur` seconds are cleared away."""
    token = secrets.token_urlsafe(32)
    with opslag.session_scope() as sessie:
        sessie.execute(sa.delete(AANMELDINGEN).where(AANMELDINGEN.c.gemaakt < nu - duur))
        rij = {"id": hash_van(token), "account": account, "gemaakt": nu, "gezien": nu}
        sessie.execute(sa.insert(AANMELDINGEN).values(**rij))
        sessie.commit()
    return token


def vind(opslag: SQLTrackerStore, token: str, nu: float, stil: float, duur: float) -> Bezoeker | None:
    """Who this secret belongs to; None where it is unknown, silent for over `stil` or older than `duur` seconds,
    or the account is switched off. The role is the one that the account has now."""
    deze = AANMELDINGEN.c.id == hash_van(token)
    vraag = (
        sa.select(ACCOUNTS.c.id, ACCOUNTS.c.naam, ACCOUNTS.c.rol, AANMELDINGEN.c.gemaakt, AANMELDINGEN.c.gezien)
        .join(ACCOUNTS, ACCOUNTS.c.id == AANMELDINGEN.c.account)
        .where(deze, ACCOUNTS.c.uit.is_(False))
    )
    with opslag.session_scope() as sessie:
        rij = sessie.execute(vraag).first()
        if rij is None:
            return None
        verlopen = nu - rij.gezien > stil or nu - rij.gemaakt > duur
        if verlopen:
            sessie.execute(sa.delete(AANMELDINGEN).where(deze))
        elif nu - rij.gezien > ZUINIG:
            sessie.execute(sa.update(AANMELDINGEN).where(deze).values(gezien=nu))
        sessie.commit()
    return None if verlopen else Bezoeker(rij.id, rij.naam, Rol.lees(rij.rol))


def weg(opslag: SQLTrackerStore, token: str) -> None:
    """Log out where this secret is used."""
    with opslag.session_scope() as sessie:
        sessie.execute(sa.delete(AANMELDINGEN).where(AANMELDINGEN.c.id == hash_van(token)))
        sessie.commit()


def weg_alle(opslag: SQLTrackerStore) -> None:
    """Log everybody out: after a back-up was put back, which may hold log-ins that had ended."""
    with opslag.session_scope() as sessie:
        sessie.execute(sa.delete(AANMELDINGEN))
        sessie.commit()


def weg_van(opslag: SQLTrackerStore, account: int) -> None:
    """Log this account out everywhere."""
    with opslag.session_scope() as sessie:
        sessie.execute(sa.delete(AANMELDINGEN).where(AANMELDINGEN.c.account == account))
        sessie.commit()

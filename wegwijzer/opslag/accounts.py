"""Accounts of the helpdesk in the database. What is stored of a password is made and checked in helpdesk/wachtwoord.py.

All calls are synchronous; each raises sqlalchemy.exc.SQLAlchemyError where the database does not answer.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore

from wegwijzer.opslag import aanmeldingen, pogingen
from wegwijzer.opslag.rollen import Rol
from wegwijzer.opslag.tabellen import ACCOUNTS, zorg_voor

_NAAM = re.compile(r"[^\W_](?:[\w .'@-]{0,58}[\w.])")


class AccountFout(Exception):
    """What cannot be done with an account; the message says in Dutch why."""


@dataclass(frozen=True)
class Account:
    """`gemaakt`, `laatst` (log-in): seconds since 1970; `wachtwoord`: the argon2id hash."""

    id: int
    naam: str
    rol: Rol
    wachtwoord: str
    gemaakt: float
    laatst: float | None
    uit: bool


def nette_naam(naam: str) -> str:
    """The name as it is kept. Raises AccountFout for one that cannot be."""
    naam = " ".join(unicodedata.normalize("NFC", naam).split())
    if not _NAAM.fullmatch(naam):
        raise AccountFout("Een naam heeft 2 tot 60 letters, cijfers, spaties, punten of streepjes.")
    return naam


def maak(opslag: SQLTrackerStore, naam: str, rol: Rol, wachtwoord: str, nu: float) -> int:
    """A new account with this hash; its number. Raises AccountFout where there is one of that name."""
    zorg_voor(opslag.engine)
    naam = nette_naam(naam)
    rij = {"naam": naam, "sleutel": _sleutel(naam), "rol": rol.naam, "wachtwoord": wachtwoord, "gemaakt": nu}
    with opslag.session_scope() as sessie:
        try:
            nummer = sessie.execute(sa.insert(ACCOUNTS).values(uit=False, **rij)).inserted_primary_key[0]
            sessie.commit()
        except sa.exc.IntegrityError:
            raise AccountFout(f"Er is al een account {naam}.") from None
    return int(nummer)


def vind(opslag: SQLTrackerStore, naam: str) -> Account | None:
    """The account of this name, in whatever letters it is typed; also one that is switched off."""
    return _een(opslag, ACCOUNTS.c.sleutel == _sleutel(naam))


def haal(opslag: SQLTrackerStore, nummer: int) -> Account | None:
    """The account with this number."""
    return _een(opslag, ACCOUNTS.c.id == nummer)


def lijst(opslag: SQLTrackerStore) -> list[Account]:
    """All, by name."""
    with opslag.session_scope() as sessie:
        rijen = sessie.execute(_KOLOMMEN.order_by(ACCOUNTS.c.sleutel)).all()
    return [_account(rij) for rij in rijen]


def zijn_er(opslag: SQLTrackerStore) -> bool:
    """Whether anybody could log in."""
    zorg_voor(opslag.engine)
    with opslag.session_scope() as sessie:
        return bool(sessie.execute(sa.select(ACCOUNTS.c.id).where(ACCOUNTS.c.uit.is_(False)).limit(1)).first())


def zet_rol(opslag: SQLTrackerStore, nummer: int, rol: Rol) -> Account:
    """From now on this role. Raises AccountFout where nobody would be left who manages the accounts."""
    return _wijzig(opslag, nummer, {"rol": rol.naam}, rol is not Rol.BEHEERDER)


def zet_uit(opslag: SQLTrackerStore, nummer: int, uit: bool) -> Account:
    """Switch off (and log out everywhere), or on again. Raises AccountFout as `zet_rol` does."""
    account = _wijzig(opslag, nummer, {"uit": uit}, uit)
    if uit:
        aanmeldingen.weg_van(opslag, nummer)
    return account


def zet_wachtwoord(opslag: SQLTrackerStore, nummer: int, wachtwoord: str) -> Account:
    """A new hash; who was logged in with the old password no longer is, and may try again at once."""
    account = _wijzig(opslag, nummer, {"wachtwoord": wachtwoord}, False)
    aanmeldingen.weg_van(opslag, nummer)
    pogingen.vergeet(opslag, account.naam)
    return account


def noteer_inloggen(opslag: SQLTrackerStore, nummer: int, nu: float, wachtwoord: str | None = None) -> None:
    """When this account last logged in. `wachtwoord`: the same password, hashed by newer parameters."""
    waarden: dict[str, Any] = {"laatst": nu} | ({"wachtwoord": wachtwoord} if wachtwoord else {})
    with opslag.session_scope() as sessie:
        sessie.execute(sa.update(ACCOUNTS).where(ACCOUNTS.c.id == nummer).values(**waarden))
        sessie.commit()


_KOLOMMEN = sa.select(*(ACCOUNTS.c[n] for n in ("id", "naam", "rol", "wachtwoord", "gemaakt", "laatst", "uit")))


def _wijzig(opslag: SQLTrackerStore, nummer: int, waarden: dict[str, Any], minder: bool) -> Account:
    """`minder`: an account that manages others no longer does by this."""
    with opslag.session_scope() as sessie:
        # The write comes first: it keeps out another change until this one is done.
        sessie.execute(sa.update(ACCOUNTS).where(ACCOUNTS.c.rol == Rol.BEHEERDER.naam).values(rol=Rol.BEHEERDER.naam))
        sessie.execute(sa.update(ACCOUNTS).where(ACCOUNTS.c.id == nummer).values(**waarden))
        beheert = sa.and_(ACCOUNTS.c.rol == Rol.BEHEERDER.naam, ACCOUNTS.c.uit.is_(False))
        if minder and not sessie.execute(sa.select(ACCOUNTS.c.id).where(beheert).limit(1)).first():
            sessie.rollback()
            raise AccountFout("Er moet een beheerder overblijven. Maak eerst iemand anders beheerder.")
        rij = sessie.execute(_KOLOMMEN.where(ACCOUNTS.c.id == nummer)).first()
        sessie.commit()
    if rij is None:
        raise AccountFout("Dit account is er niet (meer).")
    return _account(rij)


def _een(opslag: SQLTrackerStore, welke: Any) -> Account | None:
    zorg_voor(opslag.engine)
    with opslag.session_scope() as sessie:
        rij = sessie.execute(_KOLOMMEN.where(welke)).first()
    return _account(rij) if rij is not None else None


def _account(rij: Any) -> Account:
    return Account(rij.id, rij.naam, Rol.lees(rij.rol), rij.wachtwoord, rij.gemaakt, rij.laatst, bool(rij.uit))


def _sleutel(naam: str) -> str:
    return " ".join(unicodedata.normalize("NFC", naam).casefold().split())[:60]

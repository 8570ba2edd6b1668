"""The return link of a conversation: a secret that opens it again on another device or another day.

The secret itself is stored nowhere. `website_terugkeer` holds its SHA-256. So that the parent's plan can show the link
again, `website_toegangen` holds for each device that made or used it a mask: the secret, XORed with an HMAC by that
device's token, which is not stored either. Who reads the database can do nothing with hash and mask. Every call is
synchronous and may wait for a locked database. Each raises sqlalchemy.exc.SQLAlchemyError where it does not answer.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore

from wegwijzer.opslag.sessies import Sessie, hash_van
from wegwijzer.opslag.tabellen import SESSIES, TERUGKEER, TOEGANGEN, zorg_voor

BYTES = 16
"""128 bits: 22 characters in an address."""
MEESTE = 10
"""So many devices at most beside the first; the one that came longest ago makes way."""


def maak(opslag: SQLTrackerStore, van: Sessie, token: str, nu: float, nieuw: bool = False) -> str:
    """The secret of this conversation: the one that runs where this device knows it, else a new one.

    A new one replaces the old. Asked for (`nieuw`), it also shuts out every other device that came by a link.
    """
    zorg_voor(opslag.engine)
    with opslag.session_scope() as sessie:
        bekend = None if nieuw else _bekend(sessie, van, token)
        if bekend is not None:
            return bekend
        geheim = _als_tekst(secrets.token_bytes(BYTES))
        if nieuw:
            ander = sa.and_(TOEGANGEN.c.gesprek == van.gesprek, TOEGANGEN.c.id != hash_van(token))
            sessie.execute(sa.delete(TOEGANGEN).where(ander))
        sessie.execute(sa.delete(TERUGKEER).where(TERUGKEER.c.gesprek == van.gesprek))
        rij = {"id": hash_van(geheim), "gesprek": van.gesprek, "gemaakt": nu}
        sessie.execute(sa.insert(TERUGKEER).values(**rij))
        _onthoud(sessie, van.gesprek, token, geheim, nu)
        sessie.commit()
    return geheim


def bekend(opslag: SQLTrackerStore, van: Sessie, token: str) -> str | None:
    """The secret that runs, where the device of this token made or used it; else None."""
    zorg_voor(opslag.engine)
    with opslag.session_scope() as sessie:
        return _bekend(sessie, van, token)


def open_(opslag: SQLTrackerStore, geheim: str, token: str | None, nu: float, dagen: int) -> str | None:
    """A token for the conversation of this secret; None where it opens nothing, or was silent for over `dagen` days.

    `token`: the one that the device has already; when that is for this very conversation it is given back.
    """
    zorg_voor(opslag.engine)
    vraag = (
        sa.select(SESSIES.c.gesprek)
        .join(TERUGKEER, TERUGKEER.c.gesprek == SESSIES.c.gesprek)
        .where(TERUGKEER.c.id == hash_van(geheim), SESSIES.c.gezien >= nu - dagen * 86_400.0)
    )
    with opslag.session_scope() as sessie:
        gesprek = sessie.execute(vraag).scalar()
        if gesprek is None:
            return None
        if token is None or _gesprek_van(sessie, token) != gesprek:
            token = secrets.token_urlsafe(32)
        _onthoud(sessie, gesprek, token, geheim, nu)
        _hoogstens(sessie, gesprek)
        sessie.commit()
    return token


def _bekend(sessie: Any, van: Sessie, token: str) -> str | None:
    loopt = sessie.execute(sa.select(TERUGKEER.c.id).where(TERUGKEER.c.gesprek == van.gesprek)).scalar()
    masker = sessie.execute(sa.select(TOEGANGEN.c.masker).where(TOEGANGEN.c.id == hash_van(token))).scalar()
    if loopt is None or not masker:
        return None
    geheim = _als_tekst(_xor(bytes.fromhex(masker), _vlies(token, loopt)))
    return geheim if hmac.compare_digest(hash_van(geheim), loopt) else None


def _onthoud(sessie: Any, gesprek: str, token: str, geheim: str, nu: float) -> None:
    """Let this token open the conversation, and know its secret."""
    masker = _xor(base64.urlsafe_b64decode(geheim + "=="), _vlies(token, hash_van(geheim))).hex()
    sessie.execute(sa.delete(TOEGANGEN).where(TOEGANGEN.c.id == hash_van(token)))
    rij = {"id": hash_van(token), "gesprek": gesprek, "masker": masker, "gemaakt": nu}
    sessie.execute(sa.insert(TOEGANGEN).values(**rij))


def _hoogstens(sessie: Any, gesprek: str) -> None:
    """The first device, which has a row here when it made the link, is never shut out: its session stays."""
    oud = sa.select(TOEGANGEN.c.id).where(TOEGANGEN.c.gesprek == gesprek).order_by(TOEGANGEN.c.gemaakt.desc())
    te_veel = [rij[0] for rij in sessie.execute(oud)][MEESTE:]
    if te_veel:
        sessie.execute(sa.delete(TOEGANGEN).where(TOEGANGEN.c.id.in_(te_veel)))


def _gesprek_van(sessie: Any, token: str) -> str | None:
    for tabel in (SESSIES, TOEGANGEN):
        gesprek = sessie.execute(sa.select(tabel.c.gesprek).where(tabel.c.id == hash_van(token))).scalar()
        if gesprek is not None:
            return str(gesprek)
    return None


def _vlies(token: str, hash_: str) -> bytes:
    """Another one for each secret, so that two masks side by side give nothing away."""
    return hmac.new(token.encode(), f"terugkeer:{hash_}".encode(), hashlib.sha256).digest()[:BYTES]


def _xor(een: bytes, ander: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(een, ander, strict=True))


def _als_tekst(ruw: bytes) -> str:
    return base64.urlsafe_b64encode(ruw).decode().rstrip("=")

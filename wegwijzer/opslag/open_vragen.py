"""Questions of parents that were not well answered: redacted, gone with their conversation. Calls are synchronous."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore

from wegwijzer.opslag.tabellen import OPEN_VRAGEN, zorg_voor

ONDUIDELIJK, KEUZE, BUITEN, OPMERKING = "onduidelijk", "keuze", "buiten_bereik", "opmerking"
REDENEN = {
    ONDUIDELIJK: "niet begrepen",
    KEUZE: "een keuze voorgelegd",
    BUITEN: "niet van ons",
    OPMERKING: "opmerking van een ouder",
}
"""Why a question is here → how the helpdesk says that."""
MEESTE = 2_000
"""So many are grouped at once, the newest."""
NIET_VAN_ONS = "niet van ons"
BIJ = "onderwerp "
"""`afgedaan` of a question that belongs to a topic: this and its id."""


@dataclass(frozen=True)
class OpenVraag:
    """One question. `afgedaan` is empty while it is open; `gemaakt` in seconds since 1970."""

    id: int
    tekst: str
    reden: str
    dichtbij: str
    gemaakt: float
    afgedaan: str = ""


def voeg_toe_in(sessie: Any, gesprek: str, tekst: str, reden: str, dichtbij: str, nu: float) -> bool:
    """Store one within an open session, once a conversation; False where the conversation is gone.

    A parent may be wiping the conversation at this moment: on PostgreSQL the lock on one of its events makes the one
    wait for the other, on SQLite there is one writer and the statement itself looks.
    """
    event = SQLTrackerStore.SQLEvent
    sessie.execute(sa.select(event.id).where(event.sender_id == gesprek).limit(1).with_for_update(read=True))
    c = OPEN_VRAGEN.c
    er_al = sa.exists().where(c.gesprek == gesprek, c.tekst == tekst)
    leeft = sa.exists().where(event.sender_id == gesprek)
    namen = ["gesprek", "tekst", "reden", "dichtbij", "gemaakt", "afgedaan"]
    tekst_kolommen = [sa.literal(w, sa.Text) for w in (gesprek, tekst, reden, dichtbij[:100])]
    rij = sa.select(*tekst_kolommen, sa.literal(nu, sa.Float(53)), sa.literal("", sa.Text))
    gezet = sessie.execute(sa.insert(OPEN_VRAGEN).from_select(namen, rij.where(leeft, sa.not_(er_al))))
    return bool(gezet.rowcount)


def lijst(opslag: SQLTrackerStore, hoogstens: int = MEESTE) -> list[OpenVraag]:
    """The newest, also those that were dealt with: what comes in resembles them. The oldest of these first."""
    zorg_voor(opslag.engine)
    kolommen = sa.select(*(OPEN_VRAGEN.c[n] for n in OpenVraag.__dataclass_fields__))
    with opslag.session_scope() as sessie:
        rijen = sessie.execute(kolommen.order_by(OPEN_VRAGEN.c.id.desc()).limit(hoogstens)).all()
    return [OpenVraag(*rij) for rij in reversed(rijen)]


def handel_af(opslag: SQLTrackerStore, nummers: Sequence[int], hoe: str) -> int:
    """Note of these what was decided (`NIET_VAN_ONS`, `BIJ` and a topic; empty: open again); how many there were."""
    zorg_voor(opslag.engine)
    geraakt = 0
    with opslag.session_scope() as sessie:
        for begin in range(0, len(nummers), 500):
            deel = list(nummers[begin : begin + 500])
            gezet = sessie.execute(sa.update(OPEN_VRAGEN).where(OPEN_VRAGEN.c.id.in_(deel)).values(afgedaan=hoe[:120]))
            geraakt += gezet.rowcount
        sessie.commit()
    return geraakt

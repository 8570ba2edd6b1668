"""Remembers which conversations a parent wiped, by hash, so that they stay wiped when an older back-up is put back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore

from wegwijzer.opslag.tabellen import GEWIST, MELDINGEN, OPEN_VRAGEN, SESSIES, TOEGANGEN

BEWAARD = 28 * 86_400.0
"""A back-up is kept no longer than this (seconds), so neither is the list."""


def merk(gesprek: str) -> str:
    """What is noted of a conversation: SHA-256 of its sender id (hex)."""
    return hashlib.sha256(gesprek.encode("utf-8", "replace")).hexdigest()


def noteer(sessie: Any, gesprekken: Sequence[str], nu: float) -> None:
    """Note within an open session that these conversations (at most some 500) were wiped at `nu`."""
    merken = sorted({merk(g) for g in gesprekken})
    if merken:
        sessie.execute(sa.delete(GEWIST).where(GEWIST.c.id.in_(merken)))
        sessie.execute(sa.insert(GEWIST), [{"id": m, "gewist": nu} for m in merken])


def lijst(sessie: Any) -> dict[str, float]:
    """Hash → when it was wiped."""
    return {id_: float(gewist) for id_, gewist in sessie.execute(sa.select(GEWIST.c.id, GEWIST.c.gewist))}


def vul_aan(sessie: Any, meer: Mapping[str, float]) -> None:
    """Add what another copy of the list knows; the latest time counts."""
    bekend = lijst(sessie)
    nieuw = {m: t for m, t in meer.items() if t > bekend.get(m, float("-inf"))}
    for deel in _delen(sorted(nieuw)):
        sessie.execute(sa.delete(GEWIST).where(GEWIST.c.id.in_(deel)))
        sessie.execute(sa.insert(GEWIST), [{"id": m, "gewist": nieuw[m]} for m in deel])


def wis_opnieuw(opslag: SQLTrackerStore) -> int:
    """Wipe again what the list names and a back-up brought back; how many conversations lost something.

    A conversation in which was spoken since keeps what was said since, and its session.
    """
    from wegwijzer.opslag.wissen import wis_in  # wissen notes in this list what it wipes

    event = SQLTrackerStore.SQLEvent
    geraakt = 0
    with opslag.session_scope() as sessie:
        gewist = lijst(sessie)
        namen = {n for (n,) in sessie.execute(sa.select(event.sender_id).distinct())}
        namen |= {n for (n,) in sessie.execute(sa.select(SESSIES.c.gesprek))}
        for naam in sorted(namen):
            tijd = gewist.get(merk(naam))
            if tijd is None:
                continue
            later = sessie.execute(
                sa.select(sa.func.count()).select_from(event).where(event.sender_id == naam, event.timestamp > tijd)
            ).scalar()
            if later:
                weg = sessie.execute(sa.delete(event).where(event.sender_id == naam, event.timestamp <= tijd))
                for tabel in (MELDINGEN, OPEN_VRAGEN):
                    sessie.execute(sa.delete(tabel).where(tabel.c.gesprek == naam, tabel.c.gemaakt <= tijd))
                geraakt += bool(weg.rowcount)
                continue
            wis_in(sessie, [naam])
            sessie.execute(sa.delete(TOEGANGEN).where(TOEGANGEN.c.gesprek == naam))
            sessie.execute(sa.delete(SESSIES).where(SESSIES.c.gesprek == naam))
            geraakt += 1
        sessie.commit()
    return geraakt


def vergeet_oude(sessie: Any, nu: float) -> None:
    """Forget what no back-up can hold any more."""
    sessie.execute(sa.delete(GEWIST).where(GEWIST.c.gewist < nu - BEWAARD))


def _delen(alles: Sequence[str], stuk: int = 500) -> Iterable[Sequence[str]]:
    for begin in range(0, len(alles), stuk):
        yield alles[begin : begin + stuk]

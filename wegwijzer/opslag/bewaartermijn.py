"""Deletes conversations that have been silent for longer than they may be kept."""

from __future__ import annotations

import logging
import threading
import time

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore

from wegwijzer.bewaartijd import bewaartermijn
from wegwijzer.opslag import cijfers
from wegwijzer.opslag.berichten import OUDER
from wegwijzer.opslag.gesprekken import open_opslag
from wegwijzer.opslag.gewist import vergeet_oude
from wegwijzer.opslag.stand import OPGERUIMD, zet_stand
from wegwijzer.opslag.tabellen import MELDINGEN, OPEN_VRAGEN, SESSIES, SLEUTELS, TERUGKEER, TOEGANGEN, zorg_voor
from wegwijzer.opslag.wissen import wis_in
from wegwijzer.storing import plek_van

logger = logging.getLogger(__name__)

DAG = 86_400.0
"""Seconds."""
ONGEBRUIKT = 1
"""A session in which nothing was ever said is deleted after this time (days)."""


def dagelijks(klaar: threading.Event, dagen: int | None = None) -> None:
    """Delete what is too old (`dagen`, else bewaartijd.py), now and every day, until `klaar` is set.

    A failure is logged and tried again.
    """
    while True:
        try:
            wis_oude(bewaartermijn() if dagen is None else dagen)
        except Exception as fout:
            logger.error("Oude gesprekken konden niet worden gewist: %s", plek_van(fout))
        if klaar.wait(DAG):
            return


def wis_oude(dagen: int, opslag: SQLTrackerStore | None = None) -> int:
    """Delete every conversation in which the parent said nothing for `dagen` days; returns how many went.

    What the assistant says of its own accord (the welcome on return) does not count. The session of the website
    channel, keys, remarks, open questions and return link go with it; so do sessions in which nothing was ever said.
    """
    opslag = opslag or open_opslag()
    zorg_voor(opslag.engine)
    event = SQLTrackerStore.SQLEvent
    nu = time.time()
    grens = nu - dagen * DAG
    van_ouder = sa.func.max(sa.case((event.type_name == OUDER, event.timestamp), else_=None))
    laatst = sa.func.coalesce(van_ouder, sa.func.max(event.timestamp))
    stil = sa.select(event.sender_id).group_by(event.sender_id).having(laatst < grens)
    with opslag.session_scope() as sessie:
        namen = [rij[0] for rij in sessie.execute(stil)]
        for begin in range(0, len(namen), 500):
            deel = namen[begin : begin + 500]
            wis_in(sessie, deel)
            sessie.execute(sa.delete(SESSIES).where(SESSIES.c.gesprek.in_(deel)))
        sessie.commit()
        gezegd = sa.exists().where(SLEUTELS.c.gesprek == SESSIES.c.gesprek)
        ongebruikt = sa.and_(SESSIES.c.gezien == SESSIES.c.gemaakt, SESSIES.c.gemaakt < nu - ONGEBRUIKT * DAG)
        nooit = sa.and_(ongebruikt, sa.not_(gezegd))
        sessie.execute(sa.delete(SESSIES).where(sa.or_(nooit, SESSIES.c.gezien < grens)))
        levend = sa.select(SESSIES.c.gesprek)
        sessie.execute(sa.delete(SLEUTELS).where(SLEUTELS.c.gemaakt < grens, SLEUTELS.c.gesprek.not_in(levend)))
        for tabel in (TERUGKEER, TOEGANGEN):
            sessie.execute(sa.delete(tabel).where(tabel.c.gesprek.not_in(levend)))
        for oud in (MELDINGEN, OPEN_VRAGEN):
            sessie.execute(sa.delete(oud).where(oud.c.gemaakt < grens))
        cijfers.vergeet_oude(sessie, nu)
        vergeet_oude(sessie, nu)
        sessie.commit()
    zet_stand(opslag, OPGERUIMD, nu)
    return len(namen)

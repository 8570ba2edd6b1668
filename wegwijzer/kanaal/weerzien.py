"""Welcomes who opens a conversation again after hours or days, in the conversation itself and once."""

from __future__ import annotations

import logging
import time
from datetime import datetime
from typing import Any

from rasa.core.tracker_store import SQLTrackerStore

from wegwijzer.gesprek import terugkeer
from wegwijzer.gesprek.model import Antwoord, Toestand
from wegwijzer.huis import houder
from wegwijzer.klok import NEDERLAND
from wegwijzer.opslag import weerzien
from wegwijzer.opslag.sessies import Sessie
from wegwijzer.storing import plek_van

logger = logging.getLogger(__name__)


def verwelkom(opslag: SQLTrackerStore, van: Sessie) -> bool:
    """Store the welcome where it is due; whether it was. Synchronous; a failure is logged and nothing more."""
    try:
        slots, aantal = weerzien.lees(opslag, van)
        toestand, nu = Toestand.uit_slots(slots), datetime.now(NEDERLAND)
        uit = terugkeer.welkom(toestand, nu, houder().haal().voor(toestand.situatie.kind)) if aantal else None
        if uit is None:
            return False
        nieuw = {n: w for n, w in uit.toestand.als_slots().items() if slots.get(n) != w}
        gezegd = [(a.tekst, _data(a)) for a in uit.antwoorden]
        return weerzien.zeg_erbij(opslag, van, aantal, gezegd, nieuw, time.time())
    except Exception as fout:
        logger.error("Een ouder die terugkwam, kon niet worden begroet: %s", plek_van(fout))
        return False


def _data(antwoord: Antwoord) -> dict[str, Any]:
    """As Rasa stores a reply: a button's payload is its own title."""
    knoppen = [{"title": k.titel, "payload": k.titel} for k in antwoord.knoppen]
    return {"buttons": knoppen or None, "custom": dict(antwoord.custom) or None}

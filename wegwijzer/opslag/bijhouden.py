"""Writes what is noted of a turn, off the event loop and after it: no parent waits for it, and it breaks nothing."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker

from wegwijzer.opslag import cijfers, open_vragen
from wegwijzer.opslag.beurtnotitie import Notitie, notitie
from wegwijzer.storing import plek_van

logger = logging.getLogger(__name__)
WACHTENDEN = 500
"""More notes than this do not wait for a database that is stuck; what comes then is not noted."""

_draad = ThreadPoolExecutor(1, thread_name_prefix="bijhouden")
_plaatsen = threading.BoundedSemaphore(WACHTENDEN)


def houd_bij(opslag: Any, tracker: DialogueStateTracker, nieuw: Sequence[Event]) -> None:
    """Note the turn whose stored events are `nieuw`, soon. Never raises; a failure is a line in the log."""
    try:
        genoteerd = notitie(tracker, nieuw)
        if genoteerd is not None and _plaatsen.acquire(blocking=False):
            _draad.submit(_in_draad, schrijf, opslag, genoteerd)
    except Exception as fout:
        logger.error("Een beurt kon niet worden geteld: %s", plek_van(fout))


def schrijf(opslag: Any, genoteerd: Notitie) -> None:
    """Add to the counters and the open questions, in one transaction. Raises sqlalchemy.exc.SQLAlchemyError."""
    with opslag.session_scope() as sessie:
        cijfers.tel_in(sessie, cijfers.week_van(genoteerd.tijd), genoteerd.tellingen)
        if genoteerd.vraag:
            open_vragen.voeg_toe_in(
                sessie,
                genoteerd.gesprek,
                genoteerd.vraag,
                genoteerd.reden,
                genoteerd.dichtbij,
                genoteerd.tijd,
            )
        sessie.commit()


def wacht() -> None:
    """Until all that was handed over so far has been written."""
    _draad.submit(int).result()


def _in_draad(roep: Callable[..., None], *gegeven: Any) -> None:
    try:
        roep(*gegeven)
    except Exception as fout:
        logger.error("Een beurt kon niet worden geteld: %s", plek_van(fout))
    finally:
        _plaatsen.release()

"""Danger before everything else: on the whole raw text, past every limit, also when nothing else works."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

from rasa.core.channels.channel import UserMessage

from wegwijzer.bedrijf.metingen import GEVAAR
from wegwijzer.huis import houder
from wegwijzer.kanaal.fouten import Fout
from wegwijzer.nlu.noodtekst import noodtekst
from wegwijzer.nood import beoordeel
from wegwijzer.storing import plek_van

logger = logging.getLogger(__name__)
T = TypeVar("T")
KORT, GEWOON = 1_500, 4_000
"""A text of at most KORT characters is read at once; a longer one on a thread, where it holds nobody up. Up to GEWOON
it may be a parent's message, and is never refused."""
RIJ = 8
"""So many still longer texts may wait to be read; more are refused with the emergency number in the refusal."""
GEDULD = 1.0
"""Who is in danger waits so long for a whole turn (seconds); then come the bare numbers, whatever holds the turn up."""
_LATER: set[asyncio.Future[Any]] = set()
"""Turns that go on after their parent got the numbers."""


class Gevaarwacht:
    """Reads texts for danger, at most one very long one at a time."""

    def __init__(self) -> None:
        self._een = asyncio.Lock()
        self._wachtend = 0

    async def lees(self, tekst: str) -> Mapping[str, Any] | None:
        """What the danger rules say of this text, as `niveau` and `soort`; None for nothing. Raises Fout."""
        if len(tekst) <= KORT:
            return _oordeel(tekst)
        if len(tekst) <= GEWOON:
            return await asyncio.get_running_loop().run_in_executor(None, _oordeel, tekst)
        if self._wachtend >= RIJ:
            raise Fout("te_groot")
        self._wachtend += 1
        try:
            async with self._een:
                return await asyncio.get_running_loop().run_in_executor(None, _oordeel, tekst)
        finally:
            self._wachtend -= 1


class Duurt(Exception):
    """A turn of somebody in danger is not done in time; it goes on, and the numbers must be given now."""


async def op_tijd(werk: Awaitable[T], oordeel: Mapping[str, Any] | None) -> T:
    """What `werk` returns or raises; Duurt where `oordeel` is danger and it takes longer than GEDULD (`werk` goes on).

    `werk` may wait for anything: the one thread that computes, the turn before it, a lock, the database.
    """
    if oordeel is None or oordeel["niveau"] != "nood":
        return await werk
    taak = asyncio.ensure_future(werk)
    _LATER.add(taak)
    taak.add_done_callback(_klaar)
    klaar, _ = await asyncio.wait({taak}, timeout=GEDULD)
    if not klaar:
        raise Duurt
    return taak.result()


def gevaar_eerst(verwerk: Callable[[UserMessage], Awaitable[Any]]) -> Callable[[UserMessage], Awaitable[Any]]:
    """`verwerk` (gives a message to Rasa), where danger does not wait for the thread that computes, nor for a lock."""
    wacht = Gevaarwacht()

    async def doe(bericht: UserMessage) -> Any:
        try:
            oordeel = await wacht.lees(str(bericht.text or ""))
        except Exception:  # too many long texts at once, or no knowledge: the gate reads this one, or says so
            oordeel = None
        try:
            return await op_tijd(verwerk(bericht), oordeel)
        except Duurt:
            GEVAAR.labels("voorbij_grens").inc()
            return await bericht.output_channel.send_text_message(bericht.sender_id, gevaartekst(oordeel or {}))

    return doe


def gevaartekst(oordeel: Mapping[str, Any]) -> str:
    """The numbers, or the caring question, as knowledge/noodhulp.yml has them."""
    return noodtekst({"niveau": "nood", "soort": oordeel.get("soort")})


def _klaar(taak: asyncio.Future[Any]) -> None:
    """Forget a turn; an error that nobody waits for any more is said without its words."""
    _LATER.discard(taak)
    if not taak.cancelled() and (fout := taak.exception()) is not None and not isinstance(fout, Fout):
        logger.error("Een beurt van iemand in gevaar mislukte: %s", plek_van(fout))


def _oordeel(tekst: str) -> Mapping[str, Any] | None:
    oordeel = beoordeel(tekst, houder().haal().noodregels)
    return {"niveau": oordeel.niveau, "soort": oordeel.soort} if oordeel else None

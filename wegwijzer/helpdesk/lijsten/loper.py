"""Answers lists in the background: one at a time, a turn at a time, and parents go first."""

from __future__ import annotations

import asyncio
import logging
import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from wegwijzer.batch import klok
from wegwijzer.helpdesk.lijsten.fout import LijstFout
from wegwijzer.helpdesk.lijsten.lezen import Invoer
from wegwijzer.helpdesk.lijsten.lijst import GESTOPT, KLAAR, LOOPT, MISLUKT, Lijst, Loop, Rij
from wegwijzer.helpdesk.lijsten.tegenhanger import Ander, Tegenhanger
from wegwijzer.helpdesk.proefbank import GeenModel, Proefbank, Vol, ga_opzij
from wegwijzer.huis import houder
from wegwijzer.storing import plek_van
from wegwijzer.taal.schoon import schoon

logger = logging.getLogger(__name__)
PER_ACCOUNT = 3
ALLE = 12
"""So many lists are held at once; the oldest makes room."""
BEWAARD = 2 * 3600.0
"""And none longer than this (seconds)."""
EVEN = 0.5
"""Until the thread has room again (seconds)."""
_ID = re.compile(r"[a-z0-9_]{1,80}")
"""A topic as the contract names it; anything else is no expectation."""
VRAAGFOUT = "Deze vraag gaf een fout."
GEEN_MODEL = "De assistent is nog niet geladen."


class Lijstenkast:
    """The lists of this process."""

    def __init__(self, bank: Proefbank, tegenhanger: Callable[[Ander], Tegenhanger] = Tegenhanger) -> None:
        self._bank = bank
        self._tegenhanger = tegenhanger
        self._lijsten: dict[str, Lijst] = {}
        self._slot: asyncio.Lock | None = None
        self._taken: set[asyncio.Task[None]] = set()

    def van(self, account: int) -> list[Lijst]:
        """The lists of one account, the newest first."""
        self._ruim_op()
        return sorted((lijst for lijst in self._lijsten.values() if lijst.van == account), key=lambda x: -x.sinds)

    def haal(self, id_: str, account: int) -> Lijst | None:
        """One of this account's lists; None where it is not there (any more)."""
        self._ruim_op()
        lijst = self._lijsten.get(id_)
        return lijst if lijst is not None and lijst.van == account else None

    def wis(self, lijst: Lijst) -> None:
        """Stop it and forget it."""
        self.stop(lijst)
        self._lijsten.pop(lijst.id, None)

    def stop(self, lijst: Lijst) -> None:
        """End what runs or waits for this list; what was answered stays."""
        for loop in (lijst.loop, lijst.ander_loop):
            if loop is not None and loop.bezig:
                loop.staat = GESTOPT

    def begin(self, app: Any, lijst: Lijst) -> None:
        """Take up a list and answer it as soon as those before it are done."""
        eigen = self.van(lijst.van)
        for oud in (*eigen[PER_ACCOUNT - 1 :], *sorted(self._lijsten.values(), key=lambda x: x.sinds)[: 1 - ALLE]):
            self.wis(oud)
        self._lijsten[lijst.id] = lijst
        self._start(lijst.loop, self._loop(app, lijst))

    def vergelijk(self, lijst: Lijst, ander: Ander) -> None:
        """Give the same questions to another version or model."""
        lijst.ander, lijst.ander_naam = [Rij(r.id, r.vragen, r.verwacht, r.nu) for r in lijst.rijen], ander.naam
        lijst.ander_loop = Loop(len(lijst.rijen))
        self._start(lijst.ander_loop, self._vergelijk(lijst.ander, lijst.ander_loop, ander))

    def _start(self, loop: Loop, werk: Any) -> None:
        taak = asyncio.get_running_loop().create_task(self._na_elkaar(loop, werk))
        self._taken.add(taak)
        taak.add_done_callback(self._taken.discard)

    async def _na_elkaar(self, loop: Loop, werk: Any) -> None:
        self._slot = self._slot or asyncio.Lock()
        try:
            async with self._slot:
                if loop.bezig:
                    loop.staat = LOOPT
                    await werk
                else:
                    werk.close()
            if loop.bezig:
                loop.staat = KLAAR
        except (LijstFout, GeenModel) as fout:
            if loop.bezig:
                loop.staat, loop.waarom = MISLUKT, str(fout) or GEEN_MODEL
        except Exception as fout:
            logger.error("Een lijst met vragen mislukte: %s", plek_van(fout))
            loop.staat, loop.waarom = MISLUKT, "Er ging iets mis. Het is genoteerd voor de beheerder."

    async def _loop(self, app: Any, lijst: Lijst) -> None:
        for rij in lijst.rijen:
            if not lijst.loop.bezig:
                return
            try:
                rij.beurten = await self._gesprek(app, rij, lijst.loop)
            except (LijstFout, GeenModel):
                raise
            except Exception as fout:
                logger.error("Een vraag van een lijst mislukte: %s", plek_van(fout))
                rij.fout = VRAAGFOUT
            lijst.loop.klaar += 1

    async def _gesprek(self, app: Any, rij: Rij, loop: Loop) -> list[Any] | None:
        gesprek = await self._doe(app, lambda z: z.begin(klok(rij.nu or None)))
        beurten: list[Any] = []
        try:
            for vraag in rij.vragen:
                if not loop.bezig:
                    return None
                beurten.append(await self._doe(app, _zeg(gesprek, vraag)))
                await ga_opzij()
        finally:
            await self._doe(app, lambda z: z.vergeet(gesprek))
        return beurten

    async def _doe(self, app: Any, werk: Callable[[Any], Any]) -> Any:
        while True:
            try:
                return await self._bank.doe(app, werk)
            except Vol:
                await asyncio.sleep(EVEN)

    async def _vergelijk(self, rijen: Sequence[Rij], loop: Loop, ander: Ander) -> None:
        lus = asyncio.get_running_loop()
        tegen = await lus.run_in_executor(None, self._tegenhanger, ander)
        taak = lus.run_in_executor(None, vul, rijen, tegen.antwoorden(regels_van(rijen)), loop)
        try:
            while not taak.done():
                if not loop.bezig:
                    tegen.stop()
                await asyncio.wait({taak}, timeout=EVEN)
            await taak
        finally:
            tegen.stop()

    def _ruim_op(self) -> None:
        for lijst in [x for x in self._lijsten.values() if time.time() - x.sinds > BEWAARD]:
            self.wis(lijst)


def _zeg(gesprek: Any, vraag: str) -> Callable[[Any], Any]:
    return lambda zoeker: zoeker.zeg(gesprek, vraag)


def regels_van(rijen: Sequence[Rij]) -> Iterator[dict[str, Any]]:
    """The questions in the form of the batch (tests/contract/ask-input.schema.json)."""
    for rij in rijen:
        yield {"id": rij.id, "turns": list(rij.vragen), **({"now": rij.nu} if rij.nu else {})}


def vul(rijen: Sequence[Rij], gegeven: Iterable[dict[str, Any]], loop: Loop | None = None) -> None:
    """Put the results of a batch in the rows, in order; `loop` counts along."""
    for rij, een in zip(rijen, gegeven, strict=False):
        rij.beurten, rij.fout = een.get("turns"), VRAAGFOUT if "error" in een else ""
        if loop is not None:
            loop.klaar += 1


def geredigeerd(invoer: Sequence[Invoer]) -> list[Rij]:
    """The questions without personal data: what is held of a list, and what is asked."""
    redacteur = houder().haal().redacteur

    def kort(tekst: str) -> str:
        return redacteur.redigeer(schoon(tekst)).tekst

    return [
        Rij(kort(i.id), tuple(kort(b) for b in i.beurten), i.verwacht if _ID.fullmatch(i.verwacht) else "", i.nu)
        for i in invoer
    ]

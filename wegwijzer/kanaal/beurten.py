"""One turn at a time for each conversation within this process, and one turn for each key."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

Uitkomst = TypeVar("Uitkomst")


class Bezig(Exception):
    """The conversation did not come free in time."""


class Beurten(Generic[Uitkomst]):
    """The turns that run now. A turn runs on when the client that asked for it goes away."""

    def __init__(self) -> None:
        self._lopend: dict[str, tuple[str, asyncio.Task[Uitkomst]]] = {}

    async def neem(
        self, gesprek: str, sleutel: str, beurt: Callable[[], Awaitable[Uitkomst]], wacht: float, duur: float
    ) -> Uitkomst:
        """The outcome of `beurt`, or of the turn of the same key that runs already.

        Another key's turn is waited for at most `wacht` seconds, and all together at most `duur`. Raises Bezig after
        that (the turn runs on), or what `beurt` raises.
        """
        lus = asyncio.get_running_loop()
        einde, laatst = lus.time() + wacht, lus.time() + duur
        while (bezig := self._lopend.get(gesprek)) is not None:
            if bezig[0] == sleutel:
                return await self._af(bezig[1], max(0.0, laatst - lus.time()))
            await asyncio.wait({bezig[1]}, timeout=max(0.0, einde - lus.time()))
            if not bezig[1].done():
                raise Bezig
        taak = lus.create_task(self._draai(beurt))
        self._lopend[gesprek] = (sleutel, taak)
        taak.add_done_callback(lambda _: self._klaar(gesprek, taak))
        return await self._af(taak, max(0.0, laatst - lus.time()))

    def loopt(self, gesprek: str) -> bool:
        """Whether a turn of this conversation runs in this process."""
        return gesprek in self._lopend

    @staticmethod
    async def _af(taak: asyncio.Task[Uitkomst], duur: float) -> Uitkomst:
        await asyncio.wait({taak}, timeout=duur)
        if not taak.done():
            raise Bezig
        return taak.result()

    @staticmethod
    async def _draai(beurt: Callable[[], Awaitable[Uitkomst]]) -> Uitkomst:
        return await beurt()

    def _klaar(self, gesprek: str, taak: asyncio.Task[Uitkomst]) -> None:
        if self._lopend.get(gesprek, ("", None))[1] is taak:
            del self._lopend[gesprek]
        if not taak.cancelled():
            taak.exception()

    def __len__(self) -> int:
        return len(self._lopend)

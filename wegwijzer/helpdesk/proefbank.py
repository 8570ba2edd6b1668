"""The one thread in which the helpdesk tries things: parents are answered meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import Any, TypeVar

from wegwijzer.bedrijf.metingen import REGISTER
from wegwijzer.helpdesk.spoor.zoeker import Spoorzoeker

T = TypeVar("T")
WACHTENDEN = 6
"""So many pieces of work may wait for the thread; a list has at most one of these."""
PAUZE = 0.02
"""Between two turns of a list (seconds)."""
LANGST = 2.0
"""So long a list waits at most for parents who are being answered (seconds)."""


class Vol(Exception):
    """Too many wait already."""


class GeenModel(Exception):
    """The assistant has not been loaded (yet)."""


class Proefbank:
    """One for each process. Work goes one piece at a time, in a thread of its own with conversations of its own."""

    def __init__(self) -> None:
        self._draad = ThreadPoolExecutor(1, thread_name_prefix="proefbank")
        self._wachten = 0
        self._zoeker: tuple[Any, Spoorzoeker] | None = None

    async def doe(self, app: Any, werk: Callable[[Spoorzoeker], T]) -> T:
        """What `werk` makes of the model that `app` (Sanic) serves. Raises Vol, GeenModel."""
        verwerker = _verwerker(app)
        if self._wachten >= WACHTENDEN:
            raise Vol
        self._wachten += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._draad, self._werk, verwerker, werk)
        finally:
            self._wachten -= 1

    def _werk(self, verwerker: Any, werk: Callable[[Spoorzoeker], T]) -> T:
        if self._zoeker is None or self._zoeker[0] is not verwerker:
            self._zoeker = (verwerker, Spoorzoeker(verwerker))
        return werk(self._zoeker[1])


@lru_cache(maxsize=1)
def proefbank() -> Proefbank:
    """The one that all rooms of this process share."""
    return Proefbank()


def _verwerker(app: Any) -> Any:
    agent = getattr(app.ctx, "agent", None)
    verwerker = getattr(agent, "processor", None)
    if verwerker is None:
        raise GeenModel
    return verwerker


async def ga_opzij() -> None:
    """A short pause; a longer one while a parent is being answered."""
    for _ in range(round(LANGST / PAUZE)):
        await asyncio.sleep(PAUZE)
        if not REGISTER.get_sample_value("wegwijzer_beurten_lopend"):
            return

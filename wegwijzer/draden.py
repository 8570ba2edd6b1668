"""Work away from the event loop: what one parent's message costs must not hold up another's.

Computing has one thread: Python computes on one core at a time anyway, and the libraries below it then do not compete.
Waiting for the database has a few.
"""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")
WACHTERS = 4
_REKENDRAAD = ThreadPoolExecutor(1, thread_name_prefix="rekenen")
_WACHTDRADEN = ThreadPoolExecutor(WACHTERS, thread_name_prefix="wachten")


async def reken(doe: Callable[..., T], *gegeven: object) -> T:
    """What `doe` returns (or raises), computed on the one thread for that, with the caller's context variables."""
    return await op(_REKENDRAAD, doe, *gegeven)


async def wacht_op(werk: Coroutine[Any, Any, T]) -> T:
    """What `werk` returns (or raises): a coroutine that blocks where it should wait, as Rasa's SQL store does.

    Raises RuntimeError when it waits for something after all: then it belongs on the event loop.
    """
    return await op(_WACHTDRADEN, _maak_af, werk)


async def op(draden: ThreadPoolExecutor, doe: Callable[..., T], *gegeven: object) -> T:
    """What `doe` returns (or raises) on one of `draden`, with the caller's context variables."""
    context = contextvars.copy_context()
    return await asyncio.get_running_loop().run_in_executor(draden, lambda: context.run(doe, *gegeven))


def _maak_af(werk: Coroutine[Any, Any, T]) -> T:
    try:
        werk.send(None)
    except StopIteration as klaar:
        uitkomst: T = klaar.value
        return uitkomst
    werk.close()
    raise RuntimeError("dit werk wacht op de lus en kan niet naar een draad")

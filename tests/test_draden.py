"""What is computed on the thread holds up nobody, and knows what its caller knew."""

from __future__ import annotations

import asyncio
import threading
import types
from collections.abc import Generator
from contextvars import ContextVar

import pytest

from wegwijzer.draden import reken, wacht_op

WIE: ContextVar[str] = ContextVar("wie")


def test_de_lus_loopt_door_terwijl_er_gerekend_wordt() -> None:
    async def twee() -> str:
        klaar = threading.Event()
        rekenen = asyncio.create_task(reken(klaar.wait, 30))
        await asyncio.sleep(0)
        klaar.set()  # only reached when the loop was not held up
        return "klaar" if await rekenen else "te laat"

    assert asyncio.run(twee()) == "klaar"


def test_de_beller_wordt_onthouden() -> None:
    async def een() -> tuple[str, str]:
        WIE.set("ouder")
        return await reken(WIE.get), await reken(lambda: threading.current_thread().name)

    wie, draad = asyncio.run(een())
    assert wie == "ouder"
    assert draad != threading.main_thread().name


def test_een_fout_komt_terug() -> None:
    with pytest.raises(ZeroDivisionError):
        asyncio.run(reken(lambda: 1 // 0))


def test_de_lus_loopt_door_terwijl_de_opslag_wacht() -> None:
    async def blokkeert(klaar: threading.Event) -> bool:
        return klaar.wait(30)

    async def twee() -> bool:
        klaar = threading.Event()
        werk = asyncio.create_task(wacht_op(blokkeert(klaar)))
        await asyncio.sleep(0)
        klaar.set()
        return await werk

    assert asyncio.run(twee())


def test_wat_op_de_lus_wacht_hoort_daar() -> None:
    @types.coroutine
    def stap() -> Generator[None, None, None]:
        yield

    async def wacht() -> None:
        await stap()

    with pytest.raises(RuntimeError, match="wacht op de lus"):
        asyncio.run(wacht_op(wacht()))

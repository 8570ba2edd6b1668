"""A server in processes of its own, and how long many talkers at once wait for its answers on Rasa's REST channel."""

from __future__ import annotations

import asyncio
import itertools
import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import psutil

from benchmarks.belasting import WORTEL, gesprekken

PAD = "/webhooks/rest/webhook"
OPSTARTTIJD = 600.0
VRAAG = "school zegt dat ze geen plek meer hebben voor mijn zoon"


@dataclass(frozen=True)
class Dienst:
    """One server: where it listens, its processes, seconds from start to first answer, size of its model (bytes)."""

    naam: str
    adres: str
    processen: Sequence[int]
    eerste: float
    model: int

    def cpu(self) -> float:
        """CPU seconds used so far, of all its processes."""
        return sum(t.user + t.system for p in self._alle() for t in [p.cpu_times()])

    def geheugen(self) -> float:
        """Its share of memory (MB, proportional set size)."""
        return float(sum(p.memory_full_info().pss for p in self._alle())) / 1e6

    def _alle(self) -> list[psutil.Process]:
        ouders = [psutil.Process(nummer) for nummer in self.processen]
        return [p for ouder in ouders for p in (ouder, *ouder.children(recursive=True))]


@dataclass(frozen=True)
class Ronde:
    """Milliseconds of one message; answers a second and a CPU-second."""

    p50: float
    p95: float
    p99: float
    per_seconde: float
    per_cpu: float


@contextmanager
def dient(
    naam: str, opdrachten: Sequence[list[str]], map_: Path, poort: int, model: int, **extra: str
) -> Iterator[Dienst]:
    """The server's processes until the block ends; yields when it has answered a first message."""
    begin = time.monotonic()
    with tempfile.TemporaryFile() as log:
        processen = [
            subprocess.Popen(
                o, cwd=map_, env={**os.environ, "PYTHONPATH": str(WORTEL), **extra}, stdout=log, stderr=log
            )
            for o in opdrachten
        ]
        try:
            adres = f"http://127.0.0.1:{poort}"
            asyncio.run(_wacht(adres, begin, lambda: any(p.poll() is not None for p in processen)))
            yield Dienst(naam, adres, [p.pid for p in processen], time.monotonic() - begin, model)
        except ConnectionError:
            log.seek(0)
            raise SystemExit(f"{naam} startte niet:\n{log.read()[-3000:].decode(errors='replace')}") from None
        finally:
            for proces in processen:
                proces.terminate()
            for proces in processen:
                proces.wait(60)


async def _wacht(adres: str, begin: float, dood: Callable[[], bool]) -> None:
    async with aiohttp.ClientSession(adres) as lijn:
        while time.monotonic() - begin < OPSTARTTIJD and not dood():
            try:
                async with lijn.post(PAD, json={"sender": "eerst", "message": VRAAG}) as antwoord:
                    if antwoord.status == 200 and await antwoord.json():
                        return
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.1)
    raise ConnectionError(adres)


async def ronde(dienst: Dienst, tegelijk: int, berichten: int) -> Ronde:
    """So many talkers at once, until there are `berichten` answers."""
    voorraad, nummer = itertools.cycle(gesprekken()), itertools.count()
    duren: list[float] = []
    async with aiohttp.ClientSession(
        dienst.adres, timeout=aiohttp.ClientTimeout(total=600), connector=aiohttp.TCPConnector(limit=0)
    ) as lijn:

        async def prater() -> None:
            while len(duren) < berichten:
                wie = f"{time.time_ns()}-{next(nummer)}"
                for zin in next(voorraad):
                    if len(duren) >= berichten:
                        return
                    begin = time.perf_counter()
                    async with lijn.post(PAD, json={"sender": wie, "message": zin}) as antwoord:
                        if antwoord.status != 200 or not (await antwoord.json()):
                            raise SystemExit(f"{dienst.naam}: {antwoord.status} op {zin[:60]!r}")
                    duren.append((time.perf_counter() - begin) * 1000)

        begin, cpu = time.monotonic(), dienst.cpu()
        await asyncio.gather(*(prater() for _ in range(tegelijk)))
        duur, gebruikt = time.monotonic() - begin, dienst.cpu() - cpu
    delen = statistics.quantiles(duren, n=100)
    return Ronde(delen[49], delen[94], delen[98], len(duren) / duur, len(duren) / max(gebruikt, 1e-3))

"""The real server in a process of its own, with a probe inside: for measurements that need to look behind the answer.

    python -m benchmarks.proefserver PORT lus|onderdelen

It is what `wegwijzer start` serves, and GET /proef gives what the probe saw since the last time (JSON):
`lus`: how late the event loop was (benchmarks.lus); `onderdelen`: CPU time by part (benchmarks.onderdelen).
"""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import aiohttp

from benchmarks.belasting import OPSTARTTIJD, RUIM, WORTEL, vrije_poort

PAD = "/proef"
STAP = 0.001
"""Between two looks of the probe (seconds)."""


class LusProbe:
    """A task that wants to run every millisecond, and notes how late it was and how much the loop computed itself."""

    def __init__(self) -> None:
        self.gaten: list[tuple[float, float]] = []

    async def loop(self) -> None:
        """For ever. A gap: the time between two looks less the pause asked for, and what the thread computed in it."""
        while True:
            wand, cpu = time.perf_counter(), time.thread_time()
            await asyncio.sleep(STAP)
            self.gaten.append((time.perf_counter() - wand - STAP, time.thread_time() - cpu))

    def neem(self) -> dict[str, Any]:
        """Since the last time: gaps in ms, the longest only and how many there were."""
        gaten, self.gaten = self.gaten, []
        wand = sorted((g * 1000 for g, _ in gaten), reverse=True)
        return {"aantal": len(wand), "laat": wand[:50], "zelf": max((c for _, c in gaten), default=0.0) * 1000}


def main() -> None:
    """Serve until stopped."""
    from wegwijzer import afval

    afval.wacht()
    from wegwijzer.nlu import later

    later.installeer()
    from sanic.request import Request
    from sanic.response import HTTPResponse, json

    from benchmarks.onderdelen import Meter
    from wegwijzer import model
    from wegwijzer.kanaal.protocol import StrengProtocol
    from wegwijzer.logboek import zet_stil
    from wegwijzer.server import maak_app

    zet_stil()
    app = maak_app(model.train(print))
    probe = LusProbe() if sys.argv[2] == "lus" else Meter()
    if isinstance(probe, LusProbe):

        @app.after_server_start
        async def begin(app: Any, _: Any) -> None:
            app.add_task(probe.loop())

    @app.get(PAD)
    async def proef(_: Request) -> HTTPResponse:
        return json(probe.neem())

    app.run("127.0.0.1", int(sys.argv[1]), access_log=False, protocol=StrengProtocol)


class Gesprek:
    """One parent on the website channel, and the probe."""

    def __init__(self, lijn: aiohttp.ClientSession) -> None:
        self._lijn = lijn
        self._kop: dict[str, str] = {}
        self._na = 0

    async def zeg(self, tekst: str) -> None:
        """Say it and wait for the answer, or for word that it is too long. Raises SystemExit when there is none."""
        if not self._kop:
            async with self._lijn.post("/session", json={}) as antwoord:
                self._kop = {"Authorization": f"Bearer {(await antwoord.json())['token']}"}
        inhoud = {"key": uuid.uuid4().hex, "text": tekst, "after": self._na}
        async with self._lijn.post("/message", json=inhoud, headers=self._kop) as antwoord:
            terug = await antwoord.json()
            if antwoord.status not in (200, 413):
                raise SystemExit(f"{antwoord.status} op {tekst[:60]!r}: {terug}")
        self._na = terug.get("last", self._na)

    async def proef(self) -> Any:
        """What the probe saw since the last time."""
        async with self._lijn.get(PAD) as antwoord:
            return await antwoord.json()


@contextmanager
def dient(soort: str) -> Iterator[str]:
    """The server with that probe until the block ends; its address."""
    poort = vrije_poort()
    with tempfile.TemporaryDirectory() as map_, tempfile.TemporaryFile() as log:
        omgeving = {**os.environ, **RUIM, "WEGWIJZER_DB": str(Path(map_) / "gesprekken.db")}
        opdracht = [sys.executable, "-m", "benchmarks.proefserver", str(poort), soort]
        proces = subprocess.Popen(opdracht, cwd=WORTEL, env=omgeving, stdout=log, stderr=log)
        try:
            adres = f"http://127.0.0.1:{poort}"
            if not asyncio.run(_klaar(adres, proces)):
                log.seek(0)
                raise SystemExit(f"de server startte niet:\n{log.read()[-3000:].decode(errors='replace')}")
            yield adres
        finally:
            proces.send_signal(signal.SIGTERM)
            proces.wait(30)


async def _klaar(adres: str, proces: subprocess.Popen[bytes]) -> bool:
    einde = time.monotonic() + OPSTARTTIJD
    async with aiohttp.ClientSession(adres) as lijn:
        while time.monotonic() < einde and proces.poll() is None:
            try:
                async with lijn.get(PAD) as antwoord:
                    return bool(antwoord.status == 200)
            except aiohttp.ClientError:
                await asyncio.sleep(0.2)
    return False


if __name__ == "__main__":
    main()

"""How long parents wait for an answer, when one, four or sixteen of them talk at once.

    python -m benchmarks.belasting [--ouders 1 4 16] [--beurten 120] [--keren 2]

Replays the conversations of `tests/gesprekken` over the website channel against `wegwijzer start` (one process, a
database of its own), each parent waiting for an answer before the next message, without pauses. The same messages go
to a bare Sanic server (`benchmarks.echo`) in turns, so that both meet the same machine. Prints a table: p50 and p95 of
POST /message (ms), answers a second, and p50 as a ratio to the bare server. The best of `--keren` rounds counts.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import yaml

WORTEL = Path(__file__).parents[1]
LANGST = 4_000
"""Longer messages are refused by the channel (characters)."""
OPSTARTTIJD = 300.0
RUIM = {"WEGWIJZER_BERICHTEN_PER_MINUUT": "1000000"}
"""The limit of one session is not what is measured here."""


@dataclass(frozen=True)
class Meting:
    """Times of one message in ms; `per_seconde` answers."""

    p50: float
    p95: float
    per_seconde: float
    aantal: int


def gesprekken() -> list[list[str]]:
    """What parents say, conversation by conversation."""
    uit = []
    for pad in sorted((WORTEL / "tests" / "gesprekken").glob("*/*.yml")):
        beurten = yaml.safe_load(pad.read_text(encoding="utf-8"))["beurten"]
        uit.append([b["ouder"] for b in beurten if b["ouder"].strip() and len(b["ouder"]) <= LANGST])
    return [g for g in uit if g]


@contextmanager
def dient(opdracht: list[str], poort: int, **omgeving: str) -> Iterator[str]:
    """A server in a process of its own, until it answers at /health; its address."""
    with tempfile.TemporaryFile() as log:
        proces = subprocess.Popen(
            [sys.executable, "-m", *opdracht], cwd=WORTEL, env={**os.environ, **omgeving}, stdout=log, stderr=log
        )
        try:
            einde = time.monotonic() + OPSTARTTIJD
            while not _gezond(f"http://127.0.0.1:{poort}/health"):
                if proces.poll() is not None or time.monotonic() > einde:
                    log.seek(0)
                    raise SystemExit(f"{opdracht[0]} startte niet:\n{log.read()[-2000:].decode(errors='replace')}")
                time.sleep(0.2)
            yield f"http://127.0.0.1:{poort}"
        finally:
            proces.terminate()
            proces.wait(30)


def _gezond(adres: str) -> bool:
    try:
        with urllib.request.urlopen(adres, timeout=5) as antwoord:
            return bool(antwoord.status == 200)
    except OSError:
        return False


def vrije_poort() -> int:
    """A port that nobody listens on."""
    with socket.socket() as stekker:
        stekker.bind(("127.0.0.1", 0))
        return int(stekker.getsockname()[1])


async def meet(adres: str, ouders: int, beurten: int) -> Meting:
    """So many parents at once, until there are `beurten` answers in all."""
    voorraad = itertools.cycle(gesprekken())
    duren: list[float] = []
    grens = aiohttp.ClientTimeout(total=120)
    async with aiohttp.ClientSession(adres, timeout=grens, connector=aiohttp.TCPConnector(limit=0)) as lijn:

        async def ouder() -> None:
            while len(duren) < beurten:
                await _gesprek(lijn, next(voorraad), duren, beurten)

        begin = time.monotonic()
        await asyncio.gather(*(ouder() for _ in range(ouders)))
        duur = time.monotonic() - begin
    delen = statistics.quantiles(duren, n=20)
    return Meting(statistics.median(duren), delen[18], len(duren) / duur, len(duren))


async def _gesprek(lijn: aiohttp.ClientSession, zinnen: list[str], duren: list[float], beurten: int) -> None:
    async with lijn.post("/session", json={}) as antwoord:
        kop = {"Authorization": f"Bearer {(await antwoord.json())['token']}"}
    na = 0
    for zin in zinnen:
        if len(duren) >= beurten:
            return
        inhoud = {"key": uuid.uuid4().hex, "text": zin, "after": na}
        begin = time.perf_counter()
        klaar = False
        while not klaar:  # "busy": asked again with the same key, as the widget does
            async with lijn.post("/message", json=inhoud, headers=kop) as antwoord:
                if antwoord.status not in (200, 429):
                    raise SystemExit(f"{antwoord.status} op {zin[:60]!r}: {await antwoord.text()}")
                klaar, terug = antwoord.status == 200, await antwoord.json()
            na = terug.get("last", na)
            if not klaar:
                await asyncio.sleep(float(terug["retry_after"]))
        duren.append((time.perf_counter() - begin) * 1000)


def main() -> None:
    """Measure and print."""
    vragen = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    vragen.add_argument("--ouders", type=int, nargs="+", default=[1, 4, 16])
    vragen.add_argument("--beurten", type=int, default=120)
    vragen.add_argument("--keren", type=int, default=2)
    keuze = vragen.parse_args()
    with ExitStack() as stapel:
        map_ = stapel.enter_context(tempfile.TemporaryDirectory())
        echt, kaal = vrije_poort(), vrije_poort()
        wegwijzer = stapel.enter_context(
            dient(["wegwijzer.cli", "start", "--poort", str(echt)], echt, WEGWIJZER_DB=str(Path(map_) / "g.db"), **RUIM)
        )
        echo = stapel.enter_context(dient(["benchmarks.echo", str(kaal)], kaal))
        asyncio.run(meet(wegwijzer, 1, 10))
        print("| ouders tegelijk | p50 (ms) | p95 (ms) | per seconde | kaal p50 (ms) | kaal p95 (ms) | p50 : kaal |")
        print("|---|---|---|---|---|---|---|")
        for ouders in keuze.ouders:
            rondes = [
                [asyncio.run(meet(adres, ouders, keuze.beurten)) for adres in (wegwijzer, echo)]
                for _ in range(keuze.keren)
            ]
            wij, zij = (min(kolom, key=lambda m: m.p50) for kolom in zip(*rondes, strict=True))
            getallen = f"{wij.p50:.0f} | {wij.p95:.0f} | {wij.per_seconde:.1f} | {zij.p50:.1f} | {zij.p95:.1f}"
            print(f"| {ouders} | {getallen} | {wij.p50 / zij.p50:.0f} |", flush=True)
    print(f"\nPOST /message, {keuze.beurten} berichten per ronde, beste van {keuze.keren} rondes.")


if __name__ == "__main__":
    main()

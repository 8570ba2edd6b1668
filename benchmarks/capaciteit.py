"""What one worker costs: processor time of a turn, memory, and room in the database for a thousand conversations.

    python -m benchmarks.capaciteit [--beurten 150] [--db postgresql://user@host:5432/empty]

Replays whole conversations of `tests/gesprekken`, one parent at a time, against `wegwijzer start` with a database of
its own, and reads the worker's own /metrics before and after. Processor time and room hardly depend on how busy the
machine is; waiting times do, and are not measured here (benchmarks.belasting).
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import tempfile
import time
import urllib.request
from pathlib import Path

import aiohttp
import sqlalchemy as sa

from benchmarks.belasting import RUIM, _gesprek, dient, gesprekken, vrije_poort


def metingen(adres: str) -> dict[str, float]:
    """The worker's measurements: name with labels → value."""
    with urllib.request.urlopen(f"{adres}/metrics", timeout=10) as antwoord:
        tekst = antwoord.read().decode()
    return {naam: float(waarde) for naam, waarde in re.findall(r"^([a-z_]+(?:\{[^}]*\})?) (\S+)$", tekst, re.MULTILINE)}


def grootte(db: str) -> int:
    """Bytes of the database; of SQLite with its journal."""
    if "://" in db:
        engine = sa.create_engine(db)
        with engine.connect() as verbinding:
            return int(verbinding.execute(sa.text("SELECT pg_database_size(current_database())")).scalar())
    return sum(p.stat().st_size for p in Path(db).parent.glob(Path(db).name + "*"))


async def praat(adres: str, beurten: int) -> tuple[int, list[float]]:
    """Whole conversations until there are `beurten` answers: how many conversations, and the times (ms)."""
    duren: list[float] = []
    aantal = 0
    alle = gesprekken()
    stap = max(1, len(alle) // 60)
    async with aiohttp.ClientSession(adres, timeout=aiohttp.ClientTimeout(total=120)) as lijn:
        for zinnen in alle[::stap] * 10:
            await _gesprek(lijn, zinnen, duren, 10**9)
            aantal += 1
            if len(duren) >= beurten:
                break
    return aantal, duren


def main() -> None:
    """Measure and print."""
    vragen = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    vragen.add_argument("--beurten", type=int, default=150)
    vragen.add_argument("--db", default="")
    keuze = vragen.parse_args()
    with tempfile.TemporaryDirectory() as map_:
        db, poort = keuze.db or str(Path(map_) / "g.db"), vrije_poort()
        begin = time.monotonic()
        ruim = {**RUIM, "WEGWIJZER_DB": db, "WEGWIJZER_ZONDER_TRAINEN": "1", "OMP_NUM_THREADS": "1"}
        with dient(["wegwijzer.cli", "start", "--poort", str(poort)], poort, **ruim) as adres:
            start = time.monotonic() - begin
            voor, leeg = metingen(adres), grootte(db)
            aantal, duren = asyncio.run(praat(adres, keuze.beurten))
            na, vol = metingen(adres), grootte(db)
        cpu = na["process_cpu_seconds_total"] - voor["process_cpu_seconds_total"]
        print(f"load average {os.getloadavg()[0]:.1f}; ready after {start:.0f} s")
        print(f"{len(duren)} turns in {aantal} conversations ({len(duren) / aantal:.1f} each)")
        print(f"processor time of a turn: {1000 * cpu / len(duren):.0f} ms")
        for naam, m in (("before", voor), ("after", na)):
            print(f"resident memory {naam}: {m['process_resident_memory_bytes'] / 2**20:.0f} MiB")
        kib = (vol - leeg) / 1024
        print(f"database: {kib / aantal:.1f} KiB a conversation, {kib / len(duren):.1f} a turn")


if __name__ == "__main__":
    main()

"""How long one message holds up the event loop, and so every other parent: goal at most 20 ms.

    python -m benchmarks.lus [--berichten 60] [--schrijf]

Starts the real server with a task inside that wants to run every millisecond (benchmarks.proefserver), and sends it by
the website channel, one at a time, messages of four kinds: ordinary ones and ones with danger from `tests/gesprekken`,
very long ones (up to the channel's 4,000 characters), and odd ones (other scripts, one word without end, figures, half
of a command). For each message counts the longest time that the task was late. On a machine with other work that is
too high, so beside it stands what the loop's own thread computed without a pause: that is nobody else's.
`--schrijf` puts the table into docs/performance.md.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import statistics
from datetime import date

import aiohttp
import yaml

from benchmarks.belasting import LANGST, WORTEL, gesprekken
from benchmarks.proefserver import Gesprek, dient
from benchmarks.tabel import schrijf_deel

GRENS = 20.0
"""No message may hold up the loop for longer (ms)."""


def soorten(hoeveel: int) -> dict[str, list[str]]:
    """Kind of message → so many of them."""
    alle = [zin for g in gesprekken() for zin in g]
    gewoon = [z for g in gesprekken()[::3] for z in g if 3 <= len(z.split()) <= 40]
    gevaar = []
    for pad in sorted((WORTEL / "tests" / "gesprekken" / "gevaar").glob("*.yml")):
        gevaar += [b["ouder"] for b in yaml.safe_load(pad.read_text(encoding="utf-8"))["beurten"]]
    return {
        "ordinary": _rond(gewoon, hoeveel),
        "danger": _rond([z for z in gevaar if z.strip() and len(z) <= LANGST], hoeveel),
        "long": [_lang(alle, n) for n in range(max(3, hoeveel // 4))],
        "odd": _rond(_raar(), max(3, hoeveel // 4)),
    }


def _rond(zinnen: list[str], hoeveel: int) -> list[str]:
    return list(itertools.islice(itertools.cycle(zinnen), hoeveel))


def _lang(alle: list[str], nummer: int) -> str:
    """Other parents' sentences one after another, to the channel's limit."""
    begin = (nummer * 37) % len(alle)
    return ". ".join(alle[begin:] + alle[:begin])[:LANGST]


def _raar() -> list[str]:
    raar = [
        "a" * LANGST,
        "thuis " * (LANGST // 6),
        "school zegt nee? " * (LANGST // 17),
        "مرحبا ابني في البيت " * (LANGST // 20),
        "1234567890 " * (LANGST // 11),
        "0" * LANGST,
        "\U0001f62d" * LANGST,
        "e\u0301" * (LANGST // 2),
        "(" * LANGST,
        "'; DROP TABLE events; --" * (LANGST // 24),
        "/informeer{" * (LANGST // 11),
        "van der " * (LANGST // 8),
        "Jan Piet Klaas Anna " * (LANGST // 20),
        "1 januari 2020 " * (LANGST // 15),
        "\n" * 2_000 + "hallo",
    ]
    return [zin[:LANGST] for zin in raar]


async def meet(adres: str, zinnen: list[str]) -> tuple[list[float], list[float]]:
    """For each message: how late the loop was at most, and the most that it computed in one go (ms)."""
    laat, zelf = [], []
    async with aiohttp.ClientSession(adres, timeout=aiohttp.ClientTimeout(total=120)) as lijn:
        gesprek = Gesprek(lijn)
        for nummer, zin in enumerate(zinnen):
            if nummer % 8 == 0:
                gesprek = Gesprek(lijn)
            await gesprek.proef()
            await gesprek.zeg(zin)
            gezien = await gesprek.proef()
            laat.append(max(gezien["laat"], default=0.0))
            zelf.append(gezien["zelf"])
    return laat, zelf


def main() -> None:
    """Measure and print."""
    vragen = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    vragen.add_argument("--berichten", type=int, default=60, help="van elke soort; van lange en rare een kwart")
    vragen.add_argument("--schrijf", action="store_true", help="in docs/performance.md zetten")
    keuze = vragen.parse_args()
    last = os.getloadavg()[0]
    regels = [
        "| messages | n | loop late, median (ms) | p99 | longest | over 20 ms | loop's own CPU, longest (ms) |",
        "|---|---|---|---|---|---|---|",
    ]
    with dient("lus") as adres:
        alle = soorten(keuze.berichten)
        asyncio.run(meet(adres, alle["ordinary"][:8]))
        for naam, zinnen in alle.items():
            laat, zelf = asyncio.run(meet(adres, zinnen))
            p99 = statistics.quantiles(laat, n=100, method="inclusive")[98]
            over = sum(ms > GRENS for ms in laat)
            getallen = f"{statistics.median(laat):.1f} | {p99:.1f} | {max(laat):.1f} | {over} | {max(zelf):.1f}"
            regels.append(f"| {naam} | {len(laat)} | {getallen} |")
            print(regels[-1], flush=True)
    regels += ["", f"{date.today()}, {os.cpu_count()} cores, load average before it {last:.1f}."]
    print("\n".join(regels))
    if keuze.schrijf:
        schrijf_deel(WORTEL / "docs" / "performance.md", "lus", "\n".join(regels))


if __name__ == "__main__":
    main()

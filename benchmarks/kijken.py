"""A check after one saved file (`wegwijzer check --kijk`) beside a check of everything: time and ratio.

Usage: .venv/bin/python -m benchmarks.kijken [tries]   (writes a table to standard output)

Works on a copy of `knowledge/`. Seconds are processor time of the best try; the wall clock stands beside it.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from wegwijzer.huis import kennismap
from wegwijzer.kennis import laad
from wegwijzer.kennis.kijker import Kijker

BESTANDEN = ("organisaties/balans.yml", "onderwerpen/zorgplicht.yml", "teksten.yml", "noodhulp.yml")
"""One of each kind that is saved most, and the slowest one."""


def beste(doe: Callable[[], object], keer: int, vooraf: Callable[[], object] = lambda: None) -> tuple[float, float]:
    """Processor and wall time (seconds) of the best of `keer` tries; `vooraf` is not timed."""
    tijden = []
    for _ in range(keer):
        vooraf()
        muur, rekentijd = time.perf_counter(), time.process_time()
        doe()
        tijden.append((time.process_time() - rekentijd, time.perf_counter() - muur))
    return min(t[0] for t in tijden), min(t[1] for t in tijden)


def main(keer: int) -> None:
    """Measure a whole check, and then one after each kind of save."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(shutil.copytree(kennismap(), Path(tijdelijk) / "knowledge"))
        kijker = Kijker(map_, lambda tekst: None)
        kijker.kijk()
        heel = beste(lambda: laad.controleer(map_), keer)
        print(f"{'all files':32s} {heel[0]:6.2f} s ({heel[1]:.2f} s on the clock)")
        for naam in BESTANDEN:
            pad = map_ / naam
            een = beste(kijker.kijk, keer, lambda pad=pad: pad.write_bytes(pad.read_bytes()))  # type: ignore[misc]
            print(f"{naam:32s} {een[0]:6.2f} s ({een[1]:.2f} s on the clock)  {heel[0] / een[0]:5.1f} times as fast")
        niets = beste(kijker.kijk, keer)
        print(f"{'nothing saved':32s} {niets[0]:6.3f} s ({niets[1]:.3f} s on the clock)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)

"""Memory of processes over time: read while something else runs, and judged afterwards, each life of a worker apart.

Judged is what a process has of its own (RssAnon of /proc: heap and stacks). Its share (PSS) shifts by tens of MiB when
another worker dies or loads, for they share the pages of the same files.
"""

from __future__ import annotations

import math
import re
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import numpy as np
import psutil

MIB = 2**20
TEL = 5
"""So many samples make a first and a last value (their median)."""
PLAT = 1.0
"""Up to so many MiB a minute more over the second half of a life is called flat, if the slope itself is sure enough."""


@dataclass(frozen=True)
class Monster:
    """Worker `nummer`, in its process `pid`, `tijd` seconds after the beginning: MiB resident, its share, its own."""

    tijd: float
    nummer: int
    pid: int
    rss: float
    pss: float
    eigen: float


@dataclass(frozen=True)
class Leven:
    """One process of one worker, over the second half of its life.

    `eerst` and `laatst` in MiB of its own; `helling` in MiB a minute with its standard error `fout`, nan for too few.
    """

    nummer: int
    pid: int
    begin: float
    einde: float
    start: float
    eerst: float
    laatst: float
    helling: float
    fout: float
    n: int

    def oordeel(self) -> str:
        """`flat`, `grows`, or `unclear` where the samples are too few or too scattered to tell."""
        if math.isnan(self.helling) or self.fout > PLAT:
            return "unclear"
        return "grows" if self.helling - 2 * self.fout > PLAT else "flat" if self.helling <= PLAT else "unclear"

    def regel(self) -> str:
        """One line for the report."""
        wie = f"worker {self.nummer} (process {self.pid}), {self.begin:.0f} to {self.einde:.0f} s"
        half = (
            f"second half {self.eerst:.1f} to {self.laatst:.1f} MiB, {self.helling:+.2f} ± {self.fout:.2f} MiB a minute"
        )
        return f"{wie}: {self.start:.0f} MiB when it served; {half}, n={self.n}: {self.oordeel()}"


class Meter:
    """Reads the memory of workers in a thread of its own. `werkers` gives their main processes as they are now."""

    def __init__(self, werkers: Callable[[], Sequence[int]], klaar: Callable[[int], bool], pauze: float = 2.0) -> None:
        """`klaar(nummer)`: whether that worker serves; until then nothing of it is counted (it is loading)."""
        self.monsters: list[Monster] = []
        self._werkers, self._klaar, self._pauze = werkers, klaar, pauze
        self._stop = threading.Event()
        self._draad = threading.Thread(target=self._meet, daemon=True)

    def __enter__(self) -> Meter:
        self._draad.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._draad.join()

    def _meet(self) -> None:
        begin, dient = time.monotonic(), set[int]()
        while not self._stop.wait(self._pauze):
            for nummer, pid in enumerate(self._werkers()):
                if pid not in dient and not self._klaar(nummer):
                    continue
                dient.add(pid)
                try:
                    delen = van_proces(pid)
                except psutil.Error:  # killed at this moment
                    continue
                self.monsters.append(Monster(time.monotonic() - begin, nummer, pid, *delen))


def van_proces(pid: int) -> tuple[float, float, float]:
    """RSS, PSS and its own memory of a process with its children (MiB). Raises psutil.Error."""
    ouder = psutil.Process(pid)
    rss = pss = eigen = 0.0
    for proces in (ouder, *ouder.children(recursive=True)):
        alles = proces.memory_full_info()
        rss, pss = rss + alles.rss / MIB, pss + getattr(alles, "pss", alles.rss) / MIB
        eigen += _eigen(proces.pid, alles.rss) / MIB
    return rss, pss, eigen


def _eigen(pid: int, anders: int) -> int:
    """RssAnon (bytes); `anders` on a machine that does not tell."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return anders
    gevonden = re.search(r"^RssAnon:\s+(\d+) kB", status, re.MULTILINE)
    return int(gevonden[1]) * 1024 if gevonden else anders


def levens(monsters: Sequence[Monster]) -> list[Leven]:
    """Each process by itself, in order of worker and time: a restart begins a new life and is no growth."""
    per_leven: dict[tuple[int, int], list[Monster]] = {}
    for monster in sorted(monsters, key=lambda m: (m.nummer, m.tijd)):
        per_leven.setdefault((monster.nummer, monster.pid), []).append(monster)
    return [_leven(alle) for alle in per_leven.values()]


def _leven(alle: list[Monster]) -> Leven:
    midden = (alle[0].tijd + alle[-1].tijd) / 2
    laat = [m for m in alle if m.tijd >= midden]
    waarden = [m.eigen for m in laat]
    helling, fout = _lijn([m.tijd / 60 for m in laat], waarden)
    return Leven(
        alle[0].nummer, alle[0].pid, alle[0].tijd, alle[-1].tijd, alle[0].eigen,
        median(waarden[:TEL]), median(waarden[-TEL:]), helling, fout, len(laat),
    )  # fmt: skip


def _lijn(minuten: list[float], mib: list[float]) -> tuple[float, float]:
    """Slope and its standard error by least squares; nan for fewer than five samples."""
    if len(minuten) < TEL:
        return math.nan, math.nan
    x, y = np.asarray(minuten), np.asarray(mib)
    helling, hoogte = np.polyfit(x, y, 1)
    rest = y - (helling * x + hoogte)
    fout = math.sqrt(float(rest @ rest) / (len(x) - 2) / float(((x - x.mean()) ** 2).sum()))
    return float(helling), fout


def per_minuut(monsters: Sequence[Monster]) -> list[str]:
    """A line a minute: median MiB of its own (PSS) by worker; `-` where it was away, `*` where it was replaced."""
    regels = []
    for minuut in range(int(max((m.tijd for m in monsters), default=-60) // 60) + 1):
        delen = []
        for nummer in sorted({m.nummer for m in monsters}):
            hier = [m for m in monsters if m.nummer == nummer and int(m.tijd // 60) == minuut]
            anders = "*" if len({m.pid for m in hier}) > 1 else ""
            getal = f"{median(m.eigen for m in hier):.0f} ({median(m.pss for m in hier):.0f}){anders}" if hier else "-"
            delen.append(f"{getal:>14}")
        regels.append(f"minute {minuut:>3}: {''.join(delen)}")
    return regels

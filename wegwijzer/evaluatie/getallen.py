"""Figures with their number and interval."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

TREKKINGEN = 1000
"""Bootstrap samples."""


def interval(goed: int, aantal: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a proportion; (0, 1) without data."""
    if not aantal:
        return 0.0, 1.0
    z, p = 1.96, goed / aantal
    midden = (p + z * z / (2 * aantal)) / (1 + z * z / aantal)
    breedte = z * math.sqrt(p * (1 - p) / aantal + z * z / (4 * aantal * aantal)) / (1 + z * z / aantal)
    return midden - breedte, midden + breedte


def deel(goed: Sequence[bool]) -> dict[str, Any]:
    """`{deel, aantal, interval}` of a list of hits and misses."""
    return deel_van(sum(goed), len(goed))


def deel_van(goed: int, aantal: int) -> dict[str, Any]:
    """`{deel, aantal, interval}`; `deel` is None without data."""
    laag, hoog = interval(goed, aantal)
    return {
        "deel": round(goed / aantal, 4) if aantal else None,
        "aantal": aantal,
        "interval": [round(laag, 3), round(hoog, 3)],
    }


def macro_f1(paren: Sequence[tuple[str, str]], zaad: int = 0) -> dict[str, Any]:
    """Mean F1 over the right labels of `(right, given)` pairs, with a bootstrap interval over the pairs."""
    namen = sorted({n for paar in paren for n in paar})
    nummers = {naam: nummer for nummer, naam in enumerate(namen)}
    goed = np.array([nummers[a] for a, _ in paren])
    gegeven = np.array([nummers[b] for _, b in paren])

    def f1(rijen: Any) -> float:
        a, b = goed[rijen], gegeven[rijen]
        raak = np.bincount(a[a == b], minlength=len(namen))
        som = np.bincount(a, minlength=len(namen)) + np.bincount(b, minlength=len(namen))
        gevraagd = np.bincount(a, minlength=len(namen)) > 0
        return float(np.mean(2 * raak[gevraagd] / som[gevraagd]))

    trekker = np.random.default_rng(zaad)
    trekkingen = [f1(trekker.integers(0, len(goed), len(goed))) for _ in range(TREKKINGEN)]
    laag, hoog = np.percentile(trekkingen, [2.5, 97.5])
    heel = f1(np.arange(len(goed)))
    return {"deel": round(heel, 4), "aantal": len(goed), "interval": [round(float(laag), 3), round(float(hoog), 3)]}


def kalibratie(paren: Sequence[tuple[float, bool]], bakken: int = 10) -> dict[str, Any]:
    """Expected calibration error of `(confidence, right)` pairs, and each bin: mean confidence, share right, number."""
    per_bak: list[list[tuple[float, bool]]] = [[] for _ in range(bakken)]
    for kans, goed in paren:
        per_bak[min(bakken - 1, int(kans * bakken))].append((kans, goed))
    rijen, fout = [], 0.0
    for bak in per_bak:
        if bak:
            kans, raak = sum(k for k, _ in bak) / len(bak), sum(g for _, g in bak) / len(bak)
            fout += abs(kans - raak) * len(bak) / len(paren)
            rijen.append({"kans": round(kans, 3), "goed": round(raak, 3), "aantal": len(bak)})
    return {"fout": round(fout, 4), "bakken": rijen}

"""What each threshold of the learned danger net costs: recall and false alarms, by cross-validation.

Usage: .venv/bin/python -m benchmarks.nood_drempel [folds]   (writes a table to standard output)

Every sentence is judged by a net that never saw it. The net stands alone here, without the rules: what it would find of
danger (`data/nood`, `gevaar`), and how often it alarms on near misses (`bijna`) and on the topics' questions. The
thresholds themselves stand in `wegwijzer/nood/aanvulling.py`; set them again after a change of the encoder.
"""

from __future__ import annotations

import hashlib
import sys

import numpy as np
from numpy.typing import NDArray

from wegwijzer.huis import houder, inbedder, projectmap
from wegwijzer.taal import gevaar
from wegwijzer.taal.herkenner import Herkenner

DREMPELS = (0.9, 0.7, 0.5, 0.3, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001)

GEEN = (gevaar.ANDERS, gevaar.ZORG)
"""Labels that are no danger."""

Getallen = NDArray[np.float64]


def deel(tekst: str, aantal: int) -> int:
    """The fold of a sentence: always the same one, whatever else is in the set."""
    return hashlib.blake2b(tekst.lower().encode(), digest_size=4).digest()[0] % aantal


def kansen(paren: list[tuple[str, str]], aantal: int) -> Getallen:
    """`(n,)`: for each pair the chance of danger from a net fitted without its fold."""
    vouw = np.array([deel(tekst, aantal) for tekst, _ in paren])
    uit = np.zeros(len(paren))
    for nummer in range(aantal):
        net = gevaar.leer([p for p, v in zip(paren, vouw, strict=True) if v != nummer], Herkenner(inbedder()))
        apart = np.flatnonzero(vouw == nummer)
        rijen = net.kansen([paren[i][0] for i in apart])
        uit[apart] = sum(rijen[:, i] for i, naam in enumerate(net.labels) if naam not in GEEN)
    return uit


def main(aantal: int) -> None:
    """Fit, judge, print."""
    vragen = [(v, o.id) for o in houder().haal().kennis.onderwerpen.values() for v in o.vragen]
    bestanden = gevaar.bestanden(projectmap() / "data" / "nood")
    paren = gevaar.voorbeelden(bestanden, vragen)
    bijna = {str(zin) for bestand in bestanden for zin in bestand["bijna"]}
    uit = kansen(paren, aantal)
    groepen = {
        "gevaar": np.array([soort not in GEEN for _, soort in paren]),
        "zorg": np.array([soort == gevaar.ZORG for _, soort in paren]),
        "bijna": np.array([soort == gevaar.ANDERS and tekst in bijna for tekst, soort in paren]),
        "vragen": np.array([soort == gevaar.ANDERS and tekst not in bijna for tekst, soort in paren]),
    }
    print("drempel " + "".join(f"{naam + ' (n=' + str(int(g.sum())) + ')':>18s}" for naam, g in groepen.items()))
    for drempel in DREMPELS:
        print(f"{drempel:7.3f} " + "".join(f"{np.mean(uit[g] >= drempel):18.4f}" for g in groepen.values()))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)

"""How much sharper confidences must be to be honest (`wegwijzer/taal/zekerheid.py`), and how honest that makes them.

Usage: .venv/bin/python -m benchmarks.zekerheid [FILE.yml ...]

The power is fitted on example questions that the recogniser has not learned: those in `knowledge/onderwerpen` that the
model in `models/` does not know yet (run it before training on a new round of questions), or those in FILEs of
`topic: [questions]`. Questions of a FILE that the model does know are left out of a fresh fit first. Test questions are
never fitted on: they only show the error that is left, by round.
"""

from __future__ import annotations

import sys
import tarfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from wegwijzer import model
from wegwijzer.evaluatie import testvragen
from wegwijzer.evaluatie.getallen import kalibratie
from wegwijzer.huis import houder, inbedder
from wegwijzer.nlu.onderwerpen import BESTAND, RANKING
from wegwijzer.taal.herkenner import Herkenner
from wegwijzer.taal.schoon import schoon
from wegwijzer.taal.zekerheid import SCHERPER, geijkt

MACHTEN = np.arange(0.5, 3.0, 0.02)
TREKKINGEN = 200
Paar = tuple[str, str]
Logs = NDArray[np.float64]


def herkenner() -> Herkenner:
    """The recogniser of the newest model. Raises RuntimeError when there is none."""
    pad = model.laatste()
    if pad is None:
        raise RuntimeError("er is nog geen model; train eerst")
    with tarfile.open(pad) as bundel:
        lid = next(m for m in bundel.getmembers() if Path(m.name).name == BESTAND)
        inhoud = bundel.extractfile(lid)
        assert inhoud is not None
        return Herkenner.herstel(inhoud.read(), inbedder())


def ongeleerd(paden: Sequence[Path], gekend: Herkenner) -> tuple[list[Paar], Herkenner]:
    """Questions with their topic, and a recogniser that has not learned them."""
    bekend = set(gekend.voorbeelden())
    if not paden:
        alle = [(v, o.id) for o in houder().haal().kennis.onderwerpen.values() for v in o.vragen]
        return [p for p in alle if p not in bekend and p[1] in gekend.labels], gekend
    paren = [
        (str(vraag), naam)
        for pad in paden
        for naam, vragen in yaml.safe_load(pad.read_text(encoding="utf-8")).items()
        for vraag in vragen
    ]
    over = sorted(bekend - set(paren))
    if len(over) == len(bekend):
        return paren, gekend
    return paren, Herkenner(inbedder()).leer([t for t, _ in over], [n for _, n in over])


def beste_macht(kansen: Logs, goed: NDArray[np.int64]) -> float:
    """The power with the least log loss; `kansen` `(n, labels)`, `goed` `(n,)` the right column of each row."""
    logs = np.log(np.clip(kansen, 1e-12, 1.0))
    rijen = np.arange(len(goed))
    verlies = [np.mean(np.log(np.exp(m * logs).sum(axis=1)) - m * logs[rijen, goed]) for m in MACHTEN]
    return float(MACHTEN[int(np.argmin(verlies))])


def regel(naam: str, kansen: Logs, labels: list[str], juist: Sequence[tuple[str, ...]], macht: float) -> str:
    """One line: expected calibration error and Brier score of the first choice, read from rankings as they are kept."""
    paren = []
    for rij, namen in zip(kansen, juist, strict=True):
        volgorde = np.argsort(-rij)[:RANKING]
        eerste, kans = geijkt([(labels[i], float(rij[i])) for i in volgorde], macht)[0]
        paren.append((kans, eerste in namen))
    brier = float(np.mean([(k - g) ** 2 for k, g in paren]))
    raak = sum(g for _, g in paren) / len(paren)
    fout = kalibratie(paren)["fout"]
    return f"{naam:34s} power {macht:.2f}: error {fout:.3f}, Brier {brier:.4f} (right {raak:.3f}, n={len(paren)})"


def main(paden: Sequence[Path]) -> None:
    """Fit, and show what is left."""
    paren, kent_ze_niet = ongeleerd(paden, herkenner())
    if not paren:
        raise SystemExit("no example questions that the model has not learned: name files of them")
    labels = kent_ze_niet.labels
    kansen = kent_ze_niet.kansen([schoon(t) for t, _ in paren])
    goed = np.array([labels.index(n) for _, n in paren])
    macht = beste_macht(kansen, goed)
    trekker = np.random.default_rng(0)
    grepen = (trekker.integers(0, len(goed), len(goed)) for _ in range(TREKKINGEN))
    laag, hoog = np.percentile([beste_macht(kansen[g], goed[g]) for g in grepen], [2.5, 97.5])
    print(f"power {macht:.2f} (95 %: {laag:.2f}-{hoog:.2f}) on {len(paren)} questions that were not learned")
    for m in (1.0, macht):
        print(regel("questions that were not learned", kansen, labels, [(n,) for _, n in paren], m))
    vragen = testvragen()
    for ronde in sorted({v.ronde for v in vragen}):
        deel = [v for v in vragen if v.ronde == ronde]
        rijen = kent_ze_niet.kansen([schoon(v.tekst) for v in deel])
        for m in dict.fromkeys((1.0, macht, SCHERPER)):
            print(regel(f"test questions, round {ronde}", rijen, labels, [v.goed for v in deel], m))


if __name__ == "__main__":
    main([Path(p) for p in sys.argv[1:]])

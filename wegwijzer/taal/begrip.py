"""What a whole message is about, when it may hold several sentences and several questions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from wegwijzer.taal.herkenner import Herkenner, Kansen
from wegwijzer.taal.schoon import schoon, zinnen

GEHOORD = 0.7
"""From this confidence on, a sentence of its own counts as a question heard."""
MEESTE_ZINNEN = 8
"""Of a very long message only so many sentences are read one by one (each costs an embedding)."""
KORTSTE_ZIN = 4
"""A sentence of fewer words says too little on its own (words)."""


@dataclass(frozen=True)
class Begrip:
    """`ranking`: all labels by confidence; `gehoord`: labels that some sentence clearly asks about."""

    ranking: list[tuple[str, float]]
    gehoord: list[tuple[str, float]]


def begrijp(tekst: str, herkenner: Herkenner) -> Begrip:
    """Classify the message as a whole; its sentences one by one only tell which other questions it holds.

    (Mixing the sentences into the whole made the ranking worse: 0.76 to 0.72 against 0.78; docs/understanding.md.)
    """
    tekst = schoon(tekst)
    delen = [z for z in zinnen(tekst) if len(z.split()) >= KORTSTE_ZIN]
    if len(delen) > MEESTE_ZINNEN:
        delen = [*delen[: MEESTE_ZINNEN // 2], *delen[-MEESTE_ZINNEN // 2 :]]
    if len(delen) < 2:
        kans = herkenner.kansen([tekst])[0]
        return Begrip(_rij(kans, herkenner), [])
    kansen = herkenner.kansen([tekst, *delen])
    gehoord: dict[str, float] = {}
    for rij in kansen[1:]:
        beste = int(np.argmax(rij))
        if rij[beste] >= GEHOORD:
            naam = herkenner.labels[beste]
            gehoord[naam] = max(gehoord.get(naam, 0.0), float(rij[beste]))
    return Begrip(_rij(kansen[0], herkenner), sorted(gehoord.items(), key=lambda g: -g[1]))


def _rij(kans: Kansen, herkenner: Herkenner) -> list[tuple[str, float]]:
    return [(herkenner.labels[i], float(kans[i])) for i in np.argsort(-kans)]

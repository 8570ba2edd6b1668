"""What a whole message is about, when it may hold several sentences and several questions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from wegwijzer.taal.herkenner import Herkenner, Kansen
from wegwijzer.taal.schoon import schoon, zinnen

GEHOORD = 0.5
"""From this confidence on, a sentence of its own counts as a question heard."""
MEESTE_ZINNEN = 8
"""Of a very long message only so many sentences are read one by one (each costs an embedding)."""
GEWICHT_GEHEEL = 0.6
"""How much the message as a whole weighs against its clearest sentences; chosen on held-out questions."""
KORTSTE_ZIN = 3
"""A sentence of fewer words says too little on its own (words)."""


@dataclass(frozen=True)
class Begrip:
    """`ranking`: all labels by confidence; `gehoord`: labels that some sentence clearly asks about."""

    ranking: list[tuple[str, float]]
    gehoord: list[tuple[str, float]]


def begrijp(tekst: str, herkenner: Herkenner) -> Begrip:
    """Classify the message as a whole and, when it is long, sentence by sentence."""
    tekst = schoon(tekst)
    delen = [z for z in zinnen(tekst) if len(z.split()) >= KORTSTE_ZIN]
    if len(delen) > MEESTE_ZINNEN:
        delen = [*delen[: MEESTE_ZINNEN // 2], *delen[-MEESTE_ZINNEN // 2 :]]
    if len(delen) < 2:
        kans = herkenner.kansen([tekst])[0]
        return Begrip(_rij(kans, herkenner), [])
    kansen = herkenner.kansen([tekst, *delen])
    samen = GEWICHT_GEHEEL * kansen[0] + (1 - GEWICHT_GEHEEL) * _duidelijkste(kansen[1:])
    gehoord: dict[str, float] = {}
    for rij in kansen[1:]:
        beste = int(np.argmax(rij))
        if rij[beste] >= GEHOORD:
            naam = herkenner.labels[beste]
            gehoord[naam] = max(gehoord.get(naam, 0.0), float(rij[beste]))
    return Begrip(_rij(samen, herkenner), sorted(gehoord.items(), key=lambda g: -g[1]))


def _duidelijkste(kansen: Kansen) -> Kansen:
    """The sentences' mean, each weighted by how sure it is: chatter around the question counts little."""
    gewicht = kansen.max(axis=1) ** 2
    gemiddeld: Kansen = (kansen * gewicht[:, None]).sum(axis=0) / (gewicht.sum() + 1e-9)
    return gemiddeld


def _rij(kans: Kansen, herkenner: Herkenner) -> list[tuple[str, float]]:
    return [(herkenner.labels[i], float(kans[i])) for i in np.argsort(-kans)]

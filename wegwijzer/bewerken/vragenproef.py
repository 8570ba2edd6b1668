"""Which questions would come to a topic after a change, and which would leave it."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wegwijzer.huis import Huis, passend
from wegwijzer.kennis.model import Kennis
from wegwijzer.taal.begrip import begrijp
from wegwijzer.taal.herkenner import Herkenner
from wegwijzer.taal.zekerheid import geijkt

BUREN = 6
"""So many topics that resemble it are asked too."""
PER_BUUR = 25
"""Of each so many questions."""
EIGEN = 60
GETYPT = 20


@dataclass(frozen=True)
class Vraag:
    """One question and where it comes out: `voor` and `na` the change, with the confidence (0 to 1) after it."""

    tekst: str
    voor: str
    na: str
    zekerheid: float


@dataclass(frozen=True)
class Proef:
    """`getypt` always; `komt` and `gaat` only what changes place; `gevraagd`: how many were asked."""

    getypt: list[Vraag]
    komt: list[Vraag]
    gaat: list[Vraag]
    gevraagd: int


def probeer(id_: str, huis: Huis, nieuw: Kennis, getypt: Sequence[str] = ()) -> Proef | None:
    """Ask the questions of this topic, of its neighbours and those that were typed; None while no recogniser serves.

    Takes seconds of CPU where questions changed: keep it off an event loop, and one at a time.
    """
    if huis.herkenner is None:
        return None
    herkenner = passend(huis.herkenner, nieuw)
    eigen = list(nieuw.onderwerpen[id_].vragen)
    was = set(huis.kennis.onderwerpen[id_].vragen) if id_ in huis.kennis.onderwerpen else set()
    veranderd = [v for v in eigen if v not in was] + [v for v in was if v not in set(eigen)]
    vragen = list(dict.fromkeys([*veranderd[:EIGEN], *_greep(eigen, EIGEN)]))
    for buur in buren(id_, eigen, herkenner, nieuw):
        vragen += _greep(nieuw.onderwerpen[buur].vragen, PER_BUUR)
    voor, na = _uitslag(vragen, huis.herkenner), _uitslag(vragen, herkenner)
    rij = [Vraag(v, a[0], b[0], b[1]) for v, a, b in zip(vragen, voor, na, strict=True)]
    los = [Vraag(v, _eerste(v, huis.herkenner)[0], *_eerste(v, herkenner)) for v in getypt[:GETYPT]]
    komt = [v for v in rij if v.na == id_ != v.voor]
    gaat = [v for v in rij if v.voor == id_ != v.na]
    return Proef(los, komt, gaat, len(rij))


def buren(id_: str, eigen: Sequence[str], herkenner: Herkenner, kennis: Kennis) -> list[str]:
    """The topics that these questions are taken for next, and those that follow on it."""
    kansen = herkenner.kansen(_greep(eigen, EIGEN)).mean(axis=0)
    namen = [herkenner.labels[i] for i in kansen.argsort()[::-1]]
    gekend = [n for n in [*namen[: BUREN + 1], *kennis.onderwerpen[id_].verder] if n in kennis.onderwerpen and n != id_]
    return list(dict.fromkeys(gekend))[: BUREN + 2]


def _greep(vragen: Iterable[str], hoeveel: int) -> list[str]:
    """So many of them, the same ones each time."""
    alle = list(vragen)
    return alle if len(alle) <= hoeveel else random.Random(len(alle)).sample(alle, hoeveel)


def _uitslag(vragen: Sequence[str], herkenner: Herkenner) -> list[tuple[str, float]]:
    if not vragen:
        return []
    kansen = herkenner.kansen(vragen)
    return [geijkt([(herkenner.labels[i], float(rij[i])) for i in (-rij).argsort()])[0] for rij in kansen]


def _eerste(vraag: str, herkenner: Herkenner) -> tuple[str, float]:
    return geijkt(begrijp(vraag, herkenner).ranking)[0]

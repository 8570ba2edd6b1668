"""Puts questions that resemble each other together, by what they mean: off the event loop, and slower than parents."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wegwijzer.opslag.cijfers import week_van
from wegwijzer.opslag.open_vragen import REDENEN, OpenVraag
from wegwijzer.taal.schoon import kaal

DREMPEL = 0.45
"""Two groups become one while their questions resemble each other more than this on average (cosine of embeddings).
Set on questions of tests/vragen; figures in docs/helpdesk.md."""
VOORBEELDEN = 5
TEGELIJK = 4
"""So many are embedded at a time: parents' messages wait for the same model."""
Vectoren = NDArray[np.float32]


@dataclass(frozen=True)
class Groep:
    """Questions that resemble each other. `nummers`: of the parents' questions, open or dealt with as the group is.

    `afgedaan`: what was decided, when that holds for at least half of it; `oordelen`: marks of the helpdesk in it.
    """

    id: int
    aantal: int
    voorbeelden: tuple[str, ...]
    redenen: tuple[tuple[str, int], ...]
    weken: tuple[tuple[str, int], ...]
    dichtbij: str
    nummers: tuple[int, ...]
    afgedaan: str = ""
    oordelen: tuple[int, ...] = ()


def verdeel(vectoren: Vectoren, drempel: float = DREMPEL) -> NDArray[np.int64]:
    """The number of the group of each row, by average linkage. `vectoren`: (n, d), each row of length 1."""
    if len(vectoren) < 2:
        return np.zeros(len(vectoren), dtype=np.int64)
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    # As one product of matrices: scipy's own way keeps every other thread waiting for a second.
    afstand = np.clip(1.0 - vectoren @ vectoren.T, 0.0, 2.0)
    np.fill_diagonal(afstand, 0.0)
    boom = linkage(squareform(afstand, checks=False), method="average")
    groepen: NDArray[np.int64] = fcluster(boom, 1 - drempel, criterion="distance").astype(np.int64)
    return groepen


def groepeer(
    vragen: Sequence[OpenVraag],
    oordelen: Sequence[tuple[int, str]],
    inbedden: Callable[[list[str]], Vectoren] | None,
    onderwerpen: frozenset[str] = frozenset(),
) -> list[Groep]:
    """The largest group first. `oordelen`: number and question of marks; `inbedden`: None without a language model."""
    teksten = [v.tekst for v in vragen] + [tekst for _, tekst in oordelen]
    uniek = {kaal(t): t for t in reversed(teksten)}
    plek = {sleutel: n for n, sleutel in enumerate(uniek)}
    van = np.arange(len(uniek)) if inbedden is None else verdeel(_rustig(list(uniek.values()), inbedden))
    leden: dict[int, tuple[list[OpenVraag], list[int]]] = {}
    for nummer, tekst in enumerate(teksten):
        eigen, merken = leden.setdefault(int(van[plek[kaal(tekst)]]), ([], []))
        if nummer < len(vragen):
            eigen.append(vragen[nummer])
        else:
            merken.append(oordelen[nummer - len(vragen)][0])
    groepen = [_groep(eigen, merken, onderwerpen) for eigen, merken in leden.values() if eigen]
    return sorted(groepen, key=lambda g: (-g.aantal, g.id))


def _rustig(teksten: list[str], inbedden: Callable[[list[str]], Vectoren]) -> Vectoren:
    """The embeddings, with a pause after each few as long as they took, so that parents' messages come between."""
    delen: list[Vectoren] = [np.zeros((0, 0), dtype=np.float32)]
    for begin in range(0, len(teksten), TEGELIJK):
        start = time.monotonic()
        delen.append(inbedden(teksten[begin : begin + TEGELIJK]))
        time.sleep(min(time.monotonic() - start, 0.5))
    return np.concatenate(delen[1:]) if len(delen) > 1 else delen[0]


def _groep(vragen: list[OpenVraag], merken: list[int], onderwerpen: frozenset[str]) -> Groep:
    af = Counter(v.afgedaan for v in vragen if v.afgedaan)
    gedaan = af.most_common(1)[0][0] if 2 * sum(af.values()) >= len(vragen) and af else ""
    teksten = Counter(v.tekst for v in vragen)
    dichtbij = Counter(v.dichtbij for v in vragen if v.dichtbij in onderwerpen)
    return Groep(
        id=min(v.id for v in vragen),
        aantal=len(vragen) + len(merken),
        voorbeelden=tuple(tekst for tekst, _ in teksten.most_common(VOORBEELDEN)),
        redenen=_telling(REDENEN.get(v.reden, v.reden) for v in vragen),
        weken=tuple(sorted(_telling(week_van(v.gemaakt) for v in vragen))),
        dichtbij=dichtbij.most_common(1)[0][0] if dichtbij else "",
        nummers=tuple(v.id for v in vragen),
        afgedaan=gedaan,
        oordelen=tuple(sorted(merken)),
    )


def _telling(waarden: Any) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(waarden).most_common())

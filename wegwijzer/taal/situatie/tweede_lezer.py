"""The second reading of steps and time: what the patterns found and what the learned marks say, weighed together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from wegwijzer.taal.feitenmerker import STAPPEN, Merken
from wegwijzer.taal.situatie.duur import LANGST
from wegwijzer.taal.situatie.kalender import dagen
from wegwijzer.taal.situatie.kandidaat import Kandidaat
from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.situatie.thuis import iets_anders
from wegwijzer.taal.situatie.thuis_los import min_wat_komt
from wegwijzer.taal.situatie.thuis_tijd import straks, tijden, verschoven
from wegwijzer.taal.vondst import Vondst

STAP_TOCH, STAP_ZEKER = -3.5, 1.5
"""What the patterns found counts from the first score on, what they did not find from the second (log odds)."""
TIJD_TOCH, TIJD_ZEKER = -3.0, 0.0
"""The same for the time at home."""


def stappen(gevonden: Iterable[Vondst], merken: Merken) -> list[Vondst]:
    """The steps taken: what the patterns `gevonden`, unless the marks say no, and what these are sure of."""
    eerder = {v.waarde: v for v in gevonden}
    uit = []
    for stap in STAPPEN:
        score, start, einde = merken.stap(stap)
        if score >= (STAP_TOCH if stap in eerder else STAP_ZEKER):
            uit.append(eerder.get(stap) or Vondst("stap_gedaan", stap, start, einde))
    return uit


def tijd(
    lezing: Lezing,
    gevonden: Kandidaat | None,
    merken: Merken,
    *,
    vandaag: date,
    leeftijd: Kandidaat | None,
    leerling: bool,
) -> Kandidaat | None:
    """The time at home: that of the patterns unless the marks say no, or else the one that the marks are surest of.

    `leeftijd`: what was taken for the age; `leerling`: the pupil writes.
    """
    if gevonden is not None and _score(lezing, gevonden, merken) >= TIJD_TOCH:
        return gevonden
    andere = [
        (_score(lezing, k, merken), k)
        for k in _alle(lezing, vandaag)
        if (leeftijd is None or k.einde <= leeftijd.start or leeftijd.einde <= k.start)
        and not iets_anders(lezing, k, leerling)
    ]
    score, beste = max(andere, key=lambda paar: paar[0], default=(0.0, None))
    return min_wat_komt(lezing, beste) if beste is not None and score >= TIJD_ZEKER else gevonden


def _score(lezing: Lezing, kandidaat: Kandidaat, merken: Merken) -> float:
    return merken.tijd(*lezing.bereik(kandidaat.start, kandidaat.einde))


def _alle(lezing: Lezing, vandaag: date) -> Sequence[Kandidaat]:
    """Every length of time and every day that is past, in whole weeks until today."""
    uit = list(tijden(lezing, vandaag))
    for dag in dagen(lezing, vandaag):
        weken = (vandaag - verschoven(lezing, dag)).days // 7
        if 0 <= weken <= LANGST and not straks(lezing, dag.start, dag.einde):
            uit.append(Kandidaat(weken, dag.start, dag.einde, 6))
    return uit

"""A second net under the rules: a learned model sees danger that no rule names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wegwijzer.nood.beoordeling import doorgestreept, kenmerken_van
from wegwijzer.nood.model import NOOD, ZORG, NoodRegels, Oordeel
from wegwijzer.nood.wie import JONGERE, voor_schrijver

DREMPEL = 0.25
"""The chance of danger from which a whole message alarms. `benchmarks/nood_drempel.py` prints what each costs."""
DREMPEL_ZIN = 0.8
"""The same for one sentence of a longer message, which says less on its own."""
DREMPEL_BIJ_ZORG = 0.5
"""The same where the rules already saw a reason for a caring question."""
DREMPEL_ZORG = 0.005
"""From this chance on, of danger or of a reason for care, a whole message gets a caring question."""
ZORGVRAAG = "zorgvraag"
"""The label of what asks for care and not for an alarm (`zorg` in `data/nood`)."""

Kansen = Mapping[str, float]
_GROND = {jong: oud for oud, jong in JONGERE.items() if oud != "geweld_thuis_door_kind"}


def vul_aan(
    oordeel: Oordeel | None, tekst: str, delen: Sequence[tuple[str, Kansen]], regels: NoodRegels
) -> Oordeel | None:
    """The judgement of the rules on `tekst`, raised where the model sees more. A judgement is never lowered.

    `delen`: the whole message first, then its sentences where there are several; each with its chance by kind of danger
    (the keys under `nood` in `noodhulp.yml`, or their variant for a pupil); of other labels only `ZORGVRAAG` counts,
    for the caring question. A part with words that the rules know to be harmless or to ask for care raises nothing.
    """
    if not delen or (oordeel is not None and oordeel.niveau == NOOD):
        return oordeel
    geteld = [(deel, _per_soort(kansen, regels)) for deel, kansen in delen]
    beste: Kansen = {}
    for nummer, (deel, kansen) in enumerate(geteld):
        drempel = DREMPEL_BIJ_ZORG if oordeel is not None else DREMPEL_ZIN if nummer else DREMPEL
        som = sum(kansen.values())
        if som >= drempel and som > sum(beste.values()) and not doorgestreept(deel, regels):
            beste = kansen
    kenmerken = kenmerken_van(tekst, regels)
    if beste:
        soort = max(beste, key=lambda s: beste[s])
        return Oordeel(NOOD, voor_schrijver(soort, kenmerken), (0, len(tekst)))
    geheel, kansen = geteld[0]
    kans = sum(kansen.values()) + delen[0][1].get(ZORGVRAAG, 0.0)
    if oordeel is None and kans >= DREMPEL_ZORG and not doorgestreept(geheel, regels):
        return Oordeel(ZORG, voor_schrijver(ZORGVRAAG, kenmerken), (0, len(tekst)))
    return oordeel


def _per_soort(kansen: Kansen, regels: NoodRegels) -> dict[str, float]:
    """The chances by kind that has an order (`voorrang`), those of a pupil added to them."""
    uit: dict[str, float] = {}
    for naam, kans in kansen.items():
        soort = _GROND.get(naam, naam)
        if soort in regels.voorrang:
            uit[soort] = uit.get(soort, 0.0) + kans
    return uit

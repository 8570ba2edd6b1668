"""Finds places to learn or grow for a child at home: nearest first, and fitting age and target group."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from wegwijzer.kennis.model import Initiatief

FRIESLAND = {"Fryslân": "Friesland"}
"""Official name of a province → the name that the initiatives' files use."""
VOOR_IEDEREEN = {"alle", "thuiszitters", "uitgevallen"}


def zoek(
    initiatieven: Iterable[Initiatief],
    gemeente: str | None,
    provincie: str | None,
    leeftijd: int | None,
    filter_: dict[str, Any],
    groepen: Collection[str] = (),
) -> list[Initiatief]:
    """All that fit, best first: own gemeente, own province, then nationwide.

    `filter_` may hold `doelgroep` and `soort` (lists, at least one must match); `groepen` is what the parent said of
    the child (e.g. autisme) and only orders. Another region's places are left out.
    """
    provincie = FRIESLAND.get(provincie or "", provincie)

    def rang(i: Initiatief) -> int | None:
        if i.gemeente and i.gemeente == gemeente:
            return 0
        if i.bereik == "landelijk":
            return 2
        return 1 if i.provincie and i.provincie == provincie else None

    passend = [(r, i) for i in initiatieven if (r := rang(i)) is not None and past(i, leeftijd, filter_)]
    groep = {g.replace("_", " ") for g in groepen}
    return [i for _, i in sorted(passend, key=lambda p: (p[0], not groep & set(p[1].doelgroep), p[1].naam))]


def past(initiatief: Initiatief, leeftijd: int | None, filter_: dict[str, Any]) -> bool:
    """Whether kind, target group and age do not exclude this child; what a source does not say excludes nobody."""
    soorten, groepen = filter_.get("soort"), filter_.get("doelgroep")
    if soorten and initiatief.soort not in soorten:
        return False
    if groepen and not set(groepen) & set(initiatief.doelgroep):
        return False
    grenzen = initiatief.leeftijd or {}
    van, tot = grenzen.get("van"), grenzen.get("tot")
    if leeftijd is None:
        return True
    return (van is None or leeftijd >= van) and (tot is None or leeftijd <= tot)

"""Finds places to learn or grow for a child at home: nearest first, and fitting age and target group."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from wegwijzer.kennis.model import Initiatief, Kennis
from wegwijzer.pad.situatie import Situatie

FRIESLAND = {"Fryslân": "Friesland"}
"""Official name of a province → the name that the initiatives' files use."""
VOOR_IEDEREEN = frozenset({"alle", "thuiszitters", "uitgevallen"})
"""Target groups that any child at home belongs to."""
ZEKERHEID = ("hoog", "midden", "laag")
_PO = re.compile(r"\b(?:basisschool|groep|po|so)\b")
_VO = re.compile(r"\b(?:vo|vso|mbo|jongeren|jongvolwassenen)\b")
_OOK_ANDERS = re.compile(r"\b(?:vooral|soms|ouder|kinderen)\b")
"""Words after which the kind of school is not the only one."""


@dataclass(frozen=True)
class Streek:
    """Where the parent is: gemeente, those around it, province. What is not known is None or empty."""

    gemeente: str | None
    buren: frozenset[str]
    provincie: str | None

    @classmethod
    def van(cls, gemeente: str | None, provincie: str | None, kennis: Kennis) -> Streek:
        """With as neighbours the gemeenten that share a regional samenwerkingsverband with `gemeente`."""
        verbanden = [s for s in kennis.samenwerkingsverbanden.values() if s.soort == "regionaal"]
        groepen = [{*s.gemeenten, *s.gemeenten_deels} for s in verbanden]
        buren = frozenset(g for groep in groepen if gemeente in groep for g in groep) - {gemeente or ""}
        return cls(gemeente, buren, FRIESLAND.get(provincie or "", provincie))

    def rang(self, initiatief: Initiatief) -> int | None:
        """0 own gemeente, 1 neighbours, 2 province, 3 nationwide; None for a place elsewhere, or nobody knows where."""
        if initiatief.gemeente and initiatief.gemeente == self.gemeente:
            return 0
        if initiatief.gemeente in self.buren:
            return 1
        if initiatief.bereik == "landelijk":
            return 3
        return 2 if initiatief.provincie and initiatief.provincie == self.provincie else None


def zoek(
    initiatieven: Iterable[Initiatief],
    streek: Streek,
    situatie: Situatie,
    filter_: dict[str, Any],
    groepen: Collection[str] = (),
) -> list[Initiatief]:
    """All that fit, nearest first; at the same distance those for this child's group, then the surer ones.

    `filter_` may hold `doelgroep` and `soort` (lists, at least one must match); `groepen` is what the parent said of
    the child (e.g. autisme); a group for which no place says to be there excludes nothing.
    """
    initiatieven = list(initiatieven)
    groep = {g.replace("_", " ") for g in groepen} & {d for i in initiatieven for d in i.doelgroep}
    passend = [
        (rang, i) for i in initiatieven if (rang := streek.rang(i)) is not None and past(i, situatie, filter_, groep)
    ]
    return [i for _, i in sorted(passend, key=lambda p: (p[0], *_orde(p[1], groep)))]


def _orde(initiatief: Initiatief, groep: set[str]) -> tuple[bool, int, str]:
    eigen = (groep or VOOR_IEDEREEN) & set(initiatief.doelgroep)
    return not eigen, ZEKERHEID.index(initiatief.zekerheid), initiatief.naam


def past(initiatief: Initiatief, situatie: Situatie, filter_: dict[str, Any], groep: Collection[str] = ()) -> bool:
    """Whether it is not closed, and kind, target group and age do not exclude this child.

    What a source does not say excludes nobody. A place for one group only is not for a child of another group.
    """
    soorten, groepen = filter_.get("soort"), filter_.get("doelgroep")
    if initiatief.gesloten or (soorten and initiatief.soort not in soorten):
        return False
    voor = set(initiatief.doelgroep)
    if groepen and not voor & set(groepen):
        return False
    if groep and not groepen and not voor & {*groep, *VOOR_IEDEREEN}:
        return False
    return _leeftijd_past(initiatief, situatie)


def _leeftijd_past(initiatief: Initiatief, situatie: Situatie) -> bool:
    """By the years that the source gives, else by the kind of school that it names."""
    grenzen = initiatief.leeftijd or {}
    van, tot, tekst = grenzen.get("van"), grenzen.get("tot"), str(grenzen.get("tekst") or "").lower()
    if van is not None or tot is not None:
        leeftijd = situatie.leeftijd
        return leeftijd is None or ((van is None or leeftijd >= van) and (tot is None or leeftijd <= tot))
    po, vo = bool(_PO.search(tekst)), bool(_VO.search(tekst))
    if po == vo or _OOK_ANDERS.search(tekst):
        return True
    sector = "vo" if situatie.onderwijssoort == "mbo" or (situatie.leeftijd or 0) >= 16 else situatie.sector()
    return sector is None or sector == ("po" if po else "vo")

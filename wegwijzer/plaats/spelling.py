"""Finds the place name that a misspelt word stands for."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

Woorden = tuple[str, ...]

GROOT = 5
"""From this number of postcodes a place counts as large."""

ONTHOUD = 10_000
"""How many outcomes are remembered."""

_KLANK = (
    (re.compile(r"sch\b"), "s"),
    (re.compile(r"sch"), "sg"),
    (re.compile(r"ij|ei|y"), "8"),
    (re.compile(r"ou|au"), "9"),
    (re.compile(r"ch|g"), "g"),
    (re.compile(r"ck|c|q"), "k"),
    (re.compile(r"th|dt|d\b"), "t"),
    (re.compile(r"z"), "s"),
    (re.compile(r"v"), "f"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=[^aeiou])h"), ""),
    (re.compile(r"n\b"), ""),
)


@lru_cache(maxsize=8192)
def klank(woord: str) -> str:
    """Gives a rough form of the sound: words that sound alike get the same form."""
    for patroon, nieuw in _KLANK:
        woord = patroon.sub(nieuw, woord)
    return woord


def _ruimte(lengte: int, ruim: bool) -> int:
    """How many letters may differ."""
    if lengte < 5:
        return 0
    if lengte < 7 or (lengte < 10 and not ruim):
        return 1
    return 2


class Spelling:
    """Finds the name that is most like a word."""

    def __init__(self, namen: dict[Woorden, tuple[int, str]], geen_plaats: set[str]) -> None:
        """Prepares the names.

        Args:
            namen: For each spelling the number of postcodes and how ordinary the word is.
            geen_plaats: Words that may never pass for a misspelt place.
        """
        self._geen_plaats = geen_plaats
        self._eerder: dict[tuple[str, bool, bool], tuple[Woorden, float] | None] = {}
        self._doel: dict[str, tuple[Woorden, int]] = {}
        for woorden, (omvang, gewoon) in namen.items():
            vorm = "".join(woorden)
            if len(vorm) < 5 or gewoon in ("nooit", "provincie"):
                continue
            bekend, grootste = self._doel.get(vorm, ((), -1))
            if (omvang, len(woorden)) > (grootste, len(bekend)):
                self._doel[vorm] = (woorden, omvang)
        self._alle = list(self._doel)
        self._grote = [vorm for vorm, (_, omvang) in self._doel.items() if omvang >= GROOT]
        self._klanken: dict[str, list[str]] = {}
        for vorm in self._alle:
            self._klanken.setdefault(klank(vorm), []).append(vorm)

    def zoek(self, vorm: str, *, ruim: bool, klein: bool) -> tuple[Woorden, float] | None:
        """Finds the name that a misspelt word stands for.

        Args:
            vorm: The word (or the words joined), in small letters without accents.
            ruim: Whether a place is clearly referred to; then more letters may differ.
            klein: Whether small places are allowed too.

        Returns:
            The spelling and a score (0.5 to 1), or None.
        """
        if len(vorm) < 5 or vorm in self._geen_plaats or not vorm.isalpha() or len(vorm) > 40:
            return None
        vraag = (vorm, ruim, klein)
        if vraag not in self._eerder:
            if len(self._eerder) >= ONTHOUD:
                self._eerder.clear()
            self._eerder[vraag] = self._beste(vorm, ruim, klein)
        return self._eerder[vraag]

    def _beste(self, vorm: str, ruim: bool, klein: bool) -> tuple[Woorden, float] | None:
        namen = self._alle if klein else self._grote
        grens = _ruimte(len(vorm), ruim)
        rij: list[tuple[float, int, str]] = []
        for doel, afstand, _ in process.extract(
            vorm, namen, scorer=OSA.distance, processor=None, score_cutoff=grens, limit=8
        ):
            if afstand > _ruimte(len(doel), ruim) or (afstand > 1 and doel[0] != vorm[0]):
                continue
            if doel[0] != vorm[0] and klank(doel)[:1] != klank(vorm)[:1] and sorted(doel) != sorted(vorm):
                continue
            omvang = self._doel[doel][1]
            if afstand > 1 and omvang < 3:
                continue
            rij.append((afstand - 0.4 * (klank(doel) == klank(vorm)), -omvang, doel))
        if ruim or not rij:
            for doel in self._klanken.get(klank(vorm), ()):
                omvang = self._doel[doel][1]
                if (klein or omvang >= GROOT) and abs(len(doel) - len(vorm)) <= 2 and len(vorm) >= 5:
                    rij.append((0.9, -omvang, doel))
        if not rij:
            return None
        laagste = min(kosten for kosten, _, _ in rij)
        kosten, _, doel = min((r for r in rij if r[0] <= laagste + 0.5), key=lambda r: (r[1] > -GROOT, r[0], r[1]))
        return self._doel[doel][0], round(max(0.5, 0.92 - 0.12 * kosten), 2)

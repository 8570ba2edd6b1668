"""Which positions of which patterns a word fits, found in time that does not depend on the number of patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wegwijzer.nood.spelling import klank, op_een_na, varianten
from wegwijzer.nood.tekst import EINDE, KOMMA
from wegwijzer.nood.tikfouten import Tikfouten

KORTST = 6
"""A word of fewer letters is never read as a slip for another word."""
LANGST = 40
"""A longer word is only searched for glued phrases (characters)."""
STUK = 400
"""So much of one endless word is read letter by letter; the rest is only searched for glued phrases (characters)."""
LANG = 6
"""From this length a glued phrase can hide in a word."""


class Woordenboek:
    """Bit masks by word. Filled once with `voeg_toe`, then only read.

    `gaten`: positions that take any word; `gaten_vooraf`: those that do not take a guarded word (`bewaakt`); `wijd`:
    those that also take the end of a sentence; `slot`: positions that are the end of a sentence.
    """

    def __init__(
        self, niet_verwarren: Iterable[str] = (), bewaakt: Iterable[str] = (), verbeter: Iterable[str] = ()
    ) -> None:
        self.gaten = 0
        self.gaten_vooraf = 0
        self.wijd = 0
        self.slot = 0
        self._heel: dict[str, int] = {}
        self._begin: dict[str, int] = {}
        self._lengtes: tuple[int, ...] = ()
        self._lange_lengtes: tuple[int, ...] = ()
        self._verhuld: dict[tuple[str, int], list[tuple[str, int]]] = {}
        self._klank: dict[str, list[tuple[str, bool, int]]] = {}
        self._binnen: dict[str, int] = {}
        self._zoek: re.Pattern[str] | None = None
        self._niet_verwarren = frozenset(niet_verwarren)
        self._niet_verwarren_begin = tuple(w.rstrip("*") for w in self._niet_verwarren if w.endswith("*"))
        self._bewaakt = frozenset(bewaakt)
        self._tikfouten = Tikfouten(verbeter)

    def voeg_toe(self, woord: str, bit: int) -> None:
        """Let `woord` (as patterns write it) fit the position `bit`."""
        masker = 1 << bit
        kaal, begin = woord.lstrip("~").rstrip("*"), woord.endswith("*")
        if woord.startswith("~~"):
            self._binnen[kaal] = self._binnen.get(kaal, 0) | masker
            return
        tafel = self._begin if begin else self._heel
        tafel[kaal] = tafel.get(kaal, 0) | masker
        if woord.startswith("~"):
            geluid = klank(kaal)
            self._klank.setdefault(geluid[0], []).append((geluid, begin, masker))

    def sluit(self) -> None:
        """Call once after the last word."""
        self._lengtes = tuple(sorted({len(w) for w in self._begin}))
        self._lange_lengtes = tuple(n for n in self._lengtes if n >= LANG)
        for tafel, heel in ((self._heel, True), (self._begin, False)):
            for woord, masker in tafel.items():
                if len(woord) >= KORTST and "*" not in woord:
                    self._verhuld.setdefault((woord[:2], len(woord) if heel else 0), []).append((woord, masker))
        if self._binnen:
            delen = sorted(map(re.escape, self._binnen), key=len, reverse=True)
            self._zoek = re.compile(f"(?=({'|'.join(delen)}))")
        for letter, regels in self._klank.items():
            samen: dict[tuple[str, bool], int] = {}
            for geluid, begin, masker in regels:
                samen[geluid, begin] = samen.get((geluid, begin), 0) | masker
            self._klank[letter] = [(g, b, m) for (g, b), m in samen.items()]

    def masker(self, woord: str) -> int:
        """Give the positions that `woord` fits, the gaps included."""
        if woord in (EINDE, KOMMA):
            return self.slot | self.wijd
        uit = self.gaten & ~self.gaten_vooraf if woord in self._bewaakt else self.gaten
        for vorm in varianten(woord[:STUK]):
            uit |= self._vorm(vorm)
        if len(woord) > STUK and self._zoek is not None:
            for vondst in set(self._zoek.findall(woord)):
                uit |= self._binnen[vondst]
        return uit

    def paar(self, eerste: str, tweede: str) -> int:
        """Give the positions that two words fit when read as one (`zelf moord`); 0 when none."""
        samen = eerste + tweede
        lengte = len(samen)
        if not LANG <= lengte <= LANGST:
            return 0
        uit = self._heel.get(samen, 0)
        for lang in self._lange_lengtes:
            if lang > lengte:
                break
            if lang > len(eerste):
                uit |= self._begin.get(samen[:lang], 0)
        return uit

    def _vorm(self, woord: str) -> int:
        uit = self._precies(woord)
        if len(woord) > LANGST or woord in self._niet_verwarren or woord.startswith(self._niet_verwarren_begin):
            return uit
        if len(woord) >= KORTST:
            if "*" in woord:
                return self._afgeplakt(woord)
            geluid = klank(woord)
            for doel, mag_door, masker in self._klank.get(geluid[0], ()):
                if op_een_na(geluid, doel, mag_door):
                    uit |= masker
        bedoeld = self._tikfouten.bedoeld(woord)
        return uit | self._precies(bedoeld) if bedoeld else uit

    def _precies(self, woord: str) -> int:
        uit = self._heel.get(woord, 0)
        begin = self._begin
        for lengte in self._lengtes:
            if lengte > len(woord):
                break
            uit |= begin.get(woord[:lengte], 0)
        if self._zoek is not None and len(woord) >= LANG:
            for vondst in self._zoek.findall(woord):
                uit |= self._binnen[vondst]
        return uit

    def _afgeplakt(self, woord: str) -> int:
        """`zelfm**rd`: after the first two letters, stars stand for letters, one each."""
        if len(woord) > LANGST or len(woord) < KORTST:
            return 0
        uit, zeker = 0, woord[: woord.index("*")]
        for lengte in (len(woord), 0):
            for doel, masker in self._verhuld.get((woord[:2], lengte), ()):
                if (
                    doel.startswith(zeker)
                    and len(doel) <= len(woord)
                    and all(a in (b, "*") for a, b in zip(woord, doel, strict=False))
                ):
                    uit |= masker
        return uit

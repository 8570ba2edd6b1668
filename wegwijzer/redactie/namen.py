"""Finds names of people: what stands after a cue ("mijn zoon", "juf", "ze heet"), and first names on their own."""

from __future__ import annotations

from collections.abc import Callable

from wegwijzer.redactie.aanwijzers import AANSPREEK, VOORZETSELS_NAAM
from wegwijzer.redactie.bewijs import sterk
from wegwijzer.redactie.blijft import NOOIT_NAAM, ZIEKTEN
from wegwijzer.redactie.lijsten import Lijsten, gewoon
from wegwijzer.redactie.los import los
from wegwijzer.redactie.schrift import Token, splits
from wegwijzer.redactie.zin import Zin

_VOORZETSELS = VOORZETSELS_NAAM - {"in", "op", "het"}
_TUSSENVOEGSEL = _VOORZETSELS - {"van", "de", "la", "ben", "v", "d", "al", "du", "da", "di"}
_AANEEN = frozenset({" ", "  ", "-", ". ", ".", "\u00a0", " - "})


class Namen:
    """Finds names with the lists, leaving the names in `blijft` alone."""

    def __init__(
        self, lijsten: Lijsten, blijft: Callable[[str], bool], reeksen: Callable[[list[Token]], set[int]]
    ) -> None:
        """Set up.

        Args:
            lijsten: First names and surnames.
            blijft: Whether one word (lower case, no accents) is a place or organisation.
            reeksen: The indexes of the words that are part of a name of several words that stays.
        """
        self._lijsten, self._blijft, self._reeksen = lijsten, blijft, reeksen

    def vervang(self, tekst: str) -> tuple[str, bool]:
        """Replace names by `[naam]`; says whether there were any. Linear in the length of `tekst`."""
        tokens = splits(tekst)
        zin = Zin(tokens, self._lijsten, self._blijft, self._reeksen(tokens))
        stukken = self._zoek(zin)
        if not stukken:
            return tekst, False
        uit, vorig = [], 0
        for eerste, laatste in stukken:
            uit += [tekst[vorig : tokens[eerste].start], "[naam]"]
            vorig = tokens[laatste].end
        return "".join(uit) + tekst[vorig:], True

    def _zoek(self, zin: Zin) -> list[tuple[int, int]]:
        """The names as (first word, last word), in order, not overlapping."""
        gevonden: list[tuple[int, int]] = []
        bekend: set[str] = set()
        i = 0
        while i < len(zin.tokens):
            begin = sterk(zin, i)
            if begin is None and los(zin, i):
                begin = i
            if begin is None:
                i += 1
                continue
            einde = self._verder(zin, begin)
            van_iemand = (
                begin == i + 1 and zin.kaal(i) == "van" and zin.voornaam(begin) and zin.kaal(i - 1) not in AANSPREEK
            )
            gevonden.append((self._voorletters(zin, begin if van_iemand else i), einde))
            bekend |= {zin.stam(j) for j in range(begin, einde + 1) if self._herkenbaar(zin, j)}
            i = einde + 1
        weg = {j for a, b in gevonden for j in range(a, b + 1)}
        extra = [(j, j) for j in range(len(zin.tokens)) if j not in weg and zin.stam(j) in bekend and not zin.vast(j)]
        return sorted(gevonden + extra)

    def _voorletters(self, zin: Zin, i: int) -> int:
        """The first of the initials and parts ("P. van den") straight before the name that starts at `i`."""
        while i > 0:
            vorig, tussen = zin.tokens[i - 1], zin.tokens[i].tussen
            letter = len(vorig.tekst) == 1 and vorig.groot and tussen in (".", ". ")
            if letter or (tussen == " " and (vorig.kaal in _TUSSENVOEGSEL or vorig.tekst == "Van")):
                i -= 1
            elif (
                i > 1
                and vorig.kaal == "de"
                and zin.kaal(i - 2) == "van"
                and tussen == " "
                and zin.tokens[i].kaal not in zin.lijsten.voornamen
            ):
                i -= 2
            else:
                break
        return i

    def _herkenbaar(self, zin: Zin, j: int) -> bool:
        """Whether a part of a name found here is that name elsewhere in the message too."""
        kaal = zin.stam(j)
        return (
            not zin.tokens[j].merk
            and len(kaal) > 2
            and kaal not in _VOORZETSELS
            and kaal not in NOOIT_NAAM
            and not (gewoon(kaal) or self._blijft(kaal))
        )

    def _verder(self, zin: Zin, i: int) -> int:
        """The last word of the name that starts at `i`: initials, "van der", surnames."""
        tokens, einde = zin.tokens, i
        while einde + 1 < len(tokens) and tokens[einde + 1].tussen in _AANEEN:
            if tokens[einde].tekst.lower().endswith("'s"):
                break
            if tokens[einde + 1].tussen in (". ", ".") and len(tokens[einde].tekst) > 2:
                break
            j = einde + 1
            while (
                j < len(tokens) - 1
                and j - einde <= 3
                and tokens[j].kaal in _VOORZETSELS
                and tokens[j + 1].tussen in _AANEEN | {"'", ""}
            ):
                j += 1
            na_deel = j > einde + 1
            if not (tokens[j].merk and tokens[j].tekst == "[naam]") and not self._achternaam(zin, j, na_deel):
                break
            einde = j
        return einde

    def _achternaam(self, zin: Zin, j: int, na_deel: bool) -> bool:
        """Whether the word at `j`, straight after a name (`na_deel`: with "van" or the like between), is part of it."""
        token, kaal = zin.tokens[j], zin.stam(j)
        if token.merk or kaal in NOOIT_NAAM or kaal in ZIEKTEN or not token.tekst[0].isalpha() or zin.schools(j):
            return False
        achter, voor = kaal in self._lijsten.achternamen, kaal in self._lijsten.voornamen
        delen = kaal.replace("'", "-").split("-")
        achter = achter or (
            len(delen) > 1 and any(d in self._lijsten.achternamen for d in delen if d not in NOOIT_NAAM)
        )
        if zin.vast(j):
            return token.groot and achter and na_deel and j not in zin.reeks
        if token.groot:
            return achter or voor or (len(token.tekst) == 1) or not gewoon(kaal)
        return (achter or voor) and not gewoon(kaal) and len(kaal) > 2

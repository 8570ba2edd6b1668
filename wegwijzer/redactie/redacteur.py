"""The one way by which personal data leaves a message."""

from __future__ import annotations

import re
from collections.abc import Collection

from wegwijzer.redactie.adressen import adressen
from wegwijzer.redactie.blijft import INSTELLINGEN
from wegwijzer.redactie.datums import geboortedata
from wegwijzer.redactie.lijsten import gewoon, lijsten
from wegwijzer.redactie.model import SOORTEN, Geredigeerd
from wegwijzer.redactie.namen import Namen
from wegwijzer.redactie.nummers import nummers
from wegwijzer.redactie.postcodes import postcodes
from wegwijzer.redactie.schrift import Token, eenvormig, splits

_RONDEN = 6
"""At most so many passes: what one pass removes can bring to light what the next one sees."""
_DUBBEL = re.compile(r"\[naam\](?:[ \u00a0]+\[naam\])+")
_VASTE_REEKSEN = ("jip en janneke", "gilles de la tourette", "willem alexander", "anne frank", "prader willi")


class Redacteur:
    """Redacts messages. Build once (half a second, lists and word list are read), then use from any thread."""

    def __init__(self, uitgezonderd: Collection[str]) -> None:
        """Set up.

        Args:
            uitgezonderd: Names that must stay: places, organisations and their nicknames, samenwerkingsverbanden. An
                entry of digits ("088-1234567") is a telephone number that stays.

        Raises:
            RedactieFout: The name lists of `deduce` are not installed.
        """
        self._lijsten = lijsten()
        gewoon("huis")
        self._woorden: set[str] = set(INSTELLINGEN)
        self._reeksen: dict[str, list[tuple[str, ...]]] = {}
        nummers_: set[str] = set()
        for naam in (*uitgezonderd, *_VASTE_REEKSEN):
            if naam and not any(t.isalpha() for t in naam):
                nummers_.add("".join(t for t in naam if t.isdecimal()))
                continue
            for deel in dict.fromkeys((naam, re.split(r"[,(|]", naam)[0])):
                woorden = tuple(token.kaal for token in splits(eenvormig(deel)))
                if len(woorden) == 1:
                    self._woorden.add(woorden[0])
                elif woorden:
                    self._reeksen.setdefault(woorden[0], []).append(woorden)
        for reeksen in self._reeksen.values():
            reeksen.sort(key=len, reverse=True)
        self._nummers = frozenset(nummers_ - {""})
        self._heel = {" ".join(w) for rij in self._reeksen.values() for w in rij}
        self._namen = Namen(self._lijsten, self._woorden.__contains__, self._vaste_woorden)

    def _blijft(self, naam: str) -> bool:
        return naam in self._woorden or naam in self._heel

    def _vaste_woorden(self, tokens: list[Token]) -> set[int]:
        """The indexes of words that together are an exempted name."""
        uit: set[int] = set()
        for i, token in enumerate(tokens):
            for reeks in self._reeksen.get(token.kaal, ()):
                if all(i + n < len(tokens) and tokens[i + n].kaal == woord for n, woord in enumerate(reeks)):
                    uit.update(range(i, i + len(reeks)))
                    break
        return uit

    def redigeer(self, tekst: str) -> Geredigeerd:
        """Take personal data out of `tekst`.

        Any text of any length is welcome; time is linear in it. `redigeer(redigeer(x).tekst).tekst` equals
        `redigeer(x).tekst`.

        Args:
            tekst: What somebody typed, unchanged.

        Returns:
            The text with marks, and the kinds that were removed.
        """
        tekst = eenvormig(tekst)
        soorten: set[str] = set()
        for _ in range(_RONDEN):
            vorig = tekst
            tekst, gevonden = self._ronde(tekst)
            soorten |= gevonden
            if tekst == vorig:
                break
        return Geredigeerd(tekst, tuple(soort for soort in SOORTEN if soort in soorten))

    def _ronde(self, tekst: str) -> tuple[str, set[str]]:
        tekst, gevonden = nummers(tekst, self._nummers)
        tekst, geboren = geboortedata(tekst)
        tekst, adres = adressen(tekst, self._lijsten, self._blijft)
        tekst, postcode, huisnummer = postcodes(tekst)
        tekst, naam = self._namen.vervang(tekst)
        if naam:
            tekst = _DUBBEL.sub("[naam]", tekst)
        waar = {"geboortedatum": geboren, "adres": adres or huisnummer, "postcode": postcode, "naam": naam}
        return tekst, gevonden | {soort for soort, is_er in waar.items() if is_er}

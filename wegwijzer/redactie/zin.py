"""A message with what the naming rules look up in it."""

# ruff: noqa: SIM905 (long word lists read and merge better as text)
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wegwijzer.redactie import aanwijzers as a
from wegwijzer.redactie.blijft import ALLEEN_NAAM, DUBBEL, INSTELLINGEN, NOOIT_NAAM
from wegwijzer.redactie.lijsten import Lijsten, gewoon
from wegwijzer.redactie.schrift import Token

LIDWOORD = frozenset("de het een 't deze geen".split())
"""Articles: no name of a person follows."""
LEEFTIJD = frozenset("jaar jr jarige jaren oud jarig".split())
"""Words of an age."""


@dataclass(frozen=True)
class Zin:
    """A message with what the rules look up.

    Attributes:
        tokens: Its words.
        lijsten: First names and surnames.
        blijft: Whether a word is a place or organisation.
        reeks: Indexes of words in a name of several words that stays.
    """

    tokens: list[Token]
    lijsten: Lijsten
    blijft: Callable[[str], bool]
    reeks: set[int]

    def stam(self, i: int) -> str:
        """The word at `i` without a possessive s ("Daans", "Lotte's"), where that leaves a first name."""
        kaal = self.tokens[i].kaal
        if kaal.endswith("'s"):
            return kaal[:-2]
        if self.tokens[i].groot and kaal.endswith("s") and not self._bekend(kaal):
            return kaal[:-1] if len(kaal) > 4 and kaal[:-1] in self.lijsten.voornamen else kaal
        return kaal

    def _bekend(self, kaal: str) -> bool:
        return kaal in self.lijsten.voornamen or kaal in self.lijsten.achternamen or gewoon(kaal)

    def vast(self, i: int) -> bool:
        """Whether the word at `i` is a place, organisation, institution or word that stays."""
        kaal = self.tokens[i].kaal
        return i in self.reeks or kaal in NOOIT_NAAM or kaal in INSTELLINGEN or self.blijft(kaal)

    def voornaam(self, i: int) -> bool:
        """Whether the word at `i` is on the list of first names (or a pair of them: "Anne-Fleur")."""
        kaal = self.stam(i)
        return kaal in self.lijsten.voornamen or (
            "-" in kaal and all(d in self.lijsten.voornamen for d in kaal.split("-"))
        )

    def zeker(self, i: int) -> bool:
        """Whether the word at `i` is a first name and no ordinary word."""
        kaal = self.stam(i)
        return (
            self.voornaam(i)
            and kaal not in DUBBEL
            and not gewoon(kaal)
            and not (len(kaal) < 4 and kaal not in ALLEEN_NAAM)
        )

    def schools(self, i: int) -> bool:
        """Whether the words from `i` name a school, institution or illness ("Marnix College")."""
        tokens = self.tokens
        if tokens[i].kaal.endswith(a.SCHOOLEINDE) and not self.voornaam(i):
            return True
        for j in range(i + 1, min(i + 4, len(tokens))):
            if tokens[j].tussen not in (" ", "-"):
                return False
            if tokens[j].kaal.endswith(a.SCHOOLEINDE) and tokens[j].kaal != "school":
                return True
            if tokens[j].kaal in a.SCHOOLWOORD and (tokens[j].groot or tokens[j].kaal == "syndroom"):
                return True
            if not (tokens[j].groot or tokens[j].kaal in a.VOORZETSELS_NAAM):
                return False
        return False

    def naar_school_genoemd(self, i: int) -> bool:
        """Whether "basisschool", "stichting", "de" or the like stands before the capitals that end at `i`."""
        for j in range(i, max(0, i - 4), -1):
            voor = self.kaal(j - 1)
            if self.tokens[j].tussen.strip("\"' "):
                return False
            if voor in a.SCHOOL_ERVOOR or voor in INSTELLINGEN or voor.endswith(a.SCHOOLEINDE) or voor in LIDWOORD:
                return True
            if not (self.tokens[j - 1].groot or voor in a.VOORZETSELS_NAAM) or self.tokens[j - 1].begin:
                return False
        return False

    def kaal(self, i: int) -> str:
        """The word at `i` for comparing; empty outside the message."""
        return self.tokens[i].kaal if 0 <= i < len(self.tokens) else ""

    def naast(self, i: int, tekens: str = " ,:(\"'“‘’\u00a0=*_") -> bool:
        """Whether only `tekens` (or a full stop after a title or one letter) stand between the word before and `i`."""
        if i == 0:
            return False
        tussen = self.tokens[i].tussen
        return len(tussen) <= 4 and (
            not tussen.strip(tekens) or (tussen.strip() == "." and self.kaal(i - 1) in a.TITELS)
        )

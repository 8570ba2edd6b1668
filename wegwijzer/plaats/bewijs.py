"""Decides whether a word that is also a place name means a place here."""

from __future__ import annotations

from dataclasses import dataclass

from wegwijzer.plaats.tokens import Token, zinsbegin
from wegwijzer.plaats.woorden import (
    NADRUK,
    ONWAARSCHIJNLIJK,
    PERSOON,
    SCHOOL,
    SCHOOLNAAM,
    STERK,
    VERDER,
    VOOR_NAAM,
    WONEN,
    ZWAK,
)


@dataclass(frozen=True)
class Bericht:
    """A message in words, with what can be said of it as a whole.

    Attributes:
        tekst: The text itself.
        tokens: The words.
        verwacht: Whether the place was asked for just now.
        gemengd: Whether capitals and small letters are used in the ordinary way.
        kern: The positions in `tokens` that remain without filler words.
        zinnen: The number of the sentence, for each word.
    """

    tekst: str
    tokens: list[Token]
    verwacht: bool
    gemengd: bool
    kern: frozenset[int]
    zinnen: tuple[int, ...]

    def kaal(self, index: int, aantal: int) -> bool:
        """Says whether the message consists of (nearly) these words only."""
        return self.kern <= set(range(index, index + aantal))

    def ervoor(self, index: int, afstand: int = 1) -> str:
        """Gives the plain word before it in the same sentence, or ""."""
        plek = index - afstand
        return self.tokens[plek].plat if plek >= 0 and self.zinnen[plek] == self.zinnen[index] else ""

    def nadruk(self, index: int, bereik: int = 5) -> bool:
        """Says whether living, school or gemeente is spoken of shortly before."""
        return any(
            self.ervoor(index, n) in NADRUK or self.ervoor(index, n).endswith("school") for n in range(1, bereik)
        )

    def nadruk_erna(self, index: int) -> bool:
        """Says whether living or school follows closely ("op school", "naar het vso", "wonen we")."""
        for token in self.tokens[index : index + 3]:
            if token.plat in WONEN | SCHOOL or token.plat.endswith("school"):
                return True
        return False

    def grens(self, index: int) -> bool:
        """Says whether a clause ends here: end of the text, punctuation, or a word that goes on."""
        if index >= len(self.tokens) or self.tokens[index].plat in VERDER:
            return True
        return bool(set(self.tekst[self.tokens[index - 1].end : self.tokens[index].start]) & set(".,!?;:()\n-/"))


def na_persoon(bericht: Bericht, index: int) -> bool:
    """Says whether the word is a surname ("meneer Apeldoorn", "juf van Dalen")."""
    voor = bericht.ervoor(index)
    stap = 1
    while voor in ("van", "de", "der", "den", "ter", "ten") and stap < 4:
        stap += 1
        voor = bericht.ervoor(index, stap)
    return voor in PERSOON


def _hoofdletter(bericht: Bericht, index: int, aantal: int) -> bool:
    if not bericht.gemengd:
        return False
    woorden = bericht.tokens[index : index + aantal]
    return any(token.hoofdletter for token in (woorden if aantal == 1 else woorden[1:]))


def _soms(bericht: Bericht, index: int, aantal: int, groot: bool) -> float:
    voor = bericht.ervoor(index)
    if voor in STERK and (groot or voor != "te" or bericht.nadruk(index, 4)):
        return 0.9
    if voor in ZWAK and (groot or bericht.nadruk(index, 4)):
        return 0.8
    binnen = groot and not (aantal == 1 and zinsbegin(bericht.tekst, bericht.tokens, index))
    if binnen and voor not in VOOR_NAAM and voor not in SCHOOLNAAM:
        return 0.7
    if bericht.kaal(index, aantal):
        return 0.9 if bericht.verwacht else 0.7
    return 0.0


def _vaak(bericht: Bericht, index: int, aantal: int, groot: bool) -> float:
    voor = bericht.ervoor(index)
    if voor in STERK and (groot or (bericht.nadruk(index) and bericht.grens(index + aantal))):
        return 0.85 if groot else 0.7
    if voor in ("bij", "naar", "op") and groot and bericht.nadruk(index):
        return 0.7
    if (
        bericht.verwacht
        and bericht.kaal(index, aantal)
        and (groot or bericht.tokens[index].plat not in ONWAARSCHIJNLIJK)
    ):
        return 0.8
    return 0.0


def _voornaam(bericht: Bericht, index: int, aantal: int, groot: bool) -> float:
    voor = bericht.ervoor(index)
    if voor in STERK and (groot or bericht.nadruk(index)):
        return 0.85
    return 0.8 if bericht.verwacht and bericht.kaal(index, aantal) else 0.0


def _nooit(bericht: Bericht, index: int, aantal: int, groot: bool) -> float:
    if bericht.tokens[index].plat == "nederland":
        return 0.0
    sterk = bericht.ervoor(index) in STERK and groot and bericht.grens(index + aantal)
    kaal = bericht.verwacht and groot and bericht.kaal(index, aantal)
    return 0.6 if kaal or (sterk and bericht.nadruk(index)) else 0.0


def weeg(bericht: Bericht, index: int, aantal: int, gewoon: str) -> float:
    """Weighs whether these words are a place here.

    Args:
        bericht: The message.
        index: The first word of the possible place name.
        aantal: The number of words.
        gewoon: How ordinary the word is (see `gegevens.GEWOON`).

    Returns:
        0 if it is no place, else a score up to and including 1.
    """
    if na_persoon(bericht, index) or bericht.ervoor(index) == "provincie":
        return 0.0
    groot = _hoofdletter(bericht, index, aantal)
    if gewoon == "nee":
        lengte = sum(token.end - token.start for token in bericht.tokens[index : index + aantal])
        if lengte <= 3 and not (groot or bericht.verwacht or bericht.ervoor(index) in STERK | ZWAK):
            return 0.7 if bericht.kaal(index, aantal) else 0.0
        return 1.0 if groot or bericht.ervoor(index) in STERK | ZWAK or bericht.verwacht else 0.9
    regel = {"soms": _soms, "vaak": _vaak, "naam": _voornaam, "nooit": _nooit}.get(gewoon)
    return regel(bericht, index, aantal, groot) if regel else 0.0

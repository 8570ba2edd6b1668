"""Beslissen of een woord dat óók een plaatsnaam is, hier een plaats betekent."""

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
    """Een bericht in woorden, met wat er over het geheel te zeggen is.

    Attributes:
        tekst: De tekst zelf.
        tokens: De woorden.
        verwacht: Of er net naar de plaats gevraagd is.
        gemengd: Of er gewoon hoofdletters en kleine letters gebruikt zijn.
        kern: De plekken in `tokens` die overblijven zonder vulwoorden.
        zinnen: Per woord het nummer van de zin.
    """

    tekst: str
    tokens: list[Token]
    verwacht: bool
    gemengd: bool
    kern: frozenset[int]
    zinnen: tuple[int, ...]

    def kaal(self, index: int, aantal: int) -> bool:
        """Zegt of het bericht (bijna) alleen uit deze woorden bestaat."""
        return self.kern <= set(range(index, index + aantal))

    def ervoor(self, index: int, afstand: int = 1) -> str:
        """Geeft het platte woord ervoor in dezelfde zin, of ""."""
        plek = index - afstand
        return self.tokens[plek].plat if plek >= 0 and self.zinnen[plek] == self.zinnen[index] else ""

    def nadruk(self, index: int, bereik: int = 5) -> bool:
        """Zegt of er kort ervoor over wonen, school of gemeente gesproken wordt."""
        return any(
            self.ervoor(index, n) in NADRUK or self.ervoor(index, n).endswith("school") for n in range(1, bereik)
        )

    def nadruk_erna(self, index: int) -> bool:
        """Zegt of er vlak erna over wonen of school gesproken wordt ("op school", "naar het vso", "wonen we")."""
        for token in self.tokens[index : index + 3]:
            if token.plat in WONEN | SCHOOL or token.plat.endswith("school"):
                return True
        return False

    def grens(self, index: int) -> bool:
        """Zegt of hier een zin(sdeel) ophoudt: einde, leesteken of een woord dat verder gaat."""
        if index >= len(self.tokens) or self.tokens[index].plat in VERDER:
            return True
        return bool(set(self.tekst[self.tokens[index - 1].end : self.tokens[index].start]) & set(".,!?;:()\n-/"))


def na_persoon(bericht: Bericht, index: int) -> bool:
    """Zegt of het woord een achternaam is ("meneer Apeldoorn", "juf van Dalen")."""
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
    """Weegt of deze woorden hier een plaats zijn.

    Args:
        bericht: Het bericht.
        index: Het eerste woord van de mogelijke plaatsnaam.
        aantal: Het aantal woorden.
        gewoon: Hoe gewoon het woord is (zie `gegevens.GEWOON`).

    Returns:
        0 als het geen plaats is, anders een score tot en met 1.
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

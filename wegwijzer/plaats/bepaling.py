"""Narrows down a name that occurs twice: "Hengelo (O)", "Beek bij Nijmegen", "Laren, gemeente Lochem"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wegwijzer.plaats.model import Plek
from wegwijzer.plaats.namen import zonder_toevoeging
from wegwijzer.plaats.register import Plaatsen
from wegwijzer.plaats.tokens import plat, sleutel

_PROVINCIES = {
    "Drenthe": "drenthe|drente|dr",
    "Flevoland": "flevoland|fl|flevo",
    "Fryslân": "friesland|fryslan|frl|fr|fri",
    "Gelderland": "gelderland|gelderl|gelders|gelderse|gld|gl|g",
    "Groningen": "groningen|groninger|grn|gr|gn",
    "Limburg": "limburg|limb|lim|lb|lbg|l",
    "Noord-Brabant": r"noord[\s-]?brabant|brabant|n[\s.-]?b|nbr|br",
    "Noord-Holland": r"noord[\s-]?holland|n[\s.-]?h",
    "Overijssel": "overijssel|overijsel|overijsssel|twente|ov|ovs|o",
    "Utrecht": "utrecht|ut|utr",
    "Zeeland": "zeeland|zld|zl|z",
    "Zuid-Holland": r"zuid[\s-]?holland|z[\s.-]?h",
}
_NAMEN = {naam: re.compile(rf"(?:{patroon})\b\.?") for naam, patroon in _PROVINCIES.items()}
_ERNA = re.compile(r"\s*[,(/-]?\s*(?:(?:in|uit|te)\s+)?(?:de\s+)?(?:provincie\s+)?(?:het\s+)?(?=[a-z])")
_ERVOOR = re.compile(r"(?:provincie\s+)?(?:[a-z-]+\s)?[a-z-]+[\s,(:-]+\Z")
_NABIJ = re.compile(
    r"\s*[,(]?\s*(?:dat\s+ligt\s+|ligt\s+)?(?:vlak\s?bij|bij|nabij|naast|onder|in\s+de\s+buurt\s+van|omgeving|regio|richting)\s+(?:de\s+stad\s+)?\Z"
)
_GEMEENTE = re.compile(r"\s*[,(]?\s*(?:in\s+|van\s+|uit\s+)?(?:de\s+)?(?:gemeente|gem\.?|stad|in|te)\s+\Z")
_NAAST = re.compile(r"\s*[,(/-]?\s*\Z")


def provincie_erna(tekst: str, end: int, kandidaten: Sequence[Plek]) -> tuple[str, int] | None:
    """Finds a province right after a place name.

    Args:
        tekst: The whole text.
        end: End of the place name, as a character offset.
        kandidaten: The places that can be meant; only their provinces count.

    Returns:
        The province and the offset where it ends in the text, or None.
    """
    rest = tekst[end : end + 40]
    vlak = "".join(plat(teken)[:1] or " " for teken in rest)
    aanloop = _ERNA.match(vlak)
    if not aanloop:
        return None
    for naam in {k.provincie for k in kandidaten if k.provincie}:
        treffer = _NAMEN[naam].match(vlak, aanloop.end())
        if not treffer:
            continue
        kort = len(treffer.group().strip(".")) <= 2
        haakje = "(" in aanloop.group()
        if kort and not haakje and aanloop.group().strip() not in ("", ","):
            continue
        if len(treffer.group().strip(".")) == 1 and not haakje and not rest[treffer.start()].isupper():
            continue
        eind = treffer.end()
        if haakje and vlak[eind : eind + 1] == ")":
            eind += 1
        return naam, end + eind
    return None


def provincie_genoemd(tekst: str, kandidaten: Sequence[Plek]) -> str | None:
    """Finds a province anywhere in a (short) answer.

    Args:
        tekst: The answer.
        kandidaten: The places to choose from.

    Returns:
        The province if exactly one is named, else None.
    """
    vlak = plat(tekst)
    gevonden = {
        naam
        for naam in {k.provincie for k in kandidaten if k.provincie}
        if re.search(rf"\b{_NAMEN[naam].pattern}", vlak)
    }
    return gevonden.pop() if len(gevonden) == 1 else None


def verband(tekst: str, links: int, rechts: int) -> str | None:
    """Says how two place names hang together.

    Args:
        tekst: The whole text.
        links: End of the first name, as a character offset.
        rechts: Start of the second name, as a character offset.

    Returns:
        "nabij", "gemeente", "naast" or None.
    """
    tussen = plat(tekst[links:rechts])
    if len(tussen) > 30:
        return None
    for soort, patroon in (("nabij", _NABIJ), ("gemeente", _GEMEENTE), ("naast", _NAAST)):
        if patroon.match(tussen):
            return soort
    return None


def als_gemeente(naam: str, kandidaten: tuple[Plek, ...]) -> tuple[Plek, ...]:
    """Keeps, after the word "gemeente", the places in a gemeente of that very name, if there are any."""
    vlak = sleutel(naam)
    eigen = tuple(plek for plek in kandidaten if sleutel(zonder_toevoeging(plek.gemeente or "")) == vlak)
    return eigen or kandidaten


def in_gemeente(kandidaten: Sequence[Plek], andere: Sequence[Plek]) -> tuple[Plek, ...]:
    """Keeps the places that lie in the same gemeente as one of the other places."""
    gemeenten = {plek.gemeente for plek in andere}
    return tuple(plek for plek in kandidaten if plek.gemeente in gemeenten)


def dichtbij(kandidaten: Sequence[Plek], andere: Sequence[Plek], plaatsen: Plaatsen) -> tuple[Plek, ...]:
    """Chooses the place whose postcode is clearly nearest to that of another place.

    Args:
        kandidaten: The places to choose from.
        andere: The place named beside it.
        plaatsen: The reference data.

    Returns:
        One place if the difference is clear, else all candidates.
    """
    doel = [int(pc4) for plek in andere for pc4 in plaatsen.pc4s(plek)]
    if not doel:
        return tuple(kandidaten)
    afstanden = sorted(
        (min((abs(int(pc4) - d) for pc4 in plaatsen.pc4s(plek) for d in doel), default=9999), nummer)
        for nummer, plek in enumerate(kandidaten)
    )
    if len(afstanden) > 1 and (afstanden[0][0] > 250 or afstanden[0][0] * 2.5 > afstanden[1][0]):
        return tuple(kandidaten)
    return (kandidaten[afstanden[0][1]],)

"""Een naam die op meer plekken voorkomt nader bepalen: "Hengelo (O)", "Beek bij Nijmegen", "Laren, gemeente Lochem"."""

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
    """Zoekt een provincie direct na een plaatsnaam.

    Args:
        tekst: De hele tekst.
        end: Einde van de plaatsnaam.
        kandidaten: De plekken die bedoeld kunnen zijn; alleen hun provincies tellen.

    Returns:
        De provincie en het einde ervan in de tekst, of None.
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
    """Zoekt een provincie ergens in een (kort) antwoord.

    Args:
        tekst: Het antwoord.
        kandidaten: De plekken waaruit gekozen kan worden.

    Returns:
        De provincie als er precies één genoemd is, anders None.
    """
    vlak = plat(tekst)
    gevonden = {
        naam
        for naam in {k.provincie for k in kandidaten if k.provincie}
        if re.search(rf"\b{_NAMEN[naam].pattern}", vlak)
    }
    return gevonden.pop() if len(gevonden) == 1 else None


def verband(tekst: str, links: int, rechts: int) -> str | None:
    """Zegt hoe twee plaatsnamen aan elkaar vastzitten.

    Args:
        tekst: De hele tekst.
        links: Einde van de eerste naam.
        rechts: Begin van de tweede naam.

    Returns:
        "nabij", "gemeente", "naast" of None.
    """
    tussen = plat(tekst[links:rechts])
    if len(tussen) > 30:
        return None
    for soort, patroon in (("nabij", _NABIJ), ("gemeente", _GEMEENTE), ("naast", _NAAST)):
        if patroon.match(tussen):
            return soort
    return None


def als_gemeente(naam: str, kandidaten: tuple[Plek, ...]) -> tuple[Plek, ...]:
    """Houdt na het woord "gemeente" de plekken over in een gemeente die zelf zo heet, als die er zijn."""
    vlak = sleutel(naam)
    eigen = tuple(plek for plek in kandidaten if sleutel(zonder_toevoeging(plek.gemeente or "")) == vlak)
    return eigen or kandidaten


def in_gemeente(kandidaten: Sequence[Plek], andere: Sequence[Plek]) -> tuple[Plek, ...]:
    """Houdt de plekken over die in dezelfde gemeente liggen als een van de andere plekken."""
    gemeenten = {plek.gemeente for plek in andere}
    return tuple(plek for plek in kandidaten if plek.gemeente in gemeenten)


def dichtbij(kandidaten: Sequence[Plek], andere: Sequence[Plek], plaatsen: Plaatsen) -> tuple[Plek, ...]:
    """Kiest de plek waarvan de postcode duidelijk het dichtst bij die van een andere plek ligt.

    Args:
        kandidaten: De plekken waaruit gekozen wordt.
        andere: De plek die erbij genoemd is.
        plaatsen: De naslag.

    Returns:
        Eén plek als het verschil duidelijk is, anders alle kandidaten.
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

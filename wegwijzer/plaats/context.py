"""Reads from the sentence whether a place is the school's or the home's."""

from __future__ import annotations

import re

from wegwijzer.plaats.tokens import plat

_BEREIK = 70
_ZIN = re.compile(r"[.!?;\n]")
_SCHOOL = re.compile(
    r"\b(?:\w*school(?:tje)?|scholen|college|lyceum|gymnasium|middelbare|mavo|havo|vwo|vmbo|sbo|vso|mbo|brugklas"
    r"|praktijkonderwijs|(?:speciaal|voortgezet|regulier|basis|primair)\s?onderwijs|op les|kleuterklas|juf|mentor)\b"
    r"|\b(?:zit|zat|ging|gaat)\b(?=[^,]{0,30}\bop\b)"
)
_WOON = re.compile(
    r"\b(?:woon|woont|woonde|wonen|wonend|wonende|woonachtig|woonplaats|verhui\w+|ingeschreven|thuisadres|ons huis)\b"
    r"|\b(?:kom|komt|komen)(?:\s+(?:wij|we|ik|zelf))?\s+(?:zelf\s+)?uit\b"
    r"|\b(?:wij|we|ik)\s+(?:zijn|ben)\s+(?:zelf\s+)?(?:uit|van)\b"
)
_VROEGER = re.compile(r"\b(?:vorige|oude|eerdere|vroegere|voormalige)\s+\w*school\b|\bzat\b|\bwoonde[n]?\b")
_NA_SCHOOL = re.compile(
    r"[\s,]*(?:(?:zit|zat|gaat|ging|staat|is)\s+(?:hij|zij|ze|mijn\s+\w+|onze\s+\w+|de|zijn|haar)?\s*)?"
    r"(?:(?:op|naar|de|zijn|haar|een|het)\s+){0,2}(?:\w{0,12}school|sbo|vso|so|mbo|vmbo|havo|vwo|les)\b"
)
_NA_WOON = re.compile(r"[\s,]*(?:(?:waar|en daar)\s+)?(?:wij |we |ik )?(?:woon|wonen|woont|woonachtig)\b")
_DAAR_SCHOOL = re.compile(
    r"[^.!?;]{0,40}\b(?:daar|aldaar|er)\b(?:\s+ook)?[^.!?;]{0,15}\b(?:op|naar)\s+(?:de\s+|het\s+)?"
    r"(?:\w{0,12}school|sbo|vso|so)\b"
    r"|[^.!?;]{0,30}\b(?:de\s+)?school\s+(?:is|staat|ligt)\s+(?:daar|er|hier)\s?(?:ook)?\b"
)
_VAN = re.compile(r"\bverhui\w+\b.{0,20}\b(?:van|uit|vanuit)\s+\Z")
_TEGENOVER = re.compile(r"[\s,]*(?:maar|terwijl)\s+(?:hij|zij|ze|mijn \w+|onze \w+)\s+(?:zit|gaat)\s+daar\b")
"""After the home, with another place before it: `daar` is that other place."""
_LOS = re.compile(
    r",?\s+(?:maar|terwijl|echter)\s+|,\s+(?:en\s+)?(?=we\b|wij\b|ik\b|de school|zijn school|haar school|school)"
)


def _laatste(patroon: re.Pattern[str], tekst: str) -> int:
    plek = -1
    for treffer in patroon.finditer(tekst):
        plek = treffer.end()
    return plek


def school_daar(tekst: str, start: int, end: int, vorige: int, volgende: int) -> bool | None:
    """Says whether the school stands in this place or the family lives there.

    Args:
        tekst: The whole text.
        start: Start of the mention, as a character offset.
        end: End of the mention.
        vorige: End of the mention before it, or 0.
        volgende: Start of the mention after it, or the end of the text.

    Returns:
        True if the school is there, False if the family lives there, else None.
    """
    links = plat(_ZIN.split(tekst[max(vorige, start - _BEREIK) : start])[-1])
    deel = _LOS.split(links)[-1]
    school, woon = _laatste(_SCHOOL, deel), _laatste(_WOON, deel)
    rechts = plat(_ZIN.split(tekst[end : min(volgende, end + _BEREIK)])[0])
    if _VAN.search(deel) and rechts.lstrip().startswith("naar "):
        return None
    if woon > school and vorige and _TEGENOVER.match(rechts):
        return False
    if woon > school:
        return bool(_DAAR_SCHOOL.match(rechts))
    if school >= 0:
        return None if _VROEGER.search(deel) else True
    if _NA_WOON.match(rechts):
        return bool(_DAAR_SCHOOL.match(rechts))
    if _NA_SCHOOL.match(rechts):
        return None if _VROEGER.search(rechts) else True
    return None

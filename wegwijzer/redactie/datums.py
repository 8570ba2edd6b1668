"""Dates of birth. Ages, years of birth and the dates of events stay: the assistant needs them."""

from __future__ import annotations

import re

_MAAND = (
    r"(?:jan(?:uari)?|feb(?:r(?:uari)?)?|maart|mrt|apr(?:il)?|mei|jun[ie]?|jul[iy]?|aug(?:ustus)?|sep(?:t(?:ember)?)?"
    r"|o[ck]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_JAAR = r"(?:(?:19|20)\d\d|['’]?\d\d(?!\d))"
_DAG = r"\d{1,2}(?:e|ste|de)?"
_DAG_MAAND = rf"{_DAG}[-/.\s]{{0,3}}(?:van\s)?{_MAAND}"
_VOL = (
    rf"(?:{_DAG_MAAND}[-/.,\s]{{0,3}}{_JAAR}(?!\d)"
    rf"|\d{{1,2}}\s?[-/. ]\s?\d{{1,2}}\s?[-/. ]\s?{_JAAR}(?!\d)"
    r"|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?!\d))"
)
_DATUM = rf"(?:{_VOL}|{_DAG_MAAND}(?!\w)|\d{{1,2}}[-/]\d{{1,2}}(?![\d/-])|\d{{8}}(?!\d)|\d{{6}}(?!\d))"
_WEEKDAG = r"(?:maan|dins|woens|donder|vrij|zater|zon)dag"
_TUSSEN = (
    rf"(?:[\s:,=(\-]+(?:is|was|ben|op|de|den|dd|hij|zij|ze|ik|werd|{_WEEKDAG}|(?:in|te)\s+[^\W\d_][\w'-]{{1,30}}(?:\s[^\W\d_][\w'-]{{1,30}})?"
    r"|van\s+(?:mijn\s+|hem|haar)?(?:zoon|dochter|kind)?|\[naam\])\b\.?){0,5}[\s:,=(\-.]*"
)
_VOOR = re.compile(
    rf"\b(?P<voor>(?:geboren|geboorte\s?-?datum|geboortedag|geb\.?\s?-?(?:datum|dat)?|gebdat|g\.d|d\.o\.b|dob|verjaardag|verjaart|jarig)\b\.?{_TUSSEN})"
    rf"{_DATUM}",
    re.I,
)
_IS_VAN = re.compile(
    r"(?P<voor>(?:\b(?:hij|zij|ze|zoon|zoontje|dochter|dochtertje|kind|jongen|meisje|oudste|jongste)|\[naam\])"
    rf"\s+(?:is|was)\s+(?:er\s+een\s+)?van\s+){_VOL}",
    re.I,
)
_NA = re.compile(
    rf"(?<![\w/-]){_DATUM}(?P<na>(?:\s+(?:is|ben|zijn|werd|was|hij|ze|zij|ik|\[naam\])){{0,2}}\s+(?:geboren|jarig)\b)",
    re.I,
)
_NAAST = re.compile(
    rf"(?P<voor>(?:\[naam\]|\b(?:zoon|zoontje|dochter|dochtertje|kind|leerling))\s{{0,2}}[,(]?\s{{0,2}}\(?)"
    rf"{_VOL}(?=\s{{0,2}}(?:[),.;\n]|\Z))",
    re.I,
)


def geboortedata(tekst: str) -> tuple[str, bool]:
    """Replace dates of birth by `[geboortedatum]`.

    A date counts as one after "geboren", "geb.", "geboortedatum", "jarig", "hij is van", before "geboren" or "jarig",
    and directly beside a name or a child ("Daan, 12-03-2012").

    Returns:
        The text and whether anything was removed.
    """
    if not any(t.isdecimal() for t in tekst):
        return tekst, False
    totaal = 0
    for patroon in (_VOOR, _IS_VAN, _NAAST):
        tekst, aantal = patroon.subn(r"\g<voor>[geboortedatum]", tekst)
        totaal += aantal
    tekst, aantal = _NA.subn(r"[geboortedatum]\g<na>", tekst)
    return tekst, bool(totaal + aantal)

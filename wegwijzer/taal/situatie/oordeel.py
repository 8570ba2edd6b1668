"""What somebody of the school says that must happen to the child: a verdict passed on, and no talk with the parent."""

from __future__ import annotations

import re
from functools import cache

from wegwijzer.taal.situatie.kandidaat import Kandidaat
from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.situatie.patronen import maak

DICHTBIJ = 100
"""So many characters around a sign are read with it."""
_ZEGT = (
    "zegt|zeggen|zei|zeiden|vindt|vind|vinden|vond|vonden|denkt|denken|wil|willen|wilde|adviseert|adviseerde|raadt|raadde"
    "|stelt|stelde|beweert|roept|meent|gaf aan|geeft aan|heeft gezegd|heeft aangegeven"
)
_KIND = "hij|ze|zij|hem|haar|het kind|(?:mijn|onze|ons) <w1><kindwoord>|<kindwoord>"
_SCHOOL = (
    "sbo|so|vso|pro|praktijk[a-z]*|vmbo|mavo|havo|mbo|basis|kader|speciaal(?: [a-z]*onderwijs)?|zmok|zmlk|cluster"
    "|plusklas|andere?|kleinere|psycholoog|therapeut|huisarts|dokter|ggz|orthopedagoog|logopediste?|instelling"
    r"|peuters[a-z]*|dagopvang|kinderdagverblijf|dagbehandeling|groep \d|klas \d"
)
_WAT = (
    "sbo|so|vso|praktijkonderwijs|praktijkschool|speciaal (?:basis)?onderwijs|speciaal voortgezet onderwijs|zmok|zmlk|"
    f"(?:naar|op) (?:een |het |de )?(?:{_SCHOOL})|blijven zitten|blijft zitten|zittenblijven|zitten blijven"
    "|zitten blijft|(?:over|opnieuw) (?:doen|doet|moet doen|moet)|overdoen|over mag"
    "|(?:andere?|nieuwe) school|van school|(?:onder)?(?:test|onderzoek|onderzocht)|getest|medicijnen|medicatie|pillen"
    "|therapie|niveau lager|afstromen|(?:langer |nog een jaar )?kleuteren"
    "|(?:niet|beter) (?:hier |op deze school )?(?:thuis ?hoort|past|op zijn plek|op haar plek)"
)
_ONS = re.compile(
    r"(?<![^ ])(?:ons|mij|ik|wij|we|gesprek|gesprekken|overleg|mdo|besproken|vertelde|vertelden|uitgelegd|gebeld"
    r"|gemaild)(?![^ ])"
)
"""Words that make it a talk: it was told to the parent."""
_MOET = "moet|moest|moeten|hoort|mag|kan|zou|gaat|blijft|beter|past|wordt|is"


@cache
def _oordeel() -> re.Pattern[str]:
    return maak(
        rf"(?:<mens>|school|basisschool)(?: [^ .?!;,]+){{0,3}}? (?:{_ZEGT}) (?:[^ .?!;]+ ){{0,3}}?"
        rf"(?:(?:{_KIND}) (?=(?:[^ .?!;]+ ){{0,8}}?(?:{_MOET})(?![^ ]))"
        r"|(?:dat )?(?=(?:naar|op|sbo|so|vso|speciaal|praktijkonderwijs|blijven)(?![^ ]))|(?=(?:hem|haar) ))"
        rf"(?:[^ .?!;]+ ){{0,9}}?(?:{_WAT})"
        r"|(?:volgens|van) (?:<lid> )?(?:<mens>|school) (?:moet|moest|hoort|mag|kan|zou|past|blijft) "
        rf"(?:{_KIND}) (?:[^ .?!;]+ ){{0,9}}?(?:{_WAT})",
        "stappen",
    )


_VERB = (
    "neemt|nemen|belt|bellen|reageert|reageren|luistert|komt|komen|gaat|gaan|doet|doen|werkt|werken|beslist|helpt|helpen|kijkt"
    "|geeft|geven|betaalt|regelt|weet|weten|stuurt|mag|mogen|moet|moeten|kan|kunnen|zou|zal|is|hebben|heeft|krijgt|hoort"
    "|willen"
)
_NIET = re.compile(r"(?<![^ ])(?:niet|nooit|geen|niemand|niets|nergens|amper|nauwelijks)(?![^ ])")
_VOLTOOID = re.compile(
    r"(?<![^ ])(?:(?:aan|af|op|in|uit|door|toe|mee|langs|terug|neer|voor)?ge[a-z]{2,}(?:d|t|en)|betrokken|benaderd"
    r"|bezocht|overlegd|besproken|geinformeerd|verzocht|verteld|verstuurd|ontvangen)(?![^ ])"
)


@cache
def _vooraan() -> re.Pattern[str]:
    return maak(
        rf"(?:en |maar |dus |of )?(?:{_VERB}) (?:<lid> |zo n )?"
        r"(?:<school>|<swv>|<consulent>|<advies>|<inspectie>|<klachtplek>)",
        "stappen",
    )


def verb_vooraan(lezing: Lezing, kandidaat: Kandidaat) -> bool:
    """A question by its word order, without its mark: `neemt het swv de telefoon op`; not `belt mij niet terug`."""
    begin, eind = lezing.zin(kandidaat.start, kandidaat.einde)
    t = _vooraan().match(lezing.tekst, begin)
    if t is None or kandidaat.start >= t.end():
        return False
    return not _NIET.search(lezing.tekst, begin, eind) and not _VOLTOOID.search(lezing.tekst, begin, eind)


def alleen_oordeel(lezing: Lezing, kandidaat: Kandidaat) -> bool:
    """Whether this sign of step `school` is only such a verdict: `juf zegt dat hij naar het sbo moet`."""
    begin, eind = lezing.zin(kandidaat.start, kandidaat.einde)
    begin, eind = max(begin, kandidaat.start - DICHTBIJ), min(eind, kandidaat.einde + 2 * DICHTBIJ)
    for t in _oordeel().finditer(lezing.tekst, begin, eind):
        geraakt = t.start() < kandidaat.einde and kandidaat.start < t.end()
        if geraakt and not _ONS.search(lezing.tekst, begin, t.end()):
            return True
    return False

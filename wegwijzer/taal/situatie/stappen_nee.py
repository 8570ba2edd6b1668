"""Signs of a step that are none: the child did it, it was for a brother or sister, nobody was in, or it is asked."""

from __future__ import annotations

import re

from wegwijzer.taal.situatie.kandidaat import Kandidaat
from wegwijzer.taal.situatie.lezing import Lezing

_VRAAGT_U = re.compile(r"(?:en |maar |dus )?(?:heb je|heb jij|hebt u|heeft u|hebben jullie|ben je|bent u)(?![^ ])")
_KIND_HEEFT = re.compile(
    r"(?:^|.* )(?:hij|ze|zij|(?:mijn|onze|ons) (?:zoon|zoontje|dochter|dochtertje|kind)) (?:heeft|had)"
    r"(?: (?!ons|mij|me)[^ .,]+){0,3} $"
)
"""`hij heeft een goed gesprek gehad met zijn mentor`."""
_SCHOOL_HEEFT = re.compile(r"(?:^| )school (?:heeft|kreeg|had|krijgt) (?:[^ .,]+ ){0,5}$")
_KIND_GAAT = re.compile(r"(?:naar|op) (?:(?:de|zijn|haar) )?(?:basis)?school (?:[^ ]+ )?(?:geweest|gegaan)$")
"""`is hij 6 keer naar school geweest`: a pupil, no talk."""
_OUDER = re.compile(r"(?:^| )(?:ik|we|wij|mijn man|mijn vrouw|mijn ex|heb|hebben|ben)(?: |$)")
_KIND = re.compile(r"(?:^| )(?:hij|ze|zij|zoon|zoontje|dochter|dochtertje|kind|jongen|meisje|oudste|jongste)(?: |$)")
_WAS_ER_NIET = re.compile(
    r" (?:[^ .,]+ ){0,2}(?:, )?maar (?:die|hij|ze|zij) (?:was|is|zat|had|heeft) (?:er |weer |net |al |toen ){0,2}"
    r"(?:niet|in gesprek|in vergadering|afwezig|ziek|vrij|weg|geen tijd|bezet)(?![^ ])"
)
"""`naar de directeur gelopen maar die was er niet`."""
_VAN_SCHOOL_AF = re.compile(
    r"van (?:[^ ]+ )?school (?:gestuurd|gehaald|verwijderd|getrapt|gegooid|gezet|gestapt|afgehaald|af|gewisseld)"
)
_OVER_KLACHT = re.compile(r" dat (?:de|onze|mijn) (?:klacht|bezwaar)(?![^ ])")
_TOEN = re.compile(r"(?:^| )(?:toen|destijds|indertijd|vroeger|jaren geleden|in die tijd|\d+ jaar geleden)(?: |$)")
_BIJ_EEN_ANDER_KIND = re.compile(
    r"(?:^| )(?:bij|met|voor|rond) (?:de|mijn|onze|zijn|haar) (?:[^ ]+ )?"
    r"(?:oudste|jongste|middelste|1e|2e|andere|ander|broer|broertje|zus|zusje)(?: |$)"
)
"""`bij de oudste hebben we destijds …`: not for this child."""

_ZONDER_ONS = re.compile(
    r"(?:^| )(?:zonder (?:ons|mij)(?! (?:kind|zoon\w*|dochter\w*|jongen|meisje))|zonder (?:de |zijn |haar )?ouders"
    r"|buiten (?:ons|mij) om|achter (?:mijn|onze) rug|waar (?:wij|we|ik) niet bij)(?![^ ])"
)
"""`school had een overleg zonder ons`: they talked, the parent did not."""
_ZELF = re.compile(r"(?:^| )(?:ik|we|wij|heb|man|vrouw|ex|exman|exvrouw|vader|moeder)(?: |$)")


def vraagt_u(zin: str) -> bool:
    """`heb je al contact gehad met het swv, vroeg ze`: somebody asks the parent."""
    return _VRAAGT_U.match(zin) is not None


def niet_de_ouder(stap: str, voor: str, woorden: str) -> bool:
    """Whether the child or the school did it; `voor`: the words before, `woorden`: those that look like a talk."""
    if woorden.startswith("gezeten") and voor.endswith("thuis "):
        return True
    if stap == "inspectie":
        return _SCHOOL_HEEFT.search(voor) is not None
    if stap != "school":
        return False
    if _KIND_HEEFT.match(voor) and " ons " not in woorden:
        return True
    return _KIND_GAAT.search(woorden) is not None and bool(_KIND.search(voor)) and not _OUDER.search(voor)


def niet_gesproken(lezing: Lezing, kandidaat: Kandidaat) -> bool:
    """Whether nobody was in, it was for another child, or the parent was left out of it."""
    return any(geval(lezing, kandidaat) for geval in (_was_er_niet, _bij_een_ander_kind, _zonder_ouders))


def _was_er_niet(lezing: Lezing, kandidaat: Kandidaat) -> bool:
    """`naar de directeur gelopen maar die was er niet`: nobody was spoken to."""
    return _WAS_ER_NIET.match(lezing.na(kandidaat.einde, 10)) is not None


def van_school_af(lezing: Lezing, t: re.Match[str]) -> bool:
    """`van school gestuurd en nog niets nieuws`, `van het bestuur te horen dat de klacht …`: no word of the school."""
    return _VAN_SCHOOL_AF.match(t.group()) is not None or _OVER_KLACHT.match(lezing.na(t.end(), 4)) is not None


def _bij_een_ander_kind(lezing: Lezing, kandidaat: Kandidaat) -> bool:
    """Years ago, for a brother or sister: `bij de oudste hebben we destijds het swv ingeschakeld`."""
    ervoor = lezing.tekst[lezing.zin(kandidaat.start)[0] : kandidaat.einde]
    return _BIJ_EEN_ANDER_KIND.search(ervoor) is not None and _TOEN.search(ervoor) is not None


def _zonder_ouders(lezing: Lezing, kandidaat: Kandidaat) -> bool:
    """The school talked and the parents were left out of it: `er is een gesprek geweest op school zonder ons`."""
    if kandidaat.waarde != "school":
        return False
    begin, eind = lezing.zin(kandidaat.start, kandidaat.einde)
    buiten = _ZONDER_ONS.search(lezing.tekst[begin:eind])
    return buiten is not None and not _ZELF.search(lezing.tekst[begin : max(kandidaat.einde, begin + buiten.start())])

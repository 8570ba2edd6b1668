"""The kind of school where the child is now: not where it was, might go, may not go, or where a brother is."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from wegwijzer.taal.situatie.kandidaat import Kandidaat, beste, is_vraag
from wegwijzer.taal.situatie.leeftijd import in_moeite
from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.situatie.patronen import Regel, maak, tabel
from wegwijzer.taal.situatie.schoolnamen import genoemd, zomaar_een

VSO_VANAF = 13
"""From this age `speciaal onderwijs` is voortgezet speciaal onderwijs (years)."""
JONGSTE_VO = 10
"""Younger children in `klas 3` are in a primary school (years)."""

_HIER = 3
"""Candidates of this weight or more may be where a child is; of two kinds the one where all is well is a sibling's."""
_TOEKOMST = (
    r"(?:over (?:\d+|een|paar) (?:dagen|week|weken|maand|maanden)|na de (?:kerst|zomer)[a-z]*|binnenkort|straks"
    r"|volgend (?:jaar|schooljaar)|volgende (?:week|maand)|(?:in|per|vanaf) (?:januari|februari|augustus|september))"
)
_STRAKS = re.compile(
    rf"(?:^|.* ){_TOEKOMST} (?:begint|beginnen|start|starten|gaat|mag|kan) (?:[^ .]+ ){{0,8}}$"
    rf"|(?:^|.* )(?:begint|start|starten|mag) (?:[^ .,]+ )?{_TOEKOMST} (?:[^ .,]+ ){{0,4}}$"
)
"""`over 2 weken begint hij op het vso`."""
_VAN_JAAR = re.compile(r"(?<![^ ])van \d{1,2} (?:jaar )?(?=(?:zit|gaat|doet|volgt|uit|in|op) )")
_SINDS = re.compile(r"(?:^|.* )(?:sinds|vanaf) (?:(?:de|het|eind|begin|halverwege|start|van) ){0,3}$")
"""`al sinds groep 5 niet lekker in haar vel, nu …`: there it began."""
_GING = re.compile(r"(?:^|.* )(?:ging|gingen) (?:[^ .,]+ ){0,3}naar (?:(?:de|het|een) )?$")
_DEEL = re.compile(
    r" (?:, (?:maar|en|nu|waar|school|we|wij|ik|staat|zit)|maar|want|terwijl|nu|inmiddels|: ) "
    r"| (?=(?:hij|ze|zij|die|kind|zoon|dochter|jongste|oudste|middelste|en)"
    r"(?: van \d+)? (?:nu |al |nog |gewoon ){0,2}(?:zit|zat|doet|volgt|loopt) )"
)
_PAS_BEGONNEN = re.compile(
    r"(?:^|.* )(?:is|zijn|nu|net|inmiddels) (?:[^ .,]+ ){0,2}"
    r"(?:begonnen|gestart|overgestapt|geplaatst|aangenomen) (?:[^ .,]+ ){0,4}$"
)
_EIGEN = re.compile(
    r"(?:^|.* )(?:stoppen met(?: (?:de|het))?|(?:naar|op|van) (?:zijn|haar)|(?:zoon|dochter|kind|jongen"
    r"|meisje) (?:van \d+ )?(?:in|op|uit)) $"
)
"""`niet meer naar zijn vmbo`, `over mijn dochter in groep 5`: that is the child's own school."""
_VRIJE = re.compile(r"(?:^| )(?:vrije ?school|vrije basisschool)(?![^ ])")
"""There the classes of the primary school are called klas too."""
_KLAS = re.compile(r"klas|\de klas")
_HOORT = re.compile(r"(?:^|.* )hoort (?:[^ .,]+ ){0,2}(?:in|op) $")
_BEGRIP = re.compile(
    r"(?:wat (?:is|zijn|betekent|houdt|doet)|verschil|welke|is er|zijn er|bestaat|bestaan|hoe (?:kom|werkt|vraag)|"
    r"wanneer|mag een|kan een|moet een|moeten|heeft een|hebben|geldt|waarom|gaat de|is het|is een|kost|waar vind)"
    r"(?![^ ])"
)
_NIET_MEER_OP = re.compile(r"(?:^|.* )niet (?:meer )?op (?:(?:de|het|zijn|haar) )?$")
_VERSCHENEN = re.compile(r"(?:verschenen|geweest|gekomen|gezien)(?![^ ])")
"""`niet meer op het vmbo verschenen`: away from there, and still a pupil."""
_VERSCHIL = re.compile(r"(?:^| )(?:wat is het|het) verschil(?![^ ])")
_WEG = re.compile(
    r"(?:af|weg)(?: ?(?:te )?(?:halen|sturen|hebben|doen|gaan|moeten|zetten))?(?![^ ])"
    r"|afhalen|afsturen|halen|verwijderen"
)
_ERAF = re.compile(r"(?:^|.* )van (?:(?:de|het|zijn|haar) )?$")
"""`ze willen hem van het vmbo afhalen`: there the child is."""
_VAN_NAAR = re.compile(r"(?:^|.* )van (?:(?:de|het|een|zijn|haar) )?$")
_NAAR = re.compile(r" naar (?:de |het |een )?$")
_OVERGANG = re.compile(r"(?:^| )van (?:de |het |een )?[^ ]+ naar ")
_OVERGESTAPT = re.compile(
    r"(?:^| )(?:sinds|na|vanaf) (?:de|zijn|haar) (?:overstap|overgang|start|doorstroom) naar (?:de |het "
    r"|een )?$|(?:^| )is (?:[^ .,]+ ){0,5}(?:overgestapt|doorgestroomd|afgestroomd|opgestroomd) naar (?:de "
    r"|het |een )?$"
)
"""`ze is sinds een maand overgestapt naar het vmbo`."""
_NU = re.compile(r" (?:nu|inmiddels|ondertussen) (?:op |in |bij )?(?:de |het |een |zijn |haar )?$")
_GEGAAN = re.compile(
    r"(?:^|.* )(?:is|zijn|ging|overgestapt|afgestroomd|opgestroomd|doorgestroomd|"
    r"afgezakt|gezakt|geswitcht|gegaan|overgegaan|verhuisd|geplaatst)(?: |$)"
)


@cache
def _lijst(naam: str, na: bool = False) -> re.Pattern[str]:
    delen = "|".join(p.rstrip() if na else p for p in tabel("onderwijssoort")[naam])
    if na:
        return maak("(?:" + delen + ")", "onderwijssoort")
    return re.compile("(?:.* )?(?:" + maak(delen, "onderwijssoort").pattern.replace("(?<![^ ])", "", 1)[:-8] + ")$")


def schoolsoort(lezing: Lezing, leeftijd: int | None, verwacht: str | None = None) -> Kandidaat | None:
    """The kind of school now, or None. `leeftijd` (years) tells so from vso, and a class from a group."""
    gewogen = [_weeg(lezing, regel, t) for regel, t in genoemd(lezing)]
    daar = [k for k in gewogen if k is not None and k.gewicht > 0]
    if len({k.waarde for k in daar if k.gewicht >= _HIER}) > 1:
        daar = [k for k in daar if in_moeite(lezing, k.start, k.einde) >= 0] or daar
    gekozen = beste(daar)
    if gekozen is not None and gekozen.gewicht == 1:
        gekozen = daar[-1]
    if gekozen is None and verwacht == "onderwijssoort":
        gekozen = _kaal(lezing)
    if gekozen is None:
        return None
    if gekozen.waarde == "so" and leeftijd is not None and leeftijd >= VSO_VANAF:
        return Kandidaat("vso", gekozen.start, gekozen.einde, gekozen.gewicht)
    woorden = lezing.tekst[gekozen.start : gekozen.einde]
    te_jong = leeftijd is not None and leeftijd < JONGSTE_VO
    vrij = _VRIJE.search(lezing.tekst) and (leeftijd is None or leeftijd < VSO_VANAF)
    if gekozen.waarde == "vo" and vrij and _KLAS.match(woorden):
        return Kandidaat("po", gekozen.start, gekozen.einde, gekozen.gewicht)
    if gekozen.waarde == "vo" and te_jong and _KLAS.match(woorden):
        return None
    return gekozen


def _weeg(lezing: Lezing, regel: Regel, t: re.Match[str]) -> Kandidaat | None:
    """10 corrected, 6-9 the child is there, 3-5 merely named, 1 where it was; None: not the child's school."""
    soort, gewicht = regel.gegevens["soort"], int(regel.gegevens["gewicht"])
    voor = lezing.voor(t.start(), 10)
    woorden = t.group().split(" ")
    while woorden and woorden[0] in ("op", "in", "naar", "van", "het", "een", "de", "met", "doet", "volgt", "zit"):
        voor += woorden.pop(0) + " "
    na = lezing.na(t.end(), 6).strip()
    groep = t.group().split(" ")[-2:][0] in ("groep", "klas")
    zin = lezing.tekst[slice(*lezing.zin(t.start(), t.end()))]
    if _STRAKS.match(voor):
        return None
    if zomaar_een(voor, zin):
        return None
    if _SINDS.match(voor) and groep:
        return Kandidaat(soort, t.start(), t.end(), 1)
    if _GING.match(voor):
        return Kandidaat(soort, t.start(), t.end(), 1)
    if _VAN_NAAR.match(voor) and re.match(r"naar (?:de |het |een )?[^ ]+", na):
        return Kandidaat(soort, t.start(), t.end(), 1 if _GEGAAN.match(zin) else 6)
    if _NAAR.search(voor) and _OVERGANG.search(voor) and _GEGAAN.match(voor):
        return Kandidaat(soort, t.start(), t.end(), 6)
    if _NAAR.search(f" {voor}") and not _lijst("nu_daar").match(voor):
        erna = re.match(r"(?:gegaan|ging|overgestapt|doorgestroomd|gestart|verhuisd)(?![^ ])", na)
        gegaan = erna or _OVERGESTAPT.search(voor)
        return Kandidaat(soort, t.start(), t.end(), 6) if gegaan else None
    status = status_voor(voor, na, groep=groep)
    if regel.gegevens.get("eigen") and status == "niet":
        status = "nu"
    if (
        status == "niet"
        or _VERSCHIL.search(zin)
        or (not status and _BEGRIP.match(zin) and is_vraag(lezing, t.start(), t.end()))
    ):
        return None
    return Kandidaat(soort, t.start(), t.end(), {"verbeterd": 10, "vroeger": 1, "nu": 6}.get(status, min(gewicht, 5)))


def status_voor(voor: str, na: str, *, groep: bool = False) -> str:
    """What the words around a school say of the child: niet, vroeger, nu, verbeterd (a correction) or nothing.

    `groep`: they name a class, and a child that belongs in it is of that kind of school.
    """
    deel = _VAN_JAAR.sub("", _DEEL.split(" " + voor)[-1].lstrip())
    if (
        _PAS_BEGONNEN.match(voor)
        or (_HOORT.match(deel) and (na.startswith("te zitten") or groep))
        or _EIGEN.match(deel)
        or (_ERAF.match(deel) and _WEG.match(na))
        or (_NIET_MEER_OP.match(deel) and _VERSCHENEN.match(na))
        or re.match(r"(?:(?:kan|mag|moet|zal) )?(?:blijft|blijven)(?![^ ])", na)
    ):
        return "nu"
    if _verbetert(voor) and not re.search(r"(?:niet|geen) (?:[^ ]+ ){0,3}$", deel):
        return "verbeterd"
    if _lijst("niet_daar").match(deel) or _lijst("niet_daar_na", True).match(na):
        return "niet"
    if _lijst("vroeger").match(deel) or _lijst("vroeger_na", True).match(na):
        return "vroeger"
    return "nu" if _lijst("nu_daar").match(deel) or _NU.search(" " + voor) else ""


@lru_cache(maxsize=1)
def _verbetering() -> re.Pattern[str]:
    return re.compile(maak(str(tabel("onderwijssoort")["verbetering"]), "onderwijssoort").pattern[:-8] + "$")


def _verbetert(voor: str) -> bool:
    return _verbetering().search(voor) is not None


def _kaal(lezing: Lezing) -> Kandidaat | None:
    tabel_ = tabel("onderwijssoort")
    for soort, patroon in tabel_["kaal"].items():
        zin = rf"^{tabel_['kaal_voor']}(?P<soort>{patroon})(?: onderwijs| school)?(?: [.!])?$"
        treffer = maak(zin, "onderwijssoort").match(lezing.tekst)
        if treffer:
            return Kandidaat(soort, treffer.start("soort"), treffer.end("soort"), 3)
    return None

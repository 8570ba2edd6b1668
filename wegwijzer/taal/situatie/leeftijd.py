"""The age of the child in whole years. Ages of parents, class numbers and years at home are not ages of the child."""

from __future__ import annotations

import re

from wegwijzer.taal.situatie.kandidaat import Kandidaat, beste
from wegwijzer.taal.situatie.kind import genoemde_kinderen
from wegwijzer.taal.situatie.leeftijd_rij import bij_naam, bij_soort, uit_rij
from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.situatie.patronen import maak, tabel, treffers

JONGSTE, OUDSTE = 3, 23
"""Ages that a pupil can have (years)."""
VERWACHT = ("leeftijd", "onderwijssoort")
_KAAL_VANAF = {"leeftijd": JONGSTE, "onderwijssoort": 10}
"""From this number on a bare answer is an age; asked for the kind of school, `5` is more likely a class."""

_BEWIJS = 24
"""From so many characters before the number on only the number itself is the evidence."""
_ANDER = re.compile(
    r"(?:^|.* )(?:moeder|vader|man|vrouw|oma|opa|partner|ex|juf|meester|leraar|docent|mentor|broer|broertje|zus|zusje|"
    r"broers|zussen|nicht|neef|hond|vriend|vriendje|vriendin|buurjongen|klasgenoot|klasgenootje)(?: [^ .?!;,]+){0,3} $"
)
_BROERZUS = re.compile(r"(?:broer|broertje|zus|zusje)(?![^ ])")
_OUDER_ZELF = re.compile(r".*(?:^| )(?:moeder|mama|vader|ouder|oma|opa|alleenstaande?|getrouwd|gescheiden)(?: |$)")
_VOORWAARDE = re.compile(
    r"(?:^|.* )(?:als|zodra|tot|totdat|toen|wanneer|indien|voordat|nadat|zolang|of|dat|sinds) (?:[^ .?!;,]+ ){0,3}$"
)
_ALGEMEEN = re.compile(
    r"(?:(?:hoi|hallo|dag|vraag|ook|nog|maar|en|:|,) )*"
    r"(?:kan|kun|kunnen|mag|moet|komt|is|heeft|krijgt|hoeft|geldt|valt|wordt|gaat|telt|welke|hoe(?! (?:kan"
    r"|bestaat|komt) het dat)|wat|wanneer|vanaf)"
    r"(?: [^ .?!;,]+){0,6} (?:een|elk|ieder) (?:[^ ]+ )?(?:\d+ jarige|(?:kind|leerling|kleuter"
    r"|peuter) van (?:al |pas |bijna )?\d+)"
    r"(?: jaar)?(?! (?:jaar )?(?:met|dat|die|,|zonder|uit|op))(?![^ ])"
)
"""`komt een kind van 3 in aanmerking`: any child; with `dat …` or `met …` behind it, it is the parent's own."""
_ALS_EEN = re.compile(
    r"(?:^|.* )(?:functioneert|denkt|gedraagt|praat|speelt|niveau|is|doet|rekent|leest)"
    r"(?: [^ .?!;,]+){0,3} (?:als|van) (?:een )?$"
)
"""`functioneert als een kind van 7`."""
_HOOFDZIN = re.compile(r"(?:hij|ze|zij) (?:is|werd)(?![^ ])")
"""Begins a sentence of its own: `ik weet niet of dat kan ze is 12`."""
_FAMILIE = re.compile(
    r"(?:^|.* )(?:broer|broertje|zus|zusje|nicht|neef|vriend|vriendje|vriendin)(?: [^ .?!;,]+){0,3} $"
)
_WEKEN_ERVOOR = re.compile(r"(?:^| )\d+ (?:dagen|weken|week|maanden|maand) (?!.*(?:^| )(?:is|jaar|was) \d)")
"""`dat hij 5 weken thuis was maar dat moet 6 zijn`: another length of time, no age."""
_OMDAT = re.compile(r"(?:^|.* )(?:omdat|want|aangezien|dat|terwijl) (?:[^ .?!;,]+ ){0,2}$")
_DEEL = re.compile(
    r" (?:maar|terwijl|en (?=de |onze |mijn |een van |die van )|, (?=(?:de|onze|mijn|maar|zijn|haar) )|;) ?"
)
_MOEITE = re.compile(
    r"(?:^| )(?:thuis|thuiszit|thuiszitter|niet meer|geschorst|geweigerd|uitgevallen|vastgelopen|vast|overprikkeld|"
    r"gepest|durft|weigert|niet naar school|verwijderd|gaat het om|gaat om|gaat over|geen school|uitgeschreven|"
    r"burn - out|het probleem)(?![^ ])"
)
_GOED = re.compile(
    r"(?:^| )(?:(?:doet|doen) het (?:[^ ]+ )?(?:prima|goed|super|uitstekend)|"
    r"gaat (?:het )?(?:[^ ]+ )?(?:prima|goed|lekker|super)|"
    r"het (?:goed|prima|leuk) doet|(?:goed|prima) gaat|gaat gewoon|gaan gewoon|geen problemen|nergens last van|"
    r"met plezier|graag naar school|loopt goed)(?![^ ])"
)


def leeftijd(lezing: Lezing, verwacht: str | None = None) -> Kandidaat | None:
    """The age that counts: a correction first, else the child that the message is about, else the first one."""
    kandidaten = [
        k
        for k in [*_kandidaten(lezing), *uit_rij(lezing), *bij_naam(lezing), *bij_soort(lezing)]
        if JONGSTE <= k.waarde <= OUDSTE
    ]
    if kandidaten:
        return beste(kandidaten)
    if verwacht in _KAAL_VANAF:
        for patroon in tabel("leeftijd")["kaal"]:
            treffer = maak("^(?:" + patroon + ")", "leeftijd").match(lezing.tekst)
            if treffer and _KAAL_VANAF[verwacht] <= int(treffer["n"]) <= OUDSTE:
                return Kandidaat(int(treffer["n"]), treffer.start("n"), treffer.end(), 1)
    return None


def _kandidaten(lezing: Lezing) -> list[Kandidaat]:
    onderwerp = beste(k for k in genoemde_kinderen(lezing) if k.gewicht >= 2)
    uit: list[Kandidaat] = []
    bezet: set[int] = set()
    for regel, treffer in treffers(lezing.tekst, "leeftijd"):
        plek = treffer.start("n")
        if plek in bezet:
            continue
        gewicht = _gewicht(lezing, treffer, regel.gegevens, onderwerp)
        if gewicht is None:
            continue
        bezet.add(plek)
        waarde = int(treffer["n"]) - regel.gegevens.get("min", 0)
        begin = plek if plek - treffer.start() > _BEWIJS else treffer.start()
        uit.append(Kandidaat(waarde, begin, treffer.end(), gewicht))
    return uit


def in_moeite(lezing: Lezing, start: int, einde: int) -> int:
    """4 when the part of the sentence around these characters tells of trouble, -4 when all is well there, else 0."""
    begin, eind = lezing.zin(start, einde)
    links = max((t.start() for t in _DEEL.finditer(lezing.tekst, begin, einde) if t.start() < start), default=begin)
    volgende = _DEEL.search(lezing.tekst, einde, eind)
    deel = lezing.tekst[links : volgende.start() if volgende else eind]
    if _GOED.search(deel):
        return -4
    return 4 if _MOEITE.search(deel) else 0


def _gewicht(
    lezing: Lezing, treffer: re.Match[str], gegevens: dict[str, object], onderwerp: Kandidaat | None
) -> int | None:
    """How much this number counts; None when it is nobody's age now."""
    gewicht = int(str(gegevens["gewicht"]))
    if gewicht >= 20:
        return None if _WEKEN_ERVOOR.search(lezing.voor(treffer.start(), 8)) else gewicht
    voor, na = lezing.voor(treffer.start(), 5), lezing.na(treffer.end(), 6)
    if gegevens.get("zelf") and (_OUDER_ZELF.match(na) or onderwerp):
        return None
    if _ALGEMEEN.match(voor + treffer.group() + na):
        return None
    los = _HOOFDZIN.match(treffer.group()) is not None and len(voor.split()) > 1
    if not los and _VOORWAARDE.match(voor) and not _OMDAT.match(voor) and "is" in treffer.group().split():
        return None
    if _ALS_EEN.match(voor) and "is" not in treffer.group().split() and " als " in f" {voor}":
        return None
    gewicht += in_moeite(lezing, treffer.start(), treffer.end())
    over_onderwerp = onderwerp is not None and onderwerp.start < treffer.end() and treffer.start() < onderwerp.einde
    ander = (_FAMILIE if los else _ANDER).match(voor)
    if (ander or _BROERZUS.match(treffer.group())) and not over_onderwerp:
        return None if onderwerp else gewicht - 5
    if over_onderwerp:
        return gewicht + 3
    return gewicht

"""Which steps of the road the parent has already taken: done, not planned, not asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from wegwijzer.taal.situatie.daadwoorden import raad_van_ander, van_een_ander
from wegwijzer.taal.situatie.daden import daden
from wegwijzer.taal.situatie.kandidaat import Kandidaat, is_vraag
from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.situatie.oordeel import alleen_oordeel, verb_vooraan
from wegwijzer.taal.situatie.partijen import regels_van, samen_met, stap_van
from wegwijzer.taal.situatie.patronen import Regel, maak, tabel
from wegwijzer.taal.situatie.stappen_nee import (
    niet_de_ouder,
    niet_gesproken,
    van_school_af,
    vraagt_u,
)

LANGSTE_LIJST = 12
"""A sentence of more words after `alles al gedaan` is no list (words)."""
_HULP = re.compile(r"(?:^|.* )(?:heb|hebben|had|hadden|zijn|ben|was|waren)(?: [^ ]+){0,9} $")
_DAT_NIET = re.compile(
    r" (?:[^ .,]+ ){0,3}, (?:maar )?(?:dat|die|daar|zover) (?:heb|hebben|ben|zijn) (?:ik|we|wij) (?:nog )?"
    r"(?:niet|nooit)(?![^ ])"
)
"""`… adviseert een gesprek met het bestuur, dat hebben we nog niet gedaan`."""
_ZEI_SCHOOL = re.compile(
    r"(?:^|.* )(?:school|juf|meester|mentor|directeur|iber|leerkracht|teamleider) (?:zegt|zeggen|zei|zeiden) "
    r"(?:[^ .,]+ ){0,5}$"
)
"""`school zegt dat ze op het swv wachten`: so they say, and the parent has not spoken to it."""
_ZELF_GEBELD = re.compile(r"[^ ]+ (?:heeft|had)(?: [^ ]+){0,2} (?:ons|mij|me|mijn man|hem|haar)(?: |$)")
_VRAAGT_OF = re.compile(r"(?:is|heeft|zijn|hebben jullie|heeft u)(?! er)(?![^ ])")
_NIET_VERTELD = re.compile(
    r"(?:^| )(?:bij|geen|op|of|als|voor|voordat|tot|totdat) (?:(?:het|de|een) )?$"
    r"|(?:^| )(?:handtekening|toestemming|naam|nummer|website|contactpersoon|voorzitter|budget) $"
)
_BELLEN = re.compile(r" (?:bellen|mailen|inschakelen|vragen) (?:heeft|lijkt|durf|doe|kost|helpt|vind|zie)(?![^ ])")
"""`de consulent bellen durf ik niet`: not done."""
_TEGEN_HEN = re.compile(r"(?:^| )(?:tegen|aan|met) (?:(?:de|het|die|deze|zijn|haar|onze|mijn) )?$")
"""`wat moet ik tegen die mentor zeggen`: the parent speaks, not the mentor."""
_GEBELD = re.compile(r"(?:gebeld|gemaild|gesproken|gevraagd|gepraat)$")

_STRAKS_NA = re.compile(r" (?:worden|wordt|moet|moeten|zou|wil|halen|vragen|betrekken|inschakelen)(?![^ ])")
_STRAKS = re.compile(
    r" (?:morgen|overmorgen|volgende week|volgende maand|komende week|straks|binnenkort|komende|eerst nog) "
)
_VERWIJST = re.compile(r" (?:verwijst|verwijzen|verwees|verwezen|wijst|wijzen|wees|moet|moeten) ")
_ZIEK = re.compile(r"ziek (?:te )?melden|ziek ?gemeld|ziekmelding")
_TEGEN_ONS = re.compile(r" (?:tegen|over) (?:ons|mij|me|mijn man)(?![^ ])")
_KLACHT_BIJ = re.compile(
    r"(?:^| )(?:klacht|klachtbrief|bezwaar|bezwaarschrift) (?:[^ ]+ ){0,3}(?:neergelegd|ingediend|gemaakt)"
)


@cache
def _woord(sleutel: str, eind: bool = False) -> re.Pattern[str]:
    patroon = maak(str(tabel("stappen")[sleutel]), "stappen")
    return re.compile(patroon.pattern[:-8] + "$") if eind else patroon


@lru_cache(maxsize=1)
def _in_lijst() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((stap, maak(p, "stappen")) for stap, p in tabel("stappen")["in_lijst"].items())


@lru_cache(maxsize=1)
def _grens() -> re.Pattern[str]:
    return re.compile(str(tabel("stappen")["grens"]))


def gedane_stappen(lezing: Lezing) -> list[Kandidaat]:
    """A candidate for every sign that a step has been taken (the same step may come more than once)."""
    eerder = [*_contacten(lezing), *_reacties(lezing), *_lijsten(lezing)]
    alle = [*(k for k in eerder if not _andermans(lezing, k)), *daden(lezing)]
    return [
        k
        for k in alle
        if not verb_vooraan(lezing, k)
        and not niet_gesproken(lezing, k)
        and not _DAT_NIET.match(lezing.na(k.einde, 12))
        and (k.waarde != "school" or not alleen_oordeel(lezing, k))
    ]


def _andermans(lezing: Lezing, kandidaat: Kandidaat) -> bool:
    """Of a neighbour or a friend, or only a call that the child is ill."""
    begin, eind = lezing.zin(kandidaat.start, kandidaat.einde)
    ziek = kandidaat.waarde == "school" and _ZIEK.search(lezing.tekst, begin, eind)
    ervoor = lezing.tekst[begin : kandidaat.start]
    return bool(ziek) or raad_van_ander(ervoor) or van_een_ander(ervoor)


def _contacten(lezing: Lezing) -> Iterator[Kandidaat]:
    for regel in regels_van("contact"):
        for t in regel.patroon.finditer(lezing.tekst):
            stap = stap_van(regel, t)
            if not _afgewezen(lezing, regel, stap, t):
                yield Kandidaat(stap, t.start(), t.end())
                yield from samen_met(lezing, regel, t)


def _afgewezen(lezing: Lezing, regel: Regel, stap: str, t: re.Match[str]) -> bool:
    """Denied, planned, asked about, done by others, or a talk with somebody else."""
    zin = lezing.tekst[slice(*lezing.zin(t.start(), t.end()))]
    voor = _grens().split(" " + _woord("kind_niet").sub("", lezing.voor(t.start(), 12)))[-1]
    kort_voor = " ".join(voor.split()[-5:])
    na = lezing.na(t.end(), 2)
    niet = _woord("niet")
    if niet.search(kort_voor) or niet.search(t.group()) or re.match(r" (?:niet|nog niet)(?: [,.]|$)", na):
        return True
    if _woord("wens").search(voor) and not _HULP.match(_na_wens(voor)):
        return True
    if _STRAKS_NA.match(na) or _STRAKS.search(f" {kort_voor} {t.group()} ") or _VERWIJST.search(t.group()):
        return True
    if stap == "klacht" and (_TEGEN_ONS.search(t.group() + na) or _woord("derde", True).search(voor)):
        return True
    if stap != "school" and _GEBELD.search(t.group()) and _woord("derde", True).search(voor):
        return True
    if stap == "school" and _woord("buiten", True).search(lezing.voor(t.start(), 14)):
        return True
    if _woord("verwant", True).search(voor):
        return True
    if stap == "school" and (_ZELF_GEBELD.match(t.group()) or _KLACHT_BIJ.search(voor + t.group())):
        return True
    if (_VRAAGT_OF.match(zin) and is_vraag(lezing, t.start(), t.end())) or vraagt_u(zin):
        return True
    if niet_de_ouder(stap, voor, t.group()):
        return True
    if regel.gegevens.get("eigen"):
        deel = voor.split(" , ")[-1] + t.group() + lezing.na(t.end(), 8).split(" , ")[0]
        return any(o in f" {deel} " for o in _anderen())
    return False


def _na_wens(voor: str) -> str:
    """What follows the last word of wishing or asking: `wat moet ik nu ik het swv heb` -> ` ik het swv heb `."""
    treffers = list(_woord("wens").finditer(voor))
    return voor[treffers[-1].end() :] if treffers else voor


@lru_cache(maxsize=1)
def _anderen() -> tuple[str, ...]:
    return tuple(f" {w} " for w in tabel("stappen")["ander_gesprek"])


def _reacties(lezing: Lezing) -> Iterator[Kandidaat]:
    for regel in regels_van("reactie"):
        for t in regel.patroon.finditer(lezing.tekst):
            voor = lezing.voor(t.start(), 4)
            if _BELLEN.search(t.group()) or van_school_af(lezing, t):
                continue
            if _woord("indien", True).search(voor) or _NIET_VERTELD.search(voor):
                continue
            if t.group().startswith("wacht") and _ZEI_SCHOOL.match(lezing.voor(t.start(), 8)):
                continue
            if regel.gegevens.get("spreekt") and (_TEGEN_HEN.search(voor) or _niet_aan_ouder(lezing, t.start())):
                continue
            zin = lezing.tekst[slice(*lezing.zin(t.start(), t.end()))]
            vraagt = _VRAAGT_OF.match(zin) and is_vraag(lezing, t.start(), t.end())
            if not vraagt and not _vraagt_werkwoord(lezing, t):
                yield Kandidaat(stap_van(regel, t), t.start(), t.end())
                yield from samen_met(lezing, regel, t)


def _niet_aan_ouder(lezing: Lezing, start: int) -> bool:
    """The child tells what the teacher said, a talk is planned, or the parent says that nothing was done yet."""
    return bool(_woord("hoort_van", True).search(lezing.voor(start, 10)) or _woord("nog_niets").search(lezing.tekst))


def _vraagt_werkwoord(lezing: Lezing, t: re.Match[str]) -> bool:
    """`zegt het steunpunt dit tegen school?`: a verb in front asks."""
    vooraan = t.start() == lezing.zin(t.start(), t.end())[0]
    return vooraan and t.group().startswith(("zegt ", "vindt ", "belt ")) and is_vraag(lezing, t.start(), t.end())


def _bereik(lezing: Lezing, t: re.Match[str]) -> tuple[int, int]:
    """The sentence, and the short list after it: `alles al gedaan. school, swv, consulent`."""
    begin, eind = lezing.zin(t.start(), t.end())
    lijst = lezing.tekst[eind : lezing.zin(min(eind + 1, len(lezing.tekst)))[1]]
    return (begin, eind + len(lijst)) if "," in lijst and len(lijst.split()) <= LANGSTE_LIJST else (begin, eind)


def _lijsten(lezing: Lezing) -> Iterator[Kandidaat]:
    for sleutel in ("alles", "lijst"):
        for t in _woord(sleutel).finditer(lezing.tekst):
            voor = lezing.voor(t.start(), 6)
            if _woord("niet").search(voor) or (_woord("wens").search(voor) and sleutel == "lijst"):
                continue
            begin, eind = _bereik(lezing, t) if sleutel == "alles" else (t.start(), t.end())
            for stap, patroon in _in_lijst():
                for o in patroon.finditer(lezing.tekst, begin, eind):
                    yield Kandidaat(stap, o.start(), o.end())

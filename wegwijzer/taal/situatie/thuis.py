"""For how many whole weeks the child has been at home. Waiting, suspension and other spells do not count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from wegwijzer.taal.situatie.duur import LANGST, duren
from wegwijzer.taal.situatie.kalender import dagen
from wegwijzer.taal.situatie.kandidaat import Kandidaat, beste
from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.situatie.patronen import een, maak, tabel

VER = 9
"""So many words may stand between the length of time and the words for being at home."""

_SINDS = re.compile(
    r"(?:^|.* )(?:sinds|vanaf|na|al vanaf|heel|het hele|hele|heel het|van)"
    r"(?: (?:de|het|afgelopen|ongeveer|eind|rond|vorige|dit|een|vlak na|begin van|begin|voor)){0,3} $"
)
_LAATST = re.compile(
    r"(?:^|.* )(?:laatste (?:school ?dag|dag op school|les|dag|keer (?:op|naar) school)|voor het laatst)"
    r"(?: (?:was|is|op|in|geweest|op school|ergens|eind|begin|half|:))* $"
)
_VANZELF = re.compile(r"(?:heel |het hele |hele )?(?:dit schooljaar|vorige? (?!jaar)\w+)")
_GRENS = re.compile(r" (?:maar|want|terwijl|omdat|dus|zodat) ")
_IN_GESTOPT = re.compile(r"(?:^|.* )(?:in|begin|eind|half|medio) $")
_GESTOPT = re.compile(r".*(?:uitgevallen|afgehaakt|ingestort|gestopt|thuis komen|thuisgekomen|thuis gekomen)")

_VANAF = re.compile(r"(?:^|.* )(?:na|vanaf|tot|per)(?: (?:de|het|begin|eind|half|in))* $")
_PAS = re.compile(r"(?:^| )(?:pas (?:weer )?(?:na|vanaf|per)|weer (?:na|vanaf)|tot(?: na)?|mag na)(?: |$)")
_BEGINT = re.compile(
    r" (?:[^ ,]+ ){0,3}(?:starten|beginnen|start|begint|terug|weer|opstarten|instromen|plek|plaats|terecht)(?![^ ])"
)
_STUK = re.compile(r" (?:,|maar|en|nu|inmiddels) ")
_VOORBIJ = re.compile(
    r"(?:^| )(?:vorig jaar|vorig schooljaar|destijds|vroeger|ooit|toen|eerder|"
    r"jaren geleden|in groep \d|in klas \d)(?: |$)"
)
_MOET = re.compile(r"(?:^| )(?:moet|moeten|moest|mag|zou|zal|gaat|gaan|wil|willen)(?: (?!al )[^ .,]+){0,3} $")
_BLIJVEN = re.compile(
    r" (?:[^ ,]+ )?(?:thuis (?:blijven|zitten|zijn|houden)|thuisblijven|thuiszitten|thuishouden)(?![^ ])"
)
"""`moet drie weken thuis blijven`: that is still to come."""


@cache
def _patroon(naam: str, voor: str = "", na: str = "") -> re.Pattern[str]:
    return maak(voor + str(tabel("thuis")[naam]) + na, "thuis")


def weken_thuis(
    lezing: Lezing, vandaag: date, *, leerling: bool, leeftijd: Kandidaat | None = None, verwacht: str | None = None
) -> Kandidaat | None:
    """Whole weeks, rounded down. `leerling`: the pupil writes, so `ik zit thuis` is about the pupil.

    `leeftijd`: what was taken for the age, so that `14 jaar` does not count twice.
    """
    tijden = list(_tijden(lezing, vandaag))
    if leeftijd is not None:
        tijden = [t for t in tijden if t.einde <= leeftijd.start or leeftijd.einde <= t.start]
    gewogen = [g for t in tijden if (g := _weeg(lezing, t, leerling)) is not None]
    if gewogen:
        return beste(gewogen)
    if verwacht == "weken_thuis":
        if tijden:
            return tijden[0]
        los = re.match(r"(?:[^ ]+ ){0,2}(\d{1,2})(?: [.!])?$", lezing.tekst)
        if los:
            return Kandidaat(int(los[1]), los.start(1), los.end(1))
    return None


def _tijden(lezing: Lezing, vandaag: date) -> Iterator[Kandidaat]:
    yield from duren(lezing)
    for dag in dagen(lezing, vandaag):
        voor, na = lezing.voor(dag.start, 4), lezing.na(dag.einde, 8)
        sinds = _SINDS.match(voor) or _LAATST.match(voor) or _VANZELF.match(lezing.tekst, dag.start)
        begint = _IN_GESTOPT.match(voor) or lezing.tekst.startswith(("begin", "eind", "half"), dag.start)
        if _straks(lezing, dag.start, dag.einde):
            continue
        if not sinds and not (begint and _GESTOPT.match(na)):
            continue
        weken = (vandaag - dag.dag).days // 7
        weekdag = lezing.tekst[dag.start : dag.einde].endswith("dag")
        if dag.exact and "vanaf" in voor.split()[-2:] and "al" not in voor.split() and (weekdag or weken > 30):
            continue
        if 0 <= weken <= LANGST:
            woord = re.search(r"(?:sinds|vanaf) $", voor)
            yield Kandidaat(weken, dag.start - (len(woord.group()) if woord else 0), dag.einde, 6)


def _straks(lezing: Lezing, start: int, einde: int) -> bool:
    """`mag pas na de kerst starten`, `vanaf januari mag hij weer`: a day that is still to come."""
    voor, na = lezing.voor(start, 6), lezing.na(einde, 6)
    if "sinds" in voor.split() or not _VANAF.match(voor):
        return False
    return _PAS.search(voor) is not None or _BEGINT.match(na) is not None


def _weeg(lezing: Lezing, tijd: Kandidaat, leerling: bool) -> Kandidaat | None:
    """The same candidate with its weight; None when it is not about being at home."""
    begin, eind = lezing.zin(tijd.start, tijd.einde)
    voor, na = lezing.tekst[begin : tijd.start], lezing.tekst[tijd.einde : eind]
    zin = lezing.tekst[begin:eind]
    duurt_nog = tijd.gewicht > 0 or _patroon("wel_na", "(?:.* )?", " ").fullmatch(voor[-60:]) is not None
    if not duurt_nog and (_patroon("niet_na", "(?:.* )?", " ").fullmatch(voor[-60:]) or _patroon("vraag").search(zin)):
        return None
    if _patroon("niet_voor").match(na.strip()) or _patroon("algemeen").search(zin):
        return None
    if not leerling and _patroon("werk").search(zin) and re.search(r"(?:^| )ik (?:[^ ]+ ){0,4}$", voor):
        return None
    if tijd.gewicht == 0 and not duurt_nog and _VOORBIJ.search(_STUK.split(voor)[-1]):
        return None
    if _MOET.search(voor) and _BLIJVEN.match(na):
        return None
    thuis = _afstand(een("thuis", "thuis"), voor, na)
    if thuis is None:
        kort = len(zin.split()) <= 9 and _patroon("begin").match(zin) and not een("thuis", "anders").search(zin)
        vorige = lezing.tekst[lezing.zin(max(0, begin - 4))[0] : begin] if begin > 3 else ""
        return _met(tijd, 5) if kort and een("thuis", "thuis").search(vorige) else None
    anders = _afstand(een("thuis", "anders"), voor, na)
    if thuis > VER or (anders is not None and anders < thuis):
        return None
    erbij = 8 if re.search(r"(?:^| )(?:al|nu|inmiddels|volledig|helemaal) (?:[^ ]+ )?$", voor) else 0
    return _met(tijd, 40 - 2 * thuis + erbij)


def _met(tijd: Kandidaat, gewicht: int) -> Kandidaat:
    return Kandidaat(tijd.waarde, tijd.start, tijd.einde, tijd.gewicht + gewicht)


def _afstand(patroon: re.Pattern[str], voor: str, na: str) -> int | None:
    """Words between the time and the nearest match on either side; a turn of the sentence counts as three."""
    gevonden: list[int] = []
    treffers = list(patroon.finditer(voor))
    if treffers:
        tussen = voor[treffers[-1].end() :]
        gevonden.append(len(tussen.split()) + 3 * len(_GRENS.findall(tussen + " ")))
    treffer = patroon.search(na)
    if treffer:
        tussen = na[: treffer.start()]
        gevonden.append(len(tussen.split()) + 3 * len(_GRENS.findall(" " + tussen)))
    return min(gevonden, default=None)

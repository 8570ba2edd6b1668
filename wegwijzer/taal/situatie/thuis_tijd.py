"""The lengths of time and the days in a message that can say how long the child has been at home."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from wegwijzer.taal.situatie.duur import LANGST, duren
from wegwijzer.taal.situatie.kalender import dagen
from wegwijzer.taal.situatie.kandidaat import Kandidaat
from wegwijzer.taal.situatie.lezing import Lezing

_SINDS = re.compile(
    r"(?:^|.* )(?:sinds|vanaf|na|al vanaf|heel|het hele|hele|heel het|van)"
    r"(?: (?:de|het|afgelopen|ongeveer|eind|rond|vorige|dit|een|vlak na|begin van|begin|voor)){0,3} $"
)
_LAATST = re.compile(
    r"(?:^|.* )(?:laatste (?:school ?dag|dag op school|les|dag|keer (?:op|naar) school)"
    r"(?: (?:die|dat|waarop)(?: [^ .,]+){1,3})?|voor het laatst)"
    r"(?: (?:was|is|op|in|geweest|op school|ergens|eind|begin|half|:))* $"
)
_LAATST_NA = re.compile(
    r" (?:was|is|ging|zat|kwam|hebben|heeft) (?:[^ .,]+ ){0,3}(?:voor het laatst|de laatste keer)(?![^ ])"
)
_VANZELF = re.compile(r"(?:heel |het hele |hele )?(?:dit schooljaar|vorige? (?!jaar)\w+)")
_IN_GESTOPT = re.compile(r"(?:^|.* )(?:in|begin|eind|half|medio) $")
_GESTOPT = re.compile(r".*(?:uitgevallen|afgehaakt|ingestort|gestopt|thuis komen|thuisgekomen|thuis gekomen)")

_TOT = re.compile(r"(?:^|.* )tot(?: (?:aan|en|met|de|het|begin|eind|half)){0,3} $")
_DAARNA = re.compile(r".* (?:daarna|sindsdien|toen)(?: [^ .]+){0,4} niet(?: meer)?(?![^ ])")
_VANAF = re.compile(r"(?:^|.* )(?:na|vanaf|tot|per)(?: (?:de|het|begin|eind|half|in))* $")
_PAS = re.compile(r"(?:^| )(?:pas (?:weer )?(?:na|vanaf|per)|weer (?:na|vanaf)|tot(?: na)?|mag na)(?: |$)")
_BEGINT = re.compile(
    r" (?:[^ ,]+ ){0,3}(?:starten|beginnen|start|begint|terug|weer|opstarten|instromen|plek|plaats|terecht)(?![^ ])"
)


def tijden(lezing: Lezing, vandaag: date) -> Iterator[Kandidaat]:
    """Every length of time in whole weeks, and every day since which something lasts, with weight 6."""
    yield from duren(lezing)
    for dag in dagen(lezing, vandaag):
        voor, na = lezing.voor(dag.start, 4), lezing.na(dag.einde, 8)
        laatst = _LAATST.match(lezing.voor(dag.start, 9)) or _LAATST_NA.match(na)
        sinds = laatst or _SINDS.match(voor) or _VANZELF.match(lezing.tekst, dag.start)
        begint = _IN_GESTOPT.match(voor) or lezing.tekst.startswith(("begin", "eind", "half"), dag.start)
        tot = _TOT.match(voor) and _DAARNA.match(na)
        if not tot and _straks(lezing, dag.start, dag.einde):
            continue
        if not sinds and not tot and not (begint and _GESTOPT.match(na)):
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

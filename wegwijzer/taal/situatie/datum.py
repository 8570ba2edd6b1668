"""Explicit dates in a message, as ISO dates. Which role a date has is for later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from wegwijzer.taal.situatie.kalender import Dag, dagen
from wegwijzer.taal.situatie.kandidaat import Kandidaat
from wegwijzer.taal.situatie.lezing import Lezing

_HEDEN = re.compile(r"vandaag")
_HALF_JAAR = timedelta(days=183)
_GEEN_DAG = re.compile(
    r"(?:^|.* )(?:groep|klas|niveau|cluster|elke|iedere|leerjaar|artikel|havo|vwo|mavo|\d+ of|\d+ a) $"
)
_TOT = re.compile(r"(?:^|.* )(?:voor|per|tot|uiterlijk) $")
_BREUK = re.compile(
    r" (?:weken|week|maanden|maand|dagen|dag|uur|jaar|uurtjes|havo|vwo|mavo|vmbo|keer|kinderen|combinatie)(?![^ ])"
)
"""What makes `5/6` a pair of classes or a range instead of a day."""


_LANG_GELEDEN = re.compile(
    r"(?:^| )(?:was|waren|had|hadden|kreeg|kregen|ging|gingen|werd|begon|stopte|kwam|zat|viel|"
    r"(?:is|ben|heb|heeft|hebben|zijn) (?:[^ .,]+ ){0,4}[a-z]*ge[a-z]+(?:d|t|en))(?![^ ])"
)
_TERUG = re.compile(r"(?<![^ ])(?P<n>\d{1,2}|een) (?P<e>dag|dagen) (?:geleden|terug)(?![^ ])")
_VOORUIT = re.compile(r"(?<![^ ])over (?:precies )?(?P<n>\d{1,2}|een) (?P<e>dag|dagen|week|weken)(?! of)(?![^ ])")
"""`over twee weken`, `10 dagen geleden`: counted to the day. `5 weken geleden` names no day."""


def datums(lezing: Lezing, vandaag: date) -> list[Kandidaat]:
    """Days named exactly (no months, holidays or bare weekdays); without a year the one nearest to today.

    Told in the past tense, a day without a year is the last one.
    """
    uit = list(_geteld(lezing, vandaag))
    for dag in dagen(lezing, vandaag):
        woorden = lezing.tekst[dag.start : dag.einde]
        if not dag.exact or (
            " " not in woorden and not woorden.startswith("@") and "dag" in woorden and not _HEDEN.match(woorden)
        ):
            continue
        if _GEEN_DAG.match(lezing.voor(dag.start, 2)) or _BREUK.match(lezing.na(dag.einde, 1)):
            continue
        waarde = dag.dag
        cijfers = woorden.startswith("@") and woorden.count("-") == 1
        zonder_jaar = cijfers or (woorden[0].isdigit() and " 20" not in woorden)
        later = _later(lezing, dag, vandaag)
        if zonder_jaar and "vorig" not in woorden and later and waarde.year < 9000:
            try:
                waarde = waarde.replace(year=waarde.year + 1)
            except ValueError:
                continue
        uit.append(Kandidaat(waarde.isoformat(), dag.start, dag.einde))
    return uit


def _later(lezing: Lezing, dag: Dag, vandaag: date) -> bool:
    """Whether a day without a year is the next one, not the last one."""
    if dag.dag < vandaag and _TOT.match(lezing.voor(dag.start, 2)):
        return True
    if _LANG_GELEDEN.search(lezing.voor(dag.start, 4)) or _LANG_GELEDEN.search(lezing.na(dag.einde, 6)):
        return False
    return vandaag - dag.dag > _HALF_JAAR


def _geteld(lezing: Lezing, vandaag: date) -> Iterator[Kandidaat]:
    for patroon, kant in ((_TERUG, -1), (_VOORUIT, 1)):
        for t in patroon.finditer(lezing.tekst):
            aantal = 1 if t["n"] == "een" else int(t["n"])
            if not lezing.tekst[: t.start()].endswith(
                (" of ", " a ", " half ", "ongeveer ", "bijna ", "ruim ", "meer dan ")
            ):
                try:
                    dag = vandaag + timedelta(days=kant * aantal * (7 if t["e"].startswith("we") else 1))
                except OverflowError:
                    continue
                yield Kandidaat(dag.isoformat(), t.start(), t.end())

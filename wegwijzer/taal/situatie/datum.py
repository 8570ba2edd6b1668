"""Explicit dates in a message, as ISO dates. Which role a date has is for later."""

from __future__ import annotations

import re
from datetime import date, timedelta

from wegwijzer.taal.situatie.kalender import dagen
from wegwijzer.taal.situatie.kandidaat import Kandidaat
from wegwijzer.taal.situatie.lezing import Lezing

_HALF_JAAR = timedelta(days=183)
_GEEN_DAG = re.compile(r"(?:^|.* )(?:groep|klas|niveau|cluster|elke|iedere|leerjaar|artikel|havo|vwo|mavo) $")
_TOT = re.compile(r"(?:^|.* )(?:voor|per|tot|uiterlijk) $")
_BREUK = re.compile(
    r" (?:weken|week|maanden|maand|dagen|dag|uur|jaar|uurtjes|havo|vwo|mavo|vmbo|keer|kinderen|combinatie)(?![^ ])"
)
"""What makes `5/6` a pair of classes or a range instead of a day."""


def datums(lezing: Lezing, vandaag: date) -> list[Kandidaat]:
    """Days named exactly (no months, holidays or bare weekdays); without a year the one nearest to today."""
    uit = []
    for dag in dagen(lezing, vandaag):
        woorden = lezing.tekst[dag.start : dag.einde]
        if not dag.exact or (" " not in woorden and not woorden.startswith("@") and woorden.endswith("dag")):
            continue
        if _GEEN_DAG.match(lezing.voor(dag.start, 2)) or _BREUK.match(lezing.na(dag.einde, 1)):
            continue
        waarde = dag.dag
        cijfers = woorden.startswith("@") and woorden.count("-") == 1
        zonder_jaar = cijfers or (woorden[0].isdigit() and " 20" not in woorden)
        later = vandaag - waarde > _HALF_JAAR or (waarde < vandaag and _TOT.match(lezing.voor(dag.start, 2)))
        if zonder_jaar and "vorig" not in woorden and later and waarde.year < 9000:
            try:
                waarde = waarde.replace(year=waarde.year + 1)
            except ValueError:
                continue
        uit.append(Kandidaat(waarde.isoformat(), dag.start, dag.einde))
    return uit

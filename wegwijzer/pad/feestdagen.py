"""The days on which a term of a law does not end: weekends and the holidays of the Algemene termijnenwet, article 3.

The library's Dutch list of public and optional holidays is that of the law (New Year's Day, Good Friday, Easter Monday,
King's Day or the Saturday before it, 5 May every year, Ascension Day, Whit Monday, both days of Christmas), with the
two feasts that are always a Sunday. `tests/pad/test_termijnen.py` holds it to the law.
"""

from __future__ import annotations

from collections.abc import Set
from datetime import date, timedelta
from functools import lru_cache

from holidays import country_holidays

ZATERDAG = 5
"""`date.weekday()` from which it is weekend."""


@lru_cache(maxsize=64)
def feestdagen(jaar: int) -> frozenset[date]:
    """The holidays of one year, those on a Sunday included."""
    return frozenset(country_holidays("NL", years=jaar, expand=False, categories=("public", "optional")))


def gesloten(dag: date, gelijkgesteld: Set[date] = frozenset()) -> bool:
    """Whether a term does not end on `dag`; `gelijkgesteld`: days made equal to a holiday by decree."""
    return dag.weekday() >= ZATERDAG or dag in feestdagen(dag.year) or dag in gelijkgesteld


def eerste_open_dag(dag: date, gelijkgesteld: Set[date] = frozenset()) -> date:
    """`dag` itself, or the first day after it that is not closed. Raises OverflowError at the end of the calendar."""
    while gesloten(dag, gelijkgesteld):
        dag += timedelta(days=1)
    return dag


MISSCHIEN_DICHT = frozenset({"Goede Vrijdag", "Bevrijdingsdag"})
"""Holidays on which some help desks work and others do not (Dutch names of the library)."""


@lru_cache(maxsize=64)
def _namen(jaar: int) -> dict[date, frozenset[str]]:
    """Holiday → its Dutch names: two of them can fall on one day."""
    dagen = country_holidays("NL", years=jaar, expand=False, categories=("public", "optional"), language="nl")
    return {dag: frozenset(naam.split("; ")) for dag, naam in dagen.items()}


def loket_dicht(dag: date) -> bool:
    """Whether help desks that keep office hours are closed on this holiday."""
    return bool(_namen(dag.year).get(dag, frozenset()) - MISSCHIEN_DICHT)


def loket_misschien_dicht(dag: date) -> str | None:
    """The name of a holiday on which not all help desks close; None on any other day."""
    namen = _namen(dag.year).get(dag, frozenset())
    return None if namen - MISSCHIEN_DICHT else next(iter(sorted(namen)), None)

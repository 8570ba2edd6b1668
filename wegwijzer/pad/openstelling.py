"""Opening hours on the calendar: holidays count as closed, and what is not sure is not claimed.

All moments are local time in the Netherlands; an aware `nu` is put into it first, and what comes out is naive.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from wegwijzer.kennis.openingstijden import Week, ontleed
from wegwijzer.klok import NEDERLAND
from wegwijzer.pad.feestdagen import loket_dicht, loket_misschien_dicht

ALTIJD = "24/7"
DAGEN_VOORUIT = 21
"""Who does not open for so many days is not told as somebody to wait for."""
_MIDDERNACHT = time(23, 59, 59)
"""How `kennis.openingstijden` writes the end of a day."""
_week = lru_cache(maxsize=256)(ontleed)


@dataclass(frozen=True)
class Periode:
    """From when until when somebody is there. `feestdag`: the holiday on which that is not sure, or None."""

    van: datetime
    tot: datetime
    feestdag: str | None = None

    def omvat(self, nu: datetime) -> bool:
        """Whether `nu` (naive, local) lies in it; its last moment does not."""
        return self.van <= nu < self.tot


def lokaal(nu: datetime) -> datetime:
    """The clock on the wall in the Netherlands. A naive `nu` is taken to be that already."""
    return nu.astimezone(NEDERLAND).replace(tzinfo=None) if nu.tzinfo else nu


def altijd(tijden: str) -> bool:
    """Whether it is day and night, holidays too."""
    return tijden.strip() == ALTIJD


def perioden(tijden: str, nu: datetime) -> list[Periode]:
    """The periods that are going on or to come, in order. Raises ValueError where `tijden` are no opening hours.

    Empty for who is there day and night.
    """
    if altijd(tijden):
        return []
    nu = lokaal(nu)
    dagen = (nu.date() + timedelta(days=d) for d in range(min(DAGEN_VOORUIT, (date.max - nu.date()).days)))
    return [p for dag in dagen for p in _op(_week(tijden), dag) if p.tot > nu]


def is_open(tijden: str, nu: datetime) -> bool | None:
    """Whether somebody is there at `nu`; None where a holiday makes that unsure. Raises ValueError like `perioden`."""
    if altijd(tijden):
        return True
    moment = lokaal(nu)
    bezig = next((p for p in _op(_week(tijden), moment.date()) if p.omvat(moment)), None)
    return False if bezig is None else None if bezig.feestdag else True


def _op(week: Week, dag: date) -> Iterator[Periode]:
    """The periods of one day, in order; none on a holiday."""
    if loket_dicht(dag):
        return
    feestdag = loket_misschien_dicht(dag)
    for van, tot in sorted(week[dag.weekday()]):
        einde = (
            datetime.combine(dag + timedelta(days=1), time(0)) if tot == _MIDDERNACHT else datetime.combine(dag, tot)
        )
        yield Periode(datetime.combine(dag, van), einde, feestdag)

"""Days named in a message, worked out from today: `3 november`, `vorige week dinsdag`, `de herfstvakantie`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.situatie.patronen import maak, tabel

_K = tabel("kalender")
_MAANDEN: list[str] = _K["maanden"]
_WEEKDAGEN: list[str] = _K["weekdagen"]
_VAST: dict[str, dict[str, str]] = {naam: rij for rij in _K["vaste_dagen"].values() for naam in rij["namen"]}


@dataclass(frozen=True)
class Dag:
    """A day and the characters of `Lezing.tekst` that name it. `exact`: one day, not a month or a holiday."""

    dag: date
    start: int
    einde: int
    exact: bool


@lru_cache(maxsize=1)
def _patroon() -> re.Pattern[str]:
    maand, weekdag = "|".join(_MAANDEN), "|".join(_WEEKDAGEN)
    week = "|".join(_K["weken"])
    vast = "|".join(sorted((re.escape(n).replace(r"\ ", " ") for n in _VAST), key=len, reverse=True))
    return maak(
        rf"(?:(?:{weekdag}) )?(?P<d>\d{{1,2}})e? (?P<m>{maand})(?: (?P<j>20\d\d)| (?P<vj>vorig jaar))?"
        r"|week (?P<wk>[1-9]|[1-4]\d|5[0-3])"
        r"|@(?P<cd>\d+)-(?P<cm>\d+)(?:-(?P<cj>\d+))?"
        rf"|(?:(?P<deel>{'|'.join(_K['deel_van_maand'])})(?: van)? )?(?P<om>{maand})(?: (?P<oj>20\d\d)"
        rf"| (?P<ovj>vorig jaar))?"
        rf"|(?P<vw>{week})(?: (?:op )?(?P<vwd>{weekdag})(?:ochtend|middag|avond)?)?"
        rf"|(?P<wdv>{weekdag})(?:ochtend|middag|avond)? (?P<vwn>{week})"
        rf"|(?:(?P<welke>vorige|afgelopen|komende|aankomende|aanstaande|volgende) )?(?P<wd>{weekdag})"
        r"(?:ochtend|middag|avond)?(?: (?P<jl>jongstleden))?"
        rf"|(?P<rel>{'|'.join([*_K['terug'], *_K['vooruit']])})"
        r"|(?P<vm>vorige maand)|(?P<dm>(?:deze(?: hele)?|heel deze) maand|(?:het )?begin (?:van )?(?:de|deze) maand)"
        r"|(?P<vorigjaar>vorig jaar)|(?:het jaar )?(?P<jr>20[12]\d)"
        rf"|(?P<paas>{'|'.join(_K['paasdagen'])})"
        rf"|(?P<vast>{vast})",
        "woorden",
    )


def dagen(lezing: Lezing, vandaag: date) -> Iterator[Dag]:
    """Every day that the text names. Without a year: the last one before today, unless the words say otherwise."""
    for t in _patroon().finditer(lezing.tekst):
        gevonden = _dag(t, vandaag, " na " in " " + lezing.voor(t.start(), 2))
        if gevonden is not None:
            exact = any(t[g] for g in ("d", "cd", "vwd", "wdv", "wd", "rel"))
            yield Dag(gevonden, t.start("d") if t["d"] else t.start(), t.end(), exact)


def pasen(jaar: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm of 1876)."""
    a, b, c = jaar % 19, jaar // 100, jaar % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    maand, dag = divmod(h + k - 7 * m + 114, 31)
    return date(jaar, maand, dag + 1)


def _datum(jaar: int, maand: int, dag: int) -> date | None:
    try:
        return date(jaar, maand, dag)
    except (ValueError, OverflowError):
        return None


def laatste(maand: int, dag: int, vandaag: date) -> date | None:
    """The last such day that is not after today."""
    for jaar in range(vandaag.year, max(1, vandaag.year - 9), -1):
        gevonden = _datum(jaar, maand, dag)
        if gevonden is not None and gevonden <= vandaag:
            return gevonden
    return None


def _dag(t: re.Match[str], vandaag: date, na: bool) -> date | None:
    g = t.groupdict()
    if g["d"] or g["cd"]:
        maand = _MAANDEN.index(g["m"]) + 1 if g["m"] else int(g["cm"])
        jaar = int(g["j"] or g["cj"] or 0) or (vandaag.year - 1 if g["vj"] else 0)
        dag = int(g["d"] or g["cd"])
        return _datum(jaar + 2000 if 0 < jaar < 100 else jaar, maand, dag) if jaar else laatste(maand, dag, vandaag)
    if g["om"]:
        maand, dag = _MAANDEN.index(g["om"]) + 1, _K["deel_van_maand"].get(g["deel"], 1)
        jaar = int(g["oj"] or 0) or (vandaag.year - 1 if g["ovj"] else 0)
        return _datum(jaar, maand, dag) if jaar else laatste(maand, dag, vandaag)
    if g["vast"]:
        rij = _VAST[g["vast"]]
        maand, dag = (int(x) for x in str(rij.get("na", rij["dag"]) if na else rij["dag"]).split("-"))
        return laatste(maand, dag, vandaag)
    if g["paas"]:
        dagen_erna = timedelta(days=_K["paasdagen"][g["paas"]])
        dit_jaar = pasen(vandaag.year) + dagen_erna
        return dit_jaar if dit_jaar <= vandaag else pasen(vandaag.year - 1) + dagen_erna
    return _ongeveer(g, vandaag)


def _ongeveer(g: dict[str, str | None], vandaag: date) -> date | None:
    try:
        maandag = vandaag - timedelta(days=vandaag.weekday())
        if g["vw"] or g["vwn"]:
            dag = g["vwd"] or g["wdv"]
            erbij = _WEEKDAGEN.index(dag) if dag else 0
            return maandag + timedelta(days=erbij + 7 * _K["weken"][g["vw"] or g["vwn"]])
        if g["wd"]:
            terug = (vandaag.weekday() - _WEEKDAGEN.index(g["wd"])) % 7 or 7
            vooruit = g["welke"] in ("komende", "aankomende", "aanstaande", "volgende")
            return vandaag + timedelta(days=7 - terug or 7) if vooruit else vandaag - timedelta(days=terug)
        if g["wk"]:
            dit_jaar = date.fromisocalendar(vandaag.year, int(g["wk"]), 1)
            return dit_jaar if dit_jaar <= vandaag else date.fromisocalendar(vandaag.year - 1, int(g["wk"]), 1)
        if g["rel"]:
            return vandaag + timedelta(days=_K["vooruit"].get(g["rel"], 0) - _K["terug"].get(g["rel"], 0))
        if g["vm"]:
            return (vandaag.replace(day=1) - timedelta(days=1)).replace(day=1)
        if g["dm"]:
            return vandaag.replace(day=1)
        if g["vorigjaar"]:
            return date(vandaag.year - 1, 12, 31)
        jaar = int(g["jr"] or 0)
        return date(jaar, 12, 31) if jaar < vandaag.year else date(jaar, 1, 1) if jaar == vandaag.year else None
    except (ValueError, OverflowError):
        return None

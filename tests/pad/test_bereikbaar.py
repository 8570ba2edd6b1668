"""Who is reachable when: never said to be open out of hours or on a holiday, and the first to open is the first."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wegwijzer.kennis.model import Contact
from wegwijzer.kennis.openingstijden import DAGEN, ontleed
from wegwijzer.pad.bereikbaar import wie
from wegwijzer.pad.kaart import Kaart
from wegwijzer.pad.openstelling import DAGEN_VOORUIT, is_open, lokaal, perioden

NEDERLAND = ZoneInfo("Europe/Amsterdam")
STAP = timedelta(minutes=15)
KANTOOR = "ma-vr 09:00-12:30, 13:30-16:30"


def pasen(jaar: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, (b, c) = jaar % 19, divmod(jaar, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    maand, dag = divmod(h + m - 7 * n + 114, 31)
    return date(jaar, maand, dag + 1)


def dicht(jaar: int) -> set[date]:
    """The holidays on which a help desk is closed."""
    zondag, koning = pasen(jaar), date(jaar, 4, 27)
    koning -= timedelta(days=koning.weekday() == 6)
    vast = {date(jaar, 1, 1), koning, date(jaar, 12, 25), date(jaar, 12, 26)}
    return vast | {zondag + timedelta(days=n) for n in (0, 1, 39, 49, 50)}


def misschien(jaar: int) -> set[date]:
    """Good Friday and Liberation Day, unless that is another holiday too."""
    return {pasen(jaar) - timedelta(days=2), date(jaar, 5, 5)} - dicht(jaar)


def volgens_klok(tijden: str, moment: datetime) -> bool | None:
    """The rule itself, for one moment: open, closed, or not sure."""
    binnen = any(
        van <= moment.time() and (moment.time() < tot or tot == time(23, 59, 59))
        for van, tot in ontleed(tijden)[moment.weekday()]
    )
    if not binnen or moment.date() in dicht(moment.year):
        return False
    return None if moment.date() in misschien(moment.year) else True


def kaart(naam: str, tijden: str | None, soort: str = "telefoon") -> Kaart:
    """Somebody with one number."""
    bron = {"bron": "https://voorbeeld.nl", "gezien": "2026-11-22", "stand": "onbekend", "zekerheid": "midden"}
    return Kaart(naam, "", (Contact(soort=soort, waarde=naam, tijden=tijden, **bron),))


@st.composite
def openingstijden(draw: st.DrawFn) -> str:
    """One or two groups of days, each with one or two periods, on quarters of an hour."""
    grens = draw(st.integers(1, 6))
    groepen = [DAGEN[:grens], DAGEN[grens:]][: draw(st.integers(1, 2))]
    uit = []
    for dagen in groepen:
        kwartieren = sorted(draw(st.sets(st.integers(0, 95), min_size=4, max_size=4)))
        tijden = [f"{k // 4:02d}:{k % 4 * 15:02d}" for k in kwartieren]
        delen = [f"{tijden[0]}-{tijden[1]}", f"{tijden[2]}-{tijden[3]}"][: draw(st.integers(1, 2))]
        uit.append(f"{', '.join(dagen)} {', '.join(delen)}")
    return "; ".join(uit)


MOMENTEN = st.datetimes(datetime(2015, 1, 1), datetime(2098, 12, 31))
"""Since King's Day is kept on 27 April."""
FEESTEN = st.builds(
    lambda jaar, dag, minuten: datetime.combine(dag(jaar), time(0)) + timedelta(minutes=minuten),
    st.integers(2015, 2098),
    st.sampled_from([lambda j, n=n: sorted(dicht(j) | misschien(j))[n] for n in range(10)]),
    st.integers(-1440, 2 * 1440),
)
"""Around holidays, where the rule changes."""


@settings(deadline=None)
@given(openingstijden(), MOMENTEN | FEESTEN)
def test_open_is_wat_de_klok_zegt(tijden: str, nu: datetime) -> None:
    assert is_open(tijden, nu) is volgens_klok(tijden, nu)


@settings(deadline=None)
@given(openingstijden(), MOMENTEN | FEESTEN)
def test_nu_en_straks(tijden: str, nu: datetime) -> None:
    """Open now until the very moment that is told; the next opening is real, and nothing sure lies before it."""
    stand = wie([kaart("a", tijden)], nu)
    begin = nu
    if stand.nu:
        [lijn] = stand.nu
        assert lijn.nu is not None and volgens_klok(tijden, nu) is True
        assert volgens_klok(tijden, lijn.nu.tot - timedelta(seconds=1)) is True
        begin = lijn.nu.tot
    else:
        assert volgens_klok(tijden, nu) is not True
        lijn = next(iter(stand.straks), None)
    einde = nu + timedelta(days=DAGEN_VOORUIT - 2)
    if lijn is not None and lijn.straks is not None:
        einde = lijn.straks.van
        assert einde > nu and volgens_klok(tijden, einde) is True
    kwartier = begin.replace(minute=begin.minute // 15 * 15, second=0, microsecond=0)
    while (kwartier := kwartier + STAP) < einde:
        assert kwartier < begin or volgens_klok(tijden, kwartier) is not True, kwartier


@settings(deadline=None)
@given(st.lists(openingstijden(), max_size=4), MOMENTEN | FEESTEN)
def test_de_eerste_is_de_eerste(alle: list[str], nu: datetime) -> None:
    """Of several: in the order of opening, and nobody opens before the first."""
    stand = wie([kaart(str(n), t) for n, t in enumerate(alle)], nu)
    vanaf = [lijn.straks.van for lijn in stand.straks if lijn.straks]
    assert vanaf == sorted(vanaf)
    eerste = stand.eerste()
    starts = [p.van for t in alle for p in perioden(t, nu) if p.van > nu and not p.feestdag]
    assert (eerste.straks.van if eerste and eerste.straks else None) == min(starts, default=None)


@settings(deadline=None)
@given(MOMENTEN | FEESTEN)
def test_zonder_tijden_nooit_open(nu: datetime) -> None:
    """Unknown hours are never claimed; day and night is always true, but is nobody to wait for."""
    stand = wie([kaart("onbekend", None), kaart("nood", "24/7"), kaart("site", None, "site")], nu)
    assert (stand.nu, stand.straks) == ((), ())
    assert [k.wie for k in stand.onbekend] == ["onbekend", "site"]
    assert is_open("24/7", nu) is True


@settings(deadline=None)
@given(openingstijden(), MOMENTEN | FEESTEN)
def test_andere_tijdzone(tijden: str, nu: datetime) -> None:
    """The same moment told in UTC or as Dutch time gives the same answer."""
    moment = nu.replace(tzinfo=NEDERLAND).astimezone(timezone.utc)
    assert is_open(tijden, moment) is is_open(tijden, lokaal(moment))


@pytest.mark.parametrize(
    ("moment", "open_"),
    [
        ("2026-11-24T08:59", False), ("2026-11-24T09:00", True), ("2026-11-24T12:29", True),
        ("2026-11-24T12:30", False), ("2026-11-24T13:30", True), ("2026-11-24T16:30", False),
        ("2026-12-25T11:00", False), ("2027-04-27T11:00", False), ("2027-03-29T11:00", False),
        ("2027-03-26T11:00", None), ("2027-05-05T11:00", None), ("2027-05-05T20:00", False),
        ("2027-05-06T11:00", False), ("2016-05-05T11:00", False), ("2025-04-26T11:00", False),
        ("2026-03-30T09:00+02:00", True), ("2026-03-30T08:59+02:00", False), ("2026-10-26T09:00+01:00", True),
    ],
)  # fmt: skip
def test_op_de_grens(moment: str, open_: bool | None) -> None:
    """The first and last minute, holidays, and the Mondays after the clock changed."""
    nu = datetime.fromisoformat(moment)
    assert is_open(KANTOOR, nu) is open_
    assert kaart("a", KANTOOR).data(nu)["contact"][0]["open"] is open_, "de kaart zegt iets anders"


def test_dag_en_nacht_tot_het_einde_van_de_dag() -> None:
    """Also in the last second, and where a day lasts till midnight."""
    laatste = datetime(2026, 11, 28, 23, 59, 59, 900000)
    assert is_open("24/7", laatste) is True
    assert is_open("za 10:00-24:00", laatste) is True
    assert is_open("za 10:00-24:00", laatste + timedelta(seconds=1)) is False


def test_op_een_twijfeldag_wordt_die_genoemd() -> None:
    """Before Good Friday: surely on Tuesday, and perhaps tomorrow."""
    [lijn] = wie([kaart("a", KANTOOR)], datetime(2027, 3, 25, 20)).straks
    assert lijn.straks is not None and lijn.straks.van == datetime(2027, 3, 30, 9)
    assert lijn.misschien is not None and lijn.misschien.feestdag == "Goede Vrijdag"
    assert lijn.misschien.van == datetime(2027, 3, 26, 9)


def test_hetzelfde_nummer_een_keer() -> None:
    """A steunpunt that is also an organisation of its own."""
    stand = wie([kaart("010", "ma-vr 10:00-15:00"), kaart("010", "ma-vr 10:00-15:00")], datetime(2026, 11, 24, 11))
    assert len(stand.nu) == 1

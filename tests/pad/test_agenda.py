"""The calendar file, read back with the library."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from icalendar import Calendar

from wegwijzer.huis import houder
from wegwijzer.kennis.termijn_model import Termijnkennis
from wegwijzer.pad.agenda import agenda
from wegwijzer.pad.situatie import Situatie
from wegwijzer.pad.termijnen import Termijn, termijnen

KENNIS: Termijnkennis = houder().haal().kennis.termijnen
NU = datetime(2026, 11, 23, 10, 0, tzinfo=timezone(timedelta(hours=1)))
SITUATIE = Situatie(
    plaats="Gouda",
    leeftijd=13,
    kind="zoon",
    gebeurtenissen={"besluit_verwijdering": "2026-11-03", "aangemeld": "2026-11-16", "voorval": "2025-01-06"},
)


def alle(vandaag: date = date(2026, 11, 23)) -> list[Termijn]:
    """The terms of SITUATIE: two objections, an application, a complaint that is past."""
    return termijnen(SITUATIE, vandaag, KENNIS)


def gelezen(tekst: str) -> Calendar:
    """The file as a calendar program reads it."""
    return Calendar.from_ical(tekst)


def test_elke_open_termijn_staat_erin() -> None:
    kalender = gelezen(agenda(alle(), NU))
    dagen = {str(e["SUMMARY"]): e.decoded("DTSTART") for e in kalender.walk("VEVENT")}
    assert dagen == {
        "Laatste dag: Bezwaar bij het schoolbestuur": date(2026, 12, 15),
        "Laatste dag: Naar de Geschillencommissie passend onderwijs": date(2026, 12, 15),
        "Besluit van de school over de aanmelding": date(2026, 12, 28),
        "Besluit van de school over de aanmelding (met verlenging)": date(2027, 1, 25),
    }
    assert kalender["VERSION"] == "2.0" and "Wegwijzer" in kalender["PRODID"]


def test_hele_dag_met_twee_herinneringen() -> None:
    for gebeurtenis in gelezen(agenda(alle(), NU)).walk("VEVENT"):
        begin = gebeurtenis.decoded("DTSTART")
        assert not isinstance(begin, datetime)
        assert gebeurtenis.decoded("DTEND") - begin == timedelta(days=1)
        assert gebeurtenis.decoded("DTSTAMP") == NU.astimezone(timezone.utc)
        ervoor = [a.decoded("TRIGGER") for a in gebeurtenis.walk("VALARM")]
        assert [t.days for t in ervoor] == [-7, -2]


def test_zelfde_termijn_zelfde_uid() -> None:
    """Imported again later it replaces; another day is another event; no two share one."""
    eerst = [str(e["UID"]) for e in gelezen(agenda(alle(), NU)).walk("VEVENT")]
    later = [str(e["UID"]) for e in gelezen(agenda(alle(), NU + timedelta(days=3))).walk("VEVENT")]
    assert eerst == later and len(set(eerst)) == len(eerst)
    anders = Situatie(gebeurtenissen={"besluit_verwijdering": "2026-11-04"})
    nieuw = gelezen(agenda(termijnen(anders, NU.date(), KENNIS), NU)).walk("VEVENT")
    assert not set(eerst) & {str(e["UID"]) for e in nieuw}


def test_geen_persoonlijke_gegevens() -> None:
    tekst = agenda(alle(), NU).lower()
    assert "gouda" not in tekst and "zoon" not in tekst and "13 jaar" not in tekst


def test_een_termijn_in_verlenging_staat_er_een_keer_in() -> None:
    """After the sixth week only the last day of the extension is left."""
    kalender = gelezen(agenda(alle(date(2027, 1, 4)), NU))
    assert [e.decoded("DTSTART") for e in kalender.walk("VEVENT")] == [date(2027, 1, 25)]


def test_zonder_termijnen_een_lege_kalender() -> None:
    assert gelezen(agenda([], NU)).walk("VEVENT") == []


def test_de_klok_heeft_een_tijdzone() -> None:
    with pytest.raises(ValueError, match="tijdzone"):
        agenda(alle(), NU.replace(tzinfo=None))

"""Terms as a calendar file (iCalendar, RFC 5545): all-day events with two reminders, without personal data."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta, timezone

from icalendar import Alarm, Calendar, Event

from wegwijzer.pad.termijnen import Stand, Termijn

PRODID = "-//Wegwijzer//Termijnen//NL"
HERINNERINGEN = (timedelta(days=-7, hours=9), timedelta(days=-2, hours=9))
"""When the calendar reminds: a week and two days before the day, at nine in the morning."""


def agenda(termijnen: Iterable[Termijn], nu: datetime) -> str:
    """The text of an .ics file with every term that is not past; `nu` (with a time zone) stamps it.

    A term with an extension stands on its first last day and, as an event of its own, on the last day of the
    extension. The UID follows from rule and day: importing again replaces instead of doubling. Nothing of the child
    or the parent is in it. Raises ValueError where `nu` has no time zone.
    """
    if nu.tzinfo is None:
        raise ValueError("nu heeft geen tijdzone")
    kalender = Calendar()
    kalender.add("prodid", PRODID)
    kalender.add("version", "2.0")
    kalender.add("calscale", "GREGORIAN")
    kalender.add("method", "PUBLISH")
    kalender.add("x-wr-calname", "Termijnen")
    for termijn in termijnen:
        if termijn.stand is Stand.VOORBIJ:
            continue
        if termijn.stand is not Stand.VERTRAAGD:
            kalender.add_component(_gebeurtenis(termijn, nu, verlengd=False))
        if termijn.verlengd is not None and termijn.verlengd != termijn.laatste_dag:
            kalender.add_component(_gebeurtenis(termijn, nu, verlengd=True))
    return kalender.to_ical().decode("utf-8")


def _gebeurtenis(termijn: Termijn, nu: datetime, *, verlengd: bool) -> Event:
    dag = termijn.verlengd if verlengd and termijn.verlengd else termijn.laatste_dag
    naam = f"{termijn.regel.naam} (met verlenging)" if verlengd else termijn.regel.naam
    gebeurtenis = Event()
    soort = "verlengd" if verlengd else "dag"
    gebeurtenis.add("uid", f"{termijn.regel.id}-{soort}-{termijn.begin:%Y%m%d}@wegwijzer.invalid")
    gebeurtenis.add("dtstamp", nu.astimezone(timezone.utc))
    gebeurtenis.add("dtstart", dag)
    gebeurtenis.add("dtend", dag + timedelta(days=1))
    gebeurtenis.add("summary", f"Laatste dag: {naam}" if termijn.regel.soort == "ouder" else naam)
    gebeurtenis.add("description", termijn.tekst())
    gebeurtenis.add("transp", "TRANSPARENT")
    for ervoor in HERINNERINGEN:
        herinnering = Alarm()
        herinnering.add("action", "DISPLAY")
        herinnering.add("description", naam)
        herinnering.add("trigger", ervoor)
        gebeurtenis.add_component(herinnering)
    return gebeurtenis

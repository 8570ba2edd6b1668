"""Counters by week for the figures: they hold nothing of anybody, and stay two years. Calls are synchronous."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta, timezone
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from sqlalchemy.dialects import postgresql, sqlite

from wegwijzer.klok import NEDERLAND
from wegwijzer.opslag.tabellen import TELLINGEN, zorg_voor

GESPREK, BEURT, ONDERWERP, STAP, REGIO, TAAL = "gesprek", "beurt", "onderwerp", "stap", "regio", "taal"
ALLE, NIEUW, TERUG = "alle", "nieuw", "terug"
"""Under GESPREK: conversations in which something was said this week, those that began, and those that went on after
half a day or more. Under BEURT only ALLE. The others count topics by turn, steps each time one becomes the open step,
and regions and languages once a conversation and week (again where they change)."""
BEWAARD = 104
"""Weeks."""
Telling = tuple[str, str]
"""(`soort`, `wat`)."""


def week_van(seconden: float) -> str:
    """The ISO week of a moment (seconds since 1970) on a Dutch clock: `2026-W47`."""
    jaar, week, _ = datetime.fromtimestamp(seconden, timezone.utc).astimezone(NEDERLAND).isocalendar()
    return f"{jaar}-W{week:02d}"


def weken_tot(week: str, aantal: int) -> list[str]:
    """The `aantal` weeks that end with `week`, in order."""
    maandag = date.fromisocalendar(int(week[:4]), int(week[6:]), 1)
    dagen = (maandag - timedelta(weeks=terug) for terug in range(aantal - 1, -1, -1))
    return [f"{d.isocalendar()[0]}-W{d.isocalendar()[1]:02d}" for d in dagen]


def tel_in(sessie: Any, week: str, tellingen: Iterable[Telling]) -> None:
    """Add one for each within an open session, in one statement that also holds where others count at the same time."""
    som: dict[Telling, int] = {}
    for soort, wat in tellingen:
        som[soort, wat[:100]] = som.get((soort, wat[:100]), 0) + 1
    if not som:
        return
    # In one order everywhere, so that two workers never wait for each other crosswise.
    rijen = [{"week": week, "soort": s, "wat": w, "aantal": n} for (s, w), n in sorted(som.items())]
    dialect = postgresql if sessie.get_bind().dialect.name == "postgresql" else sqlite
    invoer = dialect.insert(TELLINGEN).values(rijen)
    erbij = {"aantal": TELLINGEN.c.aantal + invoer.excluded.aantal}
    sessie.execute(invoer.on_conflict_do_update(index_elements=["week", "soort", "wat"], set_=erbij))


def lees(opslag: SQLTrackerStore, weken: list[str]) -> dict[str, Mapping[str, dict[str, int]]]:
    """`soort` → `wat` → week → how many; weeks without any are not there."""
    zorg_voor(opslag.engine)
    c = TELLINGEN.c
    vraag = sa.select(c.soort, c.wat, c.week, c.aantal).where(c.week >= weken[0], c.week <= weken[-1])
    uit: dict[str, dict[str, dict[str, int]]] = {}
    with opslag.session_scope() as sessie:
        for soort, wat, week, aantal in sessie.execute(vraag):
            uit.setdefault(soort, {}).setdefault(wat, {})[week] = int(aantal)
    return dict(uit)


def vergeet_oude(sessie: Any, nu: float) -> None:
    """Forget the weeks that are over their time."""
    sessie.execute(sa.delete(TELLINGEN).where(TELLINGEN.c.week < weken_tot(week_van(nu), BEWAARD)[0]))

"""What day it is for the parent: in the Netherlands, wherever the server stands and whatever zone its clock shows."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

NEDERLAND = ZoneInfo("Europe/Amsterdam")


def vandaag() -> date:
    """The present day in the Netherlands. A server in UTC is a day behind for the first hour or two after midnight."""
    return datetime.now(NEDERLAND).date()

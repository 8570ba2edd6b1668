"""Patience for a server within a test: that it gives up after seconds is for parents, not for a slow machine.

A test about giving up sets its own, shorter time after this.
"""

from __future__ import annotations

import pytest

from wegwijzer.opslag import gesprekken

RUIM = 50.0
"""Seconds; less than Sanic itself waits for an answer."""
PLEKKEN = (
    "bedrijf.gereed.GEDULD",
    "bewerken.geschiedenis.GEDULD",
    "bewerken.werkmap.GEDULD",
    "helpdesk.kennis_stuk.GEDULD",
    "helpdesk.vragen.GEDULD",
    "kanaal.beurt.GEDULD",
    "kanaal.beurt.WACHT",
    "kanaal.gevaar.GEDULD",
    "kanaal.opslagdraad.GEDULD",
)


def heb_geduld(monkeypatch: pytest.MonkeyPatch) -> None:
    """For a server that starts after this."""
    for plek in PLEKKEN:
        monkeypatch.setattr(f"wegwijzer.{plek}", RUIM)
    monkeypatch.setattr(gesprekken, "WACHT", round(1000 * RUIM))

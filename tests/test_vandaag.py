"""The day is that of the parent: after midnight here a server in UTC would still say yesterday."""

from __future__ import annotations

from datetime import date, datetime, timezone, tzinfo

import pytest

from wegwijzer import klok


@pytest.mark.parametrize(
    ("utc", "dag"),
    [
        (datetime(2026, 11, 22, 22, 59), date(2026, 11, 22)),
        (datetime(2026, 11, 22, 23, 0), date(2026, 11, 23)),
        (datetime(2026, 6, 30, 22, 0), date(2026, 7, 1)),
    ],
)
def test_vandaag_is_de_dag_in_nederland(utc: datetime, dag: date, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stil(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return utc.replace(tzinfo=timezone.utc).astimezone(tz)

    monkeypatch.setattr(klok, "datetime", Stil)
    assert klok.vandaag() == dag

"""Opening hours as editors write them."""

from __future__ import annotations

from datetime import time

import pytest

from wegwijzer.kennis.openingstijden import ontleed


@pytest.mark.parametrize(
    ("tekst", "dagen"),
    [
        ("ma-vr 09:00-12:30", [0, 1, 2, 3, 4]),
        ("ma 09:00-12:30", [0]),
        ("ma, wo 09:00-12:30", [0, 2]),
        ("ma-wo, vr 09:00-12:30", [0, 1, 2, 4]),
        ("vr-zo, ma 09:00-12:30", [0, 4, 5, 6]),
        ("24/7", [0, 1, 2, 3, 4, 5, 6]),
        (" 24/7 ", [0, 1, 2, 3, 4, 5, 6]),
    ],
)
def test_dagen(tekst: str, dagen: list[int]) -> None:
    """Which days hold hours (0 = Monday)."""
    assert [dag for dag, tijden in ontleed(tekst).items() if tijden] == dagen


def test_meer_tijden_en_groepen() -> None:
    """Commas within a day, semicolons between groups."""
    week = ontleed("ma-di 09:00-12:30, 13:30-16:30; za 10:00-24:00")
    assert week[1] == [(time(9), time(12, 30)), (time(13, 30), time(16, 30))]
    assert week[5] == [(time(10), time(23, 59, 59))]
    assert week[6] == []


@pytest.mark.parametrize(
    "tekst",
    [
        "", "altijd", "ma-vr", "09:00-12:00", "ma 9:00-12:00", "ma 09.00-12.00", "ma 09:00 - 12:00",
        "maandag 09:00-12:00",
        "ma 12:00-09:00", "ma 09:00-09:00", "ma 09:00-25:00", "ma 09:60-10:00", "xx 09:00-10:00", "zo-ma 09:00-10:00",
        "ma 09:00-10:00;", "ma-vr 09:00-10:00 di 10:00-11:00", "24/7; ma 09:00-10:00",
    ],
)  # fmt: skip
def test_onzin_wordt_geweigerd(tekst: str) -> None:
    """Anything else is an error, never silently closed or open."""
    with pytest.raises(ValueError):
        ontleed(tekst)

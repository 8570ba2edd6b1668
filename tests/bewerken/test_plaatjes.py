"""The pictures in knowledge/README.md are there, small, and say in words what they show."""

from __future__ import annotations

import re

from wegwijzer.huis import projectmap

GROOTST = 60_000


def test_elk_plaatje_is_er_en_klein() -> None:
    leesmij = projectmap() / "knowledge" / "README.md"
    plaatjes = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", leesmij.read_text(encoding="utf-8"))
    assert len(plaatjes) >= 4
    for tekst, pad in plaatjes:
        beeld = leesmij.parent / pad
        assert len(tekst.split()) >= 3, f"{pad}: zeg wat er te zien is"
        assert beeld.is_file() and beeld.stat().st_size <= GROOTST, f"{pad}: python scripts/plaatjes.py"

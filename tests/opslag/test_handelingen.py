"""The log of the helpdesk: newest first, cut to fit, and not kept for ever."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wegwijzer.opslag import handelingen
from wegwijzer.opslag.gesprekken import GesprekkenOpslag

Open = Callable[[], GesprekkenOpslag]


def wat(opslag: GesprekkenOpslag, vanaf: int = 0, hoogstens: int = 100) -> list[str]:
    return [h.wat for h in handelingen.lijst(opslag, vanaf, hoogstens)]


def test_de_nieuwste_eerst_en_in_bladen(open_opslag: Open) -> None:
    opslag = open_opslag()
    for n in range(5):
        handelingen.noteer(opslag, "Ada", f"daad {n}", "iets", 1000.0 + n)
    assert wat(opslag, 0, 2) == ["daad 4", "daad 3"]
    assert wat(opslag, 4, 2) == ["daad 0"]


def test_na_een_jaar_gaat_een_regel_weg(open_opslag: Open) -> None:
    opslag = open_opslag()
    handelingen.noteer(opslag, "Ada", "oud", "", 1000.0)
    handelingen.noteer(opslag, "Ada", "net niet", "", 1000.0 + 3600)
    handelingen.noteer(opslag, "Ada", "nieuw", "", 1000.0 + handelingen.BEWAARD + 60)
    assert wat(opslag) == ["nieuw", "net niet"]


def test_er_komen_nooit_meer_regels_dan_dat(open_opslag: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handelingen, "MEESTE", 3)
    opslag = open_opslag()
    for n in range(6):
        handelingen.noteer(opslag, "onbekende naam", f"daad {n}", "", 1000.0)
    assert wat(opslag) == ["daad 5", "daad 4", "daad 3"]


def test_te_lange_woorden_worden_afgekapt(open_opslag: Open) -> None:
    opslag = open_opslag()
    handelingen.noteer(opslag, "n" * 200, "w" * 200, "o" * 900, 1.0)
    regel = handelingen.lijst(opslag, 0, 1)[0]
    assert (len(regel.wie), len(regel.wat), len(regel.over)) == (60, 60, 200)

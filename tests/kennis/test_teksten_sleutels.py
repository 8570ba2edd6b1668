"""The list of texts that `wegwijzer check` asks for is the list that the code says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from wegwijzer.kennis.teksten_sleutels import GATEN, MOET, TEL

PROJECT = Path(__file__).parents[2]
MET_NUMMERS = ("tekst_met_nummers", "_vul", "slot")


def gezegd() -> Iterator[tuple[str, str, frozenset[str]]]:
    """(where, key or pattern, gaps that are filled) of every text that the code asks for by name."""
    for pad in sorted([*(PROJECT / "wegwijzer").rglob("*.py"), *(PROJECT / "actions").rglob("*.py")]):
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
            if not isinstance(knoop, ast.Call) or not knoop.args:
                continue
            naam = knoop.func.attr if isinstance(knoop.func, ast.Attribute) else getattr(knoop.func, "id", "")
            patroon = _patroon(knoop.args[0])
            if patroon is None or any(k.arg == "letterlijk" for k in knoop.keywords):
                continue
            if naam == "tekst" and isinstance(knoop.func, ast.Attribute):
                yield f"{pad.name}:{knoop.lineno}", patroon, frozenset(k.arg or "" for k in knoop.keywords)
            elif naam in MET_NUMMERS:
                yield f"{pad.name}:{knoop.lineno}", patroon, frozenset({TEL})


def _patroon(knoop: ast.expr) -> str | None:
    if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str):
        return re.escape(knoop.value)
    if isinstance(knoop, ast.JoinedStr):
        return "".join(re.escape(d.value) if isinstance(d, ast.Constant) else "[a-z0-9_]+" for d in knoop.values)
    return None


def test_elke_tekst_uit_de_code_staat_in_de_lijst() -> None:
    """A new text in the code needs a line in wegwijzer/kennis/teksten_sleutels.py."""
    gevonden = list(gezegd())
    assert len(gevonden) > 40
    for plek, patroon, gaten in gevonden:
        sleutels = [s for s in GATEN if re.fullmatch(patroon, s)]
        assert sleutels, f"{plek}: {patroon} staat niet in GATEN"
        if patroon.replace("\\", "") in GATEN:
            over = set(GATEN[sleutels[0]]) - gaten
            assert not over, f"{plek}: {sleutels[0]} mag {over} bevatten, maar de code vult dat niet in"


def test_wat_erin_moet_mag_er_ook_in() -> None:
    """MOET asks for nothing that cannot be filled in."""
    assert {s: set(g) - set(GATEN[s]) for s, g in MOET.items() if set(g) - set(GATEN[s])} == {}


def test_geen_tekst_in_de_lijst_die_nergens_gezegd_wordt() -> None:
    """A key that the code forgot would ask editors for a text in vain."""
    code = "".join(
        p.read_text(encoding="utf-8") for p in (PROJECT / "wegwijzer").rglob("*.py") if p.name != "teksten_sleutels.py"
    )
    patronen = [p for _, p, _ in gezegd() if "[a-z0-9_]+" in p]
    patronen += [r"vraag_[a-z0-9_]+_uitleg"]
    over = [s for s in GATEN if not re.search(f"[\"']{s}[\"']", code) and not any(re.fullmatch(p, s) for p in patronen)]
    assert over == []

"""A small knowledge folder that is in order, to break in one place at a time."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from breuken import Breuk

from wegwijzer.kennis.laad import controleer
from wegwijzer.kennis.meldingen import Melding
from wegwijzer.kennis.teksten_sleutels import GATEN, TEL

VOORBEELD = Path(__file__).parent / "voorbeeld"


@pytest.fixture
def proef(tmp_path: Path) -> Path:
    """A copy of `voorbeeld/`, with every text that the code says, one a line in the order of GATEN."""
    map_ = tmp_path / "knowledge"
    shutil.copytree(VOORBEELD, map_)
    regels = [f'{sleutel}: "Zin{"".join(_gat(g) for g in gaten)}."' for sleutel, gaten in GATEN.items()]
    (map_ / "teksten.yml").write_text("\n".join(regels) + "\n", encoding="utf-8")
    return map_


def _gat(gat: str) -> str:
    return " {tel:advieslijn}" if gat == TEL else f" {{{gat}}}"


@pytest.fixture
def meldingen_van(proef: Path) -> Callable[[Breuk], tuple[list[Melding], int]]:
    """Breaks the folder and reads it: the messages, and the number of the line that `op` stands on."""

    def doe(breuk: Breuk) -> tuple[list[Melding], int]:
        pad = proef / breuk.bestand
        inhoud = breuk.nieuw
        if isinstance(inhoud, str):
            if breuk.oud is not None:
                tekst = pad.read_text(encoding="utf-8")
                assert tekst.count(breuk.oud) >= 1, f"{breuk.oud!r} staat niet in {breuk.bestand}"
                inhoud = tekst.replace(breuk.oud, inhoud, 1)
            inhoud = inhoud.encode()
        pad.write_bytes(inhoud)
        regels = [r for r in inhoud.decode(errors="replace").splitlines()]
        plek = next(n for n, r in enumerate(regels, 1) if breuk.op in r)
        return controleer(proef)[1], plek

    return doe


@pytest.fixture
def geeft_melding(meldingen_van: Callable[[Breuk], tuple[list[Melding], int]]) -> Callable[[Breuk], None]:
    """Asserts that a break gives one message, in Dutch, at its own place, with a remedy."""

    def doe(breuk: Breuk) -> None:
        meldingen, regel = meldingen_van(breuk)
        assert len(meldingen) == 1, "\n".join(map(str, meldingen))
        melding = meldingen[0]
        assert (melding.bestand, melding.regel, melding.veld) == (breuk.bestand, regel, breuk.veld), str(melding)
        assert breuk.wat in melding.wat
        assert breuk.herstel in melding.herstel
        assert not ENGELS & set(str(melding).lower().split()), f"Engels in: {melding}"

    return doe


ENGELS = {"expected", "not", "found", "while", "required", "property", "none", "is_not", "the", "error", "invalid", "must"}
"""Words that show that a library speaks instead of us."""

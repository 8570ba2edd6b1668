"""A small knowledge folder that is in order, to break in one place at a time."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from wegwijzer.kennis.laad import laad
from wegwijzer.kennis.model import TALEN, Kennis
from wegwijzer.kennis.talen import RECHTS_NAAR_LINKS
from wegwijzer.kennis.teksten_sleutels import GATEN, TEL

VOORBEELD = Path(__file__).parent / "voorbeeld"


@pytest.fixture(scope="session")
def kennis() -> Kennis:
    """The knowledge of this checkout."""
    return laad(Path(__file__).parents[2] / "knowledge")


@pytest.fixture
def proef(tmp_path: Path) -> Path:
    """See `leg_aan`."""
    return leg_aan(tmp_path / "knowledge")


def leg_aan(map_: Path) -> Path:
    """A copy of `voorbeeld/`, with every text that the code says (one a line, as in GATEN) and all six languages."""
    shutil.copytree(VOORBEELD, map_)
    regels = [f'{sleutel}: "Zin{"".join(_gat(g) for g in gaten)}."' for sleutel, gaten in GATEN.items()]
    (map_ / "teksten.yml").write_text("\n".join(regels) + "\n", encoding="utf-8")
    taal = (map_ / "talen" / "en.yml").read_text(encoding="utf-8")
    for code in TALEN[1:]:
        eigen = taal.replace("code: en", f"code: {code}")
        eigen = eigen.replace("richting: ltr", "richting: rtl") if code in RECHTS_NAAR_LINKS else eigen
        (map_ / "talen" / f"{code}.yml").write_text(eigen, encoding="utf-8")
    return map_


def _gat(gat: str) -> str:
    return " {tel:advieslijn}" if gat == TEL else f" {{{gat}}}"

"""What knowledge/README.md tells editors to write is in order as it stands there."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from wegwijzer.huis import kennismap
from wegwijzer.kennis.laad import LOSSE, MAPPEN, controleer
from wegwijzer.kennis.versheid import TERMIJNEN

TEKST = (kennismap() / "README.md").read_text(encoding="utf-8")
BESTANDEN = re.findall(r"Bestand `([^`]+)`:\n\n```\w*\n(.*?)```", TEKST, re.DOTALL)
STUKKEN = re.findall(r"In `([^`]+)`, onder `([^`]+)`\n\n```\w*\n(.*?)```", TEKST, re.DOTALL)


@pytest.fixture(scope="module")
def kopie(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the knowledge with every example of the manual added."""
    map_ = Path(shutil.copytree(kennismap(), tmp_path_factory.mktemp("handleiding") / "knowledge"))
    for naam, inhoud in BESTANDEN:
        assert not (map_ / naam).exists()
        (map_ / naam).write_text(inhoud, encoding="utf-8")
    for naam, kop, inhoud in STUKKEN:
        heel = (map_ / naam).read_text(encoding="utf-8")
        assert f"\n{kop}\n" in heel
        (map_ / naam).write_text(heel.replace(f"\n{kop}\n", f"\n{kop}\n{inhoud}", 1), encoding="utf-8")
    return map_


def test_voorbeelden_zijn_in_orde(kopie: Path) -> None:
    """An editor who copies an example gets no message."""
    assert {naam.split("/")[0] for naam, _ in BESTANDEN} == {"organisaties", "brieven", "regio"}
    assert [naam for naam, _, _ in STUKKEN] == ["termijnen.yml"]
    gelezen, meldingen = controleer(kopie)
    assert [str(m) for m in meldingen] == []
    assert {naam for naam, _ in BESTANDEN} <= set(gelezen)


def test_elke_map_wordt_genoemd() -> None:
    """The table of folders and files is whole."""
    assert [naam for naam in [f"{m}/" for m in MAPPEN] + list(LOSSE) if f"| `{naam}` |" not in TEKST] == []


def test_tien_taken() -> None:
    """Ten, numbered in order."""
    deel = TEKST.split("## De tien taken")[1].split("\n## ")[0]
    assert re.findall(r"^\*\*(\d+)\. ", deel, re.MULTILINE) == [str(n) for n in range(1, 11)]


def test_termijnen_staan_er_zoals_ze_zijn() -> None:
    """The manual names the same months as the code counts."""
    assert TERMIJNEN == {"telefoon": 6, "initiatief": 6, "wet": 12, "overig": 12}
    assert "6 maanden voor een\ntelefoonnummer en een initiatief, en 12 maanden voor een wet en al het andere" in TEKST


def test_genoemde_opties_bestaan() -> None:
    """Each `wegwijzer check` option in the manual is one of the command's."""
    genoemd = set(re.findall(r"wegwijzer check (--\w+)", TEKST))
    cli = (Path(__file__).parents[2] / "wegwijzer" / "cli.py").read_text(encoding="utf-8")
    assert genoemd == {"--kijk", "--vers", "--links"}
    assert [optie for optie in genoemd if f'"{optie}"' not in cli] == []

"""The `wegwijzer` command: exit codes and what it says, without a trained model where that is possible."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from wegwijzer.cli import main
from wegwijzer.huis import kennismap, projectmap

OPDRACHTEN = (
    "start",
    "train",
    "ask",
    "check",
    "leesbaar",
    "evaluate",
    "pad",
    "purge",
    "uit",
    "aan",
    "backup",
    "restore",
)


@pytest.fixture
def stukke_kennis(tmp_path: Path) -> Path:
    map_ = tmp_path / "knowledge"
    shutil.copytree(kennismap(), map_)
    with (map_ / "teksten.yml").open("a", encoding="utf-8") as bestand:
        bestand.write("\nstuk: [\n")
    return map_


def test_check_op_de_eigen_kennis(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert re.search(r"\d{3,} bestanden .*in orde", capsys.readouterr().out)


def test_check_wijst_bestand_en_regel_aan(stukke_kennis: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(stukke_kennis)]) == 1
    assert re.search(r"teksten\.yml:\d+: .*Herstel:", capsys.readouterr().out)


def test_check_als_json(stukke_kennis: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--json", str(stukke_kennis)]) == 1
    [melding] = json.loads(capsys.readouterr().out)
    assert melding["bestand"] == "teksten.yml" and melding["regel"] > 1 and melding["herstel"]


def test_check_vers(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check", "--vers", "--json"])
    inhoud = json.loads(capsys.readouterr().out)
    assert code == (1 if inhoud["verlopen"] else 0)
    assert inhoud["feiten"] > 1000
    assert main(["check", "--vers"]) == code
    uit = capsys.readouterr().out
    assert f"{inhoud['verlopen']} van de {inhoud['feiten']}" in uit
    assert len(re.findall(r"^  [\w/-]+\.\w+:\d+: .*stand .*gezien ", uit, re.MULTILINE)) == inhoud["feiten"]


def test_check_vers_op_stukke_kennis(stukke_kennis: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--vers", str(stukke_kennis)]) == 1
    gezegd = capsys.readouterr()
    assert "teksten.yml:" in gezegd.err and gezegd.out == ""


@pytest.mark.parametrize("argumenten", [["train"], ["ask", "hallo"]])
def test_stukke_kennis_is_een_boodschap(
    argumenten: list[str], stukke_kennis: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WEGWIJZER_KENNIS", str(stukke_kennis))
    assert main(argumenten) == 1
    gezegd = capfd.readouterr()
    assert "teksten.yml:" in gezegd.err
    assert "Traceback" not in gezegd.err
    assert gezegd.out == ""


@pytest.mark.parametrize(
    "argumenten",
    [[], ["onbekend"], ["start", "--poort", "abc"], ["purge", "--dagen", "x"], ["check", "--kijk", "--vers"]],
)
def test_verkeerd_gebruik(argumenten: list[str]) -> None:
    with pytest.raises(SystemExit) as einde:
        main(argumenten)
    assert einde.value.code == 2


def test_een_poort_die_geen_getal_is(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("PORT", "abc")
    with pytest.raises(SystemExit) as einde:
        main(["start"])
    assert einde.value.code == 2
    assert "abc" in capsys.readouterr().err


def test_een_batch_die_er_niet_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--json", "--batch", str(tmp_path / "nergens.jsonl")]) == 2
    assert "nergens.jsonl" in capsys.readouterr().err


def test_purge_zegt_hoeveel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WEGWIJZER_DB", str(tmp_path / "leeg.db"))
    assert main(["purge"]) == 0
    assert capsys.readouterr().out.startswith("0 ")


def test_hulp_noemt_elke_opdracht(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as einde:
        main(["--help"])
    assert einde.value.code == 0
    uit = capsys.readouterr().out
    genoemd = re.findall(r"^    (\w+) ", uit, re.MULTILINE)
    assert set(OPDRACHTEN) <= set(genoemd)
    leesmij = (projectmap() / "README.md").read_text(encoding="utf-8")
    assert [o for o in genoemd if f"wegwijzer {o}" not in leesmij] == []


@pytest.mark.parametrize("opdracht", OPDRACHTEN)
def test_elke_opdracht_heeft_hulp(opdracht: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as einde:
        main([opdracht, "--help"])
    assert einde.value.code == 0
    assert opdracht in capsys.readouterr().out

"""`wegwijzer ask --waarom` and `--tegen`: what goes together, and what differs in words."""

from __future__ import annotations

import pytest

from wegwijzer.cli import main
from wegwijzer.helpdesk.lijsten import opdracht
from wegwijzer.helpdesk.lijsten.fout import LijstFout
from wegwijzer.helpdesk.lijsten.vergelijk import Verschil, woorddiff


@pytest.mark.parametrize("argumenten", [["--waarom", "--batch", "-"], ["--tegen", "3"], ["--tegen", "3", "hallo"]])
def test_wat_niet_samengaat(argumenten: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", *argumenten]) == 2
    gezegd = capfd.readouterr()
    assert gezegd.out == ""
    assert "--batch" in gezegd.err


def test_een_versie_die_er_niet_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opdracht, "keuzes", lambda: [])
    with pytest.raises(LijstFout, match="Versie 99 is er niet"):
        opdracht.kies("99")


def test_een_verschil_in_woorden() -> None:
    verschil = Verschil(
        1,
        "v1",
        "mag dat?",
        ("onderwerp", "tekst"),
        ("pesten", "schorsing"),
        ("", ""),
        woorddiff("Bel nu.", "Bel morgen."),
    )
    assert opdracht._tekst(verschil) == "v1: mag dat?\n  onderwerp: pesten → schorsing\n  Bel [-nu.-]{+morgen.+}\n"

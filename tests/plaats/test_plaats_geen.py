"""Sentences of parents without a place: nothing may be found."""

from __future__ import annotations

from pathlib import Path

import pytest

from wegwijzer.plaats import Plaatsen, vermeldingen

ZINNEN = (Path(__file__).parent / "gegevens" / "zonder_plaats.txt").read_text(encoding="utf-8").splitlines()


def test_genoeg_zinnen() -> None:
    assert len(ZINNEN) >= 60


@pytest.mark.parametrize("zin", ZINNEN)
def test_geen_plaats(zin: str, plaatsen: Plaatsen) -> None:
    assert vermeldingen(zin, plaatsen) == []
    assert vermeldingen(zin.lower(), plaatsen) == []


@pytest.mark.parametrize(
    "antwoord",
    [
        "weet ik niet", "geen idee", "ja", "nee", "hoezo", "waarom wilt u dat weten", "dat zeg ik liever niet",
        "school", "thuis", "nederland", "dat is toch niet belangrijk", "?", "doe maar iets", "nergens",
        "ik wil stoppen", "help", "een", "heel", "hem", "moet dat", "straks", "later", "laat maar",
        "mijn zoon zit thuis", "op school", "speciaal onderwijs", "basisschool", "vmbo", "dank u wel",
        "geen van beide", "anders", "overslaan", "privé", "met de handen in het haar", "midden in het jaar",
    ],
)  # fmt: skip
def test_geen_antwoord_op_de_vraag(antwoord: str, plaatsen: Plaatsen) -> None:
    assert vermeldingen(antwoord, plaatsen, verwacht=True) == []

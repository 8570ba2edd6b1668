"""What the channel says when something cannot be: words of knowledge/, never none, short, and with the numbers."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from wegwijzer.huis import houder
from wegwijzer.kanaal import fouten
from wegwijzer.kanaal.fouten import SOORTEN, Fout, als_antwoord, zin
from wegwijzer.nlu.noodtekst import ZONDER_KENNIS

GEVAARLIJK = ("te_lang", "te_groot", "vol", "te_snel", "te_veel", "bezig", "storing", "gesloten")
"""Refusals of what a parent wrote: it may have been about danger."""


@pytest.mark.parametrize("soort", SOORTEN)
@pytest.mark.parametrize("wacht", [None, 0.2, 40.0, 4000.0])
def test_elke_fout_heeft_een_zin(soort: str, wacht: float | None) -> None:
    antwoord = als_antwoord(Fout(soort, wacht, max="4.000", mag="GET"))
    inhoud = json.loads(antwoord.body)
    assert (antwoord.status, inhoud["error"]) == SOORTEN[soort][:2]
    assert not re.search(r"[{}]", inhoud["text"])
    assert inhoud["text"] == inhoud["text"].strip() and inhoud["text"].endswith((".", "?"))
    for los in re.split(r"(?<=[.?!:,]) ", inhoud["text"]):
        assert len(los.split()) <= 15, los
    if soort in GEVAARLIJK:
        assert houder().haal().kennis.organisaties["noodnummer_112"].telefoons()[0] in inhoud["text"]


def test_hoe_lang_wachten_in_woorden() -> None:
    assert "één seconde" in zin("te_snel", 1)
    assert "45 seconden" in zin("te_snel", 45)
    assert "2 minuten" in zin("te_snel", 91)
    assert "Er passen 4.000 tekens in" in zin("te_lang", max="4.000")


def test_een_redacteur_kan_de_zin_veranderen(monkeypatch: pytest.MonkeyPatch) -> None:
    teksten = houder().haal().kennis.teksten
    monkeypatch.setitem(teksten, "fout_leeg", ("Er staat nog niets.",))  # type: ignore[arg-type]
    assert zin("leeg") == "Er staat nog niets."


@pytest.mark.parametrize("soort", SOORTEN)
def test_zonder_kennis_toch_een_zin(soort: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Knowledge that cannot be read at all, and knowledge in which this one text is missing."""

    def stuk() -> Any:
        raise RuntimeError

    with monkeypatch.context() as plek:
        plek.setattr(fouten, "houder", stuk)
        gezegd = zin(soort, max=1)
        assert len(gezegd) > 20 and "{" not in gezegd
        plek.setattr("wegwijzer.nlu.noodtekst.houder", stuk)
        assert zin(soort, max=1) == ZONDER_KENNIS
    monkeypatch.delitem(houder().haal().kennis.teksten, SOORTEN[soort][2])  # type: ignore[arg-type]
    assert len(zin(soort, max=1)) > 20


def test_geen_zin_in_de_code() -> None:
    """The channel's Python holds no sentence for a parent."""
    from pathlib import Path

    for bestand in Path(fouten.__file__).parent.glob("*.py"):
        for los in re.findall(r'(?<!""")"([A-Z][^"{}\n]*[.?])"', bestand.read_text(encoding="utf-8")):
            assert not re.search(r"\b(?:u|uw)\b", los), (bestand.name, los)

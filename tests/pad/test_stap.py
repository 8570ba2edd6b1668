"""Which step comes next: a table, and what holds for every situation."""

from __future__ import annotations

from itertools import combinations

import pytest

from wegwijzer.kennis.model import STAPPEN
from wegwijzer.pad.situatie import Situatie
from wegwijzer.pad.stap import volgende_stap

S, W, C, A, K, I = STAPPEN  # noqa: E741

TABEL = [
    # onderwijssoort, richting, situatie, gedaan, volgende
    (None, None, [], [], S),
    ("po", None, [], [], S),
    ("po", None, [], [S], W),
    ("vo", None, [], [S, W], C),
    ("vo", None, [], [S, W, C], A),
    ("vo", None, [], [S, W, C, A], K),
    ("vo", None, [], [S, W, C, A, K], I),
    ("vo", None, [], list(STAPPEN), None),
    ("po", None, [], [W], S),
    ("po", None, [], [C], S),
    ("po", None, [], [S, C], W),
    ("po", None, [], [S, K], W),
    ("po", None, [], [K, I], S),
    ("po", None, ["geen_school"], [], W),
    ("vo", None, ["geen_school"], [W], C),
    ("vo", None, ["geschorst", "geen_school"], [], W),
    ("vo", None, ["geschorst"], [], S),
    ("mbo", None, [], [], S),
    ("mbo", None, [], [S], C),
    ("mbo", None, ["geen_school"], [], C),
    ("po", "cluster1", [], [S], C),
    ("vo", "cluster2", [], [S], C),
    (None, "cluster2", [], [S], C),
    ("po", "reformatorisch", [], [S], W),
    ("mbo", None, [], [S, C, A, K, I], None),
    ("so", None, [], [S], W),
]


@pytest.mark.parametrize(("soort", "richting", "situatie", "gedaan", "verwacht"), TABEL)
def test_volgende_stap(
    soort: str | None, richting: str | None, situatie: list[str], gedaan: list[str], verwacht: str | None
) -> None:
    """The first step that applies and has not been done."""
    kind = Situatie(onderwijssoort=soort, richting=richting, situatie=situatie, stappen_gedaan=gedaan)
    keuze = volgende_stap(kind)
    assert keuze.stap == verwacht
    assert keuze.waarom


ALLE_GEDAAN = [list(c) for n in range(len(STAPPEN) + 1) for c in combinations(STAPPEN, n)]


@pytest.mark.parametrize("gedaan", ALLE_GEDAAN, ids=lambda g: "+".join(g) or "niets")
@pytest.mark.parametrize(
    ("soort", "richting"), [("po", None), ("vo", "reformatorisch"), ("mbo", None), ("so", "cluster1")]
)
@pytest.mark.parametrize("situatie", [[], ["geen_school"]])
def test_klacht_komt_nooit_te_vroeg(gedaan: list[str], soort: str, richting: str | None, situatie: list[str]) -> None:
    """Never a step done twice; a complaint only after school, samenwerkingsverband and consulent where they apply."""
    kind = Situatie(onderwijssoort=soort, richting=richting, situatie=situatie, stappen_gedaan=gedaan)
    stap = volgende_stap(kind).stap
    assert stap not in gedaan
    if stap in (K, I):
        nodig = {S, W, C, A} - ({S} if situatie else set()) - ({W} if kind.zonder_samenwerkingsverband() else set())
        assert nodig <= set(gedaan)
    if kind.zonder_samenwerkingsverband():
        assert stap != W
    if situatie:
        assert stap != S

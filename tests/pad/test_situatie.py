"""What follows from the age and the kind of school."""

from __future__ import annotations

import pytest

from wegwijzer.kennis.model import STAPPEN
from wegwijzer.pad.situatie import Situatie


@pytest.mark.parametrize(
    ("soort", "leeftijd", "sector"),
    [
        ("po", None, "po"), ("sbo", None, "po"), ("so", None, "po"), ("vo", None, "vo"), ("pro", None, "vo"),
        ("vso", None, "vo"), ("mbo", None, None), ("mbo", 15, None), ("po", 14, "po"), ("vo", 11, "vo"),
        (None, None, None), (None, 4, "po"), (None, 11, "po"), (None, 12, None), (None, 13, "vo"), (None, 15, "vo"),
        (None, 16, None), (None, 19, None),
    ],
)  # fmt: skip
def test_sector(soort: str | None, leeftijd: int | None, sector: str | None) -> None:
    """The kind of school decides; the age only where it leaves no doubt (12 may be either, 16 may be mbo)."""
    assert Situatie(onderwijssoort=soort, leeftijd=leeftijd).sector() == sector


@pytest.mark.parametrize(
    ("soort", "richting", "verwacht"),
    [
        ("mbo", None, "mbo"),
        ("po", "cluster1", "cluster1"),
        ("vso", "cluster2", "cluster2"),
        ("po", "reformatorisch", None),
        ("vo", None, None),
    ],
)
def test_zonder_samenwerkingsverband(soort: str, richting: str | None, verwacht: str | None) -> None:
    """Only mbo, cluster 1 and cluster 2 have none."""
    assert Situatie(onderwijssoort=soort, richting=richting).zonder_samenwerkingsverband() == verwacht


def test_stappen_blijven_op_volgorde_en_eenmalig() -> None:
    """Told in any order, kept in that of the road; an unknown step is not one."""
    kind = Situatie()
    for stap in ("klacht", "school", "school", "onzin", "onderwijsconsulent"):
        kind.heeft_gedaan(stap)
    assert kind.stappen_gedaan == ["school", "onderwijsconsulent", "klacht"]
    assert all(s in STAPPEN for s in kind.stappen_gedaan)


def test_slots_heen_en_terug() -> None:
    """What is kept in slots comes back the same; empty and foreign slots do no harm."""
    kind = Situatie(onderwijssoort="vo", plaats="Zwolle", gemeente="Zwolle", leeftijd=14, stappen_gedaan=["school"])
    assert Situatie.uit_slots({**kind.als_slots(), "iets_anders": 1}) == kind
    assert Situatie.uit_slots({"stappen_gedaan": None}) == Situatie()

"""Confidences that are given out: honest, in the same order, and never more than one together."""

from __future__ import annotations

import pytest

from wegwijzer.evaluatie.getallen import kalibratie
from wegwijzer.taal.zekerheid import SCHERPER, geijkt

VERDELING = [("schorsing", 0.45), ("verwijdering", 0.25), ("pesten", 0.2), ("zorgplicht", 0.1)]


def test_wie_te_bescheiden_is_wordt_zekerder() -> None:
    uit = geijkt(VERDELING)
    assert [n for n, _ in uit] == [n for n, _ in VERDELING]
    assert uit[0][1] > 0.5
    assert uit[-1][1] < 0.1
    assert sum(k for _, k in uit) == pytest.approx(1.0, abs=1e-6)


def test_een_afgebroken_rij_telt_haar_staart_mee() -> None:
    """As if all labels were there: what falls off evenly is reckoned exactly."""
    rij = [(str(i), 0.3 * 0.7**i) for i in range(60)]
    for (_, kort), (_, heel) in zip(geijkt(rij[:10]), geijkt(rij), strict=False):
        assert kort == pytest.approx(heel, abs=1e-6)


@pytest.mark.parametrize("rij", [[("a", 1.0)], [("a", 0.9999), ("b", 0.0)], [("a", 0.0)], [("a", 0.04), ("b", 0.04)]])
def test_randen(rij: list[tuple[str, float]]) -> None:
    uit = geijkt(rij)
    assert all(0.0 <= k <= 1.0 for _, k in uit)
    assert sum(k for _, k in uit) <= 1.0 + 1e-9


def test_zonder_rij_niets() -> None:
    assert geijkt([]) == []


def test_macht_een_laat_alles_zoals_het_is() -> None:
    assert [k for _, k in geijkt(VERDELING, 1.0)] == pytest.approx([k for _, k in VERDELING])
    assert SCHERPER > 1


def test_ijking_maakt_de_fout_kleiner_van_wie_te_bescheiden_is() -> None:
    """Two labels, said 0.6 and right in two of three: sharpened it says two of three."""
    rij = [("a", 0.6), ("b", 0.4)]
    raak = [True, True, False] * 20
    voor = kalibratie([(rij[0][1], g) for g in raak])["fout"]
    na = kalibratie([(geijkt(rij)[0][1], g) for g in raak])["fout"]
    assert na < voor

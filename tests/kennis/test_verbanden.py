"""The files of the samenwerkingsverbanden say what the place files say, both ways."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from wegwijzer.kennis.model import Kennis

KENNIS = Path(__file__).parents[2] / "knowledge"
LANDELIJK = {"PO0001", "REFSVO"}


@pytest.fixture(scope="module")
def rijen() -> list[dict[str, str]]:
    """The rows of postcodes.csv."""
    with (KENNIS / "geografie" / "postcodes.csv").open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand))


def _paren(rijen: list[dict[str, str]]) -> Iterator[tuple[str, str, str]]:
    for rij in rijen:
        for sector in ("po_swv", "vo_swv"):
            if rij[sector]:
                yield rij["pc4"], rij["gemeente"], rij[sector]


def test_elke_code_heeft_een_bestand_en_elk_bestand_een_postcode(kennis: Kennis, rijen: list[dict[str, str]]) -> None:
    """No door without a file, no file that no place leads to."""
    assert {code for _, _, code in _paren(rijen)} == set(kennis.samenwerkingsverbanden) - LANDELIJK


def test_elke_postcode_staat_in_het_bestand_van_zijn_verband(kennis: Kennis, rijen: list[dict[str, str]]) -> None:
    """Its gemeente as a whole, or the PC4 by name where the gemeente is split."""
    fout = []
    for pc4, gemeente, code in _paren(rijen):
        swv = kennis.samenwerkingsverbanden[code]
        if gemeente not in swv.gemeenten and pc4 not in swv.gemeenten_deels.get(gemeente, ()):
            fout.append(f"{pc4} {gemeente}: {code}")
    assert fout == []


def test_elke_gemeente_en_pc4_van_een_bestand_leidt_erheen(kennis: Kennis, rijen: list[dict[str, str]]) -> None:
    """The other way round: nothing in a file that the place files send elsewhere."""
    codes: dict[tuple[str, str], set[str]] = defaultdict(set)
    postcodes: dict[str, set[str]] = defaultdict(set)
    for pc4, gemeente, code in _paren(rijen):
        codes[gemeente, code[:2]].add(code)
        postcodes[pc4].add(code)
    fout = []
    for swv in kennis.samenwerkingsverbanden.values():
        fout += [f"{swv.code}: {g}" for g in swv.gemeenten if codes[g, swv.code[:2]] != {swv.code}]
        fout += [
            f"{swv.code}: {g} {p}"
            for g, deel in swv.gemeenten_deels.items()
            for p in deel
            if swv.code not in postcodes[p]
        ]
        fout += [f"{swv.code}: {g} is niet gesplitst" for g in swv.gemeenten_deels if len(codes[g, swv.code[:2]]) < 2]
    assert fout == []

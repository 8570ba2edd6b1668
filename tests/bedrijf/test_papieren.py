"""What docs/ says is shown by a test: that file is there, and the test in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wegwijzer.huis import projectmap

TESTS = projectmap() / "tests"
DOCUMENTEN = ("trust", "faults", "threat-model", "runbook", "dpia", "privacy-statement", "long-tests", "dependencies")
BESTAND = re.compile(r"(?:tests/)?(?:[\w-]+/)*test_\w+\.py(?:: ?(?:test_\w+…?))?")
LINK = re.compile(r"\]\(([\w./-]+\.md)(?:#([\w-]+))?\)")


def _tekst(naam: str) -> str:
    return (projectmap() / "docs" / f"{naam}.md").read_text(encoding="utf-8")


def _gevonden(genoemd: str) -> list[Path]:
    """A path from tests/ or the project, or a bare name from any folder of tests/ (each is there once)."""
    kaal = genoemd.removeprefix("tests/")
    return [TESTS / kaal] if (TESTS / kaal).is_file() else list(TESTS.rglob(kaal.rsplit("/", 1)[-1]))


@pytest.mark.parametrize("document", DOCUMENTEN)
def test_elke_genoemde_test_bestaat(document: str) -> None:
    tekst = _tekst(document)
    weg, aantal = [], 0
    for genoemd in BESTAND.findall(tekst):
        bestand, _, test = genoemd.partition(":")
        paden = _gevonden(bestand)
        aantal += 1
        naam = test.strip().rstrip("…")
        if not paden or (naam and not any(f"def {naam}" in p.read_text(encoding="utf-8") for p in paden)):
            weg.append(genoemd)
    assert weg == []
    assert aantal > 1 or document in ("privacy-statement", "dependencies", "long-tests")


@pytest.mark.parametrize("document", DOCUMENTEN)
def test_elke_link_in_docs_bestaat(document: str) -> None:
    weg = []
    for pad, kop in LINK.findall(_tekst(document)):
        doel = (projectmap() / "docs" / pad).resolve()
        koppen = re.findall(r"^#+ (.*)$", doel.read_text(encoding="utf-8"), re.MULTILINE) if doel.is_file() else []
        ankers = {re.sub(r"[^\w -]", "", k.lower()).replace(" ", "-") for k in koppen}
        if not doel.is_file() or (kop and kop not in ankers):
            weg.append(f"{pad}#{kop}")
    assert weg == []

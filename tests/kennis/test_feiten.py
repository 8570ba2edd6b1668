"""No fact without a source, no telephone number outside knowledge/organisaties and samenwerkingsverbanden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from wegwijzer.kennis.laad import bestanden, controleer, lees

PROJECT = Path(__file__).parents[2]
KENNIS = PROJECT / "knowledge"
FEITEN = ("contact", "feiten", "bijzonder", "bronnen", "afspraken", "initiatieven")
"""Lists whose items are facts, each with its own source."""
HERKOMST = {"bron", "gezien", "stand", "zekerheid"}
NUMMER = re.compile(
    r"(?<![\w.-])(?:\+31|0)(?:[ -]?\d){8,9}(?!\d)|(?<!\d)0[89]00[- ]?\d{4}|(?<![\w.,:/-])11[23](?![\w.,/-])"
)


def _wandel(waarde: Any, pad: str = "") -> Iterator[tuple[str, Any]]:
    yield pad, waarde
    for sleutel, kind in (
        waarde.items() if isinstance(waarde, dict) else enumerate(waarde) if isinstance(waarde, list) else ()
    ):
        yield from _wandel(kind, f"{pad}.{sleutel}")


def test_geen_feit_zonder_bron_en_dag() -> None:
    """Every contact, fact, agreement, initiative, law article and list of sources says where and when it was read."""
    geteld, zonder = 0, []
    for naam in bestanden(KENNIS):
        bestand, _ = lees(KENNIS, naam)
        assert bestand is not None
        for pad, waarde in _wandel(bestand.inhoud):
            deel = pad.rsplit(".", 2)
            if not isinstance(waarde, dict) or len(deel) < 2:
                continue
            artikel = naam.startswith("wetten/") and deel[-2] == "artikelen"
            if artikel or (deel[-2] in FEITEN and deel[-1].isdigit()):
                geteld += 1
                if not waarde.keys() >= HERKOMST:
                    zonder.append(f"{naam}{pad}")
    assert zonder == []
    assert geteld > 1400


def test_elk_bestand_noemt_een_bron() -> None:
    """Also what is no list of facts stands in a file with sources (small talk and the assistant's own words aside)."""
    gelezen, _ = controleer(KENNIS)
    zonder = [
        naam
        for naam, bestand in gelezen.items()
        if naam != "teksten.yml"
        and bestand.inhoud.get("urgentie", 0) < 7
        and not any("bron" in p for p, _ in _wandel(bestand.inhoud))
    ]
    assert zonder == []


CODE = sorted(
    p
    for patroon in (
        "wegwijzer/**/*.py",
        "actions/**/*.py",
        "*.yml",
        "data/**/*.yml",
        "scripts/*",
        "wegwijzer/**/*.json",
    )
    for p in PROJECT.glob(patroon)
    if p.is_file()
)


@pytest.mark.parametrize("pad", CODE, ids=lambda p: str(p.relative_to(PROJECT)))
def test_geen_telefoonnummer_in_de_code(pad: Path) -> None:
    """Numbers come from knowledge. Exceptions: the forms shown to editors, and the obviously made-up 1234567."""
    if pad.name in ("vormen.py",):
        pytest.skip("zegt hoe een nummer eruitziet")
    if pad.parent.name == "nood":
        pytest.skip("zinnen van ouders, die 112 en 113 noemen; niemand krijgt ze te lezen")
    regels = pad.read_text(encoding="utf-8").splitlines()
    treffers = [f"{n}: {r.strip()}" for n, r in enumerate(regels, 1) if NUMMER.search(r.replace("1234567", ""))]
    assert treffers == []


def test_telefoonnummers_staan_alleen_bij_contact() -> None:
    """In knowledge too: once, with its source. 112 and 113 are also names, and may be named."""
    vorm = re.compile(NUMMER.pattern.rsplit("|", 1)[0])
    fout = []
    for naam in bestanden(KENNIS):
        bestand, _ = lees(KENNIS, naam)
        assert bestand is not None
        for pad, waarde in _wandel(bestand.inhoud):
            mag = ".contact." in pad or "opmerking" in pad or ".bron" in pad or "vragen" in pad or "bijnamen" in pad
            if isinstance(waarde, str) and not mag and vorm.search(waarde):
                fout.append(f"{naam}{pad}: {waarde[:60]}")
    assert fout == []

"""The reference files: broken files give a message with file and line."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from wegwijzer.plaats import PlaatsFout, laad

GEOGRAFIE = Path(__file__).parents[2] / "knowledge" / "geografie"


@pytest.fixture
def kopie(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GEOGRAFIE, tmp_path / "geografie"))


def vervang(bestand: Path, regel: int, oud: str, nieuw: str) -> None:
    regels = bestand.read_text(encoding="utf-8").split("\n")
    assert oud in regels[regel - 1]
    regels[regel - 1] = regels[regel - 1].replace(oud, nieuw, 1)
    bestand.write_text("\n".join(regels), encoding="utf-8")


@pytest.mark.parametrize(
    ("bestand", "regel", "oud", "nieuw"),
    [
        ("postcodes.csv", 2, "1011", "101"),
        ("postcodes.csv", 2, "Amsterdam", "Amsterdaam"),
        ("postcodes.csv", 3, "PO2707", "PO27"),
        ("postcodes.csv", 3, "PO2707", "PO2707 PO2708"),
        ("postcodes.csv", 3, "hoog", "zeker"),
        ("plaatsen.csv", 2, "PO2202", "VO2202"),
        ("plaatsen.csv", 2, "Borger-Odoorn", "Borger"),
        ("plaatsen.csv", 2, "nee", "misschien"),
        ("gemeenten.csv", 2, "Drenthe", ""),
        ("gemeenten.csv", 2, ",Drenthe", ""),
        ("gemeenten.csv", 1, "naam", "name"),
        ("bijnamen.csv", 2, "https://github.com/nlextract/NLExtract", ""),
        ("bijnamen.csv", 2, "voormalige gemeente", "oud"),
    ],
)
def test_fout_noemt_bestand_en_regel(kopie: Path, bestand: str, regel: int, oud: str, nieuw: str) -> None:
    vervang(kopie / bestand, regel, oud, nieuw)
    with pytest.raises(PlaatsFout, match=rf"{bestand}, regel {regel}: "):
        laad(kopie)


def test_ontbrekend_en_onleesbaar_bestand(kopie: Path) -> None:
    (kopie / "bijnamen.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(PlaatsFout, match=r"bijnamen\.csv"):
        laad(kopie)
    (kopie / "bijnamen.csv").unlink()
    with pytest.raises(PlaatsFout, match=r"bijnamen\.csv"):
        laad(kopie)


def test_bijnamen_hebben_bron_en_datum() -> None:
    with (GEOGRAFIE / "bijnamen.csv").open(encoding="utf-8", newline="") as stroom:
        for rij in csv.DictReader(stroom):
            assert rij["bron"].startswith(("https://", "http://"))
            assert rij["gezien"] == "2026-11-22"


def test_bronvermelding() -> None:
    tekst = (GEOGRAFIE / "BRONNEN.md").read_text(encoding="utf-8")
    for deel in ("Centraal Bureau voor de Statistiek", "GeoNames", "CC BY 4.0", "BWBR0032324", "2026-11-22"):
        assert deel in tekst

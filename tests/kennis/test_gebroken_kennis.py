"""Every mistake an editor can make gives its own message: in Dutch, at the right place, with a remedy."""

from __future__ import annotations

from pathlib import Path

import pytest
from breuken import Breuk, alle

from wegwijzer.kennis.laad import controleer
from wegwijzer.kennis.model import TALEN

BREUKEN = alle()
ENGELS = {
    "expected",
    "not",
    "found",
    "while",
    "required",
    "property",
    "none",
    "the",
    "error",
    "invalid",
    "must",
    "true",
}
"""Words that show that a library speaks instead of us."""


def test_het_voorbeeld_zelf_is_in_orde(proef: Path) -> None:
    """Otherwise the tests below would show nothing."""
    assert [str(m) for m in controleer(proef)[1]] == []


def test_er_zijn_er_genoeg() -> None:
    """The contract asks for 25; each is another mistake."""
    assert len({b.naam for b in BREUKEN}) == len(BREUKEN) >= 90


@pytest.mark.parametrize("breuk", BREUKEN, ids=lambda b: b.naam)
def test_een_fout_geeft_een_eigen_melding(breuk: Breuk, proef: Path) -> None:
    """Exactly one message, for the mistake that was made."""
    regel = breuk.pas_toe(proef)
    meldingen = controleer(proef)[1]
    assert len(meldingen) == 1, "\n".join(map(str, meldingen))
    melding = meldingen[0]
    assert (melding.bestand, melding.regel, melding.veld) == (breuk.bestand, regel, breuk.veld), str(melding)
    assert breuk.wat in melding.wat
    assert breuk.herstel in melding.herstel
    assert not ENGELS & set(f"{melding.wat} {melding.herstel}".lower().split()), f"Engels in: {melding}"


def test_meer_fouten_tegelijk_geven_elk_hun_melding(proef: Path) -> None:
    """An editor sees all that is wrong within the files at once, in the order of files and lines."""
    for naam in ("typfout in veld", "in de toekomst", "telefoon", "kolom weg"):
        for breuk in BREUKEN:
            if breuk.naam == naam:
                breuk.pas_toe(proef)
    meldingen = controleer(proef)[1]
    assert {m.bestand for m in meldingen} >= {"onderwerpen/pesten.yml", "geografie/bijnamen.csv"}
    assert meldingen == sorted(meldingen)


def test_bestand_dat_ontbreekt(proef: Path) -> None:
    """The three single files are needed."""
    (proef / "pad.yml").unlink()
    [melding] = controleer(proef)[1]
    assert (melding.bestand, melding.regel) == ("pad.yml", 1)
    assert "ontbreekt" in melding.wat


def test_taal_die_ontbreekt(proef: Path) -> None:
    """All six languages are needed."""
    (proef / "talen" / "uk.yml").unlink()
    [melding] = controleer(proef)[1]
    assert (melding.bestand, melding.regel) == ("talen/uk.yml", 1)
    assert "ontbreekt" in melding.wat and "vertaal" in melding.herstel


@pytest.mark.parametrize(("soort", "rij"), [("vermist", "nood"), ("zorgvraag", "zorg")])
def test_nieuw_gevaar_vraagt_om_elke_taal(soort: str, rij: str, proef: Path) -> None:
    """A kind of danger that one language lacks would be answered with the wrong text there."""
    pad = proef / "noodhulp.yml"
    erbij = f"  {soort}:\n    tekst: Bel.\n    organisaties: [advieslijn]\nbronnen:"
    pad.write_text(pad.read_text(encoding="utf-8").replace("bronnen:", erbij, 1), encoding="utf-8")
    meldingen = controleer(proef)[1]
    assert [m.bestand for m in meldingen] == sorted(f"talen/{code}.yml" for code in TALEN)
    assert {m.veld for m in meldingen} == {f"{rij}.{soort}"}
    assert all(f"'{soort}' ontbreekt" in m.wat and f"{soort}: …" in m.herstel for m in meldingen)


def test_map_die_ontbreekt(tmp_path: Path) -> None:
    """A wrong folder is said, not raised."""
    [melding] = controleer(tmp_path / "nergens")[1]
    assert "bestaat niet" in melding.wat


def test_plaatsbestand_dat_ontbreekt(proef: Path) -> None:
    """Without gemeenten.csv there is one message, not one for every gemeente that is named."""
    (proef / "geografie" / "gemeenten.csv").unlink()
    [melding] = controleer(proef)[1]
    assert melding.bestand == "geografie/gemeenten.csv"
    assert "ontbreekt" in melding.wat

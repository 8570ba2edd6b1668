"""A file that cannot be read at all: every mistake has its own message, where the editor must look."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from breuken import Breuk

from wegwijzer.kennis.laad import controleer

TOPIC = "onderwerpen/pesten.yml"
BREUKEN = [
    Breuk("tab", TOPIC, "  - hij wordt", "\t- hij wordt", "hij wordt", "", "tab", "spaties"),
    Breuk("tab in veld", TOPIC, "stap: school", "\tstap: school", "stap: school", "", "tab", "spaties"),
    Breuk("geen dubbele punt", TOPIC, "titel: M", "titel M", "titel M", "", "dubbele punt", "'veld: waarde'"),
    Breuk("te veel dubbele punten", TOPIC, "doe_nu: V", "doe_nu: Let op: v", "doe_nu", "", "dubbele punt", "aanhalingstekens"),
    Breuk("open quote", TOPIC, "titel: M", 'titel: "M', "titel", "", "nergens wordt gesloten", "Sluit"),
    Breuk("quote in quotes", TOPIC, "titel: M", "titel: 'Foto's'\nx: M", "titel", "", "past niet bij", "inspringen"),
    Breuk("open lijst", TOPIC, "wet: [wpo/4b]", "wet: [wpo/4b", "wet:", "", "niet gesloten", "]"),
    Breuk("sterretje", TOPIC, "titel: M", "titel: *M", "titel", "", "sterretje", "aanhalingstekens"),
    Breuk("apenstaart", TOPIC, "titel: M", "titel: @M", "titel", "", "beginnen met", "aanhalingstekens"),
    Breuk("uitroepteken", TOPIC, "titel: M", "titel: !M", "titel", "", "uitroepteken", "aanhalingstekens"),
    Breuk("tweede document", TOPIC, "stap: school", "---\nstap: school", "---", "", "---", "Haal"),
    Breuk("dubbel veld", TOPIC, "stap: school", "stap: school\nstap: klacht", "stap: klacht", "stap", "twee keer", "één"),
    Breuk("anker", TOPIC, "urgentie: 4\nvoor: [po, vo]", "urgentie: &u 4\nvoor: *u", "&u", "", "verwijzing", "schrijf de waarde"),
    Breuk("geen UTF-8", TOPIC, None, b"id: pesten\ntitel: Caf\xe9\n", "titel", "", "UTF-8", "Sla"),
    Breuk("te groot", TOPIC, None, "x" * 1_000_001, "x", "", "1 MB", "kleinere"),
    Breuk("leeg", TOPIC, None, "# nog niets\n", "#", "", "leeg", "verwijder"),
    Breuk("alleen tekst", TOPIC, None, "Hallo\n", "Hallo", "", "moet een rijtje velden zijn", "velden"),
    Breuk("te diep", TOPIC, None, "id: " + "[" * 30 + "]" * 30 + "\n", "id", "", "te diep", "vlakker"),
]  # fmt: skip


@pytest.mark.parametrize("breuk", BREUKEN, ids=lambda b: b.naam)
def test_onleesbaar_bestand_geeft_eigen_melding(breuk: Breuk, geeft_melding: Callable[[Breuk], None]) -> None:
    """One message, at the line and with a remedy."""
    geeft_melding(breuk)


def test_bestand_dat_ontbreekt(proef: Path) -> None:
    """The three single files are needed."""
    (proef / "pad.yml").unlink()
    [melding] = controleer(proef)[1]
    assert (melding.bestand, melding.regel) == ("pad.yml", 1)
    assert "ontbreekt" in melding.wat


def test_map_die_ontbreekt(tmp_path: Path) -> None:
    """A wrong folder is said, not raised."""
    [melding] = controleer(tmp_path / "nergens")[1]
    assert "bestaat niet" in melding.wat

"""Reads one letter of `knowledge/brieven`: fields between two lines `---`, and below them the letter itself.

The letter becomes the field `tekst` of the same YamlBestand, so that all checks and line numbers work as elsewhere.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from wegwijzer.kennis import yaml_bestand
from wegwijzer.kennis.meldingen import Melding
from wegwijzer.kennis.yaml_bestand import YamlBestand

STREEP = "---"
TEKST = "tekst"


def lees(pad: Path, naam: str) -> tuple[YamlBestand | None, list[Melding]]:
    """Read `pad`; without the two lines, or with fields that are no YAML, messages instead of data."""
    tekst, meldingen = yaml_bestand.lees_tekst(pad, naam)
    if tekst is None:
        return None, meldingen
    regels = tekst.splitlines()
    if not regels or regels[0].rstrip() != STREEP:
        herstel = f"Begin het bestand met een regel {STREEP}, dan de velden, dan weer {STREEP}, dan de brief."
        return None, [Melding(naam, 1, "", f"De eerste regel is niet {STREEP}.", herstel)]
    einde = next((n for n, regel in enumerate(regels) if n and regel.rstrip() == STREEP), None)
    if einde is None:
        herstel = f"Zet tussen de velden en de brief een regel met alleen {STREEP}."
        return None, [Melding(naam, 1, "", f"De tweede regel {STREEP} ontbreekt.", herstel)]
    # An empty first line instead of `---` keeps the line numbers.
    bestand, meldingen = yaml_bestand.ontleed("\n".join(["", *regels[1:einde]]) + "\n", naam)
    if bestand is None or not isinstance(bestand.inhoud, dict):
        herstel = "Zet de velden (id, titel, …) tussen de twee regels met ---."
        return None, meldingen or [Melding(naam, 1, "", "Bovenaan staan geen velden.", herstel)]
    return _met_tekst(bestand, "\n".join(regels[einde + 1 :]).strip("\n"), _eerste_regel(regels, einde)), []


def _eerste_regel(regels: list[str], einde: int) -> int:
    """Index (from 0) of the letter's first line that is not empty; of the closing `---` where there is none."""
    return next((n for n in range(einde + 1, len(regels)) if regels[n].strip()), einde)


def _met_tekst(bestand: YamlBestand, tekst: str, regel: int) -> YamlBestand:
    """The same with a field `tekst` that stands on line `regel` (from 0)."""
    plek = yaml.Mark(bestand.naam, 0, regel, 0, None, 0)
    soort = "tag:yaml.org,2002:str"
    paren = list(bestand.knoop.value) if isinstance(bestand.knoop, yaml.MappingNode) else []
    paren.append((yaml.ScalarNode(soort, TEKST, plek, plek), yaml.ScalarNode(soort, tekst, plek, plek)))
    knoop = yaml.MappingNode("tag:yaml.org,2002:map", paren, plek, plek)
    if bestand.knoop is not None:
        knoop.start_mark = bestand.knoop.start_mark
    return YamlBestand(bestand.naam, {**bestand.inhoud, TEKST: tekst}, knoop)

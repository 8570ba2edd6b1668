"""What a knowledge file may name: the other files, gemeenten and law articles; and what to say of a wrong name."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wegwijzer.kennis.meldingen import Melding, lijkt_op
from wegwijzer.kennis.yaml_bestand import YamlBestand

Bestanden = dict[str, YamlBestand]
Pad = list[Any]

MELDING = {
    "organisatie": ("Organisatie '{}' bestaat niet.", "Kies een bestandsnaam uit knowledge/organisaties, zonder .yml."),
    "contact": (
        "Organisatie '{}' bestaat niet.",
        "Kies een bestandsnaam uit knowledge/organisaties, zonder .yml, of swv.",
    ),
    "onderwerp": ("Onderwerp '{}' bestaat niet.", "Kies een bestandsnaam uit knowledge/onderwerpen, zonder .yml."),
    "swv": ("Samenwerkingsverband '{}' bestaat niet.", "Kies een code uit knowledge/samenwerkingsverbanden."),
    "gemeente": ("Gemeente '{}' bestaat niet.", "Schrijf de naam zoals in geografie/gemeenten.csv (indeling 2026)."),
    "gebeurtenis": ("Gebeurtenis '{}' bestaat niet.", "Kies een id uit 'gebeurtenissen', bovenin dit bestand."),
    "artikel": (
        "Wetsartikel '{}' staat niet in knowledge/wetten.",
        "Schrijf bestand/artikel, als wpo/40. Of voeg het artikel daar toe, met de datum van de tekst die u las.",
    ),
}
"""Kind of name → what is wrong with `{}`, remedy."""


@dataclass(frozen=True)
class Namen:
    """Everything that a file may name. `telefoons`: organisation → whether it has a telephone number."""

    onderwerpen: frozenset[str]
    telefoons: dict[str, bool]
    verbanden: frozenset[str]
    artikelen: frozenset[str]
    gemeenten: frozenset[str]


def verzamel(gelezen: Bestanden, map_: Path) -> Namen:
    """All names in files that passed their schema; a file goes by its own name, whatever it says inside."""
    per_map: dict[str, dict[str, dict[str, Any]]] = {}
    for naam, bestand in gelezen.items():
        per_map.setdefault(naam.split("/")[0], {})[Path(naam).stem] = bestand.inhoud
    organisaties = per_map.get("organisaties", {})
    return Namen(
        frozenset(per_map.get("onderwerpen", {})),
        {naam: any(c["soort"] == "telefoon" for c in d["contact"]) for naam, d in organisaties.items()},
        frozenset(per_map.get("samenwerkingsverbanden", {})),
        frozenset(f"{naam}/{artikel}" for naam, d in per_map.get("wetten", {}).items() for artikel in d["artikelen"]),
        frozenset(_gemeenten(map_ / "geografie" / "gemeenten.csv")),
    )


def _gemeenten(pad: Path) -> Iterator[str]:
    try:
        with pad.open(encoding="utf-8", newline="") as bestand:
            yield from (rij.get("naam") or "" for rij in csv.DictReader(bestand))
    except (OSError, UnicodeDecodeError, csv.Error):  # geografie.controleer tells what is wrong with it
        return


def bekend(
    bestand: YamlBestand, pad: Pad, soort: str, genoemd: Iterable[str], alle: Iterable[str]
) -> Iterator[Melding]:
    """A message for each name in the list at `pad` that does not exist; `soort` a key of MELDING."""
    wat, herstel = MELDING[soort]
    keuzes = set(alle)
    if soort == "gemeente" and not keuzes:  # gemeenten.csv cannot be read, and geografie.controleer says so
        return
    for nummer, naam in enumerate(genoemd):
        if naam not in keuzes:
            yield bestand.fout([*pad, nummer], wat.format(naam), f"{lijkt_op(naam, keuzes)}{herstel}")

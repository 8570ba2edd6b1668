"""The lists that an editor looks through: what there is, where, and what is older than its term."""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from wegwijzer.bewerken.stukken import Soort, alle
from wegwijzer.kennis import versheid
from wegwijzer.kennis.laad import Bestanden
from wegwijzer.kennis.versheid import Versheid

LANDELIJK = "landelijk"
Feiten = dict[tuple[str, int | None], list[Versheid]]
"""File, and place in it where it holds more pieces → its facts that are older than their term."""


@dataclass(frozen=True)
class Regel:
    """One piece in a list. `verlopen`: how many of its facts are older than their term."""

    id: str
    titel: str
    onder: str
    provincies: tuple[str, ...]
    verlopen: int
    gesloten: bool
    zoek: str


def provincies(map_: Path) -> dict[str, str]:
    """Gemeente → its province, from geografie/gemeenten.csv; empty where that cannot be read."""
    try:
        with (map_ / "geografie" / "gemeenten.csv").open(encoding="utf-8", newline="") as bestand:
            return {rij["naam"]: rij["provincie"] for rij in csv.DictReader(bestand) if rij.get("provincie")}
    except (OSError, UnicodeDecodeError, csv.Error, KeyError):
        return {}


def verlopen(gelezen: Bestanden, vandaag: date) -> Feiten:
    """What is older than its term, by piece. The files must be in order."""
    uit: Feiten = defaultdict(list)
    for feit in versheid.feiten_van(gelezen):
        if feit.verlopen(vandaag):
            uit[feit.bestand, plek_van(feit)].append(feit)
    return uit


def plek_van(feit: Versheid) -> int | None:
    """The place of the initiative that a fact belongs to."""
    delen = feit.veld.split(".")
    return int(delen[1]) - 1 if delen[0] == "initiatieven" and len(delen) > 1 else None


def regels(soort: Soort, gelezen: Bestanden, oud: Feiten, streken: dict[str, str]) -> list[Regel]:
    """All pieces of one kind, by title."""
    uit = []
    for id_, bestand, plek, inhoud in alle(soort, gelezen):
        naam = str(inhoud.get("titel") or inhoud.get("naam") or inhoud.get("gebied") or id_)
        gezocht = json.dumps(inhoud, ensure_ascii=False).lower()
        waar = _provincies(soort, inhoud, gelezen[bestand].inhoud, streken)
        uit.append(
            Regel(
                id_,
                naam,
                _onder(soort, inhoud),
                tuple(sorted(waar)),
                len(oud.get((bestand, plek), ())),
                bool(inhoud.get("gesloten")),
                f"{id_} {gezocht} {' '.join(waar).lower()} {_cijfers(gezocht)}",
            )
        )
    return sorted(uit, key=lambda r: r.titel.lower())


def gekozen(alle_: Iterable[Regel], zoek: str, provincie: str, alleen_oud: bool) -> list[Regel]:
    """Those that hold every word of `zoek` (a telephone number in any spelling) and pass the other choices."""
    woorden = zoek.lower().split()
    nummer = re.sub(r"[\s-]", "", zoek)
    als_nummer = nummer if nummer.isdecimal() and len(nummer) >= 4 else ""
    return [
        r
        for r in alle_
        if (all(w in r.zoek for w in woorden) or (als_nummer and als_nummer in r.zoek))
        and (not provincie or provincie in r.provincies)
        and (not alleen_oud or r.verlopen)
    ]


def _onder(soort: Soort, inhoud: dict[str, Any]) -> str:
    if soort.naam == "onderwerp":
        return f"{len(inhoud.get('vragen') or ())} vragen"
    if soort.naam == "samenwerkingsverband":
        return str(inhoud.get("gebied") or "")
    return str(inhoud.get("gebied") or inhoud.get("plaats") or inhoud.get("bereik") or "")


def _provincies(soort: Soort, inhoud: dict[str, Any], heel: dict[str, Any], streken: dict[str, str]) -> set[str]:
    if soort.naam == "initiatief":
        return {str(heel.get("provincie") or "onbekend")}
    if soort.naam == "samenwerkingsverband":
        namen = [*(inhoud.get("gemeenten") or ()), *(inhoud.get("gemeenten_deels") or ())]
        return {streken[g] for g in namen if g in streken}
    if soort.naam == "organisatie":
        gebied = str(inhoud.get("gebied") or "")
        return {p for g, p in streken.items() if re.search(rf"\b{re.escape(g)}\b", gebied)} or {LANDELIJK}
    return set()


def _cijfers(tekst: str) -> str:
    """The telephone numbers in it, without spaces and hyphens."""
    return " ".join(re.sub(r"[\s-]", "", n) for n in re.findall(r"\b0[\d -]{5,14}\d", tekst))

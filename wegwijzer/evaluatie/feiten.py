"""Labelled messages: facts, places and danger found in them."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from wegwijzer.evaluatie.getallen import deel_van
from wegwijzer.gesprekspartner import Gesprekspartner
from wegwijzer.huis import houder, projectmap
from wegwijzer.plaats import vermeldingen
from wegwijzer.taal.feitenmerker import merk
from wegwijzer.taal.situatie import vondsten

VANDAAG = date(2026, 11, 22)
"""The day on which the labelled messages were written."""
FEITEN = ("leeftijd", "weken_thuis", "onderwijssoort", "stap_gedaan")


def _tests() -> Path:
    return projectmap() / "tests"


def feiten() -> dict[str, Any]:
    """Precision and recall by list and by fact, on the lists of tests/taal/gegevens that hold whole messages."""
    uit: dict[str, Any] = {}
    for pad in sorted((_tests() / "taal" / "gegevens").glob("berichten*.yml")):
        berichten = yaml.safe_load(pad.read_text(encoding="utf-8"))
        gevonden = [vondsten(b["tekst"], vandaag=VANDAAG, merken=merk(b["tekst"])) for b in berichten]
        for feit in FEITEN:
            uit[f"{pad.stem}: {feit}"] = _vergelijk(
                ({v.waarde for v in gelezen if v.entity == feit}, _verzameling(b.get(feit, [])))
                for b, gelezen in zip(berichten, gevonden, strict=True)
            )
    return uit


def plaatsen() -> dict[str, Any]:
    """Precision and recall of places on tests/plaats/gegevens/meting.csv."""
    alle = houder().haal().plaatsen
    with (_tests() / "plaats" / "gegevens" / "meting.csv").open(encoding="utf-8", newline="") as stroom:
        rijen = list(csv.DictReader(stroom, delimiter="|"))
    return _vergelijk(
        (
            {v.kandidaten[0].plaats or v.kandidaten[0].gemeente or "" for v in vermeldingen(rij["tekst"], alle)},
            {naam for naam in rij["plaatsen"].split(";") if naam},
        )
        for rij in rijen
    )


def gevaar(partner: Gesprekspartner, meld: Callable[[str], None] = print) -> dict[str, Any]:
    """Danger answered with its numbers, and false alarms on near misses, past gate and learned net, by list."""
    uit: dict[str, Any] = {}
    for pad in sorted((_tests() / "nood" / "gegevens").glob("*.yml")):
        inhoud = yaml.safe_load(pad.read_text(encoding="utf-8"))
        gevaarlijk = [zin for zinnen in inhoud["gevaar"].values() for zin in zinnen]
        meld(f"{len(gevaarlijk) + len(inhoud['bijna'])} zinnen van {pad.stem} worden gezegd…")
        raak = sum(_alarm(partner, zin) for zin in gevaarlijk)
        vals = sum(_alarm(partner, zin) for zin in inhoud["bijna"])
        uit[pad.stem] = {
            "gevonden": deel_van(raak, len(gevaarlijk)),
            "vals_alarm": deel_van(vals, len(inhoud["bijna"])),
        }
    return uit


def _alarm(partner: Gesprekspartner, zin: str) -> bool:
    gesprek = partner.begin()
    beurt = partner.zeg(gesprek, zin)
    partner.vergeet(gesprek)
    return bool(beurt["topic"] == "nood")


def _verzameling(waarde: Any) -> set[Any]:
    return set(waarde) if isinstance(waarde, list) else {waarde}


def _vergelijk(paren: Iterable[tuple[set[Any], set[Any]]]) -> dict[str, Any]:
    goed = gevonden = verwacht = 0
    for zien, moet in paren:
        goed += len(zien & moet)
        gevonden += len(zien)
        verwacht += len(moet)
    return {"precisie": deel_van(goed, gevonden), "bereik": deel_van(goed, verwacht)}

"""One Redacteur for all tests, with the names that the knowledge itself uses."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import yaml

from wegwijzer.redactie import Redacteur

KENNIS = Path(__file__).parents[2] / "knowledge"


def _namen() -> set[str]:
    namen: set[str] = set()
    for bestand, kolommen in (("plaatsen", ("woonplaats", "naam", "gemeente", "provincie")), ("bijnamen", ("alias",))):
        with (KENNIS / "geografie" / f"{bestand}.csv").open(encoding="utf-8", newline="") as regels:
            namen.update(rij[kolom] for rij in csv.DictReader(regels) for kolom in kolommen)
    for map_ in ("organisaties", "samenwerkingsverbanden"):
        for pad in (KENNIS / map_).glob("*.yml"):
            inhoud = yaml.safe_load(pad.read_text(encoding="utf-8"))
            namen.update(
                (inhoud.get(sleutel) or "" for sleutel in ("naam", "naam_voluit", "kort")), inhoud.get("bijnamen") or []
            )
    return namen - {""}


@pytest.fixture(scope="session")
def redacteur() -> Redacteur:
    return Redacteur(_namen())

"""Measured on sentences to which the recognition was not tuned."""

from __future__ import annotations

import csv
from pathlib import Path

from wegwijzer.plaats import Plaatsen, vermeldingen

METING = Path(__file__).parent / "gegevens" / "meting.csv"


def meet(plaatsen: Plaatsen) -> tuple[float, float, list[tuple[str, set[str], set[str]]]]:
    """Gives precision, recall and the sentences that go wrong."""
    raak = gevonden = verwacht = 0
    mis = []
    with METING.open(encoding="utf-8", newline="") as stroom:
        for rij in csv.DictReader(stroom, delimiter="|"):
            goed = {naam for naam in rij["plaatsen"].split(";") if naam}
            zien = {
                (v.kandidaten[0].plaats or v.kandidaten[0].gemeente or "") for v in vermeldingen(rij["tekst"], plaatsen)
            }
            raak, gevonden, verwacht = raak + len(goed & zien), gevonden + len(zien), verwacht + len(goed)
            if goed != zien:
                mis.append((rij["tekst"], goed, zien))
    return raak / gevonden, raak / verwacht, mis


def test_meting(plaatsen: Plaatsen) -> None:
    precisie, dekking, mis = meet(plaatsen)
    assert precisie >= 0.95, mis
    assert dekking >= 0.95, mis

"""Precision and recall of the findings on whole messages that were written after the patterns.

First measurement (127 messages, before anything was changed because of them), precision / recall:
leeftijd .99/.91, weken_thuis .94/.91, onderwijssoort .96/.89, richting 1/1 (4 only), stap_gedaan .92/.73,
situatie .97/.79, kind .98/.93, doelgroep 1/.94, datum 1/1 (11 only). The floors below lie just under these.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from wegwijzer.taal.situatie import vondsten

VANDAAG = date(2026, 11, 22)
BERICHTEN: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "gegevens" / "berichten.yml").read_text(encoding="utf-8")
)
ONDERGRENS = {
    "leeftijd": (0.97, 0.90),
    "weken_thuis": (0.92, 0.90),
    "onderwijssoort": (0.95, 0.88),
    "richting": (0.99, 0.99),
    "stap_gedaan": (0.91, 0.71),
    "situatie": (0.96, 0.77),
    "kind": (0.96, 0.92),
    "doelgroep": (0.97, 0.92),
    "datum": (0.97, 0.97),
}


def _verwacht(bericht: dict[str, Any], soort: str) -> set[Any]:
    waarde = bericht.get(soort, [])
    return set(waarde) if isinstance(waarde, list) else {waarde}


def test_er_zijn_genoeg_verschillende_berichten() -> None:
    assert len({b["tekst"] for b in BERICHTEN}) >= 120


@pytest.mark.parametrize("soort", list(ONDERGRENS))
def test_precisie_en_bereik(soort: str) -> None:
    goed = teveel = gemist = 0
    for bericht in BERICHTEN:
        gevonden = {v.waarde for v in vondsten(bericht["tekst"], vandaag=VANDAAG) if v.entity == soort}
        verwacht = _verwacht(bericht, soort)
        goed += len(gevonden & verwacht)
        teveel += len(gevonden - verwacht)
        gemist += len(verwacht - gevonden)
    precisie, bereik = ONDERGRENS[soort]
    assert goed / (goed + teveel) >= precisie
    assert goed / (goed + gemist) >= bereik

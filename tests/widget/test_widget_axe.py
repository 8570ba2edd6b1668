"""No violations by axe-core, in ten states at three widths in both themes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from nepkanaal import Kanaal
from ouder import Ouder

REGELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
KEUZE = {"runOnly": {"type": "tag", "values": REGELS}, "resultTypes": ["violations"]}
"""Only what is wrong comes back whole: what is right would cost twice the time of looking."""


def _schoon(ouder: Ouder, staat: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    ouder.rust()
    uitkomst = Axe().run(ouder.pagina, options=KEUZE)
    fouten = [
        f"{regel['id']}: {plek['target']} {plek.get('failureSummary', '')}"
        for regel in uitkomst.response["violations"]
        for plek in regel["nodes"]
    ]
    assert fouten == [], f"{staat}: {fouten}"


@pytest.mark.parametrize(
    ("breed", "thema"),
    [
        (1280, "light"),
        (390, "dark"),
        (320, "light"),
        *(pytest.param(b, t, marks=pytest.mark.lang) for b, t in ((1280, "dark"), (390, "light"), (320, "dark"))),
    ],
)
def test_axe(breed: int, thema: str, kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    hoog = 900 if breed > 640 else 780
    ouder: Any = bezoek(f"{kanaal.adres}/", breed, hoog, thema, breed < 640, bypass_csp=True)
    _schoon(ouder, "dicht")
    ouder.open()
    _schoon(ouder, "open")
    kanaal.mag.clear()
    ouder.typ("knoppen")
    ouder.wacht("w.querySelector('.typt')")
    _schoon(ouder, "schrijft")
    kanaal.mag.set()
    ouder.wacht("w.querySelector('.keuzes') && !w.querySelector('.typt')")
    _schoon(ouder, "antwoorden")
    ouder.zeg("kaart")
    ouder.js("w.querySelectorAll('details').forEach((d) => d.open = true)")
    _schoon(ouder, "kaart")
    ouder.zeg("stap")
    ouder.zeg("termijn")
    _schoon(ouder, "voortgang")
    kanaal.weg = True
    ouder.typ("hoort u mij")
    ouder.wacht("w.querySelector('.staat')")
    _schoon(ouder, "offline")
    kanaal.weg = False
    ouder.wacht("!w.querySelector('.staat') && !w.querySelector('.typt')")
    ouder.meer("Opnieuw beginnen")
    _schoon(ouder, "bevestigen")
    ouder.pagina.keyboard.press("Escape")
    ouder.meer("Een mens spreken")
    _schoon(ouder, "mens")
    ouder.pagina.keyboard.press("Escape")
    ouder.zeg("lang")
    _schoon(ouder, "lang antwoord")
    ouder.pagina.reload()
    ouder.wacht("w.querySelectorAll('.bericht').length > 5")
    _schoon(ouder, "hersteld")


@pytest.mark.parametrize(("pad", "thema"), [("/chat", "dark"), ("/chat?inline=1", "light")])
def test_axe_op_de_pagina(pad: str, thema: str, kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}{pad}", 390, 780, thema, bypass_csp=True)
    ouder.wacht("w.querySelector('.bericht')")
    ouder.zeg("kaart")
    ouder.zeg("plan")
    ouder.zeg("brief")
    _schoon(ouder, pad)

"""The helpdesk in a real browser: pages at two widths, light and dark, and what axe-core says of them."""

from __future__ import annotations

from typing import Any

import pytest

REGELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
KEUZE = {"runOnly": {"type": "tag", "values": REGELS}, "resultTypes": ["violations"]}
"""Only what is wrong comes back whole: what is right would cost twice the time of looking."""
BREEDTES = (1280, 390)
BREED = [
    (1280, "light"),
    (390, "dark"),
    *(pytest.param(breed, thema, marks=pytest.mark.lang) for breed, thema in ((1280, "dark"), (390, "light"))),
]
"""Widths with light and dark: two pairs in every run, the other two in the long one."""


def schoon(pagina: Any, staat: str) -> None:
    """No violations by axe-core, and nothing that makes the page itself scroll sideways.

    The context must have been made with `bypass_csp=True`: axe is put into the page.
    """
    from axe_playwright_python.sync_playwright import Axe

    uitkomst = Axe().run(pagina, options=KEUZE)
    fouten = [
        f"{regel['id']}: {plek['target']} {plek.get('failureSummary', '')}"
        for regel in uitkomst.response["violations"]
        for plek in regel["nodes"]
    ]
    assert fouten == [], f"{staat}: {fouten}"
    te_breed = pagina.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert te_breed <= 0, f"{staat}: {te_breed} px te breed"


def klachten(pagina: Any) -> list[str]:
    """What the browser complains about from now on: errors, refused styles and scripts, failed requests."""
    gehoord: list[str] = []
    pagina.on("console", lambda m: gehoord.append(f"{m.text} {m.location}") if m.type in ("error", "warning") else None)
    pagina.on("pageerror", lambda fout: gehoord.append(str(fout)))
    pagina.on("requestfailed", lambda verzoek: gehoord.append(verzoek.url))
    return gehoord

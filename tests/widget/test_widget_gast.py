"""A host page cannot break the widget, and the widget does not change the host page."""

from __future__ import annotations

from collections.abc import Callable

from nepkanaal import Kanaal, gastheer
from ouder import Ouder

INHOUD = (
    "<main><h1>Gast</h1>"
    + "<p>Een gewone alinea met <a href='#x'>een link</a> en <button>een knop</button>.</p>" * 30
    + "</main>"
)
VIJANDIG = """
* { all: unset !important; display: block !important; color: red !important; font: 40px cursive !important;
    position: static !important; margin: 30px !important; transform: rotate(3deg) !important;
    visibility: hidden !important; text-transform: uppercase !important; letter-spacing: 1em !important;
    line-height: 4 !important; direction: rtl !important; }
html { font-size: 5px !important; }
wegwijzer-chat, section, dialog, button, textarea {
    display: none !important; opacity: 0 !important; width: 1px !important; z-index: -1 !important; }
body { filter: blur(2px) !important; }
"""
KNOP = "--nl-button-primary-background-color"
UTRECHT = "--utrecht-button-primary-action-background-color"


def _gast(kanaal: Kanaal, stijl: str = "", met: bool = True, attributen: str = "") -> str:
    script = f'<script src="{kanaal.adres}/widget/v1/wegwijzer.js" {attributen} defer></script>' if met else ""
    kop = f"<title>Gast</title><style>{stijl}</style>{script}"
    return f"<!doctype html><html lang=nl><head>{kop}</head><body>{INHOUD}</body></html>"


def test_vijandige_opmaak_deert_niet(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    maten = []
    for stijl in ("", VIJANDIG):
        with gastheer(_gast(kanaal, stijl)) as gast:
            ouder = bezoek(gast)
            ouder.open()
            ouder.zeg("kaart")
            maten.append(ouder.js("meten.uiterlijk(w)"))
            assert ouder.js("w.elementFromPoint(innerWidth - 200, innerHeight - 200)?.getRootNode() === w") is True
    assert maten[0] == maten[1]


def test_de_gastpagina_blijft_zoals_zij_was(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    """Not one pixel differs where the widget does not stand, nor does anything move, open or closed."""
    beelden = {}
    for naam, met in (("zonder", False), ("met", True)):
        with gastheer(_gast(kanaal, met=met)) as gast:
            ouder = bezoek(gast) if met else None
            if ouder is None:
                ouder = bezoek(f"{kanaal.adres}/")
                ouder.pagina.goto(gast)
            vak = {"x": 0, "y": 0, "width": 740, "height": 900}
            beelden[naam] = [ouder.pagina.screenshot(clip=vak)]
            boom = (
                "() => document.querySelector('main').outerHTML"
                " + getComputedStyle(document.body).cssText + document.body.scrollHeight"
            )
            beelden[naam].append(ouder.pagina.evaluate(boom))
            if met:
                ouder.open()
                ouder.zeg("kaart")
                assert ouder.pagina.screenshot(clip=vak) == beelden["met"][0]
                assert ouder.pagina.evaluate(boom) == beelden["met"][1]
    assert beelden["zonder"] == beelden["met"]


def test_wat_een_site_kan_instellen(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    stijl = (
        "html { --nl-button-primary-background-color: rgb(120, 0, 60); --nl-button-primary-color: rgb(255, 255, 250); }"
    )
    with gastheer(
        _gast(kanaal, stijl, attributen='data-plaats="links" data-tekst="Stel uw vraag" data-thema="licht"')
    ) as gast:
        ouder = bezoek(gast, thema="dark")
        assert ouder.js("w.querySelector('.start').innerText.includes('Stel uw vraag')")
        assert ouder.js("w.querySelector('.start').getBoundingClientRect().left") < 100
        ouder.open()
        kleur = (
            "(() => { const s = getComputedStyle(w.querySelector('.vol')); return [s.backgroundColor, s.color]; })()"
        )
        assert ouder.js(kleur) == ["rgb(120, 0, 60)", "rgb(255, 255, 250)"]
        assert ouder.js("getComputedStyle(w.querySelector('section')).colorScheme") == "light"


def test_eigen_namen_gaan_voor(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    stijl = (
        f"html {{ {UTRECHT}: rgb(1, 1, 1); {KNOP}: rgb(2, 2, 2); }}"
        " wegwijzer-chat { --wegwijzer-accent: rgb(3, 3, 3); }"
    )
    with gastheer(_gast(kanaal, stijl)) as gast:
        ouder = bezoek(gast)
        ouder.open()
        assert ouder.js("getComputedStyle(w.querySelector('.vol')).backgroundColor") == "rgb(3, 3, 3)"

"""Small screens, large letters, wide spacing, less motion, forced colours, targets and contrast."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from nepkanaal import Kanaal
from ouder import Ouder


def _vol(ouder: Ouder) -> None:
    for woord in ("stap", "kaart", "termijn", "plan", "brief"):
        ouder.zeg(woord)


def test_320_bij_256(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    """1280 by 1024 at 400 %: nothing sideways, and composer and conversation both in view."""
    for pad in ("/", "/chat"):
        ouder = bezoek(f"{kanaal.adres}{pad}", 320, 256)
        ouder.open() if pad == "/" else ouder.wacht("w.querySelector('.bericht')")
        _vol(ouder)
        assert ouder.pagina.evaluate("() => document.documentElement.scrollWidth") <= 320
        assert ouder.js("w.querySelector('.rol').scrollWidth <= w.querySelector('.rol').clientWidth")
        assert ouder.js("meten.afgeknipt(w)") == []
        veld = ouder.js(
            "(() => { const r = w.querySelector('#tekst').getBoundingClientRect(); return [r.top, r.bottom]; })()"
        )
        assert veld[0] >= 0 and veld[1] <= 256
        assert ouder.js("w.querySelector('.rol').clientHeight") >= 80
        for laag in ("Opnieuw beginnen", "Een mens spreken"):
            ouder.meer(laag)
            assert ouder.js("w.querySelector('.laag').scrollWidth <= w.querySelector('.laag').clientWidth")
            ouder.pagina.keyboard.press("Escape")


@pytest.mark.parametrize(("breed", "hoog"), [(640, 450), (390, 780), (320, 640)])
def test_groot_en_ruim(breed: int, hoog: int, kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    """200 % zoom and the spacing of WCAG 1.4.12: composer and last message stay in view, nothing is cut off."""
    ouder = bezoek(f"{kanaal.adres}/", breed, hoog)
    ouder.open()
    ouder.js("meten.ruimer(w)")
    _vol(ouder)
    ouder.zeg("hallo")
    assert ouder.js("meten.afgeknipt(w)") == []
    assert ouder.pagina.evaluate("() => document.documentElement.scrollWidth") <= breed
    assert ouder.js("meten.inZicht(w)") is True


def test_grote_letters_in_de_browser(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    """Who set the letters of the browser to twice the size gets them here too; a site cannot shrink them."""
    ouder = bezoek(f"{kanaal.adres}/", 1280, 900)
    ouder.open()
    for maat, verwacht in (("32px", 32), ("10px", 16)):
        ouder.pagina.evaluate("(m) => { document.documentElement.style.fontSize = m; }", maat)
        assert float(ouder.js("getComputedStyle(w.querySelector('#tekst')).fontSize").removesuffix("px")) == verwacht
    ouder.pagina.evaluate("() => { document.documentElement.style.fontSize = '32px'; }")
    assert ouder.js("w.querySelector('dialog').getBoundingClientRect().left") >= 0


def test_minder_beweging(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    for voorkeur, verwacht in (("reduce", 0), ("no-preference", 3)):
        ouder = bezoek(f"{kanaal.adres}/", reduced_motion=voorkeur)
        ouder.open()
        kanaal.mag.clear()
        ouder.typ("hallo")
        ouder.wacht("w.querySelector('.typt')")
        lopend = (
            "w.querySelector('dialog').getAnimations({ subtree: true }).filter((a) => a.playState === 'running').length"
        )
        ouder.wacht(f"{lopend} === {verwacht}")  # the panel itself may still be moving
        assert "schrijft" in ouder.js("w.querySelector('.typt').innerText")


def test_gedwongen_kleuren(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/", forced_colors="active")
    ouder.open()
    ouder.zeg("stap")
    randen = ouder.js(
        "[...w.querySelectorAll('.tekst, .keuzes button, textarea, .vol, .kop > button')]"
        ".map((e) => getComputedStyle(e)).map((s) => s.borderTopWidth + s.borderTopStyle)"
    )
    assert all(rand not in ("0pxnone", "0pxsolid") for rand in randen), randen
    assert ouder.js("getComputedStyle(w.querySelector('.klaar circle')).fill") != ouder.js(
        "getComputedStyle(w.querySelector('.straks circle')).fill"
    )


@pytest.mark.parametrize(("breed", "telefoon"), [(1280, False), (320, True)])
def test_knoppen_zijn_groot_genoeg(breed: int, telefoon: bool, kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/", breed, 780, telefoon=telefoon)
    ouder.open()
    _vol(ouder)
    ouder.pagina.locator("#meer").click()
    maten = ouder.js("meten.doelen(w)")
    assert [m for m in maten if min(m[2:]) < 24] == []
    gewoon = [m for m in maten if m[0] in ("BUTTON", "TEXTAREA", "vol", "rond", "start")]
    assert len(gewoon) >= 8
    assert [m for m in gewoon if min(m[2:]) < 44] == []


@pytest.mark.parametrize("thema", ["light", "dark"])
def test_contrast(thema: str, kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/", thema=thema)
    ouder.open()
    _vol(ouder)
    ouder.js("w.querySelectorAll('details').forEach((d) => d.open = true)")
    ouder.zeg("knoppen")
    assert min(ouder.js("meten.randen(w)")) >= 3
    ouder.pagina.context.set_offline(True)
    ouder.typ("hallo")
    ouder.wacht("w.querySelector('.melding p')")
    ouder.pagina.locator("#meer").click()
    gemeten = ouder.js("meten.contrast(w)")
    assert len(gemeten) > 40
    assert [m for m in gemeten if m[0] < 4.5] == []
    assert [m for m in gemeten if m[0] < 7] == []

"""Strict Content-Security-Policy, Trusted Types, no other origin, no cookies, and text that stays text."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from nepberichten import INJECTIE
from nepkanaal import Kanaal, gastheer
from ouder import Ouder

DRUK = "window.print = function () { (window.top.gedrukt ??= []).push(document.documentElement.outerHTML); };"


def _alles(ouder: Ouder) -> None:
    """A conversation that draws everything there is."""
    ouder.open() if ouder.js("!!w.querySelector('.start')") else ouder.wacht("w.querySelector('.bericht')")
    for woord in ("knoppen", "kaart", "stap", "termijn", "plan", "brief", "lang", "arabisch", "injectie"):
        ouder.zeg(woord)
    ouder.js("w.querySelectorAll('details').forEach((d) => d.open = true)")
    ouder.pagina.get_by_role("button", name="Plan printen").first.click()
    ouder.pagina.wait_for_function("() => window.gedrukt?.length")
    for laag in ("Een mens spreken", "Opnieuw beginnen"):
        ouder.meer(laag)
        ouder.pagina.keyboard.press("Escape")
    ouder.rust()


def test_de_eigen_pagina_onder_strenge_regels(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/chat")
    ouder.pagina.add_init_script(DRUK)
    ouder.ga(f"{kanaal.adres}/chat")
    _alles(ouder)
    assert ouder.pagina.evaluate("() => window.overtredingen") == []
    assert ouder.fouten == []
    assert {f"{d.scheme}://{d.netloc}" for d in map(urlsplit, ouder.verzoeken) if d.scheme != "blob"} == {kanaal.adres}


@pytest.mark.parametrize("beleid", ["zonder naam", "met naam"])
def test_een_vreemde_site_met_strenge_regels(beleid: str, kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    csp = (
        f"default-src 'none'; script-src {kanaal.adres}; connect-src {kanaal.adres}; style-src 'self'; "
        "require-trusted-types-for 'script'"
    )
    csp += "; trusted-types lit-html" if beleid == "met naam" else ""
    script = f'<script src="{kanaal.adres}/widget/v1/wegwijzer.js" defer></script>'
    pagina = f'<!doctype html><html lang="nl"><title>Gast</title><h1>Gast</h1>{script}'
    with gastheer(pagina, {"Content-Security-Policy": csp}) as gast:
        ouder = bezoek(gast)
        ouder.pagina.add_init_script(DRUK)
        ouder.ga(gast)
        _alles(ouder)
        assert ouder.pagina.evaluate("() => window.overtredingen") == []
        assert ouder.fouten == []
        eigen = {f"{d.scheme}://{d.netloc}" for d in map(urlsplit, ouder.verzoeken) if d.scheme != "blob"}
        assert eigen == {kanaal.adres, gast}
        assert [v for v in ouder.verzoeken if v.startswith(gast)] in ([f"{gast}/"], [f"{gast}/"] * 2)
        assert ouder.pagina.context.cookies() == []
        assert ouder.pagina.evaluate("() => [document.cookie, localStorage.length, Object.keys(sessionStorage)]") == [
            "", 0, ["wegwijzer"],
        ]  # fmt: skip
        assert ouder.pagina.evaluate("() => sessionStorage.wegwijzer").count("injectie") == 0


def test_tekst_blijft_tekst(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    """Also without the help of a Content-Security-Policy."""
    kanaal.csp = "default-src * 'unsafe-inline' 'unsafe-eval' data: blob:"
    ouder = bezoek(f"{kanaal.adres}/")
    ouder.open()
    ouder.zeg("injectie")
    ouder.zeg('<img src=x onerror="window.gehackt=30">')
    ouder.js("w.querySelectorAll('details').forEach((d) => d.open = true)")
    ouder.pagina.wait_for_timeout(300)
    assert ouder.pagina.evaluate("() => window.gehackt") is None
    assert (
        ouder.js("w.querySelectorAll('img, script, iframe, [onerror], [onload], [onclick], [onmouseover]').length") == 0
    )
    assert (
        ouder.js("[...w.querySelectorAll('a')].map((a) => a.protocol).filter((p) => !/^(https?|tel|mailto):$/.test(p))")
        == []
    )
    assert INJECTIE.replace("https://x.example/", "x.example") in ouder.js(
        "[...w.querySelectorAll('.tekst')].map((t) => t.textContent)"
    )
    assert '<img src=x onerror="window.gehackt=30">' in ouder.js(
        "[...w.querySelectorAll('.ouder .tekst')].map((t) => t.textContent)"
    )
    for a in ouder.js("[...w.querySelectorAll('a[target]')].map((a) => a.rel)"):
        assert "noopener" in a and "noreferrer" in a


@pytest.mark.parametrize(
    ("tekst", "links"),
    [
        ("Bel 088-605 01 01.", ["tel:0886050101"]),
        ("Bel 0800-2000, 113 of 112!", ["tel:08002000", "tel:113", "tel:112"]),
        ("06 12345678 of +31 10 1234567", ["tel:0612345678", "tel:+31101234567"]),
        ("Kijk op www.voorbeeld.example/a?b=1&c=2.", ["https://www.voorbeeld.example/a?b=1&c=2"]),
        ("(https://voorbeeld.example/pad)", ["https://voorbeeld.example/pad"]),
        ("mail hulp@voorbeeld.example, nu", ["mailto:hulp@voorbeeld.example"]),
        ("op 2026-11-22 om 09:30, artikel 8.13 lid 2, 1.112 euro, NL00BANK0123456789", []),
        ("javascript:alert(1) data:text/html,x ftp://x.example //x.example vbscript:x", []),
        ("https://" + "a" * 3000, None),
        ("a" * 20_000 + "@", []),
    ],
)  # fmt: skip
def test_links(tekst: str, links: list[str] | None, kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/")
    ouder.open()
    ouder.zeg(tekst)
    gevonden = ouder.js(
        "[...[...w.querySelectorAll('.ouder')].at(-1).querySelectorAll('a')].map((a) => a.getAttribute('href'))"
    )
    assert links is None or gevonden == links

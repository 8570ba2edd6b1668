"""The plan on paper, as a file and in a calendar: a clean document, without the chat around it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from nepkanaal import Kanaal
from ouder import Ouder

DRUK = """window.print = function () {
  (window.top.gedrukt ??= []).push({
    tekst: document.body.innerText,
    titel: document.title,
    taal: document.documentElement.lang,
    kop: getComputedStyle(document.querySelector('h1')).color,
    actief: document.querySelectorAll('script, [onload], [onerror], iframe, form, img').length,
    zelf: window === window.top,
  });
  window.onafterprint?.();
};"""


@pytest.mark.parametrize("pad", ["/", "/chat"])
def test_printen(pad: str, kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}{pad}")
    ouder.pagina.add_init_script(DRUK)
    ouder.ga(f"{kanaal.adres}{pad}")
    ouder.open() if pad == "/" else ouder.wacht("w.querySelector('.bericht')")
    ouder.zeg("plan")
    ouder.meer("Plan printen")
    ouder.pagina.wait_for_function("() => window.gedrukt?.length")
    [blad] = ouder.pagina.evaluate("() => window.gedrukt")
    assert blad["zelf"] is False
    assert blad["titel"] == "Uw stappenplan"
    assert blad["taal"] == "nl"
    assert blad["actief"] == 0
    assert blad["kop"] == "rgb(1, 2, 3)", "de opmaak van het document gaat mee"
    for woorden in ("Gemaakt op 22 november 2026", "Praat met de school", "010-000 00 00", "uiterlijk 4 januari 2027"):
        assert woorden in blad["tekst"]
    assert "Wegwijzer schrijft" not in blad["tekst"] and "Verstuur" not in blad["tekst"]
    ouder.pagina.wait_for_function("() => !document.querySelector('wegwijzer-chat').shadowRoot.querySelector('iframe')")
    assert ouder.pagina.evaluate("() => window.gehackt") is None
    assert ouder.pagina.evaluate("() => window.overtredingen") == []


def test_bewaren(kanaal: Kanaal, bezoek: Callable[..., Ouder], tmp_path: Path) -> None:
    ouder = bezoek(f"{kanaal.adres}/")
    ouder.open()
    ouder.zeg("plan")
    with ouder.pagina.expect_download() as wacht:
        ouder.meer("Plan bewaren")
    assert wacht.value.suggested_filename == "stappenplan.html"
    wacht.value.save_as(tmp_path / "plan.html")
    tekst = (tmp_path / "plan.html").read_text(encoding="utf-8")
    assert tekst.startswith("<!doctype html>")
    assert 'charset="utf-8"' in tekst and "rgb(1, 2, 3)" in tekst and "010-000 00 00" in tekst
    ouder.pagina.goto((tmp_path / "plan.html").as_uri())
    assert "Bel het steunpunt" in ouder.pagina.inner_text("body")


def test_agenda(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/")
    ouder.open()
    ouder.zeg("plan")
    with ouder.pagina.expect_download() as wacht:
        ouder.pagina.locator(".kaart").get_by_role("button", name="Zet in mijn agenda").click()
    assert wacht.value.suggested_filename == "stappenplan.ics"


def test_een_brief(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/")
    ouder.open()
    ouder.zeg("brief")
    with ouder.pagina.expect_download() as wacht:
        ouder.pagina.get_by_role("button", name="Bewaar").click()
    assert wacht.value.suggested_filename == "Vraag om een gesprek.txt"


def test_een_plan_dat_niet_te_halen_is(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/")
    ouder.open()
    ouder.zeg("hallo")
    kanaal.weg = True
    ouder.meer("Plan printen")
    ouder.wacht("w.querySelector('.melding').innerText.includes('niet gelukt')")
    assert ouder.js("!!w.querySelector('iframe')") is False

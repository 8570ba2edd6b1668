"""The whole conversation by keyboard, and the focus never lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from nepkanaal import Kanaal
from ouder import Ouder


def test_het_hele_gesprek_met_het_toetsenbord(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/")
    toets = ouder.pagina.keyboard
    ouder.tab("start", 15)
    toets.press("Enter")
    ouder.wacht("w.querySelector('.keuzes')")
    assert "TEXTAREA" in ouder.focus()
    toets.type("een")
    toets.press("Shift+Enter")
    toets.type("twee")
    assert ouder.js("w.querySelector('#tekst').value") == "een\ntwee"
    toets.press("Control+A")
    toets.type("stap")
    toets.press("Enter")
    ouder.wacht("w.querySelectorAll('.keuzes button').length === 3")
    assert "TEXTAREA" in ouder.focus()
    assert ouder.js("w.querySelector('#tekst').value") == ""
    assert ouder.tab("Nog niet gedaan", 3, "Shift+Tab") <= 3
    toets.press("Space")
    ouder.wacht("[...w.querySelectorAll('.bot')].at(-1).innerText.includes('knop k-')")
    assert "TEXTAREA" in ouder.focus()
    assert kanaal.teksten() == ["stap", "Nog niet gedaan"]
    toets.press("Escape")
    ouder.wacht("!w.querySelector('dialog').matches(':popover-open')")
    assert "start" in ouder.focus()
    toets.press("Space")
    ouder.wacht("w.querySelector('dialog').matches(':popover-open')")
    assert ouder.teksten()[-1].startswith("Ik hoorde")


def test_op_een_groot_scherm_loopt_tab_het_paneel_uit(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/")
    ouder.open()
    gezien = []
    for _ in range(25):
        ouder.pagina.keyboard.press("Tab")
        gezien.append(ouder.focus())
    assert any("sla-over" in plek or "naam" in plek for plek in gezien), gezien
    assert ouder.js("w.querySelector('dialog').matches(':modal')") is False


def test_op_een_telefoon_blijft_tab_in_het_paneel(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/", 390, 780, telefoon=True)
    ouder.open()
    assert ouder.js("w.querySelector('dialog').matches(':modal')") is True
    for _ in range(25):
        ouder.pagina.keyboard.press("Tab")
        assert "sla-over" not in ouder.focus()
        assert "knop" not in ouder.focus().split()


@pytest.mark.parametrize(("breed", "telefoon"), [(1280, False), (390, True)])
def test_de_focus_is_nooit_weg(breed: int, telefoon: bool, kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/", breed, 800, telefoon=telefoon)
    ouder.open()

    def vast(wat: str) -> None:
        ouder.pagina.wait_for_timeout(150)
        assert ouder.focus() != "body", wat

    vast("open")
    ouder.pagina.locator(".keuzes button").first.click()
    vast("keuze")
    ouder.wacht("!w.querySelector('.typt')")
    vast("antwoord")
    ouder.zeg("lang")
    if ouder.js("!!w.querySelector('.onderaan button')"):
        ouder.pagina.locator(".onderaan button").click()
        vast("hieronder")
    for naam in ("Een mens spreken", "Opnieuw beginnen"):
        ouder.meer(naam)
        vast(naam)
        ouder.pagina.keyboard.press("Escape")
        vast(f"{naam}, terug")
    ouder.pagina.get_by_role("button", name="Klopt dit niet?").last.click()
    vast("klopt dit niet")
    ouder.pagina.keyboard.press("Escape")
    vast("klopt dit niet, terug")
    kanaal.weg = True
    ouder.typ("bent u daar")
    ouder.wacht("w.querySelector('.staat')")
    ouder.pagina.get_by_role("button", name="Probeer nu").focus()
    kanaal.weg = False
    ouder.wacht("!w.querySelector('.staat')")
    vast("hersteld")
    ouder.meer("Opnieuw beginnen")
    ouder.pagina.get_by_role("button", name="Ja, wis mijn gesprek").click()
    ouder.wacht("w.querySelectorAll('.bericht').length === 1")
    vast("gewist")
    ouder.pagina.get_by_role("button", name="Sluit").click()
    vast("dicht")
    assert "start" in ouder.focus()


def test_escape_sluit_eerst_wat_bovenop_ligt(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    for breed, telefoon in ((1280, False), (390, True)):
        ouder = bezoek(f"{kanaal.adres}/", breed, 800, telefoon=telefoon)
        ouder.open()
        ouder.meer("Opnieuw beginnen")
        ouder.pagina.keyboard.press("Escape")
        assert ouder.js("!!w.querySelector('.laag')") is False
        ouder.pagina.locator("#meer").click()
        ouder.pagina.keyboard.press("Escape")
        assert ouder.js("w.querySelector('#menu').hidden") is True
        assert "meer" in ouder.focus()
        ouder.pagina.keyboard.press("Escape")
        assert "start" in ouder.focus()
        assert kanaal.gewist == []


def test_een_van_acht_keuzes_is_dichtbij(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/")
    ouder.open()
    ouder.zeg("acht")
    assert ouder.tab("Keuze nummer 8", 3, "Shift+Tab") <= 3

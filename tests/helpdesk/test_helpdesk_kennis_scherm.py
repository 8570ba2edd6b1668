"""Editing knowledge in real Chromium: axe at two widths in both themes, rows by script, and a change that goes live."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from bureau import Bureau
from geduld import heb_geduld
from kennis.conftest import leg_aan
from redactie import Redactie
from scherm import schoon

from wegwijzer import huis
from wegwijzer.helpdesk.deur import Rol
from wegwijzer.kennis.wachter import Wachter

SCHERMEN = huis.projectmap() / "artifacts" / "schermen"


@pytest.fixture(scope="module")
def redactie(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Redactie]:
    werk = tmp_path_factory.mktemp("redactie")
    map_ = leg_aan(werk / "boom" / "knowledge")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.delenv("WEGWIJZER_DB", raising=False)
        heb_geduld(omgeving)
        omgeving.delenv("WEGWIJZER_REDACTIE", raising=False)
        omgeving.setenv("WEGWIJZER_KENNIS", str(map_))
        bureau = Bureau(werk / "gesprekken.db").start()
        wachter = Wachter(huis.houder(map_), lambda _: None)
        huis.houder(map_).haal()
        draad = threading.Thread(target=wachter.draai, daemon=True)
        draad.start()
        zelf = Redactie(map_, bureau.bezoek(Rol.REDACTEUR, "Els de Vries"))
        zelf.git("init", "--quiet")
        zelf.git("add", ".")
        zelf.git("commit", "--quiet", "-m", "begin")
        yield zelf
        wachter.stop()
        draad.join(120)
        bureau.stop()


def _pagina(chromium: Any, redactie: Redactie, breed: int = 1280, thema: str = "light", script: bool = True) -> Any:
    context = chromium.new_context(
        viewport={"width": breed, "height": 900}, color_scheme=thema, locale="nl-NL", bypass_csp=thema == "dark",
        java_script_enabled=script,
    )  # fmt: skip
    context.set_default_timeout(120_000)
    adres = f"http://127.0.0.1:{redactie.browser.poort}/helpdesk"
    context.add_cookies([{"name": n, "value": w, "url": adres} for n, w in redactie.browser.koekjes.items()])
    return context.new_page()


def _ga(pagina: Any, redactie: Redactie, pad: str) -> None:
    pagina.goto(f"http://127.0.0.1:{redactie.browser.poort}/helpdesk/kennis{pad}")


@pytest.mark.parametrize("breed", [390, 1280])
def test_axe(breed: int, chromium: Any, redactie: Redactie) -> None:
    pagina = _pagina(chromium, redactie, breed, "dark")
    paden = ("", "/samenwerkingsverband", "/onderwerp/plek", "/organisatie/advieslijn", "/initiatief/nieuw")
    for pad in (*paden, "/organisatie/advieslijn/geschiedenis"):
        _ga(pagina, redactie, pad)
        schoon(pagina, pad)
    _ga(pagina, redactie, "/organisatie/advieslijn")
    pagina.locator('[name="wat"]').fill("")
    pagina.get_by_role("button", name="Bewaar", exact=True).click()
    pagina.wait_for_selector("#fouten")
    schoon(pagina, "fouten")
    pagina.locator("#fouten a").first.click()
    pagina.locator('[name="wat"]').fill("Anders.")
    pagina.get_by_role("button", name="Bekijk hoe een ouder het leest").click()
    pagina.wait_for_selector("#voorbeeld")
    schoon(pagina, "voorbeeld")
    SCHERMEN.mkdir(parents=True, exist_ok=True)
    pagina.screenshot(path=str(SCHERMEN / f"kennis-voorbeeld-{breed}.png"))
    pagina.context.close()


def test_een_nummer_gaat_live(chromium: Any, redactie: Redactie) -> None:
    """With the page's own security policy: a row is added by script, saved, and the page says when it is live."""
    pagina = _pagina(chromium, redactie)
    fouten: list[str] = []
    pagina.on("pageerror", lambda fout: fouten.append(str(fout)))
    _ga(pagina, redactie, "/organisatie/wijkteam")
    pagina.get_by_role("button", name="Voeg toe bij Contact").click()
    rij = pagina.locator('[data-rijen="contact"] > [data-rij]')
    assert rij.count() == 1
    assert pagina.evaluate("document.activeElement.name").endswith(".soort")
    rij.get_by_label("Soort").select_option("telefoon")
    rij.get_by_label("Nummer of adres").fill("010-123 45 67")
    rij.get_by_label("Bron", exact=False).first.fill("https://www.voorbeeld.nl/wijkteam")
    rij.get_by_label("Ik heb dit vandaag nagekeken").check()
    rij.get_by_label("Datum van de bron").fill("onbekend")
    rij.get_by_label("Hoe zeker?").select_option("midden")
    pagina.get_by_role("button", name="Bewaar", exact=True).click()
    pagina.wait_for_selector(".melding")
    pagina.wait_for_selector('[data-staat="live"]')
    assert "Dit staat nu live" in pagina.locator("[data-live]").inner_text()
    assert huis.houder(redactie.map).haal().kennis.organisaties["wijkteam"].telefoons() == ("010-123 45 67",)
    assert "Els de Vries" in redactie.git("log", "-1", "--format=%an")
    assert fouten == []
    pagina.context.close()


def test_zonder_script(chromium: Any, redactie: Redactie) -> None:
    """The same buttons send the form; what was typed stays."""
    pagina = _pagina(chromium, redactie, script=False)
    _ga(pagina, redactie, "/organisatie/advieslijn")
    pagina.locator('[name="kort"]').fill("de lijn")
    with pagina.expect_navigation():
        pagina.get_by_role("button", name="Voeg toe bij Bronnen").click()
    assert pagina.locator('[data-rijen="bronnen"] > [data-rij]').count() == 2
    assert pagina.locator('[name="kort"]').input_value() == "de lijn"
    with pagina.expect_navigation():
        pagina.get_by_role("button", name="Haal weg Bronnen 2").click()
    assert pagina.locator('[data-rijen="bronnen"] > [data-rij]').count() == 1
    with pagina.expect_navigation():
        pagina.locator('[name="kort"]').press("Enter")
    assert pagina.locator("#voorbeeld").count() == 1, "Enter shows, it does not save"
    pagina.context.close()

"""Logging in, the first page and the accounts, in a real browser."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bureau import WACHTWOORD, Bureau
from scherm import BREED, klachten, schoon

from wegwijzer.opslag.rollen import Rol

PLAATJES = os.environ.get("WEGWIJZER_PLAATJES")
"""A folder: then what was seen is kept there."""


def bewaar(pagina: Any, naam: str) -> None:
    if PLAATJES:
        pagina.screenshot(path=str(Path(PLAATJES) / f"{naam}.png"), full_page=True)


@pytest.mark.parametrize(("breed", "thema"), BREED)
def test_axe_op_alle_eigen_paginas(breed: int, thema: str, bureau: Bureau, scherm: Callable[..., Any]) -> None:
    bureau.account("Ada de Vries", Rol.REDACTEUR)
    vreemde = scherm("/helpdesk/inloggen", None, breed, thema, bypass_csp=True)
    schoon(vreemde, "inloggen")
    bewaar(vreemde, f"inloggen-{breed}-{thema}")
    vreemde.fill("#naam", "Ada de Vries")
    vreemde.fill("#wachtwoord", "verkeerd")
    vreemde.click("text=Inloggen >> nth=-1")
    vreemde.wait_for_selector("[role=alert]")
    schoon(vreemde, "inloggen mislukt")
    pagina = scherm("/helpdesk", Rol.BEHEERDER, breed, thema, bypass_csp=True)
    for pad in ("/helpdesk", "/helpdesk/account", "/helpdesk/accounts", "/helpdesk/logboek", "/helpdesk/weg"):
        pagina.goto(f"http://127.0.0.1:{bureau.poort}{pad}", timeout=300_000)
        schoon(pagina, pad)
        bewaar(pagina, f"{pad.strip('/').replace('/', '-')}-{breed}-{thema}")
    pagina.goto(f"http://127.0.0.1:{bureau.poort}/helpdesk/weg")
    pagina.click("summary")
    schoon(pagina, "weg als tekst")
    assert pagina.evaluate("document.querySelector('img').naturalHeight") > 500
    lager = scherm("/helpdesk/accounts", Rol.HELPDESK, breed, thema, bypass_csp=True)
    schoon(lager, "mag niet")
    bewaar(lager, f"mag-niet-{breed}-{thema}")


def test_met_het_toetsenbord_naar_binnen_en_een_account_maken(bureau: Bureau, scherm: Callable[..., Any]) -> None:
    """From the login page to a new account and out again, without a mouse; the browser has no complaint."""
    bureau.account("Baas", Rol.BEHEERDER)
    pagina = scherm("/helpdesk/accounts", None)
    gehoord = klachten(pagina)
    assert pagina.url.endswith("/helpdesk/inloggen?verder=%2Faccounts")
    pagina.focus("#naam")
    pagina.keyboard.type("Baas")
    pagina.keyboard.press("Tab")
    pagina.keyboard.type(WACHTWOORD)
    pagina.keyboard.press("Enter")
    pagina.wait_for_url("**/helpdesk/accounts")
    pagina.focus("#naam")
    pagina.keyboard.type("Nieuwe Collega")
    pagina.keyboard.press("Tab")
    pagina.keyboard.press("ArrowDown")
    pagina.keyboard.press("Tab")
    pagina.keyboard.press("Enter")
    pagina.wait_for_selector(".let-op code")
    nieuw = pagina.inner_text(".let-op code")
    assert "Nieuwe Collega" in pagina.inner_text(".let-op")
    bewaar(pagina, "account-gemaakt")
    pagina.click("text=Uitloggen")
    pagina.wait_for_url("**/helpdesk/inloggen")
    pagina.fill("#naam", "nieuwe collega")
    pagina.fill("#wachtwoord", nieuw)
    pagina.keyboard.press("Enter")
    pagina.wait_for_url("**/helpdesk/")
    assert "redacteur" in pagina.inner_text("header")
    assert pagina.query_selector("text=Logboek") is None
    pagina.go_back()
    assert gehoord == []


def test_een_melding_is_een_keer_te_zien(bureau: Bureau, scherm: Callable[..., Any]) -> None:
    bureau.account("Wisselaar")
    pagina = scherm("/helpdesk/accounts", Rol.BEHEERDER)
    kaart = pagina.locator("li.kaart", has=pagina.get_by_role("heading", name="Wisselaar"))
    kaart.locator("select").select_option("redacteur")
    kaart.get_by_role("button", name="Wijzig de rol").click()
    pagina.wait_for_selector(".melding")
    assert pagina.inner_text(".melding") == "Wisselaar is nu redacteur."
    pagina.reload()
    assert pagina.query_selector(".melding") is None


def test_na_uitloggen_toont_terug_niets(bureau: Bureau, scherm: Callable[..., Any]) -> None:
    """`no-store`: the pages are not kept by the browser for the next one at the same computer."""
    pagina = scherm("/helpdesk/logboek", Rol.BEHEERDER)
    pagina.click("text=Uitloggen")
    pagina.wait_for_url("**/helpdesk/inloggen")
    pagina.go_back()
    pagina.wait_for_url("**/helpdesk/inloggen*")
    assert pagina.query_selector("table") is None


def test_een_andere_site_kan_hier_niets_versturen(bureau: Bureau, scherm: Callable[..., Any], tmp_path: Path) -> None:
    """A form on a page elsewhere, with the visitor logged in here: the browser itself, cookies, Origin and all."""
    pagina = scherm("/helpdesk", Rol.BEHEERDER)
    vals = f"""<form method="post" action="http://127.0.0.1:{bureau.poort}/helpdesk/uitloggen">
      <input name="csrf" value="x"><button>win</button></form>"""
    vreemd = tmp_path / "vreemd.html"
    vreemd.write_text(vals, encoding="utf-8")
    pagina.goto(vreemd.as_uri())
    pagina.click("button")
    pagina.wait_for_load_state()
    pagina.goto(f"http://127.0.0.1:{bureau.poort}/helpdesk")
    assert "test beheerder" in pagina.inner_text("header")

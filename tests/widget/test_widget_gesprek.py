"""Reload, begin again, erase and leave; where the page scrolls; reports."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from nepkanaal import Kanaal, gastheer
from ouder import Ouder


def test_herladen_brengt_alles_terug(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/")
    ouder.open()
    ouder.zeg("stap")
    ouder.pagina.locator("#tekst").fill("half getypt")
    voor = ouder.teksten()
    ouder.pagina.reload()
    ouder.wacht("w.querySelectorAll('.bericht').length === 3")
    assert ouder.teksten() == voor
    assert "Stap 2 van 6" in ouder.js("w.querySelector('.weg').innerText")
    assert ouder.js("w.querySelectorAll('.keuzes button').length") == 3
    assert ouder.js("w.querySelector('#tekst').value") == "half getypt"
    ouder.pagina.get_by_role("button", name="Sluit").click()
    ouder.pagina.reload()
    ouder.wacht("!w.querySelector('.start').hidden")
    ouder.pagina.wait_for_timeout(300)
    assert ouder.js("w.querySelector('.start').hidden") is False


def test_opnieuw_vraagt_eerst_en_wist_dan(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/")
    ouder.open()
    ouder.zeg("stap")
    ouder.meer("Opnieuw beginnen")
    assert kanaal.gewist == []
    assert "Nee" in ouder.focus()
    ouder.pagina.get_by_role("button", name="Nee, ga terug").click()
    assert len(ouder.teksten()) == 3
    ouder.meer("Opnieuw beginnen")
    ouder.pagina.get_by_role("button", name="Ja, wis mijn gesprek").click()
    ouder.wacht("w.querySelectorAll('.bericht').length === 1")
    assert len(kanaal.gewist) == 1
    assert list(kanaal.gesprekken.values()) == [[]]
    assert ouder.js("!!w.querySelector('.weg')") is False


def test_wissen_dat_niet_lukt_doet_niet_alsof(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/")
    ouder.open()
    ouder.zeg("stap")
    kanaal.weg = True
    ouder.meer("Opnieuw beginnen")
    ouder.pagina.get_by_role("button", name="Ja, wis mijn gesprek").click()
    ouder.wacht("w.querySelector('.melding').innerText.includes('staat er nog')")
    assert len(ouder.teksten()) == 3


@pytest.mark.parametrize("ingesloten", [False, True])
def test_wis_en_verlaat(ingesloten: bool, kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    """Also where the server is on another origin, so that the browser asks for permission first."""
    elders = f'data-verlaat="{kanaal.adres}/web/chat.css"'
    script = f'<script src="{kanaal.adres}/widget/v1/wegwijzer.js" {elders} defer></script>'
    with gastheer(f"<!doctype html><title>x</title><h1>Gast</h1>{script}") as gast:
        ouder = bezoek(gast)
        ouder.open()
        ouder.zeg("geheim")
        if ingesloten:
            ouder.meer("Wis en verlaat")
        else:
            ouder.pagina.locator(".balk").get_by_role("button", name="Wis en verlaat").click()
        ouder.pagina.wait_for_url("**/web/chat.css")
        for _ in range(600):
            if kanaal.gewist:
                break
            ouder.pagina.wait_for_timeout(100)
        assert len(kanaal.gewist) == 1
        assert kanaal.teksten() == []
        ouder.pagina.go_back()
        ouder.pagina.goto(gast)
        assert ouder.pagina.evaluate("() => sessionStorage.length") == 0


def test_het_begin_van_de_nieuwste_beurt_is_in_beeld(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    for breed, telefoon in ((1280, False), (390, True)):
        ouder = bezoek(f"{kanaal.adres}/", breed, 780, telefoon=telefoon)
        ouder.open()
        ouder.zeg("lang")
        ouder.zeg("lang nog eens")
        boven, onder, vraag = ouder.js(
            "(() => { const r = w.querySelector('.rol').getBoundingClientRect(); const v ="
            " [...w.querySelectorAll('.ouder')].at(-1).getBoundingClientRect(); return [r.top, r.bottom, v.top]; })()"
        )
        assert boven <= vraag < boven + (onder - boven) / 3
        assert ouder.js("w.querySelector('.onderaan').innerText").startswith("2 antwoorden hieronder")
        ouder.pagina.locator(".onderaan button").click()
        assert "Duidelijk" in ouder.focus()
        ouder.rust()
        assert ouder.js("!!w.querySelector('.onderaan')") is False


def test_klopt_dit_niet(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/")
    ouder.open()
    ouder.zeg("stap")
    ouder.pagina.get_by_role("button", name="Klopt dit niet?").click()
    assert "TEXTAREA" in ouder.focus()
    ouder.pagina.keyboard.type("Dit nummer is oud.")
    ouder.pagina.get_by_role("button", name="Melden").click()
    ouder.wacht("w.querySelector('.melding').innerText.includes('verstuurd')")
    assert kanaal.meldingen == [{"id": 2, "text": "Dit nummer is oud."}]


def test_een_mens_binnen_twee_stappen(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/", 390, 780, telefoon=True)
    ouder.open()
    kanaal.mag.clear()
    ouder.typ("hallo")
    ouder.wacht("w.querySelector('.typt')")
    ouder.meer("Een mens spreken")
    assert {"tel:112", "tel:08000113"} <= set(ouder.js("[...w.querySelectorAll('.doos a')].map((a) => a.href)"))


def test_kaart_en_termijn(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/")
    ouder.open()
    ouder.zeg("kaart")
    kaarten = ouder.js("[...w.querySelectorAll('.kaart')].map((k) => k.innerText)")
    assert len(kaarten) == 2
    for woorden in (
        "Steunpunt Voorbeeldstad",
        "010-000 00 00",
        "ma t/m vr 9.00–12.30 en 13.30–16.30 uur",
        "nu open",
        "20 november 2026",
    ):
        assert woorden in kaarten[0]
    assert "dag en nacht" in kaarten[1] and "nu dicht" in kaarten[1]
    assert ouder.js("[...w.querySelectorAll('.bot')].at(-1).querySelector('.tekst a').href") == "tel:0100000000"
    ouder.zeg("termijn")
    termijnen = ouder.js("[...w.querySelectorAll('.termijn')].map((k) => k.innerText)")
    assert "nog 12 dagen" in termijnen[0] and "uiterlijk" in termijnen[0]
    assert "voorbij" in termijnen[1]

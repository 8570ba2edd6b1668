"""Without a connection nothing is lost, and each message is one turn."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from nepkanaal import Kanaal
from ouder import Ouder


def test_offline_wordt_gezegd_en_daarna_een_keer_verstuurd(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/")
    ouder.open()
    ouder.zeg("hallo")
    ouder.pagina.context.set_offline(True)
    ouder.wacht("w.querySelector('.melding').innerText.includes('geen verbinding')")
    ouder.typ("zonder net")
    ouder.wacht("[...w.querySelectorAll('.ouder')].at(-1).innerText.includes('wordt verstuurd')")
    ouder.typ("en nog een")
    ouder.pagina.wait_for_timeout(1500)
    assert ouder.teksten()[-2:] == ["zonder net", "en nog een"]
    assert kanaal.teksten() == ["hallo"]
    ouder.pagina.context.set_offline(False)
    ouder.wacht("w.querySelectorAll('.bot').length === 4")
    assert kanaal.teksten() == ["hallo", "zonder net", "en nog een"]
    assert ouder.js("w.querySelector('.melding').innerText.trim()") == ""
    assert ouder.js("!!w.querySelector('.staat')") is False
    assert ouder.teksten().count("zonder net") == 1


def test_een_antwoord_dat_onderweg_verdwijnt(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/")
    ouder.open()
    kanaal.verlies = 3
    ouder.typ("eenmaal")
    ouder.wacht("[...w.querySelectorAll('.bot')].at(-1).innerText.includes('eenmaal')")
    assert kanaal.teksten() == ["eenmaal"]
    assert kanaal.verzoeken.count("POST /message") == 4
    assert [t for t in ouder.teksten() if "eenmaal" in t] == ["eenmaal", "Ik hoorde: eenmaal"]


def test_herladen_terwijl_er_iets_wacht(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/")
    ouder.open()
    ouder.zeg("hallo")
    kanaal.verlies = 9
    ouder.typ("zoekgeraakt antwoord")
    ouder.wacht("w.querySelector('.melding p')")
    kanaal.verlies = 0
    ouder.pagina.reload()
    ouder.wacht("w.querySelectorAll('.bericht').length === 5")
    ouder.pagina.wait_for_timeout(800)
    assert kanaal.teksten() == ["hallo", "zoekgeraakt antwoord"]
    assert [t for t in ouder.teksten() if "zoekgeraakt" in t] == [
        "zoekgeraakt antwoord",
        "Ik hoorde: zoekgeraakt antwoord",
    ]


def test_wachten_wordt_langer_maar_nooit_langer_dan_een_halve_minuut(
    kanaal: Kanaal, bezoek: Callable[..., Ouder]
) -> None:
    ouder = bezoek(f"{kanaal.adres}/")
    ouder.pagina.clock.install()
    ouder.pagina.locator(".start").click()
    ouder.wacht("w.querySelectorAll('.bericht').length > 0")
    kanaal.weg = True
    mislukt: list[str] = []
    ouder.pagina.on("requestfailed", lambda verzoek: mislukt.append(verzoek.url))
    ouder.typ("hallo")
    momenten, eerder = [], 0
    for seconde in range(200):
        nu = _verstuurd(ouder, mislukt)
        if nu > eerder:
            momenten.append(seconde)
        eerder = nu
        ouder.pagina.clock.run_for(1000)
    gaten = [b - a for a, b in itertools.pairwise(momenten)]
    assert len(momenten) >= 8
    assert max(gaten) <= 31
    assert gaten[-1] > 3 * gaten[0]


def _verstuurd(ouder: Ouder, mislukt: list[str]) -> int:
    """How often a message went out so far, once each of those has failed."""
    for _ in range(4000):
        ouder.pagina.wait_for_timeout(15)
        keren = sum(adres.endswith("/message") for adres in ouder.verzoeken)
        if keren == sum(adres.endswith("/message") for adres in mislukt):
            return keren
    raise AssertionError("een verzoek mislukt niet")


def test_een_weigering_zegt_wat_er_is_en_bewaart_de_tekst(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/")
    ouder.open()
    kanaal.fouten = [(413, {"error": "too_long", "text": "Uw bericht is te lang. Direct gevaar? Bel 112."})]
    ouder.typ("veel te lang")
    ouder.wacht("w.querySelector('.melding').innerText.includes('te lang')")
    assert ouder.js("w.querySelector('.melding a').href") == "tel:112"
    assert ouder.js("w.querySelector('#tekst').value") == "veel te lang"
    assert "niet verstuurd" in ouder.js("[...w.querySelectorAll('.ouder')].at(-1).innerText")
    ouder.zeg("korter")
    assert kanaal.teksten() == ["korter"]
    assert ouder.js("w.querySelector('.melding').innerText.trim()") == ""


def test_te_snel_wacht_zo_lang_als_gezegd(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/")
    ouder.open()
    kanaal.fouten = [(429, {"error": "too_fast", "text": "Dat gaat me te snel.", "retry_after": 3})]
    ouder.typ("snel")
    ouder.wacht("w.querySelector('.melding').innerText.includes('te snel')")
    ouder.wacht("w.querySelectorAll('.bot').length === 2")
    assert kanaal.teksten() == ["snel"]
    eerst, weer = kanaal.momenten
    assert weer - eerst > 2


def test_een_gesprek_dat_de_server_vergat(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/")
    ouder.open()
    ouder.zeg("eerst")
    kanaal.gesprekken.clear()
    ouder.typ("later")
    ouder.wacht("[...w.querySelectorAll('.bot')].at(-1).innerText.includes('Ik hoorde: later')")
    assert kanaal.teksten() == ["later"]
    assert "gewist" in ouder.js("w.querySelector('.melding').innerText")


def test_een_storing_bij_het_openen(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/")
    kanaal.weg = True
    ouder.pagina.locator(".start").click()
    ouder.wacht("w.querySelector('.melding p')")
    ouder.meer("Een mens spreken")
    assert ouder.js("w.querySelectorAll('.doos a[href^=tel]').length") >= 3
    ouder.pagina.keyboard.press("Escape")
    kanaal.weg = False
    ouder.wacht("w.querySelectorAll('.bericht').length === 1")
    assert len(kanaal.gesprekken) == 1

"""The widget with the real server and its model: a parent's way from the first word to a plan, and away again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from echt import Echt
from ouder import Ouder


@pytest.mark.parametrize(("pad", "breed", "telefoon"), [("/", 1280, False), ("/", 390, True), ("/chat", 1280, False)])
def test_een_gesprek(pad: str, breed: int, telefoon: bool, echt: Echt, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{echt.adres}{pad}", breed, 844, telefoon=telefoon)
    ouder.open() if pad == "/" else ouder.wacht("w.querySelector('.bericht')")
    assert ouder.js("w.querySelectorAll('.keuzes button').length") >= 2
    ouder.zeg("mijn kind van 9 zit al vijf weken thuis, basisschool in Rotterdam")
    assert "Rotterdam" in ouder.teksten(".ouder .tekst")[0]
    for _ in range(3):
        if ouder.js("!!w.querySelector('.weg')"):
            break
        ouder.zeg("wat is mijn volgende stap?")
    assert "van 6" in ouder.js("w.querySelector('.weg').innerText")
    ouder.zeg("ik wil iemand spreken")
    assert ouder.js("w.querySelectorAll('.log a[href^=\"tel:\"]').length") >= 1
    assert ouder.js("w.querySelectorAll('.kaart').length") >= 1
    voor = ouder.teksten()
    ouder.pagina.reload()
    ouder.wacht(f"w.querySelectorAll('.bericht').length >= {len(voor)}")
    assert ouder.teksten()[-1] == voor[-1]
    keuze = ouder.pagina.locator(".keuzes button").first
    if keuze.count():
        aantal = ouder.js("w.querySelectorAll('.bot').length")
        keuze.click()
        ouder.wacht(f"w.querySelectorAll('.bot').length > {aantal}")
    assert ouder.pagina.evaluate("() => window.overtredingen") == []
    assert ouder.fouten == []
    assert {f"{d.scheme}://{d.netloc}" for d in map(urlsplit, ouder.verzoeken) if d.scheme != "blob"} == {echt.adres}
    assert ouder.pagina.context.cookies() == []
    ouder.meer("Opnieuw beginnen")
    ouder.pagina.get_by_role("button", name="Ja, wis mijn gesprek").click()
    ouder.wacht("w.querySelectorAll('.bericht').length === 1")


def test_gevaar_krijgt_nummers_die_te_bellen_zijn(echt: Echt, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{echt.adres}/chat", 390, 780, telefoon=True)
    ouder.wacht("w.querySelector('.bericht')")
    ouder.zeg("mijn dochter zegt dat ze niet meer wil leven")
    assert {"tel:112"} <= set(ouder.js("[...w.querySelectorAll('.log a')].map((a) => a.href)"))
    assert ouder.js("w.querySelectorAll('.log a[href^=\"tel:\"]').length") >= 2


def test_het_plan(echt: Echt, bezoek: Callable[..., Ouder], tmp_path: Path) -> None:
    ouder = bezoek(f"{echt.adres}/chat")
    ouder.wacht("w.querySelector('.bericht')")
    ouder.zeg("mijn zoon van 14 zit vijf weken thuis, middelbare school in Rotterdam")
    ouder.zeg("maak mijn plan")
    with ouder.pagina.expect_download() as wacht:
        ouder.meer("Plan bewaren")
    wacht.value.save_as(tmp_path / "plan.html")
    tekst = (tmp_path / "plan.html").read_text(encoding="utf-8")
    assert "<h1>" in tekst and "<script" not in tekst
    ouder.pagina.goto((tmp_path / "plan.html").as_uri())
    assert "stap" in ouder.pagina.inner_text("body").lower() or "school" in ouder.pagina.inner_text("body").lower()

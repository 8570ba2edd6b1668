"""Which sites may embed the widget, by the real server: one that is not on the list hears why, in its console."""

from __future__ import annotations

import re
from collections.abc import Callable

from echt import Echt
from nepkanaal import gastheer
from ouder import Ouder

from wegwijzer.huis import houder


def _pagina(echt: Echt) -> str:
    script = f'<script src="{echt.adres}/widget/v1/wegwijzer.js" defer></script>'
    return f"<!doctype html><html lang=nl><title>Gast</title><h1>Gast</h1>{script}</html>"


def _console(ouder: Ouder) -> list[str]:
    """The console's warnings from now on."""
    uit: list[str] = []
    ouder.pagina.on("console", lambda regel: uit.append(regel.text) if regel.type == "warning" else None)
    return uit


def test_een_site_die_niet_op_de_lijst_staat(echt: Echt, bezoek: Callable[..., Ouder]) -> None:
    sessies = echt.rijen("SELECT count(*) FROM website_sessies")
    with gastheer(_pagina(echt)) as gast:
        ouder = bezoek(gast)
        console = _console(ouder)
        ouder.pagina.locator(".start").click()
        ouder.wacht("w.querySelector('.melding p')")
        for _ in range(600):
            if console:
                break
            ouder.pagina.wait_for_timeout(100)
        assert [r for r in console if gast in r and "WEGWIJZER_SITES" in r], console
        assert echt.rijen("SELECT count(*) FROM website_sessies") == sessies
        # The parent is not left with nothing.
        ouder.meer("Een mens spreken")
        bellen = set(ouder.js("[...w.querySelectorAll('.doos a')].map((a) => a.href)"))
        kennis = houder().haal().kennis
        for naam in ("noodnummer_112", "zelfmoordpreventie_113", "ouders_en_onderwijs"):
            nummers = kennis.organisaties[naam].telefoons()
            assert bellen & {"tel:" + re.sub("[ -]", "", nummer) for nummer in nummers}, naam
        assert ouder.fouten == []


def test_een_site_op_de_lijst(echt: Echt, bezoek: Callable[..., Ouder]) -> None:
    with gastheer(_pagina(echt), poort=echt.gast) as gast:
        ouder = bezoek(gast)
        console = _console(ouder)
        ouder.open()
        ouder.zeg("mijn dochter van 8 zit thuis")
        assert len(ouder.teksten(".bot .tekst")) >= 2
        assert [r for r in console if "WEGWIJZER_SITES" in r] == []


def test_een_taal_die_niet_die_van_de_pagina_is(echt: Echt, bezoek: Callable[..., Ouder]) -> None:
    """A screen reader speaks each reply in its own language, and what is Dutch in Dutch."""
    ouder = bezoek(f"{echt.adres}/chat")
    ouder.pagina.evaluate("() => { document.documentElement.lang = 'en'; }")
    ouder.wacht("w.querySelector('.bericht')")
    ouder.zeg("Merhaba, oğlum beş haftadır okula gitmiyor, Rotterdam")
    talen = ouder.js("[...w.querySelectorAll('.bot .tekst')].map((t) => t.closest('[lang]').lang)")
    assert talen[0] == "nl" and "tr" in talen[1:]
    assert ouder.js("w.querySelector('.keuzes button').lang") == "tr"
    assert ouder.js("w.querySelector('.invoer label').closest('[lang]').lang") == "nl"
    ouder.zeg("ابني لا يذهب إلى المدرسة منذ خمسة أسابيع")
    laatste = "[...w.querySelectorAll('.bot .tekst')].filter((t) => t.lang === 'ar')"
    assert ouder.js(f"{laatste}.length") >= 1
    assert set(ouder.js(f"{laatste}.map((t) => getComputedStyle(t).direction)")) == {"rtl"}
    assert ouder.js(f"getComputedStyle({laatste}.at(-1).closest('.bericht')).direction") == "ltr"

"""What a screen reader is told: each message once, the rest short and only when it matters."""

from __future__ import annotations

import time
from collections.abc import Callable

from nepkanaal import Kanaal
from ouder import Ouder


def test_elk_bericht_een_keer(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/")
    ouder.open()
    ouder.luister()
    traagst = max(_duur(ouder, woord) for woord in ("twee", "stap"))
    log = ouder.gehoord("log")
    for woorden in ("Eerst dit.", "En dan dit.", "Uw volgende stap is"):
        assert len([t for t in log if woorden in t]) == 1, (woorden, log)
    assert all(t.startswith(("Assistent:", "U:")) for t in log), log
    status = ouder.gehoord("status")
    assert "1 antwoord om uit te kiezen." in status
    assert "Stap 2 van 6: het samenwerkingsverband. 3 antwoorden om uit te kiezen." in status
    assert traagst >= 1 or not [t for t in status if "schrijft" in t], "snel genoeg: niets over schrijven"


def _duur(ouder: Ouder, tekst: str) -> float:
    """How long a message and its answer took, the test itself included (seconds)."""
    begin = time.monotonic()
    ouder.zeg(tekst)
    return time.monotonic() - begin


def test_schrijven_wordt_een_keer_gezegd_en_niet_meteen(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/")
    ouder.open()
    ouder.luister()
    kanaal.mag.clear()
    begin = ouder.pagina.evaluate("() => performance.now()")
    ouder.typ("hallo")
    ouder.pagina.wait_for_function("() => gehoord.some(([, tekst]) => tekst.includes('schrijft'))")
    moment = ouder.pagina.evaluate("() => gehoord.find(([, tekst]) => tekst.includes('schrijft'))[2]")
    assert moment - begin > 700
    ouder.pagina.wait_for_timeout(1500)
    kanaal.mag.set()
    ouder.wacht("w.querySelectorAll('.bot').length === 2")
    assert len([t for t in ouder.gehoord("status") if "schrijft" in t]) == 1
    assert not [t for t in ouder.gehoord("log") if "schrijft" in t]


def test_wat_er_al_stond_wordt_niet_voorgelezen(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/")
    ouder.open()
    ouder.zeg("stap")
    ouder.zeg("kaart")
    ouder.pagina.add_init_script(
        """customElements.whenDefined('wegwijzer-chat').then(() => {
          const kijk = () => {
            const log = document.querySelector('wegwijzer-chat')?.shadowRoot?.querySelector('[role=log]');
            if (!log) return requestAnimationFrame(kijk);
            window.luid = 0; window.eerst = log.getAttribute('aria-live');
            new MutationObserver((ms) => { if (log.getAttribute('aria-live') !== 'off')
              window.luid += ms.flatMap((m) => [...m.addedNodes]).filter((n) => n.nodeType === 1).length;
            }).observe(log, { childList: true, subtree: true });
          };
          kijk();
        })"""
    )
    ouder.pagina.reload()
    ouder.wacht("w.querySelectorAll('.bericht').length === 5")
    ouder.wacht("w.querySelector('[role=log]').getAttribute('aria-live') === 'polite'")
    assert ouder.pagina.evaluate("() => [window.eerst, window.luid]") == ["off", 0]
    assert ouder.js("[...w.querySelectorAll('[role=status]')].map((e) => e.textContent.trim()).join('')") == ""
    ouder.luister()
    ouder.zeg("twee")
    assert len([t for t in ouder.gehoord("log") if "Eerst dit." in t]) == 1


def test_de_bouw_van_het_gesprek(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/")
    ouder.open()
    ouder.zeg("arabisch")
    assert ouder.js("w.querySelectorAll('[role=log]').length") == 1
    assert ouder.js("w.querySelector('[role=log]').getAttribute('aria-label')")
    assert (
        ouder.js(
            "w.querySelectorAll('[role=log] [aria-live], [role=log] [role=status], [role=log] [role=alert]').length"
        )
        == 0
    )
    assert ouder.js("w.querySelector('[role=status]').closest('[role=log]')") is None
    assert (
        ouder.js(
            "[...w.querySelectorAll('.bot .tekst')].at(-1).lang + [...w.querySelectorAll('.bot .tekst')].at(-1).dir"
        )
        == "arrtl"
    )
    assert ouder.js("[...w.querySelectorAll('.bot .oor')].at(-1).closest('[lang=ar]')") is None


def test_het_log_wordt_niet_herschreven(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/")
    ouder.open()
    ouder.zeg("stap")
    ouder.js("(w.querySelectorAll('.bericht').forEach((b, n) => { b.merk = n; }), 1)")
    ouder.zeg("kaart")
    assert ouder.js("[...w.querySelectorAll('.bericht')].slice(0, 3).map((b) => b.merk)") == [0, 1, 2]


def test_gaat_nooit_vanzelf_open(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/")
    ouder.pagina.wait_for_timeout(1500)
    assert ouder.js("w.querySelector('dialog').matches(':popover-open, [open]')") is False
    assert ouder.focus() == "body"
    assert kanaal.verzoeken == []


def test_zegt_voor_het_eerste_bericht_wat_het_is(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    for pad in ("/", "/chat"):
        ouder = bezoek(f"{kanaal.adres}{pad}")
        if pad == "/":
            ouder.open()
        ouder.wacht("w.querySelector('.bericht')")
        assert ouder.js(
            "w.querySelector('.vooraf').getBoundingClientRect().top"
            " >= w.querySelector('.rol').getBoundingClientRect().top"
        )
        vooraf = ouder.js("w.querySelector('.vooraf').innerText")
        assert "digitale assistent" in vooraf
        assert "namen" in vooraf and "BSN" in vooraf
        assert "BSN" in ouder.js(
            "w.querySelector('#' + w.querySelector('#tekst').getAttribute('aria-describedby')).innerText"
        )

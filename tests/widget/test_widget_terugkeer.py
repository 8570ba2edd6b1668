"""The way back: Meer → Later verder gives a link, and the link gives the conversation back on another device."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from echt import Echt
from nepkanaal import Kanaal
from ouder import Ouder

KLEMBORD = ["clipboard-read", "clipboard-write"]
ADRES = "() => location.href"


def begin(kanaal: Kanaal, bezoek: Callable[..., Ouder], **meer: object) -> Ouder:
    """A parent on the chat page who has said something."""
    ouder = bezoek(f"{kanaal.adres}/chat", **meer)
    ouder.wacht("w.querySelector('.bericht')")
    ouder.zeg("stap")
    return ouder


def later(ouder: Ouder) -> str:
    """Ask for the link; gives it."""
    ouder.meer("Later verder")
    ouder.wacht("w.querySelector('.log .bericht:last-child .brief')")
    return str(ouder.js("w.querySelector('.log .bericht:last-child .brief').textContent"))


def test_meer_later_verder_geeft_een_link_om_te_kopieren(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = begin(kanaal, bezoek, permissions=KLEMBORD)
    ouder.luister()
    link = later(ouder)
    assert link == f"{kanaal.adres}/chat#{next(iter(kanaal.wegen))}"
    assert "Wie de link heeft, kan uw gesprek lezen." in ouder.teksten()[-1]
    assert ouder.js("w.querySelector('.log .bericht:last-child .tekst a').href") == link
    assert "Kopieer" in ouder.focus()
    assert any("Wie de link heeft" in t for t in ouder.gehoord("log"))
    ouder.pagina.keyboard.press("Enter")
    ouder.wacht("w.querySelector('.melding').innerText.includes('gekopieerd')")
    assert ouder.pagina.evaluate("() => navigator.clipboard.readText()") == link
    assert ouder.js("!!w.querySelector('.keuzes button')"), "de keuzes van de stap blijven staan"


@pytest.mark.parametrize("pad", ["/chat", "/chat?inline=1"])
def test_een_ander_apparaat_krijgt_het_gesprek(pad: str, kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = begin(kanaal, bezoek)
    voor = ouder.teksten()
    link = later(ouder).replace("/chat", pad)
    geheim = link.partition("#")[2]
    ander = bezoek(link)
    ander.wacht(f"w.querySelectorAll('.bericht').length === {len(voor)}")
    assert ander.teksten() == voor
    assert ander.pagina.evaluate(ADRES) == f"{kanaal.adres}{pad}"
    assert not any(geheim in v for v in kanaal.verzoeken)
    assert not any(geheim in v.partition("#")[0] for v in ander.verzoeken)
    assert geheim not in ander.pagina.evaluate("() => JSON.stringify(sessionStorage)")
    ander.zeg("knoppen")
    assert kanaal.teksten()[:2] == ["stap", "knoppen"]
    ander.pagina.reload()
    ander.wacht(f"w.querySelectorAll('.bericht').length > {len(voor)}")
    assert ander.pagina.evaluate(ADRES) == f"{kanaal.adres}{pad}"
    assert ander.fouten == []


@pytest.mark.parametrize("fragment", ["A" * 22, "geen-geheim", ""])
def test_een_dode_link_begint_gewoon_opnieuw(fragment: str, kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/chat#{fragment}")
    ouder.wacht("w.querySelectorAll('.bericht').length === 1")
    assert ("werkt niet meer" in ouder.js("w.querySelector('.melding').innerText")) is (len(fragment) == 22)
    assert (fragment in ouder.pagina.evaluate(ADRES)) is (len(fragment) != 22)
    ouder.zeg("stap")
    assert kanaal.teksten() == ["stap"]


def test_zonder_verbinding_wordt_de_link_later_geopend(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    link = later(begin(kanaal, bezoek))
    kanaal.weg = True
    ander = bezoek(link)
    ander.wacht("w.querySelector('.melding').innerText.includes('geen verbinding')")
    ander.pagina.reload()
    ander.wacht("w.querySelector('.melding').innerText.includes('geen verbinding')")
    kanaal.weg = False
    ander.pagina.get_by_role("button", name="Probeer nu").click()
    ander.wacht("w.querySelectorAll('.ouder').length === 1")


@pytest.mark.parametrize("ja", [True, False])
def test_wie_in_een_ander_gesprek_zit_wordt_gevraagd(ja: bool, kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    """The link is pasted in the address bar of a page that is open: no reload, only another fragment."""
    geheim = later(begin(kanaal, bezoek)).partition("#")[2]
    ander = bezoek(f"{kanaal.adres}/chat")
    ander.wacht("w.querySelector('.bericht')")
    ander.zeg("kaart")
    gevraagd: list[str] = []

    def antwoord(venster: object) -> None:
        gevraagd.append(venster.message)  # type: ignore[attr-defined]
        venster.accept() if ja else venster.dismiss()  # type: ignore[attr-defined]

    ander.pagina.on("dialog", antwoord)
    ander.pagina.evaluate(f"() => {{ location.hash = '{geheim}'; }}")
    ander.pagina.wait_for_function("() => !location.hash")
    verwacht = "stap" if ja else "kaart"
    ander.wacht(f"w.querySelectorAll('.ouder .tekst')[0]?.innerText === '{verwacht}'")
    ander.zeg("knoppen")
    assert ander.teksten(".ouder .tekst") == [verwacht, "knoppen"]
    assert len(gevraagd) == 1 and "ander gesprek" in gevraagd[0]


def test_de_link_van_dit_gesprek_vraagt_niets(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = begin(kanaal, bezoek)
    geheim = later(ouder).partition("#")[2]
    gevraagd: list[object] = []
    ouder.pagina.on("dialog", lambda venster: (gevraagd.append(venster), venster.dismiss()))
    ouder.pagina.evaluate(f"() => {{ location.hash = '{geheim}'; }}")
    ouder.pagina.wait_for_function("() => !location.hash")
    ouder.zeg("knoppen")
    assert gevraagd == []
    assert ouder.teksten(".ouder .tekst") == ["stap", "knoppen"]


def test_op_een_gastpagina_blijft_het_fragment_van_de_gast(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    """Only our own page takes a fragment as ours."""
    ouder = bezoek(f"{kanaal.adres}/#{'A' * 22}")
    ouder.open()
    assert ouder.pagina.evaluate("() => location.hash") == f"#{'A' * 22}"
    assert "POST /return" not in kanaal.verzoeken


def test_zonder_gesprek_geen_link(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{kanaal.adres}/chat")
    ouder.wacht("w.querySelector('.bericht')")
    ouder.pagina.locator("#meer").click()
    assert ouder.pagina.locator("#menu").get_by_role("button", name="Later verder").count() == 0


@pytest.mark.parametrize(("breed", "thema"), [(1280, "light"), (320, "dark")])
def test_axe(breed: int, thema: str, kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    ouder = begin(kanaal, bezoek, breed=breed, thema=thema, bypass_csp=True)
    later(ouder)
    ouder.js("w.querySelectorAll('details').forEach((d) => d.open = true)")
    ouder.rust()
    gemeten = Axe().run(ouder.pagina)
    assert gemeten.response["violations"] == []
    assert ouder.js("w.querySelector('.rol').scrollWidth <= w.querySelector('.rol').clientWidth")


def test_met_de_echte_server(echt: Echt, bezoek: Callable[..., Ouder]) -> None:
    ouder = bezoek(f"{echt.adres}/chat")
    ouder.wacht("w.querySelector('.bericht')")
    ouder.zeg("mijn zoon van 8 zit drie weken thuis, basisschool in Zwolle")
    ouder.zeg("ik wil later verder")
    voor = ouder.teksten()
    assert "28 dagen na uw laatste bericht" in voor[-1]
    ouder.pagina.locator(".log .rij").get_by_role("button", name="Later verder").click()
    ouder.wacht("w.querySelector('.log .bericht:last-child .brief')")
    link = str(ouder.js("w.querySelector('.log .bericht:last-child .brief').textContent"))
    ander = bezoek(link)
    ander.wacht(f"w.querySelectorAll('.bericht').length === {len(voor)}")
    assert ander.teksten() == voor
    assert ander.pagina.evaluate(ADRES) == f"{echt.adres}/chat"
    geheim = link.partition("#")[2].encode()
    assert len(geheim) == 22
    for bestand in echt.map_.iterdir():
        assert not bestand.is_file() or geheim not in bestand.read_bytes(), bestand.name
    assert ander.pagina.evaluate("() => window.overtredingen ?? []") == []

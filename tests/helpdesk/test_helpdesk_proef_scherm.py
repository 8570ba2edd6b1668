"""Trying and lists in a real browser: by keyboard, at two widths, in both themes, clean by axe-core."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from bureau import Bureau
from namaak_zoeker import NamaakZoeker
from scherm import BREEDTES, klachten, schoon

from wegwijzer.helpdesk import proefbank
from wegwijzer.opslag.rollen import Rol
from wegwijzer.poort import poort

BREED = list(zip(BREEDTES, ("light", "dark"), strict=True))


@pytest.fixture
def blad(
    request: pytest.FixtureRequest, scherm: Callable[..., Any], bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Any]:
    """A page of somebody who is logged in; faults of its scripts make the test fail."""
    breed, thema, *rest = request.param
    monkeypatch.setattr(proefbank, "Spoorzoeker", NamaakZoeker)
    monkeypatch.setattr(bureau.agent, "processor", object(), raising=False)
    NamaakZoeker.leeg()
    wijze = {"java_script_enabled": "zonder" not in rest, "base_url": f"http://127.0.0.1:{bureau.poort}"}
    poort("hallo")  # reads the knowledge now: the first page that needs it would wait for that
    pagina = scherm("/helpdesk/lijst", Rol.HELPDESK, breed, thema, bypass_csp=True, **wijze)
    gehoord = klachten(pagina)
    yield pagina
    NamaakZoeker.mag.set()
    assert gehoord == []


@pytest.mark.parametrize("blad", BREED, indirect=True)
def test_proberen(blad: Any) -> None:
    blad.goto("/helpdesk/proef")
    schoon(blad, "leeg")
    blad.fill("#bericht", "mag school schorsen? dat is gevaar")
    blad.keyboard.press("Control+Enter")
    blad.wait_for_selector("#beurt-1")
    assert blad.evaluate("document.activeElement.id") == "beurt-1"
    blad.click(".knoppen button >> text=Volgende stap")
    blad.wait_for_selector("#beurt-2")
    assert NamaakZoeker.gevraagd[-2:] == ["mag school schorsen? dat is gevaar", "Volgende stap"]
    blad.click(".situatie > summary")
    blad.fill("#s-plaats", "Nergenshuizen")
    blad.click("text=Speel opnieuw af")
    blad.wait_for_selector("#f-plaats")
    assert blad.evaluate("document.activeElement.id") == "s-plaats"
    schoon(blad, "fout")
    blad.fill("#s-plaats", "Rotterdam")
    blad.click("text=Speel opnieuw af")
    blad.wait_for_selector("#beurt-2")
    blad.evaluate("document.querySelectorAll('details').forEach((d) => d.open = true)")
    schoon(blad, "gesprek")
    assert NamaakZoeker.begonnen[-1][0]["plaats"] == "Rotterdam"
    blad.click("text=Wis alles")
    blad.wait_for_selector(".beurt", state="detached")


@pytest.mark.parametrize("blad", BREED, indirect=True)
def test_een_lijst(blad: Any) -> None:
    NamaakZoeker.mag.clear()
    blad.goto("/helpdesk/lijst")
    schoon(blad, "lijst")
    blad.fill(
        "#tekst",
        "vraag;verwacht\n" + "\n".join(f"ik heb klacht {n};klacht_indienen" for n in range(40)) + "\nxyz;pesten",
    )
    blad.click("text=Laat beantwoorden")
    blad.wait_for_selector("progress")
    schoon(blad, "bezig")
    NamaakZoeker.mag.set()
    blad.wait_for_selector("progress", state="detached", timeout=120_000)
    assert "41 van 41 beantwoord; 40 van 41 zoals verwacht; 1 zonder antwoord." in blad.inner_text("main")
    blad.click("td details summary >> nth=0")
    schoon(blad, "klaar")
    blad.select_option("#f-welke", "fout")
    blad.click("text=Filter")
    blad.wait_for_selector("text=1 regel.")
    blad.click("td details summary")
    blad.click("text=Bekijk waarom")
    blad.wait_for_selector("#beurt-1")
    assert NamaakZoeker.gevraagd[-1] == "xyz"


@pytest.mark.parametrize("blad", [(1280, "light", "zonder")], indirect=True)
def test_zonder_script(blad: Any) -> None:
    blad.goto("/helpdesk/proef")
    blad.fill("#bericht", "mag school schorsen?")
    blad.click("text=Versturen")
    blad.click(".knoppen button >> text=Volgende stap")
    assert "Bericht 2" in blad.inner_text("main")
    NamaakZoeker.traag = 0.05
    blad.goto("/helpdesk/lijst")
    blad.fill("#tekst", "\n".join(f"vraag {n}" for n in range(10)))
    blad.click("text=Laat beantwoorden")
    blad.wait_for_selector("progress", state="detached", timeout=120_000)
    assert "10 van 10 beantwoord" in blad.inner_text("main")

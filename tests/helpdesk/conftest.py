"""The helpdesk, running: `bureau` for a whole module, `vers_bureau` for one test with settings of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from bureau import Bureau
from geduld import heb_geduld
from namaak_zoeker import NamaakZoeker

from wegwijzer.helpdesk import proefbank
from wegwijzer.helpdesk.instellingen import HelpdeskInstellingen
from wegwijzer.opslag.rollen import Rol

CHROMIUM = Path("/usr/bin/chromium")
VLAGGEN = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bureau]:
    """No model; see bureau.py for what its agent does."""
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.delenv("WEGWIJZER_DB", raising=False)
        heb_geduld(omgeving)
        gestart = Bureau(tmp_path_factory.mktemp("helpdesk") / "gesprekken.db").start()
        yield gestart
        gestart.stop()


@pytest.fixture
def vers_bureau(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Bureau]]:
    """Starts one with these settings; stopped at the end."""
    monkeypatch.delenv("WEGWIJZER_DB", raising=False)
    heb_geduld(monkeypatch)
    gestart: list[Bureau] = []

    def start(**instellingen: Any) -> Bureau:
        pad = tmp_path / f"gesprekken{len(gestart)}.db"
        gestart.append(Bureau(pad, HelpdeskInstellingen(**instellingen)).start())
        return gestart[-1]

    yield start
    for een in gestart:
        een.stop()


@pytest.fixture
def zoeker(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> type[NamaakZoeker]:
    """Trials and lists are answered by a played one, so that no model is needed."""
    monkeypatch.setattr(proefbank, "Spoorzoeker", NamaakZoeker)
    monkeypatch.setattr(bureau.agent, "processor", object(), raising=False)
    NamaakZoeker.leeg()
    return NamaakZoeker


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """Debian's Chromium, for one module: while it is there no other test can have an event loop in this thread.

    Without it: skipped here, a failure in CI.
    """
    reden = "" if CHROMIUM.exists() else f"{CHROMIUM} is er niet (apt-get install chromium)"
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        reden = "playwright is niet geïnstalleerd"
    if reden and os.environ.get("CI"):
        pytest.fail(f"de browsertests kunnen niet draaien: {reden}")
    if reden:
        pytest.skip(reden)
    with sync_playwright() as spel:
        venster = spel.chromium.launch(executable_path=str(CHROMIUM), args=VLAGGEN)
        yield venster
        venster.close()


@pytest.fixture
def scherm(chromium: Any, bureau: Bureau) -> Iterator[Callable[..., Any]]:
    """Opens a page: `scherm("/helpdesk", Rol.REDACTEUR, breed=390, thema="dark")`; without a role: a stranger."""
    open_: list[Any] = []

    def nieuw(pad: str, rol: Rol | None = None, breed: int = 1280, thema: str = "light", **meer: Any) -> Any:
        context = chromium.new_context(
            viewport={"width": breed, "height": 900}, color_scheme=thema, locale="nl-NL", **meer
        )
        context.set_default_timeout(60_000)
        open_.append(context)
        adres = f"http://127.0.0.1:{bureau.poort}"
        if rol is not None:
            waarde = bureau.bezoek(rol).koekjes["wegwijzer-helpdesk"]
            koekje = {"name": "wegwijzer-helpdesk", "value": waarde, "domain": "127.0.0.1", "path": "/helpdesk"}
            context.add_cookies([koekje])
        pagina = context.new_page()
        pagina.goto(adres + pad)
        return pagina

    yield nieuw
    for context in open_:
        context.close()

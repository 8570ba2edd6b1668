"""A browser, the fake channel, and a parent at the keyboard. Without Chromium: skipped here, a failure in CI."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from echt import Echt, heeft_model
from nepkanaal import Kanaal, nepkanaal
from ouder import Ouder

CHROMIUM = Path("/usr/bin/chromium")
VLAGGEN = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Debian's Chromium, for one module: while it is there no other test can have an event loop in this thread."""
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        _zonder("playwright is niet geïnstalleerd")
    if not CHROMIUM.exists():
        _zonder(f"{CHROMIUM} is er niet (apt-get install chromium)")
    with sync_playwright() as spel:
        venster = spel.chromium.launch(executable_path=str(CHROMIUM), args=VLAGGEN)
        yield venster
        venster.close()


def _zonder(reden: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(f"de browsertests kunnen niet draaien: {reden}")
    pytest.skip(reden)


@pytest.fixture(scope="session")
def echt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Echt]:
    """`wegwijzer start` with its trained model, on a free port with a database of its own."""
    if not heeft_model():
        pytest.skip("er is geen getraind model (make train)")
    server = Echt(tmp_path_factory.mktemp("echt"))
    server.start()
    yield server
    server.stop()


@pytest.fixture
def kanaal(browser: Any) -> Iterator[Kanaal]:
    """A fresh fake channel."""
    with nepkanaal() as dienst:
        yield dienst


@pytest.fixture
def bezoek(browser: Any) -> Iterator[Callable[..., Ouder]]:
    """Open a page as a new visitor: `bezoek(adres, breed=…, hoog=…, thema="dark", telefoon=True)`."""
    open_: list[Any] = []

    def nieuw(
        adres: str, breed: int = 1280, hoog: int = 900, thema: str = "light", telefoon: bool = False, **meer: Any
    ) -> Ouder:
        context = browser.new_context(
            viewport={"width": breed, "height": hoog},
            color_scheme=thema,
            has_touch=telefoon,
            is_mobile=telefoon,
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            **meer,
        )
        context.set_default_timeout(60_000)
        open_.append(context)
        ouder = Ouder(context.new_page())
        ouder.ga(adres)
        return ouder

    yield nieuw
    for context in open_:
        context.close()

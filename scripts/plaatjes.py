"""Takes the pictures of knowledge/README.md from the real pages, on a copy of the knowledge.

`python scripts/plaatjes.py`. Needs Chromium and what the browser tests need. Writes PNG files of at most `GROOTST`
bytes to docs/plaatjes/.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

WORTEL = Path(__file__).resolve().parents[1]
UIT = WORTEL / "docs" / "plaatjes"
GROOTST = 60_000
BREED = 760
CHROMIUM = "/usr/bin/chromium"
RAND = 12
"""Of the page around what is shown (pixels)."""


@contextmanager
def _helpdesk(werk: Path) -> Iterator[Any]:
    """The helpdesk on the knowledge in `werk`, with an editor who is logged in."""
    sys.path[:0] = [str(WORTEL), str(WORTEL / "tests"), str(WORTEL / "tests" / "helpdesk")]
    from bureau import Bureau  # type: ignore[import-not-found]

    from wegwijzer.huis import houder
    from wegwijzer.kennis.wachter import Wachter

    bureau = Bureau(werk / "gesprekken.db").start()
    houder().haal()
    wachter = Wachter(houder(), print)
    threading.Thread(target=wachter.draai, daemon=True).start()
    try:
        yield bureau
    finally:
        wachter.stop()
        bureau.stop()


def _knip(pagina: Any, naam: str, boven: str, onder: str) -> None:
    """The page from the element `boven` to the element `onder`, in few colours."""
    from PIL import Image

    pagina.evaluate("scrollTo(0, 0)")
    vakken = [pagina.locator(keuze).first.bounding_box() for keuze in (boven, onder)]
    top = max(0, vakken[0]["y"] - RAND)
    vlak = {"x": 0, "y": top, "width": BREED, "height": vakken[1]["y"] + vakken[1]["height"] + RAND - top}
    ruw = pagina.screenshot(clip=vlak, full_page=True)
    beeld = Image.open(io.BytesIO(ruw)).convert("RGB").quantize(32)
    beeld.save(UIT / f"{naam}.png", optimize=True)
    grootte = (UIT / f"{naam}.png").stat().st_size
    print(f"{naam}.png: {grootte} bytes, {beeld.size[0]} bij {beeld.size[1]}")
    if grootte > GROOTST:
        raise SystemExit(f"{naam}.png is te groot: {grootte} bytes.")


def _neem(pagina: Any, ga: Callable[[str], None]) -> None:
    ga("/organisatie?zoek=advieslijn")
    _knip(pagina, "zoeken", "h1", ".stukken")
    ga("/organisatie/ouders_en_onderwijs")
    rij = '[data-rijen="contact"] > [data-rij]'
    pagina.locator(f'{rij} [name="contact.0.vandaag"]').check()
    _knip(pagina, "telefoon", '[data-rijen="contact"] > legend', rij)
    pagina.locator('[name="opmerking"]').fill("Nagekeken op de site.")  # so that there is something to save
    pagina.locator('[name="reden"]').fill("nagekeken op de site")
    pagina.locator("button", has_text="Bekijk hoe een ouder").click()
    pagina.wait_for_selector("#voorbeeld")
    _knip(pagina, "voorbeeld", "#voorbeeld", "article")
    pagina.locator('form.kennis button[value="bewaar"]').click()
    pagina.wait_for_selector('[data-staat="live"]')
    _knip(pagina, "live", ".melding", "[data-live]")
    ga("/onderwerp/nieuw?vraag=mag+hij+later+beginnen&vraag=kan+school+om+tien+uur+beginnen")
    pagina.locator('[name="id"]').fill("later_beginnen")
    pagina.locator('[name="titel"]').fill("Mag mijn kind later beginnen?")
    _knip(pagina, "onderwerp", "h1", '[name="vragen"]')
    ga("/initiatief?zoek=assen")
    pagina.locator(".stukken a").first.click()
    pagina.locator('[name="gesloten"]').fill("2026-03")
    _knip(pagina, "gesloten", 'label[for="v-gesloten"]', '[name="opmerking"]')


def neem() -> None:
    """All pictures."""
    from playwright.sync_api import sync_playwright

    UIT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as tijdelijk:
        werk = Path(tijdelijk)
        shutil.copytree(WORTEL / "knowledge", werk / "boom" / "knowledge")
        git = ["git", "-C", str(werk / "boom"), "-c", "user.name=Begin", "-c", "user.email=begin@wegwijzer.invalid"]
        for delen in (["init", "-q"], ["add", "."], ["commit", "-qm", "begin"]):
            subprocess.run([*git, *delen], check=True)
        os.environ["WEGWIJZER_KENNIS"] = str(werk / "boom" / "knowledge")
        os.environ.pop("WEGWIJZER_DB", None)
        with _helpdesk(werk) as bureau, sync_playwright() as spel:
            from wegwijzer.helpdesk.deur import Rol

            browser = bureau.bezoek(Rol.REDACTEUR, "een redacteur")
            adres = f"http://127.0.0.1:{bureau.poort}/helpdesk"
            venster = spel.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
            context = venster.new_context(viewport={"width": BREED, "height": 900}, locale="nl-NL")
            context.add_cookies([{"name": n, "value": w, "url": adres} for n, w in browser.koekjes.items()])
            pagina = context.new_page()
            _neem(pagina, lambda pad: pagina.goto(f"{adres}/kennis{pad}") and None)
            venster.close()


if __name__ == "__main__":
    neem()

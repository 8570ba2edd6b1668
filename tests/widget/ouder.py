"""A parent who uses the widget, as tests see them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

METEN = (Path(__file__).parent / "meten.js").read_text(encoding="utf-8")
WORTEL = "document.querySelector('wegwijzer-chat').shadowRoot"


class Ouder:
    """One visitor with one page."""

    def __init__(self, pagina: Any) -> None:
        self.pagina = pagina
        self.fouten: list[str] = []
        self.verzoeken: list[str] = []
        pagina.on("pageerror", lambda fout: self.fouten.append(str(fout)))
        pagina.on("request", lambda verzoek: self.verzoeken.append(verzoek.url))
        pagina.add_init_script(METEN)

    def ga(self, adres: str) -> None:
        """To an address, until the widget is there."""
        self.pagina.goto(adres)
        self.pagina.wait_for_function(
            "() => document.querySelector('wegwijzer-chat')?.shadowRoot?.querySelector('section')"
        )

    def js(self, uitdrukking: str) -> Any:
        """An expression in which `w` is the shadow root."""
        return self.pagina.evaluate(f"() => {{ const w = {WORTEL}; return {uitdrukking}; }}")

    def wacht(self, uitdrukking: str, ms: int = 60_000) -> None:
        """Until the expression is true."""
        self.pagina.wait_for_function(f"() => {{ const w = {WORTEL}; return {uitdrukking}; }}", timeout=ms)

    def open(self) -> None:
        """Press the launcher and wait for the greeting."""
        self.pagina.locator(".start").click()
        self.wacht("w.querySelectorAll('.bericht').length > 0")

    def typ(self, tekst: str) -> None:
        """Type and send, without waiting."""
        self.pagina.locator("#tekst").fill(tekst)
        self.pagina.locator("#tekst").press("Enter")

    def zeg(self, tekst: str) -> None:
        """Send and wait for the answer."""
        aantal = self.js("w.querySelectorAll('.bot').length")
        self.typ(tekst)
        self.wacht(f"w.querySelectorAll('.bot').length > {aantal} && !w.querySelector('.typt')", 120_000)
        self.rust()

    def tab(self, tot: str, hoogstens: int, toets: str = "Tab") -> int:
        """Press Tab (or `toets`) until the focus is on what holds `tot`; how often that took."""
        for aantal in range(1, hoogstens + 1):
            self.pagina.keyboard.press(toets)
            if tot in self.focus():
                return aantal
        raise AssertionError(f"{tot!r} niet bereikt in {hoogstens} keer {toets}; nu bij {self.focus()}")

    def rust(self) -> None:
        """Until what follows on a drawing has been drawn as well."""
        self.pagina.evaluate("() => new Promise((k) => requestAnimationFrame(() => requestAnimationFrame(k)))")

    def meer(self, knop: str) -> None:
        """Something under "Meer"."""
        self.pagina.locator("#meer").click()
        self.pagina.locator("#menu").get_by_role("button", name=knop).click()

    def teksten(self, wat: str = ".bericht .tekst") -> list[str]:
        """What is on screen."""
        return list(self.js(f"[...w.querySelectorAll({wat!r})].map((e) => e.innerText)"))

    def focus(self) -> str:
        """Where the focus is: `body`, or tag, id and text of the element in the widget."""
        return str(self.pagina.evaluate("() => meten.focus()"))

    def luister(self) -> None:
        """From now on note what a screen reader would be told."""
        self.js("meten.luister(w)")

    def gehoord(self, waar: str) -> list[str]:
        """What was said by `log` or `status`."""
        return [tekst for plek, tekst, _ in self.pagina.evaluate("() => window.gehoord") if plek == waar]

"""Two ways to use the widget: by keyboard alone, and by a finger on a small phone. Neither uses a mouse."""

from __future__ import annotations

from typing import Protocol

from ouder import Ouder

VER = 90
"""More controls than a long conversation has (presses of Tab)."""


class Handen(Protocol):
    """What a parent does."""

    def open(self) -> None: ...

    def zeg(self, tekst: str) -> None: ...

    def druk(self, naam: str, waar: str = "") -> None: ...


class Toetsen:
    """Tab, Shift+Tab, Enter, Space and Esc. Fails where the focus gets lost."""

    def __init__(self, ouder: Ouder) -> None:
        self._ouder = ouder
        self._toets = ouder.pagina.keyboard

    def open(self) -> None:
        """The launcher, from wherever the focus is on the page."""
        self._ouder.tab("start", VER)
        self._toets.press("Enter")

    def zeg(self, tekst: str) -> None:
        """Type where the focus is, which must be the composer by itself or a few stops on."""
        if "TEXTAREA tekst" not in self._ouder.focus():
            self._ouder.tab("TEXTAREA tekst", VER)
        self._toets.type(tekst)
        self._toets.press("Enter")

    def druk(self, naam: str, waar: str = "") -> None:
        """Walk to the last control of that name, within an element of class `waar`, and press it."""
        for _ in range(VER):
            kant = self._ouder.pagina.evaluate("([naam, waar]) => meten.kant(naam, waar)", [naam, waar])
            assert kant is not None, f"{naam!r} is er niet, of de focus raakte weg: {self._ouder.focus()}"
            if kant == 0:
                break
            self._toets.press("Tab" if kant > 0 else "Shift+Tab")
        else:
            raise AssertionError(f"{naam!r} is met het toetsenbord niet te bereiken; nu bij {self._ouder.focus()}")
        self._toets.press("Enter" if "SUMMARY" in self._ouder.focus() else "Space")


class Vingers:
    """Taps; the keyboard on the screen only for the words."""

    def __init__(self, ouder: Ouder) -> None:
        self._ouder = ouder

    def open(self) -> None:
        """The launcher."""
        self._ouder.pagina.locator(".start").tap()

    def zeg(self, tekst: str) -> None:
        """Type and tap "Verstuur"."""
        veld = self._ouder.pagina.locator("#tekst")
        veld.tap()
        veld.fill(tekst)
        self._ouder.pagina.get_by_role("button", name="Verstuur").tap()

    def druk(self, naam: str, waar: str = "") -> None:
        """Tap the last control of that name, within an element of class `waar`; it must be in reach of a finger."""
        pagina = self._ouder.pagina
        binnen = pagina.locator(f".{waar}").last if waar else pagina.locator("section")
        binnen.locator("button, summary, a").filter(has_text=naam).last.tap()

"""Watches `knowledge/` while the assistant serves, and takes a good change over without a restart."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Protocol

from wegwijzer.kennis.meldingen import KennisFout

INTERVAL = 0.5
"""How often the folder is looked at (seconds)."""


class Verversbaar(Protocol):
    """What holds the serving version."""

    def ververs(self) -> bool:
        """True when a new version serves; raises KennisFout and keeps the old one when it is not in order."""


class Wachter:
    """Runs in a thread of its own."""

    def __init__(self, houder: Verversbaar, meld: Callable[[str], None]) -> None:
        self._houder = houder
        self._meld = meld
        self._klaar = threading.Event()
        self._gemeld = ""

    def draai(self) -> None:
        """Until `stop`: look, take over, or say once what is wrong."""
        while not self._klaar.wait(INTERVAL):
            self.kijk()

    def kijk(self) -> None:
        """Look once."""
        try:
            if self._houder.ververs():
                self._meld("Gewijzigde kennis is overgenomen.")
            self._gemeld = ""
        except KennisFout as fout:
            if str(fout) != self._gemeld:
                self._meld(f"Gewijzigde kennis is geweigerd; de vorige versie blijft gelden:\n{fout}")
            self._gemeld = str(fout)
        except Exception as fout:
            if repr(fout) != self._gemeld:
                self._meld(
                    f"De kennis kon niet worden ververst ({type(fout).__name__}); de vorige versie blijft gelden."
                )
            self._gemeld = repr(fout)

    def stop(self) -> None:
        """End the thread."""
        self._klaar.set()

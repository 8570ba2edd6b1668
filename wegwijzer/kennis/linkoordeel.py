"""What the answer of a site, or its silence, says of an address: for the editor, in Dutch."""

from __future__ import annotations

import socket
from dataclasses import dataclass


@dataclass(frozen=True)
class Bezoek:
    """What an address said. `uitkomst`: goed, verhuisd, weg, zelf_kijken or mag_niet; `wat` in Dutch."""

    adres: str
    uitkomst: str
    wat: str
    nieuw: str | None = None


def oordeel(adres: str, code: int, nieuw: str | None) -> Bezoek:
    """What an HTTP status says of an address; `nieuw` is where it has moved for good."""
    if code in (404, 410):
        return Bezoek(adres, "weg", f"deze pagina is er niet meer ({code})")
    if code == 429 or code >= 500:
        return Bezoek(adres, "zelf_kijken", f"de site heeft een storing of is druk ({code})")
    if code >= 400:
        return Bezoek(adres, "zelf_kijken", f"de site laat een programma niet binnen ({code})")
    if nieuw:
        return Bezoek(adres, "verhuisd", f"staat nu op {nieuw}", nieuw)
    return Bezoek(adres, "goed", "bestaat nog")


def waarom(fout: Exception) -> str:
    """Why there was no answer at all, in Dutch."""
    oorzaak = getattr(fout, "reason", fout)
    if isinstance(oorzaak, TimeoutError):
        return "antwoordt niet op tijd"
    if isinstance(oorzaak, socket.gaierror):
        return "deze site bestaat niet, of is nu niet te vinden"
    if "CERTIFICATE" in str(oorzaak).upper():
        return "het certificaat van de site klopt niet"
    return f"is niet te bereiken ({type(oorzaak).__name__})"

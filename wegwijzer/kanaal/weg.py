"""The page for when the chat is away: numbers of humans, one file without script. Served here, and by the proxy."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

from sanic.response import HTTPResponse, html

from wegwijzer.kanaal.bestanden import MAP, Bestanden, met_nummers
from wegwijzer.kanaal.fouten import GESLOTEN_WACHT
from wegwijzer.kanaal.koppen import ALTIJD

NAAM = "weg.html"
_bestanden = Bestanden(MAP)


def inhoud() -> str:
    """The page with the telephone numbers of the knowledge that serves. Raises KennisFout where there is none."""
    bestand = _bestanden.haal(NAAM)
    if bestand is None:
        raise FileNotFoundError(NAAM)
    return met_nummers(bestand).inhoud.decode("utf-8")


def wegpagina(kaders: Iterable[str] = ()) -> HTTPResponse:
    """503 with the page; `kaders`: the sites that may show it in a frame."""
    tekst = inhoud()
    som = base64.b64encode(hashlib.sha256(_stijl(tekst)).digest()).decode()
    mag = " ".join(kaders) or "'none'"
    beleid = f"default-src 'none'; style-src 'sha256-{som}'; base-uri 'none'; form-action 'none'; frame-ancestors {mag}"
    koppen = {**ALTIJD, "Content-Security-Policy": beleid, "Cache-Control": "no-store"}
    return html(tekst, status=503, headers={**koppen, "Retry-After": str(GESLOTEN_WACHT)})


def _stijl(tekst: str) -> bytes:
    gevonden = re.search(r"<style>(.*?)</style>", tekst, re.DOTALL)
    return gevonden[1].encode("utf-8") if gevonden else b""

"""What the helpdesk refuses, in words: a page for a person, JSON for a script."""

from __future__ import annotations

import logging
import math
from typing import TYPE_CHECKING
from urllib.parse import quote

from sanic.request import Request
from sanic.response import HTTPResponse, json, text

from wegwijzer.helpdesk.aanmelding import PAD, Aanmelding
from wegwijzer.kanaal.fouten import Fout
from wegwijzer.storing import plek_van

if TYPE_CHECKING:
    from wegwijzer.helpdesk.deur import Deur

logger = logging.getLogger(__name__)
SOORTEN = {
    "aanmelden": (401, "U bent niet ingelogd", "Log in en probeer het opnieuw."),
    "rol": (403, "Dit mag u niet", "Uw account heeft hier geen recht op. Vraag het aan de beheerder."),
    "csrf": (403, "Dit formulier is verlopen", "Open de pagina opnieuw en verstuur het nog een keer."),
    "herkomst": (403, "Dit verzoek komt van een andere site", "Open de helpdesk zelf en probeer het daar."),
    "niet_gevonden": (404, "Dit is er niet", "De pagina of het stuk dat u zoekt, bestaat niet (meer)."),
    "inhoud": (400, "Dit was niet te lezen", "Controleer wat u invulde en verstuur het nog een keer."),
    "te_groot": (413, "Dit is te groot", "Verstuur een kleiner bestand of minder tekst."),
    "snel": (429, "Dit gaat te snel", "Wacht even en probeer het dan opnieuw."),
    "storing": (503, "De opslag antwoordt nu niet", "Er is niets verloren. Probeer het over een minuut opnieuw."),
    "fout": (500, "Er ging iets mis", "Het is genoteerd voor de beheerder. Probeer het opnieuw."),
}
"""Kind → HTTP status, heading, what to do."""


class Weigering(Exception):
    """Ends a request. `soort` is a key of SOORTEN; `wacht` in seconds; `uitleg` instead of the usual words."""

    def __init__(self, soort: str, wacht: float | None = None, uitleg: str | None = None) -> None:
        super().__init__(soort)
        self.soort = soort
        self.wacht = math.ceil(wacht) if wacht else None
        self.uitleg = uitleg or SOORTEN[soort][2]


def als_antwoord(deur: Deur, request: Request, fout: Weigering) -> HTTPResponse:
    """The reply; a person who is not logged in is sent to where that can be done."""
    status, kop, _ = SOORTEN[fout.soort]
    koppen = {"Retry-After": str(fout.wacht)} if fout.wacht else {}
    if _wil_json(request):
        return json({"error": fout.soort, "text": f"{kop}. {fout.uitleg}"}, status=status, headers=koppen)
    if fout.soort == "aanmelden":
        verder = request.path.removeprefix(PAD) if request.method in ("GET", "HEAD") else ""
        waar = f"{PAD}/inloggen" + (f"?verder={quote(verder, safe='')}" if verder.strip("/") else "")
        return HTTPResponse(status=303, headers={"Location": waar})
    aanmelding: Aanmelding | None = getattr(request.ctx, "aanmelding", None)
    bezoeker = aanmelding.bezoeker if aanmelding else None
    try:
        antwoord = deur.pagina(request, bezoeker, "fout.html", kop=kop, uitleg=fout.uitleg, status=status)
    except Exception as ook:
        logger.error("De foutpagina van de helpdesk mislukte: %s", plek_van(ook))
        antwoord = text(f"{kop}. {fout.uitleg}", status=status)
    antwoord.headers.update(koppen)
    return antwoord


def van_opslag(fout: Fout) -> Weigering:
    """What the database or the limits refused, in the words of the helpdesk."""
    return Weigering("snel" if fout.soort == "te_snel" else "storing", fout.wacht)


def _wil_json(request: Request) -> bool:
    return "x-csrf-token" in request.headers or "application/json" in request.headers.get("accept", "")

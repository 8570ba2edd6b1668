"""The website channel: Rasa's way in for the widget, on the server's own port. Contract: README, Website."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, empty, html, json
from sanic_cors.core import SANIC_CORS_EVALUATED

from wegwijzer.bedrijf.metingen import BEZIG, gemeten
from wegwijzer.bedrijf.schakelaar import schakelaar
from wegwijzer.huis import houder
from wegwijzer.kanaal import privacy
from wegwijzer.kanaal.balie import Balie
from wegwijzer.kanaal.bestanden import Bestanden, antwoord, met_nummers
from wegwijzer.kanaal.beurt import KANAAL, Beurtloper
from wegwijzer.kanaal.fouten import Fout, als_antwoord, zin
from wegwijzer.kanaal.gesprek import Gesprekken
from wegwijzer.kanaal.gevaar import Gevaarwacht
from wegwijzer.kanaal.instellingen import Instellingen
from wegwijzer.kanaal.koppen import CORS_VOORAF, GEGEVENS, PAGINA, SCRIPT, csp
from wegwijzer.kanaal.meenemen import Meenemen
from wegwijzer.kanaal.melden import Meldpunt
from wegwijzer.kanaal.terugkeer import Terugkeer
from wegwijzer.kanaal.toegang import Toegang
from wegwijzer.kanaal.weg import wegpagina
from wegwijzer.storing import plek_van

logger = logging.getLogger(__name__)
Afhandeling = Callable[[Request], Awaitable[HTTPResponse]]
METHODEN = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
SCRIPTNAAM = "wegwijzer.js"
MELD_HOOGSTENS = 100
"""So many refused sites are named in the log, each once."""


class WebsiteKanaal(InputChannel):
    """The conversation (`/session` and so on, the table in `blueprint`), the script and the chat page."""

    def __init__(self, instellingen: Instellingen | None = None) -> None:
        """Raises InstellingFout where the environment holds a setting that cannot be used."""
        self._instellingen = instellingen or Instellingen.lees()
        self._toegang = Toegang(self._instellingen)
        self._geweigerd: set[str] = set()

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> WebsiteKanaal:
        """What credentials.yml says of this channel; the environment goes first."""
        return cls(Instellingen.lees(credentials))

    @classmethod
    def name(cls) -> str:
        """How it is called in the tracker."""
        return KANAAL

    def url_prefix(self) -> str:
        """At the root of the server, not under /webhooks."""
        return "/"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes."""
        blauwdruk = Blueprint("website")
        balie, gevaar = Balie(self._instellingen), Gevaarwacht()
        terugkeer = Terugkeer(balie)
        gesprekken = Gesprekken(balie, Beurtloper(balie.opslag, gemeten(on_new_message, KANAAL)), gevaar, terugkeer)
        meenemen, bestanden = Meenemen(balie, terugkeer), Bestanden()
        paden: dict[str, dict[str, Afhandeling]] = {
            "/session": {"POST": gesprekken.begin, "DELETE": gesprekken.wis},
            "/message": {"POST": gesprekken.zeg},
            "/history": {"GET": gesprekken.lees},
            "/link": {"POST": terugkeer.maak},
            "/return": {"POST": terugkeer.open},
            "/report": {"POST": Meldpunt(balie, gevaar).meld},
            "/plan": {"GET": meenemen.plan},
            "/plan.ics": {"GET": meenemen.agenda},
        }
        for pad, wie in paden.items():
            afhandeling = partial(self._gegevens, wie)
            blauwdruk.add_route(afhandeling, pad, methods=METHODEN, name=pad.strip("/").replace(".", "_"), stream=True)
        self._voeg_bestanden_toe(blauwdruk, bestanden)

        @blauwdruk.middleware("response")
        async def cors(request: Request, antwoord: HTTPResponse) -> None:
            if request.path.rstrip("/") in paden:
                self._cors(request, antwoord)

        return blauwdruk

    async def _gegevens(self, wie: Mapping[str, Afhandeling], request: Request) -> HTTPResponse:
        """One request for data: only from a site that may, and whatever goes wrong becomes words."""
        setattr(request.ctx, SANIC_CORS_EVALUATED, "1")
        try:
            if not self._toegang.mag(request):
                return self._geweigerd_antwoord(request)
            if request.method == "OPTIONS":
                return empty(headers=GEGEVENS)
            if request.method not in wie:
                raise Fout("methode", mag=", ".join(wie))
            with BEZIG.track_inprogress():
                return await wie[request.method](request)
        except Fout as fout:
            return als_antwoord(fout)
        except Exception as fout:
            logger.error("Een verzoek aan het websitekanaal mislukte: %s", plek_van(fout))
            return als_antwoord(Fout("storing"))

    def _voeg_bestanden_toe(self, blauwdruk: Blueprint, bestanden: Bestanden) -> None:
        @blauwdruk.route(f"/widget/v1/{SCRIPTNAAM}", methods=["GET", "HEAD"])
        async def script(request: Request) -> HTTPResponse:
            bestand = bestanden.haal(SCRIPTNAAM)
            return antwoord(bestand, request, SCRIPT) if bestand else als_antwoord(Fout("geen_script"))

        @blauwdruk.get("/widget/v1/toegang")
        async def toegang(request: Request) -> HTTPResponse:
            mag = self._toegang.mag(request)
            koppen = {**GEGEVENS, "Access-Control-Allow-Origin": "*"}
            return json({"allowed": mag, "console": "" if mag else self._console(request)}, headers=koppen)

        @blauwdruk.route("/chat", methods=["GET", "HEAD"])
        async def chat(request: Request) -> HTTPResponse:
            kaders = ("'self'", *self._instellingen.sites) if request.args.get("inline") == "1" else ()
            koppen = {**PAGINA, "Content-Security-Policy": csp(kaders=kaders)}
            if schakelaar().is_uit:
                return wegpagina(kaders)
            return pagina(bestanden, "chat.html", request, koppen)

        @blauwdruk.route("/privacy", methods=["GET", "HEAD"], name="privacy")
        async def privacypagina(request: Request) -> HTTPResponse:
            try:
                onbekend = houder().haal().kennis.tekst("privacy_onbekend")
                tekst = privacy.pagina(self._instellingen.verantwoordelijke, onbekend)
            except OSError as fout:
                logger.error("De privacypagina is er niet: %s", plek_van(fout))
                return als_antwoord(Fout("geen_pagina"))
            return html(tekst, headers=PAGINA)

        @blauwdruk.route("/web/<naam:str>", methods=["GET", "HEAD"])
        async def web(request: Request, naam: str) -> HTTPResponse:
            return pagina(bestanden, naam, request, PAGINA)

    def _geweigerd_antwoord(self, request: Request) -> HTTPResponse:
        site = str(self._toegang.site(request))
        if site not in self._geweigerd and len(self._geweigerd) < MELD_HOOGSTENS:
            self._geweigerd.add(site)
            logger.warning("Een site die niet in WEGWIJZER_SITES staat, vroeg om het gesprek: %s", site)
        return als_antwoord(Fout("site"), console=self._console(request))

    def _console(self, request: Request) -> str:
        site = self._toegang.site(request)
        return f"Wegwijzer: {site} staat niet in WEGWIJZER_SITES van deze server, dus de chat werkt hier niet."

    def _cors(self, request: Request, antwoord: HTTPResponse) -> None:
        """Only a site on the list may read the answer, whatever else in this server writes CORS headers."""
        for naam in [naam for naam in antwoord.headers if naam.lower().startswith("access-control-")]:
            del antwoord.headers[naam]
        antwoord.headers["Vary"] = "Origin"
        mag, site = self._toegang.mag(request), self._toegang.site(request)
        if request.method == "OPTIONS":
            antwoord.status = 204 if mag else 403
            antwoord.body = b"" if mag else antwoord.body
        if mag and site is not None:
            antwoord.headers["Access-Control-Allow-Origin"] = request.headers["origin"]
            if request.method == "OPTIONS":
                antwoord.headers.update(CORS_VOORAF)


def pagina(bestanden: Bestanden, naam: str, request: Request, koppen: Mapping[str, str]) -> HTTPResponse:
    """A file of `web/`, or the page that says that there is none."""
    bestand = bestanden.haal(naam)
    if bestand is not None:
        return antwoord(met_nummers(bestand) if naam.endswith(".html") else bestand, request, koppen)
    tekst = zin("geen_pagina").encode("utf-8")
    return HTTPResponse(tekst, status=404, content_type="text/plain; charset=utf-8", headers=dict(koppen))

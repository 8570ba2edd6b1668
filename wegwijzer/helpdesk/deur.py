"""The one door of the helpdesk: who comes in, what a role may, and how a page is made."""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar

from sanic import Blueprint
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse, html
from sanic_cors.core import SANIC_CORS_EVALUATED

from wegwijzer.helpdesk.aanmelding import AANMELDING, PAD, Aanmelding, gelijk, token_uit
from wegwijzer.helpdesk.bladen import blad
from wegwijzer.helpdesk.instellingen import HelpdeskInstellingen
from wegwijzer.helpdesk.koppen import KOPPEN
from wegwijzer.helpdesk.paden import MENU, lees_melding, verwijs, zet_melding
from wegwijzer.helpdesk.wachtwoord import Wachtwoorden
from wegwijzer.helpdesk.weigering import Weigering, als_antwoord, van_opslag
from wegwijzer.kanaal.balie import agent_van
from wegwijzer.kanaal.fouten import Fout
from wegwijzer.kanaal.opslagdraad import Opslagdraad
from wegwijzer.kanaal.toegang import Toegang
from wegwijzer.opslag import aanmeldingen, handelingen
from wegwijzer.opslag.rollen import Bezoeker, Rol
from wegwijzer.storing import plek_van

__all__ = ["Bezoeker", "Deur", "Rol", "Weigering"]
logger = logging.getLogger(__name__)
T = TypeVar("T")
Kamer = Callable[..., Awaitable[HTTPResponse]]
GROOTSTE = 65_536
"""A larger request is refused (bytes), unless a route says otherwise."""


class Deur:
    """Rooms add their routes here; each passes the same checks."""

    def __init__(self, blauwdruk: Blueprint, instellingen: HelpdeskInstellingen) -> None:
        self.blauwdruk = blauwdruk
        self.instellingen = instellingen
        self.opslag = Opslagdraad()
        self.wachtwoorden = Wachtwoorden()
        self._toegang = Toegang(instellingen)
        self._rollen: dict[str, Rol] = {}

    def route(
        self,
        pad: str,
        rol: Rol = Rol.HELPDESK,
        methoden: Sequence[str] = ("GET",),
        naam: str | None = None,
        hoogstens: int = GROOTSTE,
    ) -> Callable[[Kamer], Kamer]:
        """For `async def f(request, bezoeker, **parts of the path)`; `hoogstens`: the largest body (bytes).

        Who is not logged in gets the login page, a lower role 403, a POST without the CSRF token 403.
        """

        def versier(f: Kamer) -> Kamer:
            async def afhandeling(request: Request, **delen: Any) -> HTTPResponse:
                return await self._in_woorden(request, self._binnen(request, rol, hoogstens, f, delen))

            self._voeg_toe(pad, afhandeling, methoden, naam or _naam(f))
            if "GET" in methoden:
                self._rollen[pad] = rol
            return f

        return versier

    def open(self, pad: str, methoden: Sequence[str] = ("GET",), naam: str | None = None) -> Callable[[Kamer], Kamer]:
        """For `async def f(request, **parts of the path)`: for everybody, so only for logging in and for styles."""

        def versier(f: Kamer) -> Kamer:
            async def afhandeling(request: Request, **delen: Any) -> HTTPResponse:
                return await self._in_woorden(request, self._buiten(request, f, delen))

            self._voeg_toe(pad, afhandeling, methoden, naam or _naam(f))
            return f

        return versier

    def pagina(self, request: Request, bezoeker: Bezoeker | None, sjabloon: str, **gegevens: Any) -> HTTPResponse:
        """The page; its template also has `bezoeker`, `csrf`, `menu` [(path, text, here)] and `melding`.

        `status` among `gegevens` is the page's HTTP status.
        """
        aanmelding: Aanmelding | None = getattr(request.ctx, "aanmelding", None)
        eigen = {
            "csrf": aanmelding.csrf if aanmelding else "",
            "melding": lees_melding(request, self.veilig(request)),
            "bezoeker": bezoeker,
        }
        status = gegevens.pop("status", 200)
        return html(blad(sjabloon, menu=self._menu(request, bezoeker), **{**eigen, **gegevens}), status=status)

    def naar(self, pad: str, melding: str = "") -> HTTPResponse:
        """303 to a page of the helpdesk ("/lijst?blad=2"). Raises ValueError for what leads anywhere else."""
        return verwijs(pad, melding)

    async def doe(self, request: Request, roep: Callable[..., T], *gegeven: Any) -> T:
        """`roep(tracker store, *gegeven)` off the event loop. Raises Fout where the database does not answer."""
        return await self.opslag.doe(roep, self.opslag.opslag(agent_van(request)), *gegeven)

    async def noteer(self, request: Request, wie: str, wat: str, over: str = "") -> None:
        """A line in the log of what is done here: never anything of a parent. Raises Fout."""
        await self.doe(request, handelingen.noteer, wie, wat, over, time.time())

    def veilig(self, request: Request) -> bool:
        """Whether visitors come by https, to us or to our proxy, as far as the settings tell."""
        return self._toegang.veilig(request)

    def adres(self, request: Request) -> str | None:
        """The key under which this visitor's address is counted; None: not counted."""
        return self._toegang.adres(request)

    def _voeg_toe(self, pad: str, afhandeling: Kamer, methoden: Sequence[str], naam: str) -> None:
        alle = {*methoden, *(("HEAD",) if "GET" in methoden else ())}
        self.blauwdruk.add_route(afhandeling, pad, methods=sorted(alle), name=naam, stream=True)

    async def _binnen(self, request: Request, rol: Rol, hoogstens: int, f: Kamer, delen: Any) -> HTTPResponse:
        aanmelding = await self.wie(request)
        if aanmelding is None:
            raise Weigering("aanmelden")
        request.ctx.aanmelding = aanmelding
        if aanmelding.bezoeker.rol < rol:
            raise Weigering("rol")
        await self._lees(request, hoogstens)
        if request.method not in ("GET", "HEAD"):
            gegeven = request.headers.get("x-csrf-token") or request.form.get("csrf") or ""
            if not gelijk(gegeven, aanmelding.csrf):
                raise Weigering("csrf")
        return await f(request, aanmelding.bezoeker, **delen)

    async def _buiten(self, request: Request, f: Kamer, delen: Any) -> HTTPResponse:
        await self._lees(request, GROOTSTE)
        return await f(request, **delen)

    async def _lees(self, request: Request, hoogstens: int) -> None:
        """The body, and where it came from. Raises Weigering."""
        if request.method not in ("GET", "HEAD") and not self._van_ons(request):
            raise Weigering("herkomst")
        request.stream.request_max_size = hoogstens
        try:
            await request.receive_body()
        except SanicException as fout:
            raise Weigering("te_groot" if fout.status_code == 413 else "inhoud") from None

    def _van_ons(self, request: Request) -> bool:
        if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return False
        return self._toegang.eigen(request)

    async def wie(self, request: Request) -> Aanmelding | None:
        """Who sends this request, by its cookie; None where that opens nothing (any more). Raises Fout."""
        token = token_uit(request, AANMELDING, self.veilig(request))
        if token is None:
            return None
        stil, duur = self.instellingen.helpdesk_stil_minuten * 60.0, self.instellingen.helpdesk_uren * 3600.0
        bezoeker = await self.doe(request, aanmeldingen.vind, token, time.time(), stil, duur)
        return Aanmelding(bezoeker, token) if bezoeker is not None else None

    async def _in_woorden(self, request: Request, werk: Awaitable[HTTPResponse]) -> HTTPResponse:
        """Whatever goes wrong becomes a page, or JSON for a script; never the error itself."""
        setattr(request.ctx, SANIC_CORS_EVALUATED, "1")
        try:
            antwoord = await werk
        except Weigering as fout:
            antwoord = als_antwoord(self, request, fout)
        except Fout as fout:
            antwoord = als_antwoord(self, request, van_opslag(fout))
        except Exception as fout:
            logger.error("Een pagina van de helpdesk mislukte: %s", plek_van(fout))
            antwoord = als_antwoord(self, request, Weigering("fout"))
        for kop, waarde in KOPPEN.items():
            antwoord.headers.setdefault(kop, waarde)
        zet_melding(request, antwoord, self.veilig(request))
        return antwoord

    def kamers(self, bezoeker: Bezoeker) -> list[tuple[str, str, str]]:
        """The rooms that are there and where this visitor may go in: (address, path below /helpdesk, name)."""
        mag = [(p, t) for p, t in MENU if p in self._rollen and bezoeker.rol >= self._rollen[p]]
        return [(PAD + p.rstrip("/"), p, t) for p, t in mag]

    def _menu(self, request: Request, bezoeker: Bezoeker | None) -> list[tuple[str, str, bool]]:
        hier = request.path.removeprefix(PAD) or "/"
        alle = self.kamers(bezoeker) if bezoeker else []
        return [(adres, t, hier.rstrip("/") == p.rstrip("/") or hier.startswith(f"{p}/")) for adres, p, t in alle]


def _naam(f: Kamer) -> str:
    return f"{f.__module__.rsplit('.', 1)[-1]}_{f.__name__}"

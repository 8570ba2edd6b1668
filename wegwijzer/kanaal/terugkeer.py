"""POST /link and POST /return: the return link of a conversation, made on request and exchanged for a token."""

from __future__ import annotations

import re
import time
from typing import Any

from sanic.request import Request
from sanic.response import HTTPResponse, json

from wegwijzer.bewaartijd import bewaartermijn
from wegwijzer.gesprek import bewaren
from wegwijzer.huis import houder
from wegwijzer.kanaal.balie import Balie, agent_van
from wegwijzer.kanaal.fouten import Fout
from wegwijzer.kanaal.invoer import als_json, controleer_soort, lees_inhoud, token_van
from wegwijzer.kanaal.koppen import GEGEVENS
from wegwijzer.opslag import terugkeer
from wegwijzer.opslag.sessies import Sessie

GEHEIM = re.compile(r"[A-Za-z0-9_-]{22}")


class Terugkeer:
    """Makes links and opens them. A secret travels in a body only: never in an address, never into a log."""

    def __init__(self, balie: Balie) -> None:
        self._balie = balie

    async def maak(self, request: Request) -> HTTPResponse:
        """POST /link {new?}: 200 `{link, text}`. `new` makes another link and shuts out who came by the old one."""
        inhoud = await self._inhoud(request)
        self._balie.rem_adres(request)
        token, _, sessie = await self._balie.sessie(request)
        self._balie.rem_sessie(sessie, "link")
        opslag, nieuw = self._balie.opslag.opslag(agent_van(request)), inhoud.get("new") is True
        geheim = await self._balie.opslag.doe(terugkeer.maak, opslag, sessie, token, time.time(), nieuw)
        tekst = bewaren.bij_link(houder().haal())
        return json({"link": self._adres(request, geheim), "text": tekst}, headers=GEGEVENS)

    async def open(self, request: Request) -> HTTPResponse:
        """POST /return {secret}: 200 `{token}`; the token that was sent along where that is of this conversation."""
        inhoud = await self._inhoud(request)
        self._balie.rem_adres(request, "terugkeer")
        geheim = inhoud.get("secret")
        if not isinstance(geheim, str) or not GEHEIM.fullmatch(geheim):
            raise Fout("geen_weg_terug")
        await self._balie.sessies(request)
        opslag = self._balie.opslag.opslag(agent_van(request))
        eigen = token_van(request) if "authorization" in request.headers else None
        doe = self._balie.opslag.doe
        token = await doe(terugkeer.open_, opslag, geheim, eigen, time.time(), bewaartermijn())
        if token is None:
            raise Fout("geen_weg_terug")
        return json({"token": token}, headers=GEGEVENS)

    async def link(self, request: Request, sessie: Sessie, token: str) -> str | None:
        """The link of this conversation, where one was asked for and this device knows it."""
        opslag = self._balie.opslag.opslag(agent_van(request))
        geheim = await self._balie.opslag.doe(terugkeer.bekend, opslag, sessie, token)
        return self._adres(request, geheim) if geheim else None

    async def op_plan(self, request: Request, sessie: Sessie, token: str) -> str | None:
        """The line with the link for on the plan."""
        link = await self.link(request, sessie, token)
        return bewaren.op_plan(link, houder().haal()) if link else None

    def _adres(self, request: Request, geheim: str) -> str:
        return f"{self._balie.adres(request)}/chat#{geheim}"

    async def _inhoud(self, request: Request) -> dict[str, Any]:
        ruw, te_groot = await lees_inhoud(request, self._balie.instellingen.max_inhoud)
        controleer_soort(request)
        gelezen = als_json(ruw) if not te_groot else None
        if not isinstance(gelezen, dict):
            raise Fout("te_groot" if te_groot else "geen_json")
        return gelezen

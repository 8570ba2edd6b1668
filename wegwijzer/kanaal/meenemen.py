"""GET /plan and GET /plan.ics: what a parent takes along, made anew from what the conversation knows now."""

from __future__ import annotations

from datetime import datetime

from sanic.request import Request
from sanic.response import HTTPResponse

from wegwijzer.gesprek import documenten, voorbereiding
from wegwijzer.gesprek.model import Toestand
from wegwijzer.huis import houder
from wegwijzer.kanaal.balie import Balie
from wegwijzer.kanaal.fouten import Fout
from wegwijzer.kanaal.koppen import GEGEVENS
from wegwijzer.kanaal.plan_pagina import STIJL_HASH, plan_als_html
from wegwijzer.kanaal.terugkeer import Terugkeer
from wegwijzer.klok import NEDERLAND
from wegwijzer.pad.plan import Plan, maak_plan

BLAD = (
    f"default-src 'none'; style-src '{STIJL_HASH}'; base-uri 'none'; form-action 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors 'none'"
)


class Meenemen:
    """The plan as a page and the terms as a calendar file."""

    def __init__(self, balie: Balie, terugkeer: Terugkeer) -> None:
        self._balie = balie
        self._terugkeer = terugkeer

    async def plan(self, request: Request) -> HTTPResponse:
        """One HTML page with its own style and nothing else in it."""
        gemaakt, nu, terug = await self._plan(request)
        koppen = {
            **GEGEVENS,
            "Content-Security-Policy": BLAD,
            "Content-Disposition": f'inline; filename="wegwijzer-plan-{nu.date()}.html"',
        }
        inhoud = plan_als_html(gemaakt.data(nu), terug).encode("utf-8")
        return HTTPResponse(inhoud, content_type="text/html; charset=utf-8", headers=koppen)

    async def agenda(self, request: Request) -> HTTPResponse:
        """All terms that still run. Raises Fout where there are none."""
        gemaakt, nu, _ = await self._plan(request)
        if gemaakt.agenda is None:
            raise Fout("geen_termijn")
        koppen = {**GEGEVENS, "Content-Disposition": f'attachment; filename="wegwijzer-termijnen-{nu.date()}.ics"'}
        inhoud = gemaakt.agenda.encode("utf-8")
        return HTTPResponse(inhoud, content_type="text/calendar; charset=utf-8", headers=koppen)

    async def _plan(self, request: Request) -> tuple[Plan, datetime, str | None]:
        self._balie.rem_adres(request)
        token, sessies, sessie = await self._balie.sessie(request)
        toestand = Toestand.uit_slots(await self._balie.opslag.doe(sessies.slots, sessie))
        huis, nu = houder().haal().voor(toestand.situatie.kind), datetime.now(NEDERLAND)
        punten, onzeker = voorbereiding.voor_plan(toestand, huis), documenten.onzeker(toestand, huis)
        terug = await self._terugkeer.op_plan(request, sessie, token)
        return maak_plan(toestand.situatie, huis.kennis, nu, punten, onzeker), nu, terug

"""What was done at the helpdesk, for who manages the accounts."""

from __future__ import annotations

from sanic.request import Request
from sanic.response import HTTPResponse

from wegwijzer.helpdesk.deur import Bezoeker, Deur, Rol
from wegwijzer.opslag import handelingen

PER_BLAD = 50


def kamer(deur: Deur) -> None:
    """`/logboek?blad=2`."""

    @deur.route("/logboek", Rol.BEHEERDER, naam="logboek")
    async def toon(request: Request, bezoeker: Bezoeker) -> HTTPResponse:
        gegeven = request.args.get("blad") or "1"
        blad = int(gegeven) if gegeven.isascii() and gegeven.isdigit() and 0 < len(gegeven) < 6 else 1
        blad = max(1, blad)
        rijen = await deur.doe(request, handelingen.lijst, (blad - 1) * PER_BLAD, PER_BLAD + 1)
        gegevens = {"rijen": rijen[:PER_BLAD], "blad": blad, "verder": len(rijen) > PER_BLAD}
        return deur.pagina(request, bezoeker, "logboek.html", **gegevens)

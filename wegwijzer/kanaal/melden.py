"""POST /report: "klopt dit niet?", a parent's remark on one answer."""

from __future__ import annotations

import time

from sanic.request import Request
from sanic.response import HTTPResponse, json

from wegwijzer.huis import houder
from wegwijzer.kanaal import vorm
from wegwijzer.kanaal.balie import Balie, agent_van
from wegwijzer.kanaal.fouten import Fout
from wegwijzer.kanaal.gevaar import Gevaarwacht, gevaartekst
from wegwijzer.kanaal.invoer import als_json, als_nummer, controleer_soort, lees_inhoud, ruwe_tekst
from wegwijzer.kanaal.koppen import GEGEVENS
from wegwijzer.opslag.meldingen import Melding, bewaar
from wegwijzer.poort import poort


class Meldpunt:
    """Takes remarks; redacted before they are stored."""

    def __init__(self, balie: Balie, gevaar: Gevaarwacht) -> None:
        self._balie = balie
        self._gevaar = gevaar

    async def meld(self, request: Request) -> HTTPResponse:
        """202, with the numbers in `text` where the remark holds danger."""
        inhoud, te_groot = await lees_inhoud(request, self._balie.instellingen.max_inhoud)
        oordeel = await self._gevaar.lees(ruwe_tekst(inhoud))
        try:
            await self._bewaar(request, inhoud, te_groot)
        except Fout:
            if oordeel is None:
                raise
        return json({"text": gevaartekst(oordeel)} if oordeel else {}, status=202, headers=GEGEVENS)

    async def _bewaar(self, request: Request, inhoud: bytes, te_groot: bool) -> None:
        controleer_soort(request)
        if te_groot:
            raise Fout("te_groot")
        gelezen = als_json(inhoud)
        tekst = gelezen.get("text", "") if isinstance(gelezen, dict) else None
        if not isinstance(tekst, str):
            raise Fout("geen_json")
        if len(tekst) > self._balie.instellingen.max_tekens:
            raise Fout("te_groot")
        id_ = als_nummer(gelezen.get("id"))
        self._balie.rem_adres(request)
        _, _, sessie = await self._balie.sessie(request)
        self._balie.rem_sessie(sessie, "melding")
        huis = houder().haal()
        melding = Melding(id_, poort(tekst).tekst, huis.kennis.versie, huis.nummer)
        opslag = self._balie.opslag.opslag(agent_van(request))
        nummer = vorm.nummer_van(id_)
        bewaard = id_ % vorm.RUIMTE == 0 and await self._balie.opslag.doe(
            bewaar, opslag, sessie, nummer, melding, time.time()
        )
        if not bewaard:
            raise Fout("geen_bericht")

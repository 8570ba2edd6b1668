"""A conversation on the website: begin it, say something in it, read it again, erase it."""

from __future__ import annotations

import time
from typing import Any

from sanic.request import Request
from sanic.response import HTTPResponse, empty, json

from wegwijzer.bedrijf.metingen import GEVAAR
from wegwijzer.huis import houder
from wegwijzer.kanaal import vorm
from wegwijzer.kanaal.balie import Balie, agent_van
from wegwijzer.kanaal.beurt import Beurtloper
from wegwijzer.kanaal.fouten import Fout
from wegwijzer.kanaal.gevaar import Duurt, Gevaarwacht, gevaartekst, op_tijd
from wegwijzer.kanaal.invoer import (
    TeLang,
    als_bericht,
    als_json,
    als_nummer,
    controleer_soort,
    lees_inhoud,
    ruwe_tekst,
)
from wegwijzer.kanaal.koppen import GEGEVENS
from wegwijzer.kanaal.terugkeer import Terugkeer
from wegwijzer.kanaal.weerzien import verwelkom
from wegwijzer.opslag.sessies import Eind, Sessie, Sessies
from wegwijzer.opslag.wissen import wis_reserve


class Gesprekken:
    """The requests about a conversation, each a method."""

    def __init__(self, balie: Balie, beurten: Beurtloper, gevaar: Gevaarwacht, terugkeer: Terugkeer) -> None:
        self._balie = balie
        self._terugkeer = terugkeer
        self._beurten = beurten
        self._gevaar = gevaar

    async def begin(self, request: Request) -> HTTPResponse:
        """POST /session."""
        await lees_inhoud(request, self._balie.instellingen.max_inhoud)
        self._balie.rem_adres(request, "gesprek")
        sessies = await self._balie.sessies(request)
        token = await self._balie.opslag.doe(sessies.maak, time.time())
        inhoud = {"token": token, "greeting": vorm.begroeting(token, houder().haal().kennis)}
        return json(inhoud, status=201, headers=GEGEVENS)

    async def lees(self, request: Request) -> HTTPResponse:
        """GET /history?after=; from the beginning it is opened again, and who was away for long is welcomed."""
        self._balie.rem_adres(request)
        na = als_nummer(request.args.get("after", "0"))
        token, sessies, sessie = await self._balie.sessie(request)
        liep = self._beurten.loopt(sessie)  # a turn that ends while we read may not be in what was read
        if na == 0 and not liep:
            await self._balie.opslag.doe(verwelkom, self._balie.opslag.opslag(agent_van(request)), sessie)
        antwoord = await self._sinds(request, sessies, sessie, token, na)
        antwoord["busy"] = liep or self._beurten.loopt(sessie)
        if na == 0:
            antwoord["greeting"] = vorm.begroeting(token, houder().haal().kennis)
        return json(antwoord, headers=GEGEVENS)

    async def wis(self, request: Request) -> HTTPResponse:
        """DELETE /session. A turn that still runs finds its session gone, and erases what it stored."""
        await lees_inhoud(request, self._balie.instellingen.max_inhoud)
        _, sessies, sessie = await self._balie.sessie(request, ook_dicht=True)
        await self._balie.opslag.doe(sessies.verwijder, sessie)
        wis_reserve(agent_van(request).tracker_store, sessie.gesprek)
        return empty(headers=GEGEVENS)

    async def zeg(self, request: Request) -> HTTPResponse:
        """POST /message. Whatever is refused, fails or takes long: who is in danger gets the numbers.

        Nothing is kept of what was refused; a turn that takes long goes on, and stands in the history when it is done.
        """
        inhoud, te_groot = await lees_inhoud(request, self._balie.instellingen.max_inhoud)
        oordeel = await self._gevaar.lees(ruwe_tekst(inhoud))
        try:
            beurt = self._beantwoord(request, inhoud, te_groot, gevaar=oordeel is not None)
            antwoord = await op_tijd(beurt, oordeel)
        except (Fout, Duurt):
            if oordeel is None:
                raise
            GEVAAR.labels("voorbij_grens").inc()
            antwoord = vorm.losse_berichten([gevaartekst(oordeel)], _na(inhoud), time.time())
        return json(antwoord, headers=GEGEVENS)

    async def _beantwoord(self, request: Request, inhoud: bytes, te_groot: bool, gevaar: bool) -> dict[str, Any]:
        instellingen = self._balie.instellingen
        controleer_soort(request)
        if te_groot:
            raise Fout("te_groot")
        try:
            bericht = als_bericht(als_json(inhoud), instellingen.max_tekens)
        except TeLang as lang:
            if not gevaar:
                raise
            bericht = lang.bericht
        self._balie.rem_adres(request, "bericht")
        token, sessies, sessie = await self._balie.sessie(request)
        self._balie.rem_sessie(sessie, "bericht")
        tekst = bericht.tekst
        if bericht.keuze is not None and not gevaar:
            tekst = await self._titel(sessies, sessie, token, bericht.keuze)
        hoogstens = None if gevaar else instellingen.berichten_per_gesprek
        uitkomst = await self._beurten.loop(sessies, sessie, bericht.sleutel, tekst, hoogstens)
        if uitkomst.eind is Eind.GEWIST:
            return vorm.losse_berichten(uitkomst.teksten, bericht.na, time.time(), gewist=True)
        return await self._sinds(request, sessies, sessie, token, bericht.na)

    async def _sinds(self, request: Request, sessies: Sessies, sessie: Sessie, token: str, na: int) -> dict[str, Any]:
        gelezen = await self._balie.opslag.doe(sessies.lees, sessie, vorm.nummer_van(na))
        berichten = vorm.als_berichten(gelezen, token, sessie.basis, houder().haal().kennis)
        plannen = [b for b in berichten if "plan" in b["custom"]]
        if plannen and (regel := await self._terugkeer.op_plan(request, sessie, token)):
            for bericht in plannen:
                bericht["text"] += f"\n\n{regel}"
        return {"messages": berichten, "last": vorm.laatste_id(gelezen, sessie.basis, na), "busy": False}

    async def _titel(self, sessies: Sessies, sessie: Sessie, token: str, keuze: str) -> str:
        """What a pressed button says. Raises Fout for an id that was never given in this conversation."""
        gelezen = await self._balie.opslag.doe(sessies.lees, sessie, 0)
        titel = vorm.titel_van(keuze, gelezen, token, sessie.basis, houder().haal().kennis)
        if titel is None:
            raise Fout("keuze")
        return titel


def _na(inhoud: bytes) -> int:
    """The client's last id in a message that may not be in order."""
    try:
        return als_nummer(als_json(inhoud).get("after", 0))
    except (Fout, AttributeError):
        return 0

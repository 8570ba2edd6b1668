"""What every request to the website channel passes: its limits, and the session that its token opens."""

from __future__ import annotations

import time
from typing import Any

from sanic.request import Request

from wegwijzer.bedrijf.schakelaar import schakelaar
from wegwijzer.kanaal.emmers import Emmers
from wegwijzer.kanaal.fouten import Fout
from wegwijzer.kanaal.instellingen import Instellingen
from wegwijzer.kanaal.invoer import token_van
from wegwijzer.kanaal.opslagdraad import Opslagdraad
from wegwijzer.kanaal.toegang import Toegang
from wegwijzer.opslag.sessies import Sessie, Sessies


class Balie:
    """One for each server process."""

    def __init__(self, instellingen: Instellingen) -> None:
        self.instellingen = instellingen
        self.opslag = Opslagdraad()
        self._toegang = Toegang(instellingen)
        self._per_sessie = {
            "bericht": Emmers(instellingen.berichten_per_minuut, 60),
            "melding": Emmers(instellingen.meldingen_per_uur, 3600),
            "link": Emmers(instellingen.links_per_uur, 3600),
        }
        self._per_adres = {
            "verzoek": Emmers(instellingen.adres_verzoeken_per_minuut, 60),
            "bericht": Emmers(instellingen.adres_berichten_per_minuut, 60),
            "gesprek": Emmers(instellingen.adres_gesprekken_per_uur, 3600),
            "terugkeer": Emmers(instellingen.adres_terugkeer_per_uur, 3600),
        }

    def rem_adres(self, request: Request, *soorten: str) -> None:
        """Count this request for its address. Raises Fout when that goes too fast."""
        adres = self._toegang.adres(request)
        for soort in ("verzoek", *soorten):
            if adres is not None:
                _rem(self._per_adres[soort], adres, "te_veel" if soort == "gesprek" else "te_snel")

    def rem_sessie(self, sessie: Sessie, soort: str) -> None:
        """Count this request for its session. Raises Fout when that goes too fast."""
        _rem(self._per_sessie[soort], sessie.gesprek, "te_snel")

    def adres(self, request: Request) -> str:
        """Our own origin, for a link that a parent keeps."""
        return self._toegang.eigen_adres(request)

    async def sessies(self, request: Request, ook_dicht: bool = False) -> Sessies:
        """All sessions. Raises Fout where there is no database that holds them, or the chat is switched off.

        `ook_dicht`: what is asked is there as well while the chat is off (a parent may always wipe).
        """
        if not ook_dicht and schakelaar().is_uit:
            raise Fout("gesloten")
        return await self.opslag.sessies(agent_van(request))

    async def sessie(self, request: Request, ook_dicht: bool = False) -> tuple[str, Sessies, Sessie]:
        """The token, all sessions, and the one of this token. Raises Fout where there is none."""
        token = token_van(request)
        sessies = await self.sessies(request, ook_dicht)
        sessie = await self.opslag.doe(sessies.vind, token)
        if sessie is None:
            raise Fout("geen_sessie")
        return token, sessies, sessie


def agent_van(request: Request) -> Any:
    """Rasa's agent, or None while it is being loaded."""
    return getattr(request.app.ctx, "agent", None)


def _rem(emmers: Emmers, sleutel: str, soort: str) -> None:
    wacht = emmers.neem(sleutel, time.monotonic())
    if wacht:
        raise Fout(soort, wacht)

"""One's own account: another password."""

from __future__ import annotations

import math
import time

from sanic.request import Request
from sanic.response import HTTPResponse

from wegwijzer.helpdesk.deur import Bezoeker, Deur
from wegwijzer.helpdesk.inloggen import TE_VAAK, begin_sessie
from wegwijzer.helpdesk.velden import ruw
from wegwijzer.helpdesk.wachtwoord import KORTSTE, LANGSTE, WachtwoordFout, keur
from wegwijzer.opslag import accounts, pogingen


def kamer(deur: Deur) -> None:
    """`/account`."""

    def blad(request: Request, bezoeker: Bezoeker, klacht: str = "", welk: str = "", status: int = 200) -> HTTPResponse:
        gegevens = {"klacht": klacht, "welk": welk, "kortste": KORTSTE, "status": status}
        return deur.pagina(request, bezoeker, "eigen.html", **gegevens)

    @deur.route("/account", naam="account")
    async def toon(request: Request, bezoeker: Bezoeker) -> HTTPResponse:
        return blad(request, bezoeker)

    @deur.route("/account", methoden=("POST",), naam="account_wachtwoord")
    async def wachtwoord(request: Request, bezoeker: Bezoeker) -> HTTPResponse:
        oud, nieuw, weer = (ruw(request, naam, LANGSTE) for naam in ("oud", "nieuw", "weer"))
        if wacht := await deur.doe(request, pogingen.neem, bezoeker.naam, time.time()):
            return blad(request, bezoeker, TE_VAAK.format(wacht=math.ceil(wacht)), "oud", 429)
        account = await deur.doe(request, accounts.haal, bezoeker.account)
        goed, _ = await deur.wachtwoorden.klopt(account.wachtwoord if account else None, oud)
        if not goed:
            return blad(request, bezoeker, "Het oude wachtwoord klopt niet.", "oud", 422)
        await deur.doe(request, pogingen.vergeet, bezoeker.naam)
        if nieuw != weer:
            return blad(request, bezoeker, "De twee nieuwe wachtwoorden zijn niet gelijk.", "weer", 422)
        try:
            keur(nieuw, bezoeker.naam)
        except WachtwoordFout as fout:
            return blad(request, bezoeker, str(fout), "nieuw", 422)
        hash_ = await deur.wachtwoorden.maak_hash(nieuw)
        await deur.doe(request, accounts.zet_wachtwoord, bezoeker.account, hash_)
        await deur.noteer(request, bezoeker.naam, "eigen wachtwoord gewijzigd")
        antwoord = deur.naar("/account", "Uw wachtwoord is gewijzigd. Op andere apparaten bent u uitgelogd.")
        await begin_sessie(deur, request, antwoord, bezoeker)
        return antwoord

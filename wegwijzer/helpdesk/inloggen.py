"""Logging in and out."""

from __future__ import annotations

import math
import secrets
import time

from sanic.request import Request
from sanic.response import HTTPResponse

from wegwijzer.helpdesk.aanmelding import AANMELDING, VOORAF, Aanmelding, csrf_van, gelijk, token_uit
from wegwijzer.helpdesk.deur import Bezoeker, Deur, Weigering
from wegwijzer.helpdesk.paden import binnen
from wegwijzer.helpdesk.velden import ruw, veld
from wegwijzer.helpdesk.wachtwoord import LANGSTE
from wegwijzer.kanaal.emmers import Emmers
from wegwijzer.opslag import aanmeldingen, accounts, pogingen
from wegwijzer.opslag.accounts import Account

MIS = "Deze naam en dit wachtwoord horen niet bij elkaar."
"""The same whether the name, the password or the account is not in order."""
TE_VAAK = "Er is te vaak een verkeerd wachtwoord gebruikt. Probeer het over {wacht} seconden opnieuw."


def kamer(deur: Deur) -> None:
    """`/inloggen` and `/uitloggen`."""
    per_adres = Emmers(deur.instellingen.adres_inloggen_per_minuut, 60)

    @deur.open("/inloggen", naam="inloggen")
    async def formulier(request: Request) -> HTTPResponse:
        verder = _verder(request.args.get("verder"))
        if await deur.wie(request) is not None:
            return deur.naar(verder)
        if not await deur.doe(request, accounts.zijn_er):
            return deur.pagina(request, None, "eerste.html")
        return _formulier(deur, request, verder)

    @deur.open("/inloggen", methoden=("POST",), naam="inloggen_doen")
    async def inloggen(request: Request) -> HTTPResponse:
        adres = deur.adres(request)
        if adres is not None and (wacht := per_adres.neem(adres, time.monotonic())):
            raise Weigering("snel", wacht)
        vooraf = token_uit(request, VOORAF, deur.veilig(request))
        verder = _verder(request.form.get("verder"))
        if vooraf is None or not gelijk(request.form.get("csrf") or "", csrf_van(vooraf)):
            return _formulier(deur, request, verder, "De pagina stond te lang open. Probeer het opnieuw.", 403)
        naam, wachtwoord = veld(request, "naam", 60), ruw(request, "wachtwoord", LANGSTE)
        if wacht := await deur.doe(request, pogingen.neem, naam, time.time()):
            antwoord = _formulier(deur, request, verder, TE_VAAK.format(wacht=math.ceil(wacht)), 429)
            antwoord.headers["Retry-After"] = str(math.ceil(wacht))
            return antwoord
        account = await deur.doe(request, accounts.vind, naam)
        mag = account is not None and not account.uit
        goed, nieuwe_hash = await deur.wachtwoorden.klopt(account.wachtwoord if account and mag else None, wachtwoord)
        if account is None or not goed:
            # Of an unknown name nothing is written down: people type their password there too.
            await deur.noteer(request, account.naam if account else "onbekende naam", "inloggen mislukt")
            return _formulier(deur, request, verder, MIS, 401)
        return await _binnen(deur, request, account, nieuwe_hash, verder)

    @deur.route("/uitloggen", methoden=("POST",), naam="uitloggen")
    async def uitloggen(request: Request, bezoeker: Bezoeker) -> HTTPResponse:
        await deur.doe(request, aanmeldingen.weg, request.ctx.aanmelding.token)
        await deur.noteer(request, bezoeker.naam, "uitgelogd")
        antwoord = deur.naar("/inloggen")
        AANMELDING.wis(antwoord, deur.veilig(request))
        antwoord.headers["Clear-Site-Data"] = '"cache"'
        return antwoord


async def begin_sessie(deur: Deur, request: Request, antwoord: HTTPResponse, bezoeker: Bezoeker) -> None:
    """A log-in with a new secret, whatever the browser had; `antwoord` gets its cookie."""
    veilig = deur.veilig(request)
    if oud := token_uit(request, AANMELDING, veilig):
        await deur.doe(request, aanmeldingen.weg, oud)
    duur = deur.instellingen.helpdesk_uren * 3600.0
    token = await deur.doe(request, aanmeldingen.maak, bezoeker.account, time.time(), duur)
    # Behind a proxy that nobody told us of, the form's own Origin still says that the browser is on https.
    AANMELDING.zet(antwoord, token, veilig, https=request.headers.get("origin", "").startswith("https://"))
    request.ctx.aanmelding = Aanmelding(bezoeker, token)


async def _binnen(deur: Deur, request: Request, account: Account, nieuwe_hash: str | None, verder: str) -> HTTPResponse:
    await deur.doe(request, pogingen.vergeet, account.naam)
    await deur.doe(request, accounts.noteer_inloggen, account.id, time.time(), nieuwe_hash)
    await deur.noteer(request, account.naam, "ingelogd")
    antwoord = deur.naar(verder)
    VOORAF.wis(antwoord, deur.veilig(request))
    await begin_sessie(deur, request, antwoord, Bezoeker(account.id, account.naam, account.rol))
    return antwoord


def _formulier(deur: Deur, request: Request, verder: str, klacht: str = "", status: int = 200) -> HTTPResponse:
    """The login page, with a secret in a cookie that only this form fits."""
    veilig = deur.veilig(request)
    vooraf = token_uit(request, VOORAF, veilig) or secrets.token_urlsafe(32)
    naam = str((request.form.get("naam") if request.method == "POST" else "") or "")[:60]
    gegevens = {"verder": verder, "klacht": klacht, "naam": naam, "status": status}
    antwoord = deur.pagina(request, None, "inloggen.html", **gegevens, formulier=csrf_van(vooraf))
    VOORAF.zet(antwoord, vooraf, veilig)
    return antwoord


def _verder(pad: str | None) -> str:
    """Where to after logging in; only within the helpdesk."""
    return pad if pad and binnen(pad) and not pad.startswith(("/inloggen", "/uitloggen")) else "/"

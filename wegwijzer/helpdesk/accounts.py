"""Accounts, for who manages them: add, another role, a new password, switch off."""

from __future__ import annotations

import time
from collections.abc import Callable

from sanic.request import Request
from sanic.response import HTTPResponse

from wegwijzer.helpdesk.deur import Bezoeker, Deur, Rol, Weigering
from wegwijzer.helpdesk.velden import veld
from wegwijzer.helpdesk.wachtwoord import bedenk
from wegwijzer.opslag import accounts
from wegwijzer.opslag.accounts import Account, AccountFout


def kamer(deur: Deur) -> None:
    """`/accounts`, and below it what can be done with one."""

    async def blad(request: Request, bezoeker: Bezoeker, status: int = 200, **meer: str) -> HTTPResponse:
        alle = await deur.doe(request, accounts.lijst)
        gegevens = {"klacht": "", "naam": "", "nieuw_voor": "", "nieuw": "", **meer}
        return deur.pagina(request, bezoeker, "accounts.html", alle=alle, rollen=list(Rol), status=status, **gegevens)

    async def wijzig(
        request: Request, bezoeker: Bezoeker, wat: str, melding: str, roep: Callable[..., Account], *gegeven: object
    ) -> HTTPResponse:
        try:
            account = await deur.doe(request, roep, *gegeven)
        except AccountFout as fout:
            return await blad(request, bezoeker, 422, klacht=str(fout))
        await deur.noteer(request, bezoeker.naam, wat, account.naam)
        return deur.naar("/accounts", melding.format(naam=account.naam, rol=account.rol.naam))

    @deur.route("/accounts", Rol.BEHEERDER, naam="accounts")
    async def toon(request: Request, bezoeker: Bezoeker) -> HTTPResponse:
        return await blad(request, bezoeker)

    @deur.route("/accounts", Rol.BEHEERDER, ("POST",), naam="accounts_maak")
    async def maak(request: Request, bezoeker: Bezoeker) -> HTTPResponse:
        naam, rol, wachtwoord = veld(request, "naam", 200), _rol(request), bedenk()
        try:
            accounts.nette_naam(naam)
            hash_ = await deur.wachtwoorden.maak_hash(wachtwoord)
            nummer = await deur.doe(request, accounts.maak, naam, rol, hash_, time.time())
        except AccountFout as fout:
            return await blad(request, bezoeker, 422, klacht=str(fout), naam=naam)
        gemaakt = await _haal(deur, request, nummer)
        await deur.noteer(request, bezoeker.naam, f"account gemaakt ({rol.naam})", gemaakt.naam)
        return await blad(request, bezoeker, nieuw_voor=gemaakt.naam, nieuw=wachtwoord)

    @deur.route("/accounts/<nummer:int>/wachtwoord", Rol.BEHEERDER, ("POST",), naam="accounts_wachtwoord")
    async def wachtwoord(request: Request, bezoeker: Bezoeker, nummer: int) -> HTTPResponse:
        account = await _haal(deur, request, nummer)
        if account.id == bezoeker.account:
            return await blad(request, bezoeker, 422, klacht="Uw eigen wachtwoord wijzigt u bij Mijn account.")
        nieuw = bedenk()
        hash_ = await deur.wachtwoorden.maak_hash(nieuw)
        await deur.doe(request, accounts.zet_wachtwoord, account.id, hash_)
        await deur.noteer(request, bezoeker.naam, "wachtwoord vernieuwd", account.naam)
        return await blad(request, bezoeker, nieuw_voor=account.naam, nieuw=nieuw)

    @deur.route("/accounts/<nummer:int>/rol", Rol.BEHEERDER, ("POST",), naam="accounts_rol")
    async def rol(request: Request, bezoeker: Bezoeker, nummer: int) -> HTTPResponse:
        nieuwe, account = _rol(request), await _haal(deur, request, nummer)
        wat = f"rol gewijzigd in {nieuwe.naam}"
        return await wijzig(request, bezoeker, wat, "{naam} is nu {rol}.", accounts.zet_rol, account.id, nieuwe)

    @deur.route("/accounts/<nummer:int>/uit", Rol.BEHEERDER, ("POST",), naam="accounts_uit")
    async def uit(request: Request, bezoeker: Bezoeker, nummer: int) -> HTTPResponse:
        account = await _haal(deur, request, nummer)
        wat, melding = "account uitgezet", "Het account {naam} is uitgezet en overal uitgelogd."
        return await wijzig(request, bezoeker, wat, melding, accounts.zet_uit, account.id, True)

    @deur.route("/accounts/<nummer:int>/aan", Rol.BEHEERDER, ("POST",), naam="accounts_aan")
    async def aan(request: Request, bezoeker: Bezoeker, nummer: int) -> HTTPResponse:
        account = await _haal(deur, request, nummer)
        melding = "Het account {naam} kan weer inloggen."
        return await wijzig(request, bezoeker, "account aangezet", melding, accounts.zet_uit, account.id, False)


async def _haal(deur: Deur, request: Request, nummer: int) -> Account:
    account = await deur.doe(request, accounts.haal, nummer) if 0 < nummer < 2**31 else None
    if account is None:
        raise Weigering("niet_gevonden")
    return account


def _rol(request: Request) -> Rol:
    try:
        return Rol.lees(veld(request, "rol", 40))
    except ValueError:
        raise Weigering("inhoud", uitleg="Kies een van de rollen.") from None

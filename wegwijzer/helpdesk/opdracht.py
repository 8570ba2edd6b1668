"""`wegwijzer account`: who may log in at the helpdesk, from the command line of the server."""

from __future__ import annotations

import argparse
import sys
from typing import Any

WIE = "opdrachtregel"
"""Who did it, in the log of the helpdesk."""
ROLLEN = ("beheerder", "redacteur", "helpdesk")


def voeg_toe(delen: Any) -> None:
    """Add the command to the parser of `wegwijzer`."""
    deel = delen.add_parser("account", help="accounts van de helpdesk: maak, lijst, wachtwoord, rol, uit, aan")
    wat = deel.add_subparsers(required=True, metavar="wat")
    maak = wat.add_parser("maak", help="een account maken; het wachtwoord typt u, of komt van standaardinvoer")
    maak.add_argument("--rol", choices=ROLLEN, default="helpdesk", help="wat het account mag (standaard helpdesk)")
    maak.set_defaults(doe=_maak)
    nieuw = wat.add_parser("wachtwoord", help="een nieuw wachtwoord; het account wordt overal uitgelogd")
    nieuw.set_defaults(doe=_wachtwoord)
    for een in (maak, nieuw):
        een.add_argument("naam")
        een.add_argument("--bedenk", action="store_true", help="een wachtwoord laten bedenken, dat één keer te zien is")
    wat.add_parser("lijst", help="alle accounts").set_defaults(doe=_lijst)
    rol = wat.add_parser("rol", help="een andere rol geven")
    rol.add_argument("naam")
    rol.add_argument("rol", choices=ROLLEN)
    rol.set_defaults(doe=_rol)
    for naam, uit in (("uit", True), ("aan", False)):
        een = wat.add_parser(naam, help="niet meer laten inloggen" if uit else "weer laten inloggen")
        een.add_argument("naam")
        een.set_defaults(doe=_uit_of_aan, uit=uit)


def _maak(opties: argparse.Namespace) -> int:
    from wegwijzer.helpdesk.wachtwoord import maak_hash
    from wegwijzer.opslag import accounts
    from wegwijzer.opslag.rollen import Rol

    def maak(opslag: Any, nu: float) -> str:
        naam = accounts.nette_naam(opties.naam)
        if accounts.vind(opslag, naam) is not None:
            raise accounts.AccountFout(f"Er is al een account {naam}.")
        wachtwoord = _vraag_wachtwoord(naam, opties.bedenk)
        accounts.maak(opslag, naam, Rol.lees(opties.rol), maak_hash(wachtwoord), nu)
        _noteer(opslag, f"account gemaakt ({opties.rol})", naam, nu)
        return f"Het account {naam} ({opties.rol}) is gemaakt." + _toon(wachtwoord, opties.bedenk)

    return _doe(maak)


def _wachtwoord(opties: argparse.Namespace) -> int:
    from wegwijzer.helpdesk.wachtwoord import maak_hash
    from wegwijzer.opslag import accounts

    def zet(opslag: Any, nu: float) -> str:
        account = _zoek(opslag, opties.naam)
        wachtwoord = _vraag_wachtwoord(account.naam, opties.bedenk)
        accounts.zet_wachtwoord(opslag, account.id, maak_hash(wachtwoord))
        _noteer(opslag, "wachtwoord vernieuwd", account.naam, nu)
        return f"{account.naam} heeft een nieuw wachtwoord, en is overal uitgelogd." + _toon(wachtwoord, opties.bedenk)

    return _doe(zet)


def _lijst(opties: argparse.Namespace) -> int:
    from wegwijzer.helpdesk.bladen import tijdstip
    from wegwijzer.opslag import accounts

    def toon(opslag: Any, _: float) -> str:
        rijen = [
            f"{a.naam:<30} {a.rol.naam:<10} {'uit' if a.uit else 'aan':<4} ingelogd: {tijdstip(a.laatst)}"
            for a in accounts.lijst(opslag)
        ]
        return "\n".join(rijen) or "Er zijn nog geen accounts. Maak er een: wegwijzer account maak NAAM --rol beheerder"

    return _doe(toon)


def _rol(opties: argparse.Namespace) -> int:
    from wegwijzer.opslag import accounts
    from wegwijzer.opslag.rollen import Rol

    def zet(opslag: Any, nu: float) -> str:
        account = accounts.zet_rol(opslag, _zoek(opslag, opties.naam).id, Rol.lees(opties.rol))
        _noteer(opslag, f"rol gewijzigd in {opties.rol}", account.naam, nu)
        return f"{account.naam} is nu {opties.rol}."

    return _doe(zet)


def _uit_of_aan(opties: argparse.Namespace) -> int:
    from wegwijzer.opslag import accounts

    def zet(opslag: Any, nu: float) -> str:
        account = accounts.zet_uit(opslag, _zoek(opslag, opties.naam).id, opties.uit)
        _noteer(opslag, "account uitgezet" if opties.uit else "account aangezet", account.naam, nu)
        return f"{account.naam} kan {'niet meer' if opties.uit else 'weer'} inloggen."

    return _doe(zet)


def _doe(werk: Any) -> int:
    """Do it on the store, and say what came of it. Exit code 1 where it could not be done, 2 for a poor password."""
    import time

    from wegwijzer.helpdesk.wachtwoord import WachtwoordFout
    from wegwijzer.opslag.accounts import AccountFout
    from wegwijzer.opslag.gesprekken import ONBEREIKBAAR, open_opslag
    from wegwijzer.opslag.verbinding import DatabaseFout
    from wegwijzer.storing import plek_van

    try:
        print(werk(open_opslag(), time.time()))
    except (AccountFout, DatabaseFout) as fout:
        print(fout, file=sys.stderr)
        return 1
    except WachtwoordFout as fout:
        print(fout, file=sys.stderr)
        return 2
    except ONBEREIKBAAR as fout:
        print(f"De database antwoordt niet ({plek_van(fout)}).", file=sys.stderr)
        return 1
    return 0


def _zoek(opslag: Any, naam: str) -> Any:
    from wegwijzer.opslag import accounts

    account = accounts.vind(opslag, naam)
    if account is None:
        raise accounts.AccountFout(f"Er is geen account {naam}. Ze staan in: wegwijzer account lijst")
    return account


def _noteer(opslag: Any, wat: str, over: str, nu: float) -> None:
    from wegwijzer.opslag import handelingen

    handelingen.noteer(opslag, WIE, wat, over, nu)


def _vraag_wachtwoord(naam: str, bedenk: bool) -> str:
    """Typed twice, or the first line of standard input. Raises WachtwoordFout."""
    from getpass import getpass

    from wegwijzer.helpdesk import wachtwoord

    if bedenk:
        return wachtwoord.bedenk()
    if sys.stdin.isatty():
        gegeven = getpass(f"Wachtwoord voor {naam} (u ziet niet wat u typt): ")
        wachtwoord.keur(gegeven, naam)
        if getpass("Nog een keer: ") != gegeven:
            raise wachtwoord.WachtwoordFout("De twee wachtwoorden zijn niet gelijk. Er is niets veranderd.")
        return gegeven
    gegeven = sys.stdin.readline().rstrip("\r\n")
    wachtwoord.keur(gegeven, naam)
    return gegeven


def _toon(wachtwoord: str, bedacht: bool) -> str:
    return f"\nHet wachtwoord, dat u alleen nu ziet: {wachtwoord}" if bedacht else ""

"""Where things are in the helpdesk: the menu, and going from one page to another without leaving it."""

from __future__ import annotations

import re
from urllib.parse import quote

from sanic.request import Request
from sanic.response import HTTPResponse

from wegwijzer.helpdesk.aanmelding import MELDING, PAD, Aanmelding, pak_uit, verpak

MENU = (
    ("/", "Begin"), ("/proef", "Proberen"), ("/lijst", "Lijsten"), ("/oordelen", "Oordelen"),
    ("/vragen", "Open vragen"), ("/cijfers", "Cijfers"), ("/kennis", "Kennis"), ("/weg", "De weg"),
    ("/accounts", "Accounts"), ("/logboek", "Logboek"), ("/account", "Mijn account"),
)  # fmt: skip
"""Rooms as the menu shows them, as far as they are there and the visitor may go in."""
_VERSTOPT = re.compile(r"%(?:[01]|2[ef]|5c|7f)", re.IGNORECASE)
"""A dot, slash or control character, written so that only the browser sees it."""
_BINNEN = re.compile(r"/(?![/\\])[^\x00-\x1f\x7f\\]{0,500}")


class Doorverwijzing(HTTPResponse):
    """A 303. `melding`: shown once on the next page."""

    def __init__(self, waar: str, melding: str) -> None:
        super().__init__(status=303, headers={"Location": waar})
        self.melding = melding


def verwijs(pad: str, melding: str = "") -> Doorverwijzing:
    """To a page of the helpdesk ("/lijst?blad=2"). Raises ValueError for what leads anywhere else."""
    if not binnen(pad):
        raise ValueError("dit is geen pad binnen de helpdesk")
    return Doorverwijzing(PAD + quote(pad, safe="/?=&%#,.:+~-"), melding)


def binnen(pad: str) -> bool:
    """Whether this is a path below /helpdesk, and not the beginning of an address elsewhere."""
    plek = pad.split("?")[0]
    return _BINNEN.fullmatch(pad) is not None and ".." not in plek.split("/") and not _VERSTOPT.search(plek)


def lees_melding(request: Request, veilig: bool) -> str:
    """The message that the page before left for this one; "" where there is none."""
    aanmelding: Aanmelding | None = getattr(request.ctx, "aanmelding", None)
    waarde = MELDING.lees(request, veilig) if aanmelding else None
    if aanmelding is None or waarde is None:
        return ""
    request.ctx.melding_gezien = True
    return pak_uit(waarde, aanmelding.token)


def zet_melding(request: Request, antwoord: HTTPResponse, veilig: bool) -> None:
    """Leave the message of a redirect for the next page; take one away that was shown."""
    aanmelding: Aanmelding | None = getattr(request.ctx, "aanmelding", None)
    if isinstance(antwoord, Doorverwijzing) and antwoord.melding and aanmelding is not None:
        MELDING.zet(antwoord, verpak(antwoord.melding, aanmelding.token), veilig)
    elif getattr(request.ctx, "melding_gezien", False):
        MELDING.wis(antwoord, veilig)

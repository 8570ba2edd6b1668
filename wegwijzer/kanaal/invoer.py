"""Reads what a client sends: a body of bounded size, and from it a message that is either in order or refused."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from sanic.exceptions import SanicException
from sanic.request import Request

from wegwijzer.kanaal.fouten import Fout

GROOTSTE = 100_000
"""Of a body that is too large this much is still read, for danger only (bytes)."""
SLEUTEL = re.compile(r"[A-Za-z0-9_-]{8,64}")
TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
KEUZE = re.compile(r"[A-Za-z0-9_-]{1,64}")
VERSTE = 2**53 - 1
"""The largest whole number that JavaScript keeps exactly."""


@dataclass(frozen=True)
class Inkomend:
    """A message in order. `keuze`: the id of a pressed button; `na`: the last message id that the client has."""

    sleutel: str
    tekst: str
    keuze: str | None
    na: int


async def lees_inhoud(request: Request, hoogstens: int) -> tuple[bytes, bool]:
    """The body, and whether it is larger than `hoogstens` (then cut off at GROOTSTE). Raises Fout."""
    grens = max(hoogstens, GROOTSTE)
    delen: list[bytes] = []
    lengte = 0
    try:
        while (deel := await request.stream.read()) is not None:
            delen.append(deel)
            lengte += len(deel)
            if lengte > grens:
                break
    except SanicException:
        raise Fout("geen_json") from None
    return b"".join(delen)[:grens], lengte > hoogstens


def als_json(inhoud: bytes) -> Any:
    """The parsed body. Raises Fout for anything that is not JSON in UTF-8."""
    try:
        return json.loads(inhoud.decode("utf-8"), parse_constant=_geen_getal)
    except (ValueError, RecursionError):
        raise Fout("geen_json") from None


def ruwe_tekst(inhoud: bytes) -> str:
    """All that a parent may have typed in this body, for the danger check; nothing is refused here."""
    try:
        gelezen = als_json(inhoud)
        if isinstance(gelezen, dict) and isinstance(gelezen.get("text"), str):
            return str(gelezen["text"])
    except Fout:
        pass
    return inhoud.decode("utf-8", "replace")


def controleer_soort(request: Request) -> None:
    """Only JSON: a plain form on a foreign page cannot send that. Raises Fout."""
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != "application/json":
        raise Fout("soort")


def als_bericht(gelezen: Any, max_tekens: int) -> Inkomend:
    """The parsed body as a message. Raises Fout; length is the last thing that is looked at."""
    if not isinstance(gelezen, dict):
        raise Fout("geen_json")
    sleutel, tekst, keuze, na = (gelezen.get(veld) for veld in ("key", "text", "choice", "after"))
    if not isinstance(sleutel, str) or not SLEUTEL.fullmatch(sleutel):
        raise Fout("geen_json")
    if tekst is not None and not isinstance(tekst, str):
        raise Fout("geen_json")
    if keuze is not None and not (isinstance(keuze, str) and KEUZE.fullmatch(keuze)):
        raise Fout("keuze")
    bericht = Inkomend(sleutel, tekst or "", keuze, als_nummer(0 if na is None else na))
    if keuze is None and not bericht.tekst.strip():
        raise Fout("leeg")
    if len(bericht.tekst) > max_tekens:
        raise TeLang(bericht, max_tekens)
    return bericht


class TeLang(Fout):
    """In order but for its length; at danger it is answered all the same."""

    def __init__(self, bericht: Inkomend, max_tekens: int) -> None:
        super().__init__("te_lang", max=f"{max_tekens:,}".replace(",", "."))
        self.bericht = bericht


def als_nummer(waarde: Any) -> int:
    """A message id from outside, as JSON or from the address. Raises Fout."""
    if isinstance(waarde, str) and re.fullmatch(r"[0-9]{1,16}", waarde):
        waarde = int(waarde)
    if not isinstance(waarde, int) or isinstance(waarde, bool) or not 0 <= waarde <= VERSTE:
        raise Fout("geen_json")
    return waarde


def token_van(request: Request) -> str:
    """The session token. Raises Fout where there is none of the right form."""
    soort, _, token = request.headers.get("authorization", "").partition(" ")
    if soort.lower() != "bearer" or not TOKEN.fullmatch(token.strip()):
        raise Fout("geen_sessie")
    return token.strip()


def _geen_getal(naam: str) -> Any:
    raise ValueError(naam)

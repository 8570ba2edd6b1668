"""Stored messages as the widget gets them: ids that only rise, and buttons with ids that only this token can make."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterable, Sequence
from datetime import datetime, timezone
from typing import Any

from wegwijzer.kennis.model import Kennis
from wegwijzer.opslag.berichten import Bericht

RUIMTE = 1_000
"""Between the ids of two stored messages, for replies that are not stored (danger while too fast, errors, wiped)."""
BEGINKNOPPEN = ("knop_zit_thuis", "knop_loopt_vast", "knop_regels")
"""Texts of teksten.yml under the greeting."""


def nummer_van(id_: int) -> int:
    """The number of the last stored message that a client has seen whose last id is `id_`."""
    return id_ // RUIMTE


def als_berichten(gelezen: Iterable[Bericht], token: str, basis: int, kennis: Kennis) -> list[dict[str, Any]]:
    """Messages as the contract writes them. The greeting that opens the first answer was shown already."""
    welkom = kennis.teksten["welkom"]
    uit = []
    for bericht in gelezen:
        if not bericht.van_ouder and bericht.nummer == 2 and bericht.tekst in welkom:
            continue
        uit.append(_bericht(bericht, token, (basis + bericht.nummer) * RUIMTE))
    return uit


def laatste_id(gelezen: Sequence[Bericht], basis: int, na: int) -> int:
    """What a client should send as `after` next time."""
    return max(na, (basis + gelezen[-1].nummer) * RUIMTE) if gelezen else na


def begroeting(token: str, kennis: Kennis) -> dict[str, Any]:
    """What stands above a conversation before anything is said."""
    tekst = f"{kennis.tekst('welkom')}\n{kennis.tekst('welkom_vraag')}"
    return {"text": tekst, "buttons": _knoppen(token, 0, _begintitels(kennis))}


def losse_berichten(teksten: Iterable[str], na: int, nu: float, gewist: bool = False) -> dict[str, Any]:
    """The answer to a message with replies that are not stored; their ids lie between `na` and the next stored one."""
    custom = {"gewist": True} if gewist else {}
    berichten = [
        {"id": id_, "from": "assistant", "text": tekst, "at": _tijd(nu), "buttons": [], "custom": custom}
        for id_, tekst in enumerate(teksten, na + 1)
    ]
    return {"messages": berichten, "last": na + len(berichten), "busy": False, "stored": False}


def titel_van(keuze: str, gelezen: Iterable[Bericht], token: str, basis: int, kennis: Kennis) -> str | None:
    """The title of the button with id `keuze` in this conversation; None for an id that was never given."""
    rijen = [(0, _begintitels(kennis))]
    rijen += [((basis + b.nummer) * RUIMTE, b.knoppen) for b in gelezen if b.knoppen]
    for id_, titels in reversed(rijen):
        for plek, titel in enumerate(titels):
            if hmac.compare_digest(keuze, _knop_id(token, id_, plek, titel)):
                return titel
    return None


def _bericht(bericht: Bericht, token: str, id_: int) -> dict[str, Any]:
    uit: dict[str, Any] = {
        "id": id_,
        "from": "user" if bericht.van_ouder else "assistant",
        "text": bericht.tekst,
        "at": _tijd(bericht.tijd),
        "buttons": _knoppen(token, id_, bericht.knoppen),
        "custom": dict(bericht.custom or {}),
    }
    if bericht.van_ouder:
        uit["key"] = bericht.sleutel
    return uit


def _knoppen(token: str, id_: int, titels: Sequence[str]) -> list[dict[str, str]]:
    return [{"id": _knop_id(token, id_, plek, titel), "title": titel} for plek, titel in enumerate(titels)]


def _begintitels(kennis: Kennis) -> tuple[str, ...]:
    return tuple(kennis.tekst(naam) for naam in BEGINKNOPPEN)


def _knop_id(token: str, id_: int, plek: int, titel: str) -> str:
    som = hmac.new(token.encode(), f"{id_}:{plek}:{titel}".encode("utf-8", "replace"), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(som[:15]).decode()


def _tijd(seconden: float) -> str:
    return datetime.fromtimestamp(seconden, timezone.utc).isoformat(timespec="seconds")

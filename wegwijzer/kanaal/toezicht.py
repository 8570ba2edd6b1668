"""For who watches over the service: `/ready` and `/metrics`. Nothing in them is of one parent."""

from __future__ import annotations

import hmac
import os
import shutil
import time
from typing import Any

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, json, raw, text

from wegwijzer.bedrijf import metingen
from wegwijzer.bedrijf.gereed import Keuring
from wegwijzer.bedrijf.schakelaar import schakelaar
from wegwijzer.huis import houder, projectmap
from wegwijzer.kanaal.instellingen import InstellingFout
from wegwijzer.kanaal.koppen import ALTIJD
from wegwijzer.kanaal.rest import van_deze_machine

SLEUTEL = "WEGWIJZER_METINGEN_SLEUTEL"
KORTST = 16
"""Characters of that key at least."""
KOPPEN = {**ALTIJD, "Cache-Control": "no-store"}


def toezicht() -> Blueprint:
    """The two routes. Raises InstellingFout where the key for `/metrics` is too short to be one."""
    blauwdruk, keuring, sleutel = Blueprint("toezicht"), Keuring(), _sleutel()

    @blauwdruk.get("/ready")
    async def ready(request: Request) -> HTTPResponse:
        delen = await keuring.delen(getattr(request.app.ctx, "agent", None))
        goed = all(delen.values())
        inhoud = {"status": "ok" if goed else "niet gereed", "delen": delen}
        return json(inhoud, status=200 if goed else 503, headers=KOPPEN)

    @blauwdruk.get("/metrics")
    async def metrics(request: Request) -> HTTPResponse:
        if not _mag(request, sleutel):
            return text("Dit is alleen voor wie op de dienst let.", status=403, headers=KOPPEN)
        await _vul(getattr(request.app.ctx, "agent", None), keuring)
        return raw(generate_latest(metingen.REGISTER), headers=KOPPEN, content_type=CONTENT_TYPE_LATEST)

    return blauwdruk


def _sleutel() -> str:
    sleutel = os.environ.get(SLEUTEL, "")
    if sleutel and len(sleutel) < KORTST:
        raise InstellingFout(f"{SLEUTEL} is te kort: neem minstens {KORTST} willekeurige tekens.")
    return sleutel


def _mag(request: Request, sleutel: str) -> bool:
    """With a key set only who has it, from wherever; without one this machine only, and not by way of a proxy."""
    if not sleutel:
        return van_deze_machine(request)
    soort, _, gegeven = request.headers.get("authorization", "").partition(" ")
    return soort.lower() == "bearer" and hmac.compare_digest(gegeven.strip().encode(), sleutel.encode())


async def _vul(agent: Any, keuring: Keuring) -> None:
    """Fill what is looked up at the moment of asking."""
    delen = await keuring.delen(agent)
    for deel, goed in delen.items():
        metingen.GEREED.labels(deel).set(goed)
    metingen.UIT.set(schakelaar().is_uit)
    huis = houder().haal()
    metingen.KENNIS.info({"versie": huis.kennis.versie, "uitgave": str(huis.nummer)})
    metingen.MODEL.info({"id": str(getattr(agent, "model_id", None) or "")})
    try:
        metingen.SCHIJF.set(shutil.disk_usage(projectmap() / "var").free)
    except OSError:
        metingen.SCHIJF.set(float("nan"))
    sessies = await keuring.sessies(agent)
    if sessies is None:
        for meter in (metingen.SESSIES.labels("alle"), metingen.SESSIES.labels("uur"), metingen.OPGERUIMD):
            meter.set(float("nan"))
        return
    metingen.SESSIES.labels("alle").set(sessies["alle"])
    metingen.SESSIES.labels("uur").set(sessies["uur"])
    metingen.OPGERUIMD.set(time.time() - sessies["opgeruimd"] if sessies["opgeruimd"] else float("nan"))

"""The front page (`/`: a school's site with the widget in it) and the state of the assistant at `/health`."""

from __future__ import annotations

import time

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, json

from wegwijzer.bedrijf.schakelaar import schakelaar
from wegwijzer.huis import houder, inbedder
from wegwijzer.kanaal.bestanden import Bestanden
from wegwijzer.kanaal.emmers import vergeet_alle
from wegwijzer.kanaal.koppen import PAGINA as KOPPEN
from wegwijzer.kanaal.website import pagina
from wegwijzer.kanaal.weg import wegpagina


def paginas() -> Blueprint:
    """The routes that only `wegwijzer start` has; Rasa has a `/` of its own."""
    blauwdruk = Blueprint("paginas")
    bestanden = Bestanden()

    @blauwdruk.route("/", methods=["GET", "HEAD"], name="voorpagina")
    async def voorpagina(request: Request) -> HTTPResponse:
        if schakelaar().is_uit:
            return wegpagina()
        naam = "demo.html" if bestanden.haal("demo.html") is not None else "chat.html"
        return pagina(bestanden, naam, request, KOPPEN)

    @blauwdruk.get("/health")
    async def health(request: Request) -> HTTPResponse:
        vergeet_alle(time.monotonic())  # a server that nobody talks to is still asked this every few seconds
        return _gezond(request)

    return blauwdruk


def _gezond(request: Request) -> HTTPResponse:
    agent = getattr(request.app.ctx, "agent", None)
    klaar = agent is not None and agent.is_ready()
    huis = houder().haal()
    toestand = {
        "status": "ok" if klaar else "laadt",
        "kennis": huis.kennis.versie,
        "uitgave": huis.nummer,
        "model": agent.model_id if agent is not None and klaar else None,
        "inbeddingen": inbedder().beschikbaar,
        "encoder": inbedder().motor,
    }
    return json(toestand, status=200 if klaar else 503, headers=KOPPEN)

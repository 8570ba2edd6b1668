"""The pages of this machine: the chat at `/` and `/chat`, and the state of the assistant at `/health`."""

from __future__ import annotations

from pathlib import Path

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, json, raw

from wegwijzer.huis import houder, inbedder

MAP = Path(__file__).parent / "web"
SOORTEN = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
}
BESTANDEN = {pad.name: pad for pad in MAP.iterdir() if pad.suffix in SOORTEN}
KOPPEN = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


def paginas() -> Blueprint:
    """The routes."""
    blauwdruk = Blueprint("paginas")

    @blauwdruk.get("/")
    @blauwdruk.get("/chat", name="chat")
    async def chat(_: Request) -> HTTPResponse:
        return _bestand("chat.html")

    @blauwdruk.get("/web/<naam:str>")
    async def web(_: Request, naam: str) -> HTTPResponse:
        return _bestand(naam)

    @blauwdruk.get("/health")
    async def health(request: Request) -> HTTPResponse:
        return _gezond(request)

    return blauwdruk


def _bestand(naam: str) -> HTTPResponse:
    pad = BESTANDEN.get(naam)
    if pad is None:
        return raw(b"Deze pagina bestaat niet.", status=404, content_type="text/plain; charset=utf-8", headers=KOPPEN)
    return raw(pad.read_bytes(), content_type=SOORTEN[pad.suffix], headers=KOPPEN)


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
    }
    return json(toestand, status=200 if klaar else 503, headers=KOPPEN)

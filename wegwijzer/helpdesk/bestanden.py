"""The helpdesk's styles and scripts, for everybody: they hold nothing of anybody."""

from __future__ import annotations

from pathlib import Path

from sanic.request import Request
from sanic.response import HTTPResponse, text

from wegwijzer.helpdesk.deur import Deur
from wegwijzer.helpdesk.koppen import BESTAND
from wegwijzer.kanaal.bestanden import Bestanden, antwoord

MAP = Path(__file__).parent / "web"


def kamer(deur: Deur) -> None:
    """`/web/<naam>`."""
    bestanden = Bestanden(MAP)

    @deur.open("/web/<bestand:str>", naam="web")
    async def web(request: Request, bestand: str) -> HTTPResponse:
        gevonden = bestanden.haal(bestand)
        if gevonden is None:
            return text("Dit bestand is er niet.", status=404, headers=BESTAND)
        return antwoord(gevonden, request, BESTAND)

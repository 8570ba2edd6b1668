"""The first page of the helpdesk: what serves now, and the rooms; and the drawing of the road."""

from __future__ import annotations

import asyncio
import threading

from sanic.request import Request
from sanic.response import HTTPResponse, raw

from wegwijzer.gesprek.verkenning import weg_van
from wegwijzer.helpdesk.deur import Bezoeker, Deur, Weigering
from wegwijzer.helpdesk.koppen import TEKENING
from wegwijzer.huis import Huis, houder, inbedder
from wegwijzer.kanaal.balie import agent_van
from wegwijzer.pad.tekening import teken
from wegwijzer.pad.wegkaart import als_tekst

UITLEG = {
    "/proef": "Stel een vraag en zie waarom dit het antwoord is.",
    "/lijst": "Laat veel vragen tegelijk beantwoorden en vergelijk.",
    "/oordelen": "Bekijk welke antwoorden niet klopten.",
    "/vragen": "Zie wat ouders vroegen en wat niet werd begrepen.",
    "/cijfers": "Zie hoe vaak de assistent is gebruikt, en waarvoor.",
    "/kennis": "Bekijk en wijzig wat ouders te lezen krijgen.",
    "/weg": "Zie alle stappen en vragen op één tekening.",
    "/accounts": "Geef collega's toegang, of trek die in.",
    "/logboek": "Zie wie wat heeft gewijzigd.",
    "/account": "Kies een nieuw wachtwoord.",
}
"""What each room of the menu is for."""


def kamer(deur: Deur) -> None:
    """`/`, `/weg` and `/weg.svg`; and what to say of a page that is not there."""

    @deur.route("/", naam="begin")
    async def begin(request: Request, bezoeker: Bezoeker) -> HTTPResponse:
        huis, agent = houder().haal(), agent_van(request)
        gegevens = {
            "kennis": huis.kennis.versie,
            "uitgave": huis.nummer,
            "model": getattr(agent, "model_id", None) if agent is not None and agent.is_ready() else None,
            "inbeddingen": inbedder().beschikbaar,
            "kamers": [(pad, tekst, UITLEG[kort]) for pad, kort, tekst in deur.kamers(bezoeker) if kort in UITLEG],
        }
        return deur.pagina(request, bezoeker, "begin.html", **gegevens)

    @deur.route("/<pad:path>", methoden=("GET", "POST"), naam="niets")
    async def niets(request: Request, bezoeker: Bezoeker, pad: str) -> HTTPResponse:
        if not pad.strip("/"):  # "/helpdesk/", as who logs in is sent to
            return await begin(request, bezoeker)
        raise Weigering("niet_gevonden")

    @deur.route("/weg", naam="weg")
    async def weg(request: Request, bezoeker: Bezoeker) -> HTTPResponse:
        tekst, _ = await _in_draad()
        return deur.pagina(request, bezoeker, "weg.html", tekst=tekst, versie=houder().haal().kennis.versie)

    @deur.route("/weg.svg", naam="weg_tekening")
    async def tekening(request: Request, bezoeker: Bezoeker) -> HTTPResponse:
        _, svg = await _in_draad()
        return raw(svg, content_type="image/svg+xml", headers=TEKENING)


async def _in_draad() -> tuple[str, str]:
    """The road of the serving version as text and as SVG; away from the event loop, for it is walked whole."""
    return await asyncio.get_running_loop().run_in_executor(None, _weg, houder().haal())


_gemaakt: dict[str, tuple[str, str]] = {}
_slot = threading.Lock()


def _weg(huis: Huis) -> tuple[str, str]:
    """Worked out once a version, whoever asks: it takes seconds."""
    versie = huis.kennis.versie
    with _slot:
        if versie not in _gemaakt:
            weg = weg_van(huis)
            _gemaakt.clear()
            _gemaakt[versie] = als_tekst(weg), teken(weg)
        return _gemaakt[versie]

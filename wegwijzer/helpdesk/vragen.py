"""`/helpdesk/vragen`: what parents asked that was not well answered, in groups, and what is decided of a group."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlencode

from sanic.request import Request
from sanic.response import HTTPResponse

from wegwijzer.bewaartijd import bewaartermijn
from wegwijzer.helpdesk.deur import Bezoeker, Deur, Rol, Weigering
from wegwijzer.helpdesk.groepen import Groep, groepeer
from wegwijzer.helpdesk.overschrijven import Lijkt, lijkt
from wegwijzer.helpdesk.velden import veld
from wegwijzer.huis import houder, inbedder
from wegwijzer.opslag import oordelen, open_vragen
from wegwijzer.opslag.open_vragen import BIJ, MEESTE, NIET_VAN_ONS, OpenVraag
from wegwijzer.storing import plek_van

logger = logging.getLogger(__name__)
PER_BLAD = 20
ONTHOUDEN = 600.0
"""So long groups stay in memory (seconds): what a parent wiped does not stay there."""
GEDULD = 2.0
"""So long a page waits for its groups (seconds); after that it comes back by itself."""


class Groepenmaker:
    """Makes the groups in a thread of its own, one set at a time; what it made serves until the questions change."""

    def __init__(self) -> None:
        self._draad = ThreadPoolExecutor(1, thread_name_prefix="groepen")
        self._sleutel: Any = None
        self._werk: asyncio.Future[list[Groep]] | None = None

    async def haal(self, vragen: Sequence[OpenVraag], merken: Sequence[tuple[int, str]]) -> list[Groep] | None:
        """The groups; None where they are still being made. Other questions than before: made anew."""
        sleutel = (tuple((v.id, v.afgedaan) for v in vragen), tuple(merken))
        if self._werk is None or (self._werk.done() and (self._sleutel != sleutel or self._werk.exception())):
            self._sleutel = sleutel
            onderwerpen = frozenset(houder().haal().kennis.onderwerpen)
            lus = asyncio.get_running_loop()
            self._werk = lus.run_in_executor(self._draad, _maak, list(vragen), list(merken), onderwerpen)
            lus.call_later(ONTHOUDEN, self._vergeet, self._werk)
        try:
            return await asyncio.wait_for(asyncio.shield(self._werk), GEDULD)
        except asyncio.TimeoutError:
            return None
        except Exception as fout:
            logger.error("Open vragen konden niet worden gegroepeerd: %s", plek_van(fout))
            raise Weigering("fout") from None

    def _vergeet(self, werk: asyncio.Future[list[Groep]]) -> None:
        if self._werk is werk and werk.done():
            self._werk = None


def kamer(deur: Deur) -> None:
    """`/vragen`."""
    maker = Groepenmaker()

    @deur.route("/vragen", naam="vragen")
    async def toon(request: Request, bezoeker: Bezoeker) -> HTTPResponse:
        afgedaan = request.args.get("welke") == "afgedaan"
        vragen = await deur.doe(request, open_vragen.lijst)
        te_doen = await deur.doe(request, oordelen.lijst, (oordelen.OPEN, oordelen.BEZIG), 0, 200)
        merken = [(o.id, o.beurten[-1]) for o in te_doen if o.vraag and o.oordeel != oordelen.GOED]
        alle = await maker.haal(vragen, merken)
        groepen = [g for g in alle or [] if bool(g.afgedaan) == afgedaan]
        bladen = max(1, -(-len(groepen) // PER_BLAD))
        blad = min(_blad(request), bladen)
        kennis = houder().haal().kennis
        gegevens = {
            "groepen": groepen[(blad - 1) * PER_BLAD : blad * PER_BLAD], "aantal": len(groepen), "blad": blad,
            "bladen": bladen, "afgedaan": afgedaan, "bezig": alle is None, "mag": bezoeker.rol >= Rol.REDACTEUR,
            "dagen": bewaartermijn(), "zonder": not inbedder().beschikbaar,
            "onderwerpen": sorted((o.id, o.titel) for o in kennis.onderwerpen.values()),
        }  # fmt: skip
        return deur.pagina(request, bezoeker, "vragen.html", **gegevens)

    @deur.route("/vragen", methoden=("POST",), naam="vragen_doe")
    async def doe(request: Request, bezoeker: Bezoeker) -> HTTPResponse:
        nummers, wat = _nummers(veld(request, "nummers", 30_000)), veld(request, "doe", 20)
        if wat == "nieuw":
            return await _nieuw(deur, request, bezoeker, nummers)
        onderwerp = veld(request, "onderwerp", 100)
        if wat == "bij" and onderwerp not in houder().haal().kennis.onderwerpen:
            return deur.naar("/vragen", "Dit onderwerp bestaat niet. Kies er een uit de lijst.")
        hoe = {"bij": BIJ + onderwerp, "niet": NIET_VAN_ONS, "open": ""}.get(wat)
        if hoe is None:
            raise Weigering("inhoud")
        aantal = await deur.doe(request, open_vragen.handel_af, nummers, hoe)
        await deur.noteer(request, bezoeker.naam, f"open vragen: {hoe or 'weer open'}"[:60], f"{aantal} vragen")
        return deur.naar("/vragen" if hoe else "/vragen?welke=afgedaan", "Dat is genoteerd.")


async def _nieuw(deur: Deur, request: Request, bezoeker: Bezoeker, nummers: list[int]) -> HTTPResponse:
    """To the form of a new topic, with the title that the editor thought of and nothing of the parents."""
    if bezoeker.rol < Rol.REDACTEUR:
        raise Weigering("rol")
    titel, eigen = " ".join(veld(request, "titel", 80).split()), set(nummers)
    ouders = [v.tekst for v in await deur.doe(request, open_vragen.lijst) if v.id in eigen]
    if not await asyncio.get_running_loop().run_in_executor(None, _eigen_woorden, titel, ouders):
        return deur.naar("/vragen", "Schrijf de titel in uw eigen woorden, zonder gegevens van ouders.")
    return deur.naar(f"/kennis/onderwerp/nieuw?{urlencode({'titel': titel})}")


def _eigen_woorden(titel: str, ouders: list[str]) -> bool:
    """Whether a title holds neither what these parents wrote nor anything personal."""
    return lijkt(titel, ouders) != Lijkt.OVERGENOMEN and not houder().haal().redacteur.redigeer(titel).soorten


def _maak(vragen: list[OpenVraag], merken: list[tuple[int, str]], onderwerpen: frozenset[str]) -> list[Groep]:
    model = inbedder()
    if not model.beschikbaar:
        return groepeer(vragen, merken, None, onderwerpen=onderwerpen)
    return groepeer(vragen, merken, model.vectoren, onderwerpen)


def _nummers(tekst: str) -> list[int]:
    delen = tekst.split(",")
    if len(delen) > MEESTE or not all(d.isascii() and d.isdigit() and len(d) < 10 for d in delen):
        raise Weigering("inhoud")
    return [int(d) for d in delen]


def _blad(request: Request) -> int:
    getal = str(request.args.get("blad") or "1")
    return max(1, int(getal)) if getal.isascii() and getal.isdigit() and len(getal) < 5 else 1

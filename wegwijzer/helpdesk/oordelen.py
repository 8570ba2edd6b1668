"""`/helpdesk/oordelen`: marks on answers, by the helpdesk or after a parent's remark, until an editor dealt with it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any, TypeVar

from sanic.request import Request
from sanic.response import HTTPResponse, text

from wegwijzer.bewerken.geschiedenis import Geschiedenis
from wegwijzer.helpdesk import oordeel_invoer, testgeval
from wegwijzer.helpdesk.deur import Bezoeker, Deur, Rol, Weigering
from wegwijzer.helpdesk.oordeel_invoer import Invoer
from wegwijzer.helpdesk.spoor.beeld import bewerklink
from wegwijzer.helpdesk.velden import veld
from wegwijzer.huis import houder, kennismap
from wegwijzer.opslag import accounts, oordelen, open_vragen
from wegwijzer.opslag.oordelen import BEZIG, GOED, KLAAR, OPEN, SOORTEN, STATUSSEN, Oordeel

T = TypeVar("T")
PER_BLAD = 30
GROOTSTE = 200_000
"""A conversation of thirty messages twice: as it was tried, and as it is written anew (bytes)."""
BEGIN = "begin"
"""`doe` of the small forms elsewhere: open the form, with what is known of the answer."""


def kamer(deur: Deur) -> None:
    """`/oordelen` and what lies below it."""
    geschiedenis = Geschiedenis(kennismap())

    async def formulier(
        request: Request, bezoeker: Bezoeker, invoer: Invoer, bron: list[str], status: int = 200
    ) -> HTTPResponse:
        melding = invoer.oordeel.melding
        opmerking = await deur.doe(request, oordelen.opmerking, melding) if melding else None
        gegevens = {
            "o": invoer.oordeel, "fouten": invoer.fouten, "waarschuwing": invoer.waarschuwing, "bron": bron,
            "opmerking": opmerking, "soorten": SOORTEN, "onderwerpen": _onderwerpen(), "langste": 2000,
        }  # fmt: skip
        return deur.pagina(request, bezoeker, "oordeel_nieuw.html", status=status, **gegevens)

    @deur.route("/oordelen", naam="oordelen")
    async def alle(request: Request, bezoeker: Bezoeker) -> HTTPResponse:
        welke = str(request.args.get("welke") or "")
        statussen = (welke,) if welke in STATUSSEN else (OPEN, BEZIG)
        vanaf = (_blad(request) - 1) * PER_BLAD
        gevonden = await deur.doe(request, oordelen.lijst, statussen, vanaf, PER_BLAD + 1)
        gegevens = {
            "lijst": gevonden[:PER_BLAD], "meer": len(gevonden) > PER_BLAD, "blad": _blad(request), "welke": welke,
            "aantallen": await deur.doe(request, oordelen.aantallen), "versie": houder().haal().kennis.versie,
            "opmerkingen": await deur.doe(request, oordelen.opmerkingen),
        }  # fmt: skip
        return deur.pagina(request, bezoeker, "oordelen.html", **gegevens)

    @deur.route("/oordelen/opmerking/<nummer:int>", naam="oordelen_opmerking")
    async def opmerking(request: Request, bezoeker: Bezoeker, nummer: int) -> HTTPResponse:
        gevonden = await deur.doe(request, oordelen.opmerking, nummer)
        if gevonden is None:
            raise Weigering("niet_gevonden", uitleg="Deze opmerking is er niet meer. Zij gaat weg met het gesprek.")
        kennis = houder().haal().kennis
        bestand = f"onderwerpen/{gevonden.topic}.yml" if gevonden.topic in kennis.onderwerpen else ""
        leeg = Oordeel("", onderwerp=gevonden.topic, bestanden=bestand, melding=nummer)
        return await formulier(request, bezoeker, Invoer(leeg), [])

    @deur.route("/oordelen", methoden=("POST",), naam="oordelen_maak", hoogstens=GROOTSTE)
    async def maak(request: Request, bezoeker: Bezoeker) -> HTTPResponse:
        huis = houder().haal()
        bron = [str(b)[:2000] for b in request.form.getlist("bron") or []][:30]
        melding = veld(request, "melding", 12)
        van_ouders = [*bron, *(v.tekst for v in await deur.doe(request, open_vragen.lijst))]
        if melding.isascii() and melding.isdigit():
            van_ouders += await deur.doe(request, oordelen.woorden_van_ouder, min(int(melding), 2**31 - 1))
        invoer = await _in_draad(oordeel_invoer.lees, request, huis, van_ouders)
        if veld(request, "doe", 20) == BEGIN:
            invoer.fouten.clear()
            invoer.waarschuwing = False
            return await formulier(request, bezoeker, invoer, bron)
        if invoer.fouten:
            return await formulier(request, bezoeker, invoer, bron, 422)
        # An answer that was right asks for nothing of an editor.
        goed = invoer.oordeel.oordeel == GOED
        klaar = {"status": KLAAR, "klaar": time.time(), "klaar_door": bezoeker.naam} if goed else {}
        oordeel = Oordeel(**{**vars(invoer.oordeel), "wie": bezoeker.naam, **klaar})
        nummer = await deur.doe(request, oordelen.voeg_toe, oordeel, time.time())
        await deur.noteer(request, bezoeker.naam, f"oordeel: {oordeel.oordeel}", f"oordeel {nummer}")
        return deur.naar(f"/oordelen/{nummer}", "Uw oordeel is bewaard.")

    @deur.route("/oordelen/<nummer:int>", naam="oordelen_een")
    async def een(request: Request, bezoeker: Bezoeker, nummer: int) -> HTTPResponse:
        oordeel = await _haal(deur, request, nummer)
        huis = houder().haal()
        namen = [a.naam for a in await deur.doe(request, accounts.lijst) if a.rol >= Rol.REDACTEUR and not a.uit]
        opmerking = await deur.doe(request, oordelen.opmerking, oordeel.melding) if oordeel.melding else None
        bestanden = [(pad, bewerklink(pad)) for pad in oordeel.paden]
        gegevens = {
            "o": oordeel, "opmerking": opmerking, "bestanden": bestanden, "redacteuren": namen,
            "mag": bezoeker.rol >= Rol.REDACTEUR, "versie": huis.kennis.versie, "uitgave": huis.nummer,
            "sindsdien": await _in_draad(_sindsdien, geschiedenis, oordeel),
        }  # fmt: skip
        return deur.pagina(request, bezoeker, "oordeel.html", **gegevens)

    @deur.route("/oordelen/<nummer:int>/status", Rol.REDACTEUR, ("POST",), naam="oordelen_status")
    async def status(request: Request, bezoeker: Bezoeker, nummer: int) -> HTTPResponse:
        await _haal(deur, request, nummer)
        doe, huis = veld(request, "doe", 20), houder().haal()
        waarden: dict[str, Any]
        als: tuple[str, ...] = (OPEN, BEZIG)
        if doe == "neem":
            namen = {a.naam for a in await deur.doe(request, accounts.lijst) if a.rol >= Rol.REDACTEUR and not a.uit}
            wie = veld(request, "redacteur", 60)
            if wie not in namen:
                raise Weigering("inhoud", uitleg="Kies een redacteur uit de lijst.")
            waarden, melding = {"status": BEZIG, "redacteur": wie}, f"{wie} behandelt dit oordeel."
        elif doe == "sluit":
            waarden = {
                "status": KLAAR, "klaar": time.time(), "klaar_door": bezoeker.naam,
                "klaar_kennis": huis.kennis.versie, "klaar_uitgave": huis.nummer,
            }  # fmt: skip
            melding = "Het oordeel is klaar."
        elif doe == "heropen":
            waarden = {"status": OPEN, "klaar": None, "klaar_door": "", "klaar_kennis": "", "klaar_uitgave": 0}
            als, melding = (KLAAR,), "Het oordeel staat weer open."
        else:
            raise Weigering("inhoud")
        if not await deur.doe(request, oordelen.wijzig, nummer, waarden, als):
            return deur.naar(f"/oordelen/{nummer}", "Een ander was u voor. Kijk hoe het er nu voor staat.")
        await deur.noteer(request, bezoeker.naam, f"oordeel: {doe}", f"oordeel {nummer}")
        return deur.naar(f"/oordelen/{nummer}", melding)

    @deur.route("/oordelen/<nummer:int>/test", Rol.REDACTEUR, ("POST",), naam="oordelen_test")
    async def test(request: Request, bezoeker: Bezoeker, nummer: int) -> HTTPResponse:
        geval = await _geval(deur, request, nummer)
        if isinstance(geval, str):
            return deur.naar(f"/oordelen/{nummer}", geval)
        if not await _in_draad(testgeval.schrijf, geval, testgeval.tests_map()):
            return _bestand(geval)
        await deur.doe(request, oordelen.wijzig, nummer, {"test": f"tests/{geval.bestand}"})
        await deur.noteer(request, bezoeker.naam, "oordeel: testgeval gemaakt", f"oordeel {nummer}")
        return deur.naar(f"/oordelen/{nummer}", f"Het testgeval staat in tests/{geval.bestand}. Leg het vast met git.")

    @deur.route("/oordelen/<nummer:int>/test.yml", naam="oordelen_testbestand")
    async def bestand(request: Request, bezoeker: Bezoeker, nummer: int) -> HTTPResponse:
        geval = await _geval(deur, request, nummer)
        return deur.naar(f"/oordelen/{nummer}", geval) if isinstance(geval, str) else _bestand(geval)


async def _in_draad(roep: Callable[..., T], *gegeven: Any) -> T:
    """What `roep` returns, worked out off the event loop: it waits for git or the disk, or compares texts."""
    return await asyncio.get_running_loop().run_in_executor(None, roep, *gegeven)


async def _haal(deur: Deur, request: Request, nummer: int) -> Oordeel:
    gevonden = await deur.doe(request, oordelen.haal, nummer) if 0 < nummer < 2**31 else None
    if gevonden is None:
        raise Weigering("niet_gevonden")
    return gevonden


async def _geval(deur: Deur, request: Request, nummer: int) -> testgeval.Testgeval | str:
    """The test case, or why there is none."""
    oordeel = await _haal(deur, request, nummer)
    ouders = [v.tekst for v in await deur.doe(request, open_vragen.lijst)]
    if oordeel.melding:
        ouders += await deur.doe(request, oordelen.woorden_van_ouder, oordeel.melding)
    try:
        return await _in_draad(testgeval.maak, oordeel, houder().haal().kennis, testgeval.tests_map(), ouders)
    except testgeval.TestgevalFout as fout:
        return str(fout)


def _bestand(geval: testgeval.Testgeval) -> HTTPResponse:
    koppen = {"Content-Disposition": f'attachment; filename="{geval.naam}"'}
    return text(geval.tekst, content_type="application/yaml; charset=utf-8", headers=koppen)


def _onderwerpen() -> list[tuple[str, str]]:
    """Id and title, for a list to choose from."""
    kennis = houder().haal().kennis
    return sorted((o.id, o.titel) for o in kennis.onderwerpen.values())


def _sindsdien(geschiedenis: Geschiedenis, oordeel: Oordeel) -> list[tuple[str, str, float, str]]:
    """What changed in the files of the mark since it was made: (file, who, when, what)."""
    if geschiedenis.waarom_niet():
        return []
    return [
        (pad, w.wie, w.wanneer.timestamp(), w.wat)
        for pad in oordeel.paden
        for w in geschiedenis.lijst(pad, 10)
        if w.wanneer.timestamp() >= oordeel.gemaakt - 1
    ]


def _blad(request: Request) -> int:
    getal: Any = str(request.args.get("blad") or "1")
    return max(1, int(getal)) if getal.isascii() and getal.isdigit() and len(getal) < 5 else 1

"""`/helpdesk/lijst`: a list of questions answered in one go, filtered, compared and exported."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import quote, urlencode

from sanic.request import Request
from sanic.response import HTTPResponse, json, raw

from wegwijzer.helpdesk.deur import Bezoeker, Deur, Weigering
from wegwijzer.helpdesk.lijsten import tegenhanger, uitvoer
from wegwijzer.helpdesk.lijsten.filter import WELKE, Filter
from wegwijzer.helpdesk.lijsten.fout import LijstFout
from wegwijzer.helpdesk.lijsten.lezen import MEESTE_BYTES, MEESTE_RIJEN, lees, uit_tekst
from wegwijzer.helpdesk.lijsten.lijst import Lijst
from wegwijzer.helpdesk.lijsten.loper import Lijstenkast, geredigeerd
from wegwijzer.helpdesk.lijsten.vergelijk import verschillen
from wegwijzer.helpdesk.proefbank import proefbank
from wegwijzer.kanaal.balie import agent_van

GROOTSTE = MEESTE_BYTES + 500_000
"""The file and what a form adds to it (bytes)."""
PER_BLAD = 50
VORMEN = {
    "csv": (uitvoer.als_csv, uitvoer.CSV_SOORT),
    "xlsx": (uitvoer.als_xlsx, uitvoer.XLSX_SOORT),
    "jsonl": (uitvoer.als_jsonl, uitvoer.JSONL_SOORT),
}


def kamer(deur: Deur, kast: Lijstenkast | None = None) -> None:
    """`/lijst` and what lies below it."""
    lijsten = kast or Lijstenkast(proefbank())

    def van(bezoeker: Bezoeker, id_: str) -> Lijst:
        lijst = lijsten.haal(id_, bezoeker.account)
        if lijst is None:
            raise Weigering("niet_gevonden", uitleg="Deze lijst is er niet meer. Lijsten blijven twee uur staan.")
        return lijst

    def begin(request: Request, bezoeker: Bezoeker, fout: str = "", tekst: str = "") -> HTTPResponse:
        gegevens = {"lijsten": lijsten.van(bezoeker.account), "fout": fout, "tekst": tekst, "meeste": MEESTE_RIJEN}
        return deur.pagina(request, bezoeker, "lijst.html", **gegevens, status=400 if fout else 200)

    @deur.route("/lijst", naam="lijst")
    async def alle(request: Request, bezoeker: Bezoeker) -> HTTPResponse:
        return begin(request, bezoeker)

    @deur.route("/lijst", methoden=("POST",), naam="lijst_nieuw", hoogstens=GROOTSTE)
    async def nieuw(request: Request, bezoeker: Bezoeker) -> HTTPResponse:
        tekst = str(request.form.get("tekst") or "")
        bestand = request.files.get("bestand") if request.files else None
        try:
            rijen = await asyncio.get_running_loop().run_in_executor(None, _lees, bestand, tekst)
        except LijstFout as fout:
            return begin(request, bezoeker, str(fout), tekst[:20_000])
        naam = bestand.name[-60:] if bestand is not None and bestand.body else "geplakte vragen"
        lijst = Lijst(naam, bezoeker.account, rijen)
        lijsten.begin(request.app, lijst)
        return deur.naar(f"/lijst/{lijst.id}")

    @deur.route("/lijst/<id_:str>", naam="lijst_een")
    async def een(request: Request, bezoeker: Bezoeker, id_: str) -> HTTPResponse:
        lijst = van(bezoeker, id_)
        gegevens = {**_beeld(lijst, request), "anderen": tegenhanger.keuzes(_model(request))}
        return deur.pagina(request, bezoeker, "lijst_een.html", **gegevens)

    @deur.route("/lijst/<id_:str>/stand", naam="lijst_stand")
    async def stand(request: Request, bezoeker: Bezoeker, id_: str) -> HTTPResponse:
        lijst = van(bezoeker, id_)
        return json(
            {"lijst": lijst.loop.als_dict(), "ander": lijst.ander_loop.als_dict() if lijst.ander_loop else None}
        )

    @deur.route("/lijst/<id_:str>/uit/<vorm:str>", naam="lijst_uit")
    async def uit(request: Request, bezoeker: Bezoeker, id_: str, vorm: str) -> HTTPResponse:
        lijst = van(bezoeker, id_)
        if vorm not in VORMEN:
            raise Weigering("niet_gevonden")
        schrijf, soort = VORMEN[vorm]
        rijen = [rij for _, rij in Filter.lees(dict(request.args)).kies(lijst.rijen)]
        inhoud = await asyncio.get_running_loop().run_in_executor(None, schrijf, rijen)
        return raw(
            inhoud, content_type=soort, headers={"Content-Disposition": f'attachment; filename="antwoorden.{vorm}"'}
        )

    @deur.route("/lijst/<id_:str>/stop", methoden=("POST",), naam="lijst_stop")
    async def stop(request: Request, bezoeker: Bezoeker, id_: str) -> HTTPResponse:
        lijsten.stop(van(bezoeker, id_))
        return deur.naar(f"/lijst/{id_}", "De lijst is gestopt. Wat er al was, blijft staan.")

    @deur.route("/lijst/<id_:str>/weg", methoden=("POST",), naam="lijst_weg")
    async def weg(request: Request, bezoeker: Bezoeker, id_: str) -> HTTPResponse:
        lijsten.wis(van(bezoeker, id_))
        return deur.naar("/lijst", "De lijst is gewist.")

    @deur.route("/lijst/<id_:str>/vergelijk", naam="lijst_vergelijk")
    async def vergelijking(request: Request, bezoeker: Bezoeker, id_: str) -> HTTPResponse:
        lijst = van(bezoeker, id_)
        gevonden = await asyncio.get_running_loop().run_in_executor(None, _verschillen, lijst)
        bladen = _bladen(request, len(gevonden))
        deel = gevonden[bladen["vanaf"] : bladen["vanaf"] + PER_BLAD]
        anderen = tegenhanger.keuzes(_model(request))
        gegevens = {"lijst": lijst, "verschillen": deel, "aantal": len(gevonden), "anderen": anderen, **bladen}
        return deur.pagina(request, bezoeker, "lijst_vergelijk.html", **gegevens)

    @deur.route("/lijst/<id_:str>/vergelijk", methoden=("POST",), naam="lijst_vergelijk_begin")
    async def vergelijk(request: Request, bezoeker: Bezoeker, id_: str) -> HTTPResponse:
        lijst = van(bezoeker, id_)
        gekozen = request.form.get("ander") or ""
        ander = next((a for a in tegenhanger.keuzes(_model(request)) if a.sleutel == gekozen), None)
        if ander is None:
            return deur.naar(f"/lijst/{id_}", "Die versie is er niet meer. Kies een andere.")
        if lijst.loop.bezig or (lijst.ander_loop is not None and lijst.ander_loop.bezig):
            return deur.naar(f"/lijst/{id_}", "Wacht tot deze lijst klaar is, of stop hem eerst.")
        lijsten.vergelijk(lijst, ander)
        return deur.naar(f"/lijst/{id_}/vergelijk")


def _lees(bestand: Any, tekst: str) -> list[Any]:
    """The rows of an uploaded file or else of what was pasted, redacted. Raises LijstFout."""
    if bestand is not None and bestand.body:
        return geredigeerd(lees(bestand.body, bestand.name or ""))
    return geredigeerd(uit_tekst(tekst))


def _model(request: Request) -> str:
    agent = agent_van(request)
    return str(getattr(agent, "model_name", "") or "")


def _beeld(lijst: Lijst, request: Request) -> dict[str, Any]:
    """The page of one list: the rows that pass the filter, and the figures of all."""
    filter_ = Filter.lees(dict(request.args))
    gekozen = filter_.kies(lijst.rijen)
    bladen = _bladen(request, len(gekozen))
    klaar = [rij for rij in lijst.rijen if rij.beurten is not None or rij.fout]
    verwacht = [rij for rij in klaar if rij.oordeel]
    return {
        "lijst": lijst, "rijen": gekozen[bladen["vanaf"] : bladen["vanaf"] + PER_BLAD], "aantal": len(gekozen),
        "filter": filter_, "welke": WELKE, "onderwerpen": sorted({rij.onderwerp for rij in klaar if rij.onderwerp}),
        "goed": sum(rij.oordeel == "goed" for rij in verwacht), "verwacht": len(verwacht),
        "geen": sum(not rij.beantwoord for rij in klaar), "klaar": len(klaar),
        "vragen": urlencode(filter_.als_vragen(), quote_via=quote), **bladen,
    }  # fmt: skip


def _bladen(request: Request, aantal: int) -> dict[str, int]:
    getal = str(request.args.get("blad") or "1")
    bladen = max(1, -(-aantal // PER_BLAD))
    blad = max(1, min(int(getal) if getal.isdecimal() and len(getal) < 5 else 1, bladen))
    return {"blad": blad, "bladen": bladen, "vanaf": (blad - 1) * PER_BLAD}


def _verschillen(lijst: Lijst) -> list[Any]:
    return verschillen(lijst.rijen, lijst.ander or [])

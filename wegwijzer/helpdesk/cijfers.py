"""`/helpdesk/cijfers`: figures without personal data, as charts, tables and CSV."""

from __future__ import annotations

import asyncio
import csv
import io
import time
from concurrent.futures import ThreadPoolExecutor

from sanic.request import Request
from sanic.response import HTTPResponse, raw

from wegwijzer.helpdesk import getallen
from wegwijzer.helpdesk.deur import Bezoeker, Deur, Weigering
from wegwijzer.helpdesk.getallen import Tabel
from wegwijzer.helpdesk.grafiek import VORMEN, teken
from wegwijzer.helpdesk.koppen import TEKENING
from wegwijzer.helpdesk.lijsten.uitvoer import CSV_SOORT, geen_formule
from wegwijzer.huis import houder
from wegwijzer.opslag import cijfers

PERIODEN = (12, 26, 52, 104)
"""Weeks; the first is shown where nothing else is asked for."""


def kamer(deur: Deur) -> None:
    """`/cijfers`, and each figure as SVG and CSV."""
    draad = ThreadPoolExecutor(1, thread_name_prefix="grafiek")

    async def tabellen(request: Request) -> tuple[int, list[str], list[Tabel]]:
        gevraagd = str(request.args.get("weken") or "")
        aantal = int(gevraagd) if gevraagd in map(str, PERIODEN) else PERIODEN[0]
        weken = cijfers.weken_tot(cijfers.week_van(time.time()), aantal)
        teller = await deur.doe(request, cijfers.lees, weken)
        return aantal, weken, getallen.tabellen(teller, weken, houder().haal().kennis)

    async def tabel(request: Request, naam: str) -> Tabel:
        gevonden = next((t for t in (await tabellen(request))[2] if t.naam == naam), None)
        if gevonden is None:
            raise Weigering("niet_gevonden")
        return gevonden

    @deur.route("/cijfers", naam="cijfers")
    async def toon(request: Request, bezoeker: Bezoeker) -> HTTPResponse:
        aantal, weken, alle = await tabellen(request)
        grafieken = [
            {
                "naam": t.naam, "titel": t.titel, "uitleg": t.uitleg, "koppen": (t.eerste, *t.reeksen),
                "rijen": [] if t.leeg else getallen.cellen(t),
            }
            for t in alle
        ]  # fmt: skip
        gegevens = {"grafieken": grafieken, "weken": aantal, "perioden": PERIODEN}
        return deur.pagina(request, bezoeker, "cijfers.html", eerste=weken[0], laatste=weken[-1], **gegevens)

    @deur.route(r"/cijfers/<naam:(?P<naam>[\w-]+)\.svg>", naam="cijfers_grafiek")
    async def grafiek(request: Request, bezoeker: Bezoeker, naam: str) -> HTTPResponse:
        gevonden, vorm = await tabel(request, naam), str(request.args.get("vorm") or VORMEN[0])
        if vorm not in VORMEN or gevonden.leeg:
            raise Weigering("niet_gevonden")
        svg = await asyncio.get_running_loop().run_in_executor(draad, teken, gevonden, vorm)
        return raw(svg, content_type="image/svg+xml", headers=TEKENING)

    @deur.route(r"/cijfers/<naam:(?P<naam>[\w-]+)\.csv>", naam="cijfers_csv")
    async def als_csv(request: Request, bezoeker: Bezoeker, naam: str) -> HTTPResponse:
        gevonden = await tabel(request, naam)
        koppen = {"Content-Disposition": f'attachment; filename="{gevonden.naam}.csv"'}
        return raw(_csv(gevonden), content_type=CSV_SOORT, headers=koppen)


def _csv(tabel: Tabel) -> bytes:
    """As the lists are written: Excel reads it as UTF-8, and no cell can be taken for a formula."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    for rij in ([tabel.eerste, *tabel.reeksen], *getallen.cellen(tabel)):
        schrijver.writerow([geen_formule(cel) for cel in rij])
    return b"\xef\xbb\xbf" + uit.getvalue().encode("utf-8", "replace")

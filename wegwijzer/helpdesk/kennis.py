"""`/helpdesk/kennis`: what the assistant knows, in lists; what is old; which version parents get now."""

from __future__ import annotations

from typing import Any

from sanic.request import Request
from sanic.response import HTTPResponse, json

from wegwijzer.bewerken import lijst
from wegwijzer.bewerken.stukken import SOORTEN, Soort
from wegwijzer.helpdesk import kennis_geschiedenis, kennis_stuk
from wegwijzer.helpdesk.deur import Bezoeker, Deur, Weigering
from wegwijzer.helpdesk.kennis_werk import Werkplaats

PER_BLAD = 50


def kamer(deur: Deur) -> None:
    """The lists, the forms (kennis_stuk.py) and the history (kennis_geschiedenis.py)."""
    werk = Werkplaats()

    @deur.route("/kennis", naam="kennis")
    async def begin(request: Request, bezoeker: Bezoeker) -> HTTPResponse:
        gegevens = await werk.doe(_overzicht, werk)
        return deur.pagina(request, bezoeker, "kennis_begin.html", mag=werk.mag(bezoeker), **gegevens)

    @deur.route("/kennis/live", naam="kennis_live")
    async def live(request: Request, bezoeker: Bezoeker) -> HTTPResponse:
        return json(await werk.doe(werk.live))

    @deur.route("/kennis/<soort:str>", naam="kennis_lijst")
    async def lijst_(request: Request, bezoeker: Bezoeker, soort: str) -> HTTPResponse:
        gegevens = await werk.doe(_lijst, werk, soort_van(soort), request.args)
        return deur.pagina(request, bezoeker, "kennis_lijst.html", mag=werk.mag(bezoeker), **gegevens)

    kennis_geschiedenis.voeg_toe(deur, werk)
    kennis_stuk.voeg_toe(deur, werk)


def soort_van(naam: str) -> Soort:
    """The kind of this name. Raises Weigering."""
    if naam not in SOORTEN:
        raise Weigering("niet_gevonden")
    return SOORTEN[naam]


def _overzicht(werk: Werkplaats) -> dict[str, Any]:
    gelezen, meldingen = werk.werkmap.gelezen()
    oud, streken = werk.oud(gelezen, meldingen), lijst.provincies(werk.map)
    soorten = []
    for soort in SOORTEN.values():
        rijen = lijst.regels(soort, gelezen, oud, streken)
        soorten.append((soort, len(rijen), sum(r.verlopen > 0 for r in rijen)))
    return {
        "soorten": soorten, "meldingen": [str(m) for m in meldingen[:20]], "live": werk.live(),
        "niet_bewerken": werk.niet_bewerken(), "zonder_git": werk.geschiedenis.waarom_niet(),
    }  # fmt: skip


def _lijst(werk: Werkplaats, soort: Soort, vragen: Any) -> dict[str, Any]:
    gelezen, meldingen = werk.werkmap.gelezen()
    zoek, provincie = (str(vragen.get(naam, ""))[:100].strip() for naam in ("zoek", "provincie"))
    alleen_oud = vragen.get("vers") == "verlopen"
    oud = werk.oud(gelezen, meldingen)
    alle = lijst.regels(soort, gelezen, oud, lijst.provincies(werk.map))
    rijen = lijst.gekozen(alle, zoek, provincie, alleen_oud)
    bladen = max(1, -(-len(rijen) // PER_BLAD))
    getal = str(vragen.get("blad", "1"))
    blad = min(int(getal) if getal.isdecimal() and len(getal) < 5 else 1, bladen) or 1
    return {
        "soort": soort, "rijen": rijen[(blad - 1) * PER_BLAD : blad * PER_BLAD], "aantal": len(rijen),
        "provincies": sorted({p for r in alle for p in r.provincies}), "zoek": zoek, "provincie": provincie,
        "alleen_oud": alleen_oud, "blad": blad, "bladen": bladen, "meldingen": [str(m) for m in meldingen[:20]],
        "niet_bewerken": werk.niet_bewerken(),
    }  # fmt: skip

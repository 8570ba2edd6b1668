"""`/helpdesk/proef`: try a message or a conversation, and see of each turn why it went so. Nothing is kept."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sanic.request import Request
from sanic.response import HTTPResponse

from wegwijzer.helpdesk.deur import Bezoeker, Deur
from wegwijzer.helpdesk.proefbank import GeenModel, Proefbank, Vol, proefbank
from wegwijzer.helpdesk.spoor.beeld import beeld
from wegwijzer.helpdesk.spoor.proefgesprek import LANGSTE, MEESTE_BEURTEN, Proefgesprek, lees_beurten, lees_nu
from wegwijzer.helpdesk.spoor.situatie import GEBEURTENIS, Velden, keuzes, lees_slots
from wegwijzer.huis import Huis, houder

SCHEIDING = "---"
"""A line of only this stands between two messages that are typed at once."""
GROOTSTE = 300_000
"""A whole conversation with its situation (bytes); a letter can take up to nine in a form."""
VOL = "Er wordt al veel geprobeerd. Wacht een paar seconden en probeer het opnieuw."
GEEN_MODEL = "De assistent wordt nog geladen. Probeer het over een minuut opnieuw."
VRIJ = (
    ("plaats", "Plaats van de school"), ("gemeente", "Gemeente"), ("pc4", "Postcode, vier cijfers"),
    ("swv", "Code van het samenwerkingsverband"), ("leeftijd", "Leeftijd in jaren"), ("weken_thuis", "Weken thuis"),
)  # fmt: skip
KEUZES = (
    ("onderwijssoort", "Soort school"), ("richting", "Richting"), ("kind", "Wie"), ("stap", "Stap die openstaat"),
    ("onderwerp", "Laatste onderwerp"),
)  # fmt: skip
LIJSTEN = (("stappen_gedaan", "Stappen die zijn gedaan"), ("situatie", "Wat er aan de hand is"))


def kamer(deur: Deur, bank: Proefbank | None = None) -> None:
    """`/proef`. `bank`: where it is tried, shared with the lists."""
    bank = bank or proefbank()

    @deur.route("/proef", naam="proef")
    async def leeg(request: Request, bezoeker: Bezoeker) -> HTTPResponse:
        return deur.pagina(request, bezoeker, "proef.html", **_formulier({}, (), houder().haal()), sporen=[])

    @deur.route("/proef", methoden=("POST",), naam="proef_speel", hoogstens=GROOTSTE)
    async def speel(request: Request, bezoeker: Bezoeker) -> HTTPResponse:
        huis, velden = houder().haal(), dict(request.form)
        beurten: tuple[str, ...] = ()
        sporen: list[dict[str, Any]] = []
        fouten: dict[str, str] = {}
        status = 200
        try:
            beurten = lees_beurten(_beurten(velden))
            slots, fouten = lees_slots(velden, huis)
            gesprek = Proefgesprek(beurten, slots, _nu(velden, fouten))
            if not fouten:
                gespeeld = await bank.doe(request.app, gesprek.speel)
                sporen = [beeld(spoor) for spoor in gespeeld]
        except ValueError as fout:
            fouten["bericht"], status = str(fout), 400
        except (Vol, GeenModel) as fout:
            fouten["bericht"], status = (VOL if isinstance(fout, Vol) else GEEN_MODEL), 503
        if fouten:
            beurten = tuple(velden.get("beurt", ()))
        gegevens = _formulier(velden, beurten, huis, fouten)
        return deur.pagina(request, bezoeker, "proef.html", **gegevens, sporen=sporen, status=status)


def _beurten(velden: Velden) -> list[str]:
    """The messages of the form: those of before, then the new one or the button that was pressed."""
    beurten = list(velden.get("beurt", ()))
    if "terug" in velden.get("doe", ()):
        return beurten[:-1]
    if "opnieuw" in velden.get("doe", ()):
        return beurten
    if knop := velden.get("knop"):
        return [*beurten, knop[0]]
    nieuw: list[list[str]] = [[]]
    for regel in "\n".join(velden.get("bericht", ())).splitlines():
        if regel.strip() == SCHEIDING:
            nieuw.append([])
        else:
            nieuw[-1].append(regel)
    return [*beurten, *("\n".join(regels) for regels in nieuw)]


def _nu(velden: Velden, fouten: dict[str, str]) -> datetime | None:
    try:
        return lees_nu("".join(velden.get("nu", ())[:1]))
    except ValueError:
        fouten["nu"] = "Kies een dag en een tijd tussen 2000 en 2100."
        return None


def _formulier(
    velden: Velden, beurten: tuple[str, ...], huis: Huis, fouten: dict[str, str] | None = None
) -> dict[str, Any]:
    """What the form shows: what was filled in stays. What could not be played is there to be mended."""
    mag, fouten = keuzes(huis), fouten or {}
    gekozen = {naam: [w for w in waarden if w] for naam, waarden in velden.items()}
    vrij = [(naam, tekst, "".join(gekozen.get(naam, ())[:1])) for naam, tekst in VRIJ]
    los = [(naam, tekst, mag[naam], "".join(gekozen.get(naam, ())[:1])) for naam, tekst in KEUZES]
    lijsten = [(naam, tekst, mag[naam], gekozen.get(naam, [])) for naam, tekst in LIJSTEN]
    dagen = [
        (GEBEURTENIS + g.id, g.naam, "".join(gekozen.get(GEBEURTENIS + g.id, ())[:1]))
        for g in huis.kennis.termijnen.gebeurtenissen.values()
    ]
    bekend = any(v[-1] for v in (*vrij, *los, *lijsten, *dagen))
    return {
        "beurten": beurten, "bericht": "\n".join(velden.get("bericht", ())) if fouten else "",
        "vrij": vrij, "los": los, "lijsten": lijsten, "dagen": dagen, "bekend": bekend,
        "nu": "".join(gekozen.get("nu", ())[:1]), "fouten": fouten, "langste": LANGSTE, "meeste": MEESTE_BEURTEN,
    }  # fmt: skip

"""The form of one piece of knowledge: shown, tried out before it is saved, and saved."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from typing import Any

from sanic.request import Request
from sanic.response import HTTPResponse

from wegwijzer import klok
from wegwijzer.bewerken import lijst, voorbeeld, vragenproef
from wegwijzer.bewerken.formulier import Bouwer, lijsten
from wegwijzer.bewerken.invoer import Waarden, waarden
from wegwijzer.bewerken.stukken import NIEUW, SOORTEN, Soort, Stuk
from wegwijzer.bewerken.uitleg import leg_uit
from wegwijzer.helpdesk.deur import Bezoeker, Deur, Rol, Weigering
from wegwijzer.helpdesk.kennis_invullen import (
    VRAGEN,
    Stand,
    anders,
    formulier,
    nieuw_stuk,
    open_stuk,
    provincies,
    verwerk,
)
from wegwijzer.helpdesk.kennis_werk import Werkplaats
from wegwijzer.huis import Huis, houder
from wegwijzer.kanaal.fouten import Fout
from wegwijzer.kennis.meldingen import KennisFout
from wegwijzer.kennis.model import Kennis
from wegwijzer.kennis.versheid import TERMIJNEN

GROOTST = 400_000
"""The largest form (bytes): four times the largest topic."""
GEDULD = 30.0
"""How long is waited for the recogniser that is made to try questions (seconds)."""
MEESTE_VRAGEN = 200


class Proefbank:
    """Tries questions on changed knowledge: off the event loop, one at a time, not longer than `GEDULD`."""

    def __init__(self) -> None:
        self._draad = ThreadPoolExecutor(1, thread_name_prefix="vragenproef")
        self._bezig: Future[Any] | None = None

    async def probeer(
        self, id_: str, huis: Huis, nieuw: Kennis, getypt: list[str]
    ) -> tuple[vragenproef.Proef | None, str]:
        """The outcome, or why there is none."""
        if huis.herkenner is None:
            return None, "De herkenner is nog niet geladen. Probeer het zo nog eens."
        if self._bezig is not None and not self._bezig.done():
            return None, "Een ander probeert nu vragen uit. Bekijk het zo nog eens."
        self._bezig = self._draad.submit(vragenproef.probeer, id_, huis, nieuw, getypt)
        try:
            return await asyncio.wait_for(asyncio.shield(asyncio.wrap_future(self._bezig)), GEDULD), ""
        except asyncio.TimeoutError:
            return None, "Dit duurt te lang. U kunt bewaren zonder te kijken, of het later nog eens proberen."


def voeg_toe(deur: Deur, werk: Werkplaats) -> None:
    """`/kennis/<soort>/nieuw` and `/kennis/<soort>/<id>`."""
    bank = Proefbank()

    async def pagina(
        request: Request, bezoeker: Bezoeker, stand: Stand, nieuw: bool, form: Mapping[str, list[str]]
    ) -> HTTPResponse:
        gegevens = await werk.doe(_blad, werk, stand, nieuw)
        gegevens |= {"voorbeeld": [], "genoemd": [], "proef": None, "geen_proef": "", "proefvragen": ""}
        gegevens |= {"proefvragen": (form.get(VRAGEN) or [""])[0], "reden": (form.get("reden") or [""])[0]}
        if stand.kennis is not None:
            stuk, huis = stand.stuk, houder().haal()
            nieuw_huis = replace(huis, kennis=stand.kennis)
            gegevens["voorbeeld"] = await werk.doe(
                voorbeeld.bladen, stuk.soort.naam, stuk.id, nieuw_huis, datetime.now(klok.NEDERLAND)
            )
            if stuk.soort.naam == "organisatie":
                gegevens["genoemd"] = voorbeeld.waar_genoemd(stuk.id, nieuw_huis)
            if stuk.soort.naam == "onderwerp":
                getypt = [v.strip()[:500] for v in gegevens["proefvragen"].splitlines() if v.strip()]
                gegevens["proef"], gegevens["geen_proef"] = await bank.probeer(stuk.id, huis, stand.kennis, getypt)
        mag = werk.mag(bezoeker)
        return deur.pagina(request, bezoeker, "kennis_stuk.html", mag=mag, status=stand.status, **gegevens)

    def kapot(request: Request, bezoeker: Bezoeker, fout: KennisFout) -> HTTPResponse:
        regels = [str(m) for m in fout.meldingen]
        return deur.pagina(request, bezoeker, "kennis_kapot.html", meldingen=regels, form=_typte(request), status=409)

    @deur.route("/kennis/<soort:str>/nieuw", naam="kennis_nieuw", rol=Rol.REDACTEUR)
    async def nieuw(request: Request, bezoeker: Bezoeker, soort: str) -> HTTPResponse:
        gekozen = _nieuwe(werk, soort)
        stand = await werk.doe(_leeg, werk, gekozen, _vooraf(request.args))
        return await pagina(request, bezoeker, stand, True, {})

    @deur.route("/kennis/<soort:str>/nieuw", Rol.REDACTEUR, ("POST",), naam="kennis_maak", hoogstens=GROOTST)
    async def maak(request: Request, bezoeker: Bezoeker, soort: str) -> HTTPResponse:
        gekozen = _nieuwe(werk, soort)
        if "vraag" in request.form:
            stand = await werk.doe(_leeg, werk, gekozen, _vooraf(request.form))
            return await pagina(request, bezoeker, stand, True, {})
        return await verstuurd(request, bezoeker, gekozen, NIEUW)

    @deur.route("/kennis/<soort:str>/<id_:str>", naam="kennis_stuk")
    async def toon(request: Request, bezoeker: Bezoeker, soort: str, id_: str) -> HTTPResponse:
        try:
            stand = await werk.doe(_open, werk, _soort(soort), id_)
        except KennisFout as fout:
            return kapot(request, bezoeker, fout)
        return await pagina(request, bezoeker, stand, False, {})

    @deur.route("/kennis/<soort:str>/<id_:str>", Rol.REDACTEUR, ("POST",), naam="kennis_bewaar", hoogstens=GROOTST)
    async def bewaar(request: Request, bezoeker: Bezoeker, soort: str, id_: str) -> HTTPResponse:
        return await verstuurd(request, bezoeker, _soort(soort), id_)

    async def verstuurd(request: Request, bezoeker: Bezoeker, soort: Soort, id_: str) -> HTTPResponse:
        if reden := werk.niet_bewerken():
            raise Weigering("rol", uitleg=reden)
        form = {naam: [str(w) for w in waarde] for naam, waarde in request.form.items()}
        try:
            stand = await werk.doe(verwerk, werk, soort, id_, id_ == NIEUW, form, bezoeker.naam)
        except KennisFout as fout:
            return kapot(request, bezoeker, fout)
        if stand.bewaard is None:
            return await pagina(request, bezoeker, stand, id_ == NIEUW, form)
        await noteer(deur, request, bezoeker, "kennis gewijzigd", stand.stuk.bestand)
        zonder = f" Er is geen versie vastgelegd: {stand.bewaard.zonder_git}" if stand.bewaard.zonder_git else ""
        return deur.naar(f"/kennis/{soort.naam}/{stand.stuk.id}?bewaard=1", f"Bewaard in {stand.stuk.bestand}.{zonder}")


async def noteer(deur: Deur, request: Request, bezoeker: Bezoeker, wat: str, over: str) -> None:
    """A line in the log. Where the database does not answer, what was saved stays saved."""
    with contextlib.suppress(Fout):
        await deur.noteer(request, bezoeker.naam, wat, over)


def _soort(naam: str) -> Soort:
    if naam not in SOORTEN:
        raise Weigering("niet_gevonden")
    return SOORTEN[naam]


def _nieuwe(werk: Werkplaats, naam: str) -> Soort:
    soort = _soort(naam)
    if not soort.nieuw:
        raise Weigering("niet_gevonden", uitleg="De samenwerkingsverbanden liggen vast in de landelijke regeling.")
    if reden := werk.niet_bewerken():
        raise Weigering("rol", uitleg=reden)
    return soort


def _typte(request: Request) -> list[tuple[str, str]]:
    """What was filled in, so that nothing is lost where the form itself cannot be shown."""
    if request.method != "POST":
        return []
    over = ("csrf", "versie", "doe", "einde")
    return [
        (naam, str(w))
        for naam, waarde in request.form.items()
        for w in waarde
        if naam not in over and ".rij" not in naam
    ]


def _vooraf(gegeven: Any) -> Waarden:
    """What another page fills in beforehand: `vraag` (more than one may be) and `titel`."""
    vragen = [" ".join(str(v).split())[:500] for v in gegeven.getlist("vraag") or []]
    return {"vragen": ["\n".join(vragen[:MEESTE_VRAGEN])], "titel": [str(gegeven.get("titel") or "")[:100]]}


def _leeg(werk: Werkplaats, soort: Soort, vooraf: Waarden) -> Stand:
    stuk, _ = nieuw_stuk(werk, soort, {})
    leeg = waarden(formulier(soort, True), None)
    leeg |= {naam: waarde for naam, waarde in vooraf.items() if naam in leeg}
    if "bronnen.rij" in leeg:
        leeg["bronnen.rij"] = ["n1"]
    return Stand(stuk, leeg)


def _open(werk: Werkplaats, soort: Soort, id_: str) -> Stand:
    stuk = open_stuk(werk, soort, id_)
    return Stand(stuk, waarden(formulier(soort, False), stuk.inhoud))


def _blad(werk: Werkplaats, stand: Stand, nieuw: bool) -> dict[str, Any]:
    gelezen, meldingen = werk.werkmap.gelezen()
    stuk = stand.stuk
    uitleg = leg_uit(stand.meldingen, stuk.bestand, stuk.voorvoegsel, stand.namen, stand.eerder)
    veld = formulier(stuk.soort, nieuw)
    oud = {} if nieuw or meldingen else _oud(stuk, lijst.verlopen(gelezen, klok.vandaag()))
    bouwer = Bouwer(stand.waarden, uitleg.bij, lijsten(gelezen), anders(stand.botsingen), oud)
    inhoud = stuk.inhoud or {}
    return {
        "soort": stuk.soort, "id": stuk.id, "nieuw": nieuw, "bestand": stuk.bestand, "versie": stuk.versie,
        "titel": str(inhoud.get("titel") or inhoud.get("naam") or stuk.id), "vakken": bouwer.vakken(veld),
        "fouten": [("v-" + waar.replace(".", "-") if waar else "", tekst) for waar, tekst in uitleg.alles],
        "botsing": bool(stand.botsingen), "zin": stand.zin, "oud_heel": oud.get("", ""),
        "keuze_provincie": [naam for _, naam in provincies(werk, stuk.soort)] if nieuw and stuk.soort.deel else [],
        "provincie": (stand.waarden.get("provincie_bestand") or [""])[0], "niet_bewerken": werk.niet_bewerken(),
        "live": werk.live(), "zonder_git": werk.geschiedenis.waarom_niet(),
    }  # fmt: skip


def _oud(stuk: Stuk, feiten: lijst.Feiten) -> dict[str, str]:
    """Name of the row or group → which of its facts is older than its term."""
    uit = {}
    for feit in feiten.get((stuk.bestand, stuk.plek), ()):
        veld = f"{feit.veld}.".removeprefix(stuk.voorvoegsel).rstrip(".")
        naam = ".".join(str(int(d) - 1) if d.isdecimal() else d for d in veld.split(".")) if veld else ""
        uit[naam] = f"Ouder dan {TERMIJNEN[feit.soort]} maanden: kijk dit na bij de bron."
    return uit

"""Who changed a piece of knowledge when, and taking one change back: as a new save, checked like any other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sanic.request import Request
from sanic.response import HTTPResponse

from wegwijzer.bewerken import opslaan
from wegwijzer.bewerken.geschiedenis import GitFout, Wijziging
from wegwijzer.bewerken.stukken import SOORTEN, versie_van
from wegwijzer.helpdesk.deur import Bezoeker, Deur, Rol, Weigering
from wegwijzer.helpdesk.kennis_stuk import noteer
from wegwijzer.helpdesk.kennis_werk import Werkplaats

REGELS = 80
"""Of one change so many lines are shown."""


@dataclass(frozen=True)
class Getoond:
    """One change, with the lines that it took away and put there."""

    wijziging: Wijziging
    regels: list[str]


def voeg_toe(deur: Deur, werk: Werkplaats) -> None:
    """`/kennis/<soort>/<id>/geschiedenis`."""
    pad = "/kennis/<soort:str>/<id_:str>/geschiedenis"

    def pagina(request: Request, bezoeker: Bezoeker, gegevens: dict[str, Any], **meer: Any) -> HTTPResponse:
        alles = {"fout": "", "meldingen": [], "mag": werk.mag(bezoeker), **gegevens, **meer}
        return deur.pagina(request, bezoeker, "kennis_geschiedenis.html", **alles)

    @deur.route(pad, naam="kennis_geschiedenis")
    async def toon(request: Request, bezoeker: Bezoeker, soort: str, id_: str) -> HTTPResponse:
        return pagina(request, bezoeker, await werk.doe(_gegevens, werk, soort, id_))

    @deur.route(pad, Rol.REDACTEUR, ("POST",), naam="kennis_terug")
    async def terug(request: Request, bezoeker: Bezoeker, soort: str, id_: str) -> HTTPResponse:
        if reden := werk.niet_bewerken():
            raise Weigering("rol", uitleg=reden)
        commit = str(request.form.get("commit") or "")
        uitkomst, fout = await werk.doe(_terug, werk, soort, id_, commit, bezoeker.naam)
        if uitkomst is not None and uitkomst.soort == "bewaard":
            await noteer(deur, request, bezoeker, "kennis teruggenomen", f"{soort} {id_}")
            zonder = f" {uitkomst.zonder_git} De wijziging is wel opgeslagen." if uitkomst.zonder_git else ""
            return deur.naar(f"/kennis/{soort}/{id_}?bewaard=1", f"De wijziging is teruggenomen.{zonder}")
        meldingen = [str(m) for m in uitkomst.meldingen] if uitkomst is not None else []
        gegevens = await werk.doe(_gegevens, werk, soort, id_)
        return pagina(request, bezoeker, gegevens, fout=fout, meldingen=meldingen, status=422)


def _bestand(werk: Werkplaats, soort: str, id_: str) -> str:
    if soort not in SOORTEN:
        raise Weigering("niet_gevonden")
    gevonden = werk.bestand_van(SOORTEN[soort], id_, werk.werkmap.gelezen()[0])
    if gevonden is None:
        raise Weigering("niet_gevonden")
    return gevonden[0]


def _gegevens(werk: Werkplaats, soort: str, id_: str) -> dict[str, Any]:
    bestand = _bestand(werk, soort, id_)
    lijst = [Getoond(w, _regels(werk, bestand, w.commit)) for w in werk.geschiedenis.lijst(bestand)]
    return {
        "soort": SOORTEN[soort], "id": id_, "bestand": bestand, "lijst": lijst,
        "zonder_git": werk.geschiedenis.waarom_niet(), "niet_bewerken": werk.niet_bewerken(),
    }  # fmt: skip


def _regels(werk: Werkplaats, bestand: str, commit: str) -> list[str]:
    try:
        regels = werk.geschiedenis.verschil(bestand, commit).splitlines()
    except GitFout:
        return []
    return [r[:300] for r in regels[:REGELS]]


def _terug(werk: Werkplaats, soort: str, id_: str, commit: str, wie: str) -> tuple[opslaan.Uitkomst | None, str]:
    bestand = _bestand(werk, soort, id_)
    nu = werk.lees(bestand)
    gekend = {w.commit: w for w in werk.geschiedenis.lijst(bestand)}
    if nu is None or commit not in gekend:
        return None, "Deze wijziging staat niet in de lijst."
    try:
        tekst = werk.geschiedenis.zonder(bestand, commit, nu)
    except GitFout as fout:
        return None, str(fout)
    bericht = f"Kennis: teruggenomen bij {id_}: {gekend[commit].wat}"[:200]
    uitkomst = opslaan.bewaar(werk.werkmap, werk.geschiedenis, bestand, tekst, versie_van(nu), wie, bericht)
    fout_ = {
        "gelijk": "Deze wijziging staat al niet meer in het bestand.",
        "botsing": "Het bestand is net veranderd. Probeer het opnieuw.",
        "bezet": "Een ander slaat nu op. Probeer het over een paar seconden opnieuw.",
        "geweigerd": "Zonder deze wijziging klopt de kennis niet meer.",
    }  # fmt: skip
    return uitkomst, fout_.get(uitkomst.soort, "")

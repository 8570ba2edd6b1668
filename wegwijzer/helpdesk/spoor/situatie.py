"""The situation that somebody fills in by hand: from a form to the contract's slots."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from wegwijzer.gesprek import gegevens
from wegwijzer.gesprek.model import Toestand
from wegwijzer.huis import Huis
from wegwijzer.kennis.model import STAPPEN
from wegwijzer.pad.situatie import Situatie
from wegwijzer.taal.situatie.patronen import tabel

SOORTEN = ("po", "sbo", "so", "vo", "pro", "vso", "mbo")
RICHTINGEN = ("reformatorisch", "cluster1", "cluster2")
KINDEREN = ("zoon", "dochter", "kind", "kleinkind", "pleegkind", "ik")
MEESTE_JAREN, MEESTE_WEKEN = 25, 1000
JONGERE = "jongere_zelf"
"""A situation that is no pattern of its own: the pupil writes."""
GEBEURTENIS = "gebeurtenis_"
"""Before the id of an event, in the name of its field."""

Velden = Mapping[str, Sequence[str]]
"""A form: name of a field → what was filled in, once or more."""


def situaties() -> list[str]:
    """The ids that the slot `situatie` can hold."""
    return sorted({JONGERE, *(str(regel["situatie"]) for regel in tabel("situaties")["regels"])})


def keuzes(huis: Huis) -> dict[str, Sequence[str]]:
    """The fields with a fixed list, and what each may hold."""
    return {
        "onderwijssoort": SOORTEN,
        "richting": RICHTINGEN,
        "kind": KINDEREN,
        "stap": STAPPEN,
        "onderwerp": sorted(huis.kennis.onderwerpen),
        "situatie": situaties(),
        "stappen_gedaan": STAPPEN,
    }


def lees_slots(velden: Velden, huis: Huis) -> tuple[dict[str, Any], dict[str, str]]:
    """The slots that were filled in, and by field what is wrong with it. A wrong field sets no slot."""
    slots: dict[str, Any] = {}
    fouten: dict[str, str] = {}
    for naam, mag in keuzes(huis).items():
        waarden = [w for w in velden.get(naam, ()) if w]
        if any(w not in mag for w in waarden):
            fouten[naam] = "Kies iets uit de lijst."
        elif waarden:
            slots[naam] = waarden if naam in ("situatie", "stappen_gedaan") else waarden[0]
    for naam, meeste in (("leeftijd", MEESTE_JAREN), ("weken_thuis", MEESTE_WEKEN)):
        waarde = _een(velden, naam)
        if waarde and re.fullmatch(r"[0-9]{1,4}", waarde) and int(waarde) <= meeste:
            slots[naam] = int(waarde)
        elif waarde:
            fouten[naam] = f"Vul een heel getal in, van 0 tot en met {meeste}."
    _lees_plaats(velden, huis, slots, fouten)
    _lees_gebeurtenissen(velden, huis, slots, fouten)
    return slots, fouten


def _lees_plaats(velden: Velden, huis: Huis, slots: dict[str, Any], fouten: dict[str, str]) -> None:
    """Place, gemeente, PC4 and samenwerkingsverband; what follows from the others is filled in."""
    plaats, gemeente, pc4, swv = (_een(velden, naam) for naam in ("plaats", "gemeente", "pc4", "swv"))
    if swv and swv.upper() not in huis.kennis.samenwerkingsverbanden:
        fouten["swv"] = "Deze code is er niet. Schrijf hem als VO2810."
        swv = None
    if pc4 and pc4 not in huis.plaatsen.postcodes:
        fouten["pc4"] = "Deze vier cijfers van een postcode zijn er niet."
        pc4 = None
    plaats, gemeente = (
        _officieel(plaats, {p for p, _ in huis.plaatsen.plekken}),
        _officieel(gemeente, huis.plaatsen.gemeenten),
    )
    gevonden = huis.plaatsen.vind(plaats, gemeente, pc4) if plaats or gemeente or pc4 else ()
    if (plaats or gemeente) and not gevonden:
        veld = "plaats" if plaats else "gemeente"
        fouten[veld] = f"Deze {veld} is er niet. Schrijf de officiële naam."
        return
    toestand = Toestand(Situatie.uit_slots(slots))
    if len(gevonden) == 1:
        gegevens.neem_plek(toestand, gevonden[0], huis)
        gevuld = {n: getattr(toestand.situatie, n) for n in ("plaats", "gemeente", "pc4", "swv")}
        slots |= {naam: waarde for naam, waarde in gevuld.items() if waarde}
    else:
        slots |= {n: w for n, w in (("plaats", plaats), ("gemeente", gemeente), ("pc4", pc4)) if w}
    if swv:
        slots["swv"] = swv.upper()


def _lees_gebeurtenissen(velden: Velden, huis: Huis, slots: dict[str, Any], fouten: dict[str, str]) -> None:
    dagen: dict[str, str] = {}
    for id_ in huis.kennis.termijnen.gebeurtenissen:
        dag = _een(velden, GEBEURTENIS + id_)
        if not dag:
            continue
        try:
            dagen[id_] = date.fromisoformat(dag).isoformat()
        except ValueError:
            fouten[GEBEURTENIS + id_] = "Schrijf de dag als 2026-11-22."
    if dagen:
        slots["gebeurtenissen"] = dagen


def _officieel(naam: str | None, namen: Any) -> str | None:
    """The name as it is written officially, whatever its capitals; the name itself where there is none."""
    if naam is None or naam in namen:
        return naam
    return next((n for n in namen if n and n.casefold() == naam.casefold()), naam)


def _een(velden: Velden, naam: str) -> str | None:
    return next((w.strip() for w in velden.get(naam, ()) if w.strip()), None)

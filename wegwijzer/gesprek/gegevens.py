"""Takes what a message says into the situation: new facts, corrections, and the door that follows from them."""

from __future__ import annotations

from collections.abc import Sequence

from wegwijzer.gesprek.model import Bericht, Toestand
from wegwijzer.huis import Huis
from wegwijzer.pad import deur
from wegwijzer.pad.situatie import Situatie
from wegwijzer.plaats.keuze import kies
from wegwijzer.plaats.model import Plek, Vermelding
from wegwijzer.plaats.zoek import vermeldingen

ENKELVOUD = ("leeftijd", "weken_thuis", "onderwijssoort", "richting", "kind")
PLAATSVRAGEN = ("plaats", "pc4", "welke", "plaats_thuis")


def verwerk(bericht: Bericht, toestand: Toestand, huis: Huis) -> list[str]:
    """Update `toestand.situatie` in place; returns the names of the slots that changed."""
    situatie = toestand.situatie
    voor = situatie.als_slots()
    for naam in ENKELVOUD:
        gevonden = bericht.alle(naam)
        if gevonden:
            setattr(situatie, naam, gevonden[-1].waarde)
    for vondst in bericht.alle("stap_gedaan"):
        situatie.heeft_gedaan(vondst.waarde)
    for vondst in bericht.alle("situatie"):
        if vondst.waarde not in situatie.situatie:
            situatie.situatie = [*situatie.situatie, vondst.waarde]
    if bericht.alle("onderwijssoort") and not any(v.waarde == "geen_school" for v in bericht.alle("situatie")):
        situatie.situatie = [s for s in situatie.situatie if s != "geen_school"]
    _plaats(bericht, toestand, huis)
    if situatie.als_slots() != voor:
        leid_deur_af(situatie, huis)
    return [naam for naam, waarde in situatie.als_slots().items() if waarde != voor[naam]]


def neem_plek(situatie: Situatie, plek: Plek, huis: Huis) -> None:
    """Set the place that the parent chose, and the door that follows."""
    situatie.plaats, situatie.gemeente, situatie.pc4 = plek.plaats, plek.gemeente, plek.pc4
    leid_deur_af(situatie, huis)


def leid_deur_af(situatie: Situatie, huis: Huis) -> deur.Uitkomst:
    """Work out `swv` again from kind of school and place; anything that is not certain leaves it empty."""
    uitkomst = deur.zoek(situatie, plekken(situatie, huis), huis.plaatsen)
    situatie.swv = uitkomst.swv
    return uitkomst


def plekken(situatie: Situatie, huis: Huis) -> tuple[Plek, ...]:
    """The places that the slots can mean: one, several when the name is ambiguous, or none."""
    return huis.plaatsen.vind(situatie.plaats, situatie.gemeente, situatie.pc4)


def _plaats(bericht: Bericht, toestand: Toestand, huis: Huis) -> None:
    situatie = toestand.situatie
    verwacht = toestand.vraag in PLAATSVRAGEN
    if toestand.vraag == "welke":
        gekozen = kies(bericht.tekst, plekken(situatie, huis), huis.plaatsen)
        if len(gekozen) == 1:
            situatie.plaats, situatie.gemeente, situatie.pc4 = gekozen[0].plaats, gekozen[0].gemeente, gekozen[0].pc4
            toestand.plaats_school = True
            return
    gevonden = [v for v in vermeldingen(bericht.tekst, huis.plaatsen, verwacht=verwacht) if v.kandidaten]
    if not gevonden:
        return
    school = [v for v in gevonden if v.school]
    thuis = [v for v in gevonden if v.school is False]
    open_ = [v for v in gevonden if v.school is None]
    if "geen_school" in situatie.situatie and thuis and not school:
        _neem(toestand, thuis, huis)
    elif school or open_:
        _neem(toestand, school or open_, huis)
        toestand.plaats_school = True
    elif verwacht or not (situatie.plaats or situatie.gemeente):
        _neem(toestand, thuis, huis)
        toestand.plaats_school = verwacht


def _neem(toestand: Toestand, vermeldingen_: Sequence[Vermelding], huis: Huis) -> None:
    """The last place that was named counts; a PC4 beside it sharpens it."""
    situatie = toestand.situatie
    postcodes = [v for v in vermeldingen_ if v.soort == "pc4"]
    namen = [v for v in vermeldingen_ if v.soort != "pc4"]
    gekozen = (postcodes or namen)[-1]
    kandidaten = gekozen.kandidaten
    if postcodes and toestand.vraag == "pc4":
        eerder = huis.plaatsen.vind(situatie.plaats, situatie.gemeente)
        samen = [p for p in (huis.plaatsen.in_plaats(kandidaten[0], e) for e in eerder) if p is not None]
        kandidaten = tuple(samen) or kandidaten
    situatie.plaats = _gemeen({k.plaats for k in kandidaten})
    situatie.gemeente = _gemeen({k.gemeente for k in kandidaten})
    situatie.pc4 = _gemeen({k.pc4 for k in kandidaten})


def _gemeen(waarden: set[str | None]) -> str | None:
    return waarden.pop() if len(waarden) == 1 else None

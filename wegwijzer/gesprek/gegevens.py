"""Takes what a message says into the situation: new facts, corrections, and the door that follows from them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields, replace

from wegwijzer.gesprek import gebeurtenis
from wegwijzer.gesprek.model import Bericht, Toestand
from wegwijzer.huis import Huis
from wegwijzer.pad import deur
from wegwijzer.pad.situatie import Situatie
from wegwijzer.plaats.keuze import kies
from wegwijzer.plaats.model import Plek, Vermelding
from wegwijzer.plaats.zoek import vermeldingen

ENKELVOUD = ("leeftijd", "weken_thuis", "onderwijssoort", "richting", "kind")
PLAATSVRAGEN = ("plaats", "pc4", "welke", "plaats_thuis", "plaats_plek")
SPECIAAL = ("so", "vso")
"""Asked for the place, their parents name the school that referred the child: that is no change of school."""
NIET_DAAR = re.compile(r"\b(?:niet|geen)(?: meer)?(?: in| te| uit| bij)? ?$")
ANDER_KIND = re.compile(r"\b(?:nu over|gaat (?:het )?(?:nu )?over|ook nog een|andere kind|mijn andere)\b")


def verwerk(bericht: Bericht, toestand: Toestand, huis: Huis) -> list[str]:
    """Update `toestand.situatie` in place; returns the names of the slots that changed."""
    situatie = toestand.situatie
    voor = situatie.als_slots()
    if _ander_kind(bericht, situatie):
        for veld in fields(Situatie):
            if veld.name not in ("plaats", "gemeente", "pc4"):
                setattr(situatie, veld.name, getattr(Situatie(), veld.name))
        toestand.plaats_school = False
    for naam in ENKELVOUD:
        gevonden = bericht.alle(naam)
        if naam == "onderwijssoort" and toestand.vraag in PLAATSVRAGEN and situatie.onderwijssoort in SPECIAAL:
            continue
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
    gebeurtenis.neem(bericht, toestand, huis.kennis.termijnen)
    if situatie.als_slots() != voor:
        leid_deur_af(toestand, huis)
    return [naam for naam, waarde in situatie.als_slots().items() if waarde != voor[naam]]


def neem_plek(toestand: Toestand, plek: Plek, huis: Huis) -> None:
    """Set the place that the parent chose, and the door that follows."""
    situatie = toestand.situatie
    situatie.plaats, situatie.gemeente, situatie.pc4 = plek.plaats, plek.gemeente, plek.pc4
    toestand.kandidaten = []
    leid_deur_af(toestand, huis)


def leid_deur_af(toestand: Toestand, huis: Huis) -> deur.Uitkomst:
    """Work out `swv` again from kind of school and place; anything that is not certain leaves it empty."""
    uitkomst = deur.zoek(toestand.situatie, plekken(toestand, huis), huis.plaatsen)
    toestand.situatie.swv = uitkomst.swv
    return uitkomst


def plekken(toestand: Toestand, huis: Huis) -> tuple[Plek, ...]:
    """The places that are meant: one, several while an ambiguous name is open, or none."""
    situatie = toestand.situatie
    if toestand.kandidaten:
        return tuple(p for k in toestand.kandidaten for p in huis.plaatsen.vind(*k)[:1])
    return huis.plaatsen.vind(situatie.plaats, situatie.gemeente, situatie.pc4)


def _ander_kind(bericht: Bericht, situatie: Situatie) -> bool:
    """The talk turns to another child: son becomes daughter (or back), said so or with facts of its own."""
    kinderen = [v.waarde for v in bericht.alle("kind") if v.waarde in ("zoon", "dochter")]
    if not kinderen or situatie.kind not in ("zoon", "dochter") or kinderen[-1] == situatie.kind:
        return False
    return bool(bericht.alle("leeftijd") or bericht.alle("onderwijssoort") or ANDER_KIND.search(bericht.tekst.lower()))


def genoemd(tekst: str, huis: Huis, verwacht: bool) -> list[Vermelding]:
    """The places in `tekst`; just asked for one, what stands after the last comma is read as a bare answer too."""
    gevonden = vermeldingen(tekst, huis.plaatsen, verwacht=verwacht)
    begin = tekst.rfind(",") + 1
    if gevonden or not verwacht or not begin:
        return gevonden
    rest = vermeldingen(tekst[begin:], huis.plaatsen, verwacht=True)
    return [replace(v, start=v.start + begin, end=v.end + begin) for v in rest]


def _plaats(bericht: Bericht, toestand: Toestand, huis: Huis) -> None:
    situatie = toestand.situatie
    verwacht = toestand.vraag in PLAATSVRAGEN
    if toestand.kandidaten:
        gekozen = kies(bericht.tekst, plekken(toestand, huis), huis.plaatsen)
        if len(gekozen) == 1:
            neem_plek(toestand, gekozen[0], huis)
            toestand.plaats_school = True
            return
    alle = [v for v in genoemd(bericht.tekst, huis, verwacht) if v.kandidaten]
    gevonden = [v for v in alle if not NIET_DAAR.search(bericht.tekst[: v.start].lower())]
    if not gevonden:
        return
    school = [v for v in gevonden if v.school]
    thuis = [v for v in gevonden if v.school is False]
    open_ = [v for v in gevonden if v.school is None]
    if "geen_school" in situatie.situatie and thuis and not school:
        _neem(toestand, thuis, huis)
    elif school or open_:
        _neem(toestand, school or open_, huis)
        toestand.plaats_school = toestand.vraag != "plaats_plek"
    elif verwacht or not (situatie.plaats or situatie.gemeente):
        _neem(toestand, thuis, huis)
        toestand.plaats_school = verwacht and toestand.vraag != "plaats_plek"


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
    toestand.kandidaten = [[k.plaats, k.gemeente, k.pc4] for k in kandidaten] if len(kandidaten) > 1 else []
    situatie.plaats = _gemeen({k.plaats for k in kandidaten})
    situatie.gemeente = _gemeen({k.gemeente for k in kandidaten})
    situatie.pc4 = _gemeen({k.pc4 for k in kandidaten})


def _gemeen(waarden: set[str | None]) -> str | None:
    return waarden.pop() if len(waarden) == 1 else None

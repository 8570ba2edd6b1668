"""Takes what a message says into the situation: new facts, corrections, and the door that follows from them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from wegwijzer.gesprek import deelvraag, gebeurtenis
from wegwijzer.gesprek.model import Bericht, Toestand
from wegwijzer.huis import Huis
from wegwijzer.pad import deur
from wegwijzer.pad.situatie import Situatie
from wegwijzer.plaats.keuze import kies
from wegwijzer.plaats.model import Plek, Vermelding
from wegwijzer.plaats.zoek import vermeldingen
from wegwijzer.taal.situatie.teruggenomen import ontkende_stappen, ontkende_toestanden

ENKELVOUD = ("leeftijd", "weken_thuis", "onderwijssoort", "richting", "kind")
PLAATSVRAGEN = ("plaats", "pc4", "welke", "plaats_thuis", "plaats_plek")
SPECIAAL = ("so", "vso")
"""Asked for the place, their parents name the school that referred the child: that is no change of school."""
NIET_DAAR = re.compile(r"\b(?:niet|geen)(?: meer)?(?: in| te| uit| bij)? ?$")
_WACHTLIJST = re.compile(r"\bwachtlijst|\baangemeld\b")
_NOG_NIET = re.compile(
    r"\b(?:ze|zij|hij|school|die|commissie|samenwerkingsverband|swv|consulent) (?:\w+ )?"
    r"(?:noem\w*|stel(?:t|len|de|den)|bied\w*|bood|boden|adviseer\w*|dacht\w* aan|had\w* het over)\b"
    r"|\b(?:gaan|gaat|zouden|willen|wil) (?:\w+ ){0,4}?verhuizen\b"
    r"|\bverhuizen (?:we |wij )?(?:\w+ ){0,3}?naar $|\bkijken naar (?:een|de) (?:andere )?school\b"
)
"""Before a place: no child goes to school there yet."""
_DEEL = re.compile(r"[.,;!?\n]|\b(?:en|maar|terwijl)\b")
VERZORGD = ("kleinkind", "pleegkind", "ik")
"""Who is not the child of the one who writes."""


def verwerk(bericht: Bericht, toestand: Toestand, huis: Huis) -> list[str]:
    """Update `toestand.situatie` in place; returns the names of the slots that changed.

    A name that several places have counts as a change of `plaats`, also while none of them is chosen.
    """
    situatie = toestand.situatie
    voor, voor_plekken = situatie.als_slots(), toestand.kandidaten
    if groepen := [str(v.waarde) for v in bericht.alle("doelgroep")]:
        eerder = toestand.doelgroepen.get(toestand.kind_sleutel or "", [])
        toestand.doelgroepen = {**toestand.doelgroepen, toestand.kind_sleutel or "": sorted({*eerder, *groepen})}
    for naam in ENKELVOUD:
        gevonden = bericht.alle(naam)
        if naam == "onderwijssoort" and toestand.vraag in PLAATSVRAGEN and situatie.onderwijssoort in SPECIAAL:
            continue
        if naam == "onderwijssoort" and gevonden and deelvraag.duid(bericht.tekst, huis) is not None:
            continue
        if gevonden and not (naam == "kind" and _blijft_kind(gevonden[-1].waarde, situatie)):
            setattr(situatie, naam, gevonden[-1].waarde)
    for vondst in bericht.alle("stap_gedaan"):
        situatie.heeft_gedaan(vondst.waarde)
    for vondst in bericht.alle("situatie"):
        if vondst.waarde not in situatie.situatie:
            situatie.situatie = [*situatie.situatie, vondst.waarde]
    _neem_terug(bericht, situatie)
    gezocht = toestand.vraag == "onderwijssoort" and toestand.gekozen(bericht.tekst) is not None
    geen_school = gezocht or any(v.waarde == "geen_school" for v in bericht.alle("situatie"))
    if situatie.onderwijssoort != voor["onderwijssoort"] and not geen_school:
        situatie.situatie = [s for s in situatie.situatie if s != "geen_school"]
    _plaats(bericht, toestand, huis)
    gebeurtenis.neem(bericht, toestand, huis.kennis.termijnen)
    if situatie.als_slots() != voor:
        leid_deur_af(toestand, huis)
    nieuw = [naam for naam, waarde in situatie.als_slots().items() if waarde != voor[naam]]
    return ["plaats", *nieuw] if toestand.kandidaten != voor_plekken and "plaats" not in nieuw else nieuw


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


def _blijft_kind(nieuw: object, situatie: Situatie) -> bool:
    """A grandparent's own daughter, or `mijn kind` of a son, does not change whose school it is."""
    if situatie.kind in VERZORGD:
        return nieuw not in VERZORGD
    return nieuw == "kind" and situatie.kind is not None


def _neem_terug(bericht: Bericht, situatie: Situatie) -> None:
    """Steps and situations that the parent takes back, unless the same message tells them too."""
    nu = {v.waarde for v in (*bericht.alle("stap_gedaan"), *bericht.alle("situatie"))}
    stappen, toestanden = set(ontkende_stappen(bericht.tekst)) - nu, set(ontkende_toestanden(bericht.tekst)) - nu
    situatie.stappen_gedaan = [s for s in situatie.stappen_gedaan if s not in stappen]
    situatie.situatie = [s for s in situatie.situatie if s not in toestanden]


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
    gevonden = [v for v in gevonden if not _wacht_daar(bericht.tekst.lower(), v)] or gevonden
    if (situatie.plaats or situatie.gemeente) and not verwacht:
        gevonden = [v for v in gevonden if not _nog_niet_daar(bericht.tekst.lower(), v)]
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


def _wacht_daar(tekst: str, vermelding: Vermelding) -> bool:
    """Whether the child waits for a place there: the part of the sentence with this place speaks of a waiting list."""
    voor = _DEEL.split(tekst[: vermelding.start])[-1]
    return _WACHTLIJST.search(voor + " " + _DEEL.split(tekst[vermelding.end :])[0]) is not None


def _nog_niet_daar(tekst: str, vermelding: Vermelding) -> bool:
    """Whether a place is only where another proposes a school, or where the family is going to move."""
    voor = _DEEL.split(tekst[: vermelding.start])[-1]
    return _NOG_NIET.search(voor) is not None


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

"""Finds places, gemeenten and postcodes in free text."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

from wegwijzer.plaats import bepaling
from wegwijzer.plaats.bewijs import Bericht, weeg
from wegwijzer.plaats.context import school_daar
from wegwijzer.plaats.lijkend import lijkend, loopt_door
from wegwijzer.plaats.model import Plek, Vermelding
from wegwijzer.plaats.postcode import postcodes
from wegwijzer.plaats.register import Plaatsen
from wegwijzer.plaats.rijen import Naam
from wegwijzer.plaats.tokens import MAX_TEKST, aaneen, splits, zinsbegin
from wegwijzer.plaats.woorden import STERK, VUL


def _bericht(tekst: str, verwacht: bool) -> Bericht:
    tokens = splits(tekst)
    letters = [teken for token in tokens for teken in token.tekst if teken.isalpha()]
    groot = sum(teken.isupper() for teken in letters)
    gemengd = 0 < groot < len(letters) * 0.6 or (len(tokens) <= 2 and groot > 0)
    kern = frozenset(nummer for nummer, token in enumerate(tokens) if token.plat not in VUL)
    zinnen = tuple(accumulate(int(zinsbegin(tekst, tokens, nummer)) for nummer in range(len(tokens))))
    return Bericht(tekst, tokens, verwacht, gemengd, kern, zinnen)


def _exact(bericht: Bericht, plaatsen: Plaatsen, index: int) -> tuple[int, Naam] | None:
    """Gives the longest name that starts here, with its number of words."""
    tokens = bericht.tokens
    if tokens[index].plat not in plaatsen.eerste:
        return None
    woorden: tuple[str, ...] = ()
    beste = None
    for aantal in range(1, min(plaatsen.langste, len(tokens) - index) + 1):
        if aantal > 1 and not aaneen(bericht.tekst, tokens[index + aantal - 2], tokens[index + aantal - 1]):
            break
        woorden += (tokens[index + aantal - 1].plat,)
        naam = plaatsen.namen.get(woorden)
        if naam:
            beste = (aantal, naam)
    return beste


def _provincieplek(naam: str) -> Plek:
    return Plek(None, None, naam, None, None, None, zekerheid="laag")


def _vermelding(bericht: Bericht, index: int, aantal: int, naam: Naam, score: float) -> Vermelding:
    tokens = bericht.tokens
    start, end = tokens[index].start, tokens[index + aantal - 1].end
    if start and tokens[index].plat in ("s", "t") and bericht.tekst[start - 1] in "'’‘`´":
        start -= 1
    kandidaten = tuple(naam.kandidaten)
    if bericht.ervoor(index) in ("gemeente", "gem"):
        kandidaten = bepaling.als_gemeente(bericht.tekst[start:end], kandidaten)
    return Vermelding(start, end, bericht.tekst[start:end], kandidaten, score, naam.soort)


def _op_naam(bericht: Bericht, plaatsen: Plaatsen, bezet: list[tuple[int, int]]) -> list[Vermelding]:
    uit: list[Vermelding] = []
    index, tokens = 0, bericht.tokens
    while index < len(tokens):
        token = tokens[index]
        stap = 1
        exact = None if any(a < token.end and token.start < b for a, b in bezet) else _exact(bericht, plaatsen, index)
        langer = (
            lijkend(bericht, plaatsen, index, exact[0] + 1)
            if exact and loopt_door(bericht, index + exact[0] - 1)
            else None
        )
        if exact and not langer:
            aantal, naam = exact
            score = weeg(bericht, index, aantal, naam.gewoon)
            vondst = _vermelding(bericht, index, aantal, naam, score)
            provincie = bepaling.provincie_erna(bericht.tekst, vondst.end, naam.kandidaten)
            los = bericht.verwacht or token.hoofdletter
            if not score and provincie and (los or naam.gewoon == "soms" or bericht.ervoor(index) in STERK):
                score = 0.8
            if naam.gewoon == "provincie" and not provincie and bericht.verwacht and bericht.kaal(index, aantal):
                vondst = replace(vondst, kandidaten=(*vondst.kandidaten, _provincieplek("Zeeland")))
                score = 0.5
            # Without evidence a name stays with score 0: "Beek bij Nijmegen" makes it a place after all.
            if score or (los and naam.gewoon != "nee"):
                uit.append(_met_provincie(bericht.tekst, replace(vondst, score=score), provincie))
                stap = aantal
        else:
            vrij = not any(a < token.end and token.start < b for a, b in bezet)
            gelijk = langer or (lijkend(bericht, plaatsen, index) if vrij else None)
            if gelijk:
                stap, naam, score = gelijk
                vondst = _vermelding(bericht, index, stap, naam, score)
                provincie = bepaling.provincie_erna(bericht.tekst, vondst.end, naam.kandidaten)
                uit.append(_met_provincie(bericht.tekst, vondst, provincie))
        index += stap
        while index < len(tokens) and uit and tokens[index].start < uit[-1].end:
            index += 1
    return uit


def _met_provincie(tekst: str, vondst: Vermelding, provincie: tuple[str, int] | None) -> Vermelding:
    if provincie is None or (len(vondst.kandidaten) == 1 and vondst.kandidaten[0].naam == provincie[0]):
        return vondst
    over = tuple(k for k in vondst.kandidaten if k.provincie == provincie[0])
    return replace(vondst, kandidaten=over, end=provincie[1], tekst=tekst[vondst.start : provincie[1]])


def _koppel(links: Vermelding, rechts: Vermelding, tekst: str, plaatsen: Plaatsen) -> Vermelding | None:
    """Joins two mentions if one narrows down the other."""
    soort = bepaling.verband(tekst, links.end, rechts.start)
    if soort is None or not links.kandidaten or not rechts.kandidaten:
        return None
    samen = replace(links, end=rechts.end, tekst=tekst[links.start : rechts.end], score=max(links.score, rechts.score))
    for pc, ander in ((links, rechts), (rechts, links)):
        if pc.soort == "pc4" and ander.soort != "pc4" and soort == "naast":
            passend = [p for p in (plaatsen.in_plaats(pc.kandidaten[0], k) for k in ander.kandidaten) if p]
            return replace(samen, kandidaten=(passend[0],), soort="pc4") if passend else None
    if "pc4" in (links.soort, rechts.soort):
        return None
    gemeenten = bepaling.als_gemeente(rechts.tekst, rechts.kandidaten) if soort == "gemeente" else rechts.kandidaten
    eigen = bepaling.in_gemeente(links.kandidaten, gemeenten)
    if soort == "nabij":
        over = eigen if len(eigen) == 1 else bepaling.dichtbij(links.kandidaten, rechts.kandidaten, plaatsen)
        return replace(samen, kandidaten=over)
    if eigen:
        return replace(samen, kandidaten=eigen)
    andersom = bepaling.in_gemeente(rechts.kandidaten, links.kandidaten) if soort == "naast" else ()
    return replace(samen, kandidaten=andersom, soort=rechts.soort) if andersom else None


def _bij_elkaar(rij: list[Vermelding], tekst: str, plaatsen: Plaatsen) -> list[Vermelding]:
    uit: list[Vermelding] = []
    for vondst in rij:
        samen = _koppel(uit[-1], vondst, tekst, plaatsen) if uit else None
        if samen:
            uit[-1] = samen
        else:
            uit.append(vondst)
    return [v for v in uit if v.score > 0]


def vermeldingen(tekst: str, plaatsen: Plaatsen, *, verwacht: bool = False) -> list[Vermelding]:
    """Finds the places, gemeenten and postcodes in a text.

    Args:
        tekst: What the parent writes.
        plaatsen: The reference data.
        verwacht: Whether the place was asked for just now. Then a bare word may be a place, also in small letters,
            misspelt or equal to an ordinary word ("best", "goes").

    Returns:
        The mentions, in the order of the text and without overlap.
    """
    bericht = _bericht(tekst[:MAX_TEKST], verwacht)
    codes = postcodes(bericht.tekst, plaatsen.postcodes, verwacht=verwacht)
    op_code = [
        Vermelding(
            pc.start,
            pc.end,
            tekst[pc.start : pc.end],
            (plaatsen.postcodes[pc.pc4],) if pc.bekend else (),
            pc.score,
            "pc4",
        )
        for pc in codes
    ]
    bezet = [(v.start, v.end) for v in op_code if v.score > 0]
    rij = sorted([*op_code, *_op_naam(bericht, plaatsen, bezet)], key=lambda v: v.start)
    rij = _bij_elkaar(rij, bericht.tekst, plaatsen)
    uit = []
    for nummer, vondst in enumerate(rij):
        vorige = rij[nummer - 1].end if nummer else 0
        volgende = rij[nummer + 1].start if nummer + 1 < len(rij) else len(tekst)
        uit.append(replace(vondst, school=school_daar(bericht.tekst, vondst.start, vondst.end, vorige, volgende)))
    return uit

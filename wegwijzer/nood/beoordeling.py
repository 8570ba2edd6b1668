"""The judgement on one message: what is harmless goes first, what is left may be danger."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from wegwijzer.nood.afloop import VERMIST, is_afgelopen
from wegwijzer.nood.automaat import eerste_woord, loop
from wegwijzer.nood.model import AFLOOP, ALTIJD, NOOD, ZORG, NoodRegels, Oordeel
from wegwijzer.nood.tekst import EINDE, KOMMA, ONZICHTBAAR, Woord, woorden
from wegwijzer.nood.wie import voor_schrijver

_ONZICHTBAAR = re.compile(f"[{ONZICHTBAAR}]")


class _Treffer(NamedTuple):
    ronde: str
    soort: str
    bewijs: tuple[int, int]
    regel: str
    altijd: bool = False


def beoordeel(tekst: str, regels: NoodRegels) -> Oordeel | None:
    """Danger (`nood`), a reason for a caring question (`zorg`), or None. Never raises; linear in `len(tekst)`.

    Text with invisible characters is read twice: without them, and with spaces instead. The graver reading counts.
    """
    eerste = _lees(tekst, regels)
    if (eerste is None or eerste.niveau == ZORG) and _ONZICHTBAAR.search(tekst):
        return _lees(_ONZICHTBAAR.sub(" ", tekst), regels) or eerste
    return eerste


def doorgestreept(tekst: str, regels: NoodRegels) -> bool:
    """Whether the rules read something in `tekst` as harmless, or as a reason for care rather than alarm."""
    maskers, vult = _maskers(woorden(tekst), regels)
    gewoon = regels.woordenboek.gaten
    bits = loop(maskers, vult, regels.begin_vooraf, regels.bouw, gewoon)
    return any(regels.patronen[regels.vangt[bit]].ronde != ALTIJD for _, bit in bits)


def kenmerken_van(tekst: str, regels: NoodRegels) -> frozenset[str]:
    """What `tekst` tells of its writer and of where it happens (keys under `schrijver`)."""
    return frozenset(t.soort for t in _treffers(woorden(tekst), regels) if t.ronde == "schrijver")


def _lees(tekst: str, regels: NoodRegels) -> Oordeel | None:
    reeks = woorden(tekst)
    treffers = list(_treffers(reeks, regels))
    kenmerken = {t.soort for t in treffers if t.ronde == "schrijver"}
    einden = [woord.start for woord in reeks if woord.vorm == EINDE]
    aflopen = [(t.soort, bisect_right(einden, t.bewijs[0])) for t in treffers if t.ronde == AFLOOP]
    zorg = [t for t in treffers if t.ronde in (ZORG, "verzacht")]
    for soort in regels.voorrang:
        for treffer in treffers:
            if treffer.ronde == NOOD and treffer.soort == soort:
                if treffer.altijd or not is_afgelopen(soort, bisect_right(einden, treffer.bewijs[0]), aflopen):
                    return Oordeel(NOOD, voor_schrijver(soort, kenmerken), treffer.bewijs, treffer.regel)
                if soort != VERMIST:
                    zorg.append(treffer._replace(soort="zorgvraag"))
    for treffer in sorted(zorg, key=lambda t: t.soort != "zorgvraag"):
        soort = voor_schrijver(treffer.soort or "zorgvraag", kenmerken)
        return Oordeel(ZORG, soort, treffer.bewijs, treffer.regel)
    return None


def _treffers(reeks: list[Woord], regels: NoodRegels) -> Iterator[_Treffer]:
    """Round 1 finds what is danger whatever stands around it, and strikes out the harmless. Round 2 reads the rest."""
    maskers, vult = _maskers(reeks, regels)
    vrij, gewoon = list(maskers), regels.woordenboek.gaten
    gezien: set[int] = set()
    for plek, bit in loop(maskers, vult, regels.begin_vooraf, regels.bouw, gewoon):
        patroon = regels.patronen[regels.vangt[bit]]
        if patroon.ronde == ALTIJD and bit in gezien:
            continue
        begin = eerste_woord(maskers, vult, patroon, plek)
        bewijs = reeks[begin].start, reeks[plek].einde
        if patroon.ronde == ALTIJD:
            gezien.add(bit)
            yield _Treffer(NOOD, patroon.soort, bewijs, patroon.bron, altijd=True)
            continue
        for nummer in range(begin, plek + 1):
            if reeks[nummer].vorm not in (EINDE, KOMMA):
                vrij[nummer] = gewoon
        if patroon.ronde == "verzacht" and bit not in gezien:
            gezien.add(bit)
            yield _Treffer(patroon.ronde, patroon.soort, bewijs, patroon.bron)
    blijft = [vul or woord.vorm == KOMMA for vul, woord in zip(vult, reeks, strict=True)]
    for plek, bit in loop(vrij, blijft, regels.begin_hoofd, regels.bouw, gewoon):
        if bit not in gezien:
            gezien.add(bit)
            patroon = regels.patronen[regels.vangt[bit]]
            begin = eerste_woord(vrij, blijft, patroon, plek)
            bewijs = reeks[begin].start, reeks[plek].einde
            yield _Treffer(patroon.ronde, patroon.soort, bewijs, patroon.bron)


def _maskers(reeks: list[Woord], regels: NoodRegels) -> tuple[list[int], list[bool]]:
    """For each word the positions it fits, and whether it is a filler. Two words that make one count as that one."""
    boek, gewoon = regels.woordenboek, regels.woordenboek.gaten
    bekend: dict[str, int] = {}
    maskers: list[int] = []
    vorig = ""
    for woord in reeks:
        vorm = woord.vorm
        masker = bekend.get(vorm)
        if masker is None:
            masker = boek.masker(vorm)
            masker = bekend[vorm] = gewoon if masker == gewoon else masker
        los = vorm in (EINDE, KOMMA)
        if vorig and not los:
            paar = boek.paar(vorig, vorm)
            if paar:
                masker |= paar
        maskers.append(masker)
        vorig = "" if los else vorm
    return maskers, [woord.vorm in regels.vulwoorden for woord in reeks]

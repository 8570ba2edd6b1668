"""The judgement on one message: what is harmless goes first, what is left may be danger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from wegwijzer.nood.automaat import eerste_woord, loop
from wegwijzer.nood.model import NOOD, ZORG, NoodRegels, Oordeel
from wegwijzer.nood.patroon import Patroon
from wegwijzer.nood.tekst import KOMMA, ONZICHTBAAR, Woord, woorden
from wegwijzer.nood.wie import voor_schrijver

_ONZICHTBAAR = re.compile(f"[{ONZICHTBAAR}]")


class _Treffer(NamedTuple):
    ronde: str
    soort: str
    bewijs: tuple[int, int]


def beoordeel(tekst: str, regels: NoodRegels) -> Oordeel | None:
    """Danger (`nood`), a reason for a caring question (`zorg`), or None. Never raises; linear in `len(tekst)`.

    Text with invisible characters is read twice: without them, and with spaces instead. The graver reading counts.
    """
    eerste = _lees(tekst, regels)
    if (eerste is None or eerste.niveau == ZORG) and _ONZICHTBAAR.search(tekst):
        return _lees(_ONZICHTBAAR.sub(" ", tekst), regels) or eerste
    return eerste


def _lees(tekst: str, regels: NoodRegels) -> Oordeel | None:
    treffers = list(_treffers(woorden(tekst), regels))
    kenmerken = {t.soort for t in treffers if t.ronde == "schrijver"}
    for soort in regels.voorrang:
        for treffer in treffers:
            if treffer.ronde == NOOD and treffer.soort == soort:
                return Oordeel(NOOD, voor_schrijver(soort, kenmerken), treffer.bewijs)
    zorg = [t for t in treffers if t.ronde in (ZORG, "verzacht")]
    for treffer in sorted(zorg, key=lambda t: t.soort != "zorgvraag"):
        return Oordeel(ZORG, voor_schrijver(treffer.soort or "zorgvraag", kenmerken), treffer.bewijs)
    return None


def _treffers(reeks: list[Woord], regels: NoodRegels) -> Iterator[_Treffer]:
    """Round 1: what is danger whatever stands around it. Round 2 strikes out the harmless. Round 3 reads the rest."""
    maskers, vult = _maskers(reeks, regels)
    blijft = [vul or woord.vorm == KOMMA for vul, woord in zip(vult, reeks, strict=True)]

    def treffer(plek: int, bit: int) -> tuple[Patroon, int, int]:
        patroon = regels.patronen[regels.vangt[bit]]
        return patroon, eerste_woord(maskers, blijft, patroon, plek), plek

    vrij, gewoon = list(maskers), regels.woordenboek.gaten
    for plek, bit in loop(maskers, blijft, regels.begin_altijd, regels.slot, regels.overslaan, eenmaal=True):
        patroon, begin, plek = treffer(plek, bit)
        yield _Treffer(NOOD, patroon.soort, (reeks[begin].start, reeks[plek].einde))
    for plek, bit in loop(maskers, vult, regels.begin_vooraf, regels.slot, regels.overslaan, eenmaal=False):
        patroon, begin, plek = treffer(plek, bit)
        for nummer in range(begin, plek + 1):
            if reeks[nummer].vorm[:1] != "\x00":
                vrij[nummer] = gewoon
        if patroon.ronde == "verzacht":
            yield _Treffer("verzacht", patroon.soort, (reeks[begin].start, reeks[plek].einde))
    for plek, bit in loop(vrij, blijft, regels.begin_hoofd, regels.slot, regels.overslaan, eenmaal=True):
        patroon, begin, plek = treffer(plek, bit)
        yield _Treffer(patroon.ronde, patroon.soort, (reeks[begin].start, reeks[plek].einde))


def _maskers(reeks: list[Woord], regels: NoodRegels) -> tuple[list[int], list[bool]]:
    boek = regels.woordenboek
    bekend: dict[str, int] = {}
    maskers: list[int] = []
    vult: list[bool] = []
    vorig = ""
    for woord in reeks:
        vorm = woord.vorm
        masker = bekend.get(vorm)
        if masker is None:
            masker = bekend[vorm] = boek.masker(vorm)
        if 6 <= len(vorig) + len(vorm) <= 24 and vorig and vorm[:1] != "\x00":
            masker |= boek.paar(vorig + vorm)
        maskers.append(masker)
        vult.append(vorm in regels.vulwoorden)
        vorig = "" if vorm[:1] == "\x00" else vorm
    return maskers, vult

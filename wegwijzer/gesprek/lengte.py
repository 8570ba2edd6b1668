"""A turn that is too long to read on a phone loses what can come on request, in a fixed order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from wegwijzer.gesprek.model import Antwoord, Beurt, Toestand, woorden
from wegwijzer.huis import Huis
from wegwijzer.pad import kaart
from wegwijzer.pad.stapinhoud import afspraken

MEESTE = 110
"""All replies of a turn together stay under this (words)."""
DOCUMENTEN = frozenset({"plan", "brief", "voorbereiding"})
"""Replies to take along: not for reading on screen."""
KORTSTE = 3
"""A topic's text keeps at least so many sentences."""
_ZIN = re.compile(r"(?<=[.?!]) ")
_MOET = re.compile(r"\d|https?:|\bBel\b")
"""A sentence with a number or a way to reach somebody is never left out."""


def kort_in(uit: Beurt, eerste: bool, toestand: Toestand, huis: Huis) -> Beurt:
    """The turn with its optional parts left out, one by one, until it fits; `eerste`: the welcome still comes in front.

    First the law (it stays in `custom`), then what to ask and have ready, what else holds in the region, and the last
    sentences of a topic. Who asks for the step again gets all of it.
    """
    ruimte = MEESTE - (woorden([huis.kennis.tekst("welkom")]) if eerste else 0)
    begin = [huis.kennis.teksten[s][0].split("{")[0] for s in ("bronnen_kop", "klaarleggen", "regio_vraag")]
    regio = [kaart.vul_nummers(a.tekst, huis.kennis) for a in afspraken(toestand.situatie, huis.kennis)]
    for korter in (_zonder(b) for b in (*begin, *reversed(regio))):
        if _aantal(uit) <= ruimte:
            return uit
        uit = replace(uit, antwoorden=tuple(korter(a) for a in uit.antwoorden))
    while _aantal(uit) > ruimte:
        korter_ = tuple(_zonder_zin(a) for a in uit.antwoorden)
        if korter_ == uit.antwoorden:
            break
        uit = replace(uit, antwoorden=korter_)
    return uit


def _aantal(uit: Beurt) -> int:
    return woorden([a.tekst for a in uit.antwoorden if not DOCUMENTEN & set(a.custom)])


def _zonder(begin: str) -> Callable[[Antwoord], Antwoord]:
    """Leaves out the lines that begin so; never all lines of a reply."""

    def korter(antwoord: Antwoord) -> Antwoord:
        regels = antwoord.tekst.split("\n")
        over = [r for r in regels if not r.startswith(begin)] if begin else regels
        return replace(antwoord, tekst="\n".join(over)) if 0 < len(over) < len(regels) else antwoord

    return korter


def _zonder_zin(antwoord: Antwoord) -> Antwoord:
    """Without the last sentence of a topic's text that can be missed; what to do now and the contact stay."""
    if "bronnen" not in antwoord.custom or "stap" in antwoord.custom:
        return antwoord
    tekst, *rest = antwoord.tekst.split("\n")
    zinnen = _ZIN.split(tekst)
    kan = (n for n in range(len(zinnen) - 1, KORTSTE - 1, -1) if not _MOET.search(zinnen[n]))
    weg = next((n for n in kan if not _leidt_in(zinnen, n)), None)
    if weg is None:
        return antwoord
    over = [z for n, z in enumerate(zinnen) if n != weg]
    if weg == len(over) and over[-1].endswith("?"):
        over.pop()  # its answer was left out
    return replace(antwoord, tekst="\n".join([" ".join(over), *rest]))


def _leidt_in(zinnen: list[str], plek: int) -> bool:
    """Whether this is the question that tells for whom the sentence behind it is: `Gaat het over ...? Bel dan ...`."""
    return zinnen[plek].endswith("?") and plek + 1 < len(zinnen)

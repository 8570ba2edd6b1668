"""The parties that a parent can have spoken to, and the rows of `stappen.yml` that hold for all of them."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from wegwijzer.taal.situatie.kandidaat import Kandidaat
from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.situatie.patronen import Regel, maak, tabel

_SAMEN = (
    r"(?: (?:,|en|/|\+|&|ook|met|bij|daarna|toen|als|zowel|zelfs)){1,3}(?: <lid>)? "
    r"(?:<buiten_lijst>(?: (?:,|en|/|ook|met))+(?: <lid>)? )?"
)
"""What stands between two parties of one list: `met school en ook met het swv`."""


@cache
def regels_van(sleutel: str) -> tuple[Regel, ...]:
    """The rows under `sleutel` with the party filled in; the named group of the party is the step's id."""
    return tuple(Regel(maak(_vul_in(rij), "stappen"), rij) for rij in tabel("stappen")[sleutel])


def _vul_in(rij: dict[str, Any]) -> str:
    patroon = str(rij["patroon"])
    if rij["stap"] != "ieder":
        return patroon
    zonder = rij.get("niet_voor", [])
    delen = [f"(?P<{stap}>{woorden})" for stap, woorden in tabel("stappen")["wie"].items() if stap not in zonder]
    return patroon.replace("<wie>", f"(?:{'|'.join(delen)})")


def stap_van(regel: Regel, t: re.Match[str]) -> str:
    """The step of this match: that of the row, or of the party that the match names."""
    if regel.gegevens["stap"] != "ieder":
        return str(regel.gegevens["stap"])
    return next(stap for stap, woorden in t.groupdict().items() if woorden)


@cache
def _ernaast() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    uit = []
    for stap, woorden in tabel("stappen")["wie"].items():
        erna = maak(rf"{_SAMEN}(?P<p>{woorden})".lstrip(), "stappen").pattern.replace("(?<![^ ])", "", 1)
        ervoor = maak(rf"(?P<p>{woorden}){_SAMEN}", "stappen").pattern[:-8]
        uit.append((stap, re.compile(erna), re.compile(ervoor + "$")))
    return tuple(uit)


def samen_met(lezing: Lezing, regel: Regel, t: re.Match[str]) -> list[Kandidaat]:
    """The parties in one list with the party of this match: `school, swv en de consulent gesproken`."""
    if regel.gegevens["stap"] != "ieder":
        return []
    stap = stap_van(regel, t)
    uit: list[Kandidaat] = []
    wacht = [(t.start(stap), t.end(stap))]
    gezien = set(wacht)
    while wacht:
        begin, eind = wacht.pop()
        zin_begin, _ = lezing.zin(begin, eind)
        for ander, erna, ervoor in _ernaast():
            na = erna.match(lezing.tekst, eind)
            voor = ervoor.search(lezing.tekst[max(zin_begin, begin - 60) : begin])
            plekken = [na.span("p")] if na else []
            if voor:
                af = max(zin_begin, begin - 60)
                plekken.append((af + voor.start("p"), af + voor.end("p")))
            for plek in plekken:
                if plek not in gezien:
                    gezien.add(plek)
                    wacht.append(plek)
                    uit.append(Kandidaat(ander, *plek))
    return uit

"""The knowledge files as lines: each text that a parent can read, with its line and its sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from wegwijzer.helpdesk.spoor.model import Bron
from wegwijzer.kennis.geheugen import Stempel, stempel
from wegwijzer.kennis.laad import lees

NIET_VOOR_OUDERS = frozenset(
    {
        "id", "code", "stap", "soort", "sector", "gebied", "voor", "bron", "gezien", "stand", "zekerheid", "vragen",
        "bijnamen", "woorden", "verder", "wet", "contact", "organisaties", "gemeenten", "gemeenten_deels", "swv",
        "kort", "herkenning", "vulwoorden", "opmerking", "bwb", "afkorting", "provincie", "gemeente", "doelgroep",
        "plaats", "tijden", "urgentie",
    }
)  # fmt: skip
"""Fields that hold ids, lists to recognise by, or what an editor notes: they never are the text of an answer."""
NOOIT = "leeftijd"
"""A field that holds fields, none of which is ever said."""
BEWAARD = 800
"""Files kept as lines."""
_GAT = re.compile(r"\{[^{}]*\}")
_ZIN = re.compile(r"(?<=[.?!:])\s+")


@dataclass(frozen=True)
class Blad:
    """One text of a file. `zinnen`: its sentences, each as the pieces around its gaps, in small letters.

    `bronnen`: the sources of the part of the file in which it stands; `eigen`: that part is smaller than the file.
    """

    veld: str
    regel: int
    zinnen: tuple[tuple[str, ...], ...]
    bronnen: tuple[Bron, ...] = ()
    eigen: bool = False


def bladen(map_: Path, naam: str) -> tuple[Blad, ...]:
    """All texts of the file `naam` under `map_`, as it is now; empty where it cannot be read."""
    nu = stempel(map_ / naam)
    return _bladen(map_, naam, nu) if nu is not None else ()


def regel_van(map_: Path, naam: str, veld: str) -> int:
    """The line on which the field `veld` at the top of a file stands; 0 where it does not."""
    nu = stempel(map_ / naam)
    return _velden(map_, naam, nu).get(veld, 0) if nu is not None else 0


def gelijk(tekst: str) -> str:
    """White space and capitals made one, so that texts can be compared."""
    return " ".join(tekst.split()).casefold()


@lru_cache(maxsize=BEWAARD)
def _bladen(map_: Path, naam: str, _: Stempel) -> tuple[Blad, ...]:
    bestand, _meldingen = lees(map_, naam)
    if bestand is None or bestand.knoop is None:
        return ()
    return tuple(_loop(bestand.knoop, "", bestand.knoop.start_mark.line + 1, naam, (), False))


@lru_cache(maxsize=BEWAARD)
def _velden(map_: Path, naam: str, _: Stempel) -> dict[str, int]:
    knoop = getattr(lees(map_, naam)[0], "knoop", None)
    paren = knoop.value if isinstance(knoop, yaml.MappingNode) else []
    return {str(sleutel.value): sleutel.start_mark.line + 1 for sleutel, _ in paren}


def _loop(knoop: yaml.Node, veld: str, regel: int, naam: str, bronnen: tuple[Bron, ...], eigen: bool) -> Iterator[Blad]:
    if isinstance(knoop, yaml.MappingNode):
        velden = {str(sleutel.value): (sleutel.start_mark.line + 1, waarde) for sleutel, waarde in knoop.value}
        if hier := _bronnen(velden, naam):
            bronnen, eigen = hier, bool(veld)
        for sleutel, (lijn, waarde) in velden.items():
            onder = f"{veld}.{sleutel}" if veld else sleutel
            if sleutel == NOOIT:
                continue
            if sleutel not in NIET_VOOR_OUDERS or isinstance(waarde, yaml.SequenceNode | yaml.MappingNode):
                yield from _loop(waarde, onder, lijn, naam, bronnen, eigen)
    elif isinstance(knoop, yaml.SequenceNode):
        for nummer, deel in enumerate(knoop.value, 1):
            if veld.rsplit(".", 1)[-1] in NIET_VOOR_OUDERS and isinstance(deel, yaml.ScalarNode):
                break  # ids or words to recognise by
            yield from _loop(deel, f"{veld}.{nummer}", deel.start_mark.line + 1, naam, bronnen, eigen)
    elif isinstance(knoop, yaml.ScalarNode) and str(knoop.value).strip():
        yield Blad(veld, regel, tuple(_zinnen(str(knoop.value))), bronnen, eigen)


def _zinnen(tekst: str) -> Iterator[tuple[str, ...]]:
    for zin in _ZIN.split(gelijk(tekst)):
        stukken = tuple(s for s in (deel.strip() for deel in _GAT.split(zin)) if s)
        if stukken:
            yield stukken


def _bronnen(velden: dict[str, tuple[int, yaml.Node]], naam: str) -> tuple[Bron, ...]:
    """The sources that this mapping names for itself: its own fields, or its list `bronnen`."""
    if "gezien" in velden and "bron" in velden:
        return (_bron(velden, naam),)
    lijst = velden.get("bronnen", (0, None))[1]
    if not isinstance(lijst, yaml.SequenceNode):
        return ()
    uit = []
    for deel in lijst.value:
        if isinstance(deel, yaml.MappingNode):
            uit.append(_bron({str(s.value): (s.start_mark.line + 1, w) for s, w in deel.value}, naam))
    return tuple(uit)


def _bron(velden: dict[str, tuple[int, yaml.Node]], naam: str) -> Bron:
    def waarde(veld: str) -> str:
        knoop = velden.get(veld, (0, None))[1]
        return str(knoop.value) if isinstance(knoop, yaml.ScalarNode) else ""

    regel = velden["bron"][0] if "bron" in velden else 1
    return Bron(waarde("bron"), waarde("gezien"), waarde("stand"), waarde("zekerheid"), naam, regel)

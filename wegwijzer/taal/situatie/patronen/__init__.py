"""The pattern tables (YAML) that a reader can extend, and how they become regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_MAP = Path(__file__).parent
_NAAM = re.compile(r"(?<!\?P)(?<!\(\?)<([a-z_]+\d?)>")
_GAT = re.compile(r"<([gw])(\d+)>")


@cache
def tabel(naam: str) -> dict[str, Any]:
    """The table `<naam>.yml`. Raises FileNotFoundError for an unknown name."""
    inhoud: dict[str, Any] = yaml.safe_load((_MAP / f"{naam}.yml").read_text(encoding="utf-8"))
    return inhoud


@cache
def _woorden(naam: str) -> dict[str, str]:
    eigen = tabel(naam).get("woorden", {}) if naam != "woorden" else {}
    return {**tabel("woorden"), **eigen}


def vul(patroon: str, naam: str) -> str:
    """`patroon` with `<word list>` replaced by that list (of `woorden.yml` or of the table itself).

    `<g3>`: at most three tokens of the same sentence, each with its space behind it; `<w3>`: the same without commas.
    Raises KeyError for an unknown list.
    """
    while True:
        nieuw = _NAAM.sub(lambda g: f"(?:{_woorden(naam)[g[1]]})", _GAT.sub(_gat, patroon))
        if nieuw == patroon:
            return patroon
        patroon = nieuw


def _gat(naam: re.Match[str]) -> str:
    """`<g3>` or `<w3>` as a pattern."""
    grens = ".?!;" if naam[1] == "g" else ".?!;,()"
    return f"(?:[^ {grens}]+ ){{0,{naam[2]}}}"


def maak(patroon: str, naam: str) -> re.Pattern[str]:
    """The compiled pattern; it matches whole tokens only."""
    return re.compile(rf"(?<![^ ])(?:{vul(patroon, naam)})(?![^ ])")


@dataclass(frozen=True)
class Regel:
    """A row of a table: its pattern and whatever else the row says."""

    patroon: re.Pattern[str]
    gegevens: dict[str, Any]


@cache
def regels(naam: str, sleutel: str = "regels") -> tuple[Regel, ...]:
    """The rows under `sleutel`, in order. A row is a pattern or a mapping with `patroon`."""
    rijen = [r if isinstance(r, dict) else {"patroon": r} for r in tabel(naam)[sleutel]]
    return tuple(Regel(maak(r["patroon"], naam), r) for r in rijen)


def treffers(tekst: str, naam: str, sleutel: str = "regels") -> Iterator[tuple[Regel, re.Match[str]]]:
    """Every match of every row of a table in `tekst`, row by row."""
    for regel in regels(naam, sleutel):
        for treffer in regel.patroon.finditer(tekst):
            yield regel, treffer


@cache
def een(naam: str, sleutel: str) -> re.Pattern[str]:
    """All patterns of a list of strings as one alternation."""
    return maak("|".join(tabel(naam)[sleutel]).replace("?P<n>", "?:"), naam)

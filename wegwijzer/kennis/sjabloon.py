"""The templates of letters: what an editor may write between `{{ }}` and `{% %}`, and how it is filled in.

A small part of Jinja2, in a sandbox: words, `or`, and `{% if %}`. No loops, filters or calls, so that filling in always
ends, and what is wrong is found by reading the template instead of by a parent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

WAARDEN: dict[str, Any] = {
    "vandaag": "22 november 2026",
    "kind": "mijn zoon",
    "leeftijd": 14,
    "school": "de middelbare school",
    "plaats": "Rotterdam",
    "weken_thuis": "5 weken",
    "stappen_gedaan": "de school en het samenwerkingsverband",
    "samenwerkingsverband": "Koers VO",
    "heeft_samenwerkingsverband": True,
    "geen_school": True,
    "wetsartikel": "WVO 2020, artikel 8.15",
}
"""Word that can be filled in → an example. Described in knowledge/README.md."""
ALTIJD: dict[str, Any] = {
    "vandaag": "22 november 2026",
    "kind": "mijn kind",
    "heeft_samenwerkingsverband": False,
    "geen_school": False,
}
"""What is known of everyone; all other words may be unknown (None)."""
GEBEURTENISSEN = "gebeurtenissen"
"""The one word with names below it: days that the parent told, by the ids of termijnen.yml."""
GAT = "[zelf invullen]"
"""Stands where a template fills in what is not known and has no `or`; `fouten` finds such places."""

_MAG: tuple[type[nodes.Node], ...] = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.Name, nodes.Getattr, nodes.Const, nodes.Or,
    nodes.And, nodes.Not, nodes.CondExpr,
)  # fmt: skip


@dataclass(frozen=True)
class Fout:
    """What is wrong in a template. `regel` from 1, within the template; `soort`: vorm, woord, gebeurtenis or leeg."""

    soort: str
    regel: int
    wat: str = ""


@dataclass(frozen=True)
class _Onbekend:
    """A word that is not known: false in `{% if %}` and `or`, and a gap where it is filled in all the same."""

    tekst: str = GAT

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        return self.tekst


class _Omgeving(ImmutableSandboxedEnvironment):
    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True)
        self.globals.clear()


_OMGEVING = _Omgeving()


def vul_in(sjabloon: str, waarden: Mapping[str, Any]) -> str:
    """The text of a checked template, at most one empty line between two others.

    `waarden` holds every word of WAARDEN, and `gebeurtenissen` with every id; None is what is not known.
    """
    gevuld = _gemaakt(sjabloon).render(_met_gaten(waarden))
    uit: list[str] = []
    for regel in (r.rstrip() for r in gevuld.strip().splitlines()):
        if regel or (uit and uit[-1]):
            uit.append(regel)
    return "\n".join(uit)


def _met_gaten(waarden: Mapping[str, Any], merk: str | None = None) -> dict[str, Any]:
    """The same with a gap for each None; with `merk` the gap tells which word it is, between two `merk`s."""
    uit: dict[str, Any] = {}
    for woord, waarde in waarden.items():
        if isinstance(waarde, Mapping):
            uit[woord] = _met_gaten(waarde, merk)
        elif waarde is None:
            uit[woord] = _Onbekend(f"{merk}{woord}{merk}" if merk else GAT)
        else:
            uit[woord] = waarde
    return uit


@lru_cache(maxsize=64)
def _gemaakt(tekst: str) -> Template:
    return _OMGEVING.from_string(tekst)


def fouten(sjabloon: str, gebeurtenissen: frozenset[str]) -> list[Fout]:
    """What an editor must mend before the template can be used; empty when it is in order."""
    try:
        boom = _OMGEVING.parse(sjabloon)
    except TemplateSyntaxError as fout:
        return [Fout("vorm", _open_if(sjabloon) or fout.lineno)]
    return list(_knopen(boom, gebeurtenissen)) or list(_leeg(sjabloon, gebeurtenissen))


_IF = re.compile(r"\{%[-+]?\s*(if|endif)\b")


def _open_if(sjabloon: str) -> int | None:
    """The line of the last `{% if %}` that is never closed."""
    open_: list[int] = []
    for nummer, regel in enumerate(sjabloon.splitlines(), 1):
        for woord in _IF.findall(regel):
            if woord == "if":
                open_.append(nummer)
            elif open_:
                open_.pop()
    return open_[-1] if open_ else None


def _knopen(knoop: nodes.Node, gebeurtenissen: frozenset[str]) -> Iterator[Fout]:
    """What the template uses and may not, in the order of the text."""
    if isinstance(knoop, nodes.Getattr):
        if not isinstance(knoop.node, nodes.Name) or knoop.node.name != GEBEURTENISSEN:
            yield Fout("vorm", knoop.lineno)
        elif knoop.attr not in gebeurtenissen:
            yield Fout("gebeurtenis", knoop.lineno, knoop.attr)
    elif not isinstance(knoop, _MAG):
        yield Fout("vorm", knoop.lineno)
    elif isinstance(knoop, nodes.Name) and knoop.name not in WAARDEN:
        yield Fout("woord", knoop.lineno, knoop.name)
    else:
        for kind in knoop.iter_child_nodes():
            yield from _knopen(kind, gebeurtenissen)


_MERK = "\0"


def _leeg(sjabloon: str, gebeurtenissen: frozenset[str]) -> Iterator[Fout]:
    """The first word that is filled in without `or` while it may be unknown."""
    for waarden in _gevallen(gebeurtenissen):
        uit = _gemaakt(sjabloon).render(_met_gaten(waarden, _MERK))
        if _MERK in uit:
            woord = uit.split(_MERK)[1]
            regel = next((n for n, r in enumerate(sjabloon.splitlines(), 1) if "{{" in r and woord in r), 1)
            yield Fout("leeg", regel, woord)
            return


def _gevallen(gebeurtenissen: frozenset[str]) -> Iterator[dict[str, Any]]:
    """Nothing known, all known, each word alone, and all words but one."""
    niets, heel = voorbeeld(gebeurtenissen, False), voorbeeld(gebeurtenissen, True)
    yield niets
    yield heel
    for woord in WAARDEN:
        yield {**niets, woord: heel[woord]}
        yield {**heel, woord: niets[woord]}
    for id_ in sorted(gebeurtenissen):
        yield {**niets, GEBEURTENISSEN: {**niets[GEBEURTENISSEN], id_: heel[GEBEURTENISSEN][id_]}}
        yield {**heel, GEBEURTENISSEN: {**heel[GEBEURTENISSEN], id_: None}}


def voorbeeld(gebeurtenissen: frozenset[str], bekend: bool) -> dict[str, Any]:
    """Values with which to try a template: everything known, or nothing."""
    dag = "1 september 2026" if bekend else None
    leeg = {woord: ALTIJD.get(woord) for woord in WAARDEN}
    return {**(WAARDEN if bekend else leeg), GEBEURTENISSEN: dict.fromkeys(gebeurtenissen, dag)}

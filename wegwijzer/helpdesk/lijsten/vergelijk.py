"""Two sets of answers to the same questions, side by side: only what differs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from wegwijzer.helpdesk.lijsten.lijst import Rij

GELIJK, WEG, BIJ = "gelijk", "weg", "bij"
_WOORD = re.compile(r"\s+|[^\s]+")
Stuk = tuple[str, str]
"""A kind of above, and the text."""


@dataclass(frozen=True)
class Verschil:
    """One turn that differs. `wat`: onderwerp, stap, tekst, fout; `stukken`: the old text made into the new one."""

    nummer: int
    id: str
    vraag: str
    wat: tuple[str, ...]
    onderwerp: tuple[str, str]
    stap: tuple[str, str]
    stukken: tuple[Stuk, ...]


def verschillen(nu: Sequence[Rij], ander: Sequence[Rij]) -> list[Verschil]:
    """Of each question that both answered, the turns that differ: `ander` is the old, `nu` the new."""
    uit = []
    for nummer, (nieuw, oud) in enumerate(zip(nu, ander, strict=False), 1):
        if nieuw.fout != oud.fout:
            tekst = woorddiff(oud.fout or "beantwoord", nieuw.fout or "beantwoord")
            uit.append(Verschil(nummer, nieuw.id, nieuw.vragen[-1], ("fout",), ("", ""), ("", ""), tekst))
        for a, b in zip(oud.beurten or (), nieuw.beurten or (), strict=False):
            if verschil := _beurt(nummer, nieuw.id, a, b):
                uit.append(verschil)
    return uit


def _beurt(nummer: int, id_: str, oud: Mapping[str, Any], nieuw: Mapping[str, Any]) -> Verschil | None:
    onderwerp = str(oud["topic"]), str(nieuw["topic"])
    stap = str(oud["slots"].get("stap") or ""), str(nieuw["slots"].get("stap") or "")
    teksten = _tekst(oud), _tekst(nieuw)
    paren = (("onderwerp", onderwerp), ("stap", stap), ("tekst", teksten))
    wat = tuple(naam for naam, (voor, na) in paren if voor != na)
    if not wat:
        return None
    return Verschil(nummer, id_, str(nieuw["text"]), wat, onderwerp, stap, woorddiff(*teksten))


def _tekst(beurt: Mapping[str, Any]) -> str:
    return "\n\n".join(str(a["text"]) for a in beurt["replies"])


def woorddiff(oud: str, nieuw: str) -> tuple[Stuk, ...]:
    """The words that went and came, with what stayed between them."""
    a, b = _WOORD.findall(oud), _WOORD.findall(nieuw)
    uit: list[Stuk] = []
    for soort, van_a, tot_a, van_b, tot_b in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if soort == "equal":
            uit.append((GELIJK, "".join(a[van_a:tot_a])))
            continue
        if tot_a > van_a:
            uit.append((WEG, "".join(a[van_a:tot_a])))
        if tot_b > van_b:
            uit.append((BIJ, "".join(b[van_b:tot_b])))
    return tuple(uit)

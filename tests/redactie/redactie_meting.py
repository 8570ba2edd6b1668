"""Reads the labelled sentences and compares them with what redaction leaves."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from wegwijzer.redactie import Redacteur
from wegwijzer.redactie.schrift import eenvormig

_LABEL = re.compile(r"\{(\w+)\|([^{}]*)\}")
_WOORD = re.compile(r"\w+")


@dataclass
class Zin:
    """One labelled sentence: its text, what must go as (kind, text), and the words that must stay."""

    tekst: str
    weg: list[tuple[str, str]]
    blijft: Counter[str]


@dataclass
class Uitslag:
    """What was found over a set of sentences."""

    raak: Counter[str] = field(default_factory=Counter)
    totaal: Counter[str] = field(default_factory=Counter)
    gemist: list[str] = field(default_factory=list)
    verloren: list[str] = field(default_factory=list)

    def dekking(self) -> float:
        """Share of the labelled personal data that is gone."""
        return sum(self.raak.values()) / sum(self.totaal.values())


def lees(pad: Path) -> list[Zin]:
    """The sentences of a file of groups with lists of lines such as "mijn zoon {naam|daan} zit thuis"."""
    zinnen = []
    for groep in yaml.safe_load(pad.read_text(encoding="utf-8")).values():
        for regel in map(str, groep):
            weg = [(soort, tekst) for soort, tekst in _LABEL.findall(regel)]
            rest = _LABEL.sub(lambda t: t[2][:4] if t[1] == "postcode" else " ", regel)
            zinnen.append(Zin(_LABEL.sub(r"\2", regel), weg, Counter(_WOORD.findall(rest))))
    return zinnen


def meet(zinnen: list[Zin], redacteur: Redacteur) -> Uitslag:
    """Redact all `zinnen`. A label counts as found when none of its own words is left and its kind is reported."""
    uitslag = Uitslag()
    for zin in zinnen:
        uit = redacteur.redigeer(zin.tekst)
        over = Counter(_WOORD.findall(re.sub(r"\[\w+\]", " ", uit.tekst)))
        te_veel = over - Counter({eenvormig(w): n for w, n in zin.blijft.items()})
        for soort, tekst in zin.weg:
            uitslag.totaal[soort] += 1
            delen = _WOORD.findall(tekst[4:] if soort == "postcode" else tekst)
            if soort in uit.soorten and not any(te_veel[deel] for deel in delen):
                uitslag.raak[soort] += 1
            else:
                uitslag.gemist.append(f"{soort} {tekst!r}: {uit.tekst}")
        kwijt = zin.blijft - over
        if kwijt:
            uitslag.verloren.append(f"{dict(kwijt)}: {zin.tekst} -> {uit.tekst}")
    return uitslag

"""The lists of leeswoorden.yml: officialese with everyday words for it, abbreviations, and terms to explain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

BESTAND = Path(__file__).with_name("leeswoorden.yml")
_TUSSEN = r"(?:\s+\w+){0,3}\s+"


@dataclass(frozen=True)
class Ambtelijk:
    """An officialese word or phrase: how it is found, and the everyday word for it."""

    woord: str
    beter: str
    vorm: re.Pattern[str]


@dataclass(frozen=True)
class Vakterm:
    """A term that parents need at school or on the telephone, and the words that show that a text explains it."""

    term: str
    vorm: re.Pattern[str]
    uitleg: re.Pattern[str]

    def onuitgelegd(self, tekst: str) -> bool:
        """Whether `tekst` uses the term and does not explain it."""
        return bool(self.vorm.search(tekst)) and not self.uitleg.search(tekst)


def _woordvorm(woord: str) -> str:
    """A regular expression for `woord`: `*` is any start or ending, `…` one to three words. Linear in the text."""
    delen = [re.escape(deel.strip()).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for deel in woord.split("…")]
    return r"(?<!\w)" + _TUSSEN.join(delen) + r"(?!\w)"


def _een_van(woorden: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(_woordvorm(w) for w in woorden), re.IGNORECASE)


def _lees() -> dict[str, Any]:
    inhoud: dict[str, Any] = yaml.safe_load(BESTAND.read_text(encoding="utf-8"))
    return inhoud


_INHOUD = _lees()

AMBTELIJK: tuple[Ambtelijk, ...] = tuple(
    Ambtelijk(woord, beter, _een_van([woord])) for woord, beter in _INHOUD["ambtelijk"].items()
)
AFKORTINGEN: dict[str, int] = {str(naam): int(aantal) for naam, aantal in _INHOUD["afkortingen"].items()}
"""Abbreviation or loan word in small letters → syllables."""
VAKTERMEN: tuple[Vakterm, ...] = tuple(
    Vakterm(v["term"], _een_van(v["vorm"]), _een_van(v["uitleg"])) for v in _INHOUD["vaktermen"]
)

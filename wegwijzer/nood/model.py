"""What the danger layer is made of, and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from wegwijzer.nood.automaat import Bouw
from wegwijzer.nood.patroon import Patroon
from wegwijzer.nood.woordenboek import Woordenboek

NOOD, ZORG = "nood", "zorg"
ALTIJD = "altijd"
"""Rules for danger that nothing around it can make harmless."""
AFLOOP = "afloop"
"""Rules for what tells how it ended: danger in that sentence is past, solved or made up, so it asks for care."""


@dataclass(frozen=True)
class Oordeel:
    """The outcome for one message.

    `niveau`: `nood` (give the numbers now) or `zorg` (ask a caring question). `soort`: a key of `antwoorden` in
    `noodhulp.yml`. `bewijs`: the characters `[start, end)` of the message as it was given. `regel`: the rule of
    `noodhulp.yml` that decided, as it is written there; empty where no rule did.
    """

    niveau: str
    soort: str
    bewijs: tuple[int, int]
    regel: str = field(default="", compare=False)


@dataclass(frozen=True)
class NoodRegels:
    """The rules of one version of `noodhulp.yml`, compiled.

    `begin_vooraf`, `begin_hoofd`: the first positions of the patterns of each round, as bits of one number.
    """

    patronen: tuple[Patroon, ...]
    woordenboek: Woordenboek
    vulwoorden: frozenset[str]
    """Words that may stand anywhere inside a pattern."""
    begin_vooraf: int
    begin_hoofd: int
    bouw: Bouw
    vangt: Mapping[int, int]
    """From the last bit of a pattern to its place in `patronen`."""
    voorrang: tuple[str, ...]
    """Kinds of danger, the one that is answered first in front."""

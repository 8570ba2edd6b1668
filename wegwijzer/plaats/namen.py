"""Spellings of a place name ("Capelle a/d IJssel", "capelle ad ijssel", "denbosch")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wegwijzer.plaats.tokens import sleutel

Woorden = tuple[str, ...]

_TOEVOEGING = re.compile(r"\s+\([^)]*\)$")
_AAN = {
    ("aan", "den"): (("aan", "de"), ("a", "d"), ("ad",), ("a", "den"), ("aan", "d"), ("aan",)),
    ("aan", "de"): (("aan", "den"), ("a", "d"), ("ad",), ("a", "de"), ("aan", "d"), ("aan",)),
    ("aan", "t"): (("aan", "het"), ("a", "t")),
    ("op", "den"): (("op", "de"), ("o", "d")),
    ("bij",): (("b",),),
    ("sint",): (("st",),),
    ("st",): (("sint",),),
}


def zonder_toevoeging(naam: str) -> str:
    """Takes away an addition in brackets ("Bergen (NH.)" becomes "Bergen")."""
    return _TOEVOEGING.sub("", naam)


def _vervang(woorden: Woorden) -> Iterator[Woorden]:
    for oud, nieuwe in _AAN.items():
        for plek in range(len(woorden) - len(oud) + 1):
            if woorden[plek : plek + len(oud)] == oud:
                for nieuw in nieuwe:
                    yield woorden[:plek] + nieuw + woorden[plek + len(oud) :]


def _korter(woorden: Woorden) -> Iterator[Woorden]:
    if len(woorden) > 2 and "en" in woorden[1:-1]:
        plek = woorden.index("en", 1)
        yield woorden[:plek] + woorden[plek + 1 :]
    if woorden[0] in ("s", "t") and len(woorden) > 1:
        yield ("het" if woorden[0] == "t" else "des", *woorden[1:])
        if woorden[0] == "s":
            yield woorden[1:]
    if woorden[0] == "het" and len(woorden) > 1:
        yield ("t", *woorden[1:])
    if woorden[0] == "de" and len(woorden) > 2:
        yield woorden[1:]


def schrijfwijzen(naam: str) -> set[Woorden]:
    """Gives all spellings of a name as rows of plain words.

    Args:
        naam: The name, with or without an addition in brackets.

    Returns:
        The spellings; the name itself is always one of them.
    """
    basis = sleutel(zonder_toevoeging(naam)) or sleutel(naam)
    uit = {basis}
    uit.update(_korter(basis))
    for woorden in sorted(uit):
        uit.update(_vervang(woorden))
    for woorden in sorted(uit):
        if len(woorden) > 1 and len("".join(woorden)) >= 6:
            uit.add(("".join(woorden),))
        if woorden[0].startswith("ij"):
            uit.add(("y" + woorden[0][2:], *woorden[1:]))
    return uit

"""Chooses between places of one name: makes the buttons, understands the answer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from wegwijzer.plaats import bepaling
from wegwijzer.plaats.model import Plek
from wegwijzer.plaats.namen import zonder_toevoeging
from wegwijzer.plaats.register import Plaatsen
from wegwijzer.plaats.tokens import plat
from wegwijzer.plaats.zoek import vermeldingen

_RANG = (
    re.compile(r"\b(?:de )?(?:eerste|1e|1ste)\b|\A\W*1\W*\Z"),
    re.compile(r"\b(?:de )?(?:tweede|2e|2de)\b|\A\W*2\W*\Z"),
    re.compile(r"\b(?:de )?(?:derde|3e|3de)\b|\A\W*3\W*\Z"),
    re.compile(r"\b(?:de )?(?:vierde|4e|4de)\b|\A\W*4\W*\Z"),
)


def keuzelabels(keuzes: Sequence[Plek]) -> tuple[str, ...]:
    """Makes a button text for each place, for instance "Hengelo (Overijssel)".

    Args:
        keuzes: The places.

    Returns:
        One text for each place, in the same order. Within one province the gemeente is added.
    """
    namen = Counter(plek.omschrijving for plek in keuzes)
    paren = Counter((plek.omschrijving, plek.provincie) for plek in keuzes)
    alleen_provincie = any(plek.gemeente is None for plek in keuzes)
    uit = []
    for plek in keuzes:
        naam = plek.omschrijving
        uniek = namen[naam] == 1 and not alleen_provincie
        if plek.gemeente is None or (uniek and (plek.plaats is None or plek.naam in (None, plek.plaats))):
            uit.append(naam)
        elif paren[naam, plek.provincie] == 1 and plek.provincie:
            uit.append(f"{naam} ({plek.provincie})")
        else:
            gemeente = zonder_toevoeging(plek.gemeente or "")
            uit.append(f"{naam} (gemeente {gemeente})" if plek.plaats else f"gemeente {gemeente}")
    return tuple(uit)


def kies(antwoord: str, keuzes: Sequence[Plek], plaatsen: Plaatsen) -> tuple[Plek, ...]:
    """Understands the answer to the question which place is meant.

    Args:
        antwoord: What the parent writes: a button text, province, gemeente, place nearby, postcode or number.
        keuzes: The places to choose from.
        plaatsen: The reference data.

    Returns:
        The places that remain; all of them if the answer makes nothing clear.
    """
    for label, plek in zip(keuzelabels(keuzes), keuzes, strict=True):
        if plat(label) == plat(antwoord.strip()):
            return (plek,)
    gevonden = vermeldingen(antwoord, plaatsen, verwacht=True)
    for vermelding in gevonden:
        if vermelding.soort == "pc4" and vermelding.kandidaten:
            pc4 = vermelding.kandidaten[0]
            passend = [p for p in (plaatsen.in_plaats(pc4, k) for k in keuzes) if p]
            if passend:
                return tuple(dict.fromkeys(passend))
        overlap = tuple(k for k in keuzes if k in vermelding.kandidaten)
        if 0 < len(overlap) < len(keuzes):
            return overlap
    provincie = bepaling.provincie_genoemd(antwoord, keuzes)
    if provincie:
        return tuple(k for k in keuzes if k.provincie == provincie)
    for vermelding in gevonden:
        if vermelding.kandidaten and not set(vermelding.kandidaten) & set(keuzes):
            in_gemeente = bepaling.in_gemeente(keuzes, vermelding.kandidaten)
            return in_gemeente or bepaling.dichtbij(keuzes, vermelding.kandidaten, plaatsen)
    vlak = plat(antwoord)
    for nummer, patroon in enumerate(_RANG[: len(keuzes)]):
        if patroon.search(vlak):
            return (keuzes[nummer],)
    if re.search(r"\blaatste\b", vlak):
        return (keuzes[-1],)
    return tuple(keuzes)

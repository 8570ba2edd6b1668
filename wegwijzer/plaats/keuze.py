"""Kiezen tussen plekken met dezelfde naam: knopteksten maken en het antwoord begrijpen."""

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
    """Maakt voor elke plek een knoptekst, bijvoorbeeld "Hengelo (Overijssel)".

    Args:
        keuzes: De plekken.

    Returns:
        Een tekst per plek, in dezelfde volgorde. Binnen één provincie staat de gemeente erbij.
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
    """Begrijpt het antwoord op de vraag welke plek bedoeld is.

    Args:
        antwoord: Wat de ouder schrijft: een knoptekst, provincie, gemeente, plaats in de buurt, postcode of nummer.
        keuzes: De plekken waaruit gekozen kan worden.
        plaatsen: De naslag.

    Returns:
        De plekken die overblijven; alle keuzes als het antwoord niets duidelijk maakt.
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

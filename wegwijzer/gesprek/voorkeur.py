"""Topics that resemble each other: which of them this child's age and kind of school point to."""

from __future__ import annotations

from wegwijzer.gesprek.duiding import ZO_GOED_ALS_ZEKER, Duiding
from wegwijzer.gesprek.model import Bericht, Toestand
from wegwijzer.huis import Huis

TE_OUD = {"4_jarige_nog_niet_leerplichtig": (16, "kwalificatieplicht_16_17")}
"""Topic → the age from which another one is meant, and that other topic."""
LAAGSTE = 0.05
"""A topic takes the place of one that is not for this kind of school from this confidence on."""


def kies(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis) -> Duiding:
    """`duiding`, or that of the topic beside it that fits better."""
    if duiding.soort != "onderwerp":
        return duiding
    label = str(duiding.label)
    vanaf, ander = TE_OUD.get(label, (0, ""))
    if ander and (toestand.situatie.leeftijd or 0) >= vanaf:
        return _ander(ander, label, duiding, f"{toestand.situatie.leeftijd} jaar")
    kansen = [(n, k) for n, k in bericht.ranking if n in huis.kennis.onderwerpen]
    if _past(label, toestand, huis) or dict(kansen).get(label, 1.0) >= ZO_GOED_ALS_ZEKER:
        return duiding
    passend = next((n for n, k in kansen if k >= LAAGSTE and n != label and _past(n, toestand, huis)), None)
    return _ander(passend, label, duiding, "niet voor deze schoolsoort") if passend else duiding


def _past(naam: str, toestand: Toestand, huis: Huis) -> bool:
    """Whether the topic is for the child's kind of school, where that is known."""
    voor = huis.kennis.onderwerpen[naam].voor
    soort = toestand.situatie.onderwijssoort
    return soort is None or not voor or soort in voor


def _ander(naam: str, label: str, duiding: Duiding, waarom: str) -> Duiding:
    over = tuple(n for n in duiding.onderwerpen if n not in (naam, label))
    return Duiding("onderwerp", naam, onderwerpen=(naam, *over), waarom=f"{naam} in plaats van {label}: {waarom}")

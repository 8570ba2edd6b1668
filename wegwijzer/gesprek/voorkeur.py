"""Topics that resemble each other: which of them this child's age and kind of school point to."""

from __future__ import annotations

from dataclasses import replace

from wegwijzer.gesprek.duiding import ZO_GOED_ALS_ZEKER, Duiding
from wegwijzer.gesprek.model import Bericht, Toestand
from wegwijzer.huis import Huis

TE_OUD = {"4_jarige_nog_niet_leerplichtig": (16, "kwalificatieplicht_16_17")}
"""Topic → the age from which another one is meant, and that other topic."""
VAN_STREEK = {
    "rotterdam": (
        "rotterdam_vo",
        "rotterdam_po",
        "protocol_thuiszitters_rotterdam",
        "koersconsulent_gemeld",
        "taskforce_rotterdam",
    )
}
"""Region (its file in knowledge/regio) → topics about that region only."""
LAAGSTE = 0.05
"""A topic takes the place of one that is not for this kind of school from this confidence on."""


def kies(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis) -> Duiding:
    """`duiding`, or that of the topic beside it that fits better."""
    if duiding.soort == "keuze":
        over = tuple(n for n in duiding.onderwerpen if not _andere_streek(n, bericht, toestand, huis))
        return (
            duiding
            if over == duiding.onderwerpen
            else replace(duiding, soort="keuze" if over else "onduidelijk", onderwerpen=over)
        )
    if duiding.soort != "onderwerp":
        return duiding
    label = str(duiding.label)
    duiding = zonder_elders(duiding, bericht, toestand, huis)
    vanaf, ander = TE_OUD.get(label, (0, ""))
    if ander and (toestand.situatie.leeftijd or 0) >= vanaf:
        return _ander(ander, label, duiding, f"{toestand.situatie.leeftijd} jaar")
    if _andere_streek(label, bericht, toestand, huis):
        over = tuple(n for n in duiding.onderwerpen if n != label)
        if over:
            return Duiding("onderwerp", over[0], onderwerpen=over, waarom=f"{label} is van een andere streek")
        return Duiding("gegevens", waarom=f"{label} is van een andere streek")
    kansen = [(n, k) for n, k in bericht.ranking if n in huis.kennis.onderwerpen]
    if _past(label, toestand, huis) or dict(kansen).get(label, 1.0) >= ZO_GOED_ALS_ZEKER:
        return duiding
    passend = next((n for n, k in kansen if k >= LAAGSTE and n != label and _past(n, toestand, huis)), None)
    return _ander(passend, label, duiding, "niet voor deze schoolsoort") if passend else duiding


def zonder_elders(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis) -> Duiding:
    """`duiding` without the topics beside its own that are about another region than the school's."""
    naast = {*duiding.onderwerpen, *duiding.ook} - {duiding.label}
    elders = {n for n in naast if _andere_streek(n, bericht, toestand, huis)}
    if not elders:
        return duiding
    hier = [tuple(n for n in namen if n not in elders) for namen in (duiding.onderwerpen, duiding.ook)]
    return replace(duiding, onderwerpen=hier[0], ook=hier[1])


def _andere_streek(label: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> bool:
    """Whether the topic is about another region than the school's, and the message does not name that region."""
    swv = toestand.situatie.swv
    return swv is not None and any(
        label in VAN_STREEK.get(regio.id, ()) and swv not in regio.swv and regio.id not in bericht.tekst.lower()
        for regio in huis.kennis.regios
    )


def _past(naam: str, toestand: Toestand, huis: Huis) -> bool:
    """Whether the topic is for the child's kind of school, where that is known."""
    voor = huis.kennis.onderwerpen[naam].voor
    soort = toestand.situatie.onderwijssoort
    return soort is None or not voor or soort in voor


def _ander(naam: str, label: str, duiding: Duiding, waarom: str) -> Duiding:
    over = tuple(n for n in duiding.onderwerpen if n not in (naam, label))
    return Duiding("onderwerp", naam, onderwerpen=(naam, *over), waarom=f"{naam} in plaats van {label}: {waarom}")

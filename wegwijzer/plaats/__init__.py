"""From free text to place, gemeente, postcode and samenwerkingsverband."""

from wegwijzer.plaats.deur import deur, sector_van
from wegwijzer.plaats.gegevens import PlaatsFout, laad
from wegwijzer.plaats.keuze import keuzelabels, kies
from wegwijzer.plaats.model import Deur, Plek, Vermelding
from wegwijzer.plaats.register import Plaatsen
from wegwijzer.plaats.zoek import vermeldingen

__all__ = [
    "Deur",
    "PlaatsFout",
    "Plaatsen",
    "Plek",
    "Vermelding",
    "deur",
    "keuzelabels",
    "kies",
    "laad",
    "sector_van",
    "vermeldingen",
]

"""Which samenwerkingsverband belongs to this situation, or what must be asked to know it."""

from __future__ import annotations

from dataclasses import dataclass

from wegwijzer.pad.situatie import Situatie
from wegwijzer.plaats.deur import deur as plaats_deur
from wegwijzer.plaats.model import Plek
from wegwijzer.plaats.register import Plaatsen

REFORMATORISCH = {"po": "PO0001", "vo": "REFSVO"}
"""The national samenwerkingsverbanden for reformatorische schools: Berséba and RefSVO."""


@dataclass(frozen=True)
class Uitkomst:
    """`swv` is a code, or else `vraag` is what to ask: onderwijssoort, plaats, pc4 or welke (with `keuzes`)."""

    swv: str | None = None
    vraag: str | None = None
    keuzes: tuple[Plek, ...] = ()
    zekerheid: str = "hoog"


def zoek(situatie: Situatie, kandidaten: tuple[Plek, ...], plaatsen: Plaatsen) -> Uitkomst:
    """The door for `situatie`; `kandidaten` are the places that the parent's words can mean (may be empty)."""
    if situatie.zonder_samenwerkingsverband():
        return Uitkomst()
    sector = situatie.sector()
    if sector is None:
        return Uitkomst(vraag="onderwijssoort")
    if situatie.richting == "reformatorisch":
        return Uitkomst(REFORMATORISCH[sector])
    if not kandidaten:
        return Uitkomst(vraag="plaats")
    gevonden = plaats_deur(kandidaten, "po" if sector == "po" else "vo", plaatsen)
    return Uitkomst(gevonden.code, gevonden.vraag, gevonden.keuzes, gevonden.zekerheid)

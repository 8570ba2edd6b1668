"""From a place to the samenwerkingsverband, or to the question that must still be asked."""

from __future__ import annotations

from collections.abc import Sequence

from wegwijzer.plaats.model import Deur, Plek, Sector
from wegwijzer.plaats.register import Plaatsen

_PO = frozenset({"po", "bao", "sbo", "so"})
_VO = frozenset({"vo", "vso", "pro"})


def sector_van(onderwijssoort: str | None) -> Sector | None:
    """Gives the sector of a kind of school.

    Args:
        onderwijssoort: po, sbo, so, vo, pro, vso or mbo.

    Returns:
        "po" or "vo", or None if no samenwerkingsverband goes with it (mbo) or the kind is unknown.
    """
    if onderwijssoort in _PO:
        return "po"
    return "vo" if onderwijssoort in _VO else None


def _een(plek: Plek, sector: Sector, plaatsen: Plaatsen) -> Deur:
    code = plek.code(sector)
    if code:
        return Deur(code, None, (), plek.zekerheid)
    if plek.keuzes(sector):
        return Deur(None, "pc4" if plek.plaats else "plaats", (), plek.zekerheid)
    if plek.gemeente is None:
        return Deur(None, "plaats", (), "laag")
    if plek.pc4:
        # The postcode is not in the regulation. Asking helps only if the place itself does have a code.
        plekken = [p for p in plaatsen.plekken.values() if plek.pc4 in plaatsen.pc4s(p) and p.code(sector)]
        return Deur(None, "plaats" if plekken else None, (), "laag")
    return Deur(None, None, (), "laag")


def deur(plek_of_kandidaten: Plek | Sequence[Plek] | None, sector: Sector, plaatsen: Plaatsen) -> Deur:
    """Finds the samenwerkingsverband of a place.

    Args:
        plek_of_kandidaten: The place, or the places that can be meant.
        sector: "po" or "vo"; follows from the kind of school.
        plaatsen: The reference data.

    Returns:
        The code, or what must still be asked. If code and question are both None, the answer is not known.
    """
    if plek_of_kandidaten is None:
        plekken: list[Plek] = []
    elif isinstance(plek_of_kandidaten, Plek):
        plekken = [plek_of_kandidaten]
    else:
        plekken = list(dict.fromkeys(plek_of_kandidaten))
    if not plekken:
        return Deur(None, "plaats", (), "laag")
    if len(plekken) == 1:
        return _een(plekken[0], sector, plaatsen)
    codes = {plek.code(sector) for plek in plekken}
    if len(codes) == 1 and None not in codes and len({plek.gemeente for plek in plekken}) == 1:
        zekerheid = "hoog" if all(plek.zekerheid == "hoog" for plek in plekken) else "laag"
        return Deur(codes.pop(), None, (), zekerheid)
    return Deur(None, "welke", tuple(plekken), "laag")

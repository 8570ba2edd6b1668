"""Van een plek naar het samenwerkingsverband, of naar de vraag die nog gesteld moet worden."""

from __future__ import annotations

from collections.abc import Sequence

from wegwijzer.plaats.model import Deur, Plek, Sector
from wegwijzer.plaats.register import Plaatsen

_PO = frozenset({"po", "bao", "sbo", "so"})
_VO = frozenset({"vo", "vso", "pro"})


def sector_van(onderwijssoort: str | None) -> Sector | None:
    """Geeft de sector bij een onderwijssoort.

    Args:
        onderwijssoort: po, sbo, so, vo, pro, vso of mbo.

    Returns:
        "po" of "vo", of None als er geen samenwerkingsverband bij hoort (mbo) of de soort onbekend is.
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
        # De postcode staat niet in de regeling. Vragen helpt alleen als de plaats zelf wel een code heeft.
        plekken = [p for p in plaatsen.plekken.values() if plek.pc4 in plaatsen.pc4s(p) and p.code(sector)]
        return Deur(None, "plaats" if plekken else None, (), "laag")
    return Deur(None, None, (), "laag")


def deur(plek_of_kandidaten: Plek | Sequence[Plek] | None, sector: Sector, plaatsen: Plaatsen) -> Deur:
    """Zoekt het samenwerkingsverband bij een plek.

    Args:
        plek_of_kandidaten: De plek, of de plekken die bedoeld kunnen zijn.
        sector: "po" of "vo"; dat volgt uit het soort onderwijs.
        plaatsen: De naslag.

    Returns:
        De code, of wat er nog gevraagd moet worden. Zijn code en vraag allebei None, dan is het antwoord niet bekend.
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

"""Finds misspelt place names in a message."""

from __future__ import annotations

from wegwijzer.plaats.bewijs import Bericht, na_persoon
from wegwijzer.plaats.register import Plaatsen
from wegwijzer.plaats.rijen import Naam
from wegwijzer.plaats.tokens import aaneen, zinsbegin
from wegwijzer.plaats.woorden import NIET_LIJKEND, STERK, TUSSEN


def streepje(bericht: Bericht, index: int) -> bool:
    """Says whether a hyphen stands between this word and the next."""
    tokens = bericht.tokens
    return index + 1 < len(tokens) and bericht.tekst[tokens[index].end : tokens[index + 1].start] == "-"


def loopt_door(bericht: Bericht, index: int) -> bool:
    """Says whether the name can go on after this word ("bergen op", "etten-")."""
    return streepje(bericht, index) or (
        index + 1 < len(bericht.tokens)
        and bericht.tokens[index + 1].plat in TUSSEN
        and aaneen(bericht.tekst, bericht.tokens[index], bericht.tokens[index + 1])
    )


def _deel(bericht: Bericht, index: int) -> bool:
    """Says whether the word is only a part of a name ("nieuw", or the word after it)."""
    voor = bericht.ervoor(index)
    los = index == 0 or not aaneen(bericht.tekst, bericht.tokens[index - 1], bericht.tokens[index])
    return bericht.tokens[index].plat in NIET_LIJKEND or (voor in NIET_LIJKEND and not los)


def lijkend(bericht: Bericht, plaatsen: Plaatsen, index: int, vanaf: int = 1) -> tuple[int, Naam, float] | None:
    """Finds a misspelt name that starts here.

    Args:
        bericht: The message.
        plaatsen: The reference data.
        index: The first word.
        vanaf: The least number of words in the name.

    Returns:
        The number of words, the name and a score (0 to 1), or None.
    """
    tokens, voor = bericht.tokens, bericht.ervoor(index)
    if na_persoon(bericht, index):
        return None
    nadruk = voor in STERK and bericht.nadruk(index)
    duidelijk = nadruk or (bericht.verwacht and len(bericht.kern) <= 4)
    ruim = duidelijk or voor in STERK or voor in ("bij", "naar", "van", "op")
    beste: tuple[int, Naam, float] | None = None
    vorm = ""
    for aantal in range(1, min(4, len(tokens) - index) + 1):
        token = tokens[index + aantal - 1]
        if aantal > 1 and not aaneen(bericht.tekst, tokens[index + aantal - 2], token):
            break
        vorm += token.plat
        if aantal == 1 and ((not ruim and len(vorm) < 7) or _deel(bericht, index)):
            continue
        vast = aantal > 1 and streepje(bericht, index)
        if aantal > 1 and not vast and (not ruim or tokens[index].plat not in plaatsen.eerste):
            break
        if aantal < vanaf:
            continue
        dicht = duidelijk or (voor in STERK and bericht.nadruk_erna(index + aantal))
        groot = bericht.gemengd and token.hoofdletter and not zinsbegin(bericht.tekst, tokens, index)
        klein = ruim and (dicht or (groot and voor in STERK) or (aantal > 1 and len(vorm) >= 10))
        vondst = plaatsen.spelling.zoek(vorm, ruim=ruim, klein=klein)
        if vondst is None or (aantal == 1 and len(vondst[0]) > 1 and len(vorm) < 7):
            continue
        if aantal > 1 and (len(vondst[0]) != aantal or not (vast or vondst[0][0] == tokens[index].plat)):
            continue
        naam = plaatsen.namen[vondst[0]]
        if naam.gewoon in ("vaak", "naam") and (aantal > 1 or not dicht):
            continue
        if beste is None or vondst[1] >= beste[2]:
            beste = (aantal, naam, vondst[1])
    return beste

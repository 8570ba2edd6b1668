"""Times at home that stand by themselves, run into the next sentence, or are still to be reached."""

from __future__ import annotations

import re

from wegwijzer.taal.situatie.kandidaat import Kandidaat
from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.situatie.patronen import een

WEKEN_STRAKS = {"dagen": 0, "weken": 1, "week": 1, "maanden": 4, "maand": 4, "morgen": 0, "overmorgen": 0}
"""Weeks still to come, by unit."""
_STRAKS = re.compile(
    r"(?:over (?P<n>\d+) (?P<e>dagen|weken|week|maanden|maand)|volgende (?P<los>week|maand)|(?P<dag>morgen|overmorgen))"
    r" (?:zit|zitten|is|ligt|blijft)(?![^ ])"
)
"""`over 2 weken zit hij een half jaar thuis`: two weeks less by now."""
_ALLEEN_VOOR = re.compile(
    r"(?:(?:ja|nee|nou|al|nu|sinds|vanaf|ongeveer|inmiddels|ruim|bijna|begin|eind|half|de|het|,) )*"
)
_ALLEEN_NA = re.compile(r"(?: (?:al|nu|ongeveer|of zo|ofzo|denk ik))?(?: [.!])?$")
"""`al sinds begin oktober`: nothing but the time, said in answer to how it stands."""
_ZO_LANG = re.compile(r" ?(?:zo ?lang|al die tijd)(?![^ ])")
_SINDS = re.compile(r"(?:^| )(?:al|nu|sinds|inmiddels) ")


def alleen(lezing: Lezing, tijd: Kandidaat) -> bool:
    """Whether the message is nothing but this time."""
    voor = lezing.tekst[: tijd.start]
    heel = _ALLEEN_VOOR.fullmatch(voor) and _ALLEEN_NA.match(lezing.tekst, tijd.einde)
    return bool(heel) and (tijd.gewicht > 0 or _SINDS.search(voor) is not None)


def min_wat_komt(lezing: Lezing, tijd: Kandidaat) -> Kandidaat:
    """The candidate as it is today, where its sentence begins with a day to come."""
    straks = _STRAKS.match(lezing.tekst, lezing.zin(tijd.start, tijd.einde)[0])
    if straks is None or straks.end() > tijd.start:
        return tijd
    nog = int(straks["n"] or 1) * WEKEN_STRAKS[straks["e"] or straks["los"] or straks["dag"]]
    return Kandidaat(max(0, tijd.waarde - nog), tijd.start, tijd.einde, tijd.gewicht)


def zo_lang(lezing: Lezing, eind: int) -> bool:
    """`10 weken. Zo lang zit ze nu al op haar kamer.`: the sentence that begins at `eind` says what lasts."""
    return bool(_ZO_LANG.match(lezing.tekst, eind)) and een("thuis", "thuis").search(lezing.tekst[eind:]) is not None

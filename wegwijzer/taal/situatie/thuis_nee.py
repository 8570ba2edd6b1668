"""What takes back a time at home: back at school by now, at school since then, now and then, or the parent at home."""

from __future__ import annotations

import re
from functools import cache

from wegwijzer.taal.situatie.kandidaat import Kandidaat
from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.situatie.patronen import maak, tabel

STUK = re.compile(r" (?:,|maar|en|nu|inmiddels) ")
"""Where a sentence goes on with something else."""
_ZIT = re.compile(
    r"(?:^|.* )(?:zit|zitten|is|zijn|gaat|loopt|begonnen|gestart)(?: [^ .,]+){0,3} (?:sinds |al |nu |vanaf )*$"
)
_NEE = re.compile(r"(?:^| )(?:niet|nooit|geen|niets|thuis|amper|nauwelijks)(?![^ ])")
_ZAT = re.compile(r" thuis (?:zat|zaten|was)(?![^ ])")
_NU_AL = re.compile(
    r" (?:inmiddels|nu|ondertussen) (?:is|zijn|zit|al|zitten) (?:[^ .,]+ ){0,3}\d+(?:_5)? (?:dagen|weken|week"
    r"|maanden|maand) "
)
"""`omdat hij geen 4 weken thuis zat. Inmiddels is het 5 weken.`"""
_IK = re.compile(
    r"(?:^| )(?:ik|mijn man|mijn vrouw) (?:ben|zit|lig|is|ligt)(?: (?:nu|al|zelf|sinds|inmiddels|ook|ruim"
    r"|bijna)){0,3} $"
)
_MET_KIND = re.compile(r" (?:thuis |binnen |nu ){0,2}(?:met|voor) (?:hem|haar|mijn|onze|ons|ze|de)(?![^ ])")
"""`ik ben nu 2 maanden ziek thuis`: the parent, unless `met hem`."""
_NU_GAAT = re.compile(
    r"(?:en |maar )?(?:nu|inmiddels|ondertussen|sinds [^ ]+) (?:gaat|is|komt) (?:hij|ze|zij|mijn [^ ]+|onze [^ ]+) "
    r"(?:(?!niet|nooit|thuis|nog steeds|helemaal)[^ .,]+ ){0,4}(?:naar|terug|weer|op school|ochtend[a-z]*|uur"
    r"|uurtjes|dagen)(?![^ ])"
)
"""`heeft 8 maanden school gemist. Nu gaat hij 2 ochtenden`."""
_WEL = re.compile(
    r" (?:hij|ze|zij) (?:zit|gaat|is|komt) (?:nog |gelukkig |nu ){0,2}wel (?:gewoon |nog |elke dag |steeds ){0,2}"
    r"(?:naar|op) (?:de )?school(?![^ ])"
)
_THUIS = re.compile(r"(?:^| )(?:thuis[a-z]*|bed|kamer|bank)(?: |$)")


@cache
def patroon(naam: str, voor: str = "", na: str = "") -> re.Pattern[str]:
    """A row of `thuis.yml` as a pattern, with what stands before and behind it."""
    return maak(voor + str(tabel("thuis")[naam]) + na, "thuis")


def toch_niet(lezing: Lezing, tijd: Kandidaat, *, leerling: bool, duurt_nog: bool) -> bool:
    """Whether the words around `tijd` say that the child is not at home so long.

    Args:
        lezing: The message as it is read.
        tijd: A length of time, or (weight above 0) a day since which it lasts.
        leerling: The pupil writes, so `ik zit thuis` is about the pupil.
        duurt_nog: The words before it say that it lasts still (`al`, `nu`, `sinds`).
    """
    begin, eind = lezing.zin(tijd.start, tijd.einde)
    voor, na = lezing.tekst[begin : tijd.start], lezing.tekst[tijd.einde : eind]
    if tijd.gewicht == 0 and _over(lezing, tijd, voor, na, eind, duurt_nog):
        return True
    if not leerling and _IK.search(voor) and not _MET_KIND.match(na):
        return True
    if _WEL.search(lezing.tekst, max(0, eind - 1)) and not _THUIS.search(lezing.tekst[begin:eind]):
        return True
    return _ertussen(na.strip(), tijd.gewicht > 0 or duurt_nog) or _op_school(voor, na.strip())


def _over(lezing: Lezing, tijd: Kandidaat, voor: str, na: str, eind: int, duurt_nog: bool) -> bool:
    """A length of time that has ended, or that is only the frame of something else (`in 8 maanden geen dag`)."""
    if voor.endswith(" in ") and not lezing.tekst.startswith(("week", "dag", "maand"), tijd.start):
        return True
    if _ZAT.match(na) and _NU_AL.search(lezing.tekst, eind):
        return True
    return not duurt_nog and _NU_GAAT.match(lezing.tekst, min(eind + 1, len(lezing.tekst))) is not None


def _ertussen(na: str, sinds: bool) -> bool:
    """Now and then at home since then, or going again since then: `sinds mei is hij vaak thuis`."""
    return sinds and (patroon("soms").match(na) or patroon("weer").match(na)) is not None


def _op_school(voor: str, na: str) -> bool:
    """`zit sinds 2 maanden op het vso`: so long already a pupil there."""
    if patroon("op_school").match(na) is None or _ZIT.match(voor[-80:]) is None:
        return False
    return _NEE.search(voor[-80:]) is None and _NEE.search(STUK.split(na)[0]) is None

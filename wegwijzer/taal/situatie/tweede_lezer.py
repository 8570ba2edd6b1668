"""The second reading of steps and time: what the patterns found and what the learned marks say, weighed together."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date

from wegwijzer.taal.feitenmerker import STAPPEN, Merktekens
from wegwijzer.taal.schoon import kaal
from wegwijzer.taal.situatie.duur import LANGST
from wegwijzer.taal.situatie.kalender import dagen
from wegwijzer.taal.situatie.kandidaat import Kandidaat
from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.situatie.thuis import iets_anders
from wegwijzer.taal.situatie.thuis_los import min_wat_komt
from wegwijzer.taal.situatie.thuis_tijd import straks, tijden, verschoven
from wegwijzer.taal.situatie.zinsdeel import Partij, partijen
from wegwijzer.taal.vondst import Vondst

STAP_TOCH, STAP_ZEKER = -4.0, 2.0
"""What the patterns found counts from the first score on, what they did not find from the second (log odds)."""
STAP_MET_WOORDEN = -6.0
"""The first of these where the evidence of the patterns holds a word for contact (`praten met school hielp niks`)."""
TIJD_TOCH, TIJD_ZEKER = -4.0, 0.0
"""The same for the time at home."""


_STEL = re.compile(r"(?:(?:en|maar|dus|ja|,) )*(?:wat als|stel|als|of) ")
"""`wat als ze mijn klacht naast zich neerleggen`."""
_SCHOOL_ZEGT = re.compile(
    r"(?:^| )(?:basis)?school (?:(?:in|te) [^ ]+ )?(?:zegt|zeggen|zeg|zei|zeiden|vindt|vinden|wil|willen) "
)
"""What a school says, with nobody who says it, is no talk."""
_CONTACT = re.compile(
    r"(?:^| )(?:gesprek|gesprekken|gesproken|gepraat|praat|praten|gebeld|belde|gemaild|mail|mails|overleg|tafel|contact"
    r"|gevraagd|verteld|uitgelegd|aangegeven|mdo)(?![^ ])"
)
_LEUNT = re.compile(r"(?:^| )(?:gebeld|gemaild|gesproken|geappt|gevraagd|zeiden|zei)(?![^ ])")
"""`ik heb gebeld. ze zeiden`: with whom, the conversation knows."""
KORT, KORT_TIJD = 8, 9
"""In fewer tokens than this the marks find no step and no time by themselves (`wis dit gesprek`)."""


def stappen(lezing: Lezing, gevonden: Iterable[Vondst], merken: Merktekens) -> list[Vondst]:
    """The steps taken: what the patterns `gevonden`, unless the marks say no, and what these are sure of."""
    eerder = {v.waarde: v for v in gevonden}
    genoemd = partijen(lezing)
    lang = len(lezing.tekst.split()) >= KORT and (genoemd or _CONTACT.search(lezing.tekst))
    uit = []
    for stap in STAPPEN if lang else [stap for stap in STAPPEN if stap in eerder]:
        score, start, einde = merken.stap(stap)
        bewijs = eerder.get(stap)
        if bewijs is not None:
            met_woorden = _CONTACT.search(kaal(lezing.bron[bewijs.start : bewijs.einde]))
            uit += [bewijs] if score >= (STAP_MET_WOORDEN if met_woorden else STAP_TOCH) else []
        elif score >= STAP_ZEKER and _kan(lezing, stap, start, genoemd):
            uit.append(Vondst("stap_gedaan", stap, start, einde))
    return uit


def _kan(lezing: Lezing, stap: str, plek: int, genoemd: Sequence[Partij]) -> bool:
    """Whether the sentence at this character of the message names the party, and supposes nothing."""
    token = max(0, bisect_right([van for _, van, _ in lezing.plekken], plek) - 1)
    begin, eind = lezing.zin(lezing.plekken[token][0])
    zin = lezing.tekst[begin:eind]
    if _STEL.match(zin):
        return False
    hier = [p for p in genoemd if p.stap == stap and begin <= p.start < eind]
    if stap == "school" and not any(p.mens for p in hier) and _SCHOOL_ZEGT.search(zin) and not _CONTACT.search(zin):
        return False
    return bool(hier) or not _LEUNT.search(zin)


def tijd(
    lezing: Lezing,
    gevonden: Kandidaat | None,
    merken: Merktekens,
    *,
    vandaag: date,
    leeftijd: Kandidaat | None,
    leerling: bool,
) -> Kandidaat | None:
    """The time at home: that of the patterns unless the marks say no, or else the one that the marks are surest of.

    `leeftijd`: what was taken for the age; `leerling`: the pupil writes.
    """
    kort = len(lezing.tekst.split()) < KORT_TIJD
    if kort or (gevonden is not None and _score(lezing, gevonden, merken) >= TIJD_TOCH):
        return gevonden
    andere = [
        (_score(lezing, k, merken), k)
        for k in _alle(lezing, vandaag)
        if (leeftijd is None or k.einde <= leeftijd.start or leeftijd.einde <= k.start)
        and not iets_anders(lezing, k, leerling)
    ]
    score, beste = max(andere, key=lambda paar: paar[0], default=(0.0, None))
    return min_wat_komt(lezing, beste) if beste is not None and score >= TIJD_ZEKER else gevonden


def _score(lezing: Lezing, kandidaat: Kandidaat, merken: Merktekens) -> float:
    return merken.tijd(*lezing.bereik(kandidaat.start, kandidaat.einde))


def _alle(lezing: Lezing, vandaag: date) -> Sequence[Kandidaat]:
    """Every length of time and every day that is past, in whole weeks until today."""
    uit = list(tijden(lezing, vandaag))
    for dag in dagen(lezing, vandaag):
        weken = (vandaag - verschoven(lezing, dag)).days // 7
        if 0 <= weken <= LANGST and not straks(lezing, dag.start, dag.einde):
            uit.append(Kandidaat(weken, dag.start, dag.einde, 6))
    return uit

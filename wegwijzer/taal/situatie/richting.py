"""Whether the school is reformatorisch, cluster 1 or cluster 2: those have another door."""

from __future__ import annotations

import re

from wegwijzer.taal.situatie.kandidaat import Kandidaat, beste, is_vraag
from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.situatie.patronen import treffers
from wegwijzer.taal.situatie.schoolsoort import status_voor

_BEGELEIDING = re.compile(
    r"(?:^|.* )(?:begeleiding|begeleider|behandeling|therapie|logopedie|onderzoek|test|ambulant|ondersteuning|"
    r"arrangement|hulp|iemand|mevrouw|deskundige|dagbehandeling|advies|gezien|getest) (?:[^ ]+ ){0,2}$"
)
_ALGEMEEN = re.compile(r"(?:wat|welke|hoe|waar|is er|zijn er|bestaat|heeft|hebben|mag|kan|wie|verschil|geldt)(?![^ ])")
_EIGEN = re.compile(r"(?:^| )(?:mijn|onze|ons|zoon|dochter|kind|hij|ze|zij|wij|we|ik)(?![^ ])")


def richting(lezing: Lezing) -> Kandidaat | None:
    """reformatorisch, cluster1 or cluster2; None when the child is not, or not said to be, on such a school."""
    uit = []
    for regel, t in treffers(lezing.tekst, "richting"):
        gewicht = _gewicht(lezing, t)
        if gewicht:
            uit.append(Kandidaat(regel.gegevens["richting"], t.start(), t.end(), gewicht))
    return beste(uit)


def _gewicht(lezing: Lezing, t: re.Match[str]) -> int:
    woorden = t.group().split(" ")
    voor = lezing.voor(t.start(), 9)
    while woorden and woorden[0] in ("op", "naar", "bij", "van", "de", "het", "een"):
        voor += woorden.pop(0) + " "
    if _BEGELEIDING.match(voor):
        return 0
    if re.search(r"(?:hoort|valt|horen|vallen) (?:bij|onder) (?:de |het )?$", voor) and " niet " not in voor:
        return 4
    zin = lezing.tekst[slice(*lezing.zin(t.start(), t.end()))]
    if is_vraag(lezing, t.start(), t.end()) and _ALGEMEEN.match(zin) and not _EIGEN.search(zin):
        return 0
    return {"niet": 0, "vroeger": 1, "nu": 5, "": 3, "verbeterd": 9}[status_voor(voor, lezing.na(t.end(), 6).strip())]

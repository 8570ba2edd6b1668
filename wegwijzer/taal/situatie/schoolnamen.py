"""The names of kinds of school in a message, each place once: `groep 6 sbo` is an sbo."""

from __future__ import annotations

import re

from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.situatie.patronen import Regel, treffers

_ERTUSSEN = re.compile(r" (?:(?:van|op|in|het|een|,|\() ){0,3}")
_LOS = re.compile(r" [.,;!?)]|$")


def genoemd(lezing: Lezing) -> list[tuple[Regel, re.Match[str]]]:
    """Matches that do not lie in a stronger one (`speciaal basisonderwijs` also holds `basisonderwijs`)."""
    alle = list(treffers(lezing.tekst, "onderwijssoort", "soorten"))
    alle.sort(key=lambda rt: (-(rt[1].end() - rt[1].start()), -rt[0].gegevens["gewicht"]))
    vrij: list[tuple[Regel, re.Match[str]]] = []
    for regel, t in alle:
        if not any(t.start() < v.end() and v.start() < t.end() for _, v in vrij):
            vrij.append((regel, t))
    vrij.sort(key=lambda rt: rt[1].start())
    return [rt for i, rt in enumerate(vrij) if not _nader(lezing, rt, vrij[i + 1 : i + 2])]


def _nader(lezing: Lezing, klas: tuple[Regel, re.Match[str]], erna: list[tuple[Regel, re.Match[str]]]) -> bool:
    """Whether a class is told more exactly right behind it: `groep 6 sbo`, `groep 5 van het speciaal onderwijs`."""
    if klas[0].gegevens["soort"] != "po" or not erna or erna[0][0].gegevens["soort"] not in ("sbo", "so"):
        return False
    tussen = _ERTUSSEN.fullmatch(lezing.tekst, klas[1].end(), erna[0][1].start())
    return tussen is not None and ("," not in tussen.group() or _LOS.match(lezing.tekst, erna[0][1].end()) is not None)


_ZOMAAR_EEN = re.compile(
    r"(?:^|.* )(?:mag|mogen|kan|kunnen|moet|moeten|hoeft|zou|zal) (?:een|elke|iedere|1) (?:gewone |andere "
    r"|openbare |christelijke )?$"
)
_ONZE = re.compile(r"(?:^| )(?:mijn|onze|ons|hem|haar|dit|dat|hij|ze|zij|zoon|dochter|meer|thuis)(?: |$)")
_LAAT_TOE = re.compile(r"(?:^| )(?:weigeren|weigert|aannemen|toelaten|afwijzen|plaatsen)(?: |$)")
"""`mag een basisschool een kind weigeren`: any school; with `mijn dochter` in it, it is hers."""


def zomaar_een(voor: str, zin: str) -> bool:
    """Whether a school with these words before it, in this sentence, is any school and not the child's."""
    return _ZOMAAR_EEN.match(voor) is not None and (not _ONZE.search(zin) or _LAAT_TOE.search(zin) is not None)

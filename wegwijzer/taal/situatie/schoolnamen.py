"""The names of kinds of school in a message, each place once: `groep 6 sbo` is an sbo."""

from __future__ import annotations

import re

from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.situatie.patronen import Regel, treffers

_ERTUSSEN = re.compile(r" (?:(?:van|op|in|het|een|,|\() ){0,3}")


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
    return _ERTUSSEN.fullmatch(lezing.tekst, klas[1].end(), erna[0][1].start()) is not None

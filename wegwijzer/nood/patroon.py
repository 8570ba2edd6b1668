"""The small language in which `noodhulp.yml` describes sentences.

A pattern is words with spaces between: `word`, `start*`, `~sounds_like`, `~start*`, `~~inside_a_long_word`,
`this|that`, a word group in CAPITALS, `maybe?`, `EINDE` (end of a sentence or a pause), `..` or `..3` (up to so
many other words, within a sentence), `...8` (the same, also across sentences). Parts with ` & ` between them may stand
in any order, up to `SAMEN` words apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from wegwijzer.nood.tekst import vorm

EINDE = "EINDE"
"""How a rule writes the end of a sentence."""
GAT = 3
"""Words that `..` may skip."""
SAMEN = 5
"""Words that may stand between two parts joined by `&`."""
_GAT = re.compile(r"(\.{2,3})(\d*)")


@dataclass(frozen=True)
class Plek:
    """One position of a pattern: the words it takes (`woorden`), any word (`gat`) or an end (`slot`)."""

    woorden: tuple[str, ...] = ()
    gat: bool = False
    wijd: bool = False
    slot: bool = False
    mag_weg: bool = False


@dataclass(frozen=True)
class Patroon:
    """A pattern with its bits `[van, tot)`; `ronde`: altijd, onschuldig, verzacht, nood, zorg, schrijver or afloop."""

    ronde: str
    soort: str
    bron: str
    plekken: tuple[Plek, ...]
    van: int

    @property
    def tot(self) -> int:
        """The bit after its last."""
        return self.van + len(self.plekken)


def ordes(regel: str) -> Iterator[str]:
    """The pattern in each order of its parts; at most three parts. Raises ValueError, in Dutch, with more."""
    delen = regel.split(" & ")
    if len(delen) > 3:
        raise ValueError(f"'{regel}': verbind ten hoogste drie delen met &")
    for orde in permutations(delen):
        yield f" ..{SAMEN} ".join(orde)


def ontleed(regel: str, groepen: Mapping[str, Sequence[str]]) -> tuple[Plek, ...]:
    """The positions of one pattern. Raises ValueError, in Dutch, when the pattern cannot be read."""
    plekken: list[Plek] = []
    for deel in regel.split():
        gat = _GAT.fullmatch(deel)
        if gat:
            wijd = len(gat[1]) == 3
            plekken += [Plek(gat=True, wijd=wijd, mag_weg=True)] * int(gat[2] or GAT)
            continue
        mag_weg, keuzen = deel.endswith("?"), deel.rstrip("?").split("|")
        woorden = tuple(w for keus in keuzen if keus != EINDE for w in _woorden(keus, groepen))
        plekken.append(Plek(woorden, slot=EINDE in keuzen, mag_weg=mag_weg))
    if not plekken or plekken[0].mag_weg or plekken[0].slot or plekken[-1].mag_weg:
        raise ValueError(f"'{regel}': begin en eindig met een woord dat er moet staan")
    return tuple(plekken)


def _woorden(keus: str, groepen: Mapping[str, Sequence[str]], diepte: int = 0) -> list[str]:
    if keus.isupper() and keus.isascii():
        if keus not in groepen or diepte > 5:
            raise ValueError(f"de woordgroep {keus} bestaat niet")
        return [w for woord in groepen[keus] for w in _woorden(str(woord), groepen, diepte + 1)]
    if not keus.strip("~*"):
        raise ValueError(f"'{keus}': hier staat geen woord")
    kop = len(keus) - len(keus.lstrip("~"))
    return ["~" * kop + vorm(keus.strip("~*")) + ("*" if keus.endswith("*") else "")]

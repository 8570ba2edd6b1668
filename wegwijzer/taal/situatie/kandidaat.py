"""What a pattern proposes before the choice is made."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.vondst import Vondst


@dataclass(frozen=True)
class Kandidaat:
    """A value with the characters of `Lezing.tekst` that say it; the highest `gewicht` wins, then the first."""

    waarde: Any
    start: int
    einde: int
    gewicht: int = 0


def beste(kandidaten: Iterable[Kandidaat]) -> Kandidaat | None:
    """The candidate of the greatest weight; of equals the one that stands first."""
    return min(kandidaten, key=lambda k: (-k.gewicht, k.start), default=None)


def vondst(entity: str, kandidaat: Kandidaat, lezing: Lezing) -> Vondst:
    """The finding, with its characters in the message itself."""
    start, einde = lezing.bereik(kandidaat.start, kandidaat.einde)
    return Vondst(entity, kandidaat.waarde, start, einde)


def per_waarde(entity: str, kandidaten: Iterable[Kandidaat], lezing: Lezing) -> list[Vondst]:
    """One finding for each value, its first mention, in the order of the text."""
    gezien: dict[Any, Kandidaat] = {}
    for kandidaat in sorted(kandidaten, key=lambda k: k.start):
        gezien.setdefault(kandidaat.waarde, kandidaat)
    return [vondst(entity, k, lezing) for k in gezien.values()]


_VRAAG_BEGIN = re.compile(
    r"(?:en |maar |dus |want |of |ik vraag me af |, )*"
    r"(?:wie|wat|hoe|waar|waarom|wanneer|welk|welke|hoelang|hoeveel|kan|kun|kunnen|"
    r"mag(?! (?:maar|alleen|nog|pas|niet|nu) )|"
    r"mogen|moet|moeten|zal|zou|is|zijn|bestaat|krijg|krijgen|heeft het|helpt|geldt|gelden|doet|gaat|bemoeit|telt|"
    r"vanaf|waarvoor|binnen welke|verschil)(?![^ ])"
)


def is_vraag(lezing: Lezing, start: int, einde: int) -> bool:
    """Whether the sentence around these characters asks something: a question mark, or how it begins."""
    zin_start, zin_einde = lezing.zin(start, einde)
    zin = lezing.tekst[zin_start:zin_einde]
    return zin.rstrip().endswith("?") or bool(_VRAAG_BEGIN.match(zin))

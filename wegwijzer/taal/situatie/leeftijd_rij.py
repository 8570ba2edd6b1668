"""The age of the oldest, middle or youngest, from a row of ages: `drie kids van 6, 9 en 13. De oudste zit thuis`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wegwijzer.taal.situatie.kandidaat import Kandidaat
from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.situatie.patronen import maak

GEWICHT = 15
"""More than any single age weighs, less than a correction."""

_RIJ = (
    r"(?:(?:moeder|vader|mama|papa|ouders) van [2-6]|"
    r"kids|kinderen|zonen|zoons|dochters|jongens|meiden|meisjes|er (?:2|3|4|5)|<kindwoord>)"
    r" (?:(?:van|:|,|\(|zijn|nu|bijna|met|de leeftijd) ){0,3}"
    r"(?P<rij>\d{1,2}(?: jaar)?(?: (?:,|en|/|, en) \d{1,2}){1,4})(?! (?:weken|maanden|dagen|uur|keer|jaar thuis))"
)
_WIE = re.compile(r"(?:^| )(?:de|onze|mijn|het) (?P<wie>oudste|jongste|middelste)(?P<leeftijd> (?:van |\( )\d)?")
_GOED = re.compile(r" (?:[^ .]+ ){0,4}(?:prima|goed|super|gewoon|lekker|niets aan de hand)(?![^ ])")


def uit_rij(lezing: Lezing) -> Iterator[Kandidaat]:
    """The age of the child in trouble, when a row of ages and `de oudste` (or so) together tell it."""
    for rij in maak(_RIJ, "leeftijd").finditer(lezing.tekst):
        getallen = list(re.finditer(r"\d+", rij["rij"]))
        op_leeftijd = sorted(getallen, key=lambda g: int(g.group()))
        for wie in _WIE.finditer(lezing.tekst, rij.end()):
            if wie["leeftijd"] or _GOED.match(lezing.tekst, wie.end()):
                continue
            if wie["wie"] == "middelste" and len(op_leeftijd) != 3:
                continue
            getal = op_leeftijd[{"oudste": -1, "jongste": 0, "middelste": 1}[wie["wie"]]]
            begin = rij.start("rij") + getal.start()
            yield Kandidaat(int(getal.group()), begin, begin + len(getal.group()), GEWICHT)
            return

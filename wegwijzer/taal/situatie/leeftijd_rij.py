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


_NAAM_MET = re.compile(r"(?<![^ ])(?P<naam>[a-z]{2,}) \( (?P<n>\d{1,2})(?: jaar)?(?= [,)])")
_OM_WIE = r"(?:gaat (?:het )?(?:nu |hier |mij |me |ons ){{0,2}}om|namelijk|vooral|over) {}(?![^ ])"


def bij_naam(lezing: Lezing) -> Iterator[Kandidaat]:
    """The age behind the name of the child that the message is about: `Sam (7) en Lotte (9). Het gaat om Lotte.`"""
    genoemd = list(_NAAM_MET.finditer(lezing.tekst))
    for t in genoemd if len(genoemd) > 1 else ():
        if re.compile(_OM_WIE.format(t["naam"])).search(lezing.tekst, t.end()):
            yield Kandidaat(int(t["n"]), t.start("n"), t.end("n"), GEWICHT)


_SOORTEN = {
    "zoon": r"(?:zoon|zoontje|jongen|jongetje)",
    "dochter": r"(?:dochter|dochtertje|meisje)",
}


def bij_soort(lezing: Lezing) -> Iterator[Kandidaat]:
    """`een jongen van 8 en een meisje van 11. De jongen zit thuis.`: the age of the one that is spoken of again."""
    oud = {s: re.search(rf"(?<![^ ]){w} van (\d{{1,2}})(?![^ ])", lezing.tekst) for s, w in _SOORTEN.items()}
    if not all(oud.values()):
        return
    eind = max(t.end() for t in oud.values() if t)
    weer = [
        (t.start(), soort)
        for soort, w in _SOORTEN.items()
        for t in re.finditer(rf"(?<![^ ])(?:de|het|mijn|onze|ons) {w}(?! van \d)(?![^ ])", lezing.tekst)
        if t.start() >= eind and not _GOED.match(lezing.tekst, t.end())
    ]
    t = oud[min(weer)[1]] if weer else None
    if t is not None:
        yield Kandidaat(int(t[1]), t.start(1), t.end(1), GEWICHT)


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

"""A message as the patterns read it: one spelling, numbers as digits, every piece traceable to the original.

Patterns would be unreadable if each had to know that parents write `dr`, `d'r` and `haar`, `jr`, `j` and `jaar`, or
`wekn`. So the message is rewritten word by word into `Lezing.tekst` (lower case, no accents, tokens separated by one
space, punctuation as tokens of their own) and every match is translated back to characters of the message.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from wegwijzer.taal.situatie.engels import in_patroonwoord, is_engels
from wegwijzer.taal.situatie.spelling import AFKORTINGEN, woordvorm

MAX_LEZEN = 4000
"""Characters of a message that are read; `taal.schoon` keeps half of this."""

_TOKEN = re.compile(
    r"(?P<datum>(?<![\d/-])\d{1,2}[-/]\d{1,2}(?:[-/](?:\d{4}|\d{2}))?(?![\d/-]))"
    r"|(?P<tijd>\d{1,2}[.:]\d{2}(?!\d))"
    r"|(?P<halve>\d{1,2}[.,]5(?!\d)|\d{1,2}\s?½)"
    r"|(?P<rang>\d{1,2}(?:e|ste|de)(?![^\W_]))"
    r"|(?P<getal>\d+)"
    r"|(?P<dagwoord>(?i:a\.s\.?|j\.l\.?|jl\.?)(?![^\W_]))"
    r"|(?P<ib>(?i:ib)-(?i:ers?)(?![^\W_]))"
    r"|(?P<woord>[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<regel>\n+)"
    r"|(?P<teken>[^\w\s]|_)"
)


def _vorm(soort: str, ruw: str) -> str:
    if soort == "woord":
        return woordvorm(ruw)
    if soort == "dagwoord":
        return "aanstaande" if ruw[0] in "aA" else "jongstleden"
    if soort == "ib":
        return "iber"
    if soort == "datum":
        return "@" + "-".join(str(int(d)) for d in re.split("[-/]", ruw))
    if soort == "tijd":
        return "kloktijd"
    if soort == "halve":
        return str(int(re.match(r"\d+", ruw).group())) + "_5"  # type: ignore[union-attr]
    if soort == "rang":
        return str(int(re.match(r"\d+", ruw).group())) + "e"  # type: ignore[union-attr]
    if soort == "getal":
        return str(int(ruw)) if len(ruw) <= 6 else "0"
    return "." if soort == "regel" else ruw


@dataclass(frozen=True)
class Lezing:
    """`tekst`: what patterns match on; `bron`: the message itself. `plekken`: per token (start in `tekst`,
    start and end in `bron`)."""

    bron: str
    tekst: str
    plekken: tuple[tuple[int, int, int], ...]
    begin: tuple[int, ...]

    def bereik(self, start: int, einde: int) -> tuple[int, int]:
        """Characters of the message that `tekst[start:einde]` stands for. Both must lie in a token or beside it."""
        eerste = max(0, bisect_right(self.begin, start) - 1)
        laatste = max(eerste, bisect_right(self.begin, max(start, einde - 1)) - 1)
        return self.plekken[eerste][1], self.plekken[laatste][2]

    def zin(self, start: int, einde: int | None = None) -> tuple[int, int]:
        """Start and end in `tekst` of the sentence around `start` (to the end of the one around `einde`)."""
        links = max(self.tekst.rfind(f" {t} ", 0, start + 1) for t in ".?!;")
        rechts = [p for t in ".?!;" if (p := self.tekst.find(f" {t} ", einde or start)) >= 0]
        return (links + 3 if links >= 0 else 0), (min(rechts) + 2 if rechts else len(self.tekst))

    def voor(self, start: int, woorden: int = 8) -> str:
        """At most so many words of the same sentence before `start`, ending in a space when not empty."""
        deel = self.tekst[self.zin(start)[0] : start].split()
        return " ".join(deel[-woorden:]) + " " if deel else ""

    def na(self, einde: int, woorden: int = 8) -> str:
        """At most so many words of the same sentence after `einde`, starting with a space when not empty."""
        deel = self.tekst[einde : self.zin(max(0, einde - 1), einde)[1]].split()
        return " " + " ".join(deel[:woorden]) if deel else ""


def _gaat_door(tekst: str, plek: int) -> bool:
    volgend = tekst[plek : plek + 2].strip()[:1]
    return volgend.islower() or volgend.isdigit()


def lees(tekst: str) -> Lezing:
    """The reading of `tekst` (its first MAX_LEZEN characters). Any string will do."""
    vormen: list[str] = []
    plekken: list[tuple[int, int, int]] = []
    lengte = 0
    vorige = ""
    engels = is_engels(tekst[:MAX_LEZEN])
    for treffer in _TOKEN.finditer(tekst, 0, MAX_LEZEN):
        soort, ruw = str(treffer.lastgroup), treffer.group()
        engelse_vorm = in_patroonwoord(ruw) if engels and soort == "woord" else None
        vorm = _vorm(soort, ruw) if engelse_vorm is None else engelse_vorm
        if vorm == "." and vorige in AFKORTINGEN and _gaat_door(tekst, treffer.end()):
            continue
        if vorm in ("j", "jr", "jrs") and vormen and vormen[-1].replace("_5", "").isdigit():
            vorm = "jaar"
        for deel in vorm.split():
            vormen.append(deel)
            plekken.append((lengte, treffer.start(), treffer.end()))
            lengte += len(deel) + 1
        vorige = ruw.lower()
    return Lezing(tekst, " ".join(vormen), tuple(plekken), tuple(p[0] for p in plekken))

"""How easy a text reads: sentence length, Flesch-Douma, officialese, and `je` where `u` belongs.

Pure: a text in, measures out. The formula is Douma's Dutch form of Flesch's reading ease (about 0 to 100, higher is
easier): 206.84 - 0.77 x syllables per 100 words - 0.93 x words per sentence. Sources, limits and why:
docs/decisions/0016-readability.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wegwijzer.kennis.leeswoorden import AMBTELIJK, VAKTERMEN
from wegwijzer.kennis.lettergrepen import lettergrepen

LANGSTE_ZIN = 20
"""No sentence is longer (words)."""
STREEF_ZIN = 15
"""What a sentence should stay under (words), and the highest mean of one text."""
LAAGSTE_FLESCH = 60.0
"""Flesch-Douma of a text that has enough words to say something."""
FLESCH_VANAF = 30
"""Flesch-Douma is judged for texts of more words than this."""
TERM_LETTERGREPEN = 2
"""What a term counts for in a text that explains it (syllables): the parent has its meaning before him."""

_INVULLING = re.compile(r"\{%[^%]*%\}")
_WAARDE = re.compile(r"\{\{[^}]*\}\}|\{[^{}]*\}")
_WOORD = re.compile(r"[^\W_]+(?:['’./@&-][^\W_]+)*")
_ZINSEINDE = re.compile(r"(?<=[.?!])\s+|(?<=[.?!][\"')\]])\s+|\n[ \t]*\n\s*|\n(?=[ \t]*- )|(?<=[:;])[ \t]*\n|(?<=\])\n")
_JE = re.compile(r"\b(?:je|jij|jou|jouw|jullie|jezelf)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Maat:
    """The measures of one text: counts of words and sentences, lengths in words, Flesch-Douma, and words to avoid.

    `flesch` counts every syllable; `flesch_rest` counts explained terms as two. None for a text without words.
    `ambtelijk` holds pairs: what stands there, the everyday word. `lang` are the sentences above `STREEF_ZIN`.
    """

    woorden: int
    zinnen: int
    langste: int
    gemiddeld: float
    flesch: float | None
    flesch_rest: float | None
    lang: tuple[str, ...] = ()
    ambtelijk: tuple[tuple[str, str], ...] = ()
    je: tuple[str, ...] = ()
    onuitgelegd: tuple[str, ...] = ()

    def gebreken(self) -> tuple[str, ...]:
        """What is over a limit, in Dutch; empty for a text that is in order."""
        return tuple(self._gebreken())

    def _gebreken(self) -> Iterator[str]:
        if self.langste > LANGSTE_ZIN:
            yield f"een zin van {self.langste} woorden (hoogstens {LANGSTE_ZIN})"
        if self.gemiddeld > STREEF_ZIN:
            yield f"gemiddeld {self.gemiddeld:.1f} woorden per zin (hoogstens {STREEF_ZIN})"
        if self.flesch_rest is not None and self.woorden > FLESCH_VANAF and self.flesch_rest < LAAGSTE_FLESCH:
            yield f"Flesch-Douma {self.flesch_rest:.0f} (minstens {LAAGSTE_FLESCH:.0f})"
        for woord, beter in self.ambtelijk:
            yield f"ambtelijk: '{woord}', schrijf '{beter}'"
        if self.je:
            yield f"'{self.je[0]}' waar 'u' hoort"


def meet(tekst: str, jongere: bool = False) -> Maat:
    """Measure one text. `{gaps}` and `{{ values }}` count as one short word; `jongere`: `je` is right here."""
    kaal = _WAARDE.sub("dit", _INVULLING.sub("", tekst))
    per_zin = [(zin, lengte) for zin in zinnen(kaal) if (lengte := len(woorden(zin)))]
    aantal = sum(lengte for _, lengte in per_zin)
    gemiddeld = aantal / len(per_zin) if per_zin else 0.0
    alle = woorden(kaal)
    grepen = sum(lettergrepen(w) for w in alle)
    return Maat(
        woorden=aantal,
        zinnen=len(per_zin),
        langste=max((lengte for _, lengte in per_zin), default=0),
        gemiddeld=gemiddeld,
        flesch=_flesch(grepen, aantal, gemiddeld),
        flesch_rest=_flesch(grepen - _vermindering(kaal), aantal, gemiddeld),
        lang=tuple(zin for zin, lengte in per_zin if lengte > STREEF_ZIN),
        ambtelijk=tuple((m[0], a.beter) for a in AMBTELIJK if (m := a.vorm.search(kaal))),
        je=() if jongere else tuple(_JE.findall(kaal)),
        onuitgelegd=tuple(v.term for v in VAKTERMEN if v.onuitgelegd(kaal)),
    )


def zinnen(tekst: str) -> list[str]:
    """The sentences of a text; items of a list and lines of an address are sentences of their own."""
    return [" ".join(zin.split()) for zin in _ZINSEINDE.split(tekst) if zin.strip()]


def woorden(tekst: str) -> list[str]:
    """The words of a text. Joined by hyphen or apostrophe is one word; an address or domain is one word too."""
    return _WOORD.findall(tekst)


def _flesch(grepen: int, aantal: int, gemiddeld: float) -> float | None:
    return 206.84 - 77 * grepen / aantal - 0.93 * gemiddeld if aantal else None


def _vermindering(tekst: str) -> int:
    """The syllables above two of terms that this text explains."""
    minder = 0
    for vakterm in VAKTERMEN:
        if vakterm.uitleg.search(tekst):
            for vondst in vakterm.vorm.finditer(tekst):
                grepen = sum(lettergrepen(w) for w in woorden(vondst[0]))
                minder += max(0, grepen - TERM_LETTERGREPEN)
    return minder

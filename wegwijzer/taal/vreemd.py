"""In which language a message is written: Dutch, one of the six that we know a little, another one, or not clear.

Script decides first (Arabic, Cyrillic), then words that Dutch does not have (`vreemd_woorden.yml`). In doubt there is
no answer: a parent who writes Dutch with typing errors, names or jargon must never get a foreign reply.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import simplemma

from wegwijzer.kennis.model import TALEN
from wegwijzer.taal.schrift import ANDERS, tabellen, uit_schrift

NEDERLANDS = "nl"
ENGELSE_VORMEN = frozenset({"i", "a", "i'm", "don't", "it's"})
ENGELS = 0.6
"""Share of English words in a short message of which only one is in the list."""

MEESTE_WOORDEN = 150
"""More words of a message are not looked at."""
GENOEG = 2.0
"""Foreign evidence that a message needs (words; a typical beginning or end of a word counts half)."""
OVERWICHT = 2.0
"""Foreign evidence must be more than this many times the Dutch evidence."""
AANDEEL = 0.3
"""Foreign evidence for each word of the message, at least."""
STAM = 5
"""A typical beginning of so many letters is the stem of a word, and counts whole, as what has an apostrophe does."""
BEKEND = 0.5
"""What an ordinary Dutch word counts that is in no list."""

KORT = 4
"""So many words at most make a short message."""

_MERK = re.compile(r"\[[a-z]+\]")
_WOORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VLAK = str.maketrans("łŁıİøßœæ’", "llii0soe'", "")


@dataclass(frozen=True)
class _Taal:
    alleen: frozenset[str]
    woorden: frozenset[str]
    gedeeld: frozenset[str]
    begin: tuple[str, ...]
    stam: tuple[str, ...]
    einde: tuple[str, ...]
    uitgang: tuple[str, ...]
    letters: frozenset[str]


def taal_van(tekst: str) -> str | None:
    """`nl`, a code of `TALEN`, `anders`, or None where the message does not show it (short, mixed, only names)."""
    tekst = _MERK.sub(" ", tekst)
    schrift = uit_schrift(tekst)
    if schrift is not None:
        return schrift
    ruw = _WOORD.findall(tekst)[:MEESTE_WOORDEN]
    woorden = [vlak(w) for w in ruw]
    if not woorden:
        return None
    talen = _talen()
    nederlands = _nederlands(woorden)
    punten = {code: _punten(taal, woorden, ruw) for code, taal in talen.items() if code != NEDERLANDS}
    beste = max(punten, key=lambda code: (punten[code], code in TALEN))
    hoogste = punten[beste]
    if hoogste > OVERWICHT * nederlands:
        if hoogste >= max(GENOEG, AANDEEL * len(woorden)) or _kort(woorden, talen[beste], nederlands):
            return _code(beste)
        if beste == "en" and _is_engels(ruw):
            return beste
    return NEDERLANDS if nederlands >= GENOEG and nederlands > hoogste else None


def vlak(woord: str) -> str:
    """Lower case without accents, so that `çocuğum` and `cocugum` are one word."""
    ontleed = unicodedata.normalize("NFKD", woord.lower().replace("’", "'"))
    return "".join(t for t in ontleed if not unicodedata.combining(t)).translate(_VLAK)


def _code(taal: str) -> str:
    return taal if taal in TALEN else ANDERS


def _nederlands(woorden: list[str]) -> float:
    """Evidence for Dutch: words of the list, and half for every other word that a Dutch dictionary has."""
    lijst, vreemd = _talen()[NEDERLANDS], _vreemde_woorden()
    punten = 0.0
    for woord in set(woorden) - lijst.gedeeld:
        if woord in lijst.woorden:
            punten += 1.0
        elif len(woord) > 3 and woord not in vreemd and _is_nederlands(woord):
            punten += BEKEND
    return punten


def _punten(taal: _Taal, woorden: list[str], ruw: list[str]) -> float:
    nederlands = _talen()[NEDERLANDS]
    punten = 0.0
    for woord, zoals_getypt in dict(zip(woorden, ruw, strict=True)).items():
        if woord in nederlands.gedeeld or woord in nederlands.woorden:
            continue
        if woord in taal.woorden or woord in taal.alleen or taal.letters & set(zoals_getypt.lower()):
            punten += 1.0
        elif len(woord) > 4 and (woord.startswith(taal.begin) or woord.endswith(taal.einde)):
            heel = woord.startswith(taal.stam) or woord.endswith(taal.uitgang)
            punten += 0.0 if _is_nederlands(woord) else 1.0 if heel else 0.5
    return punten


def _kort(woorden: list[str], taal: _Taal, nederlands: float) -> bool:
    """Few words of which one is in no Dutch mouth; more than two may hold no Dutch word at all."""
    if len(woorden) <= 2 and any(w in taal.alleen for w in woorden):
        return True
    if nederlands or not taal.letters or not 2 <= len(woorden) <= KORT:
        return False
    eigen = sum(len(w) > 2 and (w in taal.woorden or w.startswith(taal.stam)) for w in woorden)
    return eigen >= len(woorden) / 3 and not any(_is_nederlands(w) for w in woorden)


def _is_engels(ruw: list[str]) -> bool:
    """Words that are mostly English; one of them is not Dutch, as `_punten` found. Names do not count."""
    klein = [ruw[0].lower(), *(w for w in ruw[1:] if w[0].islower())]
    engels = sum(simplemma.is_known(w, lang="en") or w in ENGELSE_VORMEN for w in klein)
    return len(ruw) > 3 and engels >= ENGELS * len(ruw)


@lru_cache(maxsize=4096)
def _is_nederlands(woord: str) -> bool:
    return bool(simplemma.is_known(woord, lang="nl"))


@lru_cache(maxsize=1)
def _vreemde_woorden() -> frozenset[str]:
    return frozenset(w for code, taal in _talen().items() if code != NEDERLANDS for w in taal.woorden)


@lru_cache(maxsize=1)
def _talen() -> dict[str, _Taal]:
    """The tables, flattened once."""
    return {code: _tabel(tabel) for code, tabel in tabellen().items() if code != "cyrillisch"}


def _tabel(tabel: dict[str, str]) -> _Taal:
    def lijst(naam: str) -> frozenset[str]:
        return frozenset(vlak(w) for w in tabel.get(naam, "").split())

    stukken = lijst("stukken")
    begin = tuple(s[:-1] for s in stukken if s.endswith("-"))
    einde = tuple(s[1:] for s in stukken if s.startswith("-"))
    return _Taal(
        alleen=lijst("alleen"),
        woorden=lijst("woorden"),
        gedeeld=lijst("gedeeld"),
        begin=begin,
        stam=tuple(s for s in begin if len(s) >= STAM or "'" in s),
        einde=einde,
        uitgang=tuple(s for s in einde if "'" in s),
        letters=frozenset(tabel.get("letters", "")),
    )

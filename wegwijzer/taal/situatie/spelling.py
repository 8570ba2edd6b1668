"""One form for each word: abbreviations, spoken spelling, number words and typing errors in the words that count."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA
from simplemma import is_known

from wegwijzer.taal.situatie.patronen import tabel

_TABEL = tabel("spelling")
VORMEN: dict[str, str] = {fout: goed for goed, fouten in _TABEL["vormen"].items() for fout in fouten}
GETALLEN: dict[str, str] = {woord: str(getal) for getal, woorden in _TABEL["getallen"].items() for woord in woorden}
AFKORTINGEN = frozenset(_TABEL["afkortingen"])
"""After these a full stop does not end the sentence when small letters follow."""
_DOMEIN: tuple[str, ...] = tuple(_TABEL["domein"])
_KORT, _LANG = 6, 11
"""From so many letters one, respectively two, typing errors are mended."""
_JARIG = ("jarig", "jarige", "jarigen")
_HERHAALD = re.compile(r"(.)\1{2,}")


def _kaal(woord: str) -> str:
    plat = unicodedata.normalize("NFKD", woord.lower().replace("’", "'"))
    return "".join(t for t in plat if not unicodedata.combining(t) and not t.isspace())


@lru_cache(maxsize=8192)
def woordvorm(woord: str) -> str:
    """The form that patterns use: `dr` -> `haar`, `twaalf` -> `12`, `bassisschool` -> `basisschool`.

    A word of the domain's vocabulary is recognised with one typing error (two in long words), unless it is a Dutch
    word itself. May return two words separated by a space.
    """
    plat = _kaal(woord) or "_"
    if plat in GETALLEN:
        return GETALLEN[plat]
    if plat in VORMEN:
        return VORMEN[plat]
    if plat.endswith(_JARIG) and (getal := plat.rsplit("jarig", 1)[0]) in GETALLEN:
        return f"{GETALLEN[getal]} jarige"
    zonder = plat.replace("'", "")
    if zonder != plat and zonder in VORMEN:
        return VORMEN[zonder]
    if len(zonder) < _KORT or zonder in _DOMEIN or is_known(zonder, lang="nl"):
        return _HERHAALD.sub(r"\1", zonder) or "_"
    zonder = _HERHAALD.sub(r"\1\1", zonder)
    fouten = 2 if len(zonder) >= _LANG else 1
    if is_known(zonder, lang="nl") or len(zonder) > 30:
        return zonder
    beste = process.extractOne(zonder, _DOMEIN, scorer=OSA.distance, score_cutoff=fouten)
    return str(beste[0]) if beste and beste[0][0] == zonder[0] else zonder

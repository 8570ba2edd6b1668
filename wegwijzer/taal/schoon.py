"""Cleans strangers' text before anything else reads it."""

from __future__ import annotations

import re
import unicodedata

MAX_TEKENS = 2000
"""More of a message is not read by the language components (characters); danger is checked on all of it."""

_ONZICHTBAAR = re.compile(
    r"[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]"
)
_HERHAALD = re.compile(r"(.)\1{3,}")


def schoon(tekst: str, grens: int = MAX_TEKENS) -> str:
    """Readable text of at most `grens` characters: one form of Unicode, no control or invisible characters.

    Lone surrogates (which break UTF-8) go, endless repeats shrink to three, white space becomes single spaces.
    A message that is too long keeps its start and its end, where parents put their question.
    """
    tekst = tekst[: 40 * grens].encode("utf-8", "ignore").decode("utf-8")
    tekst = unicodedata.normalize("NFC", tekst)
    tekst = _ONZICHTBAAR.sub(" ", tekst.replace("’", "'").replace("‘", "'").replace("`", "'"))
    tekst = _HERHAALD.sub(r"\1\1\1", tekst)
    tekst = re.sub(r"\s+", " ", tekst).strip()
    if len(tekst) > grens:
        tekst = tekst[: grens * 2 // 3].rstrip() + " … " + tekst[-(grens // 3 - 3) :].lstrip()
    return tekst


def kaal(tekst: str) -> str:
    """Lower case without accents and punctuation, words separated by one space: for comparing."""
    tekst = tekst.lower()
    if not tekst.isascii():  # else there is nothing to take apart, and this is most of the time it takes
        tekst = unicodedata.normalize("NFKD", tekst)
        tekst = "".join(t for t in tekst if not unicodedata.combining(t))
    return re.sub(r"[^\w]+", " ", tekst.replace("_", " ")).strip()


_ZINNEN = re.compile(
    r"(?<=[.!?…])\s+|\n+|(?<=[a-z]{3}),?\s+(?=(?:en (?:hoe|wat|wie|waar|kan|mag|moet)|maar (?:hoe|wat|mag|kan))\b)"
)


def zinnen(tekst: str) -> list[str]:
    """The sentences (or joined questions) of a message, in order, empty ones left out."""
    return [z.strip() for z in _ZINNEN.split(tekst) if z and z.strip()]

"""Whether a word can be the name that a cue announces."""

from __future__ import annotations

from wegwijzer.redactie.blijft import DUBBEL, INSTELLINGEN, NOOIT_NAAM, TIJD, ZIEKTEN
from wegwijzer.redactie.lijsten import gewoon
from wegwijzer.redactie.zin import Zin

_VOORVOEGSEL = ("ge", "be", "ver", "on", "in", "over", "thuis", "kies")
"""Words in small letters that begin so are misspelt or compound words rather than names."""


def vreemd(zin: Zin, i: int) -> bool:
    """Whether the word is neither ordinary Dutch nor something that stays: with a cue, a name that no list has."""
    token = zin.tokens[i]
    kaal = zin.stam(i)
    return token.tekst[0].isalpha() and len(kaal) > 1 and not gewoon(kaal) and not zin.vast(i) and kaal not in ZIEKTEN


def _na_voorletters(zin: Zin, i: int) -> int:
    """The first word from `i` that is not an initial ("R. Bouzid")."""
    while i + 1 < len(zin.tokens) and len(zin.tokens[i].tekst) == 1 and zin.tokens[i].groot:
        if zin.tokens[i + 1].tussen not in (".", ". ") or not zin.tokens[i + 1].groot:
            break
        i += 1
    return i


def na_cue(zin: Zin, i: int, klein_dubbel: bool, klein_vreemd: bool, groot_vreemd: bool = True) -> bool:
    """Whether the word at `i`, straight after a cue, is a name."""
    i = _na_voorletters(zin, i)
    token = zin.tokens[i]
    if token.merk or not token.tekst[0].isalpha() or i in zin.reeks or zin.schools(i):
        return False
    kaal = zin.stam(i)
    if token.groot and token.tekst.isupper() and len(token.tekst) > 1 and not zin.voornaam(i):
        return False
    if kaal in TIJD or (
        kaal in NOOIT_NAAM
        and not (
            token.groot
            and kaal in ("wil", "ben", "an", "co", "al", "dik", "mat", "toon", "tos", "can")
            and not token.begin
        )
    ):
        return False
    if kaal in NOOIT_NAAM:
        return True
    if kaal in INSTELLINGEN:
        return False
    if zin.voornaam(i) and (token.groot or (len(kaal) > 2 and kaal not in DUBBEL and not gewoon(kaal))):
        return True
    if zin.blijft(kaal):
        return zin.voornaam(i) and not gewoon(kaal)
    if token.groot:
        return groot_vreemd and (vreemd(zin, i) or kaal in DUBBEL)
    if klein_dubbel and kaal in DUBBEL:
        return True
    return (
        klein_vreemd and 2 < len(kaal) < 9 and not kaal.startswith(_VOORVOEGSEL) and vreemd(zin, i) and "'" not in kaal
    )

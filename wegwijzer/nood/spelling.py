"""How a word sounds, and whether two words differ by one slip."""

from __future__ import annotations

import re

_KLANKEN = (
    ("sch", "sg"), ("ch", "g"), ("ph", "f"), ("th", "t"), ("qu", "kw"), ("ij", "i"), ("ei", "i"), ("ie", "i"),
    ("oe", "u"), ("au", "o"), ("ou", "o"), ("ce", "se"), ("ci", "si"), ("cy", "si"), ("ts", "s"),
)  # fmt: skip
_LETTERS = str.maketrans("vzdycqxb", "fstikksp")
_DUBBEL = re.compile(r"(.)\1+")
_HERHAALD = re.compile(r"(.)\1{2,}")
_CIJFERS = str.maketrans("013457@$", "oieastas")


def klank(woord: str) -> str:
    """The sound of a lower-case word: `zelvmoort` and `zelfmoord` sound alike, `suïside` and `suicide` too."""
    for van, naar in _KLANKEN:
        if van in woord:
            woord = woord.replace(van, naar)
    return _DUBBEL.sub(r"\1", woord.translate(_LETTERS))


def varianten(woord: str) -> tuple[str, ...]:
    """Ways to read a word: as it is, with letters for digits (`d00d`), with drawn-out letters cut to two or one."""
    uit = [woord]
    if not woord.isalpha() and not woord.isdigit():
        uit.append(woord.translate(_CIJFERS))
    if _HERHAALD.search(uit[-1]):
        uit += [_HERHAALD.sub(r"\1\1", uit[-1]), _HERHAALD.sub(r"\1", uit[-1])]
    return tuple(uit)


def op_een_na(woord: str, doel: str, begin: bool = False) -> bool:
    """Whether `woord` is `doel` with at most one letter changed, added, left out or swapped, not the first.

    With `begin`, `woord` may go on after `doel`. Linear in the length of `doel`.
    """
    gelijk = str.startswith if begin else str.__eq__
    if gelijk(woord, doel):
        return True
    if not begin and abs(len(woord) - len(doel)) > 1:
        return False
    i = 0
    for a, b in zip(woord, doel, strict=False):
        if a != b:
            break
        i += 1
    if i == 0:
        return False
    rest, nodig = woord[i:], doel[i:]
    if gelijk(rest[1:], nodig[1:]) or gelijk(rest[1:], nodig) or gelijk(rest, nodig[1:]):
        return True
    return rest[:2] == nodig[1::-1] and len(nodig) > 1 and gelijk(rest[2:], nodig[2:])

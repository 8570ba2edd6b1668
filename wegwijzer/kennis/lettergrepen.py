"""Counts the syllables of Dutch words by their vowels. How well it counts: docs/decisions/0016-readability.md."""

from __future__ import annotations

import re

from wegwijzer.kennis.leeswoorden import AFKORTINGEN

KLINKER = re.compile(
    r"aai|ooi|oei|eeuw|ieuw|eau|éé|óó|áá|aa|ee|oo|uu|ie|oe|eu|ui|ou|au|ei|ij|[aeiouyàáâäèéêëìíîïòóôöùúûü]",
    re.IGNORECASE,
)
"""One sounding vowel: what Dutch writes with several letters goes first; a letter with a trema starts a new one."""
_LETTERS = re.compile(r"[^\W\d_]+")


def lettergrepen(woord: str) -> int:
    """The syllables of one word, at least 1; a number, address or domain counts as one.

    Words with a hyphen are counted part by part. Abbreviations that are spelled out have a syllable for each letter.
    """
    if any(teken in woord for teken in ".@/") or any(teken.isdigit() for teken in woord):
        return 1
    return max(1, sum(_deel(deel) for deel in _LETTERS.findall(woord)))


def _deel(deel: str) -> int:
    if deel.lower() in AFKORTINGEN:
        return AFKORTINGEN[deel.lower()]
    if deel.isupper() and 1 < len(deel) <= 4:
        return len(deel)
    return len(KLINKER.findall(deel))

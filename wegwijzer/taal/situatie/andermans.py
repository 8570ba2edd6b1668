"""Sentences about the child of a neighbour, a friend or a colleague, read over: those facts are not this child's."""

from __future__ import annotations

import re

_KIND = "zoon|zoontje|dochter|dochtertje|kind|kindje|kinderen|jongen|jongetje|meisje|tweeling"
_ANDER = (
    "buurvrouw|buurman|buren|buurtgenoot|vriendin|vriend|vrienden|vriendinnen|collega|collegas|collega's|kennis|kennissen"
    "|andere moeder|andere ouders"
)
_VRIENDJE = "vriendje|vriendinnetje|buurjongen|buurmeisje|buurkind|klasgenoot|klasgenootje|klasgenote|neefje|nichtje"
_LID = "de|het|een|mijn|onze|m'n|mn|n"
_EIGEN = r"(?:\b(?:mijn|mij|onze|ons|mn|m'n|wij|we|ik|zelf)\b)"
_NIET_VOOR = "".join(f"(?<!{vraag}{lid})" for vraag in ("voor ", "over ") for lid in ("", "de ", "het ", "een "))
"""Who asks for the son of a friend means him."""
_ANDERMANS = re.compile(
    rf"(?:{_NIET_VOOR}\b(?:{_KIND}) (?:van|v\.?d\.?)(?: (?:{_LID}|goede|beste)){{0,2}} (?:{_ANDER})\b"
    rf"|\b(?:{_LID})(?: (?:goede|beste))? (?:{_ANDER}|{_VRIENDJE}) (?:haar|zijn|d'?r|z'?n|hun) (?:{_KIND})\b"
    rf"|{_NIET_VOOR}\b(?:{_KIND}) van (?:hiernaast|de overkant|een ander|iemand anders)\b"
    rf"|\b(?:zijn|haar|z'n|d'r) (?:beste )?(?:{_VRIENDJE}|vriend|vriendin) (?:zit|zat|gaat|ging|is|was|heeft)\b"
    rf"|\bbij (?:{_LID})(?: (?:goede|andere|beste))? (?:{_VRIENDJE}|{_ANDER})\b)"
    rf"(?:(?!,? (?:en|maar|,) ?(?:bij |nu |ook )?{_EIGEN}|, {_EIGEN}"
    rf"| en nu (?:hij|ze|zij|wil|gaat|zit)\b)[^.?!;\n]){{0,240}}",
    re.IGNORECASE,
)
"""From the other's child to the end of the sentence, or to where it turns to the parent's own."""


def zonder_andermans_kind(tekst: str) -> str:
    """`tekst` with spaces for what it tells of somebody else's child; every other character stays in its place."""
    return _ANDERMANS.sub(lambda m: " " * len(m[0]), tekst)

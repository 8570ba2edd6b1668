"""Who writes: a parent, or a pupil who needs an answer of their own."""

from __future__ import annotations

from collections.abc import Set

JONGERE = {
    "suicide": "suicide_jongere",
    "mishandeling": "mishandeling_jongere",
    "geweld_thuis_door_kind": "mishandeling_jongere",
    "zorgvraag": "zorgvraag_jongere",
    "ouder_op": "zorgvraag_jongere",
    "acute_hulp": "acute_hulp_jongere",
    "geweld_school": "geweld_school_jongere",
}
"""The answer for a pupil, where there is one. Kinds: keys of `antwoorden` in `noodhulp.yml`."""
THUIS = ("mishandeling", "geweld_thuis_door_kind")
"""Violence that is answered as violence at home, unless the message says that it happened at school."""


def is_jongere(kenmerken: Set[str]) -> bool:
    """Whether a pupil writes, by the marks (`schrijver` in `noodhulp.yml`) found in the message.

    A parent's mark (`ouder`: "mijn zoon") always wins. A pupil's mark (`jongere`: "mijn mentor") counts next. Without
    either, who writes only about himself (`ik`, and nobody else: `ander`) gets the answer that speaks to himself.
    """
    if "ouder" in kenmerken:
        return False
    return "jongere" in kenmerken or ("ik" in kenmerken and "ander" not in kenmerken)


def voor_schrijver(soort: str, kenmerken: Set[str]) -> str:
    """The kind of answer that fits the writer, and the place: blows among pupils are not violence at home."""
    if soort in THUIS and "school" in kenmerken and "thuis" not in kenmerken:
        soort = "geweld_school"
    if soort in ("ouder_op", "geweld_thuis_door_kind") and "jongere" not in kenmerken:
        return soort
    return JONGERE.get(soort, soort) if is_jongere(kenmerken) else soort

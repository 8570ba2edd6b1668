"""How it ended: danger that is over, found again or made up asks for care, not for an alarm."""

from __future__ import annotations

from collections.abc import Iterable

WEER = "weer"
"""It is not over: nothing in the message is softened."""
GEVONDEN = "gevonden"
"""Someone who was missing is there again: softens only that kind."""
VERMIST = "vermist"


def is_afgelopen(soort: str, zin: int, aflopen: Iterable[tuple[str, int]]) -> bool:
    """Whether danger of the kind `soort` in sentence number `zin` is told as over or made up.

    `aflopen`: the keys under `afloop` in `noodhulp.yml` that were found, each with its sentence. One counts for its
    own sentence and for the one before.
    """
    gevonden = list(aflopen)
    if any(naam == WEER for naam, _ in gevonden):
        return False
    return any(plek in (zin, zin + 1) and (naam != GEVONDEN or soort == VERMIST) for naam, plek in gevonden)

"""Finds the word that was meant when a phone keyboard dropped, doubled, swapped or replaced a letter."""

from __future__ import annotations

from collections.abc import Iterable

KORTST = 4
"""Shorter words are left as they are (letters)."""
VERVANG_VANAF = 7
"""From this length a replaced letter is forgiven too; in a shorter word it too often gives another word (letters)."""


class Tikfouten:
    """Words that must be found even when mistyped; a lookup costs a fixed number of steps a letter."""

    def __init__(self, woorden: Iterable[str]) -> None:
        self._woorden = frozenset(woorden)
        self._vormen: dict[str, str] = {}
        self._met_gat: dict[tuple[int, str], str] = {}
        for woord in sorted(self._woorden):
            for i in range(1, len(woord)):
                zonder = woord[:i] + woord[i + 1 :]
                self._vormen.setdefault(zonder, woord)
                self._vormen.setdefault(woord[:i] + woord[i + 1 : i + 2] + woord[i] + woord[i + 2 :], woord)
                if len(woord) >= VERVANG_VANAF:
                    self._met_gat.setdefault((i, zonder), woord)

    def bedoeld(self, woord: str) -> str | None:
        """The word that differs from `woord` by one slip (never its first letter), or None."""
        if woord in self._woorden:
            return None
        if woord in self._vormen:
            return self._vormen[woord]
        if len(woord) < KORTST:
            return None
        for i in range(1, len(woord)):
            zonder = woord[:i] + woord[i + 1 :]
            if zonder in self._woorden:
                return zonder
            if (i, zonder) in self._met_gat:
                return self._met_gat[i, zonder]
        return None

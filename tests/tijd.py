"""How much longer one thing takes than another, measured side by side: a bare time says little on a shared machine."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from timeit import Timer

_TEKEN = re.compile(r"\w+|\W")
_LETTER = re.compile(r"[aeiou]")


def verhouding(doe: Callable[[], object], naast: Callable[[], object], keer: int = 5) -> float:
    """Measures two things in turn and compares the best of each.

    Args:
        doe: What is measured.
        naast: What it is measured against; takes at least a tenth of a millisecond, or the clock says nothing.
        keer: How many times both are done. Each gets one more run first, for what is made or remembered only once.

    Returns:
        The time of `doe` divided by that of `naast`, in processor time of this thread: what others do on the
        machine, and collecting garbage, do not count.
    """
    klokken = [Timer(ding, timer=time.thread_time) for ding in (doe, naast)]
    rondes = [[klok.timeit(1) for klok in klokken] for _ in range(keer + 1)]
    return min(ronde[0] for ronde in rondes[1:]) / max(min(ronde[1] for ronde in rondes[1:]), 1e-6)


def lezen(tekst: str, keer: int = 1) -> Callable[[], object]:
    """Gives plain work on a text to compare with: finds its words, and one substitution in each.

    Args:
        tekst: The text.
        keer: How many times the text is read.

    Returns:
        A function that does the work; its time grows in proportion to the length of the text.
    """

    def doe() -> object:
        return [[_LETTER.sub("*", woord.casefold()) for woord in _TEKEN.findall(tekst)] for _ in range(keer)]

    return doe

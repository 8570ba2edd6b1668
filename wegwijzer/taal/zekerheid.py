"""How sure the recogniser may say it is: its confidences made honest before anybody reads them.

The recogniser's own confidences are too modest in the middle (said 0.45, right 0.7), for its sharpness was set on
questions that were written near the borders of their topics. Decisions keep to those, because the thresholds of
`gesprek/` are set on them; what is given out (batch, trace of the helpdesk, report, trial of the editors) is sharpened
here by one number.
"""

from __future__ import annotations

from collections.abc import Sequence

SCHERPER = 1.38
"""Each confidence to this power, then shared out again. Least log loss on 1,794 example questions by two other writers
before any model had learned them (`benchmarks/zekerheid.py`; 95 %: 1.31-1.46), none of them a test question."""


def geijkt(ranking: Sequence[tuple[str, float]], scherper: float = SCHERPER) -> list[tuple[str, float]]:
    """`ranking` (labels with confidence, the likeliest first, perhaps cut off) with honest ones, in the same order.

    What a ranking leaves out counts as a tail that falls off evenly from its last confidence.
    """
    if not ranking:
        return []
    machten = [kans**scherper for _, kans in ranking]
    som = sum(machten) + _staart(ranking[-1][1], 1.0 - sum(kans for _, kans in ranking), scherper)
    return [(naam, macht / som if som else 0.0) for (naam, _), macht in zip(ranking, machten, strict=True)]


def _staart(laatste: float, rest: float, scherper: float) -> float:
    """The sum of powers of confidences that go on after `laatste`, shrink evenly and add up to `rest`."""
    if laatste <= 0 or rest <= 0:
        return 0.0
    krimp = (rest / (laatste + rest)) ** scherper
    return float(laatste**scherper * krimp / (1.0 - krimp))

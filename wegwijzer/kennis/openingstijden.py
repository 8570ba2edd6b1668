"""Opening hours as editors write them: `ma-vr 09:00-12:30, 13:30-16:30; za 10:00-12:00` or `24/7`."""

from __future__ import annotations

import re
from datetime import time

DAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")
_GROEP = re.compile(
    r"^(?P<dagen>[a-z]{2}(?:-[a-z]{2})?(?:, ?[a-z]{2})*) (?P<tijden>\d\d:\d\d-\d\d:\d\d(?:, ?\d\d:\d\d-\d\d:\d\d)*)$"
)

Week = dict[int, list[tuple[time, time]]]


def ontleed(tekst: str) -> Week:
    """Opening hours by weekday (0 = Monday). Raises ValueError, in Dutch, on anything else."""
    week: Week = {dag: [] for dag in range(7)}
    if tekst.strip() == "24/7":
        return {dag: [(time(0), time(23, 59, 59))] for dag in range(7)}
    for groep in tekst.split(";"):
        gevonden = _GROEP.match(groep.strip())
        if not gevonden:
            raise ValueError(f"{groep.strip()!r} is geen tijd zoals 'ma-vr 09:00-12:30, 13:30-16:30'")
        tijden = [_periode(deel.strip()) for deel in gevonden["tijden"].split(",")]
        for deel in gevonden["dagen"].split(","):
            for dag in _dagen(deel.strip()):
                week[dag].extend(tijden)
    return week


def _dagen(deel: str) -> range:
    eerste, _, laatste = deel.partition("-")
    for dag in (eerste, laatste or eerste):
        if dag not in DAGEN:
            raise ValueError(f"{dag!r} is geen dag; gebruik ma, di, wo, do, vr, za of zo")
    if laatste and DAGEN.index(laatste) < DAGEN.index(eerste):
        raise ValueError(f"{deel!r} loopt over zondag heen; splits het met een komma, als 'vr-zo, ma'")
    return range(DAGEN.index(eerste), DAGEN.index(laatste or eerste) + 1)


def _periode(deel: str) -> tuple[time, time]:
    try:
        van, tot = (time.fromisoformat(t if t != "24:00" else "23:59:59") for t in deel.split("-"))
    except ValueError:
        raise ValueError(f"{deel!r} noemt een tijd die niet bestaat") from None
    if tot <= van:
        raise ValueError(f"{deel!r} eindigt voor het begin")
    return van, tot

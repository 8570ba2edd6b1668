"""Rate limits: a token bucket for each key, in memory and bounded in number. Counts per worker process."""

from __future__ import annotations

from collections import OrderedDict

MAX_SLEUTELS = 20_000
"""So many buckets at once (about 4 MB); the one that was untouched longest makes way."""


class Emmers:
    """At most `aantal` in a row for each key, and on average `aantal` in `duur` seconds."""

    def __init__(self, aantal: int, duur: float, hoogstens: int = MAX_SLEUTELS) -> None:
        self._aantal = float(aantal)
        self._per_seconde = aantal / duur
        self._hoogstens = hoogstens
        self._emmers: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def neem(self, sleutel: str, nu: float) -> float:
        """Take one at time `nu` (seconds, a clock that does not go back); 0.0 when it may, else the seconds to wait."""
        inhoud, sinds = self._emmers.pop(sleutel, (self._aantal, nu))
        inhoud = min(self._aantal, inhoud + max(0.0, nu - sinds) * self._per_seconde)
        mag = inhoud >= 1.0
        self._emmers[sleutel] = (inhoud - 1.0 if mag else inhoud, nu)
        while len(self._emmers) > self._hoogstens:
            self._emmers.popitem(last=False)
        return 0.0 if mag else (1.0 - inhoud) / self._per_seconde

    def __len__(self) -> int:
        return len(self._emmers)

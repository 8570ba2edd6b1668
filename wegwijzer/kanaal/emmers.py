"""Rate limits: a token bucket for each key, in memory and bounded in number. Counts per worker process.

A key may be a network address: it is held only as a salted hash, and no longer than an hour after it was last used.
"""

from __future__ import annotations

import hashlib
import secrets
import weakref
from collections import OrderedDict

MAX_SLEUTELS = 20_000
"""So many buckets at once (about 4 MB); the one that was untouched longest makes way."""
VERGEET = 3_600.0
"""A bucket that was untouched for so long goes (seconds): it is full again by then."""


_ALLE: weakref.WeakSet[Emmers] = weakref.WeakSet()


def vergeet_alle(nu: float) -> None:
    """Drop in every set of buckets what was untouched for an hour; for whoever looks at the service now and then."""
    for emmers in list(_ALLE):
        emmers.vergeet(nu)


class Emmers:
    """At most `aantal` in a row for each key, and on average `aantal` in `duur` seconds (at most an hour)."""

    def __init__(self, aantal: int, duur: float, hoogstens: int = MAX_SLEUTELS) -> None:
        self._aantal = float(aantal)
        self._per_seconde = aantal / duur
        self._hoogstens = hoogstens
        _ALLE.add(self)
        self._zout = secrets.token_bytes(32)
        self._emmers: OrderedDict[bytes, tuple[float, float]] = OrderedDict()

    def neem(self, sleutel: str, nu: float) -> float:
        """Take one at time `nu` (seconds, a clock that does not go back); 0.0 when it may, else the seconds to wait."""
        self.vergeet(nu)
        merk = hashlib.blake2b(sleutel.encode("utf-8", "replace"), key=self._zout, digest_size=16).digest()
        inhoud, sinds = self._emmers.pop(merk, (self._aantal, nu))
        inhoud = min(self._aantal, inhoud + max(0.0, nu - sinds) * self._per_seconde)
        mag = inhoud >= 1.0
        self._emmers[merk] = (inhoud - 1.0 if mag else inhoud, nu)
        while len(self._emmers) > self._hoogstens:
            self._emmers.popitem(last=False)
        return 0.0 if mag else (1.0 - inhoud) / self._per_seconde

    def vergeet(self, nu: float) -> None:
        """Drop what was untouched for an hour at time `nu`; the one that was untouched longest stands first."""
        while self._emmers and nu - next(iter(self._emmers.values()))[1] >= VERGEET:
            self._emmers.popitem(last=False)

    def __len__(self) -> int:
        return len(self._emmers)

"""The locks that give each conversation one turn at a time over all workers: in Redis, or in this process alone.

On the website the database is what decides (opslag/sessies.py); Redis keeps the order for Rasa's other channels too. So
without Redis for a moment, a worker goes on with its own memory.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from rasa.core.lock import TicketLock
from rasa.core.lock_store import InMemoryLockStore, LockStore, RedisLockStore
from redis.exceptions import RedisError

from wegwijzer.opslag.sessies import BEURTDUUR
from wegwijzer.storing import plek_van

logger = logging.getLogger(__name__)
INSTELLING = "WEGWIJZER_REDIS"
WACHTWOORD = "WEGWIJZER_REDIS_WACHTWOORD"
GEDULD = 1.0
"""How long Redis may take (seconds): Rasa asks it on the event loop."""
RUST = 5.0
"""After a failure Redis is left alone for so long (seconds)."""


class RedisFout(ValueError):
    """`WEGWIJZER_REDIS` cannot be used; the message says in Dutch why, without the setting's own words."""


class GedeeldeSloten(RedisLockStore):
    """Rasa's Redis lock store that lives through a Redis that is away, and lets locks of a dead worker expire."""

    def __init__(self, host: str, port: int, db: int, username: str | None, password: str | None, ssl: bool) -> None:
        super().__init__(host, port, db, username, password, use_ssl=ssl, key_prefix="wegwijzer", socket_timeout=GEDULD)
        self._eigen = InMemoryLockStore()
        self._weer = 0.0

    def issue_ticket(self, conversation_id: str, lock_lifetime: float = BEURTDUUR) -> int:
        """A ticket that holds no longer than a turn may last, so that a dead worker holds nobody up for long."""
        return int(super().issue_ticket(conversation_id, min(lock_lifetime, BEURTDUUR)))

    def get_lock(self, conversation_id: str) -> TicketLock | None:
        """The lock; from this worker's memory while Redis is away."""
        if time.monotonic() >= self._weer:
            try:
                return super().get_lock(conversation_id)
            except (RedisError, OSError, ValueError) as fout:
                self._meld(fout)
        return self._eigen.get_lock(conversation_id)

    def save_lock(self, lock: TicketLock) -> None:
        """Store the lock, and let Redis drop it when no turn can still hold it."""
        if time.monotonic() >= self._weer:
            try:
                self.red.set(self.key_prefix + lock.conversation_id, lock.dumps(), ex=int(3 * BEURTDUUR))
                return
            except (RedisError, OSError) as fout:
                self._meld(fout)
        self._eigen.save_lock(lock)

    def delete_lock(self, conversation_id: str) -> None:
        """Delete the lock wherever it is."""
        self._eigen.delete_lock(conversation_id)
        if time.monotonic() >= self._weer:
            try:
                super().delete_lock(conversation_id)
            except (RedisError, OSError) as fout:
                self._meld(fout)

    def _meld(self, fout: Exception) -> None:
        self._weer = time.monotonic() + RUST
        logger.error("Redis antwoordt niet; deze werker houdt de volgorde zelf bij: %s", plek_van(fout))


def sloten(omgeving: Mapping[str, str] | None = None) -> LockStore:
    """The lock store of `WEGWIJZER_REDIS` (`redis://machine:6379/1`), else the one in memory. Raises RedisFout."""
    omgeving = os.environ if omgeving is None else omgeving
    gegeven = omgeving.get(INSTELLING, "")
    if not gegeven:
        return InMemoryLockStore()
    try:
        delen = urlsplit(gegeven)
        poort, db = delen.port or 6379, int(delen.path.strip("/") or 1)
    except ValueError:
        raise RedisFout(_HOE) from None
    if delen.scheme not in ("redis", "rediss") or not delen.hostname:
        raise RedisFout(_HOE)
    wachtwoord = omgeving.get(WACHTWOORD) or (unquote(delen.password) if delen.password else None)
    naam = unquote(delen.username) if delen.username else None
    return GedeeldeSloten(delen.hostname, poort, db, naam, wachtwoord, delen.scheme == "rediss")


_HOE = f"{INSTELLING} is een adres als redis://machine:6379/1 (wachtwoord: {WACHTWOORD})."

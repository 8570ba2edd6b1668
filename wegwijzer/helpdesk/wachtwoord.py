"""Passwords: which may be chosen, and their argon2id hashes, made and checked away from the event loop."""

from __future__ import annotations

import asyncio
import re
import secrets
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from wegwijzer.kanaal.fouten import Fout

T = TypeVar("T")
KORTSTE, LANGSTE = 12, 200
"""Characters of a password."""
TEGELIJK, WACHTRIJ = 2, 12
"""So many hashes at once (64 MiB each), and so many that wait; one more is told to come back."""
GEWOON = (
    "wachtwoord", "password", "passwort", "passw", "welkom", "welcome", "geheim", "hallo", "admin", "beheerder",
    "beheer", "redacteur", "redactie", "helpdesk", "wegwijzer", "qwertyuiop", "qwerty", "azerty", "asdfgh", "zxcvbnm",
    "letmein", "iloveyou", "ikhouvanjou", "abcdefghijklmnopqrstuvwxyz", "abcdefghijkl", "abcd", "abc", "test",
    "changeme", "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december", "lente", "zomer", "herfst", "winter", "voetbal", "ajax", "feyenoord", "nederland", "school",
    "secret", "monkey", "dragon", "master", "login", "user", "gebruiker", "root", "pass", "computer", "internet",
)  # fmt: skip
"""What the commonest passwords are made of, with some digits and signs around it."""
_LEET = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i"})
_ALFABET = "abcdefghjkmnpqrstuvwxyz23456789"


class WachtwoordFout(ValueError):
    """A password that may not be used; the message says in Dutch why."""


def keur(wachtwoord: str, naam: str) -> None:
    """Raises WachtwoordFout for one that is too short, too common, or the name itself."""
    if len(wachtwoord) < KORTSTE:
        raise WachtwoordFout(f"Kies een wachtwoord van minstens {KORTSTE} tekens. Een korte zin mag ook.")
    if len(wachtwoord) > LANGSTE:
        raise WachtwoordFout(f"Kies een wachtwoord van hoogstens {LANGSTE} tekens.")
    klein = unicodedata.normalize("NFKC", wachtwoord).casefold()
    namen = [deel for deel in re.split(r"[\s.'@-]+", naam.casefold()) if len(deel) > 2]
    kern = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", klein)
    vormen = [klein, klein.translate(_LEET), *([kern.translate(_LEET)] if kern else [])]
    if len(set(klein)) < 6 or any(_te_gewoon(vorm, [*GEWOON, *namen]) for vorm in vormen):
        raise WachtwoordFout("Dit wachtwoord is te makkelijk te raden. Kies bijvoorbeeld vier losse woorden.")


def _te_gewoon(wachtwoord: str, woorden: list[str]) -> bool:
    """Whether little is left without common words, digits, signs and repetition."""
    rest = wachtwoord
    for woord in sorted(woorden, key=len, reverse=True):
        rest = rest.replace(woord, " ")
    letters = re.sub(r"[\W\d_]", "", rest)
    cijfers = re.sub(r"\D", "", wachtwoord)
    return len(set(letters)) < 4 and (len(set(cijfers)) < 6 or _op_rij(cijfers))


def _op_rij(cijfers: str) -> bool:
    stappen = {(int(b) - int(a)) % 10 for a, b in pairwise(cijfers)}
    return len(stappen) == 1


def bedenk() -> str:
    """A new password: 4 groups of 5, without letters that look alike; 99 bits."""
    return "-".join("".join(secrets.choice(_ALFABET) for _ in range(5)) for _ in range(4))


def maak_hash(wachtwoord: str) -> str:
    """The argon2id hash, with salt and parameters in it; some 50 ms and 64 MiB."""
    return str(_hasher().hash(_netjes(wachtwoord)))


def klopt(bewaard: str | None, wachtwoord: str) -> tuple[bool, str | None]:
    """Whether this is the password, and a new hash where the parameters have changed since.

    Without a hash the answer is no, after as much work as with one.
    """
    hasher = _hasher()
    try:
        hasher.verify(bewaard or _nep(), _netjes(wachtwoord))
    except (VerificationError, InvalidHashError):
        return False, None
    if bewaard is None:
        return False, None
    return True, maak_hash(wachtwoord) if hasher.check_needs_rehash(bewaard) else None


class Wachtwoorden:
    """The threads on which hashes are made: one for a whole process."""

    def __init__(self) -> None:
        self._draden = ThreadPoolExecutor(TEGELIJK, thread_name_prefix="wachtwoorden")
        self._bezig = 0

    async def maak_hash(self, wachtwoord: str) -> str:
        """See `maak_hash`. Raises Fout("te_snel") where too many wait."""
        return await self._doe(lambda: maak_hash(wachtwoord))

    async def klopt(self, bewaard: str | None, wachtwoord: str) -> tuple[bool, str | None]:
        """See `klopt`. Raises Fout("te_snel") where too many wait."""
        return await self._doe(lambda: klopt(bewaard, wachtwoord))

    async def _doe(self, werk: Callable[[], T]) -> T:
        if self._bezig >= TEGELIJK + WACHTRIJ:
            raise Fout("te_snel", 2)
        self._bezig += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._draden, werk)
        finally:
            self._bezig -= 1


@lru_cache(maxsize=1)
def _hasher() -> PasswordHasher:
    return PasswordHasher()


@lru_cache(maxsize=1)
def _nep() -> str:
    """A hash that no password has, with the parameters of today."""
    return str(_hasher().hash(secrets.token_urlsafe(32)))


def _netjes(wachtwoord: str) -> str:
    """One form for letters that can be typed in several ways."""
    return unicodedata.normalize("NFKC", wachtwoord)

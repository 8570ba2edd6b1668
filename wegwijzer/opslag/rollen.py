"""Who is at the helpdesk, and what a role may do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Rol(IntEnum):
    """Each may also do what the lower ones may."""

    HELPDESK = 1
    REDACTEUR = 2
    BEHEERDER = 3

    @property
    def naam(self) -> str:
        """As it is written on a page and on the command line."""
        return self.name.lower()

    @classmethod
    def lees(cls, naam: str) -> Rol:
        """The role of this name. Raises ValueError for any other word."""
        try:
            return cls[naam.strip().upper()]
        except KeyError:
            raise ValueError(f"Er is geen rol {naam!r}; kies {', '.join(r.naam for r in cls)}.") from None


@dataclass(frozen=True)
class Bezoeker:
    """Who is logged in. `account`: the number of the account; `naam`: its name, as it is shown."""

    account: int
    naam: str
    rol: Rol

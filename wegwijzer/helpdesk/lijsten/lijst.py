"""A list of questions with its answers, as far as they are there. Held in memory, redacted, for a short time."""

from __future__ import annotations

import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

WACHT, LOOPT, KLAAR, GESTOPT, MISLUKT = "wacht", "loopt", "klaar", "gestopt", "mislukt"
BEZIG = (WACHT, LOOPT)
ONBEKEND = "onduidelijk"
"""The topic of the contract where nothing that is known answered."""


@dataclass
class Rij:
    """One conversation. `vragen` are redacted; `beurten` as the contract writes them, None while not answered."""

    id: str
    vragen: tuple[str, ...]
    verwacht: str = ""
    nu: str = ""
    beurten: list[Mapping[str, Any]] | None = None
    fout: str = ""

    @property
    def laatste(self) -> Mapping[str, Any]:
        """The last turn; empty while there is none."""
        return self.beurten[-1] if self.beurten else {}

    @property
    def onderwerp(self) -> str:
        """What answered."""
        return str(self.laatste.get("topic") or "")

    @property
    def zekerheid(self) -> float:
        """How sure the recogniser was of its first choice."""
        ranking = self.laatste.get("ranking") or []
        return float(ranking[0]["confidence"]) if ranking else 0.0

    @property
    def stap(self) -> str:
        """The step that is open."""
        return str((self.laatste.get("slots") or {}).get("stap") or "")

    @property
    def waarom(self) -> str:
        """The reason that the conversation gave."""
        return str(self.laatste.get("why") or "")

    @property
    def antwoord(self) -> str:
        """All replies of the last turn."""
        return "\n\n".join(str(a["text"]) for a in self.laatste.get("replies") or [])

    @property
    def kort(self) -> str:
        """The longest reply of the last turn, which is what answers: others welcome, or ask."""
        return max((str(a["text"]) for a in self.laatste.get("replies") or []), key=len, default="")

    @property
    def beantwoord(self) -> bool:
        """Whether it was tried and something that is known answered."""
        return self.beurten is not None and self.onderwerp != ONBEKEND

    @property
    def oordeel(self) -> str:
        """`goed` or `fout` beside what was expected; empty where nothing was, or it has not been tried."""
        if not self.verwacht or self.beurten is None:
            return ""
        return "goed" if self.onderwerp == self.verwacht else "fout"


@dataclass
class Loop:
    """How far a run is. `staat` is one of the words above; `waarom` says what went wrong."""

    van: int
    klaar: int = 0
    staat: str = WACHT
    waarom: str = ""

    @property
    def bezig(self) -> bool:
        """Whether it waits or runs."""
        return self.staat in BEZIG

    def als_dict(self) -> dict[str, Any]:
        """For a script that follows it."""
        return {"klaar": self.klaar, "van": self.van, "staat": self.staat, "bezig": self.bezig}


@dataclass
class Lijst:
    """One list of one account (`van`, its number)."""

    naam: str
    van: int
    rijen: list[Rij]
    id: str = field(default_factory=lambda: secrets.token_urlsafe(9).replace("-", "x").replace("_", "y"))
    sinds: float = field(default_factory=time.time)
    ander: list[Rij] | None = None
    """The same questions, answered by another version or model."""
    ander_naam: str = ""
    ander_loop: Loop | None = None

    def __post_init__(self) -> None:
        self.loop = Loop(len(self.rijen))

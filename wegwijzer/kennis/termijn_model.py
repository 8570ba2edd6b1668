"""The rules of the legal terms as typed, immutable objects. Field names are those of `termijnen.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wegwijzer.kennis.model import Herkomst


@dataclass(frozen=True)
class Gebeurtenis:
    """A day from which terms run, such as a decision. `brief`: the date on the letter is the one that counts.

    `onderwerpen`: the topics at which the day is asked; `stil`: remembered when told, but not brought up.
    """

    id: str
    naam: str
    vraag: str
    geen: str
    onderwerpen: tuple[str, ...] = ()
    brief: bool = False
    stil: bool = False
    noot: str | None = None


@dataclass(frozen=True)
class Duur:
    """A length of time; all zero but one. A term in `uren` gives no date: it hangs on the child's timetable."""

    dagen: int = 0
    weken: int = 0
    jaren: int = 0
    uren: int = 0
    binnen_lesweken: int = 0


@dataclass(frozen=True)
class Termijnenwet:
    """Whether the Algemene termijnenwet moves the last day past a weekend or holiday, and why (not)."""

    geldt: bool
    reden: str


@dataclass(frozen=True)
class Termijnregel:
    """One legal term. `begint`: the events after which it runs; `daarna`: what an extension may add at most.

    `soort`: whose term it is (ouder, school, commissie), or `doel` for an aim without a right. The texts have gaps
    `{dag}`, `{verlengd}` and `{begin}`.
    """

    id: str
    naam: str
    kort: str
    begint: tuple[str, ...]
    duur: Duur
    soort: str
    voor: tuple[str, ...]
    lopend: str
    voorbij: str
    wet: tuple[str, ...]
    organisaties: tuple[str, ...]
    termijnenwet: Termijnenwet
    zekerheid: str
    bronnen: tuple[Herkomst, ...]
    daarna: Duur | None = None
    eerste_dag_telt: bool = False
    vertraagd: str | None = None
    gemeenten: tuple[str, ...] = ()


@dataclass(frozen=True)
class Termijnkennis:
    """All of `termijnen.yml`. `gelijkgesteld`: days made equal to a holiday by decree; `gelijkgesteld_zeker`: whether
    the decree itself was read."""

    gebeurtenissen: Mapping[str, Gebeurtenis] = field(default_factory=dict)
    regels: tuple[Termijnregel, ...] = ()
    gelijkgesteld: frozenset[date] = frozenset()
    gelijkgesteld_zeker: bool = False

    def van_onderwerp(self, onderwerp: str | None) -> Gebeurtenis | None:
        """The event whose day matters for this topic."""
        return next((g for g in self.gebeurtenissen.values() if onderwerp in g.onderwerpen), None)

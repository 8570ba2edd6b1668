"""Works out legal terms from the days that a parent named. Pure: dates and rules in, typed results out.

How is counted: the day of the event itself does not count (Awb 6:8; WVO 2020 8.8: "after the day of receipt"), so a
term of six weeks after a Tuesday ends on a Tuesday. A maximum duration (a suspension) counts its first day. Where the
Algemene termijnenwet applies to the rule, a last day in a weekend or on a holiday moves to the first day after it
(article 1); article 2 changes nothing for terms of a week or longer.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from enum import Enum

from wegwijzer.kennis.termijn_model import Duur, Termijnkennis, Termijnregel
from wegwijzer.pad.feestdagen import eerste_open_dag
from wegwijzer.pad.situatie import Situatie

MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


class Stand(Enum):
    """Where a term stands today: before its last day, on it, in its extension, or past."""

    LOPEND = "lopend"
    VANDAAG = "vandaag"
    VERTRAAGD = "vertraagd"
    VOORBIJ = "voorbij"


@dataclass(frozen=True)
class Termijn:
    """A rule worked out. `verlengd`: the last day with the longest extension; `dagen`: from today to the last day that
    still counts (0: today; negative: past)."""

    regel: Termijnregel
    begin: date
    laatste_dag: date
    verlengd: date | None
    dagen: int
    stand: Stand

    def tekst(self) -> str:
        """What the parent reads of this term in its present state."""
        regel = self.regel
        vorm = {Stand.VERTRAAGD: regel.vertraagd, Stand.VOORBIJ: regel.voorbij}.get(self.stand) or regel.lopend
        dagen = {"dag": self.laatste_dag, "verlengd": self.verlengd or self.laatste_dag, "begin": self.begin}
        return vorm.format(**{naam: leesbare_dag(dag) for naam, dag in dagen.items()})


def leesbare_dag(dag: date) -> str:
    """`15 december 2026`."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def tel_op(begin: date, duur: Duur) -> date:
    """`begin` plus `duur`; a year after 29 February is 28 February. Raises OverflowError at the end of the calendar."""
    jaar = begin.year + duur.jaren
    if jaar > MAXYEAR:
        raise OverflowError(f"jaar {jaar}")
    dag = begin.replace(year=jaar, day=min(begin.day, monthrange(jaar, begin.month)[1]))
    return dag + timedelta(days=duur.dagen + 7 * duur.weken)


def laatste_dag(
    begin: date, regel: Termijnregel, gelijkgesteld: Set[date] = frozenset(), verlengd: bool = False
) -> date:
    """The last day of the term, `verlengd` with its extension. Raises OverflowError at the end of the calendar.

    The extension is counted on from the term before any shift: at most ten weeks after the application (WVO 2020
    8.8 and 8.13), and only its own last day is shifted.
    """
    dag = tel_op(begin, regel.duur)
    if verlengd and regel.daarna is not None:
        dag = tel_op(dag, regel.daarna)
    if regel.eerste_dag_telt:
        dag -= timedelta(days=1)
    return eerste_open_dag(dag, gelijkgesteld) if regel.termijnenwet.geldt else dag


def bereken(regel: Termijnregel, begin: date, vandaag: date, kennis: Termijnkennis) -> Termijn | None:
    """The term as it stands `vandaag`; None for a term in hours, which no date follows from.

    A day made equal to a holiday by a decree that was not read itself counts only for the terms of others: the
    earliest day is the safe one for a parent, the latest before calling somebody else late.
    """
    if regel.duur.uren:
        return None
    gelijk = kennis.gelijkgesteld if kennis.gelijkgesteld_zeker or regel.soort != "ouder" else frozenset()
    dag = laatste_dag(begin, regel, gelijk)
    verlengd = laatste_dag(begin, regel, gelijk, verlengd=True) if regel.daarna is not None else None
    if vandaag <= dag:
        stand = Stand.VANDAAG if vandaag == dag else Stand.LOPEND
    else:
        stand = Stand.VERTRAAGD if verlengd is not None and vandaag <= verlengd else Stand.VOORBIJ
    eind = verlengd if verlengd is not None and vandaag > dag else dag
    return Termijn(regel, begin, dag, verlengd, (eind - vandaag).days, stand)


def geldt(regel: Termijnregel, situatie: Situatie) -> bool:
    """Whether the rule is for this child: its kind of school (open: the rules of po and vo) and its gemeente."""
    soort = situatie.onderwijssoort or situatie.sector()
    past = soort in regel.voor if soort else bool({"po", "vo"} & set(regel.voor))
    plaats = situatie.gemeente or situatie.plaats
    return past and (not regel.gemeenten or plaats is None or plaats in regel.gemeenten)


def regels_van(gebeurtenis: str, situatie: Situatie, kennis: Termijnkennis) -> list[Termijnregel]:
    """The rules that run from an event, for this child, in the order of the file."""
    return [r for r in kennis.regels if gebeurtenis in r.begint and geldt(r, situatie)]


def termijnen(situatie: Situatie, vandaag: date, kennis: Termijnkennis) -> list[Termijn]:
    """Every term of the days that are known, in the order of its last day."""
    return sorted(
        (t for g in situatie.gebeurtenissen for t in van_gebeurtenis(g, situatie, vandaag, kennis)),
        key=lambda t: (t.verlengd or t.laatste_dag, t.regel.id),
    )


def van_gebeurtenis(gebeurtenis: str, situatie: Situatie, vandaag: date, kennis: Termijnkennis) -> list[Termijn]:
    """The terms of one event; empty where its day is not known."""
    dag = datum(situatie.gebeurtenissen, gebeurtenis)
    if dag is None:
        return []
    alle = (bereken(r, dag, vandaag, kennis) for r in regels_van(gebeurtenis, situatie, kennis))
    return [t for t in alle if t is not None]


def datum(gebeurtenissen: Mapping[str, str], gebeurtenis: str) -> date | None:
    """The remembered day (ISO) as a date; None where there is none that can be read."""
    try:
        return date.fromisoformat(gebeurtenissen.get(gebeurtenis, ""))
    except ValueError:
        return None


def eerst_open(alle: Iterable[Termijn]) -> Termijn | None:
    """Of the parent's own terms the one that ends first and is not past."""
    open_ = (t for t in alle if t.regel.soort == "ouder" and t.stand is not Stand.VOORBIJ)
    return min(open_, key=lambda t: t.laatste_dag, default=None)

"""The road as a graph: what follows from what, gathered into as few conditions as say it. Knows no conversation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

Rij = tuple[Mapping[str, str], str]
"""What held (feature → value, "" where it did not), and where it led."""
ANDERS = "anders"
"""The condition of what holds when none of the others does."""


@dataclass(frozen=True)
class Uitgang:
    """One way out of a node: the parent's `antwoorden` (any of them), where `als` holds (empty: always), to `naar`."""

    antwoorden: tuple[str, ...]
    als: tuple[str, ...]
    naar: str


@dataclass(frozen=True)
class Knoop:
    """A place on the road. `soort`: begin, vraag, stap, bericht or einde; `nummer` is that of a step, else None."""

    id: str
    soort: str
    naam: str
    uitgangen: tuple[Uitgang, ...] = ()
    nummer: int | None = None
    noot: str | None = None


@dataclass(frozen=True)
class Weg:
    """The whole road. `bij_elke_stap`: the ways out that all steps have; `terzijde`: side ways (name, when)."""

    titel: str
    knopen: tuple[Knoop, ...]
    bij_elke_stap: tuple[Uitgang, ...]
    altijd: str
    terzijde: tuple[tuple[str, str], ...]

    def merk(self, id_: str) -> str:
        """The short mark of a node: a step's number, a letter for a question, else an empty string."""
        knoop = next(k for k in self.knopen if k.id == id_)
        if knoop.nummer is not None:
            return str(knoop.nummer)
        vragen = [k.id for k in self.knopen if k.soort == "vraag"]
        return chr(ord("A") + vragen.index(id_)) if id_ in vragen else ""

    def uitgangen(self) -> Iterator[tuple[Knoop, Uitgang]]:
        """Every way out that is drawn with its node; not those of `bij_elke_stap`."""
        return ((k, u) for k in self.knopen for u in k.uitgangen)


@dataclass(frozen=True)
class Overgang:
    """One observed transition: in a situation with `kenmerken`, `antwoord` at `van` led to `naar`."""

    van: str
    antwoord: str
    kenmerken: Mapping[str, str]
    naar: str


def uitgangen(gezien: Sequence[Overgang]) -> tuple[Uitgang, ...]:
    """The fewest ways out that tell the same as the transitions of one node.

    Raises ValueError where two transitions with the same answer and features lead to different nodes.
    """
    per_antwoord: dict[str, list[Rij]] = {}
    for o in gezien:
        per_antwoord.setdefault(o.antwoord, []).append((o.kenmerken, o.naar))
    groepen: dict[tuple[tuple[tuple[str, ...], str], ...], list[str]] = {}
    for antwoord, rijen in per_antwoord.items():
        groepen.setdefault(tuple(beslislijst(rijen)), []).append(antwoord)
    return tuple(Uitgang(tuple(a), als, naar) for lijst, a in groepen.items() for als, naar in lijst)


def beslislijst(rijen: Sequence[Rij]) -> list[tuple[tuple[str, ...], str]]:
    """(features, target) rows as a list of conditions of which the first that holds counts; the last is `anders`.

    A condition is a tuple of texts of which any may hold; empty where the target never differs. The list is as short
    as can be. Raises ValueError where the features do not decide the target.
    """
    tabel = list({(frozenset((k, w) for k, w in kenmerken.items() if w), naar) for kenmerken, naar in rijen})
    letters = sorted({letter for rij, _ in tabel for letter in rij})
    voorwaarden = [frozenset(v) for n in (1, 2) for v in combinations(letters, n)]
    for lengte in range(len(tabel) + 1):
        lijst = _kortste(sorted(tabel, key=lambda r: (sorted(r[0]), r[1])), voorwaarden, lengte)
        if lijst is not None:
            break
    else:
        raise ValueError(f"de kenmerken bepalen niet waar het heen gaat: {sorted({n for _, n in rijen})}")
    samen: list[tuple[tuple[str, ...], str]] = []
    for als, naar in lijst:
        if samen and samen[-1][1] == naar and als != ANDERS:
            samen[-1] = ((*samen[-1][0], als), naar)
        else:
            samen.append(((als,), naar))
    return samen if len(samen) > 1 else [((), samen[0][1])]


def _kortste(
    tabel: Sequence[tuple[frozenset[tuple[str, str]], str]], voorwaarden: Sequence[frozenset[tuple[str, str]]], n: int
) -> list[tuple[str, str]] | None:
    """A list of at most `n` conditions and `anders`; None where there is none so short."""
    if len({naar for _, naar in tabel}) == 1:
        return [(ANDERS, tabel[0][1])]
    if n == 0:
        return None
    for voorwaarde in voorwaarden:
        doelen = {naar for rij, naar in tabel if voorwaarde <= rij}
        if len(doelen) == 1:
            rest = _kortste([r for r in tabel if not voorwaarde <= r[0]], voorwaarden, n - 1)
            if rest is not None:
                return [(" en ".join(sorted(w for _, w in voorwaarde)), doelen.pop()), *rest]
    return None


def gemeen(knopen: Sequence[Knoop]) -> tuple[tuple[Knoop, ...], tuple[Uitgang, ...]]:
    """The nodes without the ways out that all steps share, and those ways out once."""
    stappen = [k for k in knopen if k.soort == "stap"]
    delen = [u for u in stappen[0].uitgangen if all(u in s.uitgangen for s in stappen)] if stappen else []
    kaal = (replace(k, uitgangen=tuple(u for u in k.uitgangen if k.soort != "stap" or u not in delen)) for k in knopen)
    return tuple(kaal), tuple(delen)


def als_tekst(weg: Weg) -> str:
    """The road as lines of text: every node with its ways out."""
    namen = {k.id: f"{weg.merk(k.id)} {k.naam}".strip() for k in weg.knopen}
    regels = [weg.titel]
    for knoop in weg.knopen:
        regels += ["", namen[knoop.id], *([f"  ({knoop.noot})"] if knoop.noot else [])]
        regels += [f"  – {regel(u)} → {namen[u.naar]}" for u in knoop.uitgangen]
    if weg.bij_elke_stap:
        regels += ["", "Bij elke stap", f"  {weg.altijd}"]
        regels += [f"  – {regel(u)} → {namen[u.naar]}" for u in weg.bij_elke_stap]
    if weg.terzijde:
        regels += ["", "Zijpaden", *(f"  – {naam}: {wanneer}" for naam, wanneer in weg.terzijde)]
    return "\n".join(regels)


def regel(uitgang: Uitgang) -> str:
    """`Basisschool · Mbo (reformatorische school)`: the answers, and when."""
    antwoorden = " · ".join(uitgang.antwoorden)
    return f"{antwoorden} ({' · '.join(uitgang.als)})" if uitgang.als else antwoorden

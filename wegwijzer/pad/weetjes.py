"""What is known of a child in Dutch words: kind of school, weeks at home, whose child."""

from __future__ import annotations

from collections.abc import Sequence

SCHOOLNAMEN = {
    "po": "basisschool",
    "sbo": "speciaal basisonderwijs",
    "so": "speciaal onderwijs",
    "vo": "middelbare school",
    "pro": "praktijkonderwijs",
    "vso": "voortgezet speciaal onderwijs",
    "mbo": "mbo",
}
RICHTINGEN = {"reformatorisch": "reformatorische school", "cluster1": "cluster 1", "cluster2": "cluster 2"}
SITUATIES = {
    "ziek": "ziek",
    "halve_dagen": "halve dagen naar school",
    "wachtlijst": "op een wachtlijst",
    "geschorst": "geschorst",
    "verwijderd": "van school gestuurd",
    "geweigerd": "geweigerd door een school",
    "geen_school": "nu geen school",
}
"""Situation → how it is said back; what is not here is known in another way or not said back."""
MET_DE = frozenset({"po", "vo"})
"""Kinds of school that take `de`; the others take `het`."""
KINDEREN = {
    "zoon": "mijn zoon",
    "dochter": "mijn dochter",
    "kleinkind": "mijn kleinkind",
    "pleegkind": "mijn pleegkind",
}


def school_met_lidwoord(onderwijssoort: str | None) -> str | None:
    """`de basisschool`, `het praktijkonderwijs`; None while the kind of school is not known."""
    naam = SCHOOLNAMEN.get(onderwijssoort or "")
    return f"{'de' if onderwijssoort in MET_DE else 'het'} {naam}" if naam else None


def weken(aantal: int | None) -> str | None:
    """`5 weken`, `1 week`, `minder dan een week`; None while it is not known."""
    if aantal is None:
        return None
    return {0: "minder dan een week", 1: "1 week"}.get(aantal, f"{aantal} weken")


def opsomming(delen: Sequence[str]) -> str:
    """`a, b en c`."""
    if len(delen) < 2:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} en {delen[-1]}"

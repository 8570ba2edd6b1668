"""What is known of the child, as short Dutch phrases."""

from __future__ import annotations

from collections.abc import Sequence

from wegwijzer.huis import Huis
from wegwijzer.pad.situatie import Situatie

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


def weetjes(situatie: Situatie, huis: Huis, alleen: Sequence[str] | None = None) -> list[str]:
    """What is known, in a fixed order; with `alleen` only what follows from those slots."""
    kennis = huis.kennis
    stappen = ", ".join(kennis.stappen[s].kort for s in situatie.stappen_gedaan)
    plaats = situatie.plaats or situatie.gemeente or situatie.pc4
    delen = {
        "leeftijd": f"{situatie.leeftijd} jaar" if situatie.leeftijd is not None else "",
        "onderwijssoort": SCHOOLNAMEN.get(situatie.onderwijssoort or "", ""),
        "richting": RICHTINGEN.get(situatie.richting or "", ""),
        "plaats": f"plaats {plaats}" if plaats else "",
        "weken_thuis": _weken(situatie.weken_thuis),
        "stappen_gedaan": f"al gedaan: {stappen}" if stappen else "",
    }
    namen = set(delen) if alleen is None else set(alleen)
    if {"gemeente", "pc4"} & namen:
        namen.add("plaats")
    return [tekst for naam, tekst in delen.items() if tekst and naam in namen]


def opsomming(delen: Sequence[str]) -> str:
    """`a, b en c`."""
    if len(delen) < 2:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} en {delen[-1]}"


def _weken(weken: int | None) -> str:
    if weken is None:
        return ""
    if weken == 0:
        return "minder dan een week thuis"
    return "1 week thuis" if weken == 1 else f"{weken} weken thuis"

"""What is known of the child, as short Dutch phrases."""

from __future__ import annotations

from collections.abc import Sequence

from wegwijzer.huis import Huis
from wegwijzer.pad import termijnen
from wegwijzer.pad.situatie import Situatie
from wegwijzer.pad.weetjes import RICHTINGEN, SCHOOLNAMEN, SITUATIES, opsomming, weken

__all__ = ["opsomming", "weetjes"]


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
        "situatie": opsomming([SITUATIES[s] for s in situatie.situatie if s in SITUATIES]),
        "stappen_gedaan": f"al gedaan: {stappen}" if stappen else "",
    }
    if alleen is not None:
        delen["situatie"] = ""
    namen = set(delen) if alleen is None else set(alleen)
    if {"gemeente", "pc4"} & namen:
        namen.add("plaats")
    bekend = [tekst for naam, tekst in delen.items() if tekst and naam in namen]
    return bekend + (_dagen(situatie, huis) if alleen is None else [])


def _dagen(situatie: Situatie, huis: Huis) -> list[str]:
    """The days that are known with the terms that run from them: `besluit van de school: 3 november 2026 (…)`."""
    kennis, uit = huis.kennis.termijnen, []
    for naam in situatie.gebeurtenissen:
        dag, gebeurtenis = termijnen.datum(situatie.gebeurtenissen, naam), kennis.gebeurtenissen.get(naam)
        if dag is None or gebeurtenis is None:
            continue
        alle = termijnen.van_gebeurtenis(naam, situatie, dag, kennis)
        tot = [f"{t.regel.kort} {termijnen.leesbare_dag(t.laatste_dag)}" for t in alle]
        einde = f" ({'; '.join(tot)})" if tot else ""
        uit.append(f"{gebeurtenis.naam}: {termijnen.leesbare_dag(dag)}{einde}")
    return uit


def _weken(aantal: int | None) -> str:
    return f"{weken(aantal)} thuis" if aantal is not None else ""

"""All findings of one message together."""

from __future__ import annotations

from datetime import date

from wegwijzer.taal.feitenmerker import Merktekens
from wegwijzer.taal.situatie import tweede_lezer
from wegwijzer.taal.situatie.andermans import zonder_andermans_kind
from wegwijzer.taal.situatie.daden import is_code
from wegwijzer.taal.situatie.datum import datums
from wegwijzer.taal.situatie.doelgroep import doelgroepen
from wegwijzer.taal.situatie.gebeurtenissen import gebeurtenissen
from wegwijzer.taal.situatie.kandidaat import Kandidaat, per_waarde, vondst
from wegwijzer.taal.situatie.kind import kind
from wegwijzer.taal.situatie.leeftijd import leeftijd
from wegwijzer.taal.situatie.lezing import lees
from wegwijzer.taal.situatie.richting import richting
from wegwijzer.taal.situatie.schoolsoort import schoolsoort
from wegwijzer.taal.situatie.stappen import gedane_stappen
from wegwijzer.taal.situatie.thuis import weken_thuis
from wegwijzer.taal.situatie.toestanden import toestanden
from wegwijzer.taal.situatie.verbetering import zonder_teruggenomen
from wegwijzer.taal.vondst import Vondst


def vondsten(
    tekst: str, *, vandaag: date, verwacht: str | None = None, merken: Merktekens | None = None
) -> list[Vondst]:
    """What `tekst` says, in the order of the text; `tekst[start:einde]` is the evidence. Never raises.

    Args:
        tekst: The parent's message; any string. Only the first `lezing.MAX_LEZEN` characters are read.
        vandaag: The day on which it was written; `sinds de kerst` is counted from it.
        verwacht: The assistant's open question (`onderwijssoort`, `leeftijd`, `weken_thuis`, …), which allows a
            bare answer such as `14` or `basis`.
        merken: What the learned second reader says of `tekst`; without it the patterns decide alone.

    Returns:
        At most one finding each of leeftijd, weken_thuis, onderwijssoort, richting and kind: the one that counts.
        One for each value of stap_gedaan, situatie, doelgroep, datum and gebeurtenis.
        Of what the message takes back (`geen 3 weken maar 3 maanden`) only what stands instead.
    """
    gevonden = _alles(tekst, vandaag, verwacht, merken)
    zonder = zonder_teruggenomen(tekst)
    if zonder == tekst:
        return gevonden
    soorten = {v.entity for v in gevonden}
    erbij = [
        v for v in _alles(zonder, vandaag, verwacht, merken) if v.entity not in soorten and v.entity != "stap_gedaan"
    ]
    return sorted([*gevonden, *erbij], key=lambda v: (v.start, v.einde))


def _alles(tekst: str, vandaag: date, verwacht: str | None, merken: Merktekens | None) -> list[Vondst]:
    heel = lees(tekst)
    zonder = zonder_andermans_kind(tekst)
    lezing = heel if zonder == tekst else lees(zonder)
    if not heel.plekken:
        return []
    wie = kind(lezing)
    leerling = wie is not None and wie.waarde == "ik"
    jaren = leeftijd(lezing, verwacht)
    weken = weken_thuis(lezing, vandaag, leerling=leerling, leeftijd=jaren, verwacht=verwacht)
    if merken is not None and verwacht != "weken_thuis":
        weken = tweede_lezer.tijd(lezing, weken, merken, vandaag=vandaag, leeftijd=jaren, leerling=leerling)
    enkel: dict[str, Kandidaat | None] = {
        "kind": wie,
        "leeftijd": jaren,
        "onderwijssoort": schoolsoort(lezing, jaren.waarde if jaren else None, verwacht),
        "richting": richting(lezing),
        "weken_thuis": weken,
    }
    zelf = [Kandidaat("jongere_zelf", wie.start, wie.einde)] if wie is not None and leerling else []
    meer = {
        "situatie": [*toestanden(lezing, leerling=leerling, verwacht=verwacht), *zelf],
        "doelgroep": doelgroepen(lezing, leerling=leerling),
        "datum": datums(heel, vandaag),
        "gebeurtenis": gebeurtenissen(heel),
    }
    uit = [vondst(soort, k, lezing) for soort, k in enkel.items() if k is not None]
    stappen = per_waarde("stap_gedaan", gedane_stappen(lezing), lezing)
    uit += stappen if merken is None or is_code(lezing) else tweede_lezer.stappen(lezing, stappen, merken)
    for soort, kandidaten in meer.items():
        uit += per_waarde(soort, kandidaten, heel if soort in ("datum", "gebeurtenis") else lezing)
    return sorted(uit, key=lambda v: (v.start, v.einde))

"""Everything that a message says of the situation: places and the rest, in the order of the text."""

from __future__ import annotations

from datetime import date

from wegwijzer.gesprek.gegevens import PLAATSVRAGEN, genoemd
from wegwijzer.huis import houder
from wegwijzer.taal.feitenmerker import merk
from wegwijzer.taal.situatie import organisaties, vondsten
from wegwijzer.taal.vondst import Vondst


def lees(tekst: str, vandaag: date, vraag: str | None) -> list[Vondst]:
    """The findings; `vraag` is the assistant's open question, which makes a bare answer count."""
    huis = houder().haal()
    plaatsen = []
    for plek in genoemd(tekst, huis, vraag in PLAATSVRAGEN):
        namen = {k.plaats for k in plek.kandidaten} or {None}
        gemeenten = {k.gemeente for k in plek.kandidaten} or {None}
        soort = "pc4" if plek.soort == "pc4" else "plaats" if None not in namen else "gemeente"
        waarden = {"pc4": {k.pc4 for k in plek.kandidaten}, "plaats": namen, "gemeente": gemeenten}[soort]
        waarde = waarden.pop() if len(waarden) == 1 else plek.tekst
        plaatsen.append(Vondst(soort, waarde or plek.tekst, plek.start, plek.end))
    gezegd = vondsten(tekst, vandaag=vandaag, verwacht=vraag, merken=merk(tekst))
    gevonden = [*plaatsen, *gezegd, *organisaties(tekst, huis.bijnamen)]
    return sorted(gevonden, key=lambda v: (v.start, v.einde))

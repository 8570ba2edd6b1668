"""Places to learn for a child at home, as an answer: three at a time, never without "call first"."""

from __future__ import annotations

import re

from wegwijzer.gesprek import gegevens
from wegwijzer.gesprek.model import Antwoord, Bericht, Toestand
from wegwijzer.huis import Huis
from wegwijzer.kennis.model import Initiatief, Onderwerp
from wegwijzer.pad.plekken import zoek

HOOGSTENS = 3


def antwoord(onderwerp: Onderwerp, bericht: Bericht, toestand: Toestand, huis: Huis) -> Antwoord | None:
    """The nearest places that fit this child; None while the parent's region is unknown."""
    plekken = gegevens.plekken(toestand, huis)
    gemeenten = {p.gemeente for p in plekken}
    provincies = {p.provincie for p in plekken}
    if len(provincies) != 1:
        return None
    groepen = [v.waarde for v in bericht.alle("doelgroep")]
    gevonden = zoek(
        huis.kennis.initiatieven,
        gemeenten.pop() if len(gemeenten) == 1 else None,
        provincies.pop(),
        toestand.situatie.leeftijd,
        dict(onderwerp.plekken or {}),
        groepen,
    )[:HOOGSTENS]
    if not gevonden:
        return Antwoord(huis.kennis.tekst("plekken_geen"), custom={"bronnen": []})
    regels = [huis.kennis.tekst("plekken_kop"), *(_regel(i) for i in gevonden), huis.kennis.tekst("plekken_school")]
    plekdata = [
        {"naam": i.naam, "plaats": i.plaats, "site": i.site, "bron": i.bron, "gezien": i.gezien, "stand": i.stand}
        for i in gevonden
    ]
    return Antwoord("\n".join(regels), custom={"plekken": plekdata, "bronnen": [i.bron for i in gevonden]})


def _regel(initiatief: Initiatief) -> str:
    waar = initiatief.plaats or ("hele land" if initiatief.bereik == "landelijk" else initiatief.provincie or "")
    wat = re.split(r"(?<=[.?]) ", initiatief.wat or "")[0]
    site = f" {initiatief.site}" if initiatief.site else ""
    return f"– {initiatief.naam}{f' ({waar})' if waar else ''}: {wat}{site}"

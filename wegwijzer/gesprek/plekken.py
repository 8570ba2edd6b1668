"""Places to learn for a child at home, as an answer: three at a time, never without "call first"."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from wegwijzer.gesprek import gegevens
from wegwijzer.gesprek.knoppen import vervolgknoppen
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Knop, Toestand
from wegwijzer.huis import Huis
from wegwijzer.kennis.model import Initiatief, Onderwerp
from wegwijzer.pad.plekken import Streek, zoek

HOOGSTENS = 3
MAX_WOORDEN = 90
"""The whole answer stays within this (words)."""
BETALEN = "wie_betaalt_de_plek"
"""The topic whose sources say who pays for a place."""
_LET_OP = re.compile(r"\b(?:vraag|onbekend|niet|geen|onzeker|plan|proef|controleer)\b", re.IGNORECASE)
"""Words of a sentence that a parent must read, also where there is little room."""


def antwoord(onderwerp: Onderwerp, toestand: Toestand, huis: Huis, vanaf: int = 0) -> Antwoord | None:
    """At most three places that fit this child, from number `vanaf` on, the nearest first, with the ways on.

    None while the parent's region is unknown.
    """
    kennis, situatie = huis.kennis, toestand.situatie
    bekend = gegevens.plekken(toestand, huis)
    gemeenten, provincies = {p.gemeente for p in bekend}, {p.provincie for p in bekend}
    if len(provincies) != 1:
        return None
    streek = Streek.van(gemeenten.pop() if len(gemeenten) == 1 else None, provincies.pop(), kennis)
    alle = zoek(kennis.initiatieven, streek, situatie, dict(onderwerp.plekken or {}), groepen(toestand))
    tekst, gevonden = _tekst(alle[vanaf : vanaf + HOOGSTENS], toestand, huis)
    verder = vanaf + len(gevonden)
    knop = Knop(kennis.tekst("knop_meer_plekken"), f"plekken:{onderwerp.id}|{verder}")
    knoppen = vervolgknoppen(toestand, huis, onderwerp.verder, (knop,) if len(alle) > verder else ())
    if not gevonden:
        return Antwoord(kennis.tekst("plekken_geen"), knoppen, {"bronnen": []})
    data = [
        {
            "naam": i.naam, "plaats": i.plaats, "site": i.site, "wie_betaalt": i.wie_betaalt,
            "bron": i.bron, "gezien": i.gezien, "stand": i.stand,
        }
        for i in gevonden
    ]  # fmt: skip
    betalen = kennis.onderwerpen.get(BETALEN)
    bronnen = [*(i.bron for i in gevonden), *(b.bron for b in (betalen.bronnen if betalen else ()))]
    return Antwoord(tekst, knoppen, {"plekken": data, "bronnen": list(dict.fromkeys(bronnen))})


def meer(waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt | None:
    """The next three places; None for a token that is not ours, or where the region is not known any more."""
    naam, _, vanaf = waarde.partition("|")
    gekozen = huis.kennis.onderwerpen.get(naam)
    if gekozen is None or gekozen.plekken is None or not vanaf.isdecimal():
        return None
    lijst = antwoord(gekozen, toestand, huis, int(vanaf))
    return Beurt((lijst,), toestand, naam, (naam,), f"meer plekken, vanaf {vanaf}") if lijst else None


def groepen(toestand: Toestand) -> list[str]:
    """What the parent said that this child has; said before any child was named, it counts while there is only one."""
    eigen = toestand.doelgroepen.get(toestand.kind_sleutel or "", [])
    return [*eigen, *([] if toestand.kinderen else toestand.doelgroepen.get("", []))]


def _tekst(gevonden: list[Initiatief], toestand: Toestand, huis: Huis) -> tuple[str, list[Initiatief]]:
    """Heading, a line for each place, who pays; and the places told: fewer where their warnings need the room."""
    kennis = huis.kennis
    mbo = "_mbo" if toestand.situatie.zonder_samenwerkingsverband() else ""
    kop, school = kennis.tekst("plekken_kop"), kennis.tekst("plekken_school")
    betaalt = kennis.tekst("plekken_wie_betaalt_mbo" if mbo else "plekken_wie_betaalt")
    for aantal in range(len(gevonden), 0, -1):
        for lang, slot in ((True, [betaalt, school]), (False, [betaalt, school]), (False, [betaalt])):
            tekst = "\n".join([kop, *(regel(i, huis, lang) for i in gevonden[:aantal]), *slot])
            if len(tekst.split()) <= MAX_WOORDEN or (aantal == 1 and slot == [betaalt]):
                return tekst, gevonden[:aantal]
    return "", []


def regel(initiatief: Initiatief, huis: Huis, lang: bool) -> str:
    """Name, where, what, how old the news is, who pays, and where to check. Not `lang`: the first sentence only."""
    kennis = huis.kennis
    waar = initiatief.plaats or ("hele land" if initiatief.bereik == "landelijk" else initiatief.provincie or "")
    eerste, *rest = re.split(r"(?<=[.?]) ", initiatief.wat or "")
    delen = [eerste, *(z for z in rest if lang or _LET_OP.search(z))]
    if initiatief.wie_betaalt:
        delen.append(kennis.tekst("plekken_betaalt", wie=initiatief.wie_betaalt))
    if re.match(r"\d{4}", initiatief.stand):
        delen.append(kennis.tekst("plekken_stand", jaar=initiatief.stand[:4]))
    bron = urlsplit(initiatief.bron).netloc.removeprefix("www.")
    delen.append(initiatief.site or kennis.tekst("plekken_zonder_site", bron=bron))
    return f"– {initiatief.naam}{f' ({waar})' if waar else ''}: {' '.join(delen)}"

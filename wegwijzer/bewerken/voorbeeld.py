"""What a parent would read of a piece: made by what answers in a conversation, with the changed knowledge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from wegwijzer.gesprek import onderwerp as onderwerpantwoord
from wegwijzer.gesprek import plekken, stappen
from wegwijzer.gesprek.model import Toestand
from wegwijzer.huis import Huis
from wegwijzer.kennis.model import Onderwerp
from wegwijzer.pad import kaart
from wegwijzer.pad.situatie import Situatie

ALS = {
    "onderwijssoort": "op het {}", "richting": "richting {}", "swv": "in {}", "leeftijd_vanaf": "vanaf {} jaar",
    "leeftijd_tot": "tot en met {} jaar", "weken_thuis_vanaf": "vanaf {} weken thuis",
}  # fmt: skip


@dataclass(frozen=True)
class Blad:
    """One thing that a parent reads: for whom, the text, and the cards under it."""

    wie: str
    tekst: str
    kaarten: list[Mapping[str, Any]] = field(default_factory=list)


def bladen(soort: str, id_: str, huis: Huis, nu: datetime) -> list[Blad]:
    """All that follows from this piece in `huis`, which holds the changed knowledge."""
    maker = {
        "onderwerp": _onderwerp, "organisatie": _organisatie,
        "samenwerkingsverband": _verband, "initiatief": _initiatief,
    }[soort]  # fmt: skip
    return list(maker(id_, huis, nu))


def waar_genoemd(id_: str, huis: Huis) -> list[str]:
    """The titles of the topics that send parents to this organisation."""
    return sorted(o.titel for o in huis.kennis.onderwerpen.values() if id_ in o.contact)


def _onderwerp(id_: str, huis: Huis, nu: datetime) -> Iterator[Blad]:
    gekozen = huis.kennis.onderwerpen[id_]
    yield _antwoord("Gewoon", gekozen, Situatie(), huis, nu)
    for variant in gekozen.varianten:
        wie = ", ".join(ALS[s].format(_los(w)) for s, w in variant.als.items())
        yield _antwoord(f"Voor een kind {wie}", gekozen, _situatie(variant.als), huis, nu)
    if gekozen.eenvoudig:
        yield Blad("Na: te moeilijk", gekozen.eenvoudig)


def _antwoord(wie: str, gekozen: Onderwerp, situatie: Situatie, huis: Huis, nu: datetime) -> Blad:
    antwoord = onderwerpantwoord.antwoord(gekozen, situatie, huis, nu)
    kaarten = antwoord.custom.get("kaarten") or [k for k in [antwoord.custom.get("kaart")] if k]
    return Blad(wie, antwoord.tekst, list(kaarten))


def _situatie(als: Mapping[str, Any]) -> Situatie:
    """A child for whom all of `als` holds."""
    eerste = {s: w[0] for s, w in als.items() if isinstance(w, (list, tuple)) and w}
    return Situatie(
        onderwijssoort=eerste.get("onderwijssoort"),
        richting=eerste.get("richting"),
        swv=eerste.get("swv"),
        leeftijd=als.get("leeftijd_vanaf", als.get("leeftijd_tot")),
        weken_thuis=als.get("weken_thuis_vanaf"),
    )


def _los(waarde: Any) -> str:
    return " of ".join(map(str, waarde)) if isinstance(waarde, (list, tuple)) else str(waarde)


def _organisatie(id_: str, huis: Huis, nu: datetime) -> Iterator[Blad]:
    gekozen = kaart.van_organisatie(huis.kennis.organisaties[id_])
    regel = onderwerpantwoord.contactregel([gekozen], [], huis)
    yield Blad("Onder een antwoord", regel or "Er is niets om te bellen of te openen.", [gekozen.data(nu)])


def _verband(code: str, huis: Huis, nu: datetime) -> Iterator[Blad]:
    swv = huis.kennis.samenwerkingsverbanden[code]
    toestand = Toestand(Situatie(onderwijssoort=swv.sector, swv=code), plaats_school=True)
    for antwoord in stappen.toon("samenwerkingsverband", toestand, huis, nu):
        kaarten = antwoord.custom.get("kaarten") or [k for k in [antwoord.custom.get("kaart")] if k]
        yield Blad("Als een ouder bij deze stap is", antwoord.tekst, list(kaarten))


def _initiatief(id_: str, huis: Huis, nu: datetime) -> Iterator[Blad]:
    gekozen = next(i for i in huis.kennis.initiatieven if i.id == id_)
    if gekozen.gesloten:
        yield Blad("Gesloten", "De assistent noemt deze plek niet meer.")
    else:
        yield Blad("In een lijst van plekken", plekken.regel(gekozen, huis, True))

"""Checks termijnen.yml: names exist, texts can be filled in, the Algemene termijnenwet only where it can apply."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from wegwijzer.kennis.meldingen import Melding
from wegwijzer.kennis.namen import Namen, Pad, bekend
from wegwijzer.kennis.teksten import vulplekken
from wegwijzer.kennis.yaml_bestand import YamlBestand

GATEN = {
    "lopend": ("dag", "verlengd", "begin"),
    "vertraagd": ("dag", "verlengd", "begin"),
    "voorbij": ("dag", "verlengd", "begin"),
    "vraag": (),
    "geen": (),
    "noot": (),
}
"""Text → what can be filled in."""
LANGSTE = {"dagen": 90, "weken": 12, "jaren": 0, "uren": 0}
"""The longest terms to which the Algemene termijnenwet applies (article 4)."""


def controleer(bestand: YamlBestand, namen: Namen) -> Iterator[Melding]:
    """All faults of termijnen.yml, which has already passed its schema."""
    inhoud = bestand.inhoud
    gebeurtenissen = {g["id"] for g in inhoud["gebeurtenissen"]}
    for soort in ("gebeurtenissen", "termijnen"):
        yield from _dubbel(bestand, soort)
        for nummer, deel in enumerate(inhoud[soort]):
            yield from _teksten(bestand, [soort, nummer], deel)
    for nummer, gebeurtenis in enumerate(inhoud["gebeurtenissen"]):
        pad: Pad = ["gebeurtenissen", nummer, "onderwerpen"]
        yield from bekend(bestand, pad, "onderwerp", gebeurtenis["onderwerpen"], namen.onderwerpen)
    for nummer, regel in enumerate(inhoud["termijnen"]):
        pad = ["termijnen", nummer]
        yield from bekend(bestand, [*pad, "begint"], "gebeurtenis", regel["begint"], gebeurtenissen)
        yield from bekend(bestand, [*pad, "wet"], "artikel", regel["wet"], namen.artikelen)
        yield from bekend(bestand, [*pad, "organisaties"], "organisatie", regel["organisaties"], namen.telefoons)
        yield from bekend(bestand, [*pad, "gemeenten"], "gemeente", regel.get("gemeenten", []), namen.gemeenten)
        yield from _regel(bestand, pad, regel)
    for nummer, dag in enumerate(inhoud["gelijkgesteld"]["dagen"]):
        try:
            date.fromisoformat(dag)
        except ValueError:
            herstel = "Schrijf een bestaande dag, als 2026-05-15."
            yield bestand.fout(["gelijkgesteld", "dagen", nummer], f"'{dag}' is geen bestaande dag.", herstel)


def _dubbel(bestand: YamlBestand, soort: str) -> Iterator[Melding]:
    eerder: set[str] = set()
    for nummer, deel in enumerate(bestand.inhoud[soort]):
        if deel["id"] in eerder:
            wat = f"De id '{deel['id']}' staat er meer dan één keer."
            yield bestand.fout([soort, nummer, "id"], wat, "Geef elke regel een eigen id.")
        eerder.add(deel["id"])


def _teksten(bestand: YamlBestand, pad: Pad, deel: dict[str, Any]) -> Iterator[Melding]:
    for veld, mag in GATEN.items():
        if veld not in deel:
            continue
        fout = [gat for gat in vulplekken(deel[veld]) if gat not in mag]
        if fout:
            wel = ", ".join(f"{{{g}}}" for g in mag) or "niets"
            wat = f"Tussen accolades staat iets dat de assistent hier niet invult: {fout[0]}."
            yield bestand.fout([*pad, veld], wat, f"Tussen accolades kan hier: {wel}.")


def _regel(bestand: YamlBestand, pad: Pad, regel: dict[str, Any]) -> Iterator[Melding]:
    duur, daarna = regel["duur"], regel.get("daarna", {})
    maten = [m for m in LANGSTE if m in duur]
    if len(maten) != 1:
        herstel = "Kies er één: dagen, weken, jaren of uren."
        yield bestand.fout([*pad, "duur"], "Een duur heeft precies één maat.", herstel)
        return
    maat = maten[0]
    if regel["termijnenwet"]["geldt"] and duur[maat] + daarna.get(maat, 0) > LANGSTE[maat]:
        herstel = "Schrijf 'geldt: false', met de reden. De wet geldt tot 90 dagen of twaalf weken (artikel 4)."
        wat = "Op een termijn die zo lang is, of in uren of jaren, is de Algemene termijnenwet niet van toepassing."
        yield bestand.fout([*pad, "termijnenwet"], wat, herstel)
    if daarna and "vertraagd" not in regel:
        herstel = "Schrijf 'vertraagd: …': wat de ouder leest na de eerste dag, zolang de verlenging loopt."
        yield bestand.fout([*pad, "daarna"], "Bij verlenging hoort een tekst 'vertraagd'.", herstel)
    for veld in ("lopend", "vertraagd", "voorbij"):
        gaten = set(vulplekken(regel.get(veld, "")))
        if "verlengd" in gaten and not daarna:
            herstel = "Haal {verlengd} weg, of schrijf onder 'daarna' hoe lang de verlenging is."
            yield bestand.fout([*pad, veld], "Deze termijn heeft geen verlenging.", herstel)
        if maat == "uren" and gaten:
            herstel = "Haal weg wat tussen accolades staat: een termijn in uren heeft geen laatste dag."
            yield bestand.fout([*pad, veld], "Een termijn in uren is niet uit te rekenen.", herstel)

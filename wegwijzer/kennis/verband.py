"""Checks that no single file can show: every name of another file, gemeente or law article exists."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from wegwijzer.bewaartijd import VULPLEK
from wegwijzer.kennis import brieven, dubbel, eenvoudig, gevaar, talen, teksten, termijnen, vormen
from wegwijzer.kennis.meldingen import Melding, lijkt_op
from wegwijzer.kennis.model import STAPPEN
from wegwijzer.kennis.namen import MELDING, Bestanden, Namen, Pad, bekend, verzamel
from wegwijzer.kennis.yaml_bestand import YamlBestand

ONBRONLOOS = 7
"""From this `urgentie` on a topic is about the assistant or small talk, and needs no source."""


def controleer(gelezen: Bestanden, map_: Path) -> Iterator[Melding]:
    """All faults across files; every file has already passed its own schema."""
    namen = verzamel(gelezen, map_)
    per_soort = {
        "onderwerpen": _onderwerp, "samenwerkingsverbanden": _verband, "regio": _regio, "initiatieven": _initiatieven,
        "pad.yml": _pad, "noodhulp.yml": _noodhulp, "termijnen.yml": termijnen.controleer,
    }  # fmt: skip
    for naam, bestand in gelezen.items():
        soort = naam.split("/")[0]
        yield from _bestandsnaam(bestand, soort)
        yield from vormen.controleer(bestand)
        yield from eenvoudig.controleer(bestand)
        if soort in per_soort:
            yield from per_soort[soort](bestand, namen)
    if "teksten.yml" in gelezen:
        yield from teksten.controleer(gelezen["teksten.yml"], namen.telefoons)
    if "noodhulp.yml" in gelezen:
        yield from gevaar.controleer(gelezen["noodhulp.yml"])
    yield from talen.controleer(gelezen, namen.telefoons)
    yield from brieven.controleer(gelezen, namen)
    yield from dubbel.controleer(gelezen)


def _bestandsnaam(bestand: YamlBestand, soort: str) -> Iterator[Melding]:
    if soort == "initiatieven" or "/" not in bestand.naam:
        return
    sleutel = "code" if soort in ("samenwerkingsverbanden", "talen") else "id"
    waarde, verwacht = bestand.inhoud[sleutel], Path(bestand.naam).stem
    if waarde != verwacht:
        herstel = f"Schrijf '{sleutel}: {verwacht}', of noem het bestand {waarde}{Path(bestand.naam).suffix}."
        yield bestand.fout([sleutel], f"'{waarde}' is niet de naam van dit bestand.", herstel)


def _onderwerp(bestand: YamlBestand, namen: Namen) -> Iterator[Melding]:
    inhoud = bestand.inhoud
    contacten = {*namen.telefoons, "swv"}
    yield from bekend(bestand, ["contact"], "contact", inhoud["contact"], contacten)
    for nummer, variant in enumerate(inhoud.get("varianten", [])):
        yield from bekend(bestand, ["varianten", nummer, "contact"], "contact", variant.get("contact", []), contacten)
        codes = variant["als"].get("swv", [])
        yield from bekend(bestand, ["varianten", nummer, "als", "swv"], "swv", codes, namen.verbanden)
    yield from bekend(bestand, ["verder"], "onderwerp", inhoud["verder"], namen.onderwerpen)
    for nummer, ander in enumerate(inhoud["verder"]):
        if ander == inhoud["id"]:
            herstel = "Haal deze regel weg, of kies een ander onderwerp dat hierna komt."
            yield bestand.fout(["verder", nummer], "Een onderwerp kan niet naar zichzelf verwijzen.", herstel)
    yield from bekend(bestand, ["wet"], "artikel", inhoud.get("wet", []), namen.artikelen)
    if not inhoud["bronnen"] and inhoud["urgentie"] < ONBRONLOOS:
        herstel = "Voeg onder 'bronnen' toe waar dit staat: bron, gezien, stand en zekerheid."
        yield bestand.fout(["bronnen"], "Dit antwoord heeft geen bron.", herstel)
    for pad, tekst in _antwoorden(inhoud):
        if "{" in tekst.replace(VULPLEK, ""):
            herstel = "Schrijf gewone tekst. Nummers en namen komen vanzelf, uit 'contact'; alleen {bewaartermijn} kan."
            yield bestand.fout(pad, "In een antwoord wordt niets tussen { en } ingevuld.", herstel)


def _antwoorden(inhoud: dict[str, Any]) -> Iterator[tuple[Pad, str]]:
    delen: list[tuple[Pad, dict[str, Any]]] = [([], inhoud)]
    delen += [(["varianten", n], v) for n, v in enumerate(inhoud.get("varianten", []))]
    for pad, deel in delen:
        yield from (
            ([*pad, veld], deel[veld]) for veld in ("antwoord", "eenvoudig", "doe_nu", "onbevestigd") if veld in deel
        )


def _verband(bestand: YamlBestand, namen: Namen) -> Iterator[Melding]:
    inhoud = bestand.inhoud
    if inhoud["soort"] == "regionaal" and not inhoud["code"].lower().startswith(inhoud["sector"]):
        herstel = "Een code met PO hoort bij sector po, een code met VO bij sector vo."
        yield bestand.fout(["sector"], f"Sector {inhoud['sector']} past niet bij code {inhoud['code']}.", herstel)
    yield from bekend(bestand, ["gemeenten"], "gemeente", inhoud["gemeenten"], namen.gemeenten)
    for gemeente in inhoud["gemeenten_deels"]:
        pad, (wat, herstel) = ["gemeenten_deels", gemeente], MELDING["gemeente"]
        if namen.gemeenten and gemeente not in namen.gemeenten:
            yield bestand.fout(pad, wat.format(gemeente), f"{lijkt_op(gemeente, namen.gemeenten)}{herstel}")
        elif gemeente in inhoud["gemeenten"]:
            herstel = "Laat hem staan bij 'gemeenten' als alles erbij hoort, anders bij 'gemeenten_deels'."
            yield bestand.fout(pad, f"Gemeente '{gemeente}' staat ook bij 'gemeenten'.", herstel)


def _regio(bestand: YamlBestand, namen: Namen) -> Iterator[Melding]:
    yield from bekend(bestand, ["swv"], "swv", bestand.inhoud["swv"], namen.verbanden)
    yield from bekend(bestand, ["gemeenten"], "gemeente", bestand.inhoud["gemeenten"], namen.gemeenten)
    for nummer, afspraak in enumerate(bestand.inhoud["afspraken"]):
        pad: Pad = ["afspraken", nummer]
        yield from bekend(bestand, [*pad, "swv"], "swv", afspraak.get("swv", []), namen.verbanden)
        yield from bekend(bestand, [*pad, "gemeenten"], "gemeente", afspraak.get("gemeenten", []), namen.gemeenten)
        yield from bekend(
            bestand, [*pad, "organisaties"], "organisatie", afspraak.get("organisaties", []), namen.telefoons
        )
        yield from _nummers(bestand, [*pad, "tekst"], afspraak["tekst"], namen)


def _initiatieven(bestand: YamlBestand, namen: Namen) -> Iterator[Melding]:
    wat, herstel = MELDING["gemeente"]
    for nummer, initiatief in enumerate(bestand.inhoud["initiatieven"]):
        gemeente = initiatief["gemeente"]
        if gemeente and namen.gemeenten and gemeente not in namen.gemeenten:
            lijkt = lijkt_op(gemeente, namen.gemeenten)
            yield bestand.fout(["initiatieven", nummer, "gemeente"], wat.format(gemeente), f"{lijkt}{herstel}")


def _pad(bestand: YamlBestand, namen: Namen) -> Iterator[Melding]:
    inhoud = bestand.inhoud
    for nummer, (stap, verwacht) in enumerate(zip(inhoud["stappen"], STAPPEN, strict=True)):
        if stap["id"] != verwacht:
            herstel = f"Houd deze volgorde aan: {', '.join(STAPPEN)}."
            yield bestand.fout(["stappen", nummer, "id"], f"Stap {nummer + 1} moet '{verwacht}' zijn.", herstel)
        elif stap["nummer"] != nummer + 1:
            yield bestand.fout(
                ["stappen", nummer, "nummer"], "Dit nummer past niet bij de volgorde.", f"Schrijf {nummer + 1}."
            )
        yield from bekend(
            bestand, ["stappen", nummer, "organisaties"], "organisatie", stap["organisaties"], namen.telefoons
        )
        eigen = stap.get("jongere", {}).get("organisaties", [])
        yield from bekend(
            bestand, ["stappen", nummer, "jongere", "organisaties"], "organisatie", eigen, namen.telefoons
        )
    yield from bekend(bestand, ["altijd"], "organisatie", inhoud["altijd"], namen.telefoons)
    for nummer, zijpad in enumerate(inhoud["zijpaden"]):
        pad: Pad = ["zijpaden", nummer]
        yield from bekend(bestand, [*pad, "organisaties"], "organisatie", zijpad["organisaties"], namen.telefoons)
        yield from bekend(bestand, [*pad, "onderwerpen"], "onderwerp", zijpad["onderwerpen"], namen.onderwerpen)


def _noodhulp(bestand: YamlBestand, namen: Namen) -> Iterator[Melding]:
    for sleutel, antwoord in bestand.inhoud["antwoorden"].items():
        pad: Pad = ["antwoorden", sleutel]
        yield from bekend(bestand, [*pad, "organisaties"], "organisatie", antwoord["organisaties"], namen.telefoons)
        yield from _nummers(bestand, [*pad, "tekst"], antwoord["tekst"], namen)


def _nummers(bestand: YamlBestand, pad: Pad, tekst: str, namen: Namen) -> Iterator[Melding]:
    """In the danger answers and regional agreements only `{tel:…}` is filled in."""
    for gat in teksten.vulplekken(tekst):
        naam, _, organisatie = str(gat).partition(":")
        if gat is None or naam != "tel":
            herstel = "Alleen {tel:organisatie} wordt ingevuld, bijvoorbeeld {tel:huisarts}."
            yield bestand.fout(pad, "Hier staat iets tussen { en } dat niet wordt ingevuld.", herstel)
        else:
            yield from teksten.nummer(bestand, pad, organisatie, namen.telefoons)

"""Checks that no single file can show: references, telephone numbers, opening hours, dates, sources."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from wegwijzer.kennis.meldingen import Melding
from wegwijzer.kennis.model import STAPPEN
from wegwijzer.kennis.openingstijden import ontleed
from wegwijzer.kennis.yaml_bestand import YamlBestand

TELEFOON = re.compile(
    r"^(112|113|0[1-9]\d-\d{3} \d{2} \d{2}|0[1-9]\d{2}-\d{2} \d{2} \d{2}|0[1-9]\d{2}-\d{3} \d{3}|06-\d{2} \d{2} \d{2} \d{2}"
    r"|08[58]-\d{3} \d{2} \d{2}|0800-\d{4}|0800-\d{3} \d{2} \d{2}|0900-\d{3} \d \d{3}|14 ?0\d{1,3})$"
)
MAIL = re.compile(r"^[\w.+-]+@[\w-]+(\.[\w-]+)+$")
PLAATSHOUDER = re.compile(r"\{tel:([^}]*)\}")
NUMMER_IN_TEKST = re.compile(r"\b0\d{1,3}[- ]\d{2,3} ?\d{2} ?\d{2}\b|\b0[89]00[- ]?\d{4,}")

Bestanden = dict[str, YamlBestand]


def controleer(gelezen: Bestanden, map_: Path) -> Iterator[Melding]:
    """All faults across files; every file has already passed its own schema."""
    ids = _ids(gelezen)
    gemeenten = _gemeenten(map_)
    for naam, bestand in gelezen.items():
        soort = naam.split("/")[0]
        yield from _naam(bestand, soort)
        yield from _diep(bestand)
        if soort == "onderwerpen":
            yield from _onderwerp(bestand, ids)
        elif soort == "samenwerkingsverbanden":
            yield from _gemeenten_bestaan(bestand, gemeenten)
        elif soort == "regio":
            yield from _regio(bestand, ids)
        elif soort == "initiatieven":
            yield from _initiatieven(bestand, gemeenten)
        elif naam == "pad.yml":
            yield from _pad(bestand, ids)
        elif naam == "noodhulp.yml":
            yield from _noodhulp(bestand, ids)
    yield from _dubbele_vragen(gelezen)


def _ids(gelezen: Bestanden) -> dict[str, set[str]]:
    ids: dict[str, set[str]] = {"onderwerpen": set(), "organisaties": set(), "samenwerkingsverbanden": set(), "wetten": set()}
    for naam, bestand in gelezen.items():
        soort = naam.split("/")[0]
        if soort == "wetten":
            ids["wetten"] |= {f"{bestand.inhoud['id']}/{artikel}" for artikel in bestand.inhoud["artikelen"]}
        elif soort in ids:
            ids[soort].add(bestand.inhoud.get("id") or bestand.inhoud.get("code"))
    return ids


def _gemeenten(map_: Path) -> set[str]:
    pad = map_ / "geografie" / "gemeenten.csv"
    if not pad.is_file():
        return set()
    with pad.open(encoding="utf-8", newline="") as bestand:
        return {rij["naam"] for rij in csv.DictReader(bestand)}


def _naam(bestand: YamlBestand, soort: str) -> Iterator[Melding]:
    sleutel = {"samenwerkingsverbanden": "code"}.get(soort, "id")
    if soort in ("initiatieven",) or "/" not in bestand.naam:
        return
    waarde, verwacht = bestand.inhoud[sleutel], Path(bestand.naam).stem
    if waarde != verwacht:
        herstel = f"Schrijf '{sleutel}: {verwacht}', of noem het bestand {waarde}.yml."
        yield Melding(bestand.naam, bestand.regel([sleutel]), sleutel, f"'{waarde}' is niet de naam van dit bestand.", herstel)


def _diep(bestand: YamlBestand) -> Iterator[Melding]:
    """Every `gezien`, `stand`, telephone, mail address and opening hours, wherever it stands."""
    for pad, veld in _wandel(bestand.inhoud, []):
        if "gezien" in veld:
            yield from _datum(bestand, [*pad, "gezien"], veld["gezien"])
        if veld.get("stand", "onbekend") != "onbekend":
            yield from _stand(bestand, [*pad, "stand"], veld["stand"])
        if "soort" in veld and "waarde" in veld:
            yield from _contact(bestand, pad, veld)


def _wandel(waarde: Any, pad: list[Any]) -> Iterator[tuple[list[Any], dict[str, Any]]]:
    if isinstance(waarde, dict):
        yield pad, waarde
        for sleutel, kind in waarde.items():
            yield from _wandel(kind, [*pad, sleutel])
    elif isinstance(waarde, list):
        for nummer, kind in enumerate(waarde):
            yield from _wandel(kind, [*pad, nummer])


def _datum(bestand: YamlBestand, pad: list[Any], waarde: str) -> Iterator[Melding]:
    try:
        toekomst = date.fromisoformat(waarde) > date.today()
    except ValueError:
        yield _fout(bestand, pad, f"'{waarde}' is geen bestaande dag.", "Schrijf een bestaande datum, als 2026-11-22.")
        return
    if toekomst:
        yield _fout(bestand, pad, f"'{waarde}' ligt in de toekomst.", "Schrijf de dag waarop u de bron las.")


def _stand(bestand: YamlBestand, pad: list[Any], waarde: str) -> Iterator[Melding]:
    try:
        date.fromisoformat(waarde + "-01-01"[: 10 - len(waarde)] if len(waarde) == 4 else (waarde + "-01")[:10])
    except ValueError:
        yield _fout(bestand, pad, f"'{waarde}' is geen bestaande datum.", "Schrijf 2024, 2024-08, 2024-08-01 of onbekend.")


def _contact(bestand: YamlBestand, pad: list[Any], veld: dict[str, Any]) -> Iterator[Melding]:
    waarde, soort = veld["waarde"], veld["soort"]
    if soort == "telefoon" and not TELEFOON.match(waarde):
        herstel = "Schrijf het als 010-484 25 76, 0546-83 42 00, 06-57 12 59 52 of 0800-2000."
        yield _fout(bestand, [*pad, "waarde"], f"'{waarde}' is geen telefoonnummer in onze vorm.", herstel)
    if soort == "mail" and not MAIL.match(waarde):
        yield _fout(bestand, [*pad, "waarde"], f"'{waarde}' is geen mailadres.", "Schrijf het als info@voorbeeld.nl.")
    if soort in ("site", "formulier", "chat") and not re.match(r"^https?://[^\s]+\.[^\s]+$", waarde):
        yield _fout(bestand, [*pad, "waarde"], f"'{waarde}' is geen webadres.", "Begin het adres met https://.")
    if "tijden" in veld:
        try:
            ontleed(veld["tijden"])
        except ValueError as fout:
            yield _fout(bestand, [*pad, "tijden"], f"{fout}.", "Schrijf het als 'ma-vr 09:00-12:30; za 10:00-12:00'.")


def _onderwerp(bestand: YamlBestand, ids: dict[str, set[str]]) -> Iterator[Melding]:
    inhoud = bestand.inhoud
    groepen: list[tuple[list[Any], list[str]]] = [(["contact"], inhoud["contact"])]
    groepen += [(["varianten", n, "contact"], v.get("contact", [])) for n, v in enumerate(inhoud.get("varianten", []))]
    for pad, contacten in groepen:
        for nummer, contact in enumerate(contacten):
            if contact != "swv" and contact not in ids["organisaties"]:
                herstel = "Kies een bestand uit knowledge/organisaties, of 'swv'."
                yield _fout(bestand, [*pad, nummer], f"Organisatie '{contact}' bestaat niet.", herstel)
    for nummer, ander in enumerate(inhoud["verder"]):
        if ander not in ids["onderwerpen"] or ander == inhoud["id"]:
            herstel = "Kies een ander bestand uit knowledge/onderwerpen."
            yield _fout(bestand, ["verder", nummer], f"Naar onderwerp '{ander}' kan niet verwezen worden.", herstel)
    for nummer, artikel in enumerate(inhoud.get("wet", [])):
        if artikel not in ids["wetten"]:
            herstel = "Voeg het artikel toe in knowledge/wetten, met de datum van de tekst die u las."
            yield _fout(bestand, ["wet", nummer], f"Wetsartikel '{artikel}' bestaat niet.", herstel)
    if not inhoud["bronnen"] and inhoud["urgentie"] < 7:
        yield _fout(bestand, ["bronnen"], "Dit antwoord heeft geen bron.", "Voeg bron, gezien, stand en zekerheid toe.")
    for pad, tekst in _teksten(inhoud):
        if NUMMER_IN_TEKST.search(tekst):
            herstel = "Haal het weg en noem de organisatie bij 'contact'; daar staat het nummer met bron."
            yield _fout(bestand, pad, "Er staat een telefoonnummer in de tekst.", herstel)


def _teksten(inhoud: dict[str, Any]) -> Iterator[tuple[list[Any], str]]:
    for veld in ("antwoord", "doe_nu"):
        if veld in inhoud:
            yield [veld], inhoud[veld]
    for nummer, variant in enumerate(inhoud.get("varianten", [])):
        yield ["varianten", nummer, "antwoord"], variant["antwoord"]


def _gemeenten_bestaan(bestand: YamlBestand, gemeenten: set[str]) -> Iterator[Melding]:
    inhoud = bestand.inhoud
    for veld in ("gemeenten", "gemeenten_deels"):
        for nummer, gemeente in enumerate(inhoud[veld]):
            if gemeenten and gemeente not in gemeenten:
                pad = [veld, gemeente if veld == "gemeenten_deels" else nummer]
                yield _fout(bestand, pad, f"Gemeente '{gemeente}' bestaat niet.", "Schrijf de officiële naam van 2026.")


def _regio(bestand: YamlBestand, ids: dict[str, set[str]]) -> Iterator[Melding]:
    for nummer, code in enumerate(bestand.inhoud["swv"]):
        if code not in ids["samenwerkingsverbanden"]:
            herstel = "Kies een code uit knowledge/samenwerkingsverbanden."
            yield _fout(bestand, ["swv", nummer], f"Samenwerkingsverband '{code}' bestaat niet.", herstel)
    for nummer, afspraak in enumerate(bestand.inhoud["afspraken"]):
        pad = ["afspraken", nummer, "organisaties"]
        yield from _organisaties(bestand, pad, afspraak.get("organisaties", []), ids)


def _initiatieven(bestand: YamlBestand, gemeenten: set[str]) -> Iterator[Melding]:
    for nummer, initiatief in enumerate(bestand.inhoud["initiatieven"]):
        gemeente = initiatief["gemeente"]
        if gemeente and gemeenten and gemeente not in gemeenten:
            pad = ["initiatieven", nummer, "gemeente"]
            yield _fout(bestand, pad, f"Gemeente '{gemeente}' bestaat niet.", "Schrijf de officiële naam van 2026.")


def _pad(bestand: YamlBestand, ids: dict[str, set[str]]) -> Iterator[Melding]:
    volgorde = tuple(stap["id"] for stap in bestand.inhoud["stappen"])
    if volgorde != STAPPEN:
        herstel = f"Houd deze volgorde aan: {', '.join(STAPPEN)}."
        yield _fout(bestand, ["stappen"], "De zes stappen staan niet in de goede volgorde.", herstel)
    for nummer, stap in enumerate(bestand.inhoud["stappen"]):
        yield from _organisaties(bestand, ["stappen", nummer, "organisaties"], stap["organisaties"], ids)
    for nummer, zijpad in enumerate(bestand.inhoud["zijpaden"]):
        yield from _organisaties(bestand, ["zijpaden", nummer, "organisaties"], zijpad["organisaties"], ids)
        for plek, onderwerp in enumerate(zijpad["onderwerpen"]):
            if onderwerp not in ids["onderwerpen"]:
                pad = ["zijpaden", nummer, "onderwerpen", plek]
                yield _fout(bestand, pad, f"Onderwerp '{onderwerp}' bestaat niet.", "Kies er een uit knowledge/onderwerpen.")


def _noodhulp(bestand: YamlBestand, ids: dict[str, set[str]]) -> Iterator[Melding]:
    for sleutel, antwoord in bestand.inhoud["antwoorden"].items():
        yield from _organisaties(bestand, ["antwoorden", sleutel, "organisaties"], antwoord["organisaties"], ids)
        genoemd = PLAATSHOUDER.findall(antwoord["tekst"])
        yield from _organisaties(bestand, ["antwoorden", sleutel, "tekst"], genoemd, ids)


def _organisaties(bestand: YamlBestand, pad: list[Any], namen: list[str], ids: dict[str, set[str]]) -> Iterator[Melding]:
    for naam in namen:
        if naam not in ids["organisaties"] and naam != "swv":
            yield _fout(bestand, pad, f"Organisatie '{naam}' bestaat niet.", "Kies een bestand uit knowledge/organisaties.")


def _dubbele_vragen(gelezen: Bestanden) -> Iterator[Melding]:
    eerste: dict[str, str] = {}
    for naam, bestand in gelezen.items():
        if not naam.startswith("onderwerpen/"):
            continue
        for nummer, vraag in enumerate(bestand.inhoud["vragen"]):
            kaal = re.sub(r"\W+", " ", vraag.lower()).strip()
            if kaal in eerste:
                herstel = "Laat de vraag staan bij het onderwerp dat het beste antwoord geeft."
                wat = f"De vraag '{vraag[:40]}' staat ook in {eerste[kaal]}."
                yield _fout(bestand, ["vragen", nummer], wat, herstel)
            eerste.setdefault(kaal, naam)


def _fout(bestand: YamlBestand, pad: list[Any], wat: str, herstel: str) -> Melding:
    veld = ".".join(str(d + 1) if isinstance(d, int) else str(d) for d in pad)
    return Melding(bestand.naam, bestand.regel(pad), veld, wat, herstel)

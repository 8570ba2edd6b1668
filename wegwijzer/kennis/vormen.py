"""Checks how things are written, wherever they stand: dates, telephone numbers, addresses, opening hours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from wegwijzer import klok
from wegwijzer.kennis.meldingen import Melding
from wegwijzer.kennis.openingstijden import ontleed
from wegwijzer.kennis.yaml_bestand import YamlBestand

TELEFOON = re.compile(
    r"^(112|113|0[1-9]\d-\d{3} \d{2} \d{2}|0[1-9]\d{2}-\d{2} \d{2} \d{2}|0[1-9]\d{2}-\d{3} \d{3}"
    r"|06-\d{2} \d{2} \d{2} \d{2}|08[58]-\d{3} \d{2} \d{2}|0800-\d{4}|0800-\d{3} \d{2} \d{2}"
    r"|0900-\d{3} \d \d{3}|14 ?0\d{1,3})$"
)
MAIL = re.compile(r"^[\w.+-]+@[\w-]+(\.[\w-]+)+$")
SITE = re.compile(r"^https?://[^\s]+\.[^\s]+$")
NUMMER_IN_TEKST = re.compile(r"(?<![\w/.-])(?:\+31|0)(?:[ -]?\d){8,9}(?!\d)|(?<!\d)0[89]00[- ]?\d{4}")
MAIL_IN_TEKST = re.compile(r"[\w.+-]+@[\w-]+\.\w+")

GEEN_TEKST = frozenset(
    {"vragen", "bron", "bronnen", "contact", "contacten", "opmerking", "bijnamen", "gezien", "stand"}
)
"""Fields whose words no parent reads as the assistant's own; `contact` is where numbers belong."""


def controleer(bestand: YamlBestand) -> Iterator[Melding]:
    """Every `gezien`, `stand`, way to reach somebody, and number in a running text."""
    for pad, veld in _wandel(bestand.inhoud, []):
        if "gezien" in veld:
            yield from _gezien(bestand, [*pad, "gezien"], veld["gezien"])
        if veld.get("stand", "onbekend") != "onbekend":
            yield from _stand(bestand, [*pad, "stand"], veld["stand"])
        if "soort" in veld and "waarde" in veld:
            yield from _contact(bestand, pad, veld)
    for pad, tekst in teksten(bestand.inhoud, [], GEEN_TEKST):
        if NUMMER_IN_TEKST.search(tekst):
            herstel = "Haal het weg. Zet het bij de organisatie onder 'contact', met bron; dan komt het er vanzelf bij."
            yield bestand.fout(pad, "Er staat een telefoonnummer in de tekst.", herstel)
        if MAIL_IN_TEKST.search(tekst):
            herstel = "Haal het weg. Zet het bij de organisatie onder 'contact', met bron; dan komt het er vanzelf bij."
            yield bestand.fout(pad, "Er staat een mailadres in de tekst.", herstel)


def _wandel(waarde: Any, pad: list[Any]) -> Iterator[tuple[list[Any], dict[str, Any]]]:
    if isinstance(waarde, dict):
        yield pad, waarde
        for sleutel, kind in waarde.items():
            yield from _wandel(kind, [*pad, sleutel])
    elif isinstance(waarde, list):
        for nummer, kind in enumerate(waarde):
            yield from _wandel(kind, [*pad, nummer])


def teksten(waarde: Any, pad: list[Any], zonder: frozenset[str] = frozenset()) -> Iterator[tuple[list[Any], str]]:
    """Every text in `waarde` with its path, in order; what stands under a key of `zonder` is left out."""
    if isinstance(waarde, str):
        yield pad, waarde
    elif isinstance(waarde, list):
        for nummer, kind in enumerate(waarde):
            yield from teksten(kind, [*pad, nummer], zonder)
    elif isinstance(waarde, dict):
        for sleutel, kind in waarde.items():
            if sleutel not in zonder:
                yield from teksten(kind, [*pad, sleutel], zonder)


def _gezien(bestand: YamlBestand, pad: list[Any], waarde: str) -> Iterator[Melding]:
    try:
        toekomst = date.fromisoformat(waarde) > klok.vandaag()
    except ValueError:
        yield bestand.fout(pad, f"'{waarde}' is geen bestaande dag.", "Schrijf een bestaande datum, als 2026-11-22.")
        return
    if toekomst:
        yield bestand.fout(pad, f"'{waarde}' ligt in de toekomst.", "Schrijf de dag waarop u de bron las.")


def _stand(bestand: YamlBestand, pad: list[Any], waarde: str) -> Iterator[Melding]:
    try:
        date.fromisoformat(f"{waarde}-01-01"[:10])
    except ValueError:
        yield bestand.fout(
            pad, f"'{waarde}' is geen bestaande datum.", "Schrijf 2024, 2024-08, 2024-08-01 of onbekend."
        )


def _contact(bestand: YamlBestand, pad: list[Any], veld: dict[str, Any]) -> Iterator[Melding]:
    waarde, soort = veld["waarde"], veld["soort"]
    if soort == "telefoon" and not TELEFOON.match(waarde):
        herstel = "Schrijf het als 010-123 45 67, 0123-45 67 89, 06-12 34 56 78 of 0800-1234."
        yield bestand.fout([*pad, "waarde"], f"'{waarde}' is geen telefoonnummer in onze vorm.", herstel)
    if soort == "mail" and not MAIL.match(waarde):
        yield bestand.fout([*pad, "waarde"], f"'{waarde}' is geen mailadres.", "Schrijf het als info@voorbeeld.nl.")
    if soort in ("site", "formulier", "chat") and not SITE.match(waarde):
        yield bestand.fout(
            [*pad, "waarde"], f"'{waarde}' is geen webadres.", "Begin het adres met https://, zonder spaties."
        )
    if "tijden" in veld:
        try:
            ontleed(veld["tijden"])
        except ValueError as fout:
            herstel = "Schrijf het als 'ma-vr 09:00-12:30; za 10:00-12:00', of 24/7."
            yield bestand.fout([*pad, "tijden"], f"Dit zijn geen openingstijden: {fout}.", herstel)

"""Reads one YAML file and remembers on which line each field stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from wegwijzer.kennis.meldingen import Melding

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML built without libyaml: slower, same result
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

MAX_BYTES = 1_000_000
"""A knowledge file is a few kilobytes; a larger one is a mistake (bytes)."""


@dataclass(frozen=True)
class YamlBestand:
    """A parsed file: `naam` relative to the knowledge folder, its data, and the node tree for line numbers."""

    naam: str
    inhoud: Any
    knoop: yaml.Node | None

    def regel(self, pad: Sequence[str | int]) -> int:
        """The line (from 1) of the field at `pad`; the nearest parent's when the field is missing."""
        knoop, regel = self.knoop, 1
        if knoop is not None:
            regel = knoop.start_mark.line + 1
        for deel in pad:
            if isinstance(knoop, yaml.MappingNode):
                paren = {str(sleutel.value): (sleutel, waarde) for sleutel, waarde in knoop.value}
                if str(deel) not in paren:
                    break
                sleutel, knoop = paren[str(deel)]
                regel = sleutel.start_mark.line + 1
            elif isinstance(knoop, yaml.SequenceNode) and isinstance(deel, int) and deel < len(knoop.value):
                knoop = knoop.value[deel]
                regel = knoop.start_mark.line + 1
            else:
                break
        return regel


def lees(pad: Path, naam: str) -> tuple[YamlBestand | None, list[Melding]]:
    """Read `pad`; a file that is no YAML, has doubled keys or anchors gives messages instead of data."""
    try:
        tekst = pad.read_text(encoding="utf-8")
    except UnicodeDecodeError as fout:
        regel = pad.read_bytes()[: fout.start].count(b"\n") + 1
        return None, [Melding(naam, regel, "", "Dit bestand is geen UTF-8.", "Sla het op als UTF-8.")]
    except OSError as fout:
        wat = f"Dit bestand is niet te lezen ({fout.strerror})."
        return None, [Melding(naam, 1, "", wat, "Controleer of het bestaat en leesbaar is.")]
    if len(tekst.encode()) > MAX_BYTES:
        wat = "Dit bestand is groter dan 1 MB."
        return None, [Melding(naam, 1, "", wat, "Verdeel de inhoud over kleinere bestanden.")]
    lader = _Loader(tekst)
    try:
        knoop = lader.get_single_node()
        meldingen = list(_verboden(knoop, naam)) if knoop is not None else []
        if meldingen:
            return None, meldingen
        inhoud = lader.construct_document(knoop) if knoop is not None else None
    except yaml.YAMLError as fout:
        return None, [_syntaxfout(fout, naam)]
    except ValueError as fout:
        return None, [Melding(naam, 1, "", f"Een waarde is ongeldig ({fout}).", "Schrijf een bestaande datum.")]
    finally:
        lader.dispose()
    return YamlBestand(naam, inhoud, knoop), []


def _syntaxfout(fout: yaml.YAMLError, naam: str) -> Melding:
    plek = getattr(fout, "problem_mark", None) or getattr(fout, "context_mark", None)
    regel = plek.line + 1 if plek is not None else 1
    probleem = getattr(fout, "problem", None) or str(fout)
    herstel = "Kijk naar inspringen, aanhalingstekens en een dubbele punt gevolgd door een spatie op deze regel."
    if "\\t" in str(probleem) or "tab" in str(probleem).lower():
        herstel = "Vervang de tab door spaties."
    return Melding(naam, regel, "", f"Dit is geen geldige YAML ({probleem}).", herstel)


def _verboden(knoop: yaml.Node, naam: str, diepte: int = 0, gezien: set[int] | None = None) -> Iterator[Melding]:
    """Doubled keys (YAML keeps only the last), anchors (a bomb in the making) and absurd depth."""
    gezien = set() if gezien is None else gezien
    regel = knoop.start_mark.line + 1
    if id(knoop) in gezien:
        yield Melding(naam, regel, "", "Verwijzingen (& en *) mogen hier niet.", "Schrijf de waarde uit.")
        return
    gezien.add(id(knoop))
    if diepte > 20:
        yield Melding(naam, regel, "", "Dit is te diep genest.", "Maak de opbouw vlakker; kijk naar het voorbeeld.")
        return
    if isinstance(knoop, yaml.MappingNode):
        sleutels: set[str] = set()
        for sleutel, waarde in knoop.value:
            veld = str(sleutel.value)
            if veld in sleutels:
                regel = sleutel.start_mark.line + 1
                yield Melding(naam, regel, veld, "Dit veld staat er twee keer.", "Verwijder één van de twee.")
            sleutels.add(veld)
            yield from _verboden(waarde, naam, diepte + 1, gezien)
    elif isinstance(knoop, yaml.SequenceNode):
        for deel in knoop.value:
            yield from _verboden(deel, naam, diepte + 1, gezien)

"""Reads one YAML file and remembers on which line each field stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from wegwijzer.kennis import yaml_fout
from wegwijzer.kennis.meldingen import Melding

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML built without libyaml: slower, same result
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

MAX_BYTES = 1_000_000
"""A knowledge file is a few kilobytes; a larger one is a mistake (bytes)."""
MAX_DIEPTE = 20
MAX_HAKEN = 500
"""So many open brackets, or characters of indentation, are not even parsed: the parser's own stack would overflow."""

TE_DIEP = ("Dit is te diep genest.", "Maak de opbouw vlakker; kijk naar het voorbeeld.")
"""What is wrong, remedy."""


class Lader(_Loader):
    """Takes only whole numbers, true, false and empty for what they are; all else is the text that the editor typed.

    YAML 1.1 would read `no` as false, `8.10` as 8.1, `09:30` as 570 and `2026-02-30` as an error without a line.
    """


_ZELF = ("timestamp", "bool", "int", "float")
Lader.yaml_implicit_resolvers = {
    teken: [(tag, vorm) for tag, vorm in paren if tag.rsplit(":", 1)[-1] not in _ZELF]
    for teken, paren in _Loader.yaml_implicit_resolvers.items()
}
Lader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
Lader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^-?(?:0|[1-9][0-9]*)$"), list("-0123456789"))


@dataclass(frozen=True, eq=False)
class YamlBestand:
    """A parsed file: `naam` relative to the knowledge folder, its data, and the node tree for line numbers.

    Equal only to itself: what was worked out for one can be remembered by it.
    """

    naam: str
    inhoud: Any
    knoop: yaml.Node | None

    def regel(self, pad: Sequence[str | int]) -> int:
        """The line (from 1) of the field at `pad`; the nearest parent's when the field is missing."""
        return self._zoek(pad)[0]

    def geschreven(self, pad: Sequence[str | int]) -> str | None:
        """What the editor typed at `pad`, or None where that is a list, fields or nothing."""
        knoop = self._zoek(pad)[1]
        return str(knoop.value) if isinstance(knoop, yaml.ScalarNode) and knoop.value else None

    def fout(self, pad: Sequence[str | int], wat: str, herstel: str) -> Melding:
        """A message about the field at `pad`; places in a list are counted from 1."""
        veld = ".".join(str(deel + 1) if isinstance(deel, int) else str(deel) for deel in pad)
        return Melding(self.naam, self.regel(pad), veld, wat, herstel)

    def _zoek(self, pad: Sequence[str | int]) -> tuple[int, yaml.Node | None]:
        knoop, regel = self.knoop, 1
        if knoop is not None:
            regel = knoop.start_mark.line + 1
        for deel in pad:
            if isinstance(knoop, yaml.MappingNode):
                paren = {str(sleutel.value): (sleutel, waarde) for sleutel, waarde in knoop.value}
                if str(deel) not in paren:
                    return regel, None
                sleutel, knoop = paren[str(deel)]
                regel = sleutel.start_mark.line + 1
            elif isinstance(knoop, yaml.SequenceNode) and isinstance(deel, int) and deel < len(knoop.value):
                knoop = knoop.value[deel]
                regel = knoop.start_mark.line + 1
            else:
                return regel, None
        return regel, knoop


def lees(pad: Path, naam: str) -> tuple[YamlBestand | None, list[Melding]]:
    """Read `pad`; a file that is no YAML, has doubled keys or anchors gives messages instead of data."""
    tekst, meldingen = lees_tekst(pad, naam)
    return (None, meldingen) if tekst is None else ontleed(tekst, naam)


def lees_tekst(pad: Path, naam: str) -> tuple[str | None, list[Melding]]:
    """The text of `pad`, or why it cannot be read."""
    try:
        if pad.stat().st_size > MAX_BYTES:
            herstel = "Verdeel de inhoud over kleinere bestanden."
            return None, [Melding(naam, 1, "", "Dit bestand is groter dan 1 MB.", herstel)]
        return pad.read_text(encoding="utf-8"), []
    except UnicodeDecodeError as fout:
        regel = pad.read_bytes()[: fout.start].count(b"\n") + 1
        herstel = "Sla het bestand opnieuw op, en kies daarbij UTF-8 als codering."
        return None, [Melding(naam, regel, "", "Op deze regel staat een teken dat geen UTF-8 is.", herstel)]
    except FileNotFoundError:
        herstel = "Zet het bestand terug; het is nodig."
        return None, [Melding(naam, 1, "", "Dit bestand ontbreekt.", herstel)]
    except OSError:
        herstel = "Controleer of het een gewoon bestand is dat u mag openen."
        return None, [Melding(naam, 1, "", "Dit bestand is niet te openen.", herstel)]


def ontleed(tekst: str, naam: str) -> tuple[YamlBestand | None, list[Melding]]:
    """Parse YAML that was read from the file `naam`."""
    if regel := _bodemloos(tekst):
        return None, [Melding(naam, regel, "", *TE_DIEP)]
    try:
        lader = Lader(tekst)
        try:
            knoop = lader.get_single_node()
            meldingen = list(_verboden(knoop, naam)) if knoop is not None else []
            if meldingen:
                return None, meldingen
            inhoud = lader.construct_document(knoop) if knoop is not None else None
        finally:
            lader.dispose()
    except yaml.YAMLError as fout:
        return None, [yaml_fout.melding(fout, tekst, naam)]
    except (ValueError, RecursionError):
        herstel = "Kijk naar het voorbeeld in knowledge/README.md."
        return None, [Melding(naam, 1, "", "In dit bestand staat een waarde die niet te lezen is.", herstel)]
    return YamlBestand(naam, inhoud, knoop), []


def _bodemloos(tekst: str) -> int | None:
    """The first line on which the nesting may pass MAX_HAKEN, counted roughly: quotes are not looked at."""
    open_ = 0
    for nummer, regel in enumerate(tekst.splitlines(), 1):
        erbij = regel.count("[") + regel.count("{")
        if open_ + erbij > MAX_HAKEN or len(regel) - len(regel.lstrip(" -?:")) > MAX_HAKEN:
            return nummer
        open_ = max(0, open_ + erbij - regel.count("]") - regel.count("}"))
    return None


def _verboden(knoop: yaml.Node, naam: str, diepte: int = 0, gezien: set[int] | None = None) -> Iterator[Melding]:
    """Doubled keys (YAML keeps only the last), anchors (a bomb in the making) and absurd depth."""
    gezien = set() if gezien is None else gezien
    regel = knoop.start_mark.line + 1
    if id(knoop) in gezien:
        herstel = "Haal de & en de * weg en schrijf de waarde op beide plekken uit."
        yield Melding(naam, regel, "", "Een verwijzing met & en * mag hier niet.", herstel)
        return
    gezien.add(id(knoop))
    if diepte > MAX_DIEPTE:
        yield Melding(naam, regel, "", *TE_DIEP)
        return
    if isinstance(knoop, yaml.MappingNode):
        sleutels: dict[str, int] = {}
        for sleutel, waarde in knoop.value:
            veld, regel = str(sleutel.value), sleutel.start_mark.line + 1
            if veld in sleutels:
                wat = f"Het veld '{veld}' staat er twee keer; de eerste keer op regel {sleutels[veld]}."
                yield Melding(naam, regel, veld, wat, "Houd er één over, met de inhoud die moet blijven.")
            sleutels.setdefault(veld, regel)
            yield from _verboden(waarde, naam, diepte + 1, gezien)
    elif isinstance(knoop, yaml.SequenceNode):
        for deel in knoop.value:
            yield from _verboden(deel, naam, diepte + 1, gezien)

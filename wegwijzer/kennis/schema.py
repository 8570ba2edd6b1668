"""Checks one file against the JSON Schema of its kind and says in Dutch what is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema

from wegwijzer.kennis.meldingen import Melding
from wegwijzer.kennis.yaml_bestand import YamlBestand

SCHEMAS = Path(__file__).parent / "schemas"

SOORTEN = {"string": "tekst", "integer": "een heel getal", "array": "een lijst", "object": "velden met waarden"}
SOORTEN |= {"boolean": "true of false", "null": "leeg", "number": "een getal"}

HERSTEL = {
    "gezien": "Schrijf de dag waarop u de bron las, als 2026-11-22.",
    "stand": "Schrijf de datum die de bron zelf toont (2024, 2024-08 of 2024-08-01), of onbekend.",
    "bron": "Schrijf het openbare adres van de bron, beginnend met https://.",
    "zekerheid": "Kies hoog, midden of laag (zie knowledge/README.md).",
    "stap": "Kies een stap van de weg: school, samenwerkingsverband, onderwijsconsulent, advieslijn, klacht of inspectie.",
    "titel": "Schrijf een korte vraag van 3 tot 48 tekens.",
    "vragen": "Schrijf minstens 5 verschillende voorbeeldvragen.",
    "code": "Schrijf de code als PO2305, VO2810 of REFSVO.",
    "id": "Gebruik alleen kleine letters, cijfers en _.",
}


@lru_cache(maxsize=None)
def validator(soort: str) -> jsonschema.Draft7Validator:
    """The validator for one kind of file, built once."""
    schema = json.loads((SCHEMAS / f"{soort}.json").read_text(encoding="utf-8"))
    gemeen = json.loads((SCHEMAS / "gemeen.json").read_text(encoding="utf-8"))
    resolver = jsonschema.RefResolver("", schema, store={"gemeen.json": gemeen})
    return jsonschema.Draft7Validator(schema, resolver=resolver)


def zonder_datums(waarde: Any) -> Any:
    """YAML reads an unquoted 2026-11-22 as a date and `stand: 2024` as a number; we want their text."""
    if isinstance(waarde, dict):
        tekst = {str(k): zonder_datums(v) for k, v in waarde.items()}
        return tekst | {k: str(v) for k, v in tekst.items() if k == "stand" and isinstance(v, int)}
    if isinstance(waarde, list):
        return [zonder_datums(v) for v in waarde]
    if hasattr(waarde, "isoformat"):
        return waarde.isoformat()
    return waarde


def controleer(bestand: YamlBestand, soort: str) -> Iterator[Melding]:
    """All faults of `bestand` against the schema `soort`, in the order of the file."""
    for fout in validator(soort).iter_errors(bestand.inhoud):
        yield _melding(bestand, _diepste(fout))


def _diepste(fout: jsonschema.ValidationError) -> jsonschema.ValidationError:
    """Of an anyOf, the branch that the editor most likely meant: the one that is not `null`."""
    while fout.context:
        fout = max(fout.context, key=lambda f: (len(f.absolute_path), f.validator != "type"))
    return fout


def _melding(bestand: YamlBestand, fout: jsonschema.ValidationError) -> Melding:
    pad = list(fout.absolute_path)
    veld = ".".join(str(d + 1) if isinstance(d, int) else d for d in pad)
    laatste = next((d for d in reversed(pad) if isinstance(d, str)), "")
    waarde = str(fout.instance)[:60]
    if fout.validator == "required":
        mist = next(n for n in fout.validator_value if n not in fout.instance)
        veld = f"{veld}.{mist}".lstrip(".")
        herstel = HERSTEL.get(mist, f"Voeg '{mist}:' toe.")
        return Melding(bestand.naam, bestand.regel(pad), veld, f"Het veld '{mist}' ontbreekt.", herstel)
    if fout.validator == "additionalProperties":
        bekend = sorted(fout.schema.get("properties", {}))
        vreemd = next(n for n in fout.instance if n not in bekend)
        veld = f"{veld}.{vreemd}".lstrip(".")
        wat = f"Het veld '{vreemd}' bestaat hier niet."
        herstel = f"Bedoelt u een van deze: {', '.join(bekend)}?"
        return Melding(bestand.naam, bestand.regel([*pad, vreemd]), veld, wat, herstel)
    wat, herstel = _overig(fout, waarde)
    return Melding(bestand.naam, bestand.regel(pad), veld, wat, HERSTEL.get(laatste, herstel))


def _overig(fout: jsonschema.ValidationError, waarde: str) -> tuple[str, str]:
    regel, eis = fout.validator, fout.validator_value
    if regel == "type":
        soorten = [eis] if isinstance(eis, str) else eis
        moet = " of ".join(SOORTEN.get(s, s) for s in soorten)
        return f"Hier staat '{waarde}', maar het moet {moet} zijn.", f"Schrijf {moet}; zet tekst zo nodig tussen quotes."
    if regel == "enum":
        keuzes = ", ".join(str(k) for k in eis if k is not None)
        return f"'{waarde}' kan hier niet.", f"Kies uit: {keuzes}."
    if regel == "pattern":
        return f"'{waarde}' heeft niet de goede vorm.", "Kijk hoe een ander bestand van deze soort het schrijft."
    if regel in ("minLength", "minItems", "minProperties"):
        return "Dit is leeg of te kort.", f"Vul minstens {eis} in, of haal het veld weg als het niet verplicht is."
    if regel in ("maxLength", "maxItems"):
        return "Dit is te lang.", f"Houd het op hoogstens {eis}."
    if regel in ("minimum", "maximum"):
        return f"{waarde} is te klein of te groot.", f"De grens is {eis}."
    if regel == "uniqueItems":
        return "Hier staat twee keer hetzelfde in de lijst.", "Verwijder het dubbele."
    return f"'{waarde}' klopt hier niet.", "Kijk naar het voorbeeld in knowledge/README.md."

"""Checks one file against the JSON Schema of its kind and says in Dutch what is wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema

from wegwijzer.kennis.meldingen import Melding, lijkt_op
from wegwijzer.kennis.yaml_bestand import YamlBestand

SCHEMAS = Path(__file__).parent / "schemas"

SOORTEN = {"string": "tekst", "integer": "een heel getal", "array": "een lijst", "object": "een rijtje velden"}
SOORTEN |= {"boolean": "true of false", "null": "leeg", "number": "een getal"}

VORM = {
    "string": "Schrijf gewone tekst, zo nodig tussen aanhalingstekens.",
    "integer": "Schrijf een heel getal, zonder aanhalingstekens.",
    "array": "Schrijf een lijst: elke regel begint met '- '. Een lege lijst is [].",
    "object": "Schrijf de velden eronder, elk op een eigen regel en twee spaties ingesprongen.",
    "boolean": "Schrijf true of false.",
}
"""Per JSON type: how to write it."""

HERSTEL = {
    "gezien": "Schrijf de dag waarop u de bron las, als 2026-11-22.",
    "stand": "Schrijf de datum die de bron zelf toont (2024, 2024-08 of 2024-08-01), of onbekend.",
    "bron": "Schrijf het openbare adres van de bron, beginnend met https://, of het wetsartikel.",
    "zekerheid": "Kies hoog, midden of laag (zie knowledge/README.md).",
    "stap": "Kies school, samenwerkingsverband, onderwijsconsulent, advieslijn, klacht of inspectie; of null.",
    "titel": "Schrijf een korte vraag van 3 tot 48 tekens.",
    "vragen": "Schrijf minstens 5 verschillende voorbeeldvragen, elk op een regel die met '- ' begint.",
    "antwoord": "Schrijf het antwoord dat de ouder leest: korte zinnen, hoogstens 65 woorden.",
    "code": "Schrijf de code als PO2305, VO2810 of REFSVO; bij een taal de naam van het bestand, als en.",
    "nagekeken": "Schrijf true als een moedertaalspreker alles las, anders false.",
    "id": "Schrijf de naam van het bestand zonder .yml of .md: kleine letters, cijfers en _.",
    "aan": "Schrijf wie de brief krijgt, als: de mentor of intern begeleider.",
    "wanneer": "Schrijf in één zin wanneer een ouder deze brief gebruikt.",
    "woorden": "Schrijf de woorden waaraan te horen is dat een ouder deze brief bedoelt.",
    "tekst": "Schrijf de brief zelf onder de tweede regel ---.",
    "bronnen": "Noem minstens één bron, met bron, gezien, stand en zekerheid.",
}
"""Per field: what to write when it is wrong or missing."""


@cache
def validator(soort: str) -> jsonschema.Draft7Validator:
    """The validator for one kind of file, built once."""
    schema = json.loads((SCHEMAS / f"{soort}.json").read_text(encoding="utf-8"))
    gemeen = json.loads((SCHEMAS / "gemeen.json").read_text(encoding="utf-8"))
    resolver = jsonschema.RefResolver("", schema, store={"gemeen.json": gemeen})
    return jsonschema.Draft7Validator(schema, resolver=resolver)


def zonder_datums(waarde: Any) -> Any:
    """`stand: 2024` is read as a number; every key and every `stand` is text to us."""
    if isinstance(waarde, dict):
        return {str(k): str(v) if k == "stand" and isinstance(v, int) else zonder_datums(v) for k, v in waarde.items()}
    if isinstance(waarde, list):
        return [zonder_datums(v) for v in waarde]
    return waarde


def controleer(bestand: YamlBestand, soort: str) -> Iterator[Melding]:
    """All faults of `bestand` against the schema `soort`, in the order of the file."""
    if bestand.inhoud is None:
        yield bestand.fout([], "Dit bestand is leeg.", "Vul het, of verwijder het bestand. Zie knowledge/README.md.")
        return
    for fout in validator(soort).iter_errors(bestand.inhoud):
        yield from _meldingen(bestand, _diepste(fout))


def _diepste(fout: jsonschema.ValidationError) -> jsonschema.ValidationError:
    """Of an anyOf, the branch that the editor most likely meant: the one that is not `null`."""
    while fout.context:
        fout = max(
            fout.context, key=lambda f: (len(f.absolute_path), f.validator != "type", f.validator_value != "null")
        )
    return fout


def _meldingen(bestand: YamlBestand, fout: jsonschema.ValidationError) -> Iterator[Melding]:
    pad = list(fout.absolute_path)
    if fout.validator == "required":
        gevonden = re.match(r"'(.+)' is a required", fout.message)
        mist = gevonden[1] if gevonden else ""
        herstel = HERSTEL.get(mist) or f"Voeg een regel '{mist}: …' toe."
        if mist not in HERSTEL and '"null"' in json.dumps(fout.schema["properties"].get(mist)):
            herstel += f" Weet u het niet? Schrijf dan '{mist}: null'."
        melding = bestand.fout([*pad, mist], f"Het veld '{mist}' ontbreekt.", herstel)
        yield Melding(melding.bestand, bestand.regel(pad), melding.veld, melding.wat, melding.herstel)
    elif fout.validator == "additionalProperties":
        bekend = sorted(fout.schema.get("properties", {}))
        for vreemd in (n for n in fout.instance if n not in bekend):
            herstel = f"{lijkt_op(vreemd, bekend)}Hier kan: {', '.join(bekend)}."
            yield bestand.fout([*pad, vreemd], f"Het veld '{vreemd}' bestaat hier niet.", herstel)
    elif fout.validator == "uniqueItems":
        for nummer, deel in enumerate(fout.instance):
            if deel in fout.instance[:nummer]:
                wat = f"'{str(deel)[:40]}' staat al eerder in deze lijst."
                yield bestand.fout([*pad, nummer], wat, "Haal deze regel weg, of schrijf iets anders.")
    else:
        wat, herstel = _waarde(bestand, pad, fout)
        eigen = HERSTEL.get(str(pad[-1])) if pad else None
        yield bestand.fout(pad, wat, eigen or herstel)


def _waarde(bestand: YamlBestand, pad: list[Any], fout: jsonschema.ValidationError) -> tuple[str, str]:
    regel, eis, waarde = fout.validator, fout.validator_value, fout.instance
    getypt = (bestand.geschreven(pad) or "")[:60]
    if waarde is None or waarde == "":
        soort = eis if isinstance(eis, str) and regel == "type" else "string"
        return "Dit veld is leeg.", VORM.get(soort, "Vul het in.")
    if regel == "type":
        soorten = [eis] if isinstance(eis, str) else eis
        moet = " of ".join(SOORTEN.get(s, s) for s in soorten)
        staat = f"'{getypt}'" if getypt else SOORTEN["array" if isinstance(waarde, list) else "object"]
        herstel = (
            f'Zet het tussen aanhalingstekens: "{getypt}".' if getypt and "string" in soorten else VORM[soorten[0]]
        )
        return f"Hier staat {staat}, maar het moet {moet} zijn.", herstel
    if regel == "enum":
        keuzes = [str(k) for k in eis if k is not None]
        return f"'{getypt}' kan hier niet.", f"{lijkt_op(getypt, keuzes)}Kies uit: {', '.join(keuzes)}."
    if regel == "pattern":
        herstel = fout.schema.get("description") or "Kijk hoe een ander bestand van deze soort het schrijft"
        return f"'{getypt}' heeft niet de goede vorm.", f"{str(herstel).rstrip('.')}."
    if regel in ("minItems", "minProperties"):
        return f"Hier staan er {len(waarde)}; er moeten er minstens {eis} zijn.", VORM[
            "array" if regel == "minItems" else "object"
        ]
    if regel == "maxItems":
        return f"Hier staan er {len(waarde)}; er mogen er hoogstens {eis} zijn.", "Houd de belangrijkste over."
    if regel in ("minLength", "maxLength"):
        grens = "minstens" if regel == "minLength" else "hoogstens"
        return (
            f"Deze tekst is {len(waarde)} tekens lang; het moeten er {grens} {eis} zijn.",
            "Maak de tekst langer of korter.",
        )
    if regel in ("minimum", "maximum"):
        grens = "minstens" if regel == "minimum" else "hoogstens"
        return f"{waarde} kan hier niet.", f"Schrijf een getal van {grens} {eis}."
    return f"'{getypt}' klopt hier niet.", "Kijk naar het voorbeeld in knowledge/README.md."

"""The form of one kind of knowledge file, made from its JSON schema: which fields, how filled in, with what help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from wegwijzer.kennis.schema import validator

VERTALING = {
    "po": "po (basisschool)", "sbo": "sbo (speciaal basisonderwijs)", "so": "so (speciaal onderwijs)",
    "vo": "vo (voortgezet onderwijs)", "pro": "pro (praktijkonderwijs)", "vso": "vso (voortgezet speciaal)",
    "mbo": "mbo", "cluster1": "cluster 1", "cluster2": "cluster 2",
}  # fmt: skip
"""Choices that need a word more on screen."""


@dataclass(frozen=True)
class Veld:
    """One field of a form.

    `soort`: kort, lang, getal, datum, keuze, aan (yes or not), regels (a text each line), vinkjes, keuzes (so many
    choices from a list), gebieden (name: codes, a line each), groep (fields together) or rijen (groups, one below
    another). `lijst`: the list of names that a choice is made from, where it is not in `opties`. `leeg`: may be null.
    """

    naam: str
    soort: str
    titel: str
    hulp: str = ""
    verplicht: bool = False
    leeg: bool = False
    opties: tuple[str | None, ...] = ()
    lijst: str = ""
    hoogstens: int = 0
    velden: tuple[Veld, ...] = ()


@cache
def maak(soort: str, deel: str = "") -> Veld:
    """The form of the schema `soort`; with `deel` that of one part of its list of that name."""
    schema: Mapping[str, Any] = validator(soort).schema
    if deel:
        schema = schema["properties"][deel]["items"]
    return Veld("", "groep", str(schema.get("title", "")), velden=_velden(schema))


def _velden(schema: Mapping[str, Any]) -> tuple[Veld, ...]:
    verplicht = set(schema.get("required", []))
    return tuple(_veld(naam, deel, naam in verplicht) for naam, deel in schema["properties"].items())


def _veld(naam: str, ruw: Mapping[str, Any], verplicht: bool) -> Veld:
    schema, leeg = _kern(_opgelost(ruw))
    soort, lijst = _soort(schema)
    return Veld(
        naam,
        soort,
        str(ruw.get("title") or schema.get("title") or naam),
        str(ruw.get("description") or schema.get("description") or ""),
        verplicht,
        leeg,
        tuple(_opgelost(schema["items"])["enum"]) if soort == "vinkjes" else tuple(schema.get("enum", ())),
        lijst,
        int(schema.get("maxItems", 0)),
        _velden(_opgelost(schema["items"]) if soort == "rijen" else schema) if soort in ("groep", "rijen") else (),
    )


def _opgelost(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a `$ref` to gemeen.json stands for, with what is said beside it."""
    if "$ref" not in schema:
        return schema
    naam = schema["$ref"].rsplit("/", 1)[-1]
    gemeen: Mapping[str, Any] = validator("gemeen").schema["definitions"][naam]
    return {**gemeen, **{sleutel: waarde for sleutel, waarde in schema.items() if sleutel != "$ref"}}


def _kern(schema: Mapping[str, Any]) -> tuple[Mapping[str, Any], bool]:
    """The schema without its `or null`, and whether that was there."""
    if "anyOf" in schema:
        delen = [_opgelost(deel) for deel in schema["anyOf"] if deel.get("type") != "null"]
        return {**delen[0], **{s: w for s, w in schema.items() if s != "anyOf"}}, len(delen) < len(schema["anyOf"])
    soort = schema.get("type")
    if isinstance(soort, list):
        return {**schema, "type": next(s for s in soort if s != "null")}, "null" in soort
    return schema, None in schema.get("enum", ())


def _soort(schema: Mapping[str, Any]) -> tuple[str, str]:
    """How it is filled in, and from which list of names."""
    wens, _, lijst = str(schema.get("x-vorm", "")).partition(":")
    if wens:
        return ("keuzes" if wens == "keuze" else wens), lijst
    if "enum" in schema:
        return "keuze", ""
    if schema.get("type") == "array":
        deel = _opgelost(schema["items"])
        if deel.get("type") == "object":
            return "rijen", ""
        return ("vinkjes" if "enum" in deel else "regels"), ""
    return {"object": "groep", "integer": "getal", "boolean": "aan"}.get(str(schema.get("type")), "kort"), ""

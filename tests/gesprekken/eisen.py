"""What holds for every turn of every conversation, whatever it is about."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema

from wegwijzer.huis import kennismap
from wegwijzer.kennis.model import STAPPEN

MEESTE_ANTWOORDEN = 4
MEESTE_WOORDEN, MEESTE_WOORDEN_NOOD = 120, 130
LANGSTE_KNOP = 48
DOCUMENTEN = frozenset({"plan", "brief"})
"""Replies that the parent takes along: they may be longer than what is read on screen."""
VOOR_KLACHT = ("school", "samenwerkingsverband", "onderwijsconsulent")
CONTRACT = Path(__file__).parents[1] / "contract" / "ask-output.schema.json"

_ADRES = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
_NUMMER = re.compile(r"(?<!\d)(?<!\d[-:.])0\d{1,3}[- ]?\d(?:[ -]?\d){2,9}(?!\d)")
_WAARDE = re.compile(r"waarde: *['\"]?(\d[\d -]+\d)")


def fouten(beurt: dict[str, Any], eerder: dict[str, Any]) -> list[str]:
    """What is wrong with a turn of the contract; `eerder`: the slots before it."""
    return [*_vorm(beurt), *_stap(beurt, eerder), *_nummers(beurt)]


def _vorm(beurt: dict[str, Any]) -> Iterator[str]:
    try:
        jsonschema.validate({"id": "x", "turns": [beurt]}, _schema())
    except jsonschema.ValidationError as fout:
        yield f"contract: {fout.json_path}: {fout.message[:120]}"
    antwoorden = beurt["replies"]
    if not 1 <= len(antwoorden) <= MEESTE_ANTWOORDEN:
        yield f"{len(antwoorden)} antwoorden"
    if any(not str(a["text"]).strip() for a in antwoorden):
        yield "een leeg antwoord"
    tekst = " ".join(a["text"] for a in antwoorden)
    if "{" in tekst or "}" in tekst:
        yield f"niet ingevuld: {tekst[max(0, tekst.find('{') - 20) :][:60]}"
    grens = MEESTE_WOORDEN_NOOD if beurt["topic"] == "nood" else MEESTE_WOORDEN
    woorden = sum(len(a["text"].split()) for a in antwoorden if not DOCUMENTEN & set(a.get("custom") or {}))
    if woorden > grens:
        yield f"{woorden} woorden, hoogstens {grens}"
    for knop in knoppen(beurt):
        if not 0 < len(knop) <= LANGSTE_KNOP:
            yield f"knop van {len(knop)} tekens: {knop}"


def _stap(beurt: dict[str, Any], eerder: dict[str, Any]) -> Iterator[str]:
    """A step counts as offered when a reply shows it, or when it became the current one."""
    slots = beurt["slots"]
    gedaan = slots.get("stappen_gedaan") or []
    huidig = slots.get("stap")
    getoond = {STAPPEN[int(n) - 1] for a in beurt["replies"] if (n := a.get("custom", {}).get("stap"))}
    aangeboden = getoond | ({huidig} if huidig and huidig != eerder.get("stap") else set())
    for stap in sorted(aangeboden & set(gedaan)):
        yield f"stap '{stap}' aangeboden, maar die is al gedaan"
    if "klacht" in aangeboden:
        for stap in VOOR_KLACHT:
            if stap not in gedaan and not _vervalt(stap, slots):
                yield f"klacht aangeboden voordat '{stap}' gedaan is"


def _vervalt(stap: str, slots: dict[str, Any]) -> bool:
    if stap == "school":
        return "geen_school" in (slots.get("situatie") or [])
    if stap == "samenwerkingsverband":
        return slots.get("onderwijssoort") == "mbo" or slots.get("richting") in ("cluster1", "cluster2")
    return False


def _nummers(beurt: dict[str, Any]) -> Iterator[str]:
    for antwoord in beurt["replies"]:
        for gevonden in _NUMMER.findall(_ADRES.sub(" ", antwoord["text"])):
            if re.sub(r"\D", "", gevonden) not in bekende_nummers():
                yield f"nummer zonder bron in de kennis: {gevonden}"


def knoppen(beurt: dict[str, Any]) -> list[str]:
    """The titles of all buttons of a turn."""
    return [str(k["title"]) for a in beurt["replies"] for k in a.get("buttons") or []]


@lru_cache(maxsize=1)
def bekende_nummers() -> frozenset[str]:
    """The digits of every telephone number that a file in knowledge/ gives as a contact."""
    teksten = (pad.read_text(encoding="utf-8") for pad in kennismap().rglob("*.yml"))
    return frozenset(re.sub(r"\D", "", nummer) for tekst in teksten for nummer in _WAARDE.findall(tekst))


@lru_cache(maxsize=1)
def _schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(CONTRACT.read_text(encoding="utf-8"))
    return schema

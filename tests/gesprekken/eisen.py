"""What holds for every turn of every conversation, whatever it is about."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema

from wegwijzer.huis import houder, kennismap
from wegwijzer.kennis.model import STAPPEN

MEESTE_ANTWOORDEN = 4
MEESTE_WOORDEN, MEESTE_WOORDEN_NOOD = 120, 130
MEESTE_IN_EEN, MEESTE_IN_EEN_MET_STREEK = 95, 110
"""Words of one reply; a step with agreements of its region may be longer."""
LANGSTE_KNOP = 48
DOCUMENTEN = frozenset({"plan", "brief", "voorbereiding"})
"""Replies that the parent takes along: they may be longer than what is read on screen."""
HERHAALBAAR = frozenset({"pad", "gesprek", "nood", "onduidelijk", "buiten_bereik"})
"""What may be said again: the step that a parent asks for once more, and help in danger."""
ADVIESLIJN = "Ouders & Onderwijs"
"""Named at every step: a parent need not wait for its turn."""
LANG = 25
"""From so many words on a text is noticed when it comes back."""
VOOR_KLACHT = ("school", "samenwerkingsverband", "onderwijsconsulent")
CONTRACT = Path(__file__).parents[1] / "contract" / "ask-output.schema.json"

_ADRES = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
_NUMMER = re.compile(r"(?<!\d)(?<!\d[-:.])0\d{1,3}[- ]?\d(?:[ -]?\d){2,9}(?!\d)")
_WAARDE = re.compile(r"waarde: *['\"]?(\d[\d -]+\d)")


def fouten(beurt: dict[str, Any], eerder: dict[str, Any], vorige: dict[str, Any] | None = None) -> list[str]:
    """What is wrong with a turn of the contract; `eerder`: the slots before it, `vorige`: the turn before it."""
    return [*_vorm(beurt), *_stap(beurt, eerder), *_nummers(beurt), *_bekend(beurt), *_nog_eens(beurt, vorige)]


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
    for antwoord in antwoorden:
        custom = antwoord.get("custom") or {}
        hoogstens = MEESTE_IN_EEN_MET_STREEK if custom.get("stap") == 2 else MEESTE_IN_EEN
        lengte = len(antwoord["text"].split())
        if not DOCUMENTEN & set(custom) and beurt["topic"] != "nood" and lengte > hoogstens:
            yield f"een antwoord van {lengte} woorden, hoogstens {hoogstens}"
    for knop in knoppen(beurt):
        if not 0 < len(knop) <= LANGSTE_KNOP:
            yield f"knop van {len(knop)} tekens: {knop}"


def _bekend(beurt: dict[str, Any]) -> Iterator[str]:
    """A question whose answer is known already is never asked."""
    slots = beurt["slots"]
    bekend = {
        "onderwijssoort": slots.get("onderwijssoort"),
        "plaats": slots.get("plaats") or slots.get("gemeente"),
        "plaats_thuis": slots.get("plaats") or slots.get("gemeente"),
        "pc4": slots.get("pc4"),
    }
    teksten = [a["text"] for a in beurt["replies"]]
    for vraag, waarde in bekend.items():
        if waarde and any(stelt(vraag, tekst) for tekst in teksten):
            yield f"vraagt naar {vraag}, maar dat is al {waarde}"


def stelt(vraag: str, tekst: str) -> bool:
    """Whether `tekst` asks that question; by its wording in knowledge/teksten.yml, so that may change."""
    kennis = houder().haal().kennis
    sleutels = [f"vraag_{vraag}", *([f"vraag_{vraag}_speciaal"] if vraag == "plaats" else [])]
    for sleutel in [s for naam in sleutels for s in (naam, f"{naam}_jongere") if s in kennis.teksten]:
        delen = re.split(r"\{\w+\}", kennis.teksten[sleutel][0].strip())
        if re.search(".{1,60}?".join(re.escape(d) for d in delen), tekst):
            return True
    return False


def _nog_eens(beurt: dict[str, Any], vorige: dict[str, Any] | None) -> Iterator[str]:
    """The answer to a topic is not the very text that the parent has just read."""
    if vorige is None or beurt["topic"] in HERHAALBAAR or beurt["topic"] != vorige["topic"]:
        return
    lange = {a["text"] for a in vorige["replies"] if len(a["text"].split()) >= LANG}
    for antwoord in beurt["replies"]:
        if antwoord["text"] in lange and "stap" not in (antwoord.get("custom") or {}):
            yield f"dezelfde tekst nog eens: {antwoord['text'][:60]}"


def _stap(beurt: dict[str, Any], eerder: dict[str, Any]) -> Iterator[str]:
    """A step counts as offered when a reply shows it, or when it became the current one."""
    slots = beurt["slots"]
    gedaan = slots.get("stappen_gedaan") or []
    huidig = slots.get("stap")
    getoond = {STAPPEN[int(n) - 1] for a in beurt["replies"] if (n := a.get("custom", {}).get("stap"))}
    aangeboden = getoond | ({huidig} if huidig and huidig != eerder.get("stap") else set())
    for stap in sorted(aangeboden & set(gedaan)):
        yield f"stap '{stap}' aangeboden, maar die is al gedaan"
    for antwoord in beurt["replies"]:
        toont = "stap" in (antwoord.get("custom") or {}) and len(antwoord["text"].split()) >= LANG
        if toont and ADVIESLIJN not in antwoord["text"]:
            yield "een stap zonder advieslijn"
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

"""A trace as the page shows it: names in Dutch, numbers rounded, links to where a file can be changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from wegwijzer.helpdesk.spoor.model import Spoor
from wegwijzer.helpdesk.spoor.tekst import TIJDEN, WAAR, gevaar_tekst, waarde_tekst

VORMEN = {
    "onderwerpen": "onderwerp",
    "organisaties": "organisatie",
    "samenwerkingsverbanden": "samenwerkingsverband",
}
"""Folder of knowledge → the kind of form in the room /kennis."""


def bewerklink(bestand: str) -> str | None:
    """Where the file `bestand` (relative to knowledge/) can be changed by a form; None where there is no such form."""
    map_, _, naam = bestand.partition("/")
    if map_ not in VORMEN or not naam.endswith(".yml"):
        return None
    return f"/helpdesk/kennis/{VORMEN[map_]}/{quote(naam.removesuffix('.yml'), safe='')}"


def beeld(spoor: Spoor) -> dict[str, Any]:
    """All that the template shows of one turn."""
    beurt = spoor.beurt
    return {
        "tekst": beurt["text"],
        "verwijderd": spoor.verwijderd,
        "onderwerp": beurt["topic"],
        "kansen": [(naam, f"{kans:.2f}") for naam, kans in spoor.kansen],
        "gehoord": [(naam, f"{kans:.2f}") for naam, kans in spoor.gehoord],
        "topics": list(beurt["topics"]),
        "waarom": spoor.waarom,
        "stap": spoor.stap,
        "niveau": spoor.gevaar.niveau,
        "gevaar": gevaar_tekst(spoor),
        "net": [(naam, f"{kans:.3f}") for naam, kans in spoor.gevaar.kansen],
        "vondsten": [
            (v["entity"], waarde_tekst(v["value"]), beurt["text"][v["start"] : v["end"]]) for v in beurt["entities"]
        ],
        "slots": [
            (s.naam, waarde_tekst(s.voor), waarde_tekst(s.na), s.veranderd) for s in spoor.slots if s.voor or s.na
        ],
        "bestanden": _bestanden(spoor),
        "bronnen": [
            {"bron": b.bron, "link": b.bron.startswith(("http://", "https://")), "gezien": b.gezien, "stand": b.stand,
             "zekerheid": b.zekerheid, "plek": f"knowledge/{b.bestand}:{b.regel}"}
            for b in spoor.bronnen
        ],
        "tijden": [(tekst, f"{spoor.tijden.get(naam, 0):.1f}".replace(".", ",")) for naam, tekst in TIJDEN.items()],
        "antwoorden": [antwoordbeeld(a) for a in beurt["replies"]],
    }  # fmt: skip


def antwoordbeeld(antwoord: Mapping[str, Any]) -> dict[str, Any]:
    """One reply of the contract as a parent sees it: text, cards, step, places, law, sources and buttons."""
    custom = antwoord.get("custom") or {}
    kaarten = custom.get("kaarten") or ([custom["kaart"]] if custom.get("kaart") else [])
    rest = {naam: waarde for naam, waarde in custom.items() if naam not in ("kaart", "kaarten")}
    return {
        "tekst": antwoord["text"],
        "knoppen": [k["title"] for k in antwoord.get("buttons") or []],
        "stap": custom.get("stap"),
        "kaarten": kaarten,
        "wet": custom.get("wet") or [],
        "bronnen": custom.get("bronnen") or [],
        "json": json.dumps(rest, ensure_ascii=False, indent=1) if rest else "",
    }


def _bestanden(spoor: Spoor) -> list[dict[str, Any]]:
    """The files, each once, with the lines that were used."""
    per_bestand: dict[str, list[tuple[int, str, str]]] = {}
    for v in spoor.vindplaatsen:
        per_bestand.setdefault(v.bestand, []).append((v.regel, v.veld, WAAR[v.waar]))
    return [
        {"naam": f"knowledge/{naam}", "link": bewerklink(naam), "regels": regels}
        for naam, regels in per_bestand.items()
    ]

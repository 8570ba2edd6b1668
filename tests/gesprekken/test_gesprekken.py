"""Whole conversations with the trained assistant. Each `<map>/<naam>.yml` is one; LEESMIJ.md says how to write one."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from wegwijzer.gesprekspartner import Gesprekspartner
from wegwijzer.huis import houder

MAP = Path(__file__).parent
sys.path.insert(0, str(MAP))
from eisen import fouten, knoppen, stelt  # noqa: E402

BESTANDEN = sorted(MAP.glob("*/*.yml"))
VELDEN = {
    "ouder", "topic", "topic_niet", "slots", "stap", "bevat", "bevat_niet", "vraagt", "vraagt_niet", "knop", "hoort",
    "weg", "waarom", "nu",
}  # fmt: skip
VRAGEN = ("onderwijssoort", "plaats", "plaats_thuis", "pc4", "welke", "school_zelfde_plaats")


def _naam(pad: Path) -> str:
    return f"{pad.parent.name}/{pad.stem}"


@pytest.mark.parametrize("pad", BESTANDEN, ids=_naam)
def test_gesprek(pad: Path, partner: Gesprekspartner) -> None:
    gesprek_yml = yaml.safe_load(pad.read_text(encoding="utf-8"))
    nu = datetime.fromisoformat(str(gesprek_yml["nu"]))
    gesprek = partner.begin(nu)
    mis: list[str] = []
    eerder: dict[str, Any] = {}
    vorige: dict[str, Any] | None = None
    try:
        for nummer, verwacht in enumerate(gesprek_yml["beurten"], start=1):
            assert set(verwacht) <= VELDEN, f"onbekend veld: {set(verwacht) - VELDEN}"
            if "nu" in verwacht:
                gesprek = replace(gesprek, nu=datetime.fromisoformat(str(verwacht["nu"])))
            beurt = partner.zeg(gesprek, verwacht["ouder"])
            gevonden = [*fouten(beurt, eerder, vorige), *_afwijkingen(verwacht, beurt)]
            mis += [f"beurt {nummer} ({verwacht['ouder'][:50]!r}): {fout}" for fout in gevonden]
            mis += [f"antwoord op beurt {nummer}: {_kort(beurt)}"] if gevonden else []
            eerder, vorige = beurt["slots"], beurt
    finally:
        partner.vergeet(gesprek)
    bekend = gesprek_yml.get("nog_niet")
    if bekend and mis:
        pytest.xfail(str(bekend))
    assert not mis, "\n".join(mis)


def _afwijkingen(verwacht: dict[str, Any], beurt: dict[str, Any]) -> list[str]:
    """Where a turn differs from what its conversation says of it."""
    mis: list[str] = []
    tekst = "\n".join(a["text"] for a in beurt["replies"])
    titels, slots = knoppen(beurt), beurt["slots"]
    if verwacht.get("topic") and beurt["topic"] not in _lijst(verwacht["topic"]):
        mis.append(f"topic {beurt['topic']}, verwacht een van {_lijst(verwacht['topic'])}")
    if beurt["topic"] in _lijst(verwacht.get("topic_niet")):
        mis.append(f"topic {beurt['topic']}")
    for naam, waarde in (verwacht.get("slots") or {}).items():
        if not _gelijk(naam, slots.get(naam), waarde):
            mis.append(f"slot {naam} is {slots.get(naam)!r}, verwacht {waarde!r}")
    if "stap" in verwacht and slots.get("stap") != verwacht["stap"]:
        mis.append(f"stap is {slots.get('stap')!r}, verwacht {verwacht['stap']!r}")
    mis += [
        f"waarom is {beurt.get('why')!r}, verwacht {d!r}"
        for d in _lijst(verwacht.get("waarom"))
        if not _staat(d, beurt)
    ]
    mis += [f"mist {deel!r}" for deel in _lijst(verwacht.get("bevat")) if deel.lower() not in tekst.lower()]
    mis += [f"bevat {deel!r}" for deel in _lijst(verwacht.get("bevat_niet")) if deel.lower() in tekst.lower()]
    mis += [f"vraagt niet naar {v}" for v in _lijst(verwacht.get("vraagt")) if not _vraagt(v, tekst, titels)]
    mis += [f"vraagt naar {v}" for v in _lijst(verwacht.get("vraagt_niet")) if _vraagt(v, tekst, titels)]
    mis += [f"hoort {t} niet; wel {beurt['topics']}" for t in _lijst(verwacht.get("hoort")) if t not in beurt["topics"]]
    mis += [f"geen knop {k!r}; wel {titels}" for k in _lijst(verwacht.get("knop")) if k not in titels]
    mis += [f"{deel!r} staat nog in de tekst" for deel in _lijst(verwacht.get("weg")) if deel in beurt["text"]]
    return mis


def _staat(reden: str, beurt: dict[str, Any]) -> bool:
    """Whether all words of `reden` stand in the reason that the turn gives."""
    return set(reden.lower().split()) <= set(re.split(r"[\s;,:()']+", str(beurt.get("why")).lower()))


def _gelijk(naam: str, is_: Any, verwacht: Any) -> bool:
    """Lists without order, empty equal to unset; of `situatie` what is named must be there."""
    if naam == "situatie":
        return set(verwacht) <= set(is_ or [])
    if isinstance(verwacht, list):
        return sorted(is_ or []) == sorted(verwacht)
    return bool(is_ == verwacht)


def _vraagt(vraag: str, tekst: str, titels: list[str]) -> bool:
    """Whether the parent sees that question; by its text in knowledge/teksten.yml, so its wording may change."""
    kennis = houder().haal().kennis
    if vraag == "stap":
        return {kennis.tekst("knop_hielp_niet"), kennis.tekst("knop_loopt_nog")} <= set(titels)
    assert vraag in VRAGEN, f"onbekende vraag: {vraag}"
    return stelt(vraag, tekst)


def _lijst(waarde: Any) -> list[Any]:
    return waarde if isinstance(waarde, list) else [] if waarde is None else [waarde]


def _kort(beurt: dict[str, Any]) -> str:
    slots = {naam: waarde for naam, waarde in beurt["slots"].items() if waarde}
    return f"{beurt['topic']} | {beurt.get('why')} | {slots} | {[a['text'] for a in beurt['replies']]}"[:1500]

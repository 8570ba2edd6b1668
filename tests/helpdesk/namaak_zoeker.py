"""Stands in for Spoorzoeker where no trained model is needed: answers at once, and remembers what it was asked."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from wegwijzer.gesprekspartner import CONTRACTSLOTS
from wegwijzer.helpdesk.spoor.model import Bron, Gevaar, Slot, Spoor, Vindplaats
from wegwijzer.poort import poort

KAART = {
    "wie": "Vereniging Voorbeeld", "wat": "Denkt mee.", "extra": [],
    "contact": [{
        "soort": "site", "waarde": "https://voorbeeld.example", "label": None, "tijden": None, "tijden_noot": None,
        "open": None, "bron": "https://voorbeeld.example/over", "gezien": "2026-11-22", "stand": "onbekend",
        "controleer": True,
    }],
}  # fmt: skip


class NamaakZoeker:
    """`traag`: seconds for each turn, which begins when `mag` is set; `gevraagd`: every text that came in; `open`:
    conversations not yet dropped."""

    traag = 0.0
    mag: ClassVar[threading.Event] = threading.Event()
    gevraagd: ClassVar[list[str]] = []
    begonnen: ClassVar[list[tuple[dict[str, Any], datetime | None]]] = []

    def __init__(self, verwerker: object) -> None:
        self.open: dict[str, dict[str, Any]] = {}

    @classmethod
    def leeg(cls) -> None:
        cls.traag = 0.0
        cls.mag.set()
        cls.gevraagd.clear()
        cls.begonnen.clear()

    def begin(self, nu: datetime | None = None) -> str:
        return self.met_slots({}, nu)

    def met_slots(self, slots: Mapping[str, Any], nu: datetime | None = None) -> str:
        self.begonnen.append((dict(slots), nu))
        naam = f"gesprek-{len(self.begonnen)}"
        self.open[naam] = {**dict.fromkeys(CONTRACTSLOTS), **slots}
        return naam

    def vergeet(self, gesprek: str) -> None:
        del self.open[gesprek]

    def zeg(self, gesprek: str, tekst: str) -> dict[str, Any]:
        self.mag.wait(120)
        time.sleep(self.traag)
        self.gevraagd.append(tekst)
        if "ontploft" in tekst:
            raise RuntimeError("kapot")
        slots = self.open[gesprek]
        slots["stap"] = "school"
        topic = "onduidelijk" if "xyz" in tekst else "klacht_indienen" if "klacht" in tekst else "schorsing"
        kans = 0.31 if "twijfel" in tekst else 0.9
        antwoord = f"Antwoord op: {poort(tekst).tekst}"
        return {
            "text": poort(tekst).tekst, "intent": topic, "confidence": kans, "topic": topic, "topics": [topic],
            "ranking": [{"topic": topic, "confidence": kans}], "entities": [], "slots": dict(slots),
            "replies": [{"text": antwoord, "buttons": [{"title": "Volgende stap", "payload": "Volgende stap"}],
                         "custom": {"kaart": KAART, "stap": 1, "bronnen": ["https://voorbeeld.example"]}}],
            "why": f"onderwerp {topic}",
        }  # fmt: skip

    def spoor(self, gesprek: str, tekst: str) -> Spoor:
        voor = dict(self.open[gesprek])
        beurt = self.zeg(gesprek, tekst)
        return Spoor(
            beurt=beurt,
            kansen=((beurt["topic"], beurt["confidence"]), ("pesten", 0.05)),
            slots=tuple(Slot(naam, voor[naam], beurt["slots"][naam]) for naam in CONTRACTSLOTS),
            gevaar=Gevaar("nood", "suicide", "net", kansen=(("suicide", 0.5),)) if "gevaar" in tekst else Gevaar(),
            vindplaatsen=(Vindplaats("onderwerpen/schorsing.yml", 7, "antwoord", "antwoord"),),
            bronnen=(
                Bron("https://voorbeeld.example", "2026-11-22", "onbekend", "laag", "onderwerpen/schorsing.yml", 20),
            ),
            tijden={"gevaar": 0.2, "totaal": 12.5},
        )

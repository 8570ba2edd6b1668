"""The real server under the widget: started, killed and started again on the same port and database."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import subprocess
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from draaien import draaiend, vrije_poort

from wegwijzer.huis import projectmap

OPSTARTTIJD = 600.0
"""Seconds; the model is there already."""


@dataclass(frozen=True)
class Echt:
    """Where it listens and what it keeps. `gast`: the port of the only other site that may embed the widget."""

    map_: Path
    poort: int = field(default_factory=vrije_poort)
    gast: int = field(default_factory=vrije_poort)
    processen: list[subprocess.Popen[bytes]] = field(default_factory=list)
    _lopend: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)

    @property
    def adres(self) -> str:
        """Its origin."""
        return f"http://127.0.0.1:{self.poort}"

    @property
    def database(self) -> Path:
        """Its conversations."""
        return self.map_ / "gesprekken.db"

    def start(self) -> None:
        """Serve from now on until `stop`; once more after its process (the last of `processen`) was killed."""
        omgeving = {"WEGWIJZER_DB": str(self.database), "WEGWIJZER_SITES": f"http://127.0.0.1:{self.gast}"}
        log = self.map_ / f"log{len(self.processen)}.txt"
        loopt = draaiend(self.poort, log, self._klaar, OPSTARTTIJD, **omgeving)
        self.processen.append(self._lopend.enter_context(loopt))

    def stop(self) -> None:
        """End it, whatever became of it."""
        self._lopend.close()

    def _klaar(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.adres}/health", timeout=5) as antwoord:
                return bool(antwoord.status == 200)
        except OSError:
            return False

    def rijen(self, vraag: str) -> list[tuple[Any, ...]]:
        """What the database answers to a query, read without locking anything."""
        with contextlib.closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as verbinding:
            return verbinding.execute(vraag).fetchall()

    def gezegd(self) -> list[str]:
        """What parents said, in the order in which it was stored."""
        rijen = self.rijen("SELECT data FROM events WHERE type_name = 'user' ORDER BY id")
        return [str(json.loads(ruw)["text"]) for (ruw,) in rijen]

    def slots(self) -> dict[str, Any]:
        """The last value of each slot, over all conversations."""
        rijen = self.rijen("SELECT action_name, data FROM events WHERE type_name = 'slot' ORDER BY id")
        return {str(naam): json.loads(ruw).get("value") for naam, ruw in rijen}


def heeft_model() -> bool:
    """Whether there is a trained model to serve."""
    return bool(list((projectmap() / "models").glob("*.tar.gz")))

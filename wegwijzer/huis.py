"""One whole version of what the assistant knows: knowledge and places together. Swapped at once, never half."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from wegwijzer.kennis.geografie import plaatsen
from wegwijzer.kennis.laad import laad, versie
from wegwijzer.kennis.model import Kennis
from wegwijzer.nood import NoodRegels, lees_regels
from wegwijzer.plaats.register import Plaatsen
from wegwijzer.redactie import Redacteur
from wegwijzer.taal.inbedding import Inbedder


@dataclass(frozen=True)
class Huis:
    """Knowledge and places of one version."""

    kennis: Kennis
    plaatsen: Plaatsen

    @cached_property
    def bijnamen(self) -> dict[str, str]:
        """Nickname of an organisation → its id; the names themselves included."""
        namen = {o.naam.lower(): o.id for o in self.kennis.organisaties.values()}
        return namen | {b.lower(): o.id for o in self.kennis.organisaties.values() for b in o.bijnamen}

    @cached_property
    def noodregels(self) -> NoodRegels:
        """The danger layer's rules, compiled once a version."""
        return lees_regels(self.kennis.noodhulp)

    @cached_property
    def redacteur(self) -> Redacteur:
        """Removes personal data, and leaves the names that the assistant needs."""
        verbanden = self.kennis.samenwerkingsverbanden.values()
        namen = {n for v in verbanden for n in (v.naam, v.naam_voluit, v.steunpunt.naam if v.steunpunt else None) if n}
        initiatieven = {i.naam for i in self.kennis.initiatieven}
        plaatsen = {n for plek in self.plaatsen.plekken.values() for n in (plek.plaats, plek.naam) if n}
        aliassen = {" ".join(woorden) for woorden in self.plaatsen.namen}
        return Redacteur({*self.bijnamen, *namen, *initiatieven, *plaatsen, *aliassen, *self.plaatsen.gemeenten})


def projectmap() -> Path:
    """The checkout: where Rasa's files, models and the database are."""
    return Path(os.environ.get("WEGWIJZER_MAP") or Path(__file__).parent.parent)


@lru_cache(maxsize=1)
def inbedder() -> Inbedder:
    """The one embedding model of this process; its cache lies in `.cache/`."""
    return Inbedder(projectmap() / ".cache" / "inbeddingen.npz")


def kennismap() -> Path:
    """The folder `knowledge/`: `WEGWIJZER_KENNIS`, or the one beside this package."""
    return Path(os.environ.get("WEGWIJZER_KENNIS") or projectmap() / "knowledge")


class HuisHouder:
    """Holds the version that serves; `ververs` takes a new one only when all of it is in order."""

    def __init__(self, map_: Path) -> None:
        self._map = map_
        self._slot = threading.Lock()
        self._huis: Huis | None = None

    def haal(self) -> Huis:
        """The serving version, read at first use. Raises KennisFout when there is none that is in order."""
        if self._huis is None:
            with self._slot:
                if self._huis is None:
                    self._huis = Huis(laad(self._map), plaatsen(self._map / "geografie"))
        return self._huis

    def ververs(self) -> bool:
        """Take over changed knowledge; False when nothing changed. Raises KennisFout, and keeps the old version."""
        huis = self.haal()
        with self._slot:
            if versie(self._map) == huis.kennis.versie:
                return False
            self._huis = Huis(laad(self._map), plaatsen(self._map / "geografie"))
        return True


_houders: dict[Path, HuisHouder] = {}


def houder(map_: Path | None = None) -> HuisHouder:
    """The one holder of this process for `map_` (default: `kennismap()`)."""
    pad = (map_ or kennismap()).resolve()
    return _houders.setdefault(pad, HuisHouder(pad))

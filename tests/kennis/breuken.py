"""The mistakes that the tests make in the example knowledge, one at a time (`breuken/*.yml`)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Breuk:
    """One mistake an editor can make, and the message it must give.

    `oud` becomes `nieuw` in `bestand`, once; without `oud` the whole file becomes `nieuw`, `herhaal` times. `op` is
    part of the line that the message points at, `veld` the field it names; `wat` and `herstel` are parts of its words.
    """

    naam: str
    bestand: str
    nieuw: str
    op: str
    veld: str
    wat: str
    herstel: str
    oud: str | None = None
    codering: str = "utf-8"
    herhaal: int = 1

    def pas_toe(self, map_: Path) -> int:
        """Breaks the file under `map_`; returns the number of the line that `op` stands on."""
        pad = map_ / self.bestand
        tekst = self.nieuw * self.herhaal
        if self.oud is not None:
            heel = pad.read_text(encoding="utf-8")
            assert self.oud in heel, f"{self.oud!r} staat niet in {self.bestand}"
            tekst = heel.replace(self.oud, tekst, 1)
        pad.write_bytes(tekst.encode(self.codering))
        return next(nummer for nummer, regel in enumerate(tekst.splitlines(), 1) if self.op in regel)


def alle() -> list[Breuk]:
    """Every mistake, from all files."""
    paden = sorted((Path(__file__).parent / "breuken").glob("*.yml"))
    return [Breuk(**b) for pad in paden for b in yaml.safe_load(pad.read_text(encoding="utf-8"))]

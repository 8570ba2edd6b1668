"""`wegwijzer check --kijk`: says after each save what is wrong, while an editor is at work."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from wegwijzer.kennis import laad
from wegwijzer.kennis.geheugen import Geheugen, Stempel, stempel
from wegwijzer.kennis.meldingen import Melding

INTERVAL = 0.25
"""How often the folder is looked at (seconds)."""
HERLEZEN = 5
"""So often is read again what is saved anew while it is being read."""
GETOOND = 20
"""So many messages are shown after one save."""
GENOEMD = 3
"""So many changed files are named; of more the number is said."""


class Kijker:
    """Checks the folder at once, and again after each change."""

    def __init__(self, map_: Path, zeg: Callable[[str], None]) -> None:
        """`zeg`: where the Dutch lines go."""
        self._map = map_
        self._zeg = zeg
        self._geheugen = Geheugen()
        self._gezien: dict[str, Stempel] | None = None
        self._klaar = threading.Event()

    def draai(self) -> None:
        """Until `stop` or Ctrl-C (which raises KeyboardInterrupt)."""
        self.kijk()
        self._zeg(f"Ik kijk mee in {self._map}. Sla een bestand op en lees hier of het klopt. Ctrl-C stopt.")
        while not self._klaar.wait(INTERVAL):
            self.kijk()

    def kijk(self) -> bool:
        """Look once; True when something had changed and was checked."""
        nu = self._stempels()
        if nu == self._gezien:
            return False
        for _ in range(HERLEZEN):
            gelezen, meldingen = laad.controleer(self._map, self._geheugen.keur)
            daarna = self._stempels()
            if daarna == nu:
                break
            nu = daarna  # saved again while we read
        vorige, self._gezien = self._gezien, nu
        self._meld(_gewijzigd(vorige, nu), len(gelezen), meldingen, vorige is None)
        return True

    def stop(self) -> None:
        """End `draai`."""
        self._klaar.set()

    def _stempels(self) -> dict[str, Stempel]:
        namen = [*laad.bestanden(self._map), *(f"geografie/{p.name}" for p in (self._map / "geografie").glob("*.csv"))]
        alle = {naam: stempel(self._map / naam) for naam in namen}
        return {naam: stand for naam, stand in alle.items() if stand is not None}

    def _meld(self, gewijzigd: list[str], aantal: int, meldingen: list[Melding], eerste: bool) -> None:
        if eerste:
            wat = f"{aantal} bestanden gelezen"
        else:
            wat = ", ".join(gewijzigd) if len(gewijzigd) <= GENOEMD else f"{len(gewijzigd)} bestanden"
            wat += " gewijzigd"
        begin = f"{datetime.now():%H:%M:%S} {wat}"
        if not meldingen:
            self._zeg(f"{begin}: alles in orde. Versie {laad.versie(self._map)}.")
            return
        fouten = "1 fout" if len(meldingen) == 1 else f"{len(meldingen)} fouten"
        regels = [f"{begin}: {fouten}. Een draaiende assistent houdt de vorige goede versie."]
        regels += [f"  {melding}" for melding in meldingen[:GETOOND]]
        if len(meldingen) > GETOOND:
            regels.append(f"  … en nog {len(meldingen) - GETOOND}. Herstel eerst deze.")
        self._zeg("\n".join(regels))


def _gewijzigd(oud: dict[str, Stempel] | None, nieuw: dict[str, Stempel]) -> list[str]:
    """Names that came, went or changed."""
    oud = oud or {}
    return sorted(naam for naam in {*oud, *nieuw} if oud.get(naam) != nieuw.get(naam))

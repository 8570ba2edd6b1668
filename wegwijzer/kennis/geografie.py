"""The place files, read and checked; a fault in them becomes a message like any other."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from wegwijzer.kennis.meldingen import Melding
from wegwijzer.plaats.gegevens import PlaatsFout
from wegwijzer.plaats.gegevens import laad as lees
from wegwijzer.plaats.register import Plaatsen

HERSTEL = "Verbeter deze rij. Wat in elke kolom hoort, staat in geografie/BRONNEN.md."
_PLEK = re.compile(r"^(?P<pad>.*), regel (?P<regel>\d+): (?P<wat>.*)$", re.DOTALL)


def plaatsen(map_: Path) -> Plaatsen:
    """The places of the folder `geografie`; read again only when a file in it changed. Raises PlaatsFout."""
    som = hashlib.sha256()
    for pad in sorted(map_.glob("*.csv")):
        som.update(pad.name.encode() + pad.read_bytes())
    if (sleutel := som.hexdigest()) not in _GELEZEN:
        nieuw = lees(map_)
        _GELEZEN.clear()
        _GELEZEN[sleutel] = nieuw
    return _GELEZEN[sleutel]


_GELEZEN: dict[str, Plaatsen] = {}
"""The last ones that were read, by a hash of their files; in whichever folder these lie."""


def controleer(map_: Path) -> Iterator[Melding]:
    """A message for the first fault in the place files under `map_`/geografie."""
    try:
        plaatsen(map_ / "geografie")
    except PlaatsFout as fout:
        yield _melding(str(fout))
    except OSError:
        yield Melding("geografie", 1, "", "De plaatsbestanden zijn niet te openen.", "Zet de map geografie terug.")


def _melding(fout: str) -> Melding:
    gevonden = _PLEK.match(fout)
    if not gevonden:
        return Melding("geografie", 1, "", fout, HERSTEL)
    wat = gevonden["wat"]
    herstel = HERSTEL
    if "ontbreekt" in wat:
        herstel = "Zet het bestand terug; zonder kan de assistent geen plaats vinden."
    elif "niet te lezen" in wat:
        wat, herstel = "dit bestand is niet te lezen", "Sla het opnieuw op als CSV in UTF-8, met komma's ertussen."
    kolom = re.search(r"kolom '([^']+)'", wat)
    naam = f"geografie/{Path(gevonden['pad']).name}"
    zin = f"{wat[:1].upper()}{wat[1:]}."
    return Melding(naam, max(1, int(gevonden["regel"])), kolom[1] if kolom else "", zin, herstel)

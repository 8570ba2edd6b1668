"""The pieces of knowledge that have a form: a topic, organisation, samenwerkingsverband, or one initiative."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from wegwijzer.bewerken import schrijfwijze, vorm
from wegwijzer.bewerken.knip import schrijf
from wegwijzer.kennis import yaml_bestand
from wegwijzer.kennis.laad import Bestanden
from wegwijzer.kennis.meldingen import KennisFout
from wegwijzer.kennis.schema import zonder_datums


@dataclass(frozen=True)
class Soort:
    """`naam` stands in addresses; `schema` is its schema; `deel` the list in a file that holds more of them."""

    naam: str
    meervoud: str
    map: str
    schema: str
    sleutel: str = "id"
    deel: str = ""
    nieuw: bool = True

    @property
    def veld(self) -> vorm.Veld:
        """The form."""
        return vorm.maak(self.schema, self.deel)


SOORTEN = {
    s.naam: s
    for s in (
        Soort("onderwerp", "onderwerpen", "onderwerpen", "onderwerp"),
        Soort("organisatie", "organisaties", "organisaties", "organisatie"),
        Soort(
            "samenwerkingsverband", "samenwerkingsverbanden", "samenwerkingsverbanden", "samenwerkingsverband", "code",
            nieuw=False,
        ),
        Soort("initiatief", "initiatieven", "initiatieven", "initiatieven", deel="initiatieven"),
    )
}  # fmt: skip
ID = re.compile(r"[a-z0-9][a-z0-9_]{0,59}")
NIEUW = "nieuw"
"""Stands in an address where an id would; so no piece may be called that."""


@dataclass(frozen=True)
class Stuk:
    """One piece as it stands on disk: its file, the place in it, and its data (None for a new one)."""

    soort: Soort
    id: str
    bestand: str
    tekst: str
    plek: int | None = None

    @property
    def versie(self) -> str:
        """What changes with the file: the name that git gives these contents."""
        return versie_van(self.tekst)

    @cached_property
    def heel(self) -> dict[str, Any]:
        """The data of the whole file. Raises KennisFout where it cannot be read."""
        bestand, fouten = yaml_bestand.ontleed(self.tekst.replace("\r\n", "\n"), self.bestand)
        if bestand is None or not isinstance(bestand.inhoud, dict):
            raise KennisFout(fouten)
        inhoud: dict[str, Any] = zonder_datums(bestand.inhoud)
        return inhoud

    @property
    def inhoud(self) -> dict[str, Any] | None:
        """The data of this piece."""
        if not self.tekst:
            return None
        if not self.soort.deel:
            return self.heel
        inhoud: dict[str, Any] | None = None if self.plek is None else self.heel[self.soort.deel][self.plek]
        return inhoud

    @property
    def voorvoegsel(self) -> str:
        """What a message puts before the names of this piece's fields."""
        if not self.soort.deel:
            return ""
        return f"{self.soort.deel}.{(len(self.heel[self.soort.deel]) if self.plek is None else self.plek) + 1}."

    def met(self, inhoud: dict[str, Any]) -> str:
        """The text of the file with `inhoud` for this piece. Raises NietTeSchrijven."""
        if not self.tekst:
            return schrijfwijze.bestand(inhoud)
        if not self.soort.deel:
            return schrijf(self.tekst, self.bestand, inhoud)
        delen = list(self.heel[self.soort.deel])
        if self.plek is None:
            delen.append(inhoud)
        else:
            delen[self.plek] = inhoud
        return schrijf(self.tekst, self.bestand, {**self.heel, self.soort.deel: delen})


def versie_van(tekst: str) -> str:
    """The name that git gives a file with this text (a blob id)."""
    ruw = tekst.encode("utf-8")
    return hashlib.sha1(b"blob %d\0" % len(ruw) + ruw, usedforsecurity=False).hexdigest()


def vind(soort: Soort, id_: str, gelezen: Bestanden, map_: Path) -> Stuk | None:
    """The piece of this id; None where there is none. The id is looked up, never put into a path."""
    for stuk_id, bestand, plek, _ in alle(soort, gelezen):
        if stuk_id == id_:
            return lees(soort, id_, bestand, map_, plek)
    return None


def lees(soort: Soort, id_: str, bestand: str, map_: Path, plek: int | None = None) -> Stuk:
    """The piece in the file `bestand`, as it stands on disk now."""
    with (map_ / bestand).open(encoding="utf-8", newline="") as open_:
        return Stuk(soort, id_, bestand, open_.read(), plek)


def alle(soort: Soort, gelezen: Bestanden) -> Iterator[tuple[str, str, int | None, dict[str, Any]]]:
    """Every piece of one kind: id, file, place in the file, data (which may break its schema)."""
    for naam, bestand in gelezen.items():
        if not naam.startswith(f"{soort.map}/") or not isinstance(bestand.inhoud, dict):
            continue
        if not soort.deel:
            yield Path(naam).stem, naam, None, bestand.inhoud
            continue
        delen = bestand.inhoud.get(soort.deel)
        for nummer, deel in enumerate(delen if isinstance(delen, list) else []):
            if isinstance(deel, dict):
                yield str(deel.get("id")), naam, nummer, deel

"""How fresh every sourced fact is: when its term ended or will end, and who knows it best."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from wegwijzer.kennis import laad
from wegwijzer.kennis.meldingen import KennisFout
from wegwijzer.kennis.yaml_bestand import YamlBestand

TERMIJNEN: Mapping[str, int] = {"telefoon": 6, "initiatief": 6, "wet": 12, "overig": 12}
"""Kind of fact → after how many months somebody should look again."""
WETTEN = "wetten.overheid.nl"
NAMEN = ("waarde", "naam", "onderwerp", "wat", "tekst")
"""Where a fact says in a few words what it is; the first that is there."""


@dataclass(frozen=True)
class Versheid:
    """One sourced fact. `houder`: the organisation or site that knows; `wat`: the fact in a few words."""

    bestand: str
    regel: int
    veld: str
    soort: str
    houder: str
    wat: str
    bron: str
    stand: str
    gezien: str
    vervalt: date

    @property
    def plek(self) -> str:
        """`file:line: field`."""
        return f"{self.bestand}:{self.regel}: {self.veld}"

    def verlopen(self, vandaag: date) -> bool:
        """Whether it is older than its term."""
        return vandaag > self.vervalt


def feiten(map_: Path) -> list[Versheid]:
    """Every sourced fact under `map_`, by file and line. Raises KennisFout when the knowledge is not in order."""
    gelezen, meldingen = laad.controleer(map_)
    if meldingen:
        raise KennisFout(meldingen)
    return feiten_van(gelezen)


def feiten_van(gelezen: laad.Bestanden) -> list[Versheid]:
    """The same for files that were read and are in order."""
    houders = _houders(gelezen)
    alle = [_feit(bestand, pad, veld, houders) for bestand in gelezen.values() for pad, veld in _bronnen(bestand)]
    return sorted(alle, key=lambda f: (f.bestand, f.regel, f.veld))


def telt_vanaf(stand: str, gezien: str) -> date:
    """The day from which a fact ages: its source's own date (a year or month from its first day), else the reading."""
    return date.fromisoformat(gezien if stand == "onbekend" else f"{stand}-01-01"[:10])


def maanden_later(dag: date, maanden: int) -> date:
    """The same day so many months on; the month's last day where that day is not in it."""
    jaar, maand = divmod(dag.month - 1 + maanden, 12)
    jaar, maand = dag.year + jaar, maand + 1
    return date(jaar, maand, min(dag.day, calendar.monthrange(jaar, maand)[1]))


def zonder_www(adres: str) -> str:
    """The host of an address, `''` where it has none."""
    return (urlsplit(adres).hostname or "").removeprefix("www.")


def _bronnen(bestand: YamlBestand) -> Iterator[tuple[list[Any], dict[str, Any]]]:
    """Each place with a source and a day of reading."""
    wacht: list[tuple[list[Any], Any]] = [([], bestand.inhoud)]
    while wacht:
        pad, deel = wacht.pop()
        if isinstance(deel, dict):
            if {"bron", "gezien", "stand"} <= deel.keys():
                yield pad, deel
            wacht += [([*pad, sleutel], kind) for sleutel, kind in deel.items()]
        elif isinstance(deel, list):
            wacht += [([*pad, nummer], kind) for nummer, kind in enumerate(deel)]


def _feit(bestand: YamlBestand, pad: list[Any], veld: dict[str, Any], houders: Mapping[str, str]) -> Versheid:
    soort = _soort(bestand.naam, veld)
    vanaf = telt_vanaf(veld["stand"], veld["gezien"])
    return Versheid(
        bestand=bestand.naam,
        regel=bestand.regel(pad),
        veld=".".join(str(deel + 1) if isinstance(deel, int) else str(deel) for deel in pad),
        soort=soort,
        houder=_houder(bestand, veld["bron"], houders),
        wat=str(next((veld[naam] for naam in NAMEN if veld.get(naam)), ""))[:60].strip(),
        bron=veld["bron"],
        stand=veld["stand"],
        gezien=veld["gezien"],
        vervalt=maanden_later(vanaf, TERMIJNEN[soort]),
    )


def _soort(naam: str, veld: Mapping[str, Any]) -> str:
    map_ = naam.split("/")[0]
    if map_ == "initiatieven":
        return "initiatief"
    if veld.get("soort") == "telefoon":
        return "telefoon"
    bron = veld["bron"]
    return "wet" if map_ == "wetten" or not bron.startswith("http") or zonder_www(bron) == WETTEN else "overig"


def _houder(bestand: YamlBestand, bron: str, houders: Mapping[str, str]) -> str:
    """Whose fact it is: the organisation of the file, else whose site the source is, else that site or law."""
    map_, inhoud = bestand.naam.split("/")[0], bestand.inhoud
    if map_ == "organisaties":
        return str(inhoud["naam"])
    if map_ == "samenwerkingsverbanden":
        return str(inhoud["naam"] or inhoud["code"])
    if map_ == "wetten":
        return str(inhoud["naam"])
    if not bron.startswith("http"):
        return bron.split(", artikel")[0]
    if zonder_www(bron) == WETTEN:
        return houders.get(_bwb(bron)) or WETTEN
    return houders.get(zonder_www(bron)) or zonder_www(bron)


def _bwb(bron: str) -> str:
    """The number of the law in an address of wetten.overheid.nl."""
    return next((deel for deel in urlsplit(bron).path.split("/") if deel.startswith("BWB")), "")


def _houders(gelezen: laad.Bestanden) -> dict[str, str]:
    """Host of a site → the one organisation or samenwerkingsverband that gives it as its own; BWB number → law."""
    namen: dict[str, set[str]] = defaultdict(set)
    for naam, bestand in gelezen.items():
        if naam.split("/")[0] in ("organisaties", "samenwerkingsverbanden"):
            for contact in bestand.inhoud["contact"]:
                if contact["soort"] == "site":
                    namen[zonder_www(contact["waarde"])].add(str(bestand.inhoud["naam"] or bestand.inhoud["code"]))
        elif naam.startswith("wetten/"):
            namen[bestand.inhoud["bwb"]].add(str(bestand.inhoud["naam"]))
    return {site: eigen.pop() for site, eigen in namen.items() if site and len(eigen) == 1}

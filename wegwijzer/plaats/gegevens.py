"""Reads and checks the reference files in `knowledge/geografie`."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from wegwijzer.plaats.register import Plaatsen
from wegwijzer.plaats.rijen import Bijnaam, Gemeente, Postcode, Woonplaats

GEWOON = ("nee", "soms", "vaak", "naam", "nooit", "provincie")
"""How often a place name is an ordinary word too."""

BIJNAAM = ("volksnaam", "verkorte naam", "voormalige gemeente", "wijk")
"""The kinds of nickname."""

_PC4 = re.compile(r"[1-9]\d{3}\Z")
_PO = re.compile(r"PO\d{4}\Z")
_VO = re.compile(r"VO\d{4}\Z")


class PlaatsFout(ValueError):
    """A reference file is wrong; the message, in Dutch for editors, names file and line."""


@dataclass(frozen=True)
class _Rij:
    bestand: Path
    nummer: int
    velden: dict[str, str]

    def fout(self, melding: str) -> PlaatsFout:
        return PlaatsFout(f"{self.bestand}, regel {self.nummer}: {melding}")

    def verplicht(self, veld: str) -> str:
        if not self.velden[veld]:
            raise self.fout(f"kolom '{veld}' is leeg")
        return self.velden[veld]

    def lijst(self, veld: str, scheiding: str | None = None) -> tuple[str, ...]:
        return tuple(deel.strip() for deel in self.velden[veld].split(scheiding) if deel.strip())

    def codes(self, veld: str, patroon: re.Pattern[str]) -> tuple[str, ...]:
        uit = self.lijst(veld)
        for code in uit:
            if not patroon.match(code):
                raise self.fout(f"'{code}' in kolom '{veld}' is geen geldige code")
        return uit

    def uit(self, veld: str, toegestaan: tuple[str, ...]) -> str:
        if self.velden[veld] not in toegestaan:
            raise self.fout(f"'{self.velden[veld]}' in kolom '{veld}' mag niet; wel: {', '.join(toegestaan)}")
        return self.velden[veld]


def _lees(bestand: Path, kolommen: tuple[str, ...]) -> list[_Rij]:
    try:
        with bestand.open(encoding="utf-8", newline="") as stroom:
            lezer = csv.reader(stroom)
            kop = next(lezer, None)
            if kop is None or tuple(kop) != kolommen:
                raise PlaatsFout(f"{bestand}, regel 1: verwacht de kolommen {', '.join(kolommen)}")
            rijen = []
            for velden in lezer:
                if len(velden) != len(kolommen):
                    raise PlaatsFout(
                        f"{bestand}, regel {lezer.line_num}: {len(velden)} velden, verwacht {len(kolommen)}"
                    )
                rijen.append(
                    _Rij(bestand, lezer.line_num, dict(zip(kolommen, (v.strip() for v in velden), strict=True)))
                )
    except FileNotFoundError:
        raise PlaatsFout(f"{bestand}, regel 0: het bestand ontbreekt") from None
    except (UnicodeDecodeError, csv.Error) as fout:
        raise PlaatsFout(f"{bestand}, regel 0: niet te lezen ({fout})") from fout
    if not rijen:
        raise PlaatsFout(f"{bestand}, regel 1: geen rijen")
    return rijen


def _gemeente(rij: _Rij) -> Gemeente:
    return Gemeente(rij.verplicht("naam"), rij.verplicht("provincie"))


def _woonplaats(gemeenten: dict[str, Gemeente]) -> Callable[[_Rij], Woonplaats]:
    def maak(rij: _Rij) -> Woonplaats:
        gemeente = rij.verplicht("gemeente")
        if gemeente not in gemeenten:
            raise rij.fout(f"gemeente '{gemeente}' staat niet in gemeenten.csv")
        pc4s = rij.codes("pc4s", _PC4)
        return Woonplaats(
            rij.verplicht("woonplaats"), rij.verplicht("naam"), gemeente, rij.verplicht("provincie"), pc4s,
            rij.codes("po_swv", _PO), rij.codes("vo_swv", _VO), rij.uit("gewoon_woord", GEWOON),
        )  # fmt: skip

    return maak


def _postcode(gemeenten: dict[str, Gemeente], plaatsen: set[str]) -> Callable[[_Rij], Postcode]:
    def maak(rij: _Rij) -> Postcode:
        if not _PC4.match(rij.verplicht("pc4")):
            raise rij.fout(f"'{rij.velden['pc4']}' is geen postcode van vier cijfers")
        if rij.verplicht("gemeente") not in gemeenten:
            raise rij.fout(f"gemeente '{rij.velden['gemeente']}' staat niet in gemeenten.csv")
        namen = rij.lijst("plaatsen", ";")
        for naam in namen:
            if naam not in plaatsen:
                raise rij.fout(f"plaats '{naam}' staat niet in plaatsen.csv")
        po, vo = rij.codes("po_swv", _PO), rij.codes("vo_swv", _VO)
        if len(po) > 1 or len(vo) > 1:
            raise rij.fout("een postcode heeft hoogstens één code per sector")
        zekerheid = rij.uit("zekerheid", ("hoog", "midden", "laag"))
        return Postcode(
            rij.velden["pc4"], rij.velden["gemeente"], namen, "".join(po) or None, "".join(vo) or None,
            "laag" if zekerheid == "laag" else "hoog",
        )  # fmt: skip

    return maak


def _bijnaam(gemeenten: dict[str, Gemeente], plaatsen: set[tuple[str, str]]) -> Callable[[_Rij], Bijnaam]:
    def maak(rij: _Rij) -> Bijnaam:
        plaats, gemeente = rij.velden["plaats"] or None, rij.verplicht("gemeente")
        if gemeente not in gemeenten:
            raise rij.fout(f"gemeente '{gemeente}' staat niet in gemeenten.csv")
        if plaats and (plaats, gemeente) not in plaatsen:
            raise rij.fout(f"plaats '{plaats}' ({gemeente}) staat niet in plaatsen.csv")
        rij.verplicht("bron")
        soort = rij.uit("soort", BIJNAAM)
        return Bijnaam(rij.verplicht("alias"), soort, plaats, gemeente, rij.uit("gewoon_woord", GEWOON))

    return maak


def laad(map: Path) -> Plaatsen:
    """Reads the reference files.

    Args:
        map: The folder with gemeenten.csv, plaatsen.csv, postcodes.csv, bijnamen.csv and geen_plaats.csv.

    Returns:
        All places, ready to be searched.

    Raises:
        PlaatsFout: A file is missing or wrong; names file and line.
    """
    rijen = _lees(map / "gemeenten.csv", ("code", "naam", "provincie", "andere_naam", "voormalige"))
    gemeenten = {g.naam: g for g in (_gemeente(r) for r in rijen)}
    rijen = _lees(
        map / "plaatsen.csv",
        ("code", "woonplaats", "naam", "gemeente", "provincie", "pc4s", "po_swv", "vo_swv", "gewoon_woord"),
    )
    plaatsen = [_woonplaats(gemeenten)(r) for r in rijen]
    rijen = _lees(
        map / "postcodes.csv", ("pc4", "gemeente", "plaatsen", "po_swv", "vo_swv", "zekerheid", "ook_gemeente")
    )
    postcodes = [_postcode(gemeenten, {p.plaats for p in plaatsen})(r) for r in rijen]
    rijen = _lees(map / "bijnamen.csv", ("alias", "soort", "plaats", "gemeente", "gewoon_woord", "bron", "gezien"))
    bijnamen = [_bijnaam(gemeenten, {(p.plaats, p.gemeente) for p in plaatsen})(r) for r in rijen]
    geen = {r.verplicht("woord") for r in _lees(map / "geen_plaats.csv", ("woord", "soort"))}
    return Plaatsen(gemeenten, plaatsen, postcodes, bijnamen, geen)

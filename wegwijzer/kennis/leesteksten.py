"""Every Dutch text of `knowledge/` that a parent or pupil can read, with its file and line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wegwijzer.kennis.laad import Bestanden, bestanden, lees
from wegwijzer.kennis.meldingen import KennisFout

Pad = list[str | int]

VELDEN: Mapping[str, tuple[str, ...]] = {
    "onderwerp": (
        "antwoord",
        "doe_nu",
        "eenvoudig",
        "onbevestigd",
        "varianten.*.antwoord",
        "varianten.*.doe_nu",
        "varianten.*.eenvoudig",
        "buren.*.antwoord",
        "deelvragen.*.antwoord",
        "deelvragen.*.doe_nu",
        "jongere.antwoord",
        "jongere.doe_nu",
        "jongere.eenvoudig",
    ),
    "pad": (
        "stappen.*.doel",
        "stappen.*.eenvoudig",
        "stappen.*.doe",
        "stappen.*.bereid_voor",
        "stappen.*.verder_als",
        "stappen.*.vraag_na",
        "stappen.*.tijd",
        *(f"stappen.*.jongere.{veld}" for veld in ("doel", "eenvoudig", "doe", "bereid_voor", "verder_als")),
        "stappen.*.jongere.vraag_na",
        "stappen.*.jongere.tijd",
        "altijd_tekst",
        "zijpaden.*.wanneer",
    ),
    "teksten": ("*",),
    "noodhulp": ("antwoorden.*.tekst",),
    "organisatie": (
        "wat",
        "wanneer",
        "niet_voor",
        "eerst",
        "klaarleggen",
        "kosten",
        "feiten.*.tekst",
        "contact.*.tijden_noot",
        "contact.*.kosten",
    ),
    "regio": ("afspraken.*.tekst", "afspraken.*.vraag_aan_school"),
    "samenwerkingsverband": ("bijzonder.*.tekst", "contact.*.tijden_noot", "steunpunt.contact.*.tijden_noot"),
    "termijnen": (
        "gebeurtenissen.*.vraag",
        "gebeurtenissen.*.geen",
        "gebeurtenissen.*.noot",
        "termijnen.*.lopend",
        "termijnen.*.vertraagd",
        "termijnen.*.voorbij",
    ),
    "initiatieven": ("initiatieven.*.wat", "initiatieven.*.wie_betaalt"),
    "brief": ("wanneer", "tekst"),
}
"""Kind of file → its fields with running text; `*` is each item or field. Titles and buttons are not sentences."""
NIET = {("teksten.yml", "andere_taal"), ("teksten.yml", "steunpunt_kaart")}
"""English for the larger part, and an address."""
JONGEREN = ("_jongere", "jongere_zelf", "jongere")


@dataclass(frozen=True)
class Leestekst:
    """One text: where it stands (file, line from 1, field), its kind of file, and whether a pupil reads it."""

    bestand: str
    regel: int
    veld: str
    soort: str
    tekst: str
    jongere: bool

    @property
    def plek(self) -> str:
        """`file:line: field`, as `wegwijzer check` writes it."""
        return f"{self.bestand}:{self.regel}: {self.veld}"


def leesteksten(map_: Path) -> list[Leestekst]:
    """The texts under `map_`, in the order of the files. Raises KennisFout when a file cannot be read."""
    soorten = bestanden(map_)
    gelezen: Bestanden = {}
    for naam, soort in soorten.items():
        if soort in VELDEN:
            bestand, fouten = lees(map_, naam)
            if bestand is None:
                raise KennisFout(fouten)
            gelezen[naam] = bestand
    return [tekst for naam, bestand in gelezen.items() for tekst in _van(naam, soorten[naam], bestand)]


def _van(naam: str, soort: str, bestand: Any) -> Iterator[Leestekst]:
    for veld in VELDEN[soort]:
        for pad, waarde in _volg(bestand.inhoud, veld.split(".")):
            tekst = "\n\n".join(map(str, waarde)) if isinstance(waarde, list) else str(waarde)
            if tekst.strip() and (naam, pad[-1]) not in NIET:
                jongere = any(str(deel).endswith(JONGEREN) for deel in (Path(naam).stem, *pad))
                veldnaam = ".".join(str(d + 1) if isinstance(d, int) else str(d) for d in pad)
                yield Leestekst(naam, bestand.regel(pad), veldnaam, soort, tekst, jongere)


def _volg(waarde: Any, delen: list[str], pad: Pad | None = None) -> Iterator[tuple[Pad, Any]]:
    """The values at the end of `delen`, each with its whole path; what is missing or null gives none."""
    pad = pad or []
    if not delen:
        if waarde is not None:
            yield pad, waarde
        return
    deel, rest = delen[0], delen[1:]
    if deel == "*":
        paren = waarde.items() if isinstance(waarde, dict) else enumerate(waarde) if isinstance(waarde, list) else ()
        for sleutel, kind in paren:
            yield from _volg(kind, rest, [*pad, sleutel])
    elif isinstance(waarde, dict) and deel in waarde:
        yield from _volg(waarde[deel], rest, [*pad, deel])

"""What is wrong, put beside the input where it can be mended, in words that fit a form instead of a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from wegwijzer.kennis.meldingen import Melding
from wegwijzer.kennis.schema import HERSTEL, VORM

IN_FORMULIER = {
    VORM["string"]: "Vul het in.",
    VORM["integer"]: "Schrijf een heel getal.",
    VORM["array"]: "Vul minstens één regel in.",
    VORM["object"]: "Vul minstens één vakje in.",
    VORM["boolean"]: "Zet het vinkje aan of uit.",
    HERSTEL["vragen"]: "Schrijf minstens 5 verschillende voorbeeldvragen, elk op een eigen regel.",
    HERSTEL["stap"]: "Kies een stap, of geen.",
    HERSTEL["bronnen"]: "Voeg een bron toe.",
    HERSTEL["id"]: "Schrijf kleine letters, cijfers en _, zonder spaties.",
    "Voeg onder 'bronnen' toe waar dit staat: bron, gezien, stand en zekerheid.": "Voeg een bron toe.",
}
"""Remedy for who edits a file → for who fills in a form."""


@dataclass(frozen=True)
class Uitleg:
    """`bij`: name of the input → what is wrong there; `los`: the rest; `alles`: (input or "", whole line) in order."""

    bij: dict[str, list[str]] = field(default_factory=dict)
    los: list[str] = field(default_factory=list)
    alles: list[tuple[str, str]] = field(default_factory=list)


def leg_uit(
    meldingen: Iterable[Melding],
    bestand: str,
    voorvoegsel: str,
    namen: Mapping[str, str],
    eerder: Iterable[Melding] = (),
) -> Uitleg:
    """`namen`: field in the data (`contact.2.waarde`) → name of the input; `eerder`: what was wrong before."""
    uit = Uitleg()
    al = {(m.bestand, m.veld, m.wat) for m in eerder}
    for melding in meldingen:
        tekst = f"{melding.wat} {herstel(melding)}"
        waar, rest = ("", "")
        if melding.bestand == bestand and melding.veld.startswith(voorvoegsel):
            waar, rest = _vak(melding.veld.removeprefix(voorvoegsel), namen)
        if (melding.bestand, melding.veld, melding.wat) in al:
            waar, tekst = "", f"{tekst} Dit was al zo voor uw wijziging; herstel het eerst."
        if waar:
            tekst = f"Regel {rest}: {tekst}" if rest.isdecimal() else tekst
            uit.bij.setdefault(waar, []).append(tekst)
        else:
            uit.los.append(f"{_plek(melding)}: {tekst}")
        uit.alles.append((waar, f"{_plek(melding)}: {tekst}"))
    return uit


def herstel(melding: Melding) -> str:
    """What to do, for who has a form."""
    for was, wordt in IN_FORMULIER.items():
        if melding.herstel.endswith(was):
            return melding.herstel.removesuffix(was) + wordt
    return melding.herstel


def _plek(melding: Melding) -> str:
    return f"{melding.bestand}, {melding.veld}" if melding.veld else melding.bestand


def _vak(veld: str, namen: Mapping[str, str]) -> tuple[str, str]:
    """The input that is nearest, and what of the field's name is left: the number of a line, mostly."""
    delen = veld.split(".")
    for tot in range(len(delen), 0, -1):
        naam = namen.get(".".join(delen[:tot]))
        if naam is not None:
            return naam, ".".join(delen[tot:])
    return "", veld

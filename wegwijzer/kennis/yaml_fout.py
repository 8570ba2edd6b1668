"""Says in Dutch what the YAML reader stumbled over, on the line that the editor has to mend."""

from __future__ import annotations

import re

import yaml

from wegwijzer.kennis.meldingen import Melding

QUOTES = 'Zet de hele tekst tussen aanhalingstekens: "…".'
SOORTEN: tuple[tuple[str, str, str], ...] = (
    (
        "could not find expected ':'",
        "Op deze regel ontbreekt de dubbele punt na de naam van het veld.",
        "Schrijf het als 'veld: waarde', met een spatie na de dubbele punt.",
    ),
    (
        "mapping values are not allowed",
        "Er staat een dubbele punt op een plek waar dat niet kan, of de regel springt te ver in.",
        f"{QUOTES} Of laat de regel even ver inspringen als de regel erboven.",
    ),
    (
        "unexpected end of stream",
        "Hier begint een aanhalingsteken of haak die nergens wordt gesloten.",
        "Sluit het aanhalingsteken of de haak aan het eind van de tekst.",
    ),
    (
        "undefined alias",
        "Een tekst mag niet beginnen met een sterretje (*).",
        QUOTES,
    ),
    (
        "cannot start any token",
        "Een tekst mag niet beginnen met @, ` of %.",
        QUOTES,
    ),
    (
        "constructor for the tag",
        "Een tekst mag niet beginnen met een uitroepteken.",
        QUOTES,
    ),
    (
        "',' or ']'",
        "Deze lijst tussen [ en ] wordt niet gesloten, of er ontbreekt een komma.",
        "Zet een komma tussen de delen en sluit af met ].",
    ),
    (
        "',' or '}'",
        "Dit stuk tussen { en } wordt niet gesloten, of er ontbreekt een komma.",
        f"Zet een komma tussen de delen en sluit af met }}. Is het gewone tekst? {QUOTES}",
    ),
    (
        "another document",
        "Er staat --- in dit bestand. Daarmee begint een tweede document.",
        "Haal de regel met --- weg.",
    ),
    (
        "'-' indicator",
        "Deze regel hoort niet in de lijst erboven.",
        "Begin de regel met '- ', of laat hem even ver inspringen als de regels waar hij bij hoort.",
    ),
    (
        "unhashable key",
        "De naam van een veld is hier geen gewone tekst, of er staat een ? aan het begin van de regel.",
        f"Schrijf het als 'veld: waarde'. Hoort de ? bij de tekst? {QUOTES}",
    ),
    (
        "did not find expected key",
        "Deze regel past niet bij de regels eromheen.",
        'Laat hem even ver inspringen als zijn buren. Staat er een \' in de tekst? Gebruik dan "…" eromheen.',
    ),
)
"""Part of the reader's own words → what is wrong, remedy."""

BIJ_BEGIN = ("could not find expected ':'", "unexpected end of stream", "',' or ']'", "',' or '}'")
"""Where the mistake lies at the start of what was being read, not where the reader gave up."""


def melding(fout: yaml.YAMLError, tekst: str, naam: str) -> Melding:
    """One message for the first thing that is no YAML."""
    if isinstance(fout, yaml.reader.ReaderError):
        regel = tekst.encode("utf-8")[: fout.position].count(b"\n") + 1
        herstel = "Typ de regel opnieuw. Helpt dat niet? Sla het bestand op als gewone tekst, met UTF-8 als codering."
        return Melding(naam, regel, "", "Op deze regel staat een onzichtbaar teken dat hier niet kan.", herstel)
    probleem = str(getattr(fout, "problem", None) or fout)
    plek = getattr(fout, "problem_mark", None)
    begin = getattr(fout, "context_mark", None)
    if begin is not None and (plek is None or any(deel in probleem for deel in BIJ_BEGIN)):
        plek = begin
    regel = plek.line + 1 if plek is not None else 1
    if tab := _tab(tekst, regel):
        wat = "Deze regel springt in met een tab."
        return Melding(naam, tab, "", wat, "Vervang de tab door spaties: twee voor elke stap naar rechts.")
    for deel, wat, herstel in SOORTEN:
        if deel in probleem:
            return Melding(naam, regel, "", wat, herstel)
    herstel = "Kijk naar inspringen, aanhalingstekens en een dubbele punt gevolgd door een spatie op deze regel."
    return Melding(naam, regel, "", f"Deze regel is niet te lezen ({probleem}).", herstel)


def _tab(tekst: str, regel: int) -> int | None:
    """The line, near `regel`, that is indented with a tab."""
    regels = tekst.splitlines()
    buurt = [n for n in (regel, regel + 1, regel - 1) if 1 <= n <= len(regels)]
    return next((n for n in buurt if re.match(r" *-? *\t", regels[n - 1])), None)

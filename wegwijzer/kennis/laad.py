"""Loads `knowledge/` as a whole: read, check each file, check them together, then make typed objects."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from wegwijzer.bewaartijd import met_bewaartijd
from wegwijzer.kennis import brief_bestand, brief_model, geografie, model, schema, termijn_model, verband, yaml_bestand
from wegwijzer.kennis.meldingen import KennisFout, Melding

T = TypeVar("T")

MAPPEN = {
    "onderwerpen": "onderwerp",
    "organisaties": "organisatie",
    "samenwerkingsverbanden": "samenwerkingsverband",
    "initiatieven": "initiatieven",
    "regio": "regio",
    "wetten": "wet",
    "talen": "taal",
    "brieven": "brief",
}
"""Folder → kind of file (the name of its schema)."""
VORM = {"brieven": "*.md"}
"""Folder → its files, where those are not YAML as a whole."""

LOSSE = {"pad.yml": "pad", "noodhulp.yml": "noodhulp", "teksten.yml": "teksten", "termijnen.yml": "termijnen"}
HERLEES = 5
"""So many times at most files are read that change while they are read."""

Bestanden = dict[str, yaml_bestand.YamlBestand]
Gekeurd = tuple[yaml_bestand.YamlBestand | None, list[Melding]]
"""One file, None where it cannot be read, and what is wrong in it."""


def bestanden(map_: Path) -> dict[str, str]:
    """Every knowledge file that must be read: relative name → kind."""
    gevonden = {
        f"{naam}/{pad.name}": soort
        for naam, soort in MAPPEN.items()
        for pad in sorted((map_ / naam).glob(VORM.get(naam, "*.y*ml")))
    }
    return gevonden | LOSSE


def versie(map_: Path) -> str:
    """A short hash of all knowledge files and reference data: the number of this version."""
    som = hashlib.sha256()
    for naam in [*sorted(bestanden(map_)), *sorted(f"geografie/{p.name}" for p in (map_ / "geografie").glob("*.csv"))]:
        pad = map_ / naam
        som.update(naam.encode())
        som.update(pad.read_bytes() if pad.is_file() else b"")
    return som.hexdigest()[:12]


def lees(map_: Path, naam: str) -> tuple[yaml_bestand.YamlBestand | None, list[Melding]]:
    """One knowledge file as data, or why it cannot be read; a letter has its fields above its text."""
    return (brief_bestand.lees if naam.endswith(".md") else yaml_bestand.lees)(map_ / naam, naam)


def keur(map_: Path, naam: str, soort: str) -> Gekeurd:
    """Read one file of the kind `soort` and check it by itself."""
    bestand, fouten = lees(map_, naam)
    if bestand is None:
        return None, fouten
    bestand = yaml_bestand.YamlBestand(naam, schema.zonder_datums(bestand.inhoud), bestand.knoop)
    return bestand, list(schema.controleer(bestand, soort))


def controleer(map_: Path, keuring: Callable[[Path, str, str], Gekeurd] = keur) -> tuple[Bestanden, list[Melding]]:
    """Read and check all files under `map_`; the messages are empty when all is in order.

    `keuring` may remember files that did not change (geheugen.py).
    """
    if not map_.is_dir():
        return {}, [Melding(str(map_), 1, "", "Deze map bestaat niet.", "Geef de map knowledge op.")]
    gelezen: Bestanden = {}
    meldingen: list[Melding] = []
    for naam, soort in bestanden(map_).items():
        bestand, fouten = keuring(map_, naam, soort)
        if bestand is not None:
            gelezen[naam] = bestand
        meldingen.extend(fouten)
    if not meldingen:
        meldingen = list(verband.controleer(gelezen, map_))
    meldingen.extend(geografie.controleer(map_))
    return gelezen, sorted(set(meldingen))


def _controleer_heel(map_: Path, keuring: Callable[[Path, str, str], Gekeurd]) -> tuple[str, Bestanden, list[Melding]]:
    """The `versie` of what was read, and that. Read again where an editor saved meanwhile: what was read would carry
    the name of another version."""
    voor = versie(map_)
    for _ in range(HERLEES):
        uit = controleer(map_, keuring)
        na = versie(map_)
        if na == voor:
            break
        voor = na
    return (voor, *uit)


def laad(map_: Path, keuring: Callable[[Path, str, str], Gekeurd] = keur) -> model.Kennis:
    """The knowledge under `map_`. Raises KennisFout with every message when it is not in order."""
    nummer, gelezen, meldingen = _controleer_heel(map_, keuring)
    if meldingen:
        raise KennisFout(meldingen)
    soorten = bestanden(map_)

    def van(soort: str) -> list[dict[str, Any]]:
        return [b.inhoud for naam, b in gelezen.items() if soorten[naam] == soort]

    pad = gelezen["pad.yml"].inhoud
    teksten = gelezen["teksten.yml"].inhoud
    return model.Kennis(
        versie=nummer,
        onderwerpen={d["id"]: _maak(model.Onderwerp, met_bewaartijd(d)) for d in van("onderwerp")},
        organisaties={d["id"]: _maak(model.Organisatie, d) for d in van("organisatie")},
        samenwerkingsverbanden={d["code"]: _maak(model.Samenwerkingsverband, d) for d in van("samenwerkingsverband")},
        initiatieven=tuple(
            _maak(model.Initiatief, {**i, "provincie": d["provincie"]})
            for d in van("initiatieven")
            for i in d["initiatieven"]
        ),
        regios=tuple(_maak(model.Regio, d) for d in van("regio")),
        wetten={
            f"{d['id']}/{nummer}": _maak(
                model.Wetsartikel, {**a, "wet": d["naam"], "afkorting": d["afkorting"], "artikel": nummer}
            )
            for d in van("wet")
            for nummer, a in d["artikelen"].items()
        },
        stappen={d["id"]: _maak(model.Stap, d) for d in pad["stappen"]},
        altijd=tuple(pad["altijd"]),
        altijd_tekst=pad.get("altijd_tekst", ""),
        zijpaden=tuple(pad["zijpaden"]),
        talen={d["code"]: _maak(model.Taal, d) for d in van("taal")},
        noodhulp=gelezen["noodhulp.yml"].inhoud,
        brieven={d["id"]: _maak(brief_model.Brief, d) for d in van("brief")},
        termijnen=_termijnen(gelezen["termijnen.yml"].inhoud),
        teksten={k: tuple(v) if isinstance(v, list) else (v,) for k, v in teksten.items()},
    )


def _termijnen(inhoud: Mapping[str, Any]) -> termijn_model.Termijnkennis:
    gelijk = inhoud["gelijkgesteld"]
    return termijn_model.Termijnkennis(
        gebeurtenissen={g["id"]: _maak(termijn_model.Gebeurtenis, g) for g in inhoud["gebeurtenissen"]},
        regels=tuple(_maak(termijn_model.Termijnregel, r) for r in inhoud["termijnen"]),
        gelijkgesteld=frozenset(date.fromisoformat(d) for d in gelijk["dagen"]),
        gelijkgesteld_zeker=gelijk["zekerheid"] != "laag",
    )


ONDERDELEN: dict[tuple[type, str], type] = {
    (termijn_model.Termijnregel, "duur"): termijn_model.Duur,
    (termijn_model.Termijnregel, "daarna"): termijn_model.Duur,
    (termijn_model.Termijnregel, "termijnenwet"): termijn_model.Termijnenwet,
    (model.Organisatie, "contact"): model.Contact,
    (model.Organisatie, "feiten"): model.Feit,
    (model.Samenwerkingsverband, "contact"): model.Contact,
    (model.Samenwerkingsverband, "steunpunt"): model.Steunpunt,
    (model.Samenwerkingsverband, "bijzonder"): model.Feit,
    (model.Steunpunt, "contact"): model.Contact,
    (model.Onderwerp, "varianten"): model.Variant,
    (model.Onderwerp, "buren"): model.Buur,
    (model.Onderwerp, "jongere"): model.Jongere,
    (model.Onderwerp, "deelvragen"): model.Deelvraag,
    (model.Regio, "afspraken"): model.Afspraak,
}


def _maak(soort: type[T], gegevens: Mapping[str, Any]) -> T:
    """A dataclass from a checked mapping; lists become tuples, unknown (editor's) fields are left out."""
    waarden: dict[str, Any] = {}
    for veld in fields(soort):  # type: ignore[arg-type]
        if veld.name not in gegevens:
            continue
        waarde = gegevens[veld.name]
        onderdeel = ONDERDELEN.get((soort, veld.name), model.Herkomst if veld.name == "bronnen" else None)
        if isinstance(waarde, list):
            waarde = tuple(_maak(onderdeel, w) if onderdeel and isinstance(w, dict) else w for w in waarde)
        elif onderdeel and isinstance(waarde, dict):
            waarde = _maak(onderdeel, waarde)
        elif veld.name == "gemeenten_deels":
            waarde = {k: tuple(v) for k, v in waarde.items()}
        elif isinstance(waarde, str):
            waarde = waarde.strip()
        waarden[veld.name] = waarde
    return soort(**waarden)

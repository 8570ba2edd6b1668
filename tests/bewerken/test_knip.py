"""Writing into a knowledge file touches the lines of what changed, and nothing else: tried on every file there is."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest

from wegwijzer.bewerken import schrijfwijze
from wegwijzer.bewerken.knip import NietTeSchrijven, gelijk, schrijf
from wegwijzer.huis import projectmap
from wegwijzer.kennis.schema import zonder_datums
from wegwijzer.kennis.yaml_bestand import ontleed

MAP = projectmap() / "knowledge"
BESTANDEN = sorted(MAP.rglob("*.yml"))
LASTIG = [
    "gewoon",
    "met: dubbele punt",
    "# hekje",
    "'aan",
    'a "b" c',
    "2022",
    "null",
    "true",
    "- streep",
    "x, y",
    "[z]",
    "{q}",
    "één woord; en nog",
    "ja\nregel twee\n",
    "*ster",
    "a #b",
    "eind:",
    "@w",
    "~",
    "1.5",
    "007",
    "=",
    "<<",
    "!x",
    "%y",
    "`z",
    "? v",
    "|",
    ">",
    "\\n",
    "&anker",
    "---",
    "...",
    "y",
    "no",
    "0x1f",
    "2026-02-30",
    "12:30",
    " rand ",
    "e\u0301\U0001f600",
]


def _lees(pad: Path) -> tuple[str, Any]:
    tekst = pad.read_bytes().decode("utf-8")
    bestand, fouten = ontleed(tekst, pad.name)
    assert bestand is not None, fouten
    return tekst, zonder_datums(bestand.inhoud)


def _velden(waarde: Any) -> Iterator[dict[str, Any]]:
    if isinstance(waarde, dict):
        yield waarde
        for deel in waarde.values():
            yield from _velden(deel)
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from _velden(deel)


def _nummers(waarde: Any) -> Iterator[dict[str, Any]]:
    return (veld for veld in _velden(waarde) if veld.get("soort") == "telefoon")


def _gewijzigd(oud: str, nieuw: str) -> tuple[list[str], list[str]]:
    paren = list(zip_longest(oud.splitlines(), nieuw.splitlines(), fillvalue=""))
    return [een for een, ander in paren if een != ander], [ander for een, ander in paren if een != ander]


def test_zonder_wijziging_blijft_elk_bestand_gelijk() -> None:
    assert len(BESTANDEN) > 300
    for pad in BESTANDEN:
        tekst, data = _lees(pad)
        assert schrijf(tekst, pad.name, copy.deepcopy(data)) == tekst, pad


def test_een_ander_nummer_verandert_alleen_die_regel() -> None:
    """Every telephone number of every file, one at a time."""
    gezien = 0
    for pad in BESTANDEN:
        tekst, data = _lees(pad)
        for plek in range(len(list(_nummers(data)))):
            nieuw = copy.deepcopy(data)
            list(_nummers(nieuw))[plek]["waarde"] = "010-123 45 67"
            weg, bij = _gewijzigd(tekst, schrijf(tekst, pad.name, nieuw))
            assert len(weg) == len(bij) == 1 and "010-123 45 67" in bij[0], pad
            gezien += 1
    assert gezien > 40


def test_een_andere_dag_verandert_alleen_die_regel() -> None:
    """The first and the last source of every file."""
    for pad in BESTANDEN:
        tekst, data = _lees(pad)
        for plek in (0, -1):
            nieuw = copy.deepcopy(data)
            dagen = [veld for veld in _velden(nieuw) if "gezien" in veld]
            if dagen:
                dagen[plek]["gezien"] = "2026-01-02"
                weg, bij = _gewijzigd(tekst, schrijf(tekst, pad.name, nieuw))
                assert len(weg) == len(bij) == 1 and "2026-01-02" in bij[0], pad


def test_een_wijziging_elders_laat_de_rest_staan() -> None:
    """Random changes of any kind in every file: what comes out reads back as meant, and comments stay."""
    worp, geweigerd, gelukt = random.Random(11), 0, 0
    for pad in BESTANDEN:
        tekst, data = _lees(pad)
        nieuw = copy.deepcopy(data)
        for _ in range(worp.randint(1, 3)):
            _muteer(nieuw, worp)
        try:
            uit = schrijf(tekst, pad.name, nieuw)
        except NietTeSchrijven:
            geweigerd += 1
            continue
        gelukt += 1
        terug, fouten = ontleed(uit, pad.name)
        assert terug is not None, (pad, fouten)
        assert gelijk(zonder_datums(terug.inhoud), nieuw), pad
        kop = [r for r in tekst.splitlines() if r.startswith("#")]
        assert [r for r in uit.splitlines() if r.startswith("#")][: len(kop)] == kop or "\n#" not in tekst, pad
    assert geweigerd <= gelukt // 20, (geweigerd, gelukt)


def _muteer(data: Any, worp: random.Random) -> None:
    plekken: list[tuple[Any, Any]] = []

    def wandel(waarde: Any) -> None:
        for sleutel in list(waarde) if isinstance(waarde, dict) else range(len(waarde)):
            plekken.append((waarde, sleutel))
            if isinstance(waarde[sleutel], (dict, list)):
                wandel(waarde[sleutel])

    wandel(data)
    ouder, sleutel = worp.choice(plekken)
    waarde = ouder[sleutel]
    if isinstance(waarde, list):
        if waarde and worp.random() < 0.4:
            waarde.pop(worp.randrange(len(waarde)))
        else:
            waarde.insert(worp.randint(0, len(waarde)), worp.choice(LASTIG))
    elif isinstance(waarde, dict):
        waarde["wat"] = worp.choice(LASTIG)
    elif isinstance(waarde, (bool, int)):
        ouder[sleutel] = 8
    else:
        ouder[sleutel] = worp.choice(LASTIG)


@pytest.mark.parametrize("waarde", LASTIG)
def test_elke_tekst_leest_terug(waarde: str) -> None:
    for inhoud in ({"a": waarde}, {"a": [waarde]}, {"a": {"b": waarde}}, {"a": [{"b": waarde, "bron": waarde}]}):
        bestand, fouten = ontleed(schrijfwijze.bestand(inhoud), "x.yml")
        assert bestand is not None, fouten
        assert gelijk(bestand.inhoud, inhoud), schrijfwijze.bestand(inhoud)


VOORBEELD = """\
# Kop blijft.
naam: Een   # achteraan
lijst:
  - a
  # tussenin
  - 'b'
kort: [x, 'y z']
vak: {van: 4, tot: null}
leeg: []
tekst: |
  Eerste.

  Tweede.

# Slot blijft.
"""


@pytest.mark.parametrize(
    ("wijziging", "oud", "nieuw"),
    [
        ({"naam": "Twee"}, "naam: Een   #", "naam: Twee   #"),
        ({"lijst": ["a", "b", "c"]}, "  - 'b'\n", "  - 'b'\n  - c\n"),
        ({"lijst": ["b"]}, "  - a\n", ""),
        ({"lijst": ["n", "a", "b"]}, "  - a\n", "  - n\n  - a\n"),
        ({"kort": ["x", "y z", "w"]}, "[x, 'y z']", "[x, 'y z', w]"),
        ({"vak": {"van": 5, "tot": None}}, "{van: 4,", "{van: 5,"),
        ({"vak": {"van": 4, "tot": None, "tekst": "a, b"}}, "null}", 'null, tekst: "a, b"}'),
        ({"leeg": ["Een zin."]}, "leeg: []\n", "leeg:\n  - Een zin.\n"),
        ({"tekst": "Eerste.\n\nAnders.\n"}, "  Tweede.", "  Anders."),
    ],
)
def test_precies_die_regel(wijziging: dict[str, Any], oud: str, nieuw: str) -> None:
    bestand, _ = ontleed(VOORBEELD, "x.yml")
    assert bestand is not None and oud in VOORBEELD
    assert schrijf(VOORBEELD, "x.yml", {**bestand.inhoud, **wijziging}) == VOORBEELD.replace(oud, nieuw, 1)


def test_regeleinden_van_windows_blijven() -> None:
    tekst = VOORBEELD.replace("\n", "\r\n")
    bestand, _ = ontleed(VOORBEELD, "x.yml")
    assert bestand is not None
    uit = schrijf(tekst, "x.yml", {**bestand.inhoud, "naam": "Twee"})
    assert uit == tekst.replace("Een ", "Twee ", 1)

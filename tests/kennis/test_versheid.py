"""`wegwijzer check --vers`: which facts are older than their term, and whose they are."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from wegwijzer.kennis import versheid, versverslag
from wegwijzer.kennis.meldingen import KennisFout
from wegwijzer.kennis.model import Kennis


@pytest.mark.parametrize(
    ("stand", "gezien", "vanaf"),
    [
        ("2025-12-03", "2026-11-22", "2025-12-03"),
        ("2025-12", "2026-11-22", "2025-12-01"),
        ("2024", "2026-11-22", "2024-01-01"),
        ("onbekend", "2026-11-22", "2026-11-22"),
    ],
)
def test_telt_vanaf_stand(stand: str, gezien: str, vanaf: str) -> None:
    """The source's own date counts, and the reading only where it has none."""
    assert versheid.telt_vanaf(stand, gezien) == date.fromisoformat(vanaf)


@pytest.mark.parametrize(
    ("dag", "maanden", "later"),
    [
        ("2026-01-10", 6, "2026-07-10"),
        ("2025-08-31", 6, "2026-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2025-12-01", 12, "2026-12-01"),
    ],
)
def test_maanden_later(dag: str, maanden: int, later: str) -> None:
    """Calendar months; a month that is too short ends on its last day."""
    assert versheid.maanden_later(date.fromisoformat(dag), maanden) == date.fromisoformat(later)


def test_termijnen_per_soort(proef: Path) -> None:
    """Six months for a telephone number and an initiative, twelve for a law."""
    per_plek = {(f.bestand, f.veld): f for f in versheid.feiten(proef)}
    telefoon = per_plek["organisaties/advieslijn.yml", "contact.1"]
    assert (telefoon.soort, telefoon.vervalt, telefoon.houder) == ("telefoon", date(2026, 6, 1), "De advieslijn")
    assert "010-000 00 00" in telefoon.wat and telefoon.regel == 10
    initiatief = per_plek["initiatieven/overijssel.yml", "initiatieven.1"]
    assert (initiatief.soort, initiatief.vervalt) == ("initiatief", date(2026, 7, 10))
    wet = per_plek["wetten/wpo.yml", "artikelen.4b"]
    assert (wet.soort, wet.vervalt) == ("wet", date(2025, 8, 1))
    assert wet.houder == "Wet op het primair onderwijs"


def test_verlopen_pas_na_de_laatste_dag(proef: Path) -> None:
    """On the last day of its term a fact is still fresh."""
    [feit] = [f for f in versheid.feiten(proef) if f.soort == "initiatief"]
    assert not feit.verlopen(date(2026, 7, 10)) and feit.verlopen(date(2026, 7, 11))


def test_houder_volgt_uit_de_site(proef: Path) -> None:
    """A topic's source on the site of one organisation is that organisation's; else the site is named."""
    houders = {f.houder for f in versheid.feiten(proef) if f.bestand == "onderwerpen/pesten.yml"}
    assert houders == {"De advieslijn"}
    pad = proef / "organisaties" / "wijkteam.yml"
    pad.write_text(
        pad.read_text(encoding="utf-8").replace(
            "contact: []",
            "contact:\n  - {soort: site, waarde: 'https://voorbeeld.nl/wijk', bron: 'https://voorbeeld.nl', "
            "gezien: 2026-01-10, stand: onbekend, zekerheid: midden}",
        ),
        encoding="utf-8",
    )
    houders = {f.houder for f in versheid.feiten(proef) if f.bestand == "onderwerpen/pesten.yml"}
    assert houders == {"voorbeeld.nl"}


def test_verslag_verlopen_eerst(proef: Path) -> None:
    """The expired ones come first, grouped by organisation, with file, line and both dates."""
    alle = versheid.feiten(proef)
    tekst = versverslag.als_tekst(alle, date(2026, 7, 1))
    verlopen, vers = tekst.split("NOG VERS")
    regel = "organisaties/advieslijn.yml:10: contact.1: telefoon 010-000 00 00; stand 2025-12, gezien 2026-01-10"
    assert regel in verlopen
    assert "organisaties/advieslijn.yml:10:" not in vers
    assert "initiatieven/overijssel.yml" in vers and "initiatieven/overijssel.yml" not in verlopen
    assert "\nDe advieslijn (" in verlopen


def test_pas_gelezen_staat_erbij(proef: Path) -> None:
    """An old page that was read within the term is expired all the same, but can wait."""
    alle = {f.plek: f for f in versheid.feiten(proef)}
    wet = next(f for f in alle.values() if f.soort == "wet" and f.bestand.startswith("wetten/"))
    assert wet.verlopen(date(2026, 2, 1)) and versverslag.pas_gelezen(wet, date(2026, 2, 1))
    assert not versverslag.pas_gelezen(wet, date(2027, 2, 1))


def test_json(proef: Path) -> None:
    """The same facts as data, each once."""
    alle = versheid.feiten(proef)
    inhoud = json.loads(versverslag.als_json(alle, date(2026, 7, 1)))
    feiten = [f for o in inhoud["organisaties"] for f in o["feiten"]]
    assert inhoud["feiten"] == len(feiten) == len(alle)
    assert inhoud["verlopen"] == sum(f["verlopen"] for f in feiten) > 0
    assert {f["termijn_maanden"] for f in feiten if f["soort"] == "telefoon"} == {6}
    aantallen = [o["verlopen"] for o in inhoud["organisaties"]]
    assert aantallen == sorted(aantallen, reverse=True)


def test_elk_telefoonnummer_staat_erin(kennis: Kennis) -> None:
    """No telephone number of the real knowledge is forgotten."""
    map_ = Path(__file__).parents[2] / "knowledge"
    gevonden = sorted(f.wat for f in versheid.feiten(map_) if f.soort == "telefoon")
    eigen = [c for o in kennis.organisaties.values() for c in o.contact]
    eigen += [c for v in kennis.samenwerkingsverbanden.values() for c in v.contact]
    eigen += [c for v in kennis.samenwerkingsverbanden.values() if v.steunpunt for c in v.steunpunt.contact]
    nummers = sorted(c.waarde for c in eigen if c.soort == "telefoon")
    assert set(nummers) <= set(gevonden) and len(gevonden) >= len(nummers) > 20


def test_kapotte_kennis(proef: Path) -> None:
    """Knowledge that is not in order is not counted."""
    (proef / "pad.yml").unlink()
    with pytest.raises(KennisFout):
        versheid.feiten(proef)

"""Every kind of finding against its table of short messages."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from wegwijzer.taal.situatie import vondsten

VANDAAG = date(2026, 11, 22)
GEGEVENS = Path(__file__).parent / "gegevens"


def _tabel(bestand: str, sleutel: str = "gevallen") -> list[tuple[str, Any]]:
    inhoud = yaml.safe_load((GEGEVENS / f"{bestand}.yml").read_text(encoding="utf-8"))
    return list(inhoud[sleutel].items())


def _waarden(soort: str, tekst: str, verwacht: str | None = None) -> list[Any]:
    return [v.waarde for v in vondsten(tekst, vandaag=VANDAAG, verwacht=verwacht) if v.entity == soort]


@pytest.mark.parametrize("soort", ["leeftijd", "weken_thuis", "onderwijssoort", "stap_gedaan", "situatie"])
def test_tabel_is_groot_genoeg(soort: str) -> None:
    assert len(_tabel(soort)) >= 60


@pytest.mark.parametrize(
    ("soort", "tekst", "verwacht"),
    [(s, t, w) for s in ("leeftijd", "weken_thuis", "onderwijssoort") for t, w in _tabel(s)]
    + [(s, t, w) for s in ("richting", "kind") for t, w in _tabel("overig", s)],
)
def test_enkele_waarde(soort: str, tekst: str, verwacht: Any) -> None:
    assert _waarden(soort, tekst) == ([] if verwacht is None else [verwacht])


@pytest.mark.parametrize(
    ("soort", "tekst", "verwacht"), [(s, t, w) for s in ("stap_gedaan", "situatie") for t, w in _tabel(s)]
)
def test_meer_waarden(soort: str, tekst: str, verwacht: list[str]) -> None:
    assert sorted(_waarden(soort, tekst)) == sorted(verwacht)


@pytest.mark.parametrize(
    ("soort", "tekst", "verwacht"), [(s, t, w) for s in ("doelgroep", "datum") for t, w in _tabel("overig", s)]
)
def test_bevat(soort: str, tekst: str, verwacht: str | None) -> None:
    gevonden = _waarden(soort, tekst)
    assert gevonden == [] if verwacht is None else verwacht in gevonden


@pytest.mark.parametrize(
    ("verwacht", "tekst", "soort", "waarde"),
    [
        ("leeftijd", "14", "leeftijd", 14),
        ("leeftijd", "ja 9 jaar", "leeftijd", 9),
        ("onderwijssoort", "14", "leeftijd", 14),
        ("onderwijssoort", "basis", "onderwijssoort", "po"),
        ("onderwijssoort", "groep 5", "onderwijssoort", "po"),
        ("onderwijssoort", "de havo", "onderwijssoort", "vo"),
        ("onderwijssoort", "middelbaar", "onderwijssoort", "vo"),
        ("onderwijssoort", "speciaal", "onderwijssoort", "so"),
        ("onderwijssoort", "praktijk", "onderwijssoort", "pro"),
        ("onderwijssoort", "voortgezet speciaal", "onderwijssoort", "vso"),
        ("onderwijssoort", "mbo", "onderwijssoort", "mbo"),
        ("onderwijssoort", "geen school", "situatie", "geen_school"),
        ("weken_thuis", "5 weken", "weken_thuis", 5),
        ("weken_thuis", "5", "weken_thuis", 5),
        ("weken_thuis", "sinds de herfstvakantie", "weken_thuis", 5),
    ],
)
def test_kaal_antwoord_op_onze_vraag(verwacht: str, tekst: str, soort: str, waarde: Any) -> None:
    assert _waarden(soort, tekst, verwacht) == [waarde]


@pytest.mark.parametrize(
    ("tekst", "soort"), [("14", "leeftijd"), ("5 weken", "weken_thuis"), ("basis", "onderwijssoort")]
)
def test_kaal_antwoord_zonder_vraag_telt_niet(tekst: str, soort: str) -> None:
    assert _waarden(soort, tekst) == []


def test_klas_is_geen_leeftijd_als_om_schoolsoort_is_gevraagd() -> None:
    assert _waarden("leeftijd", "5", "onderwijssoort") == []

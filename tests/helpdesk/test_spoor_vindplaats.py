"""Finding where in the files an answer stands, on a small knowledge of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from wegwijzer.helpdesk.spoor.bladeren import bladen
from wegwijzer.helpdesk.spoor.gebruikt import Gebruik, Luisteraar
from wegwijzer.helpdesk.spoor.vindplaats import herkend, vind_regel, vindplaatsen
from wegwijzer.huis import houder

ONDERWERP = """id: fietsen
titel: Leren fietsen op school
antwoord: |
  Fietsen leert een kind het best op een rustig plein.
  Vraag de school of het plein na vier uur open is.
eenvoudig: Vraag de school of het plein na vier uur open is. Dat helpt.
contact: [school]
bronnen:
  - bron: https://voorbeeld.example/fietsen
    gezien: 2026-11-22
    stand: onbekend
    zekerheid: midden
vragen:
  - waar leert mijn kind fietsen
varianten:
  - als: {onderwijssoort: [so]}
    antwoord: Op een school voor speciaal onderwijs kan het ook binnen, in de gymzaal.
"""
ORGANISATIE = """id: bond
naam: Bond van Lerende Fietsers
wat: Helpt ouders en scholen met een fietsles.
contact:
  - soort: site
    waarde: https://bond.example/contact
    bron: https://bond.example/over
    gezien: 2026-11-20
    stand: 2025
    zekerheid: hoog
bronnen:
  - {bron: https://bond.example, gezien: 2026-11-22, stand: onbekend, zekerheid: laag}
"""
TEKSTEN = """welkom: Ik ben een proef, geen mens.
kop: "Uw volgende stap: {naam}."
kop_jongere: "Jouw volgende stap: {naam}."
ander: "{naam}."
"""
NOODHULP = """antwoorden:
  gevaar:
    tekst: Bel nu om hulp.
herkenning:
  nood:
    gevaar:
      - WIL ..4 NIET MEER
      - rustig plein
"""


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    for naam, inhoud in (
        ("onderwerpen/fietsen.yml", ONDERWERP),
        ("organisaties/bond.yml", ORGANISATIE),
        ("teksten.yml", TEKSTEN),
        ("noodhulp.yml", NOODHULP),
    ):
        (tmp_path / naam).parent.mkdir(exist_ok=True)
        (tmp_path / naam).write_text(inhoud, encoding="utf-8")
    return tmp_path


BESTANDEN = ["onderwerpen/fietsen.yml", "organisaties/bond.yml", "teksten.yml", "noodhulp.yml"]


def antwoord(tekst: str, *knoppen: str, **custom: Any) -> dict[str, Any]:
    return {"text": tekst, "buttons": [{"title": k} for k in knoppen], "custom": custom}


def plekken(map_: Path, *antwoorden: dict[str, Any], teksten: tuple[str, ...] = ()) -> list[tuple[str, int, str]]:
    gevonden, _ = vindplaatsen(map_, BESTANDEN, antwoorden, teksten)
    return [(v.bestand.split("/")[-1], v.regel, f"{v.veld}/{v.waar}") for v in gevonden]


def test_een_antwoord_wordt_teruggevonden_op_zijn_regel(map_: Path) -> None:
    heel = antwoord(
        "Fietsen leert een kind het best op een rustig plein. Vraag de school of het plein na vier uur open is."
    )
    assert plekken(map_, heel) == [("fietsen.yml", 3, "antwoord/antwoord")]
    variant = antwoord("Op een school voor speciaal onderwijs kan het ook binnen, in de gymzaal.")
    assert plekken(map_, variant) == [("fietsen.yml", 17, "varianten.1.antwoord/antwoord")]


def test_wie_het_meeste_verklaart_gaat_voor(map_: Path) -> None:
    makkelijk = antwoord("Vraag de school of het plein na vier uur open is. Dat helpt.")
    assert plekken(map_, makkelijk) == [("fietsen.yml", 6, "eenvoudig/antwoord")]


def test_vulwoorden_en_sleutels(map_: Path) -> None:
    stap = antwoord("Uw volgende stap: ga fietsen.")
    assert plekken(map_, stap, teksten=("kop", "welkom", "ander")) == [("teksten.yml", 2, "kop/antwoord")]
    assert plekken(map_, stap, teksten=("welkom",)) == []
    jong = antwoord("Jouw volgende stap: ga fietsen.")
    assert plekken(map_, jong, teksten=("kop",)) == [("teksten.yml", 3, "kop_jongere/antwoord")]


def test_kaart_en_knop(map_: Path) -> None:
    kaart = {"wie": "Bond van Lerende Fietsers", "contact": [{"waarde": "https://bond.example/contact"}]}
    gevonden = plekken(map_, antwoord("Hoi.", "Leren fietsen op school", kaart=kaart))
    assert gevonden == [
        ("bond.yml", 2, "naam/kaart"),
        ("bond.yml", 6, "contact.1.waarde/kaart"),
        ("fietsen.yml", 2, "titel/knop"),
    ]


def test_bronnen_van_het_stuk_dat_gezegd_is(map_: Path) -> None:
    _, alleen_naam = vindplaatsen(map_, BESTANDEN, [antwoord("Dit doet de Bond van Lerende Fietsers.")])
    assert [(b.bron, b.regel, b.zekerheid) for b in alleen_naam] == [("https://bond.example", 12, "laag")]
    _, met_site = vindplaatsen(
        map_, BESTANDEN, [antwoord("Bond van Lerende Fietsers: kijk op https://bond.example/contact.")]
    )
    assert [(b.bron, b.gezien, b.stand, b.regel) for b in met_site] == [
        ("https://bond.example/over", "2026-11-20", "2025", 7)
    ]
    _, geen = vindplaatsen(map_, BESTANDEN, [antwoord("Hoi.", "Leren fietsen op school")])
    assert geen == ()


@pytest.mark.parametrize("tekst", ["waar leert mijn kind fietsen", "school", "midden", "het plein", "Pleinschool."])
def test_wat_geen_tekst_voor_ouders_is_telt_niet(map_: Path, tekst: str) -> None:
    assert plekken(map_, antwoord(tekst)) == []


def test_een_regel_van_het_gevaar(map_: Path) -> None:
    gevonden = vind_regel(map_, "WIL ..4 NIET MEER")
    assert gevonden is not None
    assert (gevonden.plek, gevonden.veld) == ("knowledge/noodhulp.yml:7", "herkenning.nood.gevaar.1")
    assert vind_regel(map_, "staat er niet") is None
    assert plekken(map_, antwoord("Bel nu om hulp. Een rustig plein.")) == [
        ("noodhulp.yml", 3, "antwoorden.gevaar.tekst/antwoord")
    ]


def test_waaraan_het_herkend_is(map_: Path) -> None:
    assert [(v.regel, v.waar) for v in herkend(map_, "fietsen")] == [(13, "herkend")]
    assert herkend(map_, "pad") == ()


def test_een_gewijzigd_bestand_wordt_opnieuw_gelezen(map_: Path) -> None:
    assert len(bladen(map_, "teksten.yml")) == 4
    (map_ / "teksten.yml").write_text("een: Alleen dit nog maar.\n", encoding="utf-8")
    assert [b.regel for b in bladen(map_, "teksten.yml")] == [1]
    (map_ / "teksten.yml").write_text("een: [", encoding="utf-8")
    assert bladen(map_, "teksten.yml") == ()
    assert bladen(map_, "bestaat_niet.yml") == ()


def test_luisteren_telt_alleen_wat_gevraagd_is() -> None:
    gevraagd: dict[str, None] = {}
    kennis = Luisteraar({"a": 1, "b": 2, "c": 3}, gevraagd)
    assert (sorted(kennis), sum(kennis.values()), "c" in kennis) == (["a", "b", "c"], 6, True)
    assert kennis.get("x", 9) == 9
    assert gevraagd == {}
    assert (kennis["b"], kennis.get("a")) == (2, 1)
    assert list(gevraagd) == ["b", "a"]


def test_gebruik_laat_de_kennis_zelf_met_rust() -> None:
    huis = houder().haal()
    gebruik = Gebruik(huis)
    assert gebruik.huis.redacteur is huis.redacteur
    assert gebruik.huis.kennis.tekst("welkom") == huis.kennis.tekst("welkom")
    jong = gebruik.huis.voor("ik")
    assert jong.voor(None) is gebruik.huis
    _ = jong.kennis.onderwerpen["schorsing"]
    assert gebruik.gevraagd("teksten") == ("welkom",)
    assert "onderwerpen/schorsing.yml" in gebruik.bestanden()
    assert type(huis.kennis.teksten) is dict

"""A form that is sent back unchanged changes nothing; what was changed becomes data, and only that."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from wegwijzer.bewerken.invoer import Lezing, Waarden, waarden
from wegwijzer.bewerken.knip import gelijk
from wegwijzer.bewerken.samenvoegen import GEEN, voeg_samen
from wegwijzer.bewerken.stukken import SOORTEN, alle
from wegwijzer.bewerken.vorm import Veld, maak
from wegwijzer.huis import projectmap
from wegwijzer.kennis.laad import Bestanden, controleer
from wegwijzer.kennis.schema import zonder_datums

MAP = projectmap() / "knowledge"


@pytest.fixture(scope="module")
def gelezen() -> Bestanden:
    return controleer(MAP)[0]


def _verstuurd(veld: Veld, inhoud: Any) -> Waarden:
    """As a browser sends it to Sanic: without what is empty, with the line ends of the web."""
    uit = {naam: [w.replace("\n", "\r\n") for w in waarde if w] for naam, waarde in waarden(veld, inhoud).items()}
    return {naam: waarde for naam, waarde in uit.items() if waarde}


@pytest.mark.parametrize("soort", SOORTEN.values(), ids=lambda s: s.naam)
def test_ongewijzigd_terug_verandert_niets(soort: Any, gelezen: Bestanden) -> None:
    aantal = 0
    for id_, bestand, _, inhoud in alle(soort, gelezen):
        inhoud = zonder_datums(inhoud)
        lezing = Lezing(bestand, _verstuurd(soort.veld, inhoud))
        uit = lezing.lees(soort.veld, copy.deepcopy(inhoud))
        assert gelijk(uit, inhoud), id_
        assert lezing.fouten == []
        aantal += 1
    assert aantal > 30


def test_elk_veld_heeft_een_naam_en_is_uitgelegd() -> None:
    """The labels come from the schemas; a field that was added without a title shows here."""

    def velden(veld: Veld) -> list[Veld]:
        return [deel for v in veld.velden for deel in (v, *velden(v))]

    for soort in SOORTEN.values():
        kaal = [v.naam for v in velden(soort.veld) if v.titel == v.naam]
        assert kaal == [], f"{soort.schema}.json: title ontbreekt bij {kaal}"


def _lees(veld: Veld, oud: Any, **anders: list[str]) -> tuple[Any, Lezing]:
    form = {**_verstuurd(veld, oud), **{n.replace("__", "."): w for n, w in anders.items()}}
    lezing = Lezing("organisaties/x.yml", form)
    return lezing.lees(veld, oud), lezing


ORG = {
    "id": "x",
    "naam": "X",
    "kort": "x",
    "bijnamen": ["ix"],
    "soort": "organisatie",
    "stap": None,
    "gebied": "landelijk",
    "wat": "Iets.\n",
    "eerst": [],
    "contact": [
        {
            "soort": "site",
            "waarde": "https://a.nl",
            "bron": "https://a.nl",
            "gezien": "2026-11-01",
            "stand": "2024",
            "zekerheid": "midden",
        },
        {
            "soort": "mail",
            "waarde": "a@a.nl",
            "bron": "https://a.nl",
            "gezien": "2026-11-01",
            "stand": "2024",
            "zekerheid": "midden",
        },
    ],
    "bronnen": [],
}


def test_rijen_komen_gaan_en_wisselen() -> None:
    veld = maak("organisatie")
    uit, lezing = _lees(veld, ORG, contact__rij=["1", "n1"], contact__n1__soort=["telefoon"])
    assert [c.get("soort") for c in uit["contact"]] == ["mail", "telefoon"]
    assert uit["contact"][0] == ORG["contact"][1]  # type: ignore[index]
    assert lezing.namen["contact.1.waarde"] == "contact.1.waarde"
    assert lezing.namen["contact.2.waarde"] == "contact.n1.waarde"


def test_een_lege_nieuwe_rij_telt_niet_mee() -> None:
    uit, _ = _lees(maak("organisatie"), ORG, contact__rij=["0", "1", "n1", "n2"])
    assert uit == ORG


@pytest.mark.parametrize("sleutel", ["9", "-1", "x", "1e3", "../0", "00000000001"])
def test_een_vreemde_sleutel_van_een_rij_is_een_lege_rij(sleutel: str) -> None:
    uit, _ = _lees(maak("organisatie"), ORG, contact__rij=["0", "1", sleutel])
    assert uit == ORG


def test_leeg_maken() -> None:
    """A list that must be there becomes empty, a text that may be unknown null, an optional one goes."""
    veld = maak("samenwerkingsverband")
    oud = {"naam": "N", "gemeenten": ["Zwolle"], "steunpunt": {"naam": "S", "contact": []}, "opmerking": "x"}
    uit, _ = _lees(veld, oud, naam=[], gemeenten=[], steunpunt__naam=[], opmerking=[])
    assert (uit["naam"], uit["gemeenten"], uit["steunpunt"], uit["opmerking"]) == (None, [], None, None)


def test_onzichtbare_tekens_worden_geweigerd() -> None:
    for teken in ("\x07", "\u202e", "\ufeff", "\ufffd", "\u2028", "\x85"):
        _, lezing = _lees(maak("organisatie"), ORG, naam=[f"a{teken}b"])
        [melding] = lezing.fouten
        assert melding.veld == "naam" and "onzichtbaar teken" in melding.wat, repr(teken)


def test_te_veel_wordt_gezegd_en_niet_afgekapt() -> None:
    _, lezing = _lees(maak("organisatie"), ORG, bijnamen=["\n".join(f"naam {n}" for n in range(1_500))])
    assert [m.veld for m in lezing.fouten] == ["bijnamen"]
    _, lezing = _lees(maak("organisatie"), ORG, contact__rij=[f"n{n}" for n in range(300)])
    assert [m.veld for m in lezing.fouten] == ["contact"]


def test_een_getal_dat_geen_getal_is_blijft_te_zien() -> None:
    uit, _ = _lees(maak("onderwerp"), {"urgentie": 3}, urgentie=["drie"])
    assert uit["urgentie"] == "drie"


def test_samenvoegen_laat_niets_verloren_gaan() -> None:
    basis = {"a": "1", "b": "1", "c": "1", "rij": [{"x": "1", "y": "1"}], "weg": "1"}
    nu = {"a": "2", "b": "2", "c": "1", "rij": [{"x": "2", "y": "1"}], "erbij": "2"}
    eigen = {"a": "3", "b": "1", "c": "3", "rij": [{"x": "1", "y": "3"}], "weg": "1"}
    uit, botsingen = voeg_samen(basis, nu, eigen)
    assert uit == {"a": "3", "b": "2", "c": "3", "rij": [{"x": "2", "y": "3"}], "erbij": "2"}
    assert {(b.veld, b.overgenomen) for b in botsingen} == {
        ("a", False),
        ("b", True),
        ("rij.1.x", True),
        ("erbij", True),
        ("weg", True),
    }


def test_samenvoegen_zonder_begin_toont_elk_verschil() -> None:
    uit, botsingen = voeg_samen(GEEN, {"a": "2", "b": "1"}, {"a": "3", "b": "1"})
    assert uit == {"a": "3", "b": "1"}
    assert [(b.veld, b.nu, b.eigen, b.overgenomen) for b in botsingen] == [("a", "2", "3", False)]

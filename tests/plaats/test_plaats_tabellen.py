"""Each postcode, woonplaats and gemeente gives exactly the code of the source, or the right question."""

from __future__ import annotations

import re
from typing import Literal

import pytest

from wegwijzer.plaats import Plaatsen, Plek, deur, vermeldingen

Sector = Literal["po", "vo"]
SECTOREN: tuple[Sector, ...] = ("po", "vo")
Rijen = list[dict[str, str]]


def een(tekst: str, plaatsen: Plaatsen) -> tuple[Plek, ...]:
    gevonden = vermeldingen(tekst, plaatsen, verwacht=True)
    assert len(gevonden) == 1, (tekst, gevonden)
    return gevonden[0].kandidaten


def test_aantallen(verwacht_postcodes: Rijen, verwacht_plaatsen: Rijen, verwacht_gemeenten: Rijen) -> None:
    assert (len(verwacht_postcodes), len(verwacht_plaatsen), len(verwacht_gemeenten)) == (4082, 2501, 342)


@pytest.mark.parametrize("sector", SECTOREN)
@pytest.mark.parametrize("vorm", ["{}", "{} AB", "{}ab", "postcode {}"])
def test_postcodes(sector: Sector, vorm: str, plaatsen: Plaatsen, verwacht_postcodes: Rijen) -> None:
    for rij in verwacht_postcodes:
        (plek,) = een(vorm.format(rij["pc4"]), plaatsen)
        assert (plek.pc4, plek.gemeente) == (rij["pc4"], rij["gemeente"])
        uitkomst = deur(plek, sector, plaatsen)
        assert uitkomst.code == (rij[f"{sector}_swv"] or None), rij
        assert (uitkomst.zekerheid == "laag") == (rij["zekerheid"] == "laag" or not rij[f"{sector}_swv"]), rij
        assert uitkomst.vraag is None or (uitkomst.code is None and uitkomst.vraag == "plaats"), rij


def controleer(plek: Plek, codes: list[str], sector: Sector, vraag: str, plaatsen: Plaatsen) -> None:
    uitkomst = deur(plek, sector, plaatsen)
    if len(codes) == 1:
        assert (uitkomst.code, uitkomst.vraag) == (codes[0], None), plek
        assert plek.keuzes(sector) == ()
    elif codes:
        assert (uitkomst.code, uitkomst.vraag) == (None, vraag), plek
        assert set(plek.keuzes(sector)) == set(codes)
    else:
        assert (uitkomst.code, uitkomst.vraag, uitkomst.zekerheid) == (None, None, "laag"), plek


@pytest.mark.parametrize("sector", SECTOREN)
def test_woonplaatsen_op_officiele_naam(sector: Sector, plaatsen: Plaatsen, verwacht_plaatsen: Rijen) -> None:
    for rij in verwacht_plaatsen:
        (plek,) = plaatsen.vind(plaats=rij["woonplaats"], gemeente=rij["gemeente"])
        assert plek.provincie == rij["provincie"]
        assert set(plaatsen.pc4s(plek)) == set(rij["pc4"].split())
        controleer(plek, rij[f"{sector}_swv"].split(), sector, "pc4", plaatsen)


@pytest.mark.parametrize("vorm", ["{}", "we wonen in {}", "de school staat in {}."])
def test_woonplaatsen_in_tekst(vorm: str, plaatsen: Plaatsen, verwacht_plaatsen: Rijen) -> None:
    """Every woonplaats is recognised; where a name occurs twice, all places of that name are candidates."""
    mist = []
    for rij in verwacht_plaatsen:
        naam = rij["woonplaats"]
        gevonden = vermeldingen(vorm.format(naam), plaatsen, verwacht=vorm == "{}")
        doel = (naam, rij["gemeente"])
        if len(gevonden) != 1 or doel not in {(k.plaats, k.gemeente) for k in gevonden[0].kandidaten}:
            mist.append(doel)
    # "Nederland" and "Zeeland" are never a village without a province or gemeente beside them.
    toegestaan = {"Nederland"} if vorm == "{}" else {"Nederland", "Zeeland"}
    assert {naam for naam, _ in mist} == toegestaan


def test_woonplaats_met_gemeente_erbij(plaatsen: Plaatsen, verwacht_plaatsen: Rijen) -> None:
    for rij in verwacht_plaatsen:
        gemeente = re.sub(r"\s*\(.*", "", rij["gemeente"])
        naam = re.sub(r"\s*\(.*| gem\.? .*", "", rij["woonplaats"])
        kandidaten = een(f"{naam}, gemeente {gemeente}", plaatsen)
        gemeenten = {k.gemeente for k in kandidaten}
        # Two gemeenten are called Bergen: then a question remains.
        assert gemeenten == ({"Bergen (L.)", "Bergen (NH.)"} if gemeente == naam == "Bergen" else {rij["gemeente"]}), (
            rij
        )
        assert rij["woonplaats"] in {k.plaats for k in kandidaten}, (rij, kandidaten)


@pytest.mark.parametrize("sector", SECTOREN)
def test_gemeenten(sector: Sector, plaatsen: Plaatsen, verwacht_gemeenten: Rijen) -> None:
    for rij in verwacht_gemeenten:
        (plek,) = plaatsen.vind(gemeente=rij["gemeente"])
        controleer(plek, rij[f"{sector}_swv"].split(), sector, "plaats", plaatsen)


def test_gemeenten_in_tekst(plaatsen: Plaatsen, verwacht_gemeenten: Rijen) -> None:
    for rij in verwacht_gemeenten:
        kandidaten = een(f"wij wonen in de gemeente {rij['gemeente']}", plaatsen)
        assert rij["gemeente"] in {k.gemeente for k in kandidaten}, (rij, kandidaten)


def test_woonplaats_gaat_voor_gemeente(plaatsen: Plaatsen, verwacht_gemeenten: Rijen) -> None:
    """If a woonplaats in the gemeente has the same name, the woonplaats is meant."""
    for rij in verwacht_gemeenten:
        for plek in een(re.sub(r"\s*\(.*", "", rij["gemeente"]), plaatsen):
            if plek.gemeente == rij["gemeente"] and plaatsen.vind(plaats=rij["gemeente"], gemeente=rij["gemeente"]):
                assert plek.plaats is not None, rij


@pytest.mark.parametrize(
    ("tekst", "sector", "code", "vraag"),
    [
        ("Rotterdam", "po", "PO2806", None),
        ("Rotterdam", "vo", "VO2810", None),
        ("Hoek van Holland", "po", "PO2803", None),
        ("Hoek van Holland", "vo", "VO2810", None),
        ("2236", "vo", "VO2803", None),
        ("Weesp", "po", "PO2709", None),
        ("1384", "po", None, "plaats"),
        ("3198", "po", None, None),
        ("Staphorst", "po", None, "pc4"),
        ("Staphorst", "vo", "VO2305", None),
        ("Rouveen", "po", None, "pc4"),
        ("Vijfhuizen", "po", None, "pc4"),
        ("Vijfhuizen", "vo", None, "pc4"),
        ("Haarlemmermeer", "po", None, "plaats"),
        ("Utrecht", "po", "PO2601", None),
        ("Groningen", "vo", "VO2001", None),
        ("Hoef en Haag", "po", None, None),
        ("Harkstede GN", "po", "PO2001", None),
        ("Harkstede GN", "vo", None, None),
    ],
)
def test_bijzondere_gevallen(
    tekst: str, sector: Sector, code: str | None, vraag: str | None, plaatsen: Plaatsen
) -> None:
    kandidaten = een(tekst, plaatsen)
    uitkomst = deur(kandidaten, sector, plaatsen)
    assert (uitkomst.code, uitkomst.vraag) == (code, vraag)


def test_postcode_in_gesplitste_plaats(plaatsen: Plaatsen) -> None:
    (plek,) = een("Staphorst 7951", plaatsen)
    assert (plek.plaats, plek.pc4) == ("Staphorst", "7951")
    assert deur(plek, "po", plaatsen).code == "PO2203"
    assert plaatsen.vind(plaats="Staphorst", gemeente="Staphorst", pc4="7954")[0].po == "PO2305"

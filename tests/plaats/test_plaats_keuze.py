"""Names that occur in several places: questions, buttons and answers."""

from __future__ import annotations

import pytest

from wegwijzer.plaats import Plaatsen, deur, keuzelabels, kies, sector_van, vermeldingen


def kandidaten(tekst: str, plaatsen: Plaatsen) -> set[str]:
    return {f"{k.plaats}/{k.gemeente}" for v in vermeldingen(tekst, plaatsen, verwacht=True) for k in v.kandidaten}


@pytest.mark.parametrize(
    "naam",
    [
        "Bergen",
        "Hengelo",
        "Beek",
        "Rijswijk",
        "Laren",
        "Haren",
        "Elst",
        "Katwijk",
        "Velp",
        "Hoorn",
        "Oosterhout",
        "Rozenburg",
        "Zevenhuizen",
        "Alphen",
        "Krimpen",
    ],
)
@pytest.mark.parametrize("sector", ["po", "vo"])
def test_vraagt_welke(naam: str, sector: str, plaatsen: Plaatsen) -> None:
    (vondst,) = vermeldingen(naam, plaatsen, verwacht=True)
    uitkomst = deur(vondst.kandidaten, sector, plaatsen)  # type: ignore[arg-type]
    assert (uitkomst.code, uitkomst.vraag) == (None, "welke")
    labels = keuzelabels(uitkomst.keuzes)
    assert len(set(labels)) == len(labels) > 1
    for label, plek in zip(labels, uitkomst.keuzes, strict=True):
        assert kies(label, uitkomst.keuzes, plaatsen) == (plek,)


def test_labels(plaatsen: Plaatsen) -> None:
    (vondst,) = vermeldingen("Hengelo", plaatsen, verwacht=True)
    assert set(keuzelabels(vondst.kandidaten)) == {"Hengelo (Overijssel)", "Hengelo (Gelderland)"}
    (vondst,) = vermeldingen("Beek", plaatsen, verwacht=True)
    assert "Beek (Limburg)" in keuzelabels(vondst.kandidaten)
    assert "Beek (gemeente Montferland)" in keuzelabels(vondst.kandidaten)


@pytest.mark.parametrize(
    ("tekst", "doel"),
    [
        ("Hengelo in Overijssel", "Hengelo/Hengelo (O.)"),
        ("Hengelo (O)", "Hengelo/Hengelo (O.)"),
        ("hengelo ov", "Hengelo/Hengelo (O.)"),
        ("hengelo gld", "Hengelo (Gld)/Bronckhorst"),
        ("Hengelo (Gld)", "Hengelo (Gld)/Bronckhorst"),
        ("Bergen NH", "Bergen (NH)/Bergen (NH.)"),
        ("bergen nh", "Bergen (NH)/Bergen (NH.)"),
        ("bergen noord-holland", "Bergen (NH)/Bergen (NH.)"),
        ("bergen in limburg", "Bergen L/Bergen (L.)"),
        ("Bergen op Zoom", "Bergen op Zoom/Bergen op Zoom"),
        ("Beek bij Nijmegen", "Beek/Berg en Dal"),
        ("beek (L)", "Beek/Beek (L.)"),
        ("Beek L.", "Beek/Beek (L.)"),
        ("Rijswijk ZH", "Rijswijk/Rijswijk (ZH.)"),
        ("rijswijk zh", "Rijswijk/Rijswijk (ZH.)"),
        ("Rijswijk bij Den Haag", "Rijswijk/Rijswijk (ZH.)"),
        ("rijswijk zuid holland", "Rijswijk/Rijswijk (ZH.)"),
        ("Laren, gemeente Lochem", "Laren/Lochem"),
        ("laren nh", "Laren/Laren (NH.)"),
        ("Laren bij Hilversum", "Laren/Laren (NH.)"),
        ("Haren, Groningen", "Haren Gn/Groningen"),
        ("Elst utrecht", "Elst Ut/Rhenen"),
        ("Velp bij Arnhem", "Velp/Rheden"),
        ("zeeland noord-brabant", "Zeeland/Maashorst"),
        ("Spijk gemeente Zevenaar", "Spijk/Zevenaar"),
        ("Kralingen in Rotterdam", "Rotterdam/Rotterdam"),
        ("6191 Beek", "Beek/Beek (L.)"),
        ("Laren 7245", "Laren/Lochem"),
    ],
)
def test_nader_bepaald(tekst: str, doel: str, plaatsen: Plaatsen) -> None:
    assert kandidaten(tekst, plaatsen) == {doel}
    assert kandidaten(f"mijn zoon zit op school in {tekst}", plaatsen) == {doel}


def test_beek_in_gelderland_blijft_een_vraag(plaatsen: Plaatsen) -> None:
    assert kandidaten("beek gelderland", plaatsen) == {"Beek/Berg en Dal", "Beek/Montferland"}


@pytest.mark.parametrize(
    ("naam", "antwoord", "doel"),
    [
        ("Hengelo", "overijssel", "Hengelo/Hengelo (O.)"),
        ("Hengelo", "die in Gelderland", "Hengelo (Gld)/Bronckhorst"),
        ("Hengelo", "de eerste", None),
        ("Hengelo", "bij enschede", "Hengelo/Hengelo (O.)"),
        ("Beek", "bij nijmegen", "Beek/Berg en Dal"),
        ("Beek", "montferland", "Beek/Montferland"),
        ("Beek", "6191", "Beek/Beek (L.)"),
        ("Bergen", "nh", "Bergen (NH)/Bergen (NH.)"),
        ("Bergen", "op zoom", None),
        ("Bergen", "bergen op zoom", "Bergen op Zoom/Bergen op Zoom"),
        ("Laren", "noord holland", "Laren/Laren (NH.)"),
        ("Rijswijk", "vlakbij den haag", "Rijswijk/Rijswijk (ZH.)"),
    ],
)
def test_antwoord(naam: str, antwoord: str, doel: str | None, plaatsen: Plaatsen) -> None:
    (vondst,) = vermeldingen(naam, plaatsen, verwacht=True)
    over = kies(antwoord, vondst.kandidaten, plaatsen)
    if antwoord == "de eerste":
        assert over == vondst.kandidaten[:1]
    elif doel:
        assert [f"{p.plaats}/{p.gemeente}" for p in over] == [doel]
    else:
        assert over


@pytest.mark.parametrize("antwoord", ["weet ik niet", "maakt dat uit", "", "ja"])
def test_onduidelijk_antwoord_laat_alles_staan(antwoord: str, plaatsen: Plaatsen) -> None:
    (vondst,) = vermeldingen("Hengelo", plaatsen, verwacht=True)
    assert kies(antwoord, vondst.kandidaten, plaatsen) == vondst.kandidaten


def test_zelfde_gemeente_en_code_is_geen_vraag(plaatsen: Plaatsen) -> None:
    plekken = (*plaatsen.vind(plaats="Egmond aan Zee"), *plaatsen.vind(plaats="Egmond-Binnen"))
    assert deur(plekken, "po", plaatsen).code == deur(plekken[0], "po", plaatsen).code is not None


def test_zelfde_code_andere_gemeente_is_wel_een_vraag(plaatsen: Plaatsen) -> None:
    (vondst,) = vermeldingen("Achterveld", plaatsen, verwacht=True)
    assert deur(vondst.kandidaten, "vo", plaatsen).vraag == "welke"


def test_niets_bekend(plaatsen: Plaatsen) -> None:
    assert deur((), "po", plaatsen).vraag == deur(None, "vo", plaatsen).vraag == "plaats"


def test_zeeland_is_dorp_of_provincie(plaatsen: Plaatsen) -> None:
    assert vermeldingen("wij wonen in Zeeland", plaatsen) == []
    (vondst,) = vermeldingen("Zeeland", plaatsen, verwacht=True)
    uitkomst = deur(vondst.kandidaten, "po", plaatsen)
    assert uitkomst.vraag == "welke"
    assert set(keuzelabels(uitkomst.keuzes)) == {"Zeeland (Noord-Brabant)", "provincie Zeeland"}
    assert deur(kies("provincie Zeeland", uitkomst.keuzes, plaatsen), "po", plaatsen).vraag == "plaats"


@pytest.mark.parametrize(
    ("soort", "sector"),
    [
        ("po", "po"),
        ("sbo", "po"),
        ("so", "po"),
        ("vo", "vo"),
        ("pro", "vo"),
        ("vso", "vo"),
        ("mbo", None),
        (None, None),
    ],
)
def test_sector(soort: str | None, sector: str | None) -> None:
    assert sector_van(soort) == sector

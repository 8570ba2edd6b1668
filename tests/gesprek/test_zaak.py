"""What leans on a decision that was told before, and what a bare number or length of time tells."""

from __future__ import annotations

from datetime import datetime

import pytest
from gesprek_in_kern import Gesprek, tekst

from wegwijzer.huis import Huis

NU = datetime(2026, 11, 22, 21, 0)


@pytest.fixture
def gesprek(huis: Huis) -> Gesprek:
    return Gesprek(huis, NU)


def test_termijn_na_verwijdering_zonder_dag(gesprek: Gesprek) -> None:
    gesprek.zeg("school stuurt hem van school", "verwijdering")
    uit = gesprek.zeg("hoe lang hebben wij om bezwaar te maken", "termijn_gemist")
    assert uit.topic == "verwijdering" and "zes weken" in tekst(uit)


def test_termijn_na_verwijdering_met_dag_is_een_datum(gesprek: Gesprek) -> None:
    gesprek.zeg("school stuurt hem van school", "verwijdering")
    gesprek.zeg("9 november 2026")
    assert "21 december 2026" in tekst(gesprek.zeg("hoelang heb ik om bezwaar te maken"))


def test_schorsing_kent_geen_termijn_van_zes_weken(gesprek: Gesprek) -> None:
    gesprek.zeg("mijn zoon is geschorst", "schorsing")
    uit = gesprek.zeg("hoelang heb ik om bezwaar te maken", "termijn_gemist")
    assert "schoolgids" in tekst(uit) and "zes weken" not in tekst(uit)


@pytest.mark.parametrize(
    ("onderwerp", "zin", "topic"),
    [
        ("tlv_speciaal_onderwijs", "dat wil ik niet", "tlv_oneens"),
        ("tlv_speciaal_onderwijs", "wij willen dat niet", "tlv_oneens"),
        ("tlv_oneens", "waar kunnen wij bezwaar maken", "tlv_oneens"),
        ("opp_wat_is_dat", "en als wij het er niet mee eens zijn", "opp_niet_eens"),
        ("vrijstelling_5a", "dat wil ik niet", "vrijstelling_aangeraden"),
        ("klacht_indienen", "hoe lang heb ik daarvoor", "klacht_indienen"),
    ],
)
def test_leunt_op_de_zaak(gesprek: Gesprek, onderwerp: str, zin: str, topic: str) -> None:
    gesprek.zeg("een vraag", onderwerp)
    assert gesprek.zeg(zin).topic == topic


def test_zonder_zaak_leunt_niets(gesprek: Gesprek) -> None:
    gesprek.zeg("mijn kind zit thuis", "kind_zit_thuis_wat_nu")
    assert gesprek.zeg("dat wil ik niet").topic not in ("tlv_oneens", "opp_niet_eens", "verwijdering")


def test_open_vraag_blijft_open(gesprek: Gesprek) -> None:
    eerst = gesprek.zeg("wat is een tlv", "tlv_speciaal_onderwijs")
    assert eerst.toestand.vraag == "onderwijssoort"
    uit = gesprek.zeg("dat willen wij niet")
    assert uit.toestand.vraag == "onderwijssoort" and uit.antwoorden[-1].knoppen


@pytest.mark.parametrize("onderwerp", ["tlv_oneens", "schorsing", "klacht_indienen"])
def test_wat_de_geschillencommissie_kost_geldt_niet_voor_alles(gesprek: Gesprek, onderwerp: str) -> None:
    gesprek.zeg("een vraag", onderwerp)
    assert "kost niets" not in tekst(gesprek.zeg("wat kost dat"))


def test_kosten_en_duur_van_de_geschillencommissie(gesprek: Gesprek) -> None:
    gesprek.zeg("school stuurt hem van school", "verwijdering")
    assert "geschillencommissie: Het kost niets" in tekst(gesprek.zeg("wat kost dat"))
    assert "tien weken" in tekst(gesprek.zeg("hoe lang duurt dat"))


@pytest.mark.parametrize("zin", ["moet dat op papier", "en moet dat schriftelijk", "kan dat per mail"])
def test_op_papier(gesprek: Gesprek, zin: str) -> None:
    gesprek.zeg("school stuurt hem van school", "verwijdering")
    assert "op papier of per mail" in tekst(gesprek.zeg(zin))


def test_waar_vind_ik_dat_noemt_de_schoolgids(gesprek: Gesprek) -> None:
    gesprek.zeg("ik wil klagen", "klacht_indienen")
    assert "schoolgids" in tekst(gesprek.zeg("waar vind ik dat"))


@pytest.mark.parametrize("zin", ["bij wie dan", "en met wie moet ik dan bellen", "wie bellen"])
def test_bij_wie(gesprek: Gesprek, zin: str) -> None:
    gesprek.zeg("school stuurt hem van school", "verwijdering")
    assert "bel " in tekst(gesprek.zeg(zin))


def test_kaal_getal_is_de_leeftijd(gesprek: Gesprek) -> None:
    gesprek.zeg("mijn zoon zit thuis", "kind_zit_thuis_wat_nu")
    assert gesprek.zeg("13").toestand.situatie.leeftijd == 13
    assert gesprek.zeg("nee 12").toestand.situatie.leeftijd == 12


def test_kale_tijd_is_hoe_lang_thuis(gesprek: Gesprek) -> None:
    gesprek.zeg("mijn zoon zit thuis", "kind_zit_thuis_wat_nu")
    assert gesprek.zeg("4 weken").toestand.situatie.weken_thuis == 4


def test_kale_tijd_na_schorsing_is_geen_tijd_thuis(gesprek: Gesprek) -> None:
    gesprek.zeg("mijn zoon is geschorst", "schorsing")
    uit = gesprek.zeg("2 dagen", "schorsing")
    assert uit.toestand.situatie.weken_thuis is None and "duurt" in uit.waarom


def test_gevraagde_dag_is_geen_leeftijd(gesprek: Gesprek) -> None:
    eerst = gesprek.zeg("school stuurt hem van school", "verwijdering")
    assert eerst.toestand.vraag == "gebeurtenis"
    assert gesprek.zeg("13").toestand.situatie.leeftijd is None

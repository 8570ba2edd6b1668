"""What the danger net learns from, and the parts of a message that it reads."""

from __future__ import annotations

from pathlib import Path

from wegwijzer.taal import gevaar
from wegwijzer.taal.herkenner import Herkenner

MAP = Path(__file__).parents[2] / "data" / "nood"


def test_vragen_over_gevaar_leren_niet_dat_gevaar_gewoon_is() -> None:
    vragen = [("ik wil dood", "crisis_kind_suicidaal"), ("hij slaat mij", "veiligheid_thuis"), ("hoe laat", "begin")]
    paren = gevaar.voorbeelden([{"gevaar": {"vermist": ["weg"]}, "bijna": ["kwijt"]}], vragen)
    assert paren == [("weg", "vermist"), ("kwijt", "anders"), ("ik wil dood", "suicide"), ("hoe laat", "anders")]


def test_een_bericht_wordt_heel_en_per_zin_gelezen() -> None:
    assert gevaar.delen("hij wil niet meer") == ["hij wil niet meer"]
    tekst = "School belt al weken niet terug. Hij zegt dat het klaar is. Ja."
    assert gevaar.delen(tekst) == [tekst, "School belt al weken niet terug.", "Hij zegt dat het klaar is."]
    assert len(gevaar.delen("Dit is een gewone zin. " * 50)) == 1 + gevaar.MEESTE_ZINNEN


def test_kansen_zonder_de_kans_op_niets() -> None:
    paren = [
        ("ik wil dood", "suicide"),
        ("hij wil dood", "suicide"),
        ("school belt", "anders"),
        ("de juf belt", "anders"),
    ]
    net = gevaar.leer(paren, Herkenner(None))
    (gevaarlijk,), (gewoon,) = gevaar.lees("ze wil dood", net), gevaar.lees("school belt niet", net)
    assert set(gevaarlijk) == {"suicide"}
    assert gevaarlijk["suicide"] > 0.5 > gewoon["suicide"]


def test_geen_zin_is_gevaar_en_geen_gevaar_tegelijk() -> None:
    bestanden = gevaar.bestanden(MAP)
    gevaarlijk = {zin.lower() for b in bestanden for zinnen in b["gevaar"].values() for zin in zinnen}
    bijna = {zin.lower() for b in bestanden for zin in b["bijna"]}
    assert len(gevaarlijk) > 1000 and len(bijna) > 1000
    assert not gevaarlijk & bijna


def test_reden_voor_zorg_is_een_eigen_soort_en_geen_gevaar() -> None:
    paren = gevaar.voorbeelden([{"gevaar": {"vermist": ["weg"]}, "bijna": ["kwijt"], "zorg": ["stil"]}], [])
    assert paren == [("weg", "vermist"), ("kwijt", gevaar.ANDERS), ("stil", gevaar.ZORG)]

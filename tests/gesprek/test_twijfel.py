"""What a message is about where no topic is sure, or where it is said in anger or in a figure of speech."""

from __future__ import annotations

from datetime import datetime

import pytest
from gesprek_in_kern import Gesprek, tekst

from wegwijzer.huis import Huis

NU = datetime(2026, 11, 22, 21, 0)


def _topic(huis: Huis, zin: str, label: str, kans: float) -> str:
    return Gesprek(huis, NU).zeg(zin, label, kans).topic


@pytest.mark.parametrize(
    ("zin", "label", "kans", "topic"),
    [
        ("hij is vorige week van het gymnasium gestuurd", "schoolwerk_thuis", 0.14, "verwijdering"),
        ("ze is vanaf maandag niet meer welkom", "vervoer", 0.2, "verwijdering"),
        ("zij bang school", "bang_voor_gevolgen_klacht", 0.2, "faalangst_schoolangst"),
        ("school wil dat hij naar het praktijkonderwijs gaat", "vervoer", 0.2, "tlv_speciaal_onderwijs"),
        ("mijn kleinzoon van 10 zit thuis, mag ik dat voor haar doen", "vervoer", 0.2, "andere_verzorger_gezag"),
        (
            "school heeft leerplicht ingeschakeld en ik ben zo bang dat ze hem van me afpakken",
            "angst_voor_veilig_thuis_melding",
            0.4,
            "leerplichtambtenaar_komt",
        ),
        (
            "wat een zooi. de directeur heeft gewoon gezegd zoek maar een andere school, twee weken voor kerst",
            "boos",
            0.5,
            "verwijdering",
        ),
    ],
)
def test_wat_er_gebeurd_is_gaat_voor(huis: Huis, zin: str, label: str, kans: float, topic: str) -> None:
    assert _topic(huis, zin, label, kans) == topic


def test_een_zeker_onderwerp_blijft(huis: Huis) -> None:
    assert _topic(huis, "hij is van school gestuurd, wie regelt het busje", "vervoer", 0.8) == "vervoer"


def test_zegswijze_is_geen_crisis(huis: Huis) -> None:
    assert _topic(huis, "ik schaam me dood", "crisis_kind_suicidaal", 0.58) != "crisis_kind_suicidaal"
    assert _topic(huis, "ik maak me zorgen om hem", "crisis_kind_suicidaal", 0.8) == "crisis_kind_suicidaal"


def test_dat_doe_ik_eerst_is_een_voornemen(huis: Huis) -> None:
    gesprek = Gesprek(huis, NU)
    gesprek.zeg("mijn kind zit thuis", "kind_zit_thuis_wat_nu")
    assert "doen" in gesprek.zeg("oke dat doe ik dan eerst", "begin", 0.9).waarom
    assert "vervolgvraag zeggen" in gesprek.zeg("goed ik ga bellen. wat zeg ik dan").waarom


def test_weinig_nederlands_vraagt_het_makkelijker(huis: Huis) -> None:
    gesprek = Gesprek(huis, NU)
    gesprek.zeg("mijn kind zit thuis", "kind_zit_thuis_wat_nu")
    assert "makkelijker" in gesprek.zeg("ik niet goed nederlands", "nog_niet_gedaan", 0.5).waarom


@pytest.mark.parametrize("zin", ["vorige keer zat ik te huilen", "en wat als ze boos worden"])
def test_dat_is_niet_boos(huis: Huis, zin: str) -> None:
    uit = Gesprek(huis, NU).zeg(zin, "hoe_praat_ik_met_school")
    assert "Boos zijn" not in tekst(uit)

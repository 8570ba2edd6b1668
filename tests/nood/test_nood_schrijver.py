"""A pupil gets an answer of their own; a parent never gets that one."""

from __future__ import annotations

import pytest

from wegwijzer.nood import NoodRegels, beoordeel


@pytest.mark.parametrize(
    ("zin", "soort"),
    [
        ("ik wil dood", "suicide_jongere"),
        ("ik ben 14 en ik wil niet meer leven", "suicide_jongere"),
        ("mijn ouders weten niet dat ik mezelf snij", "suicide_jongere"),
        ("mijn moeder slaat mij", "mishandeling_jongere"),
        ("mijn stiefvader is dronken en hij slaat me", "mishandeling_jongere"),
        ("mijn zoon zegt: ik wil dood", "suicide"),
        ("hij roept steeds ik wil dood", "suicide"),
        ("ik ben moeder van een zoon van 9 en ik wil er niet meer zijn", "suicide"),
        ("mijn man slaat mij en de kinderen", "mishandeling"),
        ("mijn zoon slaat mij", "geweld_thuis_door_kind"),
        ("hij is mishandeld door klasgenoten in het fietsenhok", "geweld_school"),
        ("mijn klasgenoten trapten mij tot ik een hersenschudding had, ik ben 13", "geweld_school_jongere"),
        ("mijn zoon vertelde op school dat mijn man hem slaat", "mishandeling"),
        ("mijn zoon wordt nu in elkaar geslagen op het schoolplein", "direct_gevaar"),
        ("mijn dochter heeft al vijf dagen niets gegeten", "acute_hulp"),
        ("ik ben 15 en ik hoor stemmen die zeggen dat ik moet springen", "acute_hulp_jongere"),
        ("ik zit in 3 havo en heb al zes dagen niks gegeten", "acute_hulp_jongere"),
    ],
)
def test_soort_past_bij_de_schrijver(zin: str, soort: str, regels: NoodRegels) -> None:
    oordeel = beoordeel(zin, regels)
    assert oordeel is not None
    assert (oordeel.niveau, oordeel.soort) == ("nood", soort)

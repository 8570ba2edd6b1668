"""A boy and a girl in one message, called `de jongen` and `het meisje`: each keeps its own facts."""

from __future__ import annotations

from datetime import datetime

import pytest
from gesprek_in_kern import Gesprek

from wegwijzer.huis import Huis

ZIT_THUIS = "kind_zit_thuis_wat_nu"


def _over_het_meisje(gesprek: Gesprek) -> dict[str, object]:
    gesprek.zeg("nu over mijn dochter", "volgende_stap")
    return gesprek.toestand.situatie.als_slots()


def test_weken_van_de_jongen_zijn_niet_die_van_het_meisje(huis: Huis, nu: datetime) -> None:
    gesprek = Gesprek(huis, nu)
    gesprek.zeg("Ik heb een tweeling van 9. De jongen zit 6 weken thuis en het meisje 2 weken.", ZIT_THUIS)
    eerst = gesprek.toestand.situatie
    assert (eerst.kind, eerst.leeftijd, eerst.weken_thuis) == ("zoon", 9, 6)
    daarna = _over_het_meisje(gesprek)
    assert (daarna["kind"], daarna["leeftijd"], daarna["weken_thuis"]) == ("dochter", 9, 2)


def test_elk_een_eigen_school(huis: Huis, nu: datetime) -> None:
    gesprek = Gesprek(huis, nu)
    gesprek.zeg(
        "De jongen is 12 en zit in de brugklas, hij is 6 weken thuis. Het meisje zit in groep 5 en is 2 weken thuis.",
        ZIT_THUIS,
    )
    assert gesprek.toestand.situatie.onderwijssoort == "vo"
    daarna = _over_het_meisje(gesprek)
    assert (daarna["onderwijssoort"], daarna["weken_thuis"], daarna["leeftijd"]) == ("po", 2, None)


@pytest.mark.parametrize(
    "tekst",
    [
        "Mijn kind van 8 wordt gepest, het meisje naast hem is 9 en slaat",
        "Mijn kind zit in groep 5. Een jongen uit groep 8 wacht hem op.",
    ],
)
def test_een_ander_kind_uit_de_klas_is_geen_tweede_kind(tekst: str, huis: Huis, nu: datetime) -> None:
    gesprek = Gesprek(huis, nu)
    gesprek.zeg(tekst, "pesten")
    assert gesprek.toestand.kinderen == {}

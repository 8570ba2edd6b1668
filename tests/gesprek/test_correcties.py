"""Whatever is put right, whenever: the situation and the step are those of a parent who said it right at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

import pytest
from gesprek_in_kern import Gesprek

from wegwijzer.huis import Huis
from wegwijzer.pad.stap import volgende_stap

BEGIN = "mijn zoon van {leeftijd} zit {weken} thuis. hij zit op {school} in {plaats}. {extra}"
FEITEN = {"leeftijd": "12", "weken": "3 weken", "school": "het vmbo", "plaats": "Delft", "extra": ""}
Beurten = list[tuple[str, str | None]]

TOESTANDEN: dict[str, Beurten] = {
    "eerste bericht": [],
    "stap getoond": [("wat is mijn volgende stap?", "volgende_stap")],
    "samenwerkingsverband gedaan": [("het samenwerkingsverband hebben we gebeld, zonder resultaat", None)],
    "consulent gedaan": [
        ("het samenwerkingsverband hebben we gebeld", None),
        ("de onderwijsconsulent is geweest", None),
    ],
    "na een zijvraag": [("wat is een opp", "opp_wat_is_dat")],
    "stap loopt nog": [("wat is mijn volgende stap?", "volgende_stap"), ("dat loopt nog", "loopt_nog")],
    "na stop": [("stop", "stop")],
    "na wat weet je": [("wat weet je van mij", "wat_weet_je")],
    "na gevaar": [("hij zegt dat hij dood wil", None)],
    "niet begrepen": [("fmlgh krtz", None)],
    "na een vervolgvraag": [("wat is mijn volgende stap?", "volgende_stap"), ("wat kost dat?", None)],
    "na dank": [("dank u wel", "bedankt_of_boos")],
}


@dataclass(frozen=True)
class Correctie:
    """What was said wrong, what is right, and the words that put it right."""

    fout: dict[str, str]
    goed: dict[str, str]
    woorden: str
    waarden: dict[str, object] = field(default_factory=dict)


CORRECTIES = {
    "soort school": Correctie(
        {"school": "het vmbo"}, {"school": "het vso"}, "nee, het is een vso", {"onderwijssoort": "vso"}
    ),
    "po blijkt vo": Correctie(
        {"school": "de basisschool"}, {"school": "de havo"}, "sorry, hij zit op de havo", {"onderwijssoort": "vo"}
    ),
    "so blijkt sbo": Correctie(
        {"school": "een sbo", "leeftijd": "9"},
        {"school": "de basisschool", "leeftijd": "9"},
        "nee sorry het is een gewone basisschool",
        {"onderwijssoort": "po"},
    ),
    "school elders": Correctie(
        {},
        {"plaats": "Den Haag"},
        "we wonen in Delft maar de school staat in Den Haag",
        {"plaats": "'s-Gravenhage"},
    ),
    "andere plaats": Correctie({}, {"plaats": "Leiden"}, "niet Delft maar Leiden", {"plaats": "Leiden"}),
    "leeftijd": Correctie({"leeftijd": "12"}, {"leeftijd": "14"}, "sorry, 14 niet 12", {"leeftijd": 14}),
    "weken": Correctie({}, {"weken": "3 maanden"}, "het is geen 3 weken maar 3 maanden", {"weken_thuis": 13}),
    "stap niet gedaan": Correctie(
        {"extra": "met school hebben we gepraat."}, {}, "met school hebben we toch nog niet gepraat"
    ),
    "niet geschorst": Correctie({"extra": "hij is geschorst."}, {}, "nee hij is niet geschorst"),
}


def loop(huis: Huis, nu: datetime, feiten: dict[str, str], beurten: Beurten) -> Gesprek:
    """A conversation that starts with these facts."""
    gesprek = Gesprek(huis, nu)
    gesprek.zeg(BEGIN.format(**{**FEITEN, **feiten}).strip(), "kind_zit_thuis_wat_nu")
    for tekst, label in beurten:
        gesprek.zeg(tekst, label, nood="suicide" if "dood" in tekst else None)
    return gesprek


def stand(gesprek: Gesprek) -> dict[str, object]:
    """What must be the same: all that is known of the child, and the step that follows from it."""
    situatie = gesprek.toestand.situatie
    bekend = {n: w for n, w in situatie.als_slots().items() if n not in ("stap", "onderwerp", "gebeurtenissen")}
    return {**bekend, "situatie": sorted(situatie.situatie), "volgende": volgende_stap(situatie).stap}


@pytest.mark.parametrize("toestand", TOESTANDEN)
@pytest.mark.parametrize("naam", CORRECTIES)
def test_alsof_het_meteen_goed_gezegd_was(naam: str, toestand: str, huis: Huis, nu: datetime) -> None:
    """The same slots, the same door, the same next step; and the step that is shown now is that one."""
    correctie, beurten = CORRECTIES[naam], TOESTANDEN[toestand]
    verbeterd = loop(huis, nu, correctie.fout, beurten)
    voor = stand(verbeterd)
    verbeterd.zeg(correctie.woorden)
    meteen = loop(huis, nu, correctie.goed, beurten)
    assert stand(verbeterd) == stand(meteen)
    assert voor != stand(verbeterd), "er was niets te verbeteren"
    for slot, waarde in correctie.waarden.items():
        assert getattr(verbeterd.toestand.situatie, slot) == waarde


@pytest.mark.parametrize("naam", CORRECTIES)
def test_de_stap_die_er_staat_is_de_nieuwe(naam: str, huis: Huis, nu: datetime) -> None:
    """Asked for the next step after the correction, the parent reads the step of the corrected situation."""
    correctie = CORRECTIES[naam]
    verbeterd = loop(huis, nu, correctie.fout, [("wat is mijn volgende stap?", "volgende_stap")])
    verbeterd.zeg(correctie.woorden)
    verbeterd.zeg("wat is mijn volgende stap?", "volgende_stap")
    meteen = loop(huis, nu, correctie.goed, [("wat is mijn volgende stap?", "volgende_stap")])
    assert verbeterd.toestand.situatie.stap == meteen.toestand.situatie.stap

"""Events in messages: what happened counts, what is denied, wished or feared does not."""

from __future__ import annotations

from datetime import date

import pytest

from wegwijzer.taal.situatie import vondsten
from wegwijzer.taal.situatie.gebeurtenissen import alleen_dag, bestaat_niet, ongeveer, vraagt_hoe_lang, zegt_geen

VANDAAG = date(2026, 11, 23)


def gevonden(tekst: str) -> set[str]:
    """The events in a message."""
    return {v.waarde for v in vondsten(tekst, vandaag=VANDAAG) if v.entity == "gebeurtenis"}


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Vorige maand heb ik mijn dochter opgegeven voor de brugklas", "aangemeld"),
        ("het inschrijfformulier is 3 september ingeleverd", "aangemeld"),
        ("Mijn zoon is afgewezen door het lyceum", "besluit_toelating"),
        ("Onze jongste werd niet toegelaten", "besluit_toelating"),
        ("Ze is definitief verwijderd van het vmbo", "besluit_verwijdering"),
        ("de toelaatbaarheidsverklaring hebben we vrijdag ontvangen", "besluit_tlv"),
        ("Wij kregen het nieuwe OPP opgestuurd", "besluit_opp"),
        ("hij was drie dagen geschorst", "besluit_schorsing"),
        ("Mijn bezwaarschrift heb ik aangetekend verstuurd", "bezwaar_ingediend"),
        ("De beschikking is van 5 november", "besluit"),
        ("wij zijn naar de geschillencommissie gestapt", "gpo_ingediend"),
        ("onze zoon is voorgedragen bij de taskforce", "gemeld_taskforce"),
    ],
)
def test_wat_gebeurde(tekst: str, verwacht: str) -> None:
    assert verwacht in gevonden(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "Wij willen haar gaan aanmelden op een andere school",
        "als hij wordt afgewezen, wat dan",
        "Ze dreigen met verwijdering",
        "er is nog geen besluit gekomen",
        "kan ik bezwaar maken",
        "wij hebben nooit een brief gehad",
        "hij is niet geschorst",
        "ze zijn aangemeld bij de ggz",
        "mag een school zomaar een kind schorsen",
    ],
)
def test_wat_niet_gebeurde(tekst: str) -> None:
    assert gevonden(tekst) == set()


@pytest.mark.parametrize("tekst", ["nee 14 oktober", "sorry het was toch 3-11", "Niet 2 maar 12 november"])
def test_alleen_een_dag(tekst: str) -> None:
    assert alleen_dag(tekst)


@pytest.mark.parametrize("tekst", ["3 november moet hij weer naar school", "gesprek op 14 december", "wij wachten nog"])
def test_meer_dan_een_dag(tekst: str) -> None:
    assert not alleen_dag(tekst)


@pytest.mark.parametrize("tekst", ["31 april", "30 februari 2026", "32-10-2026", "5-13"])
def test_geen_bestaande_dag(tekst: str) -> None:
    assert bestaat_niet(tekst)


@pytest.mark.parametrize("tekst", ["29 februari", "31 december", "1-1-2026", "groep 7"])
def test_wel_een_bestaande_dag_of_geen_dag(tekst: str) -> None:
    assert not bestaat_niet(tekst)


def test_andere_antwoorden_op_de_vraag_naar_een_dag() -> None:
    assert zegt_geen("we hebben nog niks schriftelijk") and not zegt_geen("op 3 november")
    assert ongeveer("twee weken geleden", VANDAAG) and ongeveer("ergens in oktober", VANDAAG)
    assert not ongeveer("3 november", VANDAAG)
    assert vraagt_hoe_lang("Hoeveel tijd hebben wij nog?") and not vraagt_hoe_lang("hoe lang is hij al thuis")

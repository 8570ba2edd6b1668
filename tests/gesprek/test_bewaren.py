"""Who wants to go on later is told how, how long the conversation is kept, and that the plan outlives it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from gesprek_in_kern import Gesprek, tekst
from tijd import verhouding

from wegwijzer.bewaartijd import bewaartermijn
from wegwijzer.gesprek import bewaren
from wegwijzer.gesprek.model import Bericht
from wegwijzer.huis import Huis


@pytest.mark.parametrize(
    "zin",
    [
        "Ik wil later verder.",
        "ik wil hier morgen graag mee verder",
        "hoe kom ik hier terug?",
        "Hoe kom ik later terug bij dit gesprek",
        "kan ik dit gesprek bewaren",
        "kan ik hier straks nog op terugkomen",
        "mag ik vanavond verder gaan waar ik gebleven ben",
        "heeft u een link naar dit gesprek",
    ],
)
def test_wie_later_verder_wil_hoort_hoe(zin: str, huis: Huis, nu: datetime) -> None:
    uit = Gesprek(huis, nu).zeg(zin, "volgende_stap")
    assert uit.topic == "gesprek"
    assert "Later verder" in tekst(uit)
    assert "28 dagen na uw laatste bericht" in tekst(uit)
    assert "houdt u zelf" in tekst(uit)
    assert uit.antwoorden[-1].custom[bewaren.MERK] is True


@pytest.mark.parametrize(
    "zin",
    [
        "wie kan dit gesprek later terugvinden",
        "kan school dit gesprek bewaren",
        "kan hij later verder leren op het mbo",
        "hij wil later verder studeren",
        "kan hij later terug naar school",
        "kunnen we weer verder",
        "kan ik dit gesprek bewaren als document",
        "hoe kom ik terug bij de onderwijsconsulent",
    ],
)
def test_wat_erop_lijkt_niet(zin: str, nu: datetime) -> None:
    assert bewaren.duid(Bericht(zin, nu)) is None


def test_afscheid_en_plan_wijzen_ook_de_weg_terug(huis: Huis, nu: datetime) -> None:
    gesprek = Gesprek(huis, nu)
    stop = gesprek.zeg("ik stop voor vandaag", "stop")
    assert "Later verder" in tekst(stop)
    assert stop.antwoorden[-1].custom[bewaren.MERK] is True
    plan = gesprek.zeg("kan ik dit bewaren", "maak_plan")
    assert plan.topic == "brief_of_plan"
    assert any("plan" in a.custom and a.custom.get(bewaren.MERK) for a in plan.antwoorden)


def test_een_open_stap_blijft_open(huis: Huis, nu: datetime) -> None:
    gesprek = Gesprek(huis, nu)
    gesprek.zeg("mijn dochter van 9 zit thuis", "kind_zit_thuis_wat_nu")
    uit = gesprek.zeg("ik wil later verder", "volgende_stap")
    assert [k.titel for k in uit.antwoorden[-1].knoppen][:2] == ["Maak mijn plan", "Gedaan, hielp niet"]
    assert "een stap verder" in tekst(gesprek.zeg("Gedaan, hielp niet"))


def test_het_getal_is_de_instelling(huis: Huis, nu: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEGWIJZER_BEWAARTERMIJN", "14")
    assert "14 dagen na uw laatste bericht" in tekst(Gesprek(huis, nu).zeg("ik wil later verder"))


@pytest.mark.parametrize(
    ("waarde", "dagen"), [("", 28), ("14", 14), ("0", 28), ("366", 28), ("-3", 28), ("veel", 28), ("²", 28)]
)
def test_alleen_een_heel_aantal_dagen_telt(waarde: str, dagen: int) -> None:
    assert bewaartermijn({"WEGWIJZER_BEWAARTERMIJN": waarde}) == dagen


def test_wat_bewaart_u_noemt_hetzelfde_getal(huis: Huis) -> None:
    privacy = huis.kennis.onderwerpen["privacy"]
    assert f"{bewaartermijn()} dagen na uw laatste bericht" in privacy.antwoord
    assert f"{bewaartermijn()} dagen" in str(privacy.eenvoudig)
    assert "{" not in privacy.antwoord + str(privacy.eenvoudig)


def test_lange_invoer_kost_geen_tijd(nu: datetime) -> None:
    def lees(zin: str) -> Callable[[], object]:
        return lambda: [bewaren._LATER.search(zin) for _ in range(50)]

    for stuk in ("later hier hier ", "verder gaan ", "kan ik later nog ", "hoe kom ik later "):
        lang = stuk * (2000 // len(stuk))
        assert verhouding(lees(lang), lees(lang[:100])) < 60

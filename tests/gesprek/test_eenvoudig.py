"""'Too difficult': the last answer again, shorter and simpler, with the same contact."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from gesprek_in_kern import Gesprek, tekst

from wegwijzer.gesprek.eenvoudig import ONDERWERP, duid
from wegwijzer.gesprek.model import Bericht
from wegwijzer.huis import Huis
from wegwijzer.kennis.model import STAPPEN
from wegwijzer.pad.kaart import eerste_contact

IDS = sorted(p.stem for p in (Path(__file__).parents[2] / "knowledge" / "onderwerpen").glob("*.yml"))
GEVRAAGD = (
    "te moeilijk",
    "Kunt u dat simpeler zeggen?",
    "ik snap er niks van",
    "ik begrijp het niet",
    "kan het korter",
)
MET_STAP = {"stap", "kaart"}


@pytest.fixture
def gesprek(huis: Huis, nu: datetime) -> Gesprek:
    """A fresh talk, past the welcome."""
    gesprek = Gesprek(huis, nu)
    gesprek.toestand.begroet = True
    return gesprek


@pytest.mark.parametrize("id_", IDS)
def test_elk_onderwerp_kan_eenvoudiger(id_: str, gesprek: Gesprek, huis: Huis) -> None:
    """Its own easy text, shorter than the answer, with the contact that the answer shows."""
    gekozen = huis.kennis.onderwerpen[id_]
    assert gekozen.eenvoudig, id_
    assert len(gekozen.eenvoudig.split()) <= 40
    eerst = gesprek.zeg("dit is mijn vraag", id_)
    if gesprek.toestand.laatst != f"onderwerp:{id_}":
        assert gekozen.instap or id_ == ONDERWERP
        return
    uit = gesprek.zeg("te moeilijk")
    assert uit.topic == ONDERWERP
    [antwoord] = uit.antwoorden
    assert gekozen.eenvoudig in antwoord.tekst
    contact = eerste_contact(eerst.antwoorden[0].custom)
    if contact is not None:
        assert contact.waarde in antwoord.tekst
    assert len(antwoord.tekst.split()) < 65


@pytest.mark.parametrize("vraag", GEVRAAGD)
def test_na_een_onderwerp(vraag: str, gesprek: Gesprek, huis: Huis) -> None:
    """However it is asked; the choices stay those of the topic."""
    eerst = gesprek.zeg("mijn kind wordt gepest", "pesten")
    uit = gesprek.zeg(vraag)
    assert str(huis.kennis.onderwerpen["pesten"].eenvoudig) in tekst(uit)
    assert [k.titel for k in uit.antwoorden[-1].knoppen] == [k.titel for k in eerst.antwoorden[-1].knoppen]


def test_ook_als_de_herkenner_het_zegt(gesprek: Gesprek, huis: Huis) -> None:
    """Words that no pattern knows, but the classifier does."""
    gesprek.zeg("mijn kind is geschorst", "schorsing")
    uit = gesprek.zeg("ho ho dat gaat me boven de pet", ONDERWERP)
    assert str(huis.kennis.onderwerpen["schorsing"].eenvoudig) in tekst(uit)


@pytest.mark.parametrize("stap", STAPPEN)
def test_na_een_stap(stap: str, gesprek: Gesprek, huis: Huis) -> None:
    """The step in easy words, with the same card, the same progress and the same choices."""
    situatie = gesprek.toestand.situatie
    situatie.onderwijssoort, situatie.plaats, situatie.gemeente = "vo", "Rotterdam", "Rotterdam"
    gesprek.toestand.plaats_school = True
    situatie.stappen_gedaan = list(STAPPEN[: STAPPEN.index(stap)])
    eerst = gesprek.zeg("wat is de volgende stap", "volgende_stap").antwoorden[-1]
    assert gesprek.toestand.laatst == f"stap:{stap}"
    [antwoord] = gesprek.zeg("te moeilijk").antwoorden
    assert str(huis.kennis.stappen[stap].eenvoudig) in antwoord.tekst
    assert len(antwoord.tekst.split()) < len(eerst.tekst.split())
    assert {k: antwoord.custom.get(k) for k in MET_STAP} == {k: eerst.custom.get(k) for k in MET_STAP}
    contact = eerste_contact(eerst.custom)
    assert contact is None or contact.waarde in antwoord.tekst
    assert antwoord.knoppen == eerst.knoppen
    assert gesprek.zeg("Gedaan, hielp niet").topic == "pad"
    assert gesprek.toestand.situatie.gedaan(stap)


def test_twee_keer_te_moeilijk(gesprek: Gesprek) -> None:
    """The same easy text again; not an explanation of itself."""
    gesprek.zeg("mijn kind wordt gepest", "pesten")
    assert tekst(gesprek.zeg("te moeilijk")) == tekst(gesprek.zeg("ik snap het niet"))


def test_na_een_vraag(gesprek: Gesprek) -> None:
    """Our own question, with its choices."""
    gesprek.toestand.situatie.stappen_gedaan = ["school"]
    vraag = gesprek.zeg("wat nu", "volgende_stap").antwoorden[-1]
    [antwoord] = gesprek.zeg("ik snap het niet").antwoorden
    assert vraag.tekst in antwoord.tekst
    assert antwoord.knoppen == vraag.knoppen


def test_na_gevaar(gesprek: Gesprek, huis: Huis) -> None:
    """The numbers stay in front."""
    gesprek.zeg("mijn dochter wil dood", nood="suicide")
    uit = gesprek.zeg("te moeilijk")
    assert huis.kennis.organisaties["zelfmoordpreventie_113"].telefoons()[0] in tekst(uit)
    assert huis.kennis.organisaties["noodnummer_112"].telefoons()[0] in tekst(uit)
    assert len(tekst(uit).split()) <= 45


def test_zonder_iets_ervoor(huis: Huis, nu: datetime) -> None:
    """What the assistant does, in easy words."""
    uit = Gesprek(huis, nu).zeg("te moeilijk")
    assert uit.topic == ONDERWERP
    assert str(huis.kennis.onderwerpen[ONDERWERP].eenvoudig) in tekst(uit)


def test_vraag_naar_talen(gesprek: Gesprek) -> None:
    """Which languages there are is told, also after another answer."""
    gesprek.zeg("mijn kind wordt gepest", "pesten")
    uit = gesprek.zeg("welke talen kent u", ONDERWERP)
    assert "Turks" in tekst(uit) and "gepest" not in tekst(uit)


def test_variant_krijgt_geen_tekst_van_een_ander(gesprek: Gesprek, huis: Huis) -> None:
    """Where this child has an answer of its own, the easy text of the others would be wrong."""
    gesprek.toestand.situatie.onderwijssoort = "mbo"
    gekozen = huis.kennis.onderwerpen["schorsing"]
    gesprek.zeg("mijn zoon is geschorst", "schorsing")
    uit = gesprek.zeg("te moeilijk")
    assert str(gekozen.eenvoudig) not in tekst(uit)
    assert tekst(uit).split(".")[0] in " ".join(gekozen.varianten[0].antwoord.split())


@pytest.mark.parametrize("stap", STAPPEN)
def test_elke_stap_heeft_een_eenvoudige_tekst(stap: str, huis: Huis) -> None:
    """At most 40 words."""
    assert 0 < len(str(huis.kennis.stappen[stap].eenvoudig or "").split()) <= 40


@pytest.mark.parametrize(
    "tekst_",
    [
        "het is te moeilijk voor mijn zoon", "de les is te moeilijk", "ik snap niet wat een opp is",
        "hij snapt er niks van in de klas", "kan hij naar een makkelijker niveau", "ik begrijp school niet",
        "mijn kind vindt rekenen te moeilijk", "ik snap niet waarom ze dat doen",
    ],
)  # fmt: skip
def test_iets_anders_is_moeilijk(tekst_: str, nu: datetime) -> None:
    """Not our answer but the lesson, the level or the school."""
    assert duid(Bericht(tekst_, nu)) is None

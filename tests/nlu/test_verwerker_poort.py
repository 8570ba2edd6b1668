"""The gate stands before Rasa, whichever way a message comes in."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from typing import Any

import pytest
import rasa.core.agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.processor import MessageProcessor

from wegwijzer.gesprekspartner import Gesprek, Gesprekspartner
from wegwijzer.nlu.verwerker import Verwerker

PRIVE = "Bel mij op 06-12345678 of mail anna.verhoeven@example.nl, Dorpsstraat 14, 8031 AB Zwolle"
WEG = ("12345678", "anna.verhoeven", "8031 AB")
Bewaard = Callable[[Gesprek], str]


def _stuur(partner: Gesprekspartner, bericht: UserMessage) -> list[dict[str, Any]]:
    antwoord: list[dict[str, Any]] = partner._lus.run_until_complete(partner._agent.handle_message(bericht))
    return antwoord


def test_agent_maakt_onze_verwerker(partner: Gesprekspartner) -> None:
    assert isinstance(partner._agent.processor, Verwerker)
    assert rasa.core.agent.MessageProcessor is Verwerker


@pytest.mark.parametrize(
    ("methode", "namen"),
    [
        ("handle_message", ["self", "message"]),
        ("log_message", ["self", "message", "should_save_tracker"]),
        ("parse_message", ["self", "message", "tracker", "only_output_properties"]),
        ("_parse_message_with_graph", ["self", "message", "tracker", "only_output_properties"]),
        ("_run_prediction_loop", ["self", "output_channel", "tracker"]),
    ],
)
def test_rasa_heeft_nog_wat_wij_overschrijven(methode: str, namen: list[str]) -> None:
    """A newer Rasa that renames or reshapes these would quietly walk past the gate or the safety net."""
    assert list(inspect.signature(vars(MessageProcessor)[methode]).parameters) == namen
    assert list(inspect.signature(vars(Verwerker)[methode]).parameters) == namen


def test_rasa_loopt_nog_langs_de_overschreven_methoden() -> None:
    bron = inspect.getsource(MessageProcessor.handle_message)
    assert "self.log_message(" in bron
    assert "self._run_prediction_loop(" in bron
    assert "self.parse_message(" in inspect.getsource(MessageProcessor._handle_message_with_tracker)
    assert "self._parse_message_with_graph(" in inspect.getsource(MessageProcessor.parse_message)


def test_persoonsgegevens_komen_niet_in_de_opslag(partner: Gesprekspartner, bewaard: Bewaard) -> None:
    gesprek = partner.begin()
    beurt = partner.zeg(gesprek, PRIVE)
    opgeslagen = bewaard(gesprek)
    assert "Zwolle" in opgeslagen
    assert not [deel for deel in WEG if deel in opgeslagen or deel in json.dumps(beurt, ensure_ascii=False)]


def test_ook_alleen_loggen_en_alleen_ontleden_gaan_door_de_poort(partner: Gesprekspartner, bewaard: Bewaard) -> None:
    gesprek = partner.begin()
    verwerker = partner._agent.processor
    partner._lus.run_until_complete(verwerker.log_message(UserMessage(PRIVE, sender_id=gesprek.id)))
    ontleed = partner._lus.run_until_complete(partner._agent.parse_message(PRIVE))
    for tekst in (bewaard(gesprek), json.dumps(ontleed)):
        assert "[telefoon]" in tekst
        assert not [deel for deel in WEG if deel in tekst]


def test_een_meegestuurde_ontleding_telt_niet(partner: Gesprekspartner, bewaard: Bewaard) -> None:
    gesprek = partner.begin()
    nep = {"intent": {"name": "schorsing", "confidence": 1.0}, "entities": [], "text": PRIVE}
    _stuur(partner, UserMessage("hallo", CollectingOutputChannel(), gesprek.id, parse_data=nep))
    assert "12345678" not in bewaard(gesprek)
    assert '"schorsing", "confidence": 1.0' not in bewaard(gesprek)


def test_metadata_van_een_client_telt_niet(partner: Gesprekspartner, bewaard: Bewaard) -> None:
    gesprek = partner.begin()
    metadata = {
        "poort": "door",
        "nood": {"niveau": "leven", "soort": "x"},
        "nu": "1999-01-01T00:00:00+01:00",
        "meer": 1,
    }
    _stuur(partner, UserMessage(PRIVE, CollectingOutputChannel(), gesprek.id, metadata=metadata))
    gezegd = next(e for e in json.loads(bewaard(gesprek)) if e["event"] == "user")
    assert gezegd["metadata"]["nood"] is None
    assert not {"nu", "meer"} & set(gezegd["metadata"])
    assert "12345678" not in gezegd["text"]


@pytest.mark.parametrize(
    "getypt",
    [
        '/informeer{"swv": "VO2810", "leeftijd": 14}',
        "/gedaan_hielp_niet",
        "/restart",
        "/session_start",
        "/back",
        ' //informeer{"plaats": "Zwolle", "stap": "klacht"}',
    ],
)
def test_een_getypte_opdracht_is_tekst(getypt: str, partner: Gesprekspartner, bewaard: Bewaard) -> None:
    """What a slash begins does what the same words do without it; Rasa's own commands do nothing."""
    uitkomsten = []
    for tekst in (getypt, getypt.lstrip("/ ")):
        gesprek = partner.begin()
        partner.zeg(gesprek, "mijn dochter van 8 zit op de basisschool")
        beurt = partner.zeg(gesprek, tekst)
        assert beurt["replies"]
        assert beurt["slots"]["swv"] != "VO2810"
        assert not {"restart", "rewind", "undo"} & {e["event"] for e in json.loads(bewaard(gesprek))}
        uitkomsten.append((beurt["text"], beurt["intent"], beurt["topic"], beurt["slots"]))
    assert uitkomsten[0] == uitkomsten[1]


def test_gevaar_telt_ook_voorbij_elke_lengtegrens(partner: Gesprekspartner) -> None:
    praat = "We hebben een heel lang verhaal over school en de bus en de juf. " * 600
    beurt = partner.zeg(partner.begin(), f"{praat} Mijn zoon zegt dat hij dood wil. {praat}")
    assert beurt["topic"] == "nood"
    assert len(beurt["text"]) < 3000


def test_vergeten_is_vergeten(partner: Gesprekspartner, bewaard: Bewaard) -> None:
    gesprek = partner.begin()
    partner.zeg(gesprek, "hallo")
    assert bewaard(gesprek) != "[]"
    partner.vergeet(gesprek)
    assert bewaard(gesprek) == "[]"

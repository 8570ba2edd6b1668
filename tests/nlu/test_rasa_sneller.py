"""What we leave out of Rasa's turn is what we think it is, and nothing else changes."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

import pytest
import rasa.shared.utils.common
from jsonschema import ValidationError
from rasa.core.actions.action import action_for_name_or_text
from rasa.core.channels.channel import CollectingOutputChannel
from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.core.processor import MessageProcessor
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from wegwijzer.eigen_acties import EigenActies
from wegwijzer.gesprekspartner import Gesprekspartner
from wegwijzer.nlu.rasa_sneller import Actie, installeer

DOMEIN = Domain.from_yaml("version: '3.1'\nactions:\n- action_proef\n")
FOUT = {"events": [{"event": "slot", "naam": "zonder name"}], "responses": []}
GOED = {"events": [{"event": "slot", "timestamp": None, "name": "a", "value": 1}], "responses": []}


class Server(EndpointConfig):
    """An action server that gives what it was told to."""

    def __init__(self, geeft: dict[str, Any], eigen: bool) -> None:
        super().__init__(url="ergens")
        self._geeft = geeft
        self.eigen_proces = eigen

    async def request(self, *args: Any, **kwargs: Any) -> Any:
        return self._geeft


def _draai(geeft: dict[str, Any], eigen: bool) -> list[Event]:
    installeer()
    actie = action_for_name_or_text("action_proef", DOMEIN, Server(geeft, eigen))
    assert isinstance(actie, Actie)
    nlg, spoor = TemplatedNaturalLanguageGenerator({}), DialogueStateTracker("x", [])
    return asyncio.run(actie.run(CollectingOutputChannel(), nlg, spoor, DOMEIN))


def test_wat_een_actieserver_geeft_wordt_gekeurd() -> None:
    with pytest.raises(ValidationError):
        _draai(FOUT, eigen=False)


def test_wat_uit_dit_proces_komt_wordt_niet_gekeurd(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Rasa checks in another way, the check still runs and this fails."""
    monkeypatch.setattr("jsonschema.validate", _niet)
    assert _draai(GOED, eigen=True) == [SlotSet("a", 1)]
    with pytest.raises(AssertionError):
        _draai(GOED, eigen=False)
    assert EigenActies.eigen_proces


def test_een_model_gaat_open_zonder_hoe_het_is_getraind(partner: Gesprekspartner) -> None:
    """What serves is there, what trains is not read; Rasa's own way still reads both from the same file."""
    open_ = partner.verwerker.model_metadata
    assert open_.train_schema.nodes == {}
    pad = partner.verwerker.model_path
    heel = LocalModelStorage.metadata_from_archive(pad)
    assert heel.train_schema.nodes
    assert heel.predict_schema.as_dict() == open_.predict_schema.as_dict()
    assert heel.domain.as_dict() == open_.domain.as_dict()


def test_rasa_opent_een_model_nog_zo() -> None:
    """Where Rasa opens it in another way, ours would no longer be asked."""
    assert "LocalModelStorage," in inspect.getsource(MessageProcessor._load_model)
    assert "cls._load_metadata(" in inspect.getsource(LocalModelStorage.from_model_archive)
    assert isinstance(inspect.getattr_static(LocalModelStorage, "_load_metadata"), staticmethod)


def _niet(*_: Any, **__: Any) -> None:
    raise AssertionError("gekeurd")


def test_elke_soort_gebeurtenis_wordt_nog_gevonden() -> None:
    installeer()
    for soort in rasa.shared.utils.common.all_subclasses(Event):
        gevonden = Event.resolve_by_type(soort.type_name)
        assert gevonden is not None
        assert gevonden.type_name == soort.type_name
    with pytest.raises(ValueError, match="bestaat niet"):
        Event.resolve_by_type("bestaat niet")


def test_een_soort_wordt_een_keer_opgezocht(monkeypatch: pytest.MonkeyPatch) -> None:
    installeer()
    installeer()  # twice is once
    gegevens = {"event": "slot", "name": "a", "value": 1, "timestamp": None}
    assert Event.from_parameters(gegevens) == SlotSet("a", 1)
    monkeypatch.setattr(rasa.shared.utils.common, "all_subclasses", _niet)
    assert Event.from_parameters(gegevens) == SlotSet("a", 1)

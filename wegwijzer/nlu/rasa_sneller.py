"""Three things that Rasa does without need: two at every turn, some 40 ms of processor time a message, one at start.

`installeer` puts them in place; tests/nlu/test_rasa_sneller.py fails when Rasa no longer works as this assumes.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import rasa.core.actions.action as acties
import rasa.core.processor as verwerking
from rasa.core.actions.action import RemoteAction
from rasa.engine.storage.local_model_storage import MODEL_ARCHIVE_METADATA_FILE, LocalModelStorage
from rasa.engine.storage.storage import ModelMetadata
from rasa.shared.core.events import Event

SOORTEN = 64
"""Kinds of events that are remembered; Rasa has some thirty."""


class Actie(RemoteAction):
    """Does not hold what an action in this same process gives against Rasa's JSON schema: that checks the schema itself
    anew each time (39 ms; 8 without that). What comes from an action server is checked.
    """

    def _validate_action_result(self, result: dict[str, Any]) -> bool:
        if getattr(self.action_endpoint, "eigen_proces", False):
            return True
        return bool(super()._validate_action_result(result))


class Modelmap(LocalModelStorage):
    """Does not read how a model was trained, only how it answers: Rasa looks up each class of both, and those for
    training bring TensorFlow (2.5 s and 350 MB at each start)."""

    @staticmethod
    def _load_metadata(directory: Path) -> ModelMetadata:
        inhoud = json.loads((directory / MODEL_ARCHIVE_METADATA_FILE).read_text(encoding="utf-8"))
        return ModelMetadata.from_dict({**inhoud, "train_schema": {"nodes": {}}})


def installeer() -> None:
    """Let Rasa make `Actie`, let its processor open a model as `Modelmap`, and look up the class of an event by name
    once, not by walking all classes (0.04 ms for each event of a conversation at each turn).

    Raises RuntimeError when Rasa no longer has these.
    """
    nodig = (
        (acties, "RemoteAction"),
        (RemoteAction, "_validate_action_result"),
        (Event, "resolve_by_type"),
        (verwerking, "LocalModelStorage"),
        (LocalModelStorage, "_load_metadata"),
    )
    for eigenaar, naam in nodig:
        if not hasattr(eigenaar, naam):
            raise RuntimeError(f"Rasa heeft geen {naam} meer; zie docs/decisions")
    acties.RemoteAction = Actie
    verwerking.LocalModelStorage = Modelmap
    if not hasattr(Event.resolve_by_type, "cache_info"):
        Event.resolve_by_type = staticmethod(lru_cache(SOORTEN)(Event.resolve_by_type))

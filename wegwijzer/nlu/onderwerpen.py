"""Rasa's intent classifier: which topic or dialogue act a message is, and every topic that its sentences hold."""

from __future__ import annotations

import logging
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from wegwijzer.huis import houder, inbedder, projectmap
from wegwijzer.taal import gevaar
from wegwijzer.taal.begrip import Begrip, begrijp
from wegwijzer.taal.herkenner import Herkenner

logger = logging.getLogger(__name__)
BESTAND = "herkenner.npz"
NOODBESTAND = "nood.npz"
RANKING = 10


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class OnderwerpHerkenner(GraphComponent, IntentClassifier):
    """A linear model on letters, words and sentence embeddings (wegwijzer/taal/herkenner.py)."""

    def __init__(
        self,
        model_storage: ModelStorage,
        resource: Resource,
        herkenner: Herkenner | None = None,
        nood: Herkenner | None = None,
    ) -> None:
        self._model_storage = model_storage
        self._resource = resource
        self._herkenner = herkenner
        self._nood = nood

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> OnderwerpHerkenner:
        """An untrained component."""
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> OnderwerpHerkenner:
        """The trained component. Raises ValueError when its file is damaged."""
        with model_storage.read_from(resource) as map_:
            modellen = [Herkenner.herstel((map_ / naam).read_bytes(), inbedder()) for naam in (BESTAND, NOODBESTAND)]
        houder().neem_herkenner(modellen[0])
        return cls(model_storage, resource, *modellen)

    @staticmethod
    def required_packages() -> list[str]:
        """What must be installed."""
        return ["sklearn", "scipy"]

    def train(self, training_data: TrainingData) -> Resource:
        """Fit on all examples and store the model."""
        voorbeelden = [v for v in training_data.intent_examples if v.get(TEXT)]
        model = Herkenner(inbedder()).leer([v.get(TEXT) for v in voorbeelden], [v.get(INTENT) for v in voorbeelden])
        nood = _leer_nood(voorbeelden)
        inbedder().bewaar()
        self._herkenner, self._nood = model, nood
        with self._model_storage.write_to(self._resource) as map_:
            (map_ / BESTAND).write_bytes(model.bewaar())
            (map_ / NOODBESTAND).write_bytes(nood.bewaar())
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing to add to the training data."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Set intent, ranking and `gehoord` (every topic heard in the message's sentences)."""
        for message in messages:
            tekst = message.get(TEXT)
            herkenner = houder().haal().herkenner or self._herkenner
            if tekst is not None and herkenner is not None:
                self._zet(message, begrijp(tekst, herkenner))
            if tekst and self._nood is not None:
                message.set("nood_kansen", gevaar.lees(tekst, self._nood), add_to_output=True)
        return messages

    @staticmethod
    def _zet(message: Message, begrip: Begrip) -> None:
        ranking = [{"name": naam, "confidence": float(np.round(kans, 4))} for naam, kans in begrip.ranking[:RANKING]]
        message.set("intent", ranking[0], add_to_output=True)
        message.set("intent_ranking", ranking, add_to_output=True)
        gehoord = [{"name": naam, "confidence": float(np.round(kans, 4))} for naam, kans in begrip.gehoord]
        message.set("gehoord", gehoord, add_to_output=True)


def _leer_nood(voorbeelden: list[Message]) -> Herkenner:
    """The second net under the danger rules (nood/aanvulling.py), from data/nood and the topics' questions."""
    vragen = [(str(v.get(TEXT)), str(v.get(INTENT))) for v in voorbeelden]
    paren = gevaar.voorbeelden(gevaar.bestanden(projectmap() / "data" / "nood"), vragen)
    return gevaar.leer(paren, Herkenner(inbedder()))

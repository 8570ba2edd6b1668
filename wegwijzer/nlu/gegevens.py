"""Rasa's entity extractor: what a message says of the child's situation, places included."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from wegwijzer import klok
from wegwijzer.gesprek.lezen import lees
from wegwijzer.storing import plek_van
from wegwijzer.taal.feitenmerker import merker
from wegwijzer.taal.vondst import Vondst

logger = logging.getLogger(__name__)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class GegevensLezer(GraphComponent, EntityExtractorMixin):
    """Patterns and the marker of facts, neither made by `rasa train`."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> GegevensLezer:
        """See the parent class. What reads facts is loaded now, not while the first parent waits."""
        merker()
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the findings to each message; `metadata` may hold the clock (`nu`) and the open question (`vraag`)."""
        for message in messages:
            metadata = message.get("metadata") or {}
            nu = metadata.get("nu")
            vandaag = datetime.fromisoformat(nu).astimezone(klok.NEDERLAND).date() if nu else klok.vandaag()
            try:
                gevonden = [
                    v.als_dict() for v in uit_elkaar(lees(message.get(TEXT) or "", vandaag, metadata.get("vraag")))
                ]
            except Exception as fout:
                logger.error("Gegevens konden niet worden gelezen: %s", plek_van(fout))
                gevonden = []
            message.set(ENTITIES, message.get(ENTITIES, []) + self.add_extractor_name(gevonden), add_to_output=True)
        return messages


def uit_elkaar(vondsten: list[Vondst]) -> list[Vondst]:
    """No two that start at the same character and end at different ones: Rasa cannot write those down.

    Of `mijn zoon` and `mijn zoon van 14` the second becomes ` van 14`.
    """
    gezien: dict[int, int] = {}
    uit = []
    for vondst in sorted(vondsten, key=lambda v: (v.start, v.einde)):
        start = vondst.start
        while gezien.get(start, vondst.einde) < vondst.einde:
            start = gezien[start]
        gezien.setdefault(start, vondst.einde)
        uit.append(replace(vondst, start=start))
    return uit

"""Feeds the topics of `knowledge/` to `rasa train`: their example questions and their names as intents."""

from __future__ import annotations

from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from wegwijzer.huis import houder


class KennisImporteur(TrainingDataImporter):
    """Beside RasaFileImporter in config.yml; raises KennisFout when the knowledge is not in order."""

    def __init__(
        self,
        config_file: str | None = None,
        domain_path: str | None = None,
        training_data_paths: list[str] | str | None = None,
        **kwargs: Any,
    ) -> None:
        """Takes no settings: the folder is `wegwijzer.huis.kennismap()`."""
        self._kennis = houder().haal().kennis

    def get_nlu_data(self, language: str | None = "nl") -> TrainingData:
        """Every example question, with its topic as intent."""
        return TrainingData(
            [
                Message.build(text=vraag, intent=onderwerp.id)
                for onderwerp in self._kennis.onderwerpen.values()
                for vraag in onderwerp.vragen
            ]
        )

    def get_domain(self) -> Domain:
        """A domain that holds the topics as intents and nothing else."""
        return Domain.from_dict({"version": "3.1", "intents": sorted(self._kennis.onderwerpen)})

    def get_stories(self, exclusion_percentage: int | None = None) -> StoryGraph:
        """None: the rules are in data/rules.yml."""
        return StoryGraph([])

    def get_config(self) -> dict[str, Any]:
        """None: the configuration is config.yml."""
        return {}

    def get_config_file_for_auto_config(self) -> str | None:
        """None: nothing is filled in automatically."""
        return None

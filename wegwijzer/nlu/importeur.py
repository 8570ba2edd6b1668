"""Feeds the topics of `knowledge/` to `rasa train`: their example questions and their names as intents."""

from __future__ import annotations

from typing import Any

from rasa.shared.core.constants import DEFAULT_INTENTS
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, UserUttered
from rasa.shared.core.training_data.structures import RuleStep, StoryGraph
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from wegwijzer.huis import houder

BEURT = "action_beurt"
"""The only action; see actions/beurt.py."""


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
        self._domein = Domain.load(domain_path) if domain_path else Domain.empty()

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
        """A rule for every intent, topic or dialogue act: the core gets the turn."""
        handelingen = set(self._domein.intents) - set(DEFAULT_INTENTS)
        return StoryGraph([_regel(intent) for intent in sorted(handelingen | set(self._kennis.onderwerpen))])

    def get_config(self) -> dict[str, Any]:
        """None: the configuration is config.yml."""
        return {}

    def get_config_file_for_auto_config(self) -> str | None:
        """None: nothing is filled in automatically."""
        return None


def _regel(intent: str) -> RuleStep:
    gebeurtenissen = [UserUttered(intent={"name": intent}), ActionExecuted(BEURT)]
    return RuleStep(f"{intent}: een beurt van de kern", events=gebeurtenissen)

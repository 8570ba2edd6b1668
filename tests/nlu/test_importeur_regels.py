"""What `rasa train` and `rasa data validate` get to see."""

from __future__ import annotations

import warnings

import pytest
from rasa.shared.core.constants import DEFAULT_INTENTS
from rasa.shared.core.events import ActionExecuted, UserUttered
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.validator import Validator

from wegwijzer.huis import houder, projectmap


@pytest.fixture(scope="module")
def importeur() -> TrainingDataImporter:
    map_ = projectmap()
    return TrainingDataImporter.load_from_config(
        str(map_ / "config.yml"), str(map_ / "domain.yml"), [str(map_ / "data")]
    )


def test_elk_onderwerp_is_een_intent_met_voorbeelden(importeur: TrainingDataImporter) -> None:
    onderwerpen = houder().haal().kennis.onderwerpen
    voorbeelden = importeur.get_nlu_data().number_of_examples_per_intent
    assert set(onderwerpen) <= set(importeur.get_domain().intents)
    assert {naam: voorbeelden[naam] for naam in onderwerpen} == {o.id: len(o.vragen) for o in onderwerpen.values()}


def test_elke_intent_geeft_de_kern_de_beurt(importeur: TrainingDataImporter) -> None:
    regels = {}
    for stap in importeur.get_stories().story_steps:
        if isinstance(stap.events[0], UserUttered):
            regels[stap.events[0].intent["name"]] = [
                e.action_name for e in stap.events if isinstance(e, ActionExecuted) and e.action_name != "action_listen"
            ]
    assert set(regels) == set(importeur.get_domain().intents) - set(DEFAULT_INTENTS)
    assert {tuple(acties) for acties in regels.values()} == {("action_beurt",)}


def test_rasa_data_validate_klaagt_niet(importeur: TrainingDataImporter) -> None:
    """Rasa's validator says it in warnings. One is expected: `utter_storing` is said by the action, not by a rule."""
    with warnings.catch_warnings(record=True) as gezegd:
        warnings.simplefilter("always")
        keurder = Validator.from_importer(importeur)
        assert keurder.verify_intents(ignore_warnings=False)
        assert keurder.verify_intents_in_stories(ignore_warnings=False)
        assert keurder.verify_example_repetition_in_intents(ignore_warnings=False)
        assert keurder.verify_story_structure(ignore_warnings=False)
        assert keurder.verify_actions_in_stories_rules()
    klachten = [str(w.message) for w in gezegd if w.category is UserWarning and "utter_storing" not in str(w.message)]
    assert klachten == []

"""The files for Rasa's own test commands fit Rasa and this project."""

from __future__ import annotations

import sys
from pathlib import Path

import yaml
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.training_data.formats.rasa_yaml import RasaYAMLReader

from wegwijzer.huis import projectmap

HIER = Path(__file__).parent
sys.path.insert(0, str(HIER))
from maak_nlu_test import VRAGEN, als_rasa  # noqa: E402


def test_de_vragen_worden_rasa_voorbeelden() -> None:
    aantal = sum(len(yaml.safe_load(p.read_text(encoding="utf-8"))["vragen"]) for p in VRAGEN.glob("*.yml"))
    gelezen = RasaYAMLReader().reads(yaml.safe_dump(als_rasa(), allow_unicode=True))
    assert len(gelezen.intent_examples) == aantal > 0
    assert gelezen.entity_examples == []


def test_de_testverhalen_kennen_alleen_bestaande_intents() -> None:
    map_ = projectmap()
    importeur = TrainingDataImporter.load_from_config(
        str(map_ / "config.yml"), str(map_ / "domain.yml"), [str(map_ / "data")]
    )
    verhalen = yaml.safe_load((HIER / "test_stories.yml").read_text(encoding="utf-8"))["stories"]
    intents = {stap["intent"] for verhaal in verhalen for stap in verhaal["steps"] if "intent" in stap}
    assert intents
    assert intents <= set(importeur.get_domain().intents)

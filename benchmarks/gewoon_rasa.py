"""A stock Rasa project of the same training questions, as a team would begin one: `rasa init`'s pipeline and policies.

    python -m benchmarks.gewoon_rasa FOLDER [--epochs 100]

One intent a topic or dialogue act with our own example questions, one story of two turns a topic, one custom action
that answers with the text of the topic from a separate action server. It knows no places, no danger, no road: it does
less.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import yaml

from wegwijzer.huis import houder, projectmap

KENMERKEN = """
recipe: default.v1
language: nl
pipeline:
  - name: WhitespaceTokenizer
  - name: RegexFeaturizer
  - name: LexicalSyntacticFeaturizer
  - name: CountVectorsFeaturizer
  - name: CountVectorsFeaturizer
    analyzer: char_wb
    min_ngram: 1
    max_ngram: 4
"""
"""How Rasa's own configuration begins: tokens and features."""
CONFIG = f"""{KENMERKEN.rstrip()}
  - name: DIETClassifier
    epochs: {{epochs}}
  - name: EntitySynonymMapper
  - name: ResponseSelector
    epochs: {{epochs}}
  - name: FallbackClassifier
    threshold: 0.3
    ambiguity_threshold: 0.1
policies:
  - name: MemoizationPolicy
  - name: TEDPolicy
    max_history: 5
    epochs: {{epochs}}
  - name: RulePolicy
assistant_id: gewoon
"""
"""The pipeline and policies that Rasa 3.6 fills in by itself (rasa/cli/initial_project/config.yml)."""
ENDPOINTS = """
action_endpoint:
  url: "http://127.0.0.1:{acties}/webhook"
tracker_store:
  type: SQL
  dialect: sqlite
  db: "{map_}/gesprekken.db"
"""
ACTIE = '''
"""Answers with the answer of the topic that was understood."""
import json
from pathlib import Path

from rasa_sdk import Action

TEKSTEN = json.loads((Path(__file__).parent / "teksten.json").read_text(encoding="utf-8"))


class Antwoord(Action):
    def name(self):
        return "action_antwoord"

    def run(self, dispatcher, tracker, domain):
        intent = (tracker.latest_message.get("intent") or {}).get("name")
        dispatcher.utter_message(text=TEKSTEN.get(intent, "Dat begrijp ik niet."))
        return []
'''


def voorbeelden() -> dict[str, list[str]]:
    """Label → example questions: the topics and the dialogue acts of data/nlu.yml."""
    uit = {o.id: list(o.vragen) for o in houder().haal().kennis.onderwerpen.values()}
    for blok in yaml.safe_load((projectmap() / "data" / "nlu.yml").read_text(encoding="utf-8"))["nlu"]:
        if "intent" in blok:
            uit[blok["intent"]] = [r.removeprefix("- ").strip() for r in blok["examples"].splitlines() if r.strip()]
    return uit


def maak(map_: Path, epochs: int = 100, acties: int = 5055) -> Path:
    """Write the project into `map_` (made when absent); `acties`: the port of its action server."""
    alle = voorbeelden()
    onderwerpen = houder().haal().kennis.onderwerpen
    (map_ / "data").mkdir(parents=True, exist_ok=True)
    (map_ / "actions").mkdir(exist_ok=True)
    bestanden = {
        "config.yml": CONFIG.format(epochs=epochs),
        "endpoints.yml": ENDPOINTS.format(acties=acties, map_=map_),
        "credentials.yml": "rest:\n",
        "domain.yml": _yaml({"version": "3.1", "intents": sorted(alle), "actions": ["action_antwoord"]}),
        "data/nlu.yml": _yaml(
            {
                "version": "3.1",
                "nlu": [{"intent": n, "examples": "".join(f"- {_recht(t)}\n" for t in v)} for n, v in alle.items()],
            }
        ),
        "data/stories.yml": _yaml({"version": "3.1", "stories": list(_verhalen(sorted(alle)))}),
        "actions/__init__.py": "",
        "actions/antwoord.py": ACTIE,
        "actions/teksten.json": json.dumps({o.id: o.antwoord for o in onderwerpen.values()}, ensure_ascii=False),
    }
    for naam, inhoud in bestanden.items():
        (map_ / naam).write_text(inhoud, encoding="utf-8")
    return map_


def _verhalen(namen: list[str]) -> list[dict[str, object]]:
    volgende = [*namen[1:], namen[0]]
    return [
        {"story": een, "steps": [s for n in (een, twee) for s in ({"intent": n}, {"action": "action_antwoord"})]}
        for een, twee in zip(namen, volgende, strict=True)
    ]


def _recht(tekst: str) -> str:
    """An example as Rasa's format takes it: on one line, without marks of entities."""
    return " ".join(tekst.split()).replace("[", "(").replace("]", ")")


def _yaml(inhoud: object) -> str:
    return yaml.safe_dump(inhoud, allow_unicode=True, sort_keys=False, width=10_000)


def main() -> None:
    """Make one, to look at or to train by hand."""
    vragen = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    vragen.add_argument("map", type=Path)
    vragen.add_argument("--epochs", type=int, default=100)
    keuze = vragen.parse_args()
    print(maak(keuze.map.resolve(), keuze.epochs))


if __name__ == "__main__":
    main()

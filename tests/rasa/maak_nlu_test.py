"""Writes the questions of tests/vragen in Rasa's form, for `rasa test nlu`.

    python tests/rasa/maak_nlu_test.py > results/nlu_vragen.yml
    rasa test nlu --nlu results/nlu_vragen.yml

`wegwijzer evaluate` measures the same questions in the way that counts here (several topics in one message,
the whole conversation); this file is for who wants Rasa's own report and confusion matrix.
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

VRAGEN = Path(__file__).parents[1] / "vragen"


def als_rasa(map_: Path = VRAGEN) -> dict[str, object]:
    """The content of a Rasa NLU file: per topic its questions, each on one line."""
    blokken = []
    for pad in sorted(map_.glob("*.yml")):
        inhoud = yaml.safe_load(pad.read_text(encoding="utf-8"))
        regels = [" ".join(vraag["tekst"].split()) for vraag in inhoud["vragen"]]
        # Rasa reads [..](..) and [..]{..} as entities; a parent's brackets are only brackets.
        voorbeelden = "".join(f"- {regel.replace('[', '(').replace(']', ')')}\n" for regel in regels)
        blokken.append({"intent": inhoud["id"], "examples": voorbeelden})
    return {"version": "3.1", "nlu": blokken}


if __name__ == "__main__":
    yaml.safe_dump(als_rasa(), sys.stdout, allow_unicode=True, sort_keys=False, width=10_000)

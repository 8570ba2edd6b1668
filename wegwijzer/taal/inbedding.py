"""Dutch sentence embeddings (multilingual-e5-small), cached on disk by text. What runs the model: motoren.py."""

from __future__ import annotations

import hashlib
import logging
import os
import struct
import threading
import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wegwijzer.taal import encoder
from wegwijzer.taal.motoren import kies
from wegwijzer.taal.schoon import schoon

logger = logging.getLogger(__name__)

MAX_TEKENS = 480
"""Read of one text by the engine (characters, about 130 tokens): a bound on time and risk."""
DIMENSIE = 384
ONTHOUDEN = 40_000
"""Embeddings kept in memory (1.5 kB each); more than the training questions, so that these are made once."""

Vectoren = NDArray[np.float32]


class Inbedder:
    """Text to vectors; `beschikbaar` is False (and the log says so) where no engine loads."""

    def __init__(self, map_: Path, afgesteld: bool = True) -> None:
        """`map_`: where known embeddings lie (by tuning and engine), read now and written by `bewaar`.

        `afgesteld`: with the tuning of encoder.py; without it distances do not depend on our training questions.
        """
        self._motor = kies(map_, afgesteld)
        self._pad = map_ / f"inbeddingen-{encoder.afdruk() if afgesteld else 'e5'}-{self.motor or 'geen'}.npz"
        self._bekend: dict[str, Vectoren] = {}
        self._slot = threading.Lock()
        if self._pad.is_file():
            self._lees(self._pad)

    @property
    def beschikbaar(self) -> bool:
        """Whether there is an engine."""
        return self._motor is not None

    @property
    def motor(self) -> str | None:
        """Which engine it is (motoren.py); None where there is none."""
        return self._motor.naam if self._motor is not None else None

    def vectoren(self, teksten: Sequence[str]) -> Vectoren:
        """`(n, 384)` float32, each row of length 1. Raises RuntimeError where not `beschikbaar`."""
        if self._motor is None:
            raise RuntimeError("het inbeddingsmodel is niet geladen")
        schone = [schoon(t, MAX_TEKENS) or "leeg" for t in teksten]
        sleutels = [hashlib.blake2b(t.encode(), digest_size=16).hexdigest() for t in schone]
        with self._slot:
            gevonden = {k: self._bekend[k] for k in sleutels if k in self._bekend}
        nieuw = {k: t for k, t in zip(sleutels, schone, strict=True) if k not in gevonden}
        if nieuw:
            berekend = dict(zip(nieuw, self._motor.vectoren(list(nieuw.values())), strict=True))
            gevonden |= berekend
            with self._slot:
                if len(self._bekend) + len(berekend) > ONTHOUDEN and len(berekend) < ONTHOUDEN:
                    self._bekend.clear()
                self._bekend |= berekend
        return np.stack([gevonden[k] for k in sleutels]).astype(np.float32)

    def bewaar(self) -> None:
        """Write the known embeddings to the cache file, whole or not at all."""
        if not self._bekend:
            return
        self._pad.parent.mkdir(parents=True, exist_ok=True)
        tijdelijk = self._pad.with_suffix(f".{os.getpid()}.npz")
        np.savez(tijdelijk, sleutels=np.array(list(self._bekend)), vectoren=np.stack(list(self._bekend.values())))
        tijdelijk.replace(self._pad)

    def _lees(self, pad: Path) -> None:
        try:
            with np.load(pad, allow_pickle=False) as inhoud:
                sleutels = inhoud["sleutels"].tolist()
            self._bekend = dict(zip(sleutels, _op_schijf(pad, "vectoren"), strict=True))
        except Exception as fout:
            logger.warning("De bewaarde inbeddingen zijn niet te lezen (%s); ze worden opnieuw gemaakt.", fout)


def _op_schijf(pad: Path, naam: str) -> Vectoren:
    """Array `naam` of an `.npz`, left in the file until a row is read: who serves asks for hardly any.

    Raises OSError, KeyError, ValueError or zipfile.BadZipFile where the file is not as `np.savez` writes it.
    """
    with zipfile.ZipFile(pad) as bundel, bundel.open(f"{naam}.npy") as deel:
        plek = bundel.getinfo(f"{naam}.npy")
        np.lib.format.read_magic(deel)
        vorm, per_kolom, soort = np.lib.format.read_array_header_1_0(deel)
        kop = deel.tell()
    if plek.compress_type != zipfile.ZIP_STORED or per_kolom or soort != np.float32:
        raise ValueError("de bewaarde inbeddingen hebben een andere vorm")
    with pad.open("rb") as bestand:
        bestand.seek(plek.header_offset + 26)
        namen = struct.unpack("<2H", bestand.read(4))
    begin = plek.header_offset + 30 + sum(namen) + kop
    return np.asarray(np.memmap(pad, dtype=np.float32, mode="r", offset=begin, shape=vorm))

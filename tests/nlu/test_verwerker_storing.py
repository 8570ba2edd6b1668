"""Whatever breaks, the parent gets words and a telephone number, and the conversation goes on."""

from __future__ import annotations

import dataclasses
import logging
import re
from collections.abc import Callable
from typing import Any

import pytest

import actions.beurt
from wegwijzer.gesprekspartner import Gesprek, Gesprekspartner
from wegwijzer.nlu import verwerker

TELEFOON = re.compile(r"\b0\d{2,3}[- ]\d{2,3} ?\d{2} ?\d{2}\b")
GEHEIM = "wat de ouder schreef"
Bewaard = Callable[[Gesprek], str]


def _tekst(beurt: dict[str, Any]) -> str:
    return "\n".join(antwoord["text"] for antwoord in beurt["replies"])


def _kapot(*_: Any, **__: Any) -> Any:
    raise RuntimeError(GEHEIM)


def test_fout_in_de_kern(partner: Gesprekspartner, monkeypatch: pytest.MonkeyPatch, caplog: Any) -> None:
    gesprek = partner.begin()
    voor = partner.zeg(gesprek, "mijn zoon van 14 zit op de middelbare school")
    with monkeypatch.context() as even, caplog.at_level(logging.DEBUG):
        even.setattr(actions.beurt, "beurt", _kapot)
        mis = partner.zeg(gesprek, "hij zit 3 weken thuis")
    assert TELEFOON.search(_tekst(mis))
    assert mis["slots"] == voor["slots"]
    assert GEHEIM not in caplog.text
    assert "RuntimeError" in caplog.text
    na = partner.zeg(gesprek, "de school staat in Rotterdam")
    assert na["slots"]["leeftijd"] == 14
    assert na["slots"]["swv"]


def test_actieserver_onbereikbaar(partner: Gesprekspartner, monkeypatch: pytest.MonkeyPatch) -> None:
    gesprek = partner.begin()
    with monkeypatch.context() as even:
        even.setattr(partner._agent.processor.action_endpoint, "request", _kapot)
        assert TELEFOON.search(_tekst(partner.zeg(gesprek, "hallo")))
    assert partner.zeg(gesprek, "mijn dochter van 8 zit thuis")["slots"]["leeftijd"] == 8


def test_fout_in_de_poort(partner: Gesprekspartner, bewaard: Bewaard, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then nothing was cleaned, so nothing may be kept either."""
    gesprek = partner.begin()
    with monkeypatch.context() as even:
        even.setattr(verwerker, "poort", _kapot)
        mis = partner.zeg(gesprek, "bel 06-12345678")
    assert TELEFOON.search(_tekst(mis))
    assert "12345678" not in bewaard(gesprek)
    assert partner.zeg(gesprek, "hallo")["why"] != "storing"


def test_fout_in_het_begrijpen(partner: Gesprekspartner, monkeypatch: pytest.MonkeyPatch) -> None:
    gesprek = partner.begin()
    with monkeypatch.context() as even:
        even.setattr(verwerker.MessageProcessor, "_parse_message_with_graph", _kapot)
        mis = partner.zeg(gesprek, "wat is een opp")
    assert TELEFOON.search(_tekst(mis))
    assert (mis["topic"], mis["why"]) == ("onduidelijk", "storing")
    assert partner.zeg(gesprek, "wat is een opp")["replies"]


@pytest.mark.parametrize("wat", ["kern", "actie", "begrijpen"])
def test_gevaar_gaat_voor_elke_storing(wat: str, partner: Gesprekspartner, monkeypatch: pytest.MonkeyPatch) -> None:
    doel, naam = {
        "kern": (actions.beurt, "beurt"),
        "actie": (partner._agent.processor.action_endpoint, "request"),
        "begrijpen": (verwerker.MessageProcessor, "_parse_message_with_graph"),
    }[wat]
    with monkeypatch.context() as even:
        even.setattr(doel, naam, _kapot)
        tekst = _tekst(partner.zeg(partner.begin(), "mijn zoon zegt dat hij dood wil"))
    assert "0800-0113" in tekst


def test_een_kern_zonder_woorden(partner: Gesprekspartner, monkeypatch: pytest.MonkeyPatch) -> None:
    echt = actions.beurt.beurt

    def stil(*args: Any) -> Any:
        return dataclasses.replace(echt(*args), antwoorden=())

    with monkeypatch.context() as even:
        even.setattr(actions.beurt, "beurt", stil)
        assert TELEFOON.search(_tekst(partner.zeg(partner.begin(), "hallo")))


@pytest.mark.parametrize(
    "bericht",
    ["", "  ", "\u200b", "/", "///", "😀", "\x00", "...", "a" * 5000, "\ud800", "{}", "null", "🏳️" * 300, "\n\n", "?"],
    ids=lambda bericht: ascii(bericht[:8]),
)
def test_geen_beurt_zonder_antwoord(bericht: str, partner: Gesprekspartner) -> None:
    beurt = partner.zeg(partner.begin(), bericht)
    assert beurt["replies"]
    assert all(antwoord["text"].strip() for antwoord in beurt["replies"])
    assert beurt["why"] != "storing"

"""Checks the texts for who finds an answer too difficult: few words, short sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from wegwijzer.kennis.meldingen import Melding
from wegwijzer.kennis.yaml_bestand import YamlBestand

MEESTE_WOORDEN = 40
"""Of the whole text; the contact comes after it."""
LANGSTE_ZIN = 10
"""Words of one sentence."""
VELD = "eenvoudig"

_EINDE = re.compile(r"(?<=[.?!]) ")


def controleer(bestand: YamlBestand) -> Iterator[Melding]:
    """Every `eenvoudig` of a topic, its variants or the steps of the road."""
    for pad, tekst in _teksten(bestand.inhoud):
        aantal = len(tekst.split())
        if aantal > MEESTE_WOORDEN:
            wat = f"Deze eenvoudige tekst heeft {aantal} woorden; het mogen er hoogstens {MEESTE_WOORDEN} zijn."
            yield bestand.fout(pad, wat, "Laat alleen staan wat de ouder nu moet weten en doen.")
        for zin in zinnen(tekst):
            if len(zin.split()) > LANGSTE_ZIN:
                wat = f"De zin '{zin[:40]}…' heeft {len(zin.split())} woorden; hoogstens {LANGSTE_ZIN}."
                yield bestand.fout(pad, wat, "Maak er twee korte zinnen van.")


def zinnen(tekst: str) -> list[str]:
    """The sentences of one running text."""
    return _EINDE.split(" ".join(tekst.split()))


def _teksten(inhoud: Any) -> Iterator[tuple[list[Any], str]]:
    for deel in (None, "varianten", "stappen"):
        rij = [inhoud] if deel is None else inhoud.get(deel, []) if isinstance(inhoud, dict) else []
        for nummer, stuk in enumerate(rij if isinstance(rij, list) else []):
            if isinstance(stuk, dict) and isinstance(stuk.get(VELD), str):
                yield [VELD] if deel is None else [deel, nummer, VELD], stuk[VELD]

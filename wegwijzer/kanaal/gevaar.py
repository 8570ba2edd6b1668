"""Danger before everything else: on the whole raw text, past every limit, also when nothing else works."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from wegwijzer.huis import houder
from wegwijzer.kanaal.fouten import Fout
from wegwijzer.nlu.noodtekst import noodtekst
from wegwijzer.nood import beoordeel

KORT = 4_000
"""A text of at most so many characters (8 ms) is read at once; a longer one on a thread."""
RIJ = 8
"""So many long texts may wait to be read; more are refused with the emergency number in the refusal."""


class Gevaarwacht:
    """Reads texts for danger, at most one long one at a time."""

    def __init__(self) -> None:
        self._een = asyncio.Lock()
        self._wachtend = 0

    async def lees(self, tekst: str) -> Mapping[str, Any] | None:
        """What the danger rules say of this text, as `niveau` and `soort`; None for nothing. Raises Fout."""
        if len(tekst) <= KORT:
            return _oordeel(tekst)
        if self._wachtend >= RIJ:
            raise Fout("te_groot")
        self._wachtend += 1
        try:
            async with self._een:
                return await asyncio.get_running_loop().run_in_executor(None, _oordeel, tekst)
        finally:
            self._wachtend -= 1


def gevaartekst(oordeel: Mapping[str, Any]) -> str:
    """The numbers, or the caring question, as knowledge/noodhulp.yml has them."""
    return noodtekst({"niveau": "nood", "soort": oordeel["soort"]})


def _oordeel(tekst: str) -> Mapping[str, Any] | None:
    oordeel = beoordeel(tekst, houder().haal().noodregels)
    return {"niveau": oordeel.niveau, "soort": oordeel.soort} if oordeel else None

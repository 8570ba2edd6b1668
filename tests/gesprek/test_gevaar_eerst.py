"""Danger in a talk: the numbers first, and then what must still be said."""

from __future__ import annotations

from datetime import datetime

from tests.gesprek.gesprek_in_kern import Gesprek, tekst
from wegwijzer.huis import Huis


def test_gevaar_als_eerste_bericht_zegt_wat_dit_is(huis: Huis, nu: datetime) -> None:
    """A talk that begins with danger still says once that this is a computer programme, after the numbers."""
    gesprek = Gesprek(huis, nu)
    eerst = tekst(gesprek.zeg("mijn kind wil dood", nood="suicide"))
    assert eerst.index("113") < eerst.index("computerprogramma")
    assert "computerprogramma" not in tekst(gesprek.zeg("mijn kind wil dood", nood="suicide"))

"""What the tests of broken knowledge files share."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Breuk:
    """One mistake an editor can make, and the message it must give.

    `oud` becomes `nieuw` in `bestand` (once; None for `oud` replaces the whole file). `op` is the text of the line that
    the message points at; `wat` and `herstel` are parts of what it says.
    """

    naam: str
    bestand: str
    oud: str | None
    nieuw: str | bytes
    op: str
    veld: str
    wat: str
    herstel: str

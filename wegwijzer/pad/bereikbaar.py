"""Who can be reached now, until when, and who is the first to open. Pure: contact cards and a moment in, people out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from wegwijzer.kennis.model import Contact
from wegwijzer.pad.kaart import Kaart
from wegwijzer.pad.openstelling import Periode, altijd, lokaal, perioden

SPREEKT = ("telefoon", "chat")
"""Ways to reach somebody that answers at once."""


@dataclass(frozen=True)
class Lijn:
    """Somebody who keeps hours, as seen at one moment.

    `nu`: the period that is going on, `straks`: the next one that is sure, `misschien`: one on an unsure holiday that
    is going on or comes before `straks`. Each may be None.
    """

    kaart: Kaart
    contact: Contact
    nu: Periode | None
    straks: Periode | None
    misschien: Periode | None = None


@dataclass(frozen=True)
class Bereikbaar:
    """`nu`: open for sure, in the order given; `straks`: closed now, the first to open first; `onbekend`: no hours."""

    nu: tuple[Lijn, ...]
    straks: tuple[Lijn, ...]
    onbekend: tuple[Kaart, ...]

    def eerste(self) -> Lijn | None:
        """Whose next opening comes first, of all lines; None where nobody's is known."""
        lijnen = [lijn for lijn in (*self.nu, *self.straks) if lijn.straks is not None]
        return min(lijnen, key=_opent, default=None)


def wie(kaarten: Iterable[Kaart], nu: datetime) -> Bereikbaar:
    """The cards by when they can be reached. Emergency lines (day and night) are no advice and are left out."""
    lijnen: list[Lijn] = []
    onbekend: list[Kaart] = []
    for kaart in kaarten:
        nummers = [c for c in kaart.contact if c.soort in SPREEKT and c.tijden]
        eigen = [lijn(kaart, c, nu) for c in nummers if not altijd(str(c.tijden))]
        bekend = {gekozen.contact.waarde for gekozen in lijnen}
        eigen = [e for e in eigen if e.contact.waarde not in bekend]
        if eigen:
            lijnen.append(min(eigen, key=lambda e: (e.nu is None, _opent(e))))
        elif not nummers:
            onbekend.append(kaart)
    open_ = tuple(e for e in lijnen if e.nu is not None)
    dicht = sorted((e for e in lijnen if e.nu is None and e.straks is not None), key=_opent)
    return Bereikbaar(open_, tuple(dicht), tuple(onbekend))


def lijn(kaart: Kaart, contact: Contact, nu: datetime) -> Lijn:
    """One telephone or chat with hours at `nu` (local, or aware)."""
    komend = perioden(str(contact.tijden), nu)
    moment = lokaal(nu)
    zeker = [p for p in komend if not p.feestdag]
    bezig = next((p for p in zeker if p.omvat(moment)), None)
    straks = next((p for p in zeker if p.van > moment), None)
    onzeker = next((p for p in komend if p.feestdag and (straks is None or p.van < straks.van)), None)
    return Lijn(kaart, contact, bezig, straks, onzeker)


def _opent(lijn_: Lijn) -> datetime:
    return lijn_.straks.van if lijn_.straks else datetime.max

"""A conversation with the pure core: no model, only the label that a test gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from wegwijzer.gesprek.beurt import beurt
from wegwijzer.gesprek.lezen import lees
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Toestand
from wegwijzer.huis import Huis

ZEKER = 0.8


@dataclass
class Gesprek:
    """Turns in a row; the state goes through the slots each time, as it does in Rasa."""

    huis: Huis
    nu: datetime
    toestand: Toestand = field(default_factory=Toestand)

    def zeg(
        self,
        tekst: str,
        label: str | None = None,
        kans: float = ZEKER,
        nood: str | None = None,
        naast: Sequence[tuple[str, float]] = (),
    ) -> Beurt:
        """One message; `nood` is the kind of danger that the gate heard (`zorg:kind` for a caring question); `naast`:
        the labels that come after `label`."""
        niveau, _, soort = nood.rpartition(":") if nood else ("", "", "")
        bericht = Bericht(
            tekst,
            self.nu,
            ranking=[(label, kans), *naast] if label else [],
            gehoord=[(label, kans)] if label else [],
            vondsten=lees(tekst, self.nu.date(), self.toestand.vraag),
            nood={"niveau": niveau or "nood", "soort": soort} if nood else None,
        )
        uit = beurt(bericht, self.toestand, self.huis)
        self.toestand = Toestand.uit_slots(uit.toestand.als_slots())
        return uit


def tekst(uit: Beurt) -> str:
    """All replies as one text."""
    return "\n".join(a.tekst for a in uit.antwoorden)


def in_taal(uit: Beurt, taal: str) -> list[Antwoord]:
    """The replies that are marked as this language."""
    return [a for a in uit.antwoorden if a.custom.get("lang") == taal]

"""One thing that a message says about the situation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Vondst:
    """An entity: its kind, its value and the characters `[start, einde)` of the message that say it.

    Kinds (with the type of `waarde`): `leeftijd` (int, years), `weken_thuis` (int, whole weeks rounded down),
    `onderwijssoort` (po, sbo, so, vo, pro, vso, mbo), `richting` (reformatorisch, cluster1, cluster2),
    `stap_gedaan` (step id), `situatie` (an id such as geen_school), `kind` (zoon, dochter, kind, kleinkind,
    pleegkind, ik), `doelgroep` (an id such as autisme), `organisatie` (organisation id),
    `plaats`, `gemeente` (official names), `pc4` (four digits), `datum` (ISO date), `gebeurtenis` (an id of
    knowledge/termijnen.yml: something that happened from which a term runs; its day is a `datum` of its own).
    """

    entity: str
    waarde: Any
    start: int
    einde: int

    def als_dict(self) -> dict[str, Any]:
        """As Rasa and the contract write it."""
        return {"entity": self.entity, "value": self.waarde, "start": self.start, "end": self.einde}

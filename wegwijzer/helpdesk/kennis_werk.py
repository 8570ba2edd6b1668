"""What the pages of `/helpdesk/kennis` share: the folder, its history, threads for slow work, and who may change it."""

from __future__ import annotations

import asyncio
import os
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from wegwijzer import klok
from wegwijzer.bewerken import lijst, opslaan, stukken
from wegwijzer.bewerken.geschiedenis import Geschiedenis
from wegwijzer.bewerken.werkmap import Werkmap
from wegwijzer.helpdesk.deur import Bezoeker, Rol
from wegwijzer.huis import houder, kennismap
from wegwijzer.kennis.laad import bestanden, versie
from wegwijzer.kennis.meldingen import Melding

T = TypeVar("T")
INSTELLING = "WEGWIJZER_REDACTIE"
"""Where knowledge is edited: `hier` (also when empty), or the name or address of the machine where it is."""
ONTHOUDEN = 200
"""So many texts that a form was opened with are remembered, to see what changed since."""


class Werkplaats:
    """One for each server process."""

    def __init__(self) -> None:
        self.map = kennismap()
        self.werkmap = Werkmap(self.map)
        self.geschiedenis = Geschiedenis(self.map)
        self._draden = ThreadPoolExecutor(2, thread_name_prefix="redactie")
        self._teksten: OrderedDict[str, str] = OrderedDict()

    async def doe(self, roep: Callable[..., T], *gegeven: Any) -> T:
        """What `roep` returns, worked out off the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._draden, lambda: roep(*gegeven))

    def niet_bewerken(self) -> str:
        """Why nothing can be changed on this machine; empty where it can."""
        waar = os.environ.get(INSTELLING, "").strip()
        if waar and waar != "hier":
            return f"Deze machine toont de kennis alleen. Aanpassen doet u op: {waar[:200]}."
        if not os.access(self.map, os.W_OK):
            return "Deze machine mag de map met kennis niet veranderen. Vraag het aan de beheerder."
        return ""

    def mag(self, bezoeker: Bezoeker) -> bool:
        """Whether this visitor may change something here."""
        return bezoeker.rol >= Rol.REDACTEUR and not self.niet_bewerken()

    def onthoud(self, tekst: str) -> None:
        """Remember the text that a form was opened with."""
        self._teksten[stukken.versie_van(tekst)] = tekst
        self._teksten.move_to_end(stukken.versie_van(tekst))
        while len(self._teksten) > ONTHOUDEN:
            self._teksten.popitem(last=False)

    def eerdere(self, versie_: str) -> str | None:
        """The text that a form was opened with, as far as we or git still know it."""
        return self._teksten.get(versie_) or (self.geschiedenis.inhoud(versie_) if versie_ else None)

    def bestand_van(self, soort: stukken.Soort, id_: str, gelezen: Any) -> tuple[str, int | None] | None:
        """The file of a piece, and the place in it; found in the folder, never made from the id alone."""
        for gevonden, bestand, plek, _ in stukken.alle(soort, gelezen):
            if gevonden == id_:
                return bestand, plek
        kapot = [n for n in bestanden(self.map) if not soort.deel and n in _namen(soort, id_)]
        return (kapot[0], None) if kapot else None

    def oud(self, gelezen: Any, meldingen: list[Melding]) -> lijst.Feiten:
        """What is older than its term; nothing while the knowledge is not in order."""
        return {} if meldingen else lijst.verlopen(gelezen, klok.vandaag())

    def live(self) -> dict[str, Any]:
        """Whether the folder is what serves, which version that is, and what holds a change up."""
        huis = houder().haal()
        gelijk = versie(self.map) == huis.kennis.versie
        meldingen = [] if gelijk else self.werkmap.gelezen()[1]
        return {
            "live": gelijk, "uitgave": huis.nummer, "versie": huis.kennis.versie,
            "meldingen": [str(m) for m in meldingen[:5]],
        }  # fmt: skip

    def lees(self, bestand: str) -> str | None:
        """The text of a file as it is on disk."""
        return opslaan.lees(self.werkmap, bestand)


def _namen(soort: stukken.Soort, id_: str) -> tuple[str, str]:
    return f"{soort.map}/{id_}.yml", f"{soort.map}/{id_}.yaml"

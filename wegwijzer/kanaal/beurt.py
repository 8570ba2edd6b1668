"""One message through Rasa, noted before and after in the database, so that the same key never becomes two turns."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

from wegwijzer.kanaal.beurten import Beurten, Bezig
from wegwijzer.kanaal.fouten import Fout
from wegwijzer.kanaal.opslagdraad import Opslagdraad
from wegwijzer.opslag.sessies import Begin, Eind, Sessie, Sessies
from wegwijzer.storing import plek_van

logger = logging.getLogger(__name__)
KANAAL = "website"
WACHT = 3.0
"""How long a message waits for the one before it (seconds)."""
GEDULD = 4.5
"""How long a parent waits in all (seconds); then "bezig" with a number, and the client asks again with the same key."""
PAUZE = 0.1
"""Between two looks whether another worker has finished (seconds)."""


@dataclass(frozen=True)
class Uitkomst:
    """How a turn ended; `teksten` are its replies, which count where they are not stored."""

    eind: Eind
    teksten: tuple[str, ...] = ()


class Beurtloper:
    """Runs turns, one at a time for each conversation. `verwerk` gives a message to Rasa."""

    def __init__(self, opslag: Opslagdraad, verwerk: Callable[[UserMessage], Awaitable[Any]]) -> None:
        self._opslag = opslag
        self._verwerk = verwerk
        self._beurten: Beurten[Uitkomst] = Beurten()

    def loopt(self, sessie: Sessie) -> bool:
        """Whether a turn of this conversation runs in this process."""
        return self._beurten.loopt(sessie.gesprek)

    async def loop(self, sessies: Sessies, sessie: Sessie, sleutel: str, tekst: str, hoogstens: int | None) -> Uitkomst:
        """The turn of `sleutel`, once, however often it is asked for. Raises Fout."""

        async def beurt() -> Uitkomst:
            return await self._beurt(sessies, sessie, sleutel, tekst, hoogstens)

        try:
            return await self._beurten.neem(sessie.gesprek, sleutel, beurt, WACHT, GEDULD)
        except Bezig:
            raise Fout("bezig") from None

    async def _beurt(
        self, sessies: Sessies, sessie: Sessie, sleutel: str, tekst: str, hoogstens: int | None
    ) -> Uitkomst:
        begin = await self._mag(sessies, sessie, sleutel, hoogstens)
        if begin is Begin.GEDAAN:
            return Uitkomst(Eind.BEWAARD)
        if begin is not Begin.NIEUW:
            raise Fout({Begin.BEZET: "bezig", Begin.VOL: "vol", Begin.WEG: "geen_sessie"}[begin])
        uitvoer = CollectingOutputChannel()
        try:
            vraag = UserMessage(tekst, uitvoer, sessie.gesprek, input_channel=KANAAL, message_id=sleutel)
            await self._verwerk(vraag)
        except Exception as fout:
            logger.error("Een bericht van de website kon niet worden verwerkt: %s", plek_van(fout))
        eind = await self._opslag.doe(sessies.eind, sessie, sleutel)
        if eind is Eind.WEG:
            raise Fout("geen_sessie")
        if eind is Eind.MISLUKT:
            logger.error("Een beurt op de website is niet bewaard; de ouder krijgt excuses.")
            raise Fout("storing")
        return Uitkomst(eind, tuple(str(m["text"]) for m in uitvoer.messages if m.get("text")))

    async def _mag(self, sessies: Sessies, sessie: Sessie, sleutel: str, hoogstens: int | None) -> Begin:
        """Take the turn; another worker that has it is waited for."""
        einde = time.monotonic() + WACHT
        while True:
            begin = await self._opslag.doe(sessies.begin, sessie, sleutel, time.time(), hoogstens)
            if begin is not Begin.BEZET or time.monotonic() > einde:
                return begin
            await asyncio.sleep(PAUZE)

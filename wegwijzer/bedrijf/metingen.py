"""Measurements for Prometheus, in a register of our own. Labels come from fixed lists, not from parents."""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info, ProcessCollector

REGISTER = CollectorRegistry()
ProcessCollector(registry=REGISTER)

BERICHTEN = Counter("wegwijzer_berichten", "Berichten die aan Rasa zijn gegeven.", ["kanaal"], registry=REGISTER)
BEURTTIJD = Histogram(
    "wegwijzer_beurt_seconden",
    "Duur van een beurt in Rasa, met lezen en bewaren.",
    ["kanaal"],
    buckets=(0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.5, 2, 3, 5, 8, 15, 25),
    registry=REGISTER,
)
BEURTEN = Counter("wegwijzer_beurten", "Beurten naar soort antwoord.", ["soort"], registry=REGISTER)
GEVAAR = Counter("wegwijzer_gevaar_getoond", "Keer dat noodnummers zijn getoond.", ["waar"], registry=REGISTER)
GEWEIGERD = Counter("wegwijzer_geweigerd", "Verzoeken die een weigering kregen.", ["soort"], registry=REGISTER)
FOUTEN = Counter("wegwijzer_fouten", "Regels in het logboek vanaf ERROR.", ["plek"], registry=REGISTER)
DATABASE = Counter("wegwijzer_database_fouten", "Keer dat de database niet antwoordde.", registry=REGISTER)
LOPEND = Gauge("wegwijzer_beurten_lopend", "Beurten die nu in Rasa lopen.", registry=REGISTER)
BEZIG = Gauge("wegwijzer_verzoeken_bezig", "Verzoeken aan de website die nu lopen of wachten.", registry=REGISTER)
WACHTRIJ = Gauge("wegwijzer_database_wachtrij", "Vragen aan de database zonder antwoord.", registry=REGISTER)
SESSIES = Gauge("wegwijzer_sessies", "Gesprekken: alle, en het laatste uur.", ["welke"], registry=REGISTER)
OPGERUIMD = Gauge("wegwijzer_opgeruimd_seconden_geleden", "Tijd sinds er voor het laatst gewist is.", registry=REGISTER)
SCHIJF = Gauge("wegwijzer_schijf_vrij_bytes", "Vrije ruimte op de schijf van var/.", registry=REGISTER)
UIT = Gauge("wegwijzer_uit", "1 als de chat is uitgezet.", registry=REGISTER)
GEREED = Gauge("wegwijzer_gereed", "1 als dit onderdeel antwoordt.", ["deel"], registry=REGISTER)
KENNIS = Info("wegwijzer_kennis", "Versie van de kennis die antwoordt.", registry=REGISTER)
MODEL = Info("wegwijzer_model", "Het model dat is geladen.", registry=REGISTER)

SOORTEN = ("nood", "buiten_bereik", "onduidelijk", "pad", "gesprek")
"""The kinds of answer that are no topic (README, Contract: `topic`); all topics together are `onderwerp`."""
ONZE = ("wegwijzer.", "actions.")


def gemeten(verwerk: Callable[[Any], Awaitable[Any]], kanaal: str) -> Callable[[Any], Awaitable[Any]]:
    """`verwerk` (gives one message to Rasa), counted and timed under this channel's name."""

    async def doe(bericht: Any) -> Any:
        BERICHTEN.labels(kanaal).inc()
        begin = time.perf_counter()
        with LOPEND.track_inprogress():
            try:
                return await verwerk(bericht)
            finally:
                BEURTTIJD.labels(kanaal).observe(time.perf_counter() - begin)

    return doe


def tel_beurt(events: Any) -> None:
    """Count a turn by what the action set in the slot `verantwoording` (`events`: the action's own)."""
    for event in events or ():
        if isinstance(event, Mapping) and event.get("name") == "verantwoording":
            waarde = event.get("value")
            topic = waarde.get("topic") if isinstance(waarde, Mapping) else None
            soort = topic if topic in SOORTEN else "onderwerp" if topic else "onduidelijk"
            BEURTEN.labels(soort).inc()
            if soort == "nood":
                GEVAAR.labels("beurt").inc()


class Foutenteller(logging.Handler):
    """Counts log records from ERROR on by the module that wrote them; what is not ours is `rasa` or `anders`."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)

    def emit(self, record: logging.LogRecord) -> None:
        """Count one record; nothing of it is kept but the logger's name."""
        naam = record.name
        onze = naam.startswith(ONZE) and len(naam) <= 80
        FOUTEN.labels(naam if onze else "rasa" if naam.startswith("rasa") else "anders").inc()


def tel_fouten() -> None:
    """Let every error in the log of this process be counted, once."""
    wortel = logging.getLogger()
    if not any(isinstance(h, Foutenteller) for h in wortel.handlers):
        wortel.addHandler(Foutenteller())

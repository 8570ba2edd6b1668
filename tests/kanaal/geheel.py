"""All ways in at once on one real Sanic server, set as `wegwijzer start` sets it, with an agent that needs no model."""

from __future__ import annotations

import time
import uuid
from pathlib import Path

from kanaal.naspel import DOMEIN, Dienst, NagespeeldeAgent, Website
from rasa.core.channels.channel import register
from sanic import Sanic

from wegwijzer.helpdesk.instellingen import HelpdeskInstellingen
from wegwijzer.helpdesk.kanaal import HelpdeskKanaal
from wegwijzer.helpdesk.wachtwoord import maak_hash
from wegwijzer.kanaal.instellingen import Instellingen
from wegwijzer.kanaal.paginas import paginas
from wegwijzer.kanaal.rest import RestKanaal
from wegwijzer.kanaal.toezicht import toezicht
from wegwijzer.kanaal.website import WebsiteKanaal
from wegwijzer.opslag import aanmeldingen, accounts
from wegwijzer.opslag.gesprekken import GesprekkenOpslag
from wegwijzer.opslag.rollen import Rol
from wegwijzer.server import stel_in

KOEKJE = "wegwijzer-helpdesk"
RUIM = 1_000_000
ONBEGRENSD = Instellingen(
    berichten_per_minuut=RUIM, meldingen_per_uur=RUIM, links_per_uur=RUIM, berichten_per_gesprek=RUIM
)
"""Without limits on speed."""


class Geheel(Website):
    """`wegwijzer start` but for the model. `traag`: how long a request, and its answer, may take (seconds)."""

    def __init__(self, database: Path, instellingen: Instellingen = ONBEGRENSD, traag: int = 0) -> None:
        super().__init__(database, instellingen)
        self._traag = traag

    def start(self) -> Geheel:
        self.opslag = GesprekkenOpslag(domain=DOMEIN, db=str(self.database))
        self.agent = NagespeeldeAgent(self.opslag)
        self.agent.model_id = "nagespeeld"
        self.app = Sanic(f"geheel-{uuid.uuid4().hex}", configure_logging=False)
        stel_in(self.app)
        if self._traag:
            self.app.config.REQUEST_TIMEOUT = self.app.config.RESPONSE_TIMEOUT = self._traag
        self.app.ctx.agent = self.agent
        helpdesk = HelpdeskKanaal(HelpdeskInstellingen())
        register([RestKanaal(), WebsiteKanaal(self.instellingen), helpdesk], self.app, route="/webhooks/")
        self.app.blueprint(paginas())
        self.app.blueprint(toezicht())
        self._dienst = Dienst(self.app)
        self.poort = self._dienst.poort
        return self

    def paden(self) -> list[str]:
        """Every path that the server knows, with the names of its parts between `<` and `>`."""
        return sorted({f"/{route.path}" for route in self.app.router.routes_all.values()})

    def koekje(self, rol: Rol = Rol.BEHEERDER) -> str:
        """A Cookie header of somebody of the helpdesk who is logged in."""
        naam = f"proef {rol.naam}"
        gevonden = accounts.vind(self.opslag, naam)
        hash_ = maak_hash("kastanje fiets wolk lamp") if gevonden is None else ""
        nummer = gevonden.id if gevonden else accounts.maak(self.opslag, naam, rol, hash_, time.time())
        return f"{KOEKJE}={aanmeldingen.maak(self.opslag, nummer, time.time(), 36_000.0)}"

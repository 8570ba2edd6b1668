"""One worker of the website in a process of its own, with an agent that answers at once instead of a trained one.

`python werker.py POORT`; the database by WEGWIJZER_DB, the locks by WEGWIJZER_REDIS, how long a turn takes by TRAAG.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

# ruff: noqa: E402
from wegwijzer.nlu import later

sys.path.insert(0, str(Path(__file__).parents[1] / "kanaal"))
later.installeer()  # before Rasa, as the `wegwijzer` command does

from naspel import DOMEIN, NagespeeldeAgent  # type: ignore[import-not-found]
from rasa.core.channels.channel import UserMessage, register
from sanic import Sanic

from wegwijzer.bedrijf.metingen import tel_fouten
from wegwijzer.kanaal.instellingen import Instellingen
from wegwijzer.kanaal.paginas import paginas
from wegwijzer.kanaal.rest import RestKanaal
from wegwijzer.kanaal.toezicht import toezicht
from wegwijzer.kanaal.website import WebsiteKanaal
from wegwijzer.logboek import zet_stil
from wegwijzer.opslag.gesprekken import GesprekkenOpslag
from wegwijzer.opslag.sloten import sloten


class Agent(NagespeeldeAgent):
    """With Rasa's lock around each turn, as the real agent has."""

    def __init__(self, opslag: GesprekkenOpslag) -> None:
        super().__init__(opslag)
        self.model_id = "nagespeeld"
        self.traag = float(os.environ.get("TRAAG", "0.02"))
        self._sloten = sloten()

    async def handle_message(self, bericht: UserMessage) -> None:
        async with self._sloten.lock(bericht.sender_id):
            await super().handle_message(bericht)


def main(poort: int) -> None:
    """Serve on `poort` of this machine until stopped."""
    zet_stil()
    app = Sanic("werker", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = 100_000
    app.config.MOTD = False
    app.ctx.agent = Agent(GesprekkenOpslag(domain=DOMEIN))
    register([RestKanaal(), WebsiteKanaal(Instellingen.lees())], app, route="/webhooks/")
    app.blueprint(paginas())
    app.blueprint(toezicht())
    tel_fouten()
    Sanic.test_mode = False
    app.run(host="127.0.0.1", port=poort, workers=1, access_log=False)


if __name__ == "__main__":
    main(int(sys.argv[1]))

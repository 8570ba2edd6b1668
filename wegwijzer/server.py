"""`wegwijzer start`: one process with Rasa, the actions and the pages."""

from __future__ import annotations

import logging
import os
import socket
import sys
import threading
import time
from asyncio import AbstractEventLoop
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import rasa.core.agent
from rasa.core.channels.channel import register
from rasa.core.utils import AvailableEndpoints
from rasa.shared.exceptions import ConnectionException
from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse
from sqlalchemy.exc import SQLAlchemyError
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from wegwijzer import afval, model
from wegwijzer.bedrijf.metingen import tel_fouten
from wegwijzer.bedrijf.schakelaar import schakelaar
from wegwijzer.eigen_acties import EigenActies
from wegwijzer.helpdesk.kanaal import HelpdeskKanaal
from wegwijzer.huis import houder, projectmap, uitgavenmap
from wegwijzer.kanaal.instellingen import InstellingFout
from wegwijzer.kanaal.paginas import KOPPEN, paginas
from wegwijzer.kanaal.protocol import StrengProtocol
from wegwijzer.kanaal.rest import RestKanaal
from wegwijzer.kanaal.toezicht import toezicht
from wegwijzer.kanaal.vangnet import Vangnet
from wegwijzer.kanaal.website import WebsiteKanaal
from wegwijzer.kennis.meldingen import KennisFout
from wegwijzer.kennis.wachter import Wachter
from wegwijzer.opslag.bewaartermijn import dagelijks
from wegwijzer.opslag.sloten import RedisFout, sloten
from wegwijzer.opslag.verbinding import DatabaseFout, postgres
from wegwijzer.storing import plek_van
from wegwijzer.uitgaven import Uitgaven

logger = logging.getLogger(__name__)
MAX_INVOER = 100_000
"""A larger request is refused (bytes); see wegwijzer/kanaal/rest.py."""
ZONDER_TRAINEN = "WEGWIJZER_ZONDER_TRAINEN"
"""Any value: serve with the newest model there is. New topics need no training; see huis.py."""
OEFENZIN = "Mijn dochter van 8 zit sinds 3 weken thuis, en school in Zwolle zegt dat er geen hulp is. Wat nu?"
"""Said before the first parent comes, so that everything that loads at first use has been loaded."""


def start(adres: str, poort: int, meld: Callable[[str], None]) -> int:
    """Train if needed, then serve until stopped. Exit code 1 when nothing can be served."""
    begin = time.monotonic()
    try:
        deur = _deur(adres, poort)
    except (OSError, OverflowError) as fout:
        reden = getattr(fout, "strerror", None) or str(fout)
        meld(f"Poort {poort} op {adres} is niet te gebruiken ({reden}). Kies een andere: PORT=8001 make start")
        return 1
    with deur:
        return _dien(deur, f"http://{adres}:{poort}", begin, meld)


def _deur(adres: str, poort: int) -> socket.socket:
    """The port, taken before anything slow happens; nobody is let in until the assistant is ready."""
    deur = socket.socket(socket.AF_INET6 if ":" in adres else socket.AF_INET)
    try:
        deur.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        deur.bind((adres, poort))
    except BaseException:
        deur.close()
        raise
    return deur


def _dien(deur: socket.socket, adres: str, begin: float, meld: Callable[[str], None]) -> int:
    try:
        meld("De kennis wordt gelezen…")
        houder().haal()
        pad = model.laatste() if os.environ.get(ZONDER_TRAINEN) else model.train(meld)
    except KennisFout as fout:
        pad = None
        meld(f"De kennis is niet in orde:\n{fout}")
    except Exception as fout:
        pad = model.laatste()
        meld(f"Trainen lukte niet ({type(fout).__name__}: {fout}).")
    if pad is None:
        meld("Er is geen bruikbaar model; herstel de kennis en start opnieuw.")
        return 1
    try:
        app = maak_app(pad)
    except (InstellingFout, DatabaseFout, RedisFout) as fout:
        meld(str(fout))
        return 1
    gediend = threading.Event()
    meld(f"Het model wordt geladen ({pad.name})…")

    @app.after_server_start
    async def klaar(_: Sanic, __: AbstractEventLoop) -> None:
        gediend.set()
        if schakelaar().is_uit:
            meld("Let op: de chat staat uit. Aanzetten: wegwijzer aan.")
        meld(f"Wegwijzer staat klaar op {adres} (na {time.monotonic() - begin:.0f} s). Stoppen: Ctrl+C.")

    wachter = Wachter(houder(), meld)
    threading.Thread(target=wachter.draai, daemon=True, name="kenniswachter").start()
    gestopt = threading.Event()
    threading.Thread(target=dagelijks, args=(gestopt,), daemon=True, name="opruimer").start()
    try:
        app.run(sock=deur, workers=1, access_log=False, protocol=StrengProtocol)
    finally:
        gestopt.set()
        wachter.stop()
    return 0 if gediend.is_set() else 1


def maak_app(pad: Path) -> Sanic:
    """The Sanic app: the channels, pages and health, with the agent loaded before the first request.

    Raises InstellingFout where the environment holds a setting of the website channel that cannot be used.
    """
    # Sums for one message are too small to share out: threads that wait for each other burn a second core.
    threadpool_limits(1)
    kanalen = [RestKanaal(), WebsiteKanaal(), HelpdeskKanaal()]
    app = Sanic("wegwijzer", configure_logging=False)
    stel_in(app)
    register(kanalen, app, route="/webhooks/")
    app.blueprint(paginas())
    app.blueprint(toezicht())
    postgres()  # a setting that cannot be used is said now, not at the first parent
    gedeeld = sloten()
    tel_fouten()

    @app.before_server_start
    async def laad(app: Sanic, lus: AbstractEventLoop) -> None:
        endpoints = AvailableEndpoints.read_endpoints(str(projectmap() / "endpoints.yml"))
        endpoints.action, endpoints.lock_store = EigenActies(), gedeeld
        try:
            agent = await rasa.core.agent.load_agent(model_path=str(pad), endpoints=endpoints, loop=lus)
        except (ConnectionException, SQLAlchemyError) as fout:
            _stop(f"De database antwoordt niet ({plek_van(fout)}). Kijk naar WEGWIJZER_DB en start opnieuw.")
        if not agent.is_ready():
            _stop("Het model is niet te laden. Verwijder de map models en start opnieuw.")
        app.ctx.agent = agent
        try:
            await agent.parse_message(OEFENZIN)
        except Exception as fout:
            _stop(f"De assistent kan niets lezen ({plek_van(fout)}). Zet de vorige versie terug, of train opnieuw.")
        await lus.run_in_executor(None, _deel)
        afval.zet_vast()

    return app


def stel_in(app: Sanic) -> None:
    """What holds for every request: limits, errors without details, headers. Served by StrengProtocol."""
    app.config.REQUEST_MAX_SIZE = MAX_INVOER
    app.config.MOTD = False
    app.config.KEEP_ALIVE_TIMEOUT = 30
    app.error_handler = Vangnet()

    @app.on_response
    async def koppen(_: Request, antwoord: HTTPResponse) -> None:
        for naam, waarde in KOPPEN.items():
            antwoord.headers.setdefault(naam, waarde)


def _stop(melding: str) -> NoReturn:
    """End the process: Sanic would log the error with all its words and hang on."""
    sys.stderr.write(f"{melding}\n")
    sys.stderr.flush()
    os._exit(1)


def _deel() -> None:
    """Share versions of the knowledge with other workers; a disk that cannot be written leaves each on its own."""
    _ = houder().haal().bijnamen
    try:
        houder().deel(Uitgaven(uitgavenmap()))
    except OSError as fout:
        logger.warning("Versies van de kennis kunnen niet worden bewaard (%s); deze server volgt de map zelf.", fout)

"""The real server, as `wegwijzer start` runs it, on a free port with a database of its own; and a played one."""

from __future__ import annotations

import http.client
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from draaien import draaiend, vrije_poort
from geduld import heb_geduld
from naspel import Website

from wegwijzer.gesprekspartner import Gesprekspartner
from wegwijzer.kanaal.instellingen import Instellingen

SITE = "https://www.school.nl"
"""May embed the widget of `server`."""
OPSTARTTIJD = 600.0
"""Seconds; the model is there already."""


@dataclass(frozen=True)
class Antwoord:
    """What came back. `duur` in seconds."""

    status: int
    koppen: dict[str, str]
    inhoud: bytes
    duur: float = field(compare=False)

    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.inhoud)


@dataclass(frozen=True)
class Server:
    """Where it listens, and where it writes."""

    poort: int
    database: Path
    logboek: Path

    def vraag(self, methode: str, pad: str, inhoud: bytes | None = None, **koppen: str) -> Antwoord:
        """One request. A path is sent as it is; a body that the server no longer wants to read is no error."""
        begin = time.monotonic()
        lijn = http.client.HTTPConnection("127.0.0.1", self.poort, timeout=120)
        try:
            lijn.putrequest(methode, pad, skip_accept_encoding=True)
            for naam, waarde in koppen.items():
                lijn.putheader(naam.replace("_", "-"), waarde)
            if inhoud is not None:
                lijn.putheader("Content-Type", "application/json")
                lijn.putheader("Content-Length", str(len(inhoud)))
            lijn.endheaders()
            if inhoud is not None:
                try:
                    lijn.send(inhoud)
                except (BrokenPipeError, ConnectionResetError):
                    return Antwoord(413, {}, b"", time.monotonic() - begin)
            try:
                terug = lijn.getresponse()
                gelezen = terug.read()
            except ConnectionResetError:
                return Antwoord(413, {}, b"", time.monotonic() - begin)
            gekregen = {naam.lower(): waarde for naam, waarde in terug.getheaders()}
            return Antwoord(terug.status, gekregen, gelezen, time.monotonic() - begin)
        finally:
            lijn.close()

    def zeg(self, **inhoud: Any) -> Antwoord:
        """A message over the REST channel."""
        return self.vraag("POST", "/webhooks/rest/webhook", json.dumps(inhoud).encode())


@pytest.fixture(scope="session")
def server(partner: Gesprekspartner, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Started once; `partner` is named so that the model has been trained."""
    map_ = tmp_path_factory.mktemp("server")
    dienst = Server(vrije_poort(), map_ / "gesprekken.db", map_ / "logboek.txt")
    omgeving = {"WEGWIJZER_DB": str(dienst.database), "WEGWIJZER_SITES": SITE}
    with draaiend(dienst.poort, dienst.logboek, lambda: _klaar(dienst), OPSTARTTIJD, **omgeving):
        yield dienst


def _klaar(dienst: Server) -> bool:
    try:
        return dienst.vraag("GET", "/health").status == 200
    except OSError:
        return False


@pytest.fixture
def website(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Website]]:
    """Starts a website channel with an agent that needs no model; settings as keywords. Stopped at the end."""
    monkeypatch.delenv("WEGWIJZER_DB", raising=False)
    heb_geduld(monkeypatch)
    gestart: list[Website] = []

    def start(**instellingen: Any) -> Website:
        gestart.append(Website(tmp_path / "gesprekken.db", Instellingen(**instellingen)).start())
        return gestart[-1]

    yield start
    for site in gestart:
        site.stop()

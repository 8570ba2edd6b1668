"""The helpdesk on a real Sanic server with a database of its own, and a visitor who keeps cookies as a browser does."""

from __future__ import annotations

import html
import http.client
import json
import re
import time
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from kanaal.naspel import DOMEIN, Dienst, NagespeeldeAgent
from rasa.core.channels.channel import register
from sanic import Sanic

from wegwijzer.helpdesk.instellingen import HelpdeskInstellingen
from wegwijzer.helpdesk.kanaal import HelpdeskKanaal
from wegwijzer.helpdesk.wachtwoord import maak_hash
from wegwijzer.opslag import aanmeldingen, accounts
from wegwijzer.opslag.gesprekken import GesprekkenOpslag
from wegwijzer.opslag.rollen import Rol

WACHTWOORD = "kastanje fiets wolk lamp"
"""Of every account in these tests."""
_HASH: list[str] = []
_CSRF = re.compile(r'name="csrf" value="([^"]+)"')


@dataclass(frozen=True)
class Antwoord:
    """What came back; header names in small letters. `zet`: all Set-Cookie headers."""

    status: int
    koppen: dict[str, str]
    inhoud: bytes
    zet: list[str]

    @property
    def tekst(self) -> str:
        return self.inhoud.decode("utf-8")

    @property
    def waar(self) -> str:
        return self.koppen.get("location", "")

    def json(self) -> Any:
        return json.loads(self.inhoud)


@dataclass
class Browser:
    """One visitor. `koekjes`: name → value."""

    poort: int
    koekjes: dict[str, str] = field(default_factory=dict)
    koppen: dict[str, str] = field(default_factory=dict)

    def vraag(self, methode: str, pad: str, inhoud: bytes | None = None, **koppen: str) -> Antwoord:
        """One request; redirects are not followed. In a header's name `_` stands for `-`."""
        lijn = http.client.HTTPConnection("127.0.0.1", self.poort, timeout=120)
        alle = {naam.replace("_", "-"): waarde for naam, waarde in {**self.koppen, **koppen}.items()}
        if self.koekjes and "Cookie" not in alle:
            alle["Cookie"] = "; ".join(f"{n}={w}" for n, w in self.koekjes.items())
        try:
            try:
                lijn.request(methode, pad, body=inhoud, headers=alle)
            except (BrokenPipeError, ConnectionResetError):
                return Antwoord(413, {}, b"", [])
            try:
                terug = lijn.getresponse()
                gelezen = terug.read()
            except ConnectionResetError:
                return Antwoord(413, {}, b"", [])
        finally:
            lijn.close()
        zet = [waarde for naam, waarde in terug.getheaders() if naam.lower() == "set-cookie"]
        for koekje in zet:
            naam, _, waarde = koekje.split(";")[0].partition("=")
            if "Max-Age=0" in koekje:
                self.koekjes.pop(naam, None)
            else:
                self.koekjes[naam] = waarde
        return Antwoord(terug.status, {n.lower(): w for n, w in terug.getheaders()}, gelezen, zet)

    def get(self, pad: str, **koppen: str) -> Antwoord:
        return self.vraag("GET", pad, **koppen)

    def post(self, pad: str, velden: dict[str, str] | None = None, **koppen: str) -> Antwoord:
        """A form as a page of ours sends it; the CSRF token is added unless `velden` names one."""
        velden = dict(velden or {})
        velden.setdefault("csrf", self.csrf())
        eigen = {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://127.0.0.1:{self.poort}"}
        return self.vraag("POST", pad, urlencode(velden).encode(), **{**eigen, **koppen})

    def post_json(self, pad: str, inhoud: Any, **koppen: str) -> Antwoord:
        """As a script of ours sends it."""
        eigen = {
            "Content-Type": "application/json",
            "X-CSRF-Token": self.csrf(),
            "Origin": f"http://127.0.0.1:{self.poort}",
        }
        return self.vraag("POST", pad, json.dumps(inhoud).encode(), **{**eigen, **koppen})

    def csrf(self, pad: str = "/helpdesk/account") -> str:
        """The token that a page holds."""
        gevonden = _CSRF.search(self.get(pad).tekst)
        return html.unescape(gevonden[1]) if gevonden else ""

    def log_in(self, naam: str, wachtwoord: str = WACHTWOORD, **velden: str) -> Antwoord:
        """By the form, as a person does."""
        csrf = self.csrf("/helpdesk/inloggen")
        return self.post("/helpdesk/inloggen", {"naam": naam, "wachtwoord": wachtwoord, "csrf": csrf, **velden})


@dataclass
class Bureau:
    """A running server."""

    database: Path
    instellingen: HelpdeskInstellingen = field(default_factory=HelpdeskInstellingen)

    def start(self) -> Bureau:
        self.opslag = GesprekkenOpslag(domain=DOMEIN, db=str(self.database))
        self.agent = NagespeeldeAgent(self.opslag)
        self.app = Sanic(f"helpdesk-{uuid.uuid4().hex}", configure_logging=False)
        self.app.ctx.agent = self.agent
        self.app.config.REQUEST_MAX_SIZE = 100_000
        self.app.config.RESPONSE_TIMEOUT = 600
        self.app.config.FALLBACK_ERROR_FORMAT = "text"
        register([HelpdeskKanaal(self.instellingen)], self.app, route="/webhooks/")
        self.dienst = Dienst(self.app)
        return self

    @property
    def poort(self) -> int:
        return self.dienst.poort

    def stop(self) -> None:
        self.dienst.stop()

    def account(self, naam: str, rol: Rol = Rol.HELPDESK) -> int:
        """An account with the password of these tests; its number."""
        if not _HASH:
            _HASH.append(maak_hash(WACHTWOORD))
        gevonden = accounts.vind(self.opslag, naam)
        return gevonden.id if gevonden else accounts.maak(self.opslag, naam, rol, _HASH[0], time.time())

    def browser(self) -> Browser:
        """Somebody who is not logged in."""
        return Browser(self.poort)

    def bezoek(self, rol: Rol = Rol.HELPDESK, naam: str = "") -> Browser:
        """Somebody of this role who is logged in, without the wait for a password."""
        nummer = self.account(naam or f"test {rol.naam}", rol)
        token = aanmeldingen.maak(self.opslag, nummer, time.time(), 36_000.0)
        return Browser(self.poort, {"wegwijzer-helpdesk": token})

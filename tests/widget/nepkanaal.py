"""The website channel in small, in this process, with states that are hard to reach with the real server."""

from __future__ import annotations

import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from nepberichten import ICS, PLAN, antwoord, knop

WEB = Path(__file__).parents[2] / "wegwijzer" / "kanaal" / "web"
SOORTEN = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
}
PADEN = {"/": "demo.html", "/chat": "chat.html", "/widget/v1/wegwijzer.js": "wegwijzer.js"}
STRENG = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "require-trusted-types-for 'script'; trusted-types lit-html"
)
WEG = "Met deze link gaat u later verder. Wie de link heeft, kan uw gesprek lezen."
GROET = {
    "text": "Dag. Ik denk graag met u mee. Wat is er aan de hand?",
    "buttons": [knop("Mijn kind zit thuis"), knop("Het gaat niet goed op school")],
}


@dataclass
class Kanaal:
    """What the server knows, and how it is told to behave. `fouten` are used up, one a request; an answer to a message
    is there when `mag` is set; `momenten`: when each message came (seconds)."""

    adres: str = ""
    mag: threading.Event = field(default_factory=threading.Event)
    weg: bool = False
    fouten: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    verlies: int = 0
    gesprekken: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    beurten: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    verzoeken: list[str] = field(default_factory=list)
    gewist: list[str] = field(default_factory=list)
    wegen: dict[str, str] = field(default_factory=dict)
    meldingen: list[dict[str, Any]] = field(default_factory=list)
    momenten: list[float] = field(default_factory=list)
    csp: str = STRENG
    slot: threading.Lock = field(default_factory=threading.Lock)

    def teksten(self) -> list[str]:
        """What parents said, in all conversations, in order."""
        return [b["text"] for g in self.gesprekken.values() for b in g if b["from"] == "user"]

    def begin(self) -> str:
        """A new conversation; its token."""
        token = secrets.token_urlsafe(32)
        self.gesprekken[token] = []
        return token

    def maak_weg(self, token: str, nieuw: bool) -> str:
        """The return link of a conversation: the one there is, or a new one in its place."""
        geheim = next((g for g, t in self.wegen.items() if t == token), None)
        if geheim is None or nieuw:
            self.wegen = {g: t for g, t in self.wegen.items() if t != token}
            geheim = secrets.token_urlsafe(16)
            self.wegen[geheim] = token
        return f"{self.adres}/chat#{geheim}"

    def zeg(self, token: str, inhoud: dict[str, Any]) -> dict[str, Any]:
        """One turn; the same key twice is one turn."""
        gesprek = self.gesprekken[token]
        with self.slot:
            if inhoud["key"] not in self.beurten:
                vraag = {"from": "user", "text": inhoud["text"], "key": inhoud["key"]}
                nieuw = [vraag, *({"from": "assistant", **a} for a in antwoord(inhoud["text"], inhoud.get("choice")))]
                for bericht in nieuw:
                    gesprek.append({"buttons": [], "custom": {}, **bericht, "id": len(gesprek) + 1, "at": nu()})
                self.beurten[inhoud["key"]] = nieuw
        return {"messages": [b for b in gesprek if b["id"] > inhoud["after"]], "last": len(gesprek), "busy": False}


def nu() -> str:
    """The time as the channel writes it."""
    return datetime.now().astimezone().isoformat()


class Deur(BaseHTTPRequestHandler):
    """One request."""

    kanaal: Kanaal
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""

    def do_OPTIONS(self) -> None:
        self._stuur(204, b"", "text/plain")

    def do_GET(self) -> None:
        pad = self.path.split("?")[0]
        naam = PADEN.get(pad, pad.removeprefix("/web/"))
        bestand = WEB / naam
        if pad in ("/history", "/plan", "/plan.ics"):
            self._api(pad)
        elif "/" not in naam and bestand.suffix in SOORTEN and bestand.is_file():
            self._stuur(200, bestand.read_bytes(), SOORTEN[bestand.suffix])
        else:
            self._stuur(404, b"", "text/plain")

    def do_POST(self) -> None:
        self._api(self.path)

    def do_DELETE(self) -> None:
        self._api(self.path)

    def _api(self, pad: str) -> None:
        kanaal = self.kanaal
        inhoud = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"{}")
        kanaal.verzoeken.append(f"{self.command} {pad}")
        if kanaal.weg:
            self.close_connection = True
            return
        if pad == "/message":
            kanaal.momenten.append(time.monotonic())
            kanaal.mag.wait(120)
        if kanaal.fouten and pad == "/message":
            status, fout = kanaal.fouten.pop(0)
            return self._json(fout, status)
        if pad == "/session" and self.command == "POST":
            return self._json({"token": kanaal.begin(), "greeting": GROET}, 201)
        token = (self.headers.get("Authorization") or "").removeprefix("Bearer ")
        if pad == "/return":
            return self._keer_terug(inhoud.get("secret"), token)
        if token not in kanaal.gesprekken:
            return self._json({"error": "no_session", "text": "Dit gesprek is er niet meer."}, 401)
        if pad == "/session":
            kanaal.gesprekken.pop(token)
            kanaal.gewist.append(token)
            return self._stuur(204, b"", "text/plain")
        if pad == "/message":
            uit = kanaal.zeg(token, inhoud)
            if kanaal.verlies:
                kanaal.verlies -= 1
                self.close_connection = True
                return None
            return self._json(uit)
        if pad == "/link":
            return self._json({"link": kanaal.maak_weg(token, inhoud.get("new", False)), "text": WEG})
        if pad == "/report":
            kanaal.meldingen.append(inhoud)
            return self._json({}, 202)
        if pad == "/history":
            gesprek = kanaal.gesprekken[token]
            return self._json({"messages": gesprek, "last": len(gesprek), "busy": False, "greeting": GROET})
        if pad == "/plan":
            return self._stuur(200, PLAN.encode(), SOORTEN[".html"])
        return self._stuur(200, ICS.encode(), "text/calendar; charset=utf-8")

    def _keer_terug(self, geheim: str, token: str) -> None:
        """A second token for the same conversation; a list is shared, as the server shares its database."""
        gevonden = self.kanaal.wegen.get(geheim)
        if gevonden not in self.kanaal.gesprekken:
            return self._json(
                {"error": "no_return", "text": "Deze link werkt niet meer. U kunt opnieuw beginnen."}, 404
            )
        gesprek = self.kanaal.gesprekken[gevonden]
        if self.kanaal.gesprekken.get(token) is not gesprek:
            token = secrets.token_urlsafe(32)
            self.kanaal.gesprekken[token] = gesprek
        return self._json({"token": token})

    def _json(self, inhoud: Any, status: int = 200) -> None:
        self._stuur(status, json.dumps(inhoud).encode(), "application/json")

    def _stuur(self, status: int, inhoud: bytes, soort: str) -> None:
        self.send_response(status)
        koppen = {
            "Content-Type": soort,
            "Content-Length": str(len(inhoud)),
            "Content-Security-Policy": self.kanaal.csp,
            "Access-Control-Allow-Origin": "*",
            "Access-Control-Allow-Methods": "GET, POST, DELETE",
            "Access-Control-Allow-Headers": "Authorization, Content-Type",
        }
        for kop, waarde in koppen.items():
            self.send_header(kop, waarde)
        with suppress(BrokenPipeError, ConnectionResetError):
            self.end_headers()
            self.wfile.write(inhoud)


@contextmanager
def dien(maak: type[BaseHTTPRequestHandler], poort: int = 0) -> Iterator[str]:
    """Serve on a free port; gives the address without a slash at the end."""
    dienst = ThreadingHTTPServer(("127.0.0.1", poort), maak)
    draad = threading.Thread(target=dienst.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    draad.start()
    try:
        yield f"http://127.0.0.1:{dienst.server_address[1]}"
    finally:
        dienst.shutdown()
        dienst.server_close()


@contextmanager
def nepkanaal(poort: int = 0) -> Iterator[Kanaal]:
    """The channel, serving."""
    kanaal = Kanaal()
    kanaal.mag.set()
    with dien(type("DezeDeur", (Deur,), {"kanaal": kanaal}), poort) as adres:
        kanaal.adres = adres
        yield kanaal
        kanaal.mag.set()


@contextmanager
def gastheer(pagina: str, koppen: dict[str, str] | None = None, poort: int = 0) -> Iterator[str]:
    """Another site, on an origin of its own, that shows `pagina`."""

    class Gast(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            """Nothing."""

        def do_GET(self) -> None:
            inhoud = pagina.encode()
            self.send_response(200 if self.path == "/" else 404)
            for kop, waarde in {"Content-Type": SOORTEN[".html"], **(koppen or {})}.items():
                self.send_header(kop, waarde)
            self.end_headers()
            self.wfile.write(inhoud)

    with dien(Gast, poort) as adres:
        yield adres


if __name__ == "__main__":
    with nepkanaal(8123) as zichtbaar:
        print(zichtbaar.adres)
        threading.Event().wait()

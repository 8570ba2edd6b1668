"""nginx with the rules of deploy/, in front of a server that tells what reached it."""

from __future__ import annotations

import contextlib
import json
import re
import socket
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from draaien import vrije_poort
from stapel import NGINX, Stapel, programma, stop, wacht_op


class Echo(BaseHTTPRequestHandler):
    """Answers with the request's own path and headers; `/session` says 503 as a worker that is switched off does."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        inhoud = json.dumps({"pad": self.path, "koppen": {n.lower(): w for n, w in self.headers.items()}}).encode()
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.send_response(503 if self.path == "/session" else 200)
        self.send_header("Content-Length", str(len(inhoud)))
        self.end_headers()
        self.wfile.write(inhoud)

    do_POST = do_DELETE = do_GET

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def proxy(plek: Path) -> Iterator[Stapel]:
    """The proxy alone; the first upstream echoes, nobody listens on the second."""
    stapel = Stapel(plek, programma("nginx"), {}, [])
    stapel.traag = "3s"
    echo = ThreadingHTTPServer(("127.0.0.1", stapel.poorten[0]), Echo)
    threading.Thread(target=echo.serve_forever, daemon=True).start()
    stapel.start_proxy()
    wacht_op(lambda: stapel.vraag("GET", "/chat")[0] == 200, 120, plek / "nginx.log")
    yield stapel
    echo.shutdown()
    stop(stapel.proxy)


def test_het_adres_schrijft_de_proxy_zelf(proxy: Stapel) -> None:
    vals = {"X_Forwarded_For": "8.8.8.8", "X_Real_IP": "8.8.8.8", "Forwarded": "for=8.8.8.8", "X_Forwarded_Proto": "x"}
    _, gezien, _ = proxy.vraag("GET", "/chat", **vals)
    koppen = gezien["koppen"]
    assert koppen["x-forwarded-for"] == "127.0.0.1" and koppen["x-forwarded-proto"] == "http"
    assert "x-real-ip" not in koppen and "forwarded" not in koppen


@pytest.mark.parametrize(
    "pad",
    [
        "/webhooks/rest/webhook", "/metrics", "/ready", "/health", "/model", "/status", "/conversations/x/tracker",
        "/web/../metrics", "/web/%2e%2e/metrics", "/widget/v1/%2e%2e/%2e%2e/metrics", "/chat/../metrics", "//metrics",
        "/session/x", "/Session", "/web/a/b", "/weg.html", "/.env", "/helpdesk", "/helpdesk/accounts",
    ],
)  # fmt: skip
def test_wat_niet_genoemd_is_bestaat_niet(pad: str, proxy: Stapel) -> None:
    status, gezien, _ = proxy.vraag("GET", pad)
    assert status in (400, 403, 404), pad
    assert "koppen" not in (gezien if isinstance(gezien, dict) else {}), "het kwam bij een werker"


@pytest.mark.parametrize(
    "pad",
    ["/", "/chat?inline=1", "/privacy", "/history?after=0", "/plan.ics", "/web/chat.css", "/widget/v1/wegwijzer.js"],
)
def test_wat_ouders_nodig_hebben_komt_aan(pad: str, proxy: Stapel) -> None:
    status, gezien, _ = proxy.vraag("GET", pad)
    assert (status, gezien["pad"]) == (200, pad)


def test_wat_een_werker_zelf_zegt_blijft_staan(proxy: Stapel) -> None:
    status, gezien, _ = proxy.vraag("POST", "/session", {})
    assert status == 503 and gezien["pad"] == "/session"


def test_te_groot(proxy: Stapel) -> None:
    assert proxy.vraag("POST", "/message", b"x" * 99_000)[0] == 200
    assert proxy.vraag("POST", "/message", b"x" * 103_000)[0] in (0, 413)
    assert proxy.vraag("GET", "/chat", X_Lang="x" * 40_000)[0] in (0, 400)


def test_een_trage_klant_wordt_afgesneden(proxy: Stapel) -> None:
    """Half a header, half a body: each is shut out, and others are served meanwhile."""
    lijnen = []
    for half in (
        b"GET /chat HTTP/1.1\r\nHost: x\r\nX-A: ",
        b"POST /message HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\nab",
    ):
        # By itself nginx waits a minute.
        lijnen.append(socket.create_connection(("127.0.0.1", proxy.poort), timeout=45))
        lijnen[-1].sendall(half)
    assert proxy.vraag("GET", "/chat")[0] == 200
    for lijn in lijnen:
        with contextlib.suppress(ConnectionResetError):
            while lijn.recv(1000):
                pass
        lijn.close()


def test_zonder_werker_de_wegpagina(plek: Path) -> None:
    map_ = plek / "alleen"
    map_.mkdir()
    stapel = Stapel(map_, programma("nginx"), {}, [])
    stapel.start_proxy()
    try:
        wacht_op(lambda: stapel.vraag("GET", "/chat")[0] == 503, 120, map_ / "nginx.log")
        status, inhoud, koppen = stapel.vraag("POST", "/message", {})
        assert status == 503 and "Wegwijzer is weg" in inhoud
        assert koppen["retry-after"] == "60" and koppen["cache-control"] == "no-store"
    finally:
        stop(stapel.proxy)


def test_het_log_zwijgt_over_bezoekers(proxy: Stapel) -> None:
    proxy.vraag("GET", "/history?after=geheim", Authorization="Bearer geheim", User_Agent="geheim", Referer="geheim")
    wacht_op(lambda: "/history" in (proxy.map / "toegang.log").read_text(), 60)
    assert "geheim" not in (proxy.map / "toegang.log").read_text()


def test_de_hele_configuratie_is_geldig(plek: Path) -> None:
    """deploy/nginx/ as it is, but for folders and ports: nginx itself reads it."""
    map_ = plek / "heel"
    map_.mkdir()
    for pad in NGINX.iterdir():
        tekst = (
            pad.read_text(encoding="utf-8")
            .replace("/etc/nginx/wegwijzer", str(map_))
            .replace("/var/log/nginx", str(map_))
            .replace("/etc/wegwijzer", str(map_))
        )
        for oud in ("80", "443"):
            tekst = re.sub(rf"listen {oud}\b", f"listen 127.0.0.1:{vrije_poort()}", tekst)
        (map_ / pad.name).write_text(tekst, encoding="utf-8")
    sleutel = ["-keyout", str(map_ / "tls.key"), "-out", str(map_ / "tls.crt"), "-subj", "/CN=wegwijzer.example.nl"]
    opdracht = [programma("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", *sleutel]
    subprocess.run(opdracht, check=True, capture_output=True, timeout=300)
    (map_ / "tls").mkdir()
    for naam in ("tls.key", "tls.crt"):
        (map_ / naam).rename(map_ / "tls" / naam)
    (map_ / "nginx.conf").write_text(
        f"pid {map_}/nginx.pid; error_log {map_}/fout.log;\nevents {{}}\nhttp {{ include {map_}/wegwijzer.conf; }}\n"
    )
    opdracht = [programma("nginx"), "-t", "-p", str(map_), "-c", str(map_ / "nginx.conf")]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, timeout=300, check=False)
    assert klaar.returncode == 0 and "warn" not in klaar.stderr, klaar.stderr

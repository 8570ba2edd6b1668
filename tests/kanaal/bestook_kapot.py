"""Requests that are not HTTP, stop half-way, or lie about where they end."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence


def verzoek(methode: str, pad: str, koppen: Sequence[str], inhoud: bytes | None) -> bytes:
    """Whole, with the right length and one answer asked for."""
    vast = [*([] if any(k.startswith("Host:") for k in koppen) else ["Host: 127.0.0.1"]), "Connection: close"]
    if inhoud is not None:
        vast.append(f"Content-Length: {len(inhoud)}")
    kop = "\r\n".join([f"{methode} {pad} HTTP/1.1", *vast, *koppen])
    return kop.encode("utf-8", "surrogateescape") + b"\r\n\r\n" + (inhoud or b"")


def _lengte(waarde: str, inhoud: str = "{}") -> Callable[[random.Random], tuple[bool, bytes]]:
    kop = "POST /message HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json"
    ruw = f"{kop}\r\n{waarde}\r\n\r\n{inhoud}".encode("utf-8", "surrogateescape")
    return lambda _: (True, ruw)


def _los(heel: bool, ruw: bytes) -> Callable[[random.Random], tuple[bool, bytes]]:
    return lambda _: (heel, ruw)


def _half(r: random.Random) -> tuple[bool, bytes]:
    ruw = verzoek("POST", "/message", ["Content-Type: application/json"], b'{"key": "abcdefgh", "text": "hallo"}')
    return False, ruw[: r.randrange(1, len(ruw))]


KAPOT: tuple[Callable[[random.Random], tuple[bool, bytes]], ...] = (
    _half,
    _half,
    lambda r: (False, r.randbytes(r.choice((1, 30, 500)))),
    lambda r: (True, r.randbytes(40).replace(b"\r", b"x") + b"\r\n\r\n"),
    _lengte("Content-Length: abc"),
    _lengte("Content-Length: -1"),
    _lengte("Content-Length: 2\r\nContent-Length: 3", "{}x"),
    _lengte("Content-Length: +2"),
    _lengte("Content-Length: 0x2"),
    _lengte("Content-Length: "),
    _lengte("Content-Length: 2, 2"),
    _lengte("Content-Length: ٢"),
    _lengte("Content-Length: " + "9" * 5000),
    _lengte("Content-Length: 1_0", "{}{}{}{}{}"),
    _lengte("Transfer-Encoding: gzip"),
    _lengte("Transfer-Encoding: chunked", "zz\r\n{}\r\n0\r\n\r\n"),
    _lengte("Transfer-Encoding: chunked", "2\r\n{}\r\n0\r\n\r\n"),
    _lengte("Transfer-Encoding: chunked", "-2\r\n{}\r\n0\r\n\r\n"),
    _lengte("Transfer-Encoding: chunked", "2;a=b\r\n{}\r\n0\r\n\r\n"),
    lambda r: (False, _lengte("Transfer-Encoding: chunked", "F" * 300 + "\r\n")(r)[1]),
    _lengte("Transfer-Encoding: xchunked\r\nContent-Length: 2"),
    _lengte("Transfer-Encoding: chunked\r\nContent-Length: 2", "0\r\n\r\n"),
    _lengte("Expect: 200-ok\r\nContent-Length: 2"),
    _lengte("Expect: 100-continue\r\nContent-Length: 2"),
    _lengte("zonder dubbele punt"),
    _lengte(" vouw: x"),
    _lengte("a: " + "b" * 20_000),
    _lengte("\r\n".join(f"a{n}: b" for n in range(900))),
    _lengte("X: \udcff\udc80"),
    _lengte(": leeg"),
    _lengte("Naam : x"),
    _lengte("Content-Length: 2\r\nContent-Encoding: gzip"),
    _los(True, b"GET / HTTP/9.9\r\n\r\n"),
    _los(True, b"GET /\r\n\r\n"),
    _los(True, b"\r\n\r\n"),
    _los(False, b"\r\n"),
    _los(True, b"GET  /  HTTP/1.1\r\n\r\n"),
    _los(True, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    _los(True, b"GET /\xff\xfe HTTP/1.1\r\n\r\n"),
    _los(True, b"GET /history?after=\xe9 HTTP/1.1\r\nConnection: close\r\n\r\n"),
    _los(False, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"),
    _los(True, b"\xff\xfe / HTTP/1.1\r\nConnection: close\r\n\r\n"),
    _los(True, b"GET http://[ HTTP/1.1\r\n\r\n"),
    _los(True, b"CONNECT elders.example:443 HTTP/1.1\r\n\r\n"),
    _los(True, b"GET /chat HTTP/1.0\r\n\r\n"),
    _los(True, b"GET /chat HTTP/1.1\r\nConnection: close\r\n\r\n"),
    _los(True, b"GET /chat HTTP/1.1\nHost: x\n\n\r\n\r\n"),
    _los(True, b"GET /chat HTTP/1.1\r\nUpgrade: websocket\r\nConnection: close\r\n\r\n"),
    _los(True, b"GET " + b"/a" * 9000 + b" HTTP/1.1\r\n\r\n"),
    _los(True, b"HEAD /message HTTP/1.1\r\nConnection: close\r\n\r\n"),
)

"""What random requests are made of: texts, JSON, bodies and header values, by a random generator."""

from __future__ import annotations

import json
import random
import uuid
from urllib.parse import quote

PADEN = ("/session", "/message", "/history?after=0", "/link", "/return", "/report", "/plan", "/plan.ics")
PAGINAS = (
    "/",
    "/chat",
    "/chat?inline=1",
    "/privacy",
    "/health",
    "/ready",
    "/widget/v1/wegwijzer.js",
    "/widget/v1/toegang",
    "/web/chat.css",
    "/webhooks/rest/webhook",
    "/webhooks/rest/webhook?stream=true",
    "/webhooks/rest/",
    "/openapi.json",
)
METHODEN = (
    "GET",
    "HEAD",
    "POST",
    "PUT",
    "PATCH",
    "DELETE",
    "OPTIONS",
    "TRACE",
    "CONNECT",
    "get",
    "PROPFIND",
    "X" * 300,
)
WOORDEN = ("mijn zoon van 9 zit thuis", "hallo", "Zwolle", "wis dit gesprek", "ja", "nee, 3 weken", "het plan", "dood")
TEKENS = "\x00\x01\x1b\r\n\t \u200b\u202e\ufeff\ufffe\u0301😀🏳️‍🌈İßſ{}[]\"'\\<>&;%/$`|-_.:éλю中ﷺ\U000e0041"
KWAAD = (
    "' OR 1=1 --",
    "'; DROP TABLE events; --",
    "<script>alert(1)</script>",
    "{{7*7}}",
    "${jndi:ldap://x}",
    "../../etc/passwd",
    "%s%n%x",
    "/restart",
    '/informeer{"plaats": "Assen"}',
    "\r\nSet-Cookie: a=b",
    "&a [*a, *a]",
    "!!python/object:os.system x",
)


def een_tekst(r: random.Random) -> str:
    """What somebody may type, or paste, or try."""
    lengte = r.choice((0, 1, 3, 20, 200, 3000, 4000, 4001, 30_000) if r.random() < 0.3 else (1, 3, 20, 80))
    soort = r.random()
    if soort < 0.3:
        return " ".join(r.choice(WOORDEN) for _ in range(1 + lengte // 20))
    if soort < 0.5:
        return r.choice(KWAAD)
    if soort < 0.7:
        return "".join(r.choice(TEKENS) for _ in range(lengte))
    if soort < 0.9:
        return "".join(
            chr(r.choice((r.randrange(32, 127), r.randrange(0xD800), r.randrange(0xE000, 0x110000))))
            for _ in range(lengte)
        )
    return r.choice(TEKENS + "a ") * lengte


def een_waarde(r: random.Random, diep: int = 3) -> object:
    """Anything that JSON, or what is nearly JSON, can hold."""
    keuze = r.randrange(9 if diep else 6)
    if keuze == 6:
        return [een_waarde(r, diep - 1) for _ in range(r.randrange(5))]
    if keuze > 6:
        namen = ("key", "text", "choice", "after", "id", "secret", "new", "sender", "message", "x" * 99, "")
        return {r.choice(namen): een_waarde(r, diep - 1) for _ in range(r.randrange(6))}
    getal = r.choice((0, 1, -1, 1000, 2**53, 2**63, 10**400, 1.5, 1e308, float("nan"), float("inf"), True, None))
    return (getal, een_tekst(r), str(uuid.UUID(int=r.getrandbits(128))), "\ud800", None, "A" * 22)[keuze]


def een_inhoud(r: random.Random) -> bytes:
    """A body."""
    keuze = r.randrange(12)
    if keuze < 6:
        codering = r.choice(("utf-8", "utf-8", "utf-8", "utf-16", "latin-1"))
        return json.dumps(een_waarde(r), ensure_ascii=codering == "latin-1").encode(codering, "replace")
    if keuze == 6:
        return r.choice((b"[", b'{"a":', b'{"text":[')) * r.choice((10, 3000, 20_000))
    if keuze == 7:
        return r.randbytes(r.choice((0, 1, 50, 5000, 110_000)))
    if keuze == 8:
        return (
            b'{"key": "12345678", "key": "abcdefgh", "text": '
            + r.choice((b"NaN", b"-Infinity", b"1e999", b'"\\ud800"'))
            + b"}"
        )
    if keuze == 9:
        return b"\xef\xbb\xbf" + json.dumps({"key": "abcdefgh", "text": een_tekst(r)}).encode()
    if keuze == 10:
        return f"naam={quote(een_tekst(r)[:200], errors='replace')}&wachtwoord=x&csrf={r.random()}".encode()
    return (
        b'--x\r\nContent-Disposition: form-data; name="bestand"; filename="../a.csv"\r\n\r\n'
        + r.randbytes(40)
        + b"\r\n--x--"
    )


def een_soort(r: random.Random) -> str:
    """A content type."""
    gewoon = "application/json"
    ook = (
        "application/json; charset=utf-16",
        "APPLICATION/JSON",
        "text/plain",
        "application/x-www-form-urlencoded",
        "",
        ";",
        "multipart/form-data; boundary=x",
        "multipart/form-data",
        "application/json;;;=",
        "é/ü",
        "a" * 2000,
    )
    return gewoon if r.random() < 0.6 else r.choice(ook)


def een_kopwaarde(r: random.Random) -> str:
    """The value of a header: no line ends, so that the request stays whole."""
    vast = (
        "null",
        "*",
        "https://",
        "https://xn--",
        "http://[::1",
        "https://\u0130.nl",
        "http://a:99999",
        "http://a b",
        "ftp://x",
        "https://" + "a" * 70,
        "127.0.0.1",
        "999.1.1.1",
        "::1%eth0",
        "[::",
        ",,,",
        "websocket",
        "gzip;q=0",
        "gzip;q=x",
        "bytes=0-",
        '"',
        'W/"x", *',
        "a=b; c",
        "=;=;",
        "wegwijzer-helpdesk=x",
        "cross-site",
        "1" * 6000,
        "https://www.school.nl",
        "POST",
        "é",
        "\x00",
        "\udcff\udcfe",
        "a" * 300 + "=1;",
    )
    return r.choice(vast) if r.random() < 0.8 else "".join(een_tekst(r)[:80].splitlines())


def past_bij(pad: str, r: random.Random) -> str:
    """A method that the path may well have."""
    if pad.startswith("/session"):
        return r.choice(("POST", "POST", "DELETE", "OPTIONS"))
    return (
        r.choice(("POST", "GET"))
        if pad.startswith(("/helpdesk", "/webhooks"))
        else "POST"
        if pad in PADEN[1:6:2] + PADEN[4:5]
        else "GET"
    )

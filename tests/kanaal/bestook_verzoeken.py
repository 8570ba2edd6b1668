"""Requests as no polite client makes them, as bytes for a socket; the same number always gives the same request."""

from __future__ import annotations

import json
import random
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

PADEN = ("/session", "/message", "/history?after=0", "/link", "/return", "/report", "/plan", "/plan.ics")
PAGINAS = (
    "/", "/chat", "/chat?inline=1", "/privacy", "/health", "/ready", "/widget/v1/wegwijzer.js", "/widget/v1/toegang",
    "/web/chat.css", "/webhooks/rest/webhook", "/webhooks/rest/webhook?stream=true", "/webhooks/rest/", "/openapi.json",
)  # fmt: skip
METHODEN = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", "PROPFIND", "X" * 300)
WOORDEN = ("mijn zoon van 9 zit thuis", "hallo", "Zwolle", "wis dit gesprek", "ja", "nee, 3 weken", "het plan", "dood")
TEKENS = "\x00\x01\x1b\r\n\t \u200b\u202e\ufeff\ufffe\u0301😀🏳️‍🌈İßſ{}[]\"'\\<>&;%/$`|-_.:éλю中ﷺ\U000e0041"
KWAAD = (
    "' OR 1=1 --", "'; DROP TABLE events; --", "<script>alert(1)</script>", "{{7*7}}", "${jndi:ldap://x}", "../../etc/passwd",
    "%s%n%x", "/restart", '/informeer{"plaats": "Assen"}', "\r\nSet-Cookie: a=b", "&a [*a, *a]", "!!python/object:os.system x",
)  # fmt: skip


@dataclass(frozen=True)
class Geval:
    """`ruw`: what is sent. `heel`: a whole request, which must be answered; else the connection may just be closed.

    `spreekt`: a message in order, with a session: it must be answered with words.
    """

    nummer: int
    ruw: bytes
    heel: bool = True
    spreekt: bool = False
    hoofd: bool = False


@dataclass
class Strooier:
    """Makes them. `tokens`: that open a session; `koekjes`: Cookie headers of the helpdesk; `zaad`: of the run."""

    tokens: Sequence[str]
    koekjes: Sequence[str] = ("",)
    helpdesk: Sequence[str] = ()
    zaad: str = "1"
    soorten: list[Callable[[int, random.Random], Geval]] = field(init=False)

    def __post_init__(self) -> None:
        self.soorten = [self._net, self._net, self._bericht, self._bericht, self._kop, self._kop, self._pad, self._kapot]

    def geval(self, nummer: int) -> Geval:
        """Request `nummer` of this run."""
        r = random.Random(f"{self.zaad}-{nummer}")
        return r.choice(self.soorten)(nummer, r)

    def _bericht(self, nummer: int, r: random.Random) -> Geval:
        """Whatever a parent may type, in a request that is in order."""
        tekst = een_tekst(r)
        inhoud = {"key": str(uuid.UUID(int=r.getrandbits(128))), "text": tekst, "after": 0}
        ruw = json.dumps(inhoud, ensure_ascii=r.random() < 0.5).encode("utf-8", "replace")
        koppen = [f"Authorization: Bearer {r.choice(self.tokens)}", "Content-Type: application/json"]
        spreekt = bool(tekst.strip()) and len(tekst) <= 4000 and len(ruw) <= 16_384
        return Geval(nummer, verzoek("POST", "/message", koppen, ruw), spreekt=spreekt)

    def _net(self, nummer: int, r: random.Random) -> Geval:
        """HTTP in order, everything in it at random."""
        methode = r.choice(METHODEN[:7]) if r.random() < 0.6 else r.choice(METHODEN)
        koppen = [f"Content-Type: {een_soort(r)}"] if r.random() < 0.8 else []
        if r.random() < 0.7:
            koppen.append(f"Authorization: {self._sleutel(r)}")
        koppen += self._koekje(r)
        inhoud = een_inhoud(r) if methode not in ("GET", "HEAD", "OPTIONS") or r.random() < 0.2 else None
        return Geval(nummer, verzoek(methode, self._ergens(r), koppen, inhoud), hoofd=methode == "HEAD")

    def _kop(self, nummer: int, r: random.Random) -> Geval:
        """A request with headers that are odd; framing stays whole."""
        methode, inhoud = r.choice((("GET", None), ("POST", een_inhoud(r)), ("DELETE", b""), ("OPTIONS", None)))
        koppen = [f"Authorization: {self._sleutel(r)}", *self._koekje(r)]
        for _ in range(r.randint(1, 4)):
            naam = r.choice((
                "Origin", "Host", "Cookie", "Accept", "Accept-Encoding", "If-None-Match", "X-Forwarded-For", "Forwarded",
                "X-Forwarded-Proto", "Range", "Upgrade", "Sec-Fetch-Site", "Content-Type", "Authorization", "Via", "X-CSRF-Token",
                "Content-Encoding", "Access-Control-Request-Method", "User-Agent", "Referer", "Cookie", "TE", "X-Forwarded-Host",
            ))  # fmt: skip
            koppen.append(f"{naam}: {een_kopwaarde(r)}")
        return Geval(nummer, verzoek(methode, self._ergens(r), koppen, inhoud))

    def _pad(self, nummer: int, r: random.Random) -> Geval:
        """A path or query that is odd."""
        stuk = quote(een_tekst(r)[:300], safe="/%?&=;" if r.random() < 0.5 else "", errors="replace")
        los = r.choice(("/../../etc/passwd", "/%2e%2e/%2e%2e/", "/%00", "//", "/%", "/%zz", "/%ff%fe", "/;/", "/?", "/#x", "*", "/."))
        pad = r.choice((
            f"/{stuk}", los, f"/web/{stuk}", f"/web{los}", f"/history?after={stuk}", f"/history?{stuk}", f"/chat?inline={stuk}",
            f"/webhooks/rest/webhook?{stuk}", f"/helpdesk/{stuk}", f"/widget/v1{los}", "/" + "a" * r.randint(1, 7000),
            "http://elders.example/session", f"/history?after={'9' * r.randint(1, 3000)}", f"/plan/{stuk}", "/message/",
            *(f"{p}{'&' if '?' in p else '?'}{stuk}" for p in (self._ergens(r), self._ergens(r))),
        ))  # fmt: skip
        methode = r.choice(METHODEN[:7])
        koppen = [f"Authorization: {self._sleutel(r)}", *self._koekje(r)]
        return Geval(nummer, verzoek(methode, pad, koppen, None), hoofd=methode == "HEAD")

    def _kapot(self, nummer: int, r: random.Random) -> Geval:
        """Not HTTP, or framing that lies."""
        heel, ruw = r.choice(KAPOT)(r)
        return Geval(nummer, ruw, heel=heel)

    def _ergens(self, r: random.Random) -> str:
        paden = [*PADEN, *PADEN, *PAGINAS, *self.helpdesk]
        pad = r.choice(paden)
        while "<" in pad:
            deel = quote(een_tekst(r)[:60], safe="", errors="replace") if r.random() < 0.5 else str(r.randint(0, 9))
            pad = pad[: pad.index("<")] + (deel or "x") + pad[pad.index(">") + 1 :]
        return pad

    def _sleutel(self, r: random.Random) -> str:
        token = r.choice(self.tokens)
        return r.choice((
            f"Bearer {token}", f"Bearer {token}", f"bearer  {token}", "Bearer", "", f"Basic {token}", f"Bearer {token[:-1]}",
            f"Bearer {token}{token}", "Bearer " + "A" * 43, f"Bearer {een_kopwaarde(r)}", f"Bearer {token[::-1]}",
        ))  # fmt: skip

    def _koekje(self, r: random.Random) -> list[str]:
        koekje = r.choice(self.koekjes)
        return [f"Cookie: {koekje}"] if koekje else []


def verzoek(methode: str, pad: str, koppen: Sequence[str], inhoud: bytes | None) -> bytes:
    """Whole, with the right length and one answer asked for."""
    vast = [*([] if any(k.startswith("Host:") for k in koppen) else ["Host: 127.0.0.1"]), "Connection: close"]
    if inhoud is not None:
        vast.append(f"Content-Length: {len(inhoud)}")
    kop = "\r\n".join([f"{methode} {pad} HTTP/1.1", *vast, *koppen])
    return kop.encode("utf-8", "surrogateescape") + b"\r\n\r\n" + (inhoud or b"")


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
        return "".join(chr(r.choice((r.randrange(32, 127), r.randrange(0xD800), r.randrange(0xE000, 0x110000)))) for _ in range(lengte))
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
        return b'{"key": "12345678", "key": "abcdefgh", "text": ' + r.choice((b"NaN", b"-Infinity", b"1e999", b'"\\ud800"')) + b"}"
    if keuze == 9:
        return b"\xef\xbb\xbf" + json.dumps({"key": "abcdefgh", "text": een_tekst(r)}).encode()
    if keuze == 10:
        return f"naam={quote(een_tekst(r)[:200], errors='replace')}&wachtwoord=x&csrf={r.random()}".encode()
    return b'--x\r\nContent-Disposition: form-data; name="bestand"; filename="../a.csv"\r\n\r\n' + r.randbytes(40) + b"\r\n--x--"


def een_soort(r: random.Random) -> str:
    """A content type."""
    gewoon = "application/json"
    ook = (
        "application/json; charset=utf-16", "APPLICATION/JSON", "text/plain", "application/x-www-form-urlencoded", "", ";",
        "multipart/form-data; boundary=x", "multipart/form-data", "application/json;;;=", "é/ü", "a" * 2000,
    )  # fmt: skip
    return gewoon if r.random() < 0.6 else r.choice(ook)


def een_kopwaarde(r: random.Random) -> str:
    """The value of a header: no line ends, so that the request stays whole."""
    vast = (
        "null", "*", "https://", "https://xn--", "http://[::1", "https://\u0130.nl", "http://a:99999", "http://a b", "ftp://x", "https://" + "a" * 70,
        "127.0.0.1", "999.1.1.1", "::1%eth0", "[::", ",,,", "websocket", "gzip;q=0", "gzip;q=x", "bytes=0-", '"', 'W/"x", *', "a=b; c", "=;=;",
        "wegwijzer-helpdesk=x", "cross-site", "1" * 6000, "https://www.school.nl", "POST", "é", "\x00", "\udcff\udcfe", "a" * 300 + "=1;",
    )  # fmt: skip
    return r.choice(vast) if r.random() < 0.8 else "".join(een_tekst(r)[:80].splitlines())


def _lengte(waarde: str, inhoud: str = "{}") -> Callable[[random.Random], tuple[bool, bytes]]:
    kop = f"POST /message HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n{waarde}\r\n\r\n{inhoud}"
    return lambda _: (True, kop.encode("utf-8", "surrogateescape"))


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
    _lengte("Content-Length: abc"), _lengte("Content-Length: -1"), _lengte("Content-Length: 2\r\nContent-Length: 3", "{}x"),
    _lengte("Content-Length: +2"), _lengte("Content-Length: 0x2"), _lengte("Content-Length: "), _lengte("Content-Length: 2, 2"),
    _lengte("Content-Length: ٢"), _lengte("Content-Length: " + "9" * 5000), _lengte("Content-Length: 1_0", "{}{}{}{}{}"),
    _lengte("Transfer-Encoding: gzip"), _lengte("Transfer-Encoding: chunked", "zz\r\n{}\r\n0\r\n\r\n"),
    _lengte("Transfer-Encoding: chunked", "2\r\n{}\r\n0\r\n\r\n"), _lengte("Transfer-Encoding: chunked", "-2\r\n{}\r\n0\r\n\r\n"),
    _lengte("Transfer-Encoding: chunked", "2;a=b\r\n{}\r\n0\r\n\r\n"), _lengte("Transfer-Encoding: chunked", "F" * 300 + "\r\n"),
    _lengte("Transfer-Encoding: xchunked\r\nContent-Length: 2"), _lengte("Transfer-Encoding: chunked\r\nContent-Length: 2", "0\r\n\r\n"),
    _lengte("Expect: 200-ok\r\nContent-Length: 2"), _lengte("Expect: 100-continue\r\nContent-Length: 2"),
    _lengte("zonder dubbele punt"), _lengte(" vouw: x"), _lengte("a: " + "b" * 20_000), _lengte("\r\n".join(f"a{n}: b" for n in range(900))),
    _lengte("X: \udcff\udc80"), _lengte(": leeg"), _lengte("Naam : x"), _lengte("Content-Length: 2\r\nContent-Encoding: gzip"),
    _los(True, b"GET / HTTP/9.9\r\n\r\n"), _los(True, b"GET /\r\n\r\n"), _los(True, b"\r\n\r\n"), _los(False, b"\r\n"),
    _los(True, b"GET  /  HTTP/1.1\r\n\r\n"), _los(True, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), _los(True, b"GET /\xff\xfe HTTP/1.1\r\n\r\n"),
    _los(True, b"GET /history?after=\xe9 HTTP/1.1\r\nConnection: close\r\n\r\n"), _los(False, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"),
    _los(True, b"\xff\xfe / HTTP/1.1\r\nConnection: close\r\n\r\n"), _los(True, b"GET http://[ HTTP/1.1\r\n\r\n"),
    _los(True, b"CONNECT elders.example:443 HTTP/1.1\r\n\r\n"), _los(True, b"GET /chat HTTP/1.0\r\n\r\n"),
    _los(True, b"GET /chat HTTP/1.1\r\nConnection: close\r\n\r\n"), _los(True, b"GET /chat HTTP/1.1\nHost: x\n\n\r\n\r\n"),
    _los(True, b"GET /chat HTTP/1.1\r\nUpgrade: websocket\r\nConnection: close\r\n\r\n"),
    _los(True, b"GET " + b"/a" * 9000 + b" HTTP/1.1\r\n\r\n"), _los(True, b"HEAD /message HTTP/1.1\r\nConnection: close\r\n\r\n"),
)  # fmt: skip

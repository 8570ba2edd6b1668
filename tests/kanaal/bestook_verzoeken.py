"""Requests as no polite client makes them, as bytes for a socket; the same number always gives the same request."""

from __future__ import annotations

import json
import random
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from kanaal.bestook_kapot import KAPOT, verzoek
from kanaal.bestook_stof import METHODEN, PADEN, PAGINAS, een_inhoud, een_kopwaarde, een_soort, een_tekst, past_bij


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
    """Makes them. `tokens`: at least two that open a session; the first is for messages in order only.

    `koekjes`: Cookie headers of the helpdesk; `helpdesk`: its paths; `zaad`: of the run.
    """

    tokens: Sequence[str]
    koekjes: Sequence[str] = ("",)
    helpdesk: Sequence[str] = ()
    zaad: str = "1"
    soorten: list[Callable[[int, random.Random], Geval]] = field(init=False)

    def __post_init__(self) -> None:
        self.soorten = [
            self._net,
            self._net,
            self._bericht,
            self._bericht,
            self._kop,
            self._kop,
            self._pad,
            self._kapot,
        ]

    def geval(self, nummer: int) -> Geval:
        """Request `nummer` of this run."""
        r = random.Random(f"{self.zaad}-{nummer}")
        return r.choice(self.soorten)(nummer, r)

    def _bericht(self, nummer: int, r: random.Random) -> Geval:
        """Whatever a parent may type, in a request that is in order."""
        tekst = een_tekst(r)
        inhoud = {"key": str(uuid.UUID(int=r.getrandbits(128))), "text": tekst, "after": 0}
        ruw = json.dumps(inhoud, ensure_ascii=r.random() < 0.5).encode("utf-8", "replace")
        koppen = [f"Authorization: Bearer {self.tokens[0]}", "Content-Type: application/json"]
        spreekt = bool(tekst.strip()) and len(tekst) <= 4000 and len(ruw) <= 16_384
        return Geval(nummer, verzoek("POST", "/message", koppen, ruw), spreekt=spreekt)

    def _net(self, nummer: int, r: random.Random) -> Geval:
        """HTTP in order, everything in it at random."""
        pad, wijze = self._ergens(r), r.random()
        methode = past_bij(pad, r) if wijze < 0.7 else r.choice(METHODEN)
        koppen = [f"Content-Type: {een_soort(r)}"] if r.random() < 0.8 else []
        if r.random() < 0.7:
            koppen.append(f"Authorization: {self._sleutel(r)}")
        koppen += self._koekje(r)
        inhoud = een_inhoud(r) if methode not in ("GET", "HEAD", "OPTIONS") or r.random() < 0.2 else None
        return Geval(nummer, verzoek(methode, pad, koppen, inhoud), hoofd=methode == "HEAD")

    def _kop(self, nummer: int, r: random.Random) -> Geval:
        """A request with headers that are odd; framing stays whole."""
        pad = self._ergens(r)
        methode = past_bij(pad, r)
        inhoud = een_inhoud(r) if methode == "POST" else None
        koppen = [f"Authorization: {self._sleutel(r)}", *self._koekje(r)]
        for _ in range(r.randint(1, 4)):
            naam = r.choice(
                (
                    "Origin",
                    "Host",
                    "Cookie",
                    "Accept",
                    "Accept-Encoding",
                    "If-None-Match",
                    "X-Forwarded-For",
                    "Forwarded",
                    "X-Forwarded-Proto",
                    "Range",
                    "Upgrade",
                    "Sec-Fetch-Site",
                    "Content-Type",
                    "Authorization",
                    "Via",
                    "X-CSRF-Token",
                    "Content-Encoding",
                    "Access-Control-Request-Method",
                    "User-Agent",
                    "Referer",
                    "Cookie",
                    "TE",
                    "X-Forwarded-Host",
                )
            )
            koppen.append(f"{naam}: {een_kopwaarde(r)}")
        return Geval(nummer, verzoek(methode, pad, koppen, inhoud))

    def _pad(self, nummer: int, r: random.Random) -> Geval:
        """A path or query that is odd."""
        stuk = quote(een_tekst(r)[:300], safe="/%?&=;" if r.random() < 0.5 else "", errors="replace")
        los = r.choice(
            (
                "/../../etc/passwd",
                "/%2e%2e/%2e%2e/",
                "/%00",
                "//",
                "/%",
                "/%zz",
                "/%ff%fe",
                "/;/",
                "/?",
                "/#x",
                "*",
                "/.",
            )
        )
        pad = r.choice(
            (
                f"/{stuk}",
                los,
                f"/web/{stuk}",
                f"/web{los}",
                f"/history?after={stuk}",
                f"/history?{stuk}",
                f"/chat?inline={stuk}",
                f"/webhooks/rest/webhook?{stuk}",
                f"/helpdesk/{stuk}",
                f"/widget/v1{los}",
                "/" + "a" * r.randint(1, 7000),
                "http://elders.example/session",
                f"/history?after={'9' * r.randint(1, 3000)}",
                f"/plan/{stuk}",
                "/message/",
                *(f"{p}{'&' if '?' in p else '?'}{stuk}" for p in (self._ergens(r), self._ergens(r))),
            )
        )
        methode = past_bij(pad, r) if r.random() < 0.8 else r.choice(METHODEN[:7])
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
        token = r.choice(self.tokens[1:])
        return r.choice(
            (
                f"Bearer {token}",
                f"Bearer {token}",
                f"bearer  {token}",
                "Bearer",
                "",
                f"Basic {token}",
                f"Bearer {token[:-1]}",
                f"Bearer {token}{token}",
                "Bearer " + "A" * 43,
                f"Bearer {een_kopwaarde(r)}",
                f"Bearer {token[::-1]}",
            )
        )

    def _koekje(self, r: random.Random) -> list[str]:
        koekje = r.choice(self.koekjes)
        return [f"Cookie: {koekje}"] if koekje else []

"""Asks web addresses whether they still exist: politely, one request a second for each host, within robots.txt.

Only for `wegwijzer check --links`. It reads no pages: HEAD, and GET without the body where a site does not answer HEAD.
"""

from __future__ import annotations

import http.client
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from email.message import Message
from typing import IO, Any
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from wegwijzer.kennis.linkoordeel import Bezoek, oordeel, waarom

USER_AGENT = "Wegwijzer-linkcontrole/1.0"
PAUZE, WACHTTIJD = 1.0, 10.0
"""Between two requests to one host; for one answer (seconds)."""
LANGSTE_PAUZE = 30.0
"""A host whose robots.txt asks for a longer pause is left alone (seconds)."""
SPRONGEN = 5
"""So many redirects are followed."""
ROBOTS_BYTES = 500_000
PROEF = 3
"""When nothing at all is heard from so many hosts at the start, there is no network."""
BLIJVEND = (301, 308)
BLIJFT = "/%:@!$&'()*+,;=~-._"
"""Characters of a path that are sent as they are."""
GEEN_NETWERK = "Er is geen netwerk: geen enkele site antwoordt. Probeer het later, of op een andere machine."


class GeenNetwerk(Exception):
    """Nothing answers; the message is Dutch."""


class _NietVolgen(urllib.request.HTTPRedirectHandler):
    """Redirects come back as an answer, so that each hop waits its turn and asks robots.txt."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> None:
        return None


class Bezoeker:
    """Visits addresses one by one. `slaap` and `nu` are those of `time` (seconds); tests give their own."""

    def __init__(
        self,
        pauze: float = PAUZE,
        wachttijd: float = WACHTTIJD,
        slaap: Callable[[float], object] = time.sleep,
        nu: Callable[[], float] = time.monotonic,
    ) -> None:
        self._pauze, self._wachttijd = pauze, wachttijd
        self._slaap, self._nu = slaap, nu
        self._opener = urllib.request.build_opener(_NietVolgen)
        self._laatst: dict[str, float] = {}
        self._robots: dict[str, RobotFileParser | None] = {}
        self._gehoord = False
        self._stil: set[str] = set()

    def alle(self, adressen: Iterable[str]) -> Iterator[Bezoek]:
        """Each address in turn. Raises GeenNetwerk when the first hosts all stay silent."""
        wachtend: list[Bezoek] = []
        for adres in adressen:
            wachtend.append(self.bezoek(adres))
            if self._gehoord:
                yield from wachtend
                wachtend = []
            elif len(self._stil) >= PROEF:
                break
        if wachtend and self._stil:
            raise GeenNetwerk(GEEN_NETWERK)
        yield from wachtend

    def bezoek(self, adres: str) -> Bezoek:
        """One address, with the redirects that follow from it."""
        plek, blijvend = adres, True
        try:
            for _ in range(SPRONGEN + 1):
                if urlsplit(plek).scheme not in ("http", "https"):
                    return Bezoek(adres, "zelf_kijken", "stuurt door naar iets dat geen webadres is")
                if urlsplit(plek).netloc in self._stil:
                    return Bezoek(adres, "zelf_kijken", "deze site antwoordde net ook al niet")
                if not self._mag(plek):
                    return Bezoek(adres, "mag_niet", "de site wil niet dat een programma hier kijkt; kijk zelf")
                code, naar = self._vraag(plek)
                if naar is None:
                    return oordeel(adres, code, plek if blijvend and plek != adres else None)
                blijvend = blijvend and code in BLIJVEND
                plek = urljoin(plek, naar).split("#")[0]
        except (OSError, http.client.HTTPException, ValueError) as fout:
            return Bezoek(adres, "zelf_kijken", waarom(fout))
        return Bezoek(adres, "zelf_kijken", "blijft doorsturen")

    def _mag(self, adres: str) -> bool:
        delen = urlsplit(adres)
        if delen.netloc not in self._robots:
            self._robots[delen.netloc] = self._lees_robots(f"{delen.scheme}://{delen.netloc}/robots.txt")
        robots = self._robots[delen.netloc]
        if robots is None:
            return False
        return robots.can_fetch(USER_AGENT, adres) and self._pauze_van(delen.netloc) <= max(LANGSTE_PAUZE, self._pauze)

    def _lees_robots(self, adres: str) -> RobotFileParser | None:
        """The rules of a host; no rules where it has none (4xx), None where it cannot say (RFC 9309: keep away)."""
        robots = RobotFileParser(adres)
        for _ in range(SPRONGEN + 1):
            with self._open("GET", adres) as antwoord:
                code, naar = antwoord.status, antwoord.headers.get("Location")
                if code >= 500 or code == 429:
                    return None
                if naar is None or not 300 <= code < 400:
                    tekst = antwoord.read(ROBOTS_BYTES).decode("utf-8", "replace") if code < 300 else ""
                    robots.parse(tekst.splitlines())
                    return robots
            adres = urljoin(adres, naar)
        return None

    def _pauze_van(self, host: str) -> float:
        robots = self._robots.get(host)
        return max(self._pauze, float(robots.crawl_delay(USER_AGENT) or 0) if robots else 0)

    def _vraag(self, adres: str) -> tuple[int, str | None]:
        """Status, and where it sends us if anywhere: by HEAD, and by GET where HEAD is refused."""
        for methode in ("HEAD", "GET"):
            try:
                with self._open(methode, adres) as antwoord:
                    code, naar = antwoord.status, antwoord.headers.get("Location")
            except (http.client.HTTPException, ConnectionError):
                if methode == "GET":
                    raise
                continue  # a site may hang up on HEAD
            if code < 400 or code == 429:
                break
        return code, naar if 300 <= code < 400 else None

    def _open(self, methode: str, adres: str) -> Any:
        """The answer, whatever its status; waits first until this host's turn."""
        host = urlsplit(adres).netloc
        if host in self._laatst:
            rest = self._laatst[host] + self._pauze_van(host) - self._nu()
            if rest > 0:
                self._slaap(rest)
        self._laatst[host] = self._nu()
        verzoek = urllib.request.Request(_veilig(adres), method=methode, headers={"User-Agent": USER_AGENT})
        try:
            antwoord = self._opener.open(verzoek, timeout=self._wachttijd)
        except urllib.error.HTTPError as fout:
            antwoord = fout
        except OSError as fout:
            self._stil.add(host)
            # Only what fails before a connection is made may be our own network.
            self._gehoord |= not isinstance(fout, urllib.error.URLError) or isinstance(fout.reason, ssl.SSLError)
            raise
        self._gehoord = True
        self._stil.discard(host)
        return antwoord


def _veilig(adres: str) -> str:
    """Letters with accents in the path as %XX; what is encoded already stays."""
    delen = urlsplit(adres)
    host = delen.netloc.encode("idna").decode("ascii") if not delen.netloc.isascii() else delen.netloc
    pad, vraag = quote(delen.path, safe=BLIJFT), quote(delen.query, safe=BLIJFT + "?")
    return urlunsplit((delen.scheme, host, pad, vraag, ""))

"""`wegwijzer check --links`: which addresses are visited, how politely, and what is said of them. No network."""

from __future__ import annotations

import socket
import threading
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from wegwijzer.cli import main
from wegwijzer.kennis import linkbezoek
from wegwijzer.kennis.linkbezoek import Bezoeker, GeenNetwerk
from wegwijzer.kennis.links import adressen, om_en_om

ANTWOORDEN = {
    "/goed": (200, None),
    "/weg": (404, None),
    "/echt-weg": (410, None),
    "/stuk": (500, None),
    "/dicht": (403, None),
    "/druk": (429, None),
    "/verhuisd": (301, "/goed"),
    "/even-elders": (302, "/goed"),
    "/naar-weg": (308, "/weg"),
    "/rond": (301, "/rond"),
    "/naar-bestand": (302, "file:///etc/hostname"),
    "/naar-verboden": (301, "/geheim/blad"),
    "/caf%C3%A9": (200, None),
}
ROBOTS = """\
User-agent: *
Disallow: /geheim

User-agent: Wegwijzer-linkcontrole
Disallow: /geheim
Disallow: /niet-voor-ons
"""


class Site:
    """A small site on this machine; `vragen` are (method, path, User-Agent) as they came."""

    def __init__(self) -> None:
        self.vragen: list[tuple[str, str, str]] = []
        self.robots: tuple[int, str] = (200, ROBOTS)
        self.wacht = threading.Event()
        site = self

        class Antwoord(BaseHTTPRequestHandler):
            def do_HEAD(self) -> None:
                self._antwoord()

            def do_GET(self) -> None:
                self._antwoord()

            def _antwoord(self) -> None:
                site.vragen.append((self.command, self.path, self.headers["User-Agent"]))
                if self.path == "/traag":
                    site.wacht.wait(120)
                if self.path == "/hangt-op-bij-head" and self.command == "HEAD":
                    return
                code, naar = ANTWOORDEN.get(self.path, (200, None))
                if self.path == "/alleen-get" and self.command == "HEAD":
                    code = 405
                inhoud = b""
                if self.path == "/robots.txt":
                    code, inhoud = site.robots[0], site.robots[1].encode()
                self.send_response(code)
                if naar:
                    self.send_header("Location", naar)
                self.send_header("Content-Length", str(len(inhoud)))
                self.end_headers()
                self.wfile.write(inhoud)

            def log_message(self, format: str, *args: object) -> None:
                """Keeps quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Antwoord)
        self.adres = f"http://127.0.0.1:{self._server.server_port}"
        self._draad = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._draad.start()

    def paden(self) -> list[str]:
        """What was asked for besides robots.txt."""
        return [pad for _, pad, _ in self.vragen if pad != "/robots.txt"]

    def stop(self) -> None:
        """Close the site."""
        self.wacht.set()
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("no_proxy", "*")
    bron = Site()
    yield bron
    bron.stop()


def _snel(**opties: object) -> Bezoeker:
    """No pause; the site of these tests is waited for, however slow the machine is."""
    return Bezoeker(**{"pauze": 0, "wachttijd": 60.0, **opties})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("pad", "uitkomst"),
    [
        ("/goed", "goed"),
        ("/weg", "weg"),
        ("/echt-weg", "weg"),
        ("/stuk", "zelf_kijken"),
        ("/dicht", "zelf_kijken"),
        ("/druk", "zelf_kijken"),
        ("/verhuisd", "verhuisd"),
        ("/even-elders", "goed"),
        ("/naar-weg", "weg"),
        ("/rond", "zelf_kijken"),
        ("/naar-bestand", "zelf_kijken"),
        ("/geheim/blad", "mag_niet"),
        ("/niet-voor-ons", "mag_niet"),
        ("/naar-verboden", "mag_niet"),
        ("/alleen-get", "goed"),
        ("/hangt-op-bij-head", "goed"),
        ("/café", "goed"),
    ],
)
def test_uitkomst(pad: str, uitkomst: str, site: Site) -> None:
    """Gone only when the site says so; what is uncertain is left to the editor's own eyes."""
    assert _snel().bezoek(site.adres + pad).uitkomst == uitkomst


def test_verhuisd_zegt_waarheen(site: Site) -> None:
    """The editor can copy the new address."""
    bezoek = _snel().bezoek(f"{site.adres}/verhuisd")
    assert bezoek.nieuw == f"{site.adres}/goed" and bezoek.nieuw in bezoek.wat


def test_robots_eerst_en_eenmaal(site: Site) -> None:
    """What robots.txt forbids is never asked for; it is read once, and we say who we are."""
    bezoeker = _snel()
    for pad in ("/geheim/blad", "/goed", "/weg"):
        bezoeker.bezoek(site.adres + pad)
    assert [pad for _, pad, _ in site.vragen].count("/robots.txt") == 1 and site.vragen[0][1] == "/robots.txt"
    assert "/geheim/blad" not in site.paden()
    assert {naam for _, _, naam in site.vragen} == {linkbezoek.USER_AGENT}


@pytest.mark.parametrize(("code", "uitkomst"), [(404, "goed"), (403, "goed"), (500, "mag_niet"), (429, "mag_niet")])
def test_robots_die_niet_te_lezen_is(code: int, uitkomst: str, site: Site) -> None:
    """No rules where there are none; away from a site that cannot say (RFC 9309)."""
    site.robots = code, ""
    assert _snel().bezoek(f"{site.adres}/goed").uitkomst == uitkomst


def test_head_dan_get(site: Site) -> None:
    """A page that answers HEAD is asked once; only a refusal is followed by GET, and a busy site is left alone."""
    bezoeker = _snel()
    for pad in ("/goed", "/alleen-get", "/druk"):
        bezoeker.bezoek(site.adres + pad)
    gevraagd = [(methode, pad) for methode, pad, _ in site.vragen if pad != "/robots.txt"]
    assert gevraagd == [("HEAD", "/goed"), ("HEAD", "/alleen-get"), ("GET", "/alleen-get"), ("HEAD", "/druk")]


def _klok() -> tuple[list[float], dict[str, object]]:
    """A clock that goes on only by sleeping, and what was slept (seconds)."""
    geslapen: list[float] = []

    def slaap(seconden: float) -> None:
        geslapen.append(seconden)

    return geslapen, {"slaap": slaap, "nu": lambda: 100.0 + sum(geslapen)}


def test_een_per_seconde(site: Site) -> None:
    """Between two requests to one host lies a second, robots.txt and redirects counted."""
    geslapen, klok = _klok()
    bezoeker = Bezoeker(**klok)  # type: ignore[arg-type]
    for pad in ("/goed", "/verhuisd"):
        bezoeker.bezoek(site.adres + pad)
    assert len(site.vragen) == 4
    assert geslapen == [1.0, 1.0, 1.0]


@pytest.mark.parametrize(("gevraagd", "uitkomst"), [(7, "goed"), (3600, "mag_niet")])
def test_crawl_delay(gevraagd: int, uitkomst: str, site: Site) -> None:
    """A host that asks for a longer pause gets it; for an hour we do not wait."""
    site.robots = 200, f"User-agent: *\nCrawl-delay: {gevraagd}\n"
    geslapen, klok = _klok()
    bezoek = Bezoeker(**klok).bezoek(f"{site.adres}/goed")  # type: ignore[arg-type]
    assert bezoek.uitkomst == uitkomst
    assert geslapen == ([7.0] if uitkomst == "goed" else [])


def test_trage_site(site: Site) -> None:
    """A site that does not answer in time is for the editor's own eyes, and is not asked again."""
    bezoeker = _snel()
    assert bezoeker.bezoek(f"{site.adres}/weg").uitkomst == "weg"  # its rules are read by now, however long that took
    bezoeker._wachttijd = 0.2
    gezien = [b.uitkomst for b in bezoeker.alle([f"{site.adres}/traag", f"{site.adres}/goed"])]
    assert gezien == ["zelf_kijken", "zelf_kijken"]
    assert "/goed" not in site.paden()


def _stil(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """No network at all: every name is unknown."""
    gevraagd: list[str] = []

    def open_(self: object, verzoek: urllib.request.Request, timeout: float) -> None:
        gevraagd.append(verzoek.full_url)
        raise urllib.error.URLError(socket.gaierror(-3, "Temporary failure in name resolution"))

    monkeypatch.setattr(urllib.request.OpenerDirector, "open", open_)
    return gevraagd


def test_geen_netwerk(monkeypatch: pytest.MonkeyPatch, proef: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Said once and soon, instead of once for every address."""
    gevraagd = _stil(monkeypatch)
    with pytest.raises(GeenNetwerk):
        list(_snel().alle(f"https://nergens{n}.voorbeeld.nl" for n in range(20)))
    assert len(gevraagd) == linkbezoek.PROEF
    monkeypatch.delenv("CI", raising=False)
    assert main(["check", "--links", str(proef)]) == 2
    gezegd = capsys.readouterr()
    assert linkbezoek.GEEN_NETWERK in gezegd.err and gezegd.out == ""


def test_nooit_in_ci(monkeypatch: pytest.MonkeyPatch, proef: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """CI asks nobody anything."""
    monkeypatch.setenv("CI", "true")
    monkeypatch.setattr(linkbezoek, "Bezoeker", None)
    assert main(["check", "--links", str(proef)]) == 2
    assert "CI" in capsys.readouterr().err


@pytest.mark.parametrize("als_json", [False, True])
def test_opdracht(
    als_json: bool, proef: Path, site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is gone is said with the file and line where it stands; exit code 1."""
    for pad in proef.rglob("*.*"):
        if pad.suffix in (".yml", ".md"):
            tekst = pad.read_text(encoding="utf-8").replace("https://www.voorbeeld.nl/", f"{site.adres}/")
            pad.write_text(tekst.replace("https://www.voorbeeld.nl", f"{site.adres}/goed"), encoding="utf-8")
    pad = proef / "onderwerpen" / "pesten.yml"
    pad.write_text(
        pad.read_text(encoding="utf-8").replace(f"{site.adres}/pesten", f"{site.adres}/weg"), encoding="utf-8"
    )
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(linkbezoek, "Bezoeker", _snel)
    assert main(["check", "--links", str(proef), *(["--json"] if als_json else [])]) == 1
    uit = capsys.readouterr().out
    assert f"{site.adres}/weg" in uit and "onderwerpen/pesten.yml:" in uit
    assert ("weg: " in uit) != als_json


def test_alleen_adressen_uit_de_kennis(proef: Path) -> None:
    """Each address once, with every place where it stands; nothing that is no address."""
    alle = adressen(proef)
    assert all(adres.startswith("https://") for adres in alle)
    assert len(alle["https://www.voorbeeld.nl/contact"]) == 4
    assert alle["https://www.voorbeeld.nl/tuin"] == ["initiatieven/overijssel.yml:13"]


def test_om_en_om() -> None:
    """Each address once, and no host twice in a row as long as there is another."""
    alle = {f"https://{host}.nl/{n}": [""] for host, keer in (("a", 3), ("b", 2), ("c", 1)) for n in range(keer)}
    rij = om_en_om(alle)
    assert Counter(rij) == Counter(alle.keys())
    assert [adres[8] for adres in rij] == ["a", "b", "c", "a", "b", "a"]
    assert om_en_om({}) == []

"""Thousands of requests that nobody polite sends: each gets an answer below 500, without an error's own words."""

from __future__ import annotations

import contextlib
import random
import re
import socket
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from geduld import heb_geduld
from kanaal.bestook import fout_in, lees, stuur
from kanaal.bestook_kapot import KAPOT, verzoek
from kanaal.bestook_verzoeken import Geval, Strooier
from kanaal.geheel import KOEKJE, Geheel

from wegwijzer.kanaal import protocol

KORT, LANG = 300, 20_000
SPREEK = ["Content-Type: application/json"]
HALLO = b'{"key": "12345678", "text": "hallo"}'


@pytest.fixture(scope="module")
def geheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Geheel]:
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.delenv("WEGWIJZER_DB", raising=False)
        heb_geduld(omgeving)
        site = Geheel(tmp_path_factory.mktemp("geheel") / "gesprekken.db").start()
        yield site
        site.stop()


def _bestook(poort: int, strooier: Callable[[int], Geval], nummers: range) -> Counter[int]:
    """How often each status came; fails at the first answers that are wrong, and shows them."""
    statussen: Counter[int] = Counter()
    fout: list[str] = []
    for nummer in nummers:
        geval = strooier(nummer)
        uitslag = stuur(poort, geval)
        statussen[uitslag.status] += 1
        if (wat := fout_in(geval, uitslag)) is not None:
            fout.append(f"{nummer} {wat}: {geval.ruw[:600]!r} -> {uitslag.kop[:80]!r} {uitslag.inhoud[:200]!r}")
            assert len(fout) < 10, "\n".join(fout)
    assert not fout, "\n".join(fout)
    return statussen


def _strooi(site: Geheel, zaad: str, ingelogd: bool = True) -> Callable[[int], Geval]:
    """Sessions are made anew now and then, for a random DELETE ends them."""
    koekjes = ["", "", f"{KOEKJE}=oud", f"{KOEKJE}=" + "A" * 43, *([site.koekje()] if ingelogd else [])]
    helpdesk = [pad for pad in site.paden() if pad.startswith("/helpdesk")]
    strooiers: dict[int, Strooier] = {}

    def geval(nummer: int) -> Geval:
        deel = nummer // 100
        if deel not in strooiers:
            strooiers.clear()
            strooiers[deel] = Strooier([site.token() for _ in range(5)], koekjes, helpdesk, zaad)
        return strooiers[deel].geval(nummer)

    return geval


def _levend(site: Geheel) -> None:
    assert site.zeg(site.token(), "hallo").status == 200


def test_bestookt(geheel: Geheel) -> None:
    statussen = _bestook(geheel.poort, _strooi(geheel, "kort"), range(KORT))
    assert {200, 400, 404, 405} <= set(statussen), "dan wordt er niets uitgeprobeerd"
    assert statussen[200] > KORT / 5
    _levend(geheel)


@pytest.mark.lang
def test_lang_bestookt(geheel: Geheel) -> None:
    statussen = _bestook(geheel.poort, _strooi(geheel, "lang"), range(LANG))
    assert {200, 201, 204, 303, 400, 401, 403, 404, 405, 413, 415, 417} <= set(statussen)
    _levend(geheel)


@pytest.mark.parametrize("nummer", range(len(KAPOT)))
def test_alles_wat_kapot_is(nummer: int, geheel: Geheel) -> None:
    """Each way to lie about framing, by itself: a negative length once kept a server busy for ever."""
    heel, ruw = KAPOT[nummer](random.Random(nummer))
    geval = Geval(nummer, ruw, heel=heel)
    uitslag = stuur(geheel.poort, geval)
    assert fout_in(geval, uitslag) is None, (ruw[:200], uitslag)
    _levend(geheel)


@pytest.mark.parametrize(
    "kop",
    [
        "Content-Length: -1", "Content-Length: abc", "Content-Length: 36\r\nContent-Length: 37", "Content-Length: +36",
        "Transfer-Encoding: chunked\r\nContent-Length: 36", "Transfer-Encoding: gzip, chunked", "Content-Length: ٣٦",
    ],
)  # fmt: skip
def test_wat_twee_servers_anders_lezen_wordt_geweigerd(kop: str, geheel: Geheel) -> None:
    """Also after a request in order on the same connection, which stays as it is; the connection ends there."""
    goed = b"GET /widget/v1/toegang HTTP/1.1\r\nHost: x\r\n\r\n"
    slecht = f"POST /message HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n{kop}\r\n\r\n".encode() + HALLO
    with socket.create_connection(("127.0.0.1", geheel.poort), timeout=60) as lijn:
        lijn.sendall(goed)
        assert lees(lijn)[0].startswith(b"HTTP/1.1 200")
        lijn.sendall(slecht + goed)
        assert lees(lijn)[0].startswith(b"HTTP/1.1 400")
        assert lijn.recv(1000) == b"", "er wordt niets meer gelezen na wat niet te vertrouwen is"


def test_verzoeken_achter_elkaar(geheel: Geheel) -> None:
    """Sent in one go, answered in order."""
    token = geheel.token()
    een = verzoek("POST", "/message", [f"Authorization: Bearer {token}", *SPREEK], HALLO).replace(
        b"close", b"keep-alive"
    )
    twee = verzoek("GET", "/bestaat-niet", [], None)
    with socket.create_connection(("127.0.0.1", geheel.poort), timeout=60) as lijn:
        lijn.sendall(een + twee)
        ruw = b""
        while deel := lijn.recv(65_536):
            ruw += deel
    assert re.findall(rb"HTTP/1\.1 (\d{3}) ", ruw) == [b"200", b"404"]


def test_trage_en_halve_klanten(geheel: Geheel, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who sends a byte at a time, or stops half-way, is cut off with a word; others are served meanwhile."""
    heel = verzoek("POST", "/message", [f"Authorization: Bearer {geheel.token()}", *SPREEK], HALLO)
    kop = heel.index(b"\r\n\r\n")

    def druppel(hoeveel_ineens: int) -> tuple[int, int]:
        """The first part at once, then a byte every 0.1 s until the server has had enough: its answer, bytes left."""
        einde = time.monotonic() + 120
        with socket.create_connection(("127.0.0.1", geheel.poort), timeout=0.1) as lijn:
            lijn.sendall(heel[:hoeveel_ineens])
            rest, ruw = heel[hoeveel_ineens:-1], b""
            while b"\r\n\r\n" not in ruw and time.monotonic() < einde:
                try:
                    deel = lijn.recv(65_536)
                    if not deel:
                        break
                    ruw += deel
                except TimeoutError:
                    lijn.sendall(rest[:1])
                    rest = rest[1:]
        return int(ruw[9:12] or 0), len(rest)

    plekken = [0, 1, 30, kop - 3, kop + 4, kop + 5, len(heel) - 12] * 3
    with contextlib.ExitStack() as open_:
        for n in plekken:
            lijn = open_.enter_context(socket.create_connection(("127.0.0.1", geheel.poort), timeout=60))
            lijn.sendall(heel[:n])
        _levend(geheel)  # while each of them is still waited for
    monkeypatch.setattr(protocol, "KOP_TIJD", 1.0)
    monkeypatch.setattr(protocol, "INHOUD_TIJD", 1.0)
    with ThreadPoolExecutor(24) as draden:
        uitslagen = list(draden.map(druppel, plekken))
    assert {status for status, _ in uitslagen} == {400, 408}
    for status, over in uitslagen[0::7]:
        assert status == 408 and over > len(heel) / 2, "wie begint met niets, wordt afgesneden na zijn eerste byte"


@pytest.mark.lang
def test_de_echte_server_bestookt(server: Any) -> None:
    """The same at `wegwijzer start` with the trained assistant: 1,500 requests, and every message gets words."""
    zaad = Path(server.database).name
    strooiers: dict[int, Strooier] = {}

    def geval(nummer: int) -> Geval:
        deel = nummer // 30
        if deel not in strooiers:
            tokens = [server.vraag("POST", "/session", b"{}").json()["token"] for _ in range(4)]
            strooiers[deel] = Strooier(tokens, ["", f"{KOEKJE}=oud"], ["/helpdesk", "/helpdesk/lijst/<id>"], zaad)
        return strooiers[deel].geval(nummer)

    _bestook(server.poort, geval, range(1500))
    assert server.vraag("GET", "/health").status == 200
    assert "Traceback" not in server.logboek.read_text(errors="replace")

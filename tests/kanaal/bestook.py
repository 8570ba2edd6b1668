"""Sends requests by raw sockets and says what is wrong with the answers."""

from __future__ import annotations

import json
import re
import socket
import time
from dataclasses import dataclass

from kanaal.bestook_verzoeken import Geval

GEDULD = 120.0
"""How long an answer is waited for (seconds)."""
VERRADEN = re.compile(
    rb"Traceback|File \"|\.py\b|sqlalchemy|sqlite3|psycopg|Sanic|sanic\.|site-packages|line \d+, in|Exception:|Error:"
)
"""What only a stack trace, or an error's own words, would say."""


@dataclass(frozen=True)
class Uitslag:
    """`status` 0: nothing came back. `duur` in seconds."""

    status: int
    kop: bytes
    inhoud: bytes
    duur: float


def stuur(poort: int, geval: Geval, geduld: float = GEDULD) -> Uitslag:
    """One request on a connection of its own; of what is not whole the rest is never sent."""
    begin = time.monotonic()
    with socket.create_connection(("127.0.0.1", poort), timeout=geduld) as lijn:
        try:
            lijn.sendall(geval.ruw)
            if not geval.heel:
                lijn.shutdown(socket.SHUT_WR)
        except (BrokenPipeError, ConnectionResetError):
            pass
        kop, inhoud = lees(lijn, geval.hoofd)
    gevonden = re.match(rb"HTTP/1\.[01] (\d{3})", kop)
    return Uitslag(int(gevonden[1]) if gevonden else 0, kop, inhoud, time.monotonic() - begin)


def lees(lijn: socket.socket, hoofd: bool = False) -> tuple[bytes, bytes]:
    """The headers and the body of one answer; what there is of them when the other side stops."""
    ruw = _tot(lijn, b"", b"\r\n\r\n")
    while re.match(rb"HTTP/1\.1 100", ruw) and b"\r\n\r\n" in ruw:
        ruw = _tot(lijn, ruw.partition(b"\r\n\r\n")[2], b"\r\n\r\n")
    kop, _, rest = ruw.partition(b"\r\n\r\n")
    lengte = re.search(rb"\r\ncontent-length: (\d+)", kop, re.IGNORECASE)
    status = kop[9:12]
    if hoofd or status in (b"204", b"304"):
        return kop, rest
    if re.search(rb"\r\ntransfer-encoding: chunked", kop, re.IGNORECASE):
        return kop, _tot(lijn, rest, b"0\r\n\r\n")
    while lengte and len(rest) < int(lengte[1]):
        deel = _deel(lijn)
        if not deel:
            break
        rest += deel
    return kop, rest


def _tot(lijn: socket.socket, al: bytes, einde: bytes) -> bytes:
    while einde not in al:
        deel = _deel(lijn)
        if not deel:
            break
        al += deel
    return al


def _deel(lijn: socket.socket) -> bytes:
    try:
        return lijn.recv(65_536)
    except (ConnectionResetError, TimeoutError):
        return b""


def fout_in(geval: Geval, uitslag: Uitslag) -> str | None:
    """What is wrong with this answer; None where nothing is."""
    if uitslag.status == 0:
        return "stilte" if geval.heel else None
    if uitslag.status >= 500:
        return f"status {uitslag.status}"
    if VERRADEN.search(uitslag.kop) or (b"javascript" not in uitslag.kop and VERRADEN.search(uitslag.inhoud)):
        return "een fout in eigen woorden"
    if not re.search(rb"\r\nx-content-type-options: nosniff", uitslag.kop, re.IGNORECASE):
        return "zonder veilige koppen"
    if geval.spreekt:
        if uitslag.status != 200:
            return f"een bericht kreeg {uitslag.status}"
        gezegd = [b["text"].strip() for b in json.loads(uitslag.inhoud)["messages"] if b["from"] == "assistant"]
        if not gezegd or not gezegd[-1]:
            return "een bericht zonder antwoord"
    return None

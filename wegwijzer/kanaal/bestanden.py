"""The files of `web/`, served from memory: compressed once, with an ETag, read again only when they change on disk."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sanic.request import Request
from sanic.response import HTTPResponse, raw

from wegwijzer.huis import houder
from wegwijzer.pad.kaart import vul_nummers

MAP = Path(__file__).parent / "web"
SOORTEN = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
}
GEWOON = (".png", ".ico")
"""Compressed already."""


@dataclass(frozen=True)
class Bestand:
    """One file. `ingepakt`: the same by gzip, or None where that is not smaller."""

    soort: str
    inhoud: bytes
    ingepakt: bytes | None
    etag: str
    stand: tuple[int, int]


class Bestanden:
    """The files of one folder, known by name; what is not directly in it, or of another kind, does not exist."""

    def __init__(self, map_: Path = MAP) -> None:
        self._map = map_
        self._gelezen: dict[str, Bestand] = {}
        for pad in map_.iterdir() if map_.is_dir() else ():
            self.haal(pad.name)

    def haal(self, naam: str) -> Bestand | None:
        """The file, or None. A name from outside never becomes a path unless it stands in the folder."""
        pad = self._map / naam
        if pad.suffix not in SOORTEN or "/" in naam or "\\" in naam or "\0" in naam or naam.startswith("."):
            return None
        try:
            stat = pad.stat()
            stand = (stat.st_mtime_ns, stat.st_size)
            bekend = self._gelezen.get(naam)
            if bekend is None or bekend.stand != stand:
                bekend = self._gelezen[naam] = _lees(pad, stand)
        except (OSError, ValueError):
            self._gelezen.pop(naam, None)
            return None
        return bekend


def _lees(pad: Path, stand: tuple[int, int]) -> Bestand:
    return _bestand(SOORTEN[pad.suffix], pad.read_bytes(), stand, pad.suffix not in GEWOON)


def _bestand(soort: str, inhoud: bytes, stand: tuple[int, int], pak_in: bool = True) -> Bestand:
    klein = gzip.compress(inhoud, 9, mtime=0) if pak_in else None
    etag = hashlib.sha256(inhoud).hexdigest()[:32]
    return Bestand(soort, inhoud, klein if klein and len(klein) < len(inhoud) else None, etag, stand)


def met_nummers(bestand: Bestand) -> Bestand:
    """The file with `{tel:organisatie}` as its numbers, and `{bel:organisatie}` as the first one, for a link."""
    if b"{tel:" not in bestand.inhoud and b"{bel:" not in bestand.inhoud:
        return bestand
    kennis = houder().haal().kennis

    def cijfers(match: re.Match[str]) -> str:
        nummers = kennis.organisaties[match[1]].telefoons() if match[1] in kennis.organisaties else ()
        return re.sub(r"[^0-9+]", "", nummers[0]) if nummers else ""

    tekst = re.sub(r"\{bel:([a-z0-9_]+)\}", cijfers, bestand.inhoud.decode("utf-8"))
    return _bestand(bestand.soort, vul_nummers(tekst, kennis).encode("utf-8"), bestand.stand)


def antwoord(bestand: Bestand, request: Request, koppen: Mapping[str, str]) -> HTTPResponse:
    """The file, compressed where the browser takes that; 304 without a body when it has this version already."""
    ingepakt = bestand.ingepakt if _neemt_gzip(request) else None
    etag = f'"{bestand.etag}-gz"' if ingepakt is not None else f'"{bestand.etag}"'
    koppen = {**koppen, "ETag": etag}
    if bestand.ingepakt is not None:
        koppen["Vary"] = "Accept-Encoding"
    if _heeft_al(request.headers.get("if-none-match", ""), bestand.etag):
        return HTTPResponse(status=304, headers=koppen)
    if ingepakt is not None:
        koppen["Content-Encoding"] = "gzip"
    return raw(ingepakt or bestand.inhoud, content_type=bestand.soort, headers=koppen)


def _heeft_al(gegeven: str, etag: str) -> bool:
    delen = [deel.strip().removeprefix("W/").strip('"') for deel in gegeven.split(",")]
    return "*" in delen or any(deel in (etag, f"{etag}-gz") for deel in delen)


def _neemt_gzip(request: Request) -> bool:
    for deel in request.headers.get("accept-encoding", "").lower().split(","):
        naam, _, rest = deel.strip().partition(";")
        if naam.strip() == "gzip":
            return rest.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False

"""After conversations full of personal data, nothing of it stands anywhere: any table, raw file, log or measurement."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from helpdesk.bureau import Browser
from naspel import DOMEIN

from wegwijzer.gesprekspartner import Gesprekspartner
from wegwijzer.huis import projectmap
from wegwijzer.opslag import aanmeldingen, accounts
from wegwijzer.opslag.gesprekken import GesprekkenOpslag
from wegwijzer.opslag.rollen import Rol

GESPREKKEN = Path(__file__).parents[1] / "gesprekken"
PERSOON = (
    ("Mijn zoon heet Fedderik Wiersmastra.", ("Fedderik", "Wiersmastra")),
    ("Ik ben mevrouw Tjallingsma.", ("Tjallingsma",)),
    ("Mijn nummer is 06-12345678.", ("12345678",)),
    ("Bel me op 073 6123456.", ("6123456",)),
    ("Mail naar wiersmastra.thuis@example.nl.", ("wiersmastra.thuis", "example.nl")),
    ("Zijn BSN is 111222333.", ("111222333",)),
    ("Wij wonen op de Dordtselaan 88.", ("Dordtselaan",)),
    ("Onze postcode is 8011 QZ.", ("8011 QZ", "8011QZ")),
    ("Hij is geboren op 14-03-2015.", ("14-03-2015",)),
    ("Mijn rekening is NL02 RABO 0123 4567 89.", ("0123 4567", "0123456789")),
    ("Zijn leerlingnummer is 990817.", ("990817",)),
)
"""Sentences of a parent, and what of them may be nowhere. All invented."""
VOL = {"events", "meldingen", "open_vragen", "tellingen", "helpdesk_oordelen"}
"""Tables in which something must have come."""
BLIJFT = "Appelscha"
RAAR = "kwibus flodderde zestien blauwe kraaltjes"


class Ouder:
    """Says things; each in a conversation with room for it."""

    def __init__(self, server: Any) -> None:
        self._server, self._aantal = server, 0
        self._begin()

    def _begin(self) -> None:
        token = self._server.vraag("POST", "/session", b"{}").json()["token"]
        self._kop, self.na, self._aantal = {"Authorization": f"Bearer {token}"}, 0, 0

    def zeg(self, tekst: str) -> dict[str, Any]:
        if self._aantal == 18:  # twenty a minute for one session
            self._begin()
        self._aantal += 1
        inhoud = {"key": uuid.uuid4().hex, "text": tekst, "after": self.na}
        antwoord = self._server.vraag("POST", "/message", json.dumps(inhoud).encode(), **self._kop)
        assert antwoord.status == 200, antwoord.inhoud
        self.na = antwoord.json()["last"]
        return dict(antwoord.json())

    def meld(self, tekst: str) -> int:
        inhoud = json.dumps({"id": self.na, "text": tekst}).encode()
        return int(self._server.vraag("POST", "/report", inhoud, **self._kop).status)


def _beheerder(server: Any) -> Browser:
    """Somebody of the helpdesk, logged in."""
    opslag = GesprekkenOpslag(domain=DOMEIN, db=str(server.database))
    nummer = accounts.maak(opslag, f"proef {uuid.uuid4().hex[:6]}", Rol.BEHEERDER, "x", time.time())
    return Browser(server.poort, {"wegwijzer-helpdesk": aanmeldingen.maak(opslag, nummer, time.time(), 36_000.0)})


def _tabellen(database: Path) -> dict[str, list[str]]:
    """Every row of every table, as text."""
    with sqlite3.connect(database) as verbinding:
        namen = [rij[0] for rij in verbinding.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {n: [repr(rij) for rij in verbinding.execute(f'SELECT * FROM "{n}"')] for n in namen}


def _gevuld(database: Path) -> set[str]:
    return {naam for naam, rijen in _tabellen(database).items() if rijen}


def _lees(pad: Path) -> str:
    """What is in a file; another process may have taken it away."""
    with contextlib.suppress(FileNotFoundError):
        return pad.read_bytes().decode("utf-8", "replace")
    return ""


def _jong(pad: Path, sinds: float) -> bool:
    with contextlib.suppress(FileNotFoundError):
        return pad.is_file() and pad.stat().st_mtime >= sinds
    return False


def _sporen(server: Any, sinds: float) -> Iterator[tuple[str, str]]:
    """Where something may have stayed: what it is called, and all that is in it."""
    for naam, rijen in _tabellen(server.database).items():
        yield f"tabel {naam}", "\n".join(rijen)
    for pad in server.database.parent.iterdir():  # the database, its write-ahead log, the server's log
        yield pad.name, _lees(pad)
    yield "/metrics", server.vraag("GET", "/metrics").inhoud.decode()
    for map_ in ("var", ".cache"):
        for pad in (projectmap() / map_).rglob("*"):
            if _jong(pad, sinds) and not pad.name.startswith("gesprekken.db"):
                yield str(pad), _lees(pad)


def _zoek(server: Any, sinds: float) -> None:
    gevonden = [
        (waar, stuk)
        for waar, alles in _sporen(server, sinds)
        for _, stukken in PERSOON
        for stuk in stukken
        if stuk.casefold() in alles.casefold()
    ]
    assert not gevonden, gevonden


def test_niets_blijft_ergens_staan(partner: Gesprekspartner, server: Any) -> None:
    sinds, ouder = time.time(), Ouder(server)
    for zin, _ in PERSOON:
        ouder.zeg(f"{zin} Hij zit thuis, we wonen in {BLIJFT}.")
    assert ouder.meld(" ".join(zin for zin, _ in PERSOON)) == 202
    vreemd = Ouder(server)
    for zin, _ in PERSOON:
        vreemd.zeg(f"{RAAR} {zin}")
    browser = _beheerder(server)
    vraag = {"oordeel": "fout", "onderwerp": "pesten", "bestand": "knowledge/onderwerpen/pesten.yml"}
    for zin, _ in PERSOON[:2] + PERSOON[5:6]:
        met = {**vraag, "vraag": f"Wie helpt als een kind niet meewil? {zin}"}
        assert browser.post("/helpdesk/oordelen", met).status in (303, 422)
        met = {**vraag, "vraag": "Wie helpt als een kind niet mee wil?", "opmerking": zin}
        assert browser.post("/helpdesk/oordelen", met).status in (303, 422)
    goed = {**vraag, "vraag": "Wie regelt een ander busje voor een kind dat niet meer meewil?"}
    assert browser.post("/helpdesk/oordelen", goed).status == 303
    for pad in ("/helpdesk/proef", "/helpdesk/lijst"):
        velden = {"bericht": PERSOON[0][0], "tekst": f"vraag\n{PERSOON[0][0]}"}
        assert browser.post(pad, velden).status in (200, 303), pad
    einde = time.monotonic() + 60
    while not _gevuld(server.database) >= VOL and time.monotonic() < einde:
        time.sleep(0.1)  # what is noted after a turn is written by a thread of its own
    assert _gevuld(server.database) >= VOL
    time.sleep(1)
    rauw = b"".join(p.read_bytes() for p in server.database.parent.glob(server.database.name + "*"))
    assert BLIJFT.encode() in rauw and RAAR.encode() in rauw, "dan zou dit zoeken niets kunnen vinden"
    _zoek(server, sinds)


@pytest.mark.lang
def test_lang_niets_blijft_na_alle_gesprekken(partner: Gesprekspartner, server: Any) -> None:
    """Every message of tests/gesprekken with personal data before or behind it."""
    sinds = time.time()
    nummer = 0
    for pad in sorted(GESPREKKEN.glob("*/*.yml")):
        ouder = Ouder(server)
        for beurt in yaml.safe_load(pad.read_text(encoding="utf-8"))["beurten"]:
            zin = PERSOON[nummer % len(PERSOON)][0]
            tekst = f"{beurt['ouder']}\n{zin}" if nummer % 2 else f"{zin} {beurt['ouder']}"
            nummer += 1
            if len(tekst) <= 4000:
                ouder.zeg(tekst)
    assert nummer > 500
    time.sleep(1)
    _zoek(server, sinds)

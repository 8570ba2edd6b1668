"""A wrong telephone number, from a helpdesk worker's mark to a parent's open conversation, on the real server."""

from __future__ import annotations

import http.client
import json
import shutil
import subprocess
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from bedrijf.stapel import spiegelmap
from bureau import _HASH, WACHTWOORD
from draaien import draaiend, vrije_poort

from wegwijzer import model
from wegwijzer.helpdesk.wachtwoord import maak_hash
from wegwijzer.huis import kennismap
from wegwijzer.kennis.laad import laad
from wegwijzer.opslag import aanmeldingen, accounts, cijfers, oordelen
from wegwijzer.opslag.gesprekken import GesprekkenOpslag
from wegwijzer.opslag.rollen import Rol

BESTAND = "organisaties/ouders_en_onderwijs.yml"
GOED, FOUT, NIEUW = "088-605 01 01", "010-123 45 67", "010-123 45 60"
VRAAG = "Wat is het telefoonnummer van Ouders & Onderwijs?"
OPSTARTTIJD = 600.0


@dataclass(frozen=True)
class Keten:
    """The server, its own copy of the knowledge, and its database."""

    poort: int
    kennis: Path
    opslag: GesprekkenOpslag

    def vraag(self, methode: str, pad: str, inhoud: Any = None, **koppen: str) -> tuple[int, Any]:
        lijn = http.client.HTTPConnection("127.0.0.1", self.poort, timeout=120)
        try:
            gestuurd = None if inhoud is None else json.dumps(inhoud)
            lijn.request(methode, pad, gestuurd, {"Content-Type": "application/json", **koppen})
            terug = lijn.getresponse()
            return terug.status, json.loads(terug.read() or b"null")
        finally:
            lijn.close()

    def zeg(self, token: str, tekst: str) -> str:
        """What answers this message, with its cards."""
        inhoud, einde = {"key": str(uuid.uuid4()), "text": tekst}, time.monotonic() + 120
        while True:
            status, gekregen = self.vraag("POST", "/message", inhoud, Authorization=f"Bearer {token}")
            if status not in (429, 503) or time.monotonic() > einde:
                break
            time.sleep(0.5)  # the server asks for that when it is busy; the widget does the same
        assert status == 200, gekregen
        berichten = gekregen["messages"]
        laatst = max(n for n, bericht in enumerate(berichten) if bericht["from"] == "user")
        return json.dumps(berichten[laatst + 1 :], ensure_ascii=False)

    def versie(self) -> str:
        return str(self.vraag("GET", "/health")[1]["kennis"])

    def wacht_op_andere(self, oud: str) -> None:
        """Until another version serves: within ten seconds, or five times what reading the knowledge takes here."""
        begin = time.monotonic()
        while self.versie() == oud:
            assert time.monotonic() - begin < 300, "de nieuwe kennis werd niet overgenomen"
            time.sleep(0.1)
        duur, begin = time.monotonic() - begin, time.monotonic()
        laad(self.kennis)
        assert duur < max(10.0, 5 * (time.monotonic() - begin))


@pytest.fixture(scope="module")
def keten(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Keten]:
    if model.huidig() is None:
        request.getfixturevalue("partner")
    map_ = tmp_path_factory.mktemp("keten")
    kennis = map_ / "boom" / "knowledge"
    shutil.copytree(kennismap(), kennis)
    vervang(kennis, GOED, FOUT)
    eigen = ["-c", "user.name=Begin", "-c", "user.email=begin@wegwijzer.invalid", "-c", "commit.gpgsign=false"]
    for delen in (["init", "--quiet"], ["add", "."], [*eigen, "commit", "--quiet", "-m", "begin"]):
        subprocess.run(["git", *delen], cwd=kennis.parent, check=True)
    database, poort = map_ / "gesprekken.db", vrije_poort()
    omgeving = {
        "WEGWIJZER_DB": str(database), "WEGWIJZER_KENNIS": str(kennis), "WEGWIJZER_ZONDER_TRAINEN": "1",
        "WEGWIJZER_MAP": str(spiegelmap(map_ / "project")),
    }  # fmt: skip
    with pytest.MonkeyPatch.context() as schoon:
        schoon.delenv("WEGWIJZER_DB", raising=False)
        opslag = GesprekkenOpslag(db=str(database))
    with draaiend(poort, map_ / "logboek.txt", lambda: _klaar(poort), OPSTARTTIJD, **omgeving):
        yield Keten(poort, kennis, opslag)
    opslag.sluit()


def vervang(kennis: Path, oud: str, nieuw: str) -> None:
    """As an editor with a text editor does."""
    pad = kennis / BESTAND
    tekst = pad.read_text(encoding="utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw), encoding="utf-8")


def _klaar(poort: int) -> bool:
    lijn = http.client.HTTPConnection("127.0.0.1", poort, timeout=5)
    try:
        lijn.request("GET", "/health")
        return lijn.getresponse().status == 200
    except OSError:
        return False
    finally:
        lijn.close()


@pytest.fixture
def als(keten: Keten, chromium: Any) -> Iterator[Callable[[str, Rol], Any]]:
    """A browser of somebody who is logged in: `als("Hanna", Rol.HELPDESK)`."""
    open_: list[Any] = []

    def nieuw(naam: str, rol: Rol) -> Any:
        _HASH[:] = _HASH or [maak_hash(WACHTWOORD)]
        nummer = accounts.maak(keten.opslag, naam, rol, _HASH[0], time.time())
        token = aanmeldingen.maak(keten.opslag, nummer, time.time(), 36_000.0)
        context = chromium.new_context(base_url=f"http://127.0.0.1:{keten.poort}", locale="nl-NL")
        context.set_default_timeout(120_000)
        context.add_cookies(
            [{"name": "wegwijzer-helpdesk", "value": token, "domain": "127.0.0.1", "path": "/helpdesk"}]
        )
        open_.append(context)
        return context.new_page()

    yield nieuw
    for context in open_:
        context.close()


def test_een_verkeerd_nummer_wordt_hersteld(keten: Keten, als: Callable[[str, Rol], Any]) -> None:
    token = str(keten.vraag("POST", "/session", {})[1]["token"])
    begin = keten.zeg(token, VRAAG)
    assert FOUT in begin and GOED not in begin

    hanna = als("Hanna", Rol.HELPDESK)
    hanna.goto("/helpdesk/proef")
    hanna.fill("#bericht", VRAAG)
    hanna.get_by_role("button", name="Versturen").click()
    hanna.wait_for_selector("#beurt-1")
    assert FOUT in hanna.inner_text("main")
    hanna.locator("form.oordeel").get_by_role("button", name="Fout").click()
    hanna.wait_for_selector("#vraag")
    assert hanna.input_value("#vraag") == ""
    hanna.fill("#vraag", "Hoe bel ik die landelijke organisatie voor ouders?")
    hanna.fill("#bevat", GOED)
    hanna.fill("#bevat_niet", FOUT)
    hanna.fill("#opmerking", "Op hun site staat een ander nummer.")
    hanna.get_by_role("button", name="Bewaar het oordeel").click()
    hanna.wait_for_selector(".melding")
    oordeel = hanna.url

    rik = als("Rik", Rol.REDACTEUR)
    rik.goto("/helpdesk/oordelen")
    rik.get_by_role("link", name="Oordeel 1: fout").click()
    rik.get_by_role("button", name="Zet in behandeling").click()
    rik.wait_for_selector("text=Rik behandelt dit oordeel.")
    assert rik.get_by_role("button", name="Sluit zonder wijziging").count() == 1
    rik.get_by_role("link", name=f"knowledge/{BESTAND}").click()
    versie = keten.versie()
    veld = rik.locator(f'input[value="{FOUT}"]')
    veld.fill(GOED)
    rik.get_by_role("button", name="Bewaar", exact=True).click()
    rik.wait_for_selector(".melding")
    keten.wacht_op_andere(versie)
    eerste = keten.zeg(token, VRAAG)
    assert GOED in eerste and FOUT not in eerste, "het open gesprek krijgt het nieuwe nummer"

    rik.goto(oordeel)
    assert "Sindsdien gewijzigd" in rik.inner_text("main")
    rik.get_by_role("button", name="Sluit met deze versie").click()
    rik.wait_for_selector("text=Het oordeel is klaar.")
    een = oordelen.haal(keten.opslag, 1)
    assert een is not None and een.status == "klaar" and een.klaar_door == "Rik"
    assert een.kennis == versie and een.klaar_kennis == keten.versie() != versie
    hanna.goto("/helpdesk/oordelen")
    assert "Hier is niets te doen." in hanna.inner_text("main")

    versie = keten.versie()
    vervang(keten.kennis, GOED, NIEUW)
    keten.wacht_op_andere(versie)
    tweede = keten.zeg(token, VRAAG)
    assert NIEUW in tweede and GOED not in tweede, "ook wat in het bestand zelf verandert"
    assert geteld(keten) == 3, "drie berichten van de ouder; wat de helpdesk probeert telt niet"


def geteld(keten: Keten) -> int:
    """Turns of this week, once they have been written."""
    week = cijfers.week_van(time.time())
    einde = time.monotonic() + 60
    while time.monotonic() < einde:
        aantal = cijfers.lees(keten.opslag, [week]).get(cijfers.BEURT, {}).get(cijfers.ALLE, {}).get(week, 0)
        if aantal >= 3:
            return aantal
        time.sleep(0.1)
    return 0

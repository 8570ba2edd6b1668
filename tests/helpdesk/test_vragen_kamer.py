"""Open questions: groups of what resembles each other, and what is decided of a group."""

from __future__ import annotations

import html
import re
import threading
import time
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pytest
import sqlalchemy as sa
from bureau import Browser, Bureau

from wegwijzer.helpdesk import vragen
from wegwijzer.helpdesk.deur import Rol
from wegwijzer.helpdesk.groepen import Groep, groepeer
from wegwijzer.huis import inbedder
from wegwijzer.opslag import oordelen, open_vragen
from wegwijzer.opslag.open_vragen import OpenVraag
from wegwijzer.opslag.tabellen import OORDELEN, OPEN_VRAGEN

BIJ_ELKAAR = (
    ("Waar kan mijn dochter een gitaar lenen?", "kan ze ergens een gitaar lenen", "wie leent gitaren uit aan kinderen"),
    (
        "Mag hij met de step op het plein rijden?",
        "is steppen op het schoolplein toegestaan",
        "mag een step op het plein",
    ),
    (
        "Wie betaalt de kapotte ruit van het lokaal?",
        "moet ik de ruit betalen die hij brak",
        "kosten van een gebroken ruit",
    ),
)
"""Each row asks one thing; written for this test."""
STOUT = "<img src=x onerror=alert(1)> {{7*7}}"


def zet(bureau: Bureau, *teksten: str, reden: str = "onduidelijk") -> None:
    rijen = [
        {"gesprek": "web-1", "tekst": t, "reden": reden, "dichtbij": "pesten", "gemaakt": time.time(), "afgedaan": ""}
        for t in teksten
    ]
    with bureau.opslag.session_scope() as sessie:
        sessie.execute(sa.insert(OPEN_VRAGEN), rijen)
        sessie.commit()


class NepModel:
    """The first letter is the meaning."""

    beschikbaar = True

    def vectoren(self, teksten: Sequence[str]) -> np.ndarray:
        uit = np.zeros((len(teksten), 128), dtype=np.float32)
        for rij, tekst in enumerate(teksten):
            uit[rij, ord(tekst[0]) % 128] = 1.0
        return uit


@pytest.fixture
def desk(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bureau]:
    monkeypatch.setattr(vragen, "inbedder", NepModel)
    with bureau.opslag.engine.begin() as verbinding:
        for tabel in (OORDELEN, OPEN_VRAGEN):
            verbinding.execute(sa.delete(tabel))
    yield bureau


def groepen(browser: Browser, pad: str = "/helpdesk/vragen") -> list[list[str]]:
    """The examples of each group on the page."""
    tekst = browser.get(pad).tekst
    return [
        [html.unescape(v) for v in re.findall(r'<li class="breekt">(.*?)</li>', deel)]
        for deel in re.findall(r'<article class="kaart".*?</article>', tekst, re.DOTALL)
    ]


def nummers(browser: Browser, pad: str = "/helpdesk/vragen") -> list[str]:
    return list(dict.fromkeys(re.findall(r'name="nummers" value="([\d,]*)"', browser.get(pad).tekst)))


def test_wat_hetzelfde_vraagt_staat_bij_elkaar() -> None:
    """With the language model that serves."""
    model = inbedder()
    if not model.beschikbaar:
        pytest.skip("het taalmodel is er niet")
    teksten = [t for rij in zip(*BIJ_ELKAAR, strict=True) for t in rij]
    rijen = [OpenVraag(n, t, "onduidelijk", "", 0.0) for n, t in enumerate(teksten)]
    gevonden = {frozenset(g.voorbeelden) for g in groepeer(rijen, [], model.vectoren)}
    assert gevonden == {frozenset(rij) for rij in BIJ_ELKAAR}


def test_de_grootste_groep_staat_voorop(desk: Bureau) -> None:
    zet(desk, "b een", "a een", "a twee", "A twee!")
    gevonden = groepen(desk.bezoek())
    assert [len(g) for g in gevonden] == [3, 1] or gevonden[0][0].lower().startswith("a")
    assert gevonden[-1] == ["b een"]


@pytest.mark.parametrize(
    ("doe", "velden", "staat"),
    [("niet", {}, "niet van ons"), ("bij", {"onderwerp": "pesten"}, "onderwerp pesten")],
)
def test_afdoen_verbergt_de_groep(doe: str, velden: dict[str, str], staat: str, desk: Bureau) -> None:
    """And it can be opened again; others who ask the same hide with it, until they are more than those."""
    zet(desk, "a een", "a twee", "b een")
    browser = desk.bezoek(Rol.HELPDESK)
    assert browser.post("/helpdesk/vragen", {"doe": doe, "nummers": nummers(browser)[0], **velden}).status == 303
    assert groepen(browser) == [["b een"]]
    af = browser.get("/helpdesk/vragen?welke=afgedaan").tekst
    assert f"Afgedaan: {staat}." in af
    zet(desk, "a drie", "a vier")
    assert groepen(browser) == [["b een"]]
    zet(desk, "a vijf")
    assert len(groepen(browser)) == 2
    groep = nummers(browser)[0]
    browser.post("/helpdesk/vragen", {"doe": "niet", "nummers": groep})
    browser.post("/helpdesk/vragen", {"doe": "open", "nummers": groep})
    assert len(groepen(browser)) == 2


def test_een_onderwerp_ervan_maken_neemt_niets_van_ouders_mee(desk: Bureau) -> None:
    zet(desk, "a mijn zoon durft niet meer in het grote zwembad van de school")
    redacteur, helpdesk = desk.bezoek(Rol.REDACTEUR), desk.bezoek(Rol.HELPDESK)
    velden = {"doe": "nieuw", "nummers": nummers(redacteur)[0], "titel": "Bang voor het zwemmen & meer"}
    antwoord = redacteur.post("/helpdesk/vragen", velden)
    assert antwoord.status == 303
    assert antwoord.waar == "/helpdesk/kennis/onderwerp/nieuw?titel=Bang+voor+het+zwemmen+%26+meer"
    assert helpdesk.post("/helpdesk/vragen", velden).status == 403
    over = {**velden, "titel": "durft niet meer in het grote zwembad van de school"}
    assert redacteur.post("/helpdesk/vragen", over).waar == "/helpdesk/vragen"


def test_oordelen_tellen_mee(desk: Bureau) -> None:
    zet(desk, "a een")
    oordelen.voeg_toe(desk.opslag, Oordeel_("a door de helpdesk"), time.time())
    tekst = desk.bezoek().get("/helpdesk/vragen").tekst
    assert "2 vragen" in tekst and "oordeel" in tekst


def Oordeel_(vraag: str) -> oordelen.Oordeel:
    return oordelen.Oordeel("fout", vraag=vraag)


def test_niets_wordt_html(desk: Bureau) -> None:
    zet(desk, STOUT)
    tekst = desk.bezoek(Rol.REDACTEUR).get("/helpdesk/vragen").tekst
    assert "<img src=x" not in tekst and "&lt;img" in tekst and "{{7*7}}" in tekst


def test_wat_geen_formulier_stuurt(desk: Bureau) -> None:
    browser = desk.bezoek()
    for velden in ({"doe": "niet", "nummers": "1;drop"}, {"doe": "iets", "nummers": "1"}, {"doe": "niet"}):
        assert browser.post("/helpdesk/vragen", velden).status == 400
    assert browser.post("/helpdesk/vragen", {"doe": "bij", "nummers": "1", "onderwerp": "is_er_niet"}).status == 303
    assert desk.browser().get("/helpdesk/vragen").status == 303


def test_een_traag_model_houdt_de_bladzijde_niet_op(desk: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page says so and comes back; nobody else waits."""
    monkeypatch.setattr(vragen, "GEDULD", 0.05)
    los = threading.Event()

    class Traag(NepModel):
        def vectoren(self, teksten: Sequence[str]) -> np.ndarray:
            los.wait(60)
            return super().vectoren(teksten)

    monkeypatch.setattr(vragen, "inbedder", Traag)
    zet(desk, "q een", "r twee")
    browser = desk.bezoek()
    tekst = browser.get("/helpdesk/vragen").tekst
    assert 'http-equiv="refresh"' in tekst
    los.set()
    einde = time.monotonic() + 60
    while 'http-equiv="refresh"' in browser.get("/helpdesk/vragen").tekst:
        assert time.monotonic() < einde
    assert len(groepen(browser)) == 2


def test_na_het_wissen_is_er_niets_meer_te_zien(desk: Bureau) -> None:
    zet(desk, "a geheim van een ouder")
    browser = desk.bezoek()
    assert "geheim van een ouder" in browser.get("/helpdesk/vragen").tekst
    with desk.opslag.engine.begin() as verbinding:
        verbinding.execute(sa.delete(OPEN_VRAGEN))
    assert "geheim van een ouder" not in browser.get("/helpdesk/vragen").tekst
    assert open_vragen.lijst(desk.opslag) == []


def test_zonder_model_alleen_dezelfde_woorden() -> None:
    maak: Callable[[int, str], OpenVraag] = lambda n, t: OpenVraag(n, t, "keuze", "pesten", 0.0)  # noqa: E731
    gevonden: list[Groep] = groepeer([maak(1, "Dezelfde vraag?"), maak(2, "dezelfde VRAAG"), maak(3, "iets")], [], None)
    assert [g.aantal for g in gevonden] == [2, 1]
    assert gevonden[0].redenen == (("een keuze voorgelegd", 2),)

"""The story of a parent in Rotterdam from the first word to a plan and away, with the real server: by keyboard alone on
a large screen, and by touch on the smallest. Each state is kept as a picture in artifacts/schermen."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from echt import Echt
from handen import Handen, Toetsen, Vingers
from ouder import Ouder

from wegwijzer.huis import projectmap
from wegwijzer.klok import vandaag
from wegwijzer.pad.feestdagen import gesloten
from wegwijzer.pad.termijnen import leesbare_dag

EERSTE = "Mijn zoon van 14 zit vijf weken thuis, middelbare school in Rotterdam"
BEELDEN = projectmap() / "artifacts" / "schermen"
DRUK = """window.print = function () {
  (window.top.gedrukt ??= []).push([document.title, document.body.innerText]);
  window.onafterprint?.();
};"""
ZES_WEKEN = 42
KOERS_VO = "010-484 25 76"
"""As in knowledge/samenwerkingsverbanden; the test below holds it to the card that the server sends."""


class Kijker:
    """Takes pictures, and looks each time whether anything runs out of its place."""

    def __init__(self, ouder: Ouder, naam: str) -> None:
        self._ouder, self._naam, self._nummer = ouder, naam, 0
        BEELDEN.mkdir(parents=True, exist_ok=True)

    def __call__(self, staat: str) -> None:
        self._nummer += 1
        ouder = self._ouder
        ouder.rust()
        ouder.pagina.screenshot(path=BEELDEN / f"{self._naam}-{self._nummer:02}-{staat}.png")
        assert ouder.js("meten.afgeknipt(w)") == [], staat
        assert ouder.pagina.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), staat
        veld = ouder.js("w.querySelector('#tekst')?.getBoundingClientRect().bottom ?? 0")
        assert veld <= ouder.pagina.viewport_size["height"], staat


def _antwoord(ouder: Ouder, doe: Callable[[], None]) -> str:
    """Do something that is answered; the text of all that came."""
    voor = ouder.js("w.querySelectorAll('.bericht').length")
    doe()
    ouder.wacht(f"w.querySelectorAll('.bericht').length > {voor} + 1 && !w.querySelector('.typt')", 120_000)
    ouder.rust()
    return str(ouder.js(f"[...w.querySelectorAll('.bericht')].slice({voor}).map((b) => b.innerText).join('\\n')"))


def _werkdag_over(hoogstens: int) -> int:
    """The latest day on which a term ends as it is counted: one that ends on a free day goes on (days from now)."""
    return next(n for n in range(hoogstens, 0, -1) if not gesloten(vandaag() + timedelta(days=n)))


def _stap(ouder: Ouder) -> str:
    return str(ouder.js("w.querySelector('.weg p').innerText"))


def _verhaal(ouder: Ouder, doe: Handen, kijk: Kijker, map_: Path) -> None:
    pagina = ouder.pagina
    kijk("dicht")
    doe.open()
    ouder.wacht("w.querySelectorAll('.keuzes button').length === 3")
    kijk("open")

    school = _antwoord(ouder, lambda: doe.zeg(EERSTE))
    assert "praat met de school" in school and "88-605 01 01" in school
    assert _stap(ouder) == "Stap 1 van 6: de school"
    kijk("stap-1")

    koers = _antwoord(ouder, lambda: doe.druk("Gedaan, hielp niet", "keuzes"))
    assert _stap(ouder) == "Stap 2 van 6: het samenwerkingsverband"
    assert ouder.js("w.querySelectorAll('.weg .klaar').length") == 1
    assert "Koers VO" in koers and KOERS_VO in koers
    kijk("stap-2")
    _kaart(ouder)
    pagina.locator(".kaart").last.scroll_into_view_if_needed()
    kijk("kaart")

    doe.druk("Waar komt dit vandaan?", "onder")
    ouder.wacht("!![...w.querySelectorAll('.bericht')].at(-1).querySelector('details[open] li')")
    kijk("bronnen")

    over = _werkdag_over(ZES_WEKEN - 10)
    dag = leesbare_dag(vandaag() + timedelta(days=over - ZES_WEKEN))
    termijn = _antwoord(ouder, lambda: doe.zeg(f"Ik kreeg op {dag} een besluit over de toelaatbaarheidsverklaring"))
    uiterlijk = ouder.js("[...w.querySelectorAll('.termijn')].at(-1).innerText")
    assert f"nog {over} dagen" in uiterlijk and "uiterlijk" in uiterlijk
    assert "bezwaar" in termijn
    kijk("termijn")

    doe.druk("Klopt dit niet?", "onder")
    ouder.wacht("!!w.querySelector('.doos #fout')")
    kijk("klopt-dit-niet")
    pagina.keyboard.type("Deze datum klopt niet.")
    doe.druk("Melden", "doos")
    ouder.wacht("w.querySelector('.melding').innerText.includes('Dank u')")

    plan = _antwoord(ouder, lambda: doe.zeg("Maak mijn plan"))
    assert "Uw plan" in plan and "14 jaar" in plan
    kijk("plan")
    pagina.get_by_role("button", name="Zet in mijn agenda").last.scroll_into_view_if_needed()
    kijk("plan-knoppen")
    doe.druk("Plan printen", "kaart")
    pagina.wait_for_function("() => window.gedrukt?.length")
    [[titel, blad]] = pagina.evaluate("() => window.gedrukt")
    assert "plan" in titel.lower() and KOERS_VO in blad and leesbare_dag(vandaag()) in blad
    assert "Verstuur" not in blad
    with pagina.expect_download() as wacht:
        doe.druk("Plan bewaren", "kaart")
    wacht.value.save_as(map_ / "plan.html")
    with pagina.expect_download() as wacht:
        doe.druk("Zet in mijn agenda", "kaart")
    wacht.value.save_as(map_ / "plan.ics")
    assert f"DTSTART;VALUE=DATE:{vandaag() + timedelta(days=over):%Y%m%d}" in (map_ / "plan.ics").read_text()

    doe.druk("Meer", "kop")
    kijk("meer")
    doe.druk("Een mens spreken", "menu")
    ouder.wacht("w.querySelectorAll('.doos a[href^=tel]').length >= 3")
    kijk("mens")
    doe.druk("Ga terug", "doos")

    doe.druk("Meer", "kop")
    doe.druk("Opnieuw beginnen", "menu")
    ouder.wacht("!!w.querySelector('[role=alertdialog]')")
    kijk("wissen")
    doe.druk("Ja, wis mijn gesprek", "doos")
    ouder.wacht("w.querySelectorAll('.bericht').length === 1 && !w.querySelector('.weg')")
    kijk("gewist")


def _kaart(ouder: Ouder) -> None:
    """Who, telephone, hours, open or closed now, site, where it was read and when."""
    kaart = ouder.js("[...w.querySelectorAll('.kaart')].at(-1).innerText")
    assert "Koers VO" in kaart
    assert re.search(r"\bma t/m vr 10\.00–15\.00 uur", kaart), kaart
    assert re.search(r"\bnu (?:open|dicht)\b", kaart), kaart
    assert re.search(r"Bron:\s+koersvo\.nl, gelezen op \d+ \w+ 20\d\d", kaart), kaart
    doelen = set(ouder.js("[...[...w.querySelectorAll('.kaart')].at(-1).querySelectorAll('a')].map((a) => a.href)"))
    assert f"tel:{re.sub('[ -]', '', KOERS_VO)}" in doelen
    assert any(d.startswith("https://www.koersvo.nl/") for d in doelen)


@pytest.mark.parametrize(
    ("hoe", "breed", "hoog", "telefoon", "thema"),
    [(Toetsen, 1280, 900, False, "light"), (Vingers, 320, 568, True, "dark")],
    ids=["toetsenbord", "vinger"],
)
def test_het_verhaal_van_rotterdam(
    hoe: Callable[[Ouder], Handen],
    breed: int,
    hoog: int,
    telefoon: bool,
    thema: str,
    echt: Echt,
    bezoek: Callable[..., Ouder],
    tmp_path: Path,
) -> None:
    ouder = bezoek(f"{echt.adres}/", breed, hoog, thema, telefoon, reduced_motion="reduce")
    ouder.pagina.add_init_script(DRUK)
    ouder.ga(f"{echt.adres}/")
    _verhaal(ouder, hoe(ouder), Kijker(ouder, hoe.__name__.lower()), tmp_path)
    assert "<h1>" in (tmp_path / "plan.html").read_text(encoding="utf-8")
    assert EERSTE not in echt.gezegd()
    assert echt.rijen("SELECT count(*) FROM meldingen WHERE tekst LIKE 'Deze datum%'") == [(0,)]
    assert ouder.fouten == []
    assert ouder.pagina.evaluate("() => window.overtredingen") == []
    assert {f"{d.scheme}://{d.netloc}" for d in map(urlsplit, ouder.verzoeken) if d.scheme != "blob"} == {echt.adres}
    assert ouder.pagina.context.cookies() == []

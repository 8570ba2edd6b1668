"""Figures: small counts hidden, in the table, the chart and the file; drawn as SVG that runs nothing."""

from __future__ import annotations

import csv
import io
import re
import time
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
import sqlalchemy as sa
from bureau import Bureau

from wegwijzer.helpdesk import getallen
from wegwijzer.helpdesk.grafiek import VORMEN, teken
from wegwijzer.huis import houder
from wegwijzer.opslag import cijfers
from wegwijzer.opslag.tabellen import TELLINGEN

STOUT = '=HYPERLINK("x")<script>alert(1)</script>$\\alpha$'


@pytest.fixture
def desk(bureau: Bureau) -> Iterator[Bureau]:
    week = cijfers.week_van(time.time())
    rijen = [
        ("gesprek", "alle", 41), ("gesprek", "nieuw", 4), ("beurt", "alle", 90), ("onderwerp", "pesten", 23),
        ("onderwerp", "vervoer", 3), ("onderwerp", "onduidelijk", 7), ("onderwerp", "nood", 2), ("regio", "VO2810", 12),
        ("onderwerp", STOUT, 9), ("taal", "nl", 40), ("stap", "school", 6),
    ]  # fmt: skip
    with bureau.opslag.engine.begin() as verbinding:
        verbinding.execute(sa.delete(TELLINGEN))
        verbinding.execute(
            sa.insert(TELLINGEN), [{"week": week, "soort": s, "wat": w, "aantal": n} for s, w, n in rijen]
        )
    yield bureau


def tabel(inhoud: bytes) -> dict[str, list[str]]:
    rijen = list(csv.reader(io.StringIO(inhoud.decode("utf-8-sig")), delimiter=";"))
    return {rij[0]: rij[1:] for rij in rijen}


def test_minder_dan_vijf_staat_nergens(desk: Bureau) -> None:
    browser, week = desk.bezoek(), cijfers.week_van(time.time())
    pagina = browser.get("/helpdesk/cijfers").tekst
    rij = re.search(rf'<tr><th scope="row">{week}</th>(.*?)</tr>', pagina)
    assert rij and re.findall(r"<td[^>]*>(.*?)</td>", rij[1]) == ["41", "minder dan 5", "0"]
    per_week = tabel(browser.get("/helpdesk/cijfers/gesprekken.csv").inhoud)
    assert per_week[week] == ["41", "minder dan 5", "0"]
    assert tabel(browser.get("/helpdesk/cijfers/antwoorden.csv").inhoud)[week] == ["7", "0", "minder dan 5"]
    svg = browser.get("/helpdesk/cijfers/onderwerpen.svg").tekst
    assert "> 23<" in svg and "&lt;5<" in svg and "> 3<" not in svg
    titel = houder().haal().kennis.onderwerpen["vervoer"].titel
    assert tabel(browser.get("/helpdesk/cijfers/onderwerpen.csv").inhoud)[titel] == ["minder dan 5"]


def test_de_volgorde_verraadt_niets() -> None:
    """Hidden counts stand by name, wherever they would have come by size."""
    geteld = {"onderwerp": {"zzz": {"2026-W47": 4}, "aaa": {"2026-W47": 1}, "mmm": {"2026-W47": 30}}}
    alle = getallen.tabellen(geteld, ["2026-W47"], houder().haal().kennis)
    onderwerpen = next(t for t in alle if t.naam == "onderwerpen")
    assert [naam for naam, _ in onderwerpen.rijen] == ["mmm", "aaa", "zzz"]


@pytest.mark.parametrize("vorm", VORMEN)
def test_een_grafiek_is_een_tekening_zonder_meer(vorm: str, desk: Bureau) -> None:
    """Well-formed, nothing from elsewhere, no script; what was counted is text in it."""
    for naam in ("gesprekken", "onderwerpen"):
        antwoord = desk.bezoek().get(f"/helpdesk/cijfers/{naam}.svg?vorm={vorm}")
        assert antwoord.status == 200 and antwoord.koppen["content-type"] == "image/svg+xml"
        assert "sandbox" in antwoord.koppen["content-security-policy"]
        boom = ElementTree.fromstring(antwoord.tekst)
        assert not [e for e in boom.iter() if e.tag.endswith(("}script", "}foreignObject"))]
        adressen = [w for e in boom.iter() for n, w in e.attrib.items() if n.endswith("href")]
        assert all(a.startswith("#") for a in adressen)


def test_csv_zonder_formules_en_bladzijde_zonder_html(desk: Bureau) -> None:
    browser = desk.bezoek()
    inhoud = browser.get("/helpdesk/cijfers/onderwerpen.csv").inhoud
    assert f"'{STOUT}" in tabel(inhoud) and STOUT not in tabel(inhoud)
    pagina = browser.get("/helpdesk/cijfers").tekst
    assert "<script>alert" not in pagina and "&lt;script&gt;" in pagina


def test_wat_er_niet_is(desk: Bureau) -> None:
    browser = desk.bezoek()
    for pad in ("geheim.svg", "geheim.csv", "onderwerpen.svg?vorm=rond", "../x.csv"):
        assert browser.get(f"/helpdesk/cijfers/{pad}").status == 404, pad
    assert browser.get("/helpdesk/cijfers?weken=99999").status == 200
    assert desk.browser().get("/helpdesk/cijfers").status == 303
    assert desk.browser().get("/helpdesk/cijfers/onderwerpen.csv").status == 303


def test_elke_figuur_heeft_een_tabel(desk: Bureau) -> None:
    pagina = desk.bezoek().get("/helpdesk/cijfers").tekst
    assert pagina.count("<figure") == pagina.count("<table") == pagina.count(" download>") == 7


def test_lege_weken_breken_niets() -> None:
    kennis = houder().haal().kennis
    assert all(t.leeg for t in getallen.tabellen({}, ["2026-W46", "2026-W47"], kennis))
    with pytest.raises(ValueError, match="rond"):
        teken(getallen.tabellen({}, ["2026-W47"], kennis)[0], "rond")

"""Marks, open questions and figures in a real browser: two widths, two themes, clean by axe-core."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import sqlalchemy as sa
from bureau import Bureau
from scherm import BREED, klachten, schoon
from test_vragen_kamer import NepModel

from wegwijzer.helpdesk import vragen
from wegwijzer.huis import houder, projectmap
from wegwijzer.opslag import cijfers, oordelen
from wegwijzer.opslag.oordelen import Oordeel
from wegwijzer.opslag.rollen import Rol
from wegwijzer.opslag.tabellen import MELDINGEN, OORDELEN, OPEN_VRAGEN, TELLINGEN

SCHERMEN = projectmap() / "artifacts" / "schermen"
LANG = "heeftditookeenheellangwoordzonderspatiesdatnietopdeschermbreedtepast" * 3


def vul(bureau: Bureau) -> int:
    """Something of everything; the number of a remark."""
    nu = time.time()
    week = cijfers.week_van(nu)
    eerder = cijfers.weken_tot(week, 12)
    with bureau.opslag.session_scope() as sessie:
        for tabel in (MELDINGEN, OORDELEN, OPEN_VRAGEN, TELLINGEN):
            sessie.execute(sa.delete(tabel))
        melding = {"gesprek": "web-1", "bericht": 2, "tekst": f"klopt niet {LANG}", "topic": "pesten"}
        rij = sa.insert(MELDINGEN).values(**melding, kennis="0123456789abcdef", uitgave=3, gemaakt=nu)
        nummer = sessie.execute(rij).inserted_primary_key[0]
        for n, tekst in enumerate(("a mag dit", "a mag dat", "b waarom", f"c {LANG}")):
            vraag = {"gesprek": f"web-{n}", "tekst": tekst, "reden": "onduidelijk", "dichtbij": "pesten"}
            sessie.execute(sa.insert(OPEN_VRAGEN).values(**vraag, gemaakt=nu, afgedaan=""))
        geteld = {("gesprek", "alle"): 40, ("gesprek", "nieuw"): 21, ("gesprek", "terug"): 3, ("beurt", "alle"): 150}
        geteld |= {("onderwerp", t): 60 - 4 * n for n, t in enumerate(list(houder().haal().kennis.onderwerpen)[:18])}
        geteld |= {
            ("onderwerp", "nood"): 2,
            ("onderwerp", "onduidelijk"): 14,
            ("stap", "school"): 20,
            ("taal", "nl"): 39,
        }
        geteld |= {("regio", code): 9 for code in list(houder().haal().kennis.samenwerkingsverbanden)[:6]}
        rijen = [
            {"week": w, "soort": s, "wat": t, "aantal": max(1, a - 3 * n)}
            for n, w in enumerate(eerder)
            for (s, t), a in geteld.items()
        ]
        sessie.execute(sa.insert(TELLINGEN), rijen)
        sessie.commit()
    oordeel = Oordeel("fout", f"Wie belt er terug? {LANG}", "pesten", "vervoer", "de juiste naam", wie="Hanna")
    oordelen.voeg_toe(bureau.opslag, oordeel, nu)
    return int(nummer)


@pytest.fixture
def melding(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    monkeypatch.setattr(vragen, "inbedder", NepModel)
    yield vul(bureau)


@pytest.mark.parametrize(("breed", "thema"), BREED)
def test_axe(breed: int, thema: str, melding: int, bureau: Bureau, scherm: Callable[..., Any]) -> None:
    pagina = scherm("/helpdesk/oordelen", Rol.REDACTEUR, breed, thema, bypass_csp=True)
    SCHERMEN.mkdir(parents=True, exist_ok=True)
    een = oordelen.lijst(bureau.opslag, (oordelen.OPEN,))[0].id
    paden = ("oordelen", f"oordelen/{een}", f"oordelen/opmerking/{melding}", "vragen", "cijfers")
    for naam, pad in zip(("oordelen", "oordeel", "oordeel-nieuw", "vragen", "cijfers"), paden, strict=True):
        pagina.goto(f"http://127.0.0.1:{bureau.poort}/helpdesk/{pad}")
        pagina.wait_for_load_state("networkidle")
        pagina.screenshot(path=str(SCHERMEN / f"helpdesk-{naam}-{breed}-{thema}.png"), full_page=True)
        pagina.evaluate("document.querySelectorAll('details').forEach((d) => d.open = true)")
        schoon(pagina, naam)
    beelden = pagina.evaluate("[...document.images].map((i) => i.complete && i.naturalWidth > 0)")
    assert beelden == [True] * 7


def test_een_oordeel_met_het_toetsenbord(melding: int, bureau: Bureau, scherm: Callable[..., Any]) -> None:
    """From a parent's remark to a mark, with the page's own security policy; a fault is said and nothing is lost."""
    pagina = scherm("/helpdesk/oordelen", Rol.HELPDESK)
    gehoord = klachten(pagina)
    pagina.get_by_role("link", name="Beoordeel").press("Enter")
    pagina.wait_for_url("**/oordelen/opmerking/*")
    assert pagina.input_value("#vraag") == ""
    pagina.get_by_label("onvolledig").check()
    pagina.fill("#bevat", "tot wanneer het kan")
    pagina.fill("#verwacht", "bestaat niet")
    pagina.fill("#vraag", "Tot welke dag kan iemand dit nog doen?")
    pagina.get_by_role("button", name="Bewaar het oordeel").press("Enter")
    pagina.wait_for_selector("[role=alert]")
    assert pagina.input_value("#bevat") == "tot wanneer het kan"
    assert pagina.get_attribute("#verwacht", "aria-invalid") == "true"
    pagina.fill("#verwacht", "")
    pagina.get_by_role("button", name="Bewaar het oordeel").press("Enter")
    pagina.wait_for_selector(".melding")
    assert "Uw oordeel is bewaard" in pagina.inner_text(".melding")
    assert pagina.query_selector("text=Maak er een testgeval van") is None
    assert [g for g in gehoord if "422" not in g] == []

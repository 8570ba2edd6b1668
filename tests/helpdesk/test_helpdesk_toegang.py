"""Every route of the helpdesk, found by itself: what it says to a stranger, to a lower role, and in what headers."""

from __future__ import annotations

import re

import pytest
from bureau import Browser, Bureau
from rasa.core.run import create_http_input_channels

from wegwijzer.helpdesk.deur import Deur
from wegwijzer.helpdesk.kanaal import HelpdeskKanaal
from wegwijzer.huis import projectmap
from wegwijzer.kanaal.instellingen import InstellingFout
from wegwijzer.opslag.rollen import Rol

OPEN = {"/helpdesk/inloggen", "/helpdesk/web/x"}
"""All that a stranger may ask for; nothing else, ever."""
VOOR_WIE = {
    "/helpdesk/accounts": Rol.BEHEERDER,
    "/helpdesk/accounts/1/rol": Rol.BEHEERDER,
    "/helpdesk/accounts/1/wachtwoord": Rol.BEHEERDER,
    "/helpdesk/accounts/1/uit": Rol.BEHEERDER,
    "/helpdesk/accounts/1/aan": Rol.BEHEERDER,
    "/helpdesk/logboek": Rol.BEHEERDER,
}
"""Written apart from the code: who may at least come where."""


def minstens(methode: str, pad: str) -> Rol:
    """Who may at least come here; changing the knowledge is for editors, whatever its pages are called."""
    if methode == "POST" and pad.startswith("/helpdesk/kennis"):
        return Rol.REDACTEUR
    return VOOR_WIE.get(pad, Rol.HELPDESK)


def paden(bureau: Bureau) -> list[tuple[str, str]]:
    """(method, path) of everything that is registered below /helpdesk."""
    gevonden = set()
    for route in bureau.app.router.routes_all.values():
        pad = "/" + re.sub(r"<[^:>]+:?([^>]*)>", lambda m: "1" if "int" in m[1] else "x", route.path).strip("/")
        gevonden |= {(methode, pad) for methode in route.methods if methode not in ("OPTIONS", "HEAD")}
    assert all(pad.startswith("/helpdesk") for _, pad in gevonden)
    return sorted(gevonden)


def roep(wie: Browser, methode: str, pad: str, **koppen: str) -> tuple[int, str]:
    """Status and where to, with a good token where there is one: only the role may stand in the way."""
    antwoord = wie.post(pad, **koppen) if methode == "POST" else wie.vraag(methode, pad, **koppen)
    return antwoord.status, antwoord.waar


def test_er_zijn_routes_en_de_lijst_hierboven_klopt(bureau: Bureau) -> None:
    alle = paden(bureau)
    assert len(alle) >= 15
    assert {pad for _, pad in alle} >= OPEN | set(VOOR_WIE)


def test_een_vreemde_komt_nergens(bureau: Bureau) -> None:
    bureau.account("iemand")
    for methode, pad in paden(bureau):
        if pad in OPEN:
            continue
        status, waar = roep(bureau.browser(), methode, pad)
        assert status == 303, (methode, pad)
        assert waar.startswith("/helpdesk/inloggen"), (methode, pad)
        assert roep(bureau.browser(), methode, pad, Accept="application/json")[0] == 401, (methode, pad)


def test_een_verzonnen_koekje_opent_niets(bureau: Bureau) -> None:
    for koekje in ("a" * 43, "", "x", "a" * 5000, "../../etc", "' OR 1=1 --"):
        vreemde = Browser(bureau.poort, {"wegwijzer-helpdesk": koekje})
        assert vreemde.get("/helpdesk").status == 303


def test_een_lagere_rol_komt_er_niet_in(bureau: Bureau) -> None:
    """By every route that is for somebody else, with a good token."""
    bezoekers = {rol: bureau.bezoek(rol) for rol in (Rol.HELPDESK, Rol.REDACTEUR)}
    geweigerd = set()
    for methode, pad in paden(bureau):
        for rol, bezoeker in bezoekers.items():
            if rol < minstens(methode, pad):
                assert roep(bezoeker, methode, pad)[0] == 403, (methode, pad, rol)
                geweigerd.add(pad)
    assert geweigerd >= set(VOOR_WIE)


def test_een_hogere_rol_mag_wat_de_lagere_mag(bureau: Bureau) -> None:
    for pad in ("/helpdesk", "/helpdesk/account"):
        assert {bureau.bezoek(rol).get(pad).status for rol in Rol} == {200}


def test_het_menu_toont_alleen_wat_mag(bureau: Bureau) -> None:
    for rol in Rol:
        for pad in ("/helpdesk/accounts", "/helpdesk/logboek"):
            assert (f'href="{pad}"' in bureau.bezoek(rol).get("/helpdesk").tekst) == (rol is Rol.BEHEERDER)


def test_koppen_op_elk_antwoord(bureau: Bureau) -> None:
    """Nothing inline, nothing from elsewhere, no frame, kept nowhere; on pages, refusals and redirects alike."""
    bureau.account("iemand")
    antwoorden = [
        bureau.browser().get("/helpdesk/inloggen"),
        bureau.browser().get("/helpdesk"),
        bureau.bezoek().get("/helpdesk"),
        bureau.bezoek().get("/helpdesk/accounts"),
        bureau.bezoek(Rol.BEHEERDER).get("/helpdesk/accounts"),
        bureau.bezoek().post("/helpdesk/account", {"csrf": "verkeerd"}),
    ]
    assert [a.status for a in antwoorden] == [200, 303, 200, 403, 200, 403]
    for antwoord in antwoorden:
        regels = antwoord.koppen["content-security-policy"]
        assert "default-src 'none'" in regels
        assert "unsafe" not in regels
        assert "frame-ancestors 'none'" in regels
        assert "form-action 'self'" in regels
        assert antwoord.koppen["cache-control"] == "no-store"
        assert antwoord.koppen["x-content-type-options"] == "nosniff"
        assert antwoord.koppen["referrer-policy"] == "same-origin"
        assert not [kop for kop in antwoord.koppen if kop.startswith("access-control-")]
        assert not re.search(rb"<script(?![^>]* src=)|\son[a-z]+=|<style| style=|javascript:", antwoord.inhoud)


def test_stijlen_zijn_er_voor_iedereen_en_verder_niets(bureau: Bureau) -> None:
    vreemde = bureau.browser()
    assert vreemde.get("/helpdesk/web/helpdesk.css").status == 200
    for naam in ("..%2Fdeur.py", "%2e%2e%2fdeur.py", "basis.html", ".env", "%00", "helpdesk.css%00", "x" * 3000):
        assert vreemde.get(f"/helpdesk/web/{naam}").status == 404


@pytest.mark.parametrize("methode", ["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS"])
def test_andere_methoden_doen_niets(bureau: Bureau, methode: str) -> None:
    assert bureau.bezoek(Rol.BEHEERDER).vraag(methode, "/helpdesk/accounts").status in (403, 405)


def test_een_fout_is_geen_stapel(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    def stuk(*_: object, **__: object) -> None:
        raise RuntimeError("geheime tekst")

    monkeypatch.setattr(Deur, "pagina", stuk)
    antwoord = bureau.bezoek().get("/helpdesk", Accept="application/json")
    assert antwoord.status == 500
    assert "geheime tekst" not in antwoord.tekst
    assert "Traceback" not in antwoord.tekst
    kaal = bureau.bezoek().get("/helpdesk")
    assert (kaal.status, kaal.tekst.split(".")[0]) == (500, "Er ging iets mis")
    assert kaal.koppen["cache-control"] == "no-store"
    assert "geheime tekst" not in kaal.tekst
    assert "Traceback" not in kaal.tekst


def test_een_pagina_die_er_niet_is(bureau: Bureau) -> None:
    for pad in ("/helpdesk/bestaat-niet", "/helpdesk/a/b/c", "/helpdesk/account/x", "/helpdesk/%ff%00"):
        antwoord = bureau.bezoek().get(pad)
        assert (antwoord.status, "Dit is er niet" in antwoord.tekst) == (404, True), pad
        assert bureau.browser().get(pad).status == 303


def test_zonder_opslag_is_er_een_rustige_pagina(bureau: Bureau) -> None:
    bureau.agent.klaar = False
    try:
        antwoord = bureau.bezoek().get("/helpdesk")
    finally:
        bureau.agent.klaar = True
    assert antwoord.status == 503
    assert "Probeer het over een minuut opnieuw" in antwoord.tekst


def test_rasa_maakt_het_kanaal_uit_credentials() -> None:
    """`rasa run` has the helpdesk too, with the settings that credentials.yml names."""
    kanalen = create_http_input_channels(None, str(projectmap() / "credentials.yml"))
    assert [k.url_prefix() for k in kanalen if isinstance(k, HelpdeskKanaal)] == ["/helpdesk"]
    kanaal = HelpdeskKanaal.from_credentials({"helpdesk_stil_minuten": 7})
    assert kanaal._instellingen.helpdesk_stil_minuten == 7
    with pytest.raises(InstellingFout):
        HelpdeskKanaal.from_credentials({"helpdesk_uren": 0})

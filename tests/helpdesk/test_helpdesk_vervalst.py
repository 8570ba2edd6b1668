"""Requests that another site forges: without our token, with another's, or from somewhere else."""

from __future__ import annotations

import pytest
from bureau import WACHTWOORD, Bureau

from wegwijzer.opslag import accounts
from wegwijzer.opslag.rollen import Rol


def aantal(bureau: Bureau) -> int:
    return len(accounts.lijst(bureau.opslag))


NIEUW = {"naam": "binnengeslopen", "rol": "beheerder"}


@pytest.mark.parametrize("token", ["", "x", "a" * 43, "\u00e9" * 43, "'"])
def test_zonder_goed_token_gebeurt_er_niets(bureau: Bureau, token: str) -> None:
    beheer = bureau.bezoek(Rol.BEHEERDER)
    eerst = aantal(bureau)
    assert beheer.post("/helpdesk/accounts", {**NIEUW, "csrf": token}).status == 403
    assert beheer.vraag("POST", "/helpdesk/accounts").status == 403
    assert aantal(bureau) == eerst


def test_het_token_van_een_ander_telt_niet(bureau: Bureau) -> None:
    ander, beheer = bureau.bezoek(Rol.BEHEERDER, "beheer twee"), bureau.bezoek(Rol.BEHEERDER)
    tweede = bureau.bezoek(Rol.BEHEERDER)
    assert len({een.csrf() for een in (ander, beheer, tweede)}) == 3
    for token in (ander.csrf(), tweede.csrf()):
        assert beheer.post("/helpdesk/accounts", {**NIEUW, "csrf": token}).status == 403


def test_het_token_gaat_ook_in_een_kop(bureau: Bureau) -> None:
    wie = bureau.bezoek()
    eigen = f"http://127.0.0.1:{bureau.poort}"
    goed = wie.vraag("POST", "/helpdesk/uitloggen", b"", X_CSRF_Token=wie.csrf(), Origin=eigen)
    assert goed.status == 303
    fout = bureau.bezoek().vraag("POST", "/helpdesk/uitloggen", b"", X_CSRF_Token="fout", Origin=eigen)
    assert (fout.status, fout.json()["error"]) == (403, "csrf")


@pytest.mark.parametrize(
    "koppen",
    [
        {"Origin": "https://kwaad.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "http://localhost"},
        {"Origin": ""},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://www.school.nl"},
    ],
)
def test_ook_met_een_goed_token_niet_van_een_andere_site(bureau: Bureau, koppen: dict[str, str]) -> None:
    beheer = bureau.bezoek(Rol.BEHEERDER)
    eerst = aantal(bureau)
    assert beheer.post("/helpdesk/accounts", NIEUW, **koppen).status == 403
    assert aantal(bureau) == eerst


def test_een_site_die_de_chat_mag_tonen_mag_de_helpdesk_nog_niet(vers_bureau: object) -> None:
    bureau = vers_bureau(sites=("https://www.school.nl",))  # type: ignore[operator]
    beheer = bureau.bezoek(Rol.BEHEERDER)
    assert beheer.post("/helpdesk/accounts", NIEUW, Origin="https://www.school.nl").status == 403


def test_niemand_wordt_ingelogd_als_een_ander(bureau: Bureau) -> None:
    """Login CSRF: the form of the login page belongs to the browser that asked for it."""
    bureau.account("lokvogel")
    velden = {"naam": "lokvogel", "wachtwoord": WACHTWOORD}
    eigen = {"Origin": f"http://127.0.0.1:{bureau.poort}"}
    kaal = bureau.browser()
    assert kaal.post("/helpdesk/inloggen", {**velden, "csrf": "a" * 43}, **eigen).status == 403
    aanvaller = bureau.browser()
    token = aanvaller.csrf("/helpdesk/inloggen")
    slachtoffer = bureau.browser()
    slachtoffer.get("/helpdesk/inloggen")
    assert slachtoffer.post("/helpdesk/inloggen", {**velden, "csrf": token}, **eigen).status == 403
    goed = bureau.browser()
    csrf = goed.csrf("/helpdesk/inloggen")
    assert goed.post("/helpdesk/inloggen", {**velden, "csrf": csrf}, Origin="https://kwaad.example").status == 403
    assert goed.post("/helpdesk/inloggen", {**velden, "csrf": csrf}).status == 303


def test_get_verandert_niets(bureau: Bureau) -> None:
    nummer = bureau.account("blijft aan")
    beheer = bureau.bezoek(Rol.BEHEERDER)
    token = beheer.csrf()
    for pad in (f"/helpdesk/accounts/{nummer}/uit", "/helpdesk/uitloggen", f"/helpdesk/accounts/{nummer}/rol"):
        assert beheer.get(f"{pad}?csrf={token}&rol=beheerder").status == 405
    account = accounts.haal(bureau.opslag, nummer)
    assert account is not None
    assert (account.uit, account.rol) == (False, Rol.HELPDESK)
    assert beheer.get("/helpdesk").status == 200

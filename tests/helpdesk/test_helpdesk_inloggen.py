"""Logging in and out of the helpdesk."""

from __future__ import annotations

from bureau import WACHTWOORD, Bureau

from wegwijzer.opslag import accounts
from wegwijzer.opslag.rollen import Rol


def test_zonder_account_staat_er_hoe_men_het_eerste_maakt(bureau: Bureau) -> None:
    assert not accounts.zijn_er(bureau.opslag)
    eerst = bureau.browser().get("/helpdesk")
    assert (eerst.status, eerst.waar) == (303, "/helpdesk/inloggen")
    blad = bureau.browser().get("/helpdesk/inloggen")
    assert blad.status == 200
    assert "wegwijzer account maak" in blad.tekst
    assert "<form" not in blad.tekst


def test_inloggen_en_uitloggen(bureau: Bureau) -> None:
    bureau.account("Ada de Vries", Rol.REDACTEUR)
    iemand = bureau.browser()
    binnen = iemand.log_in("ada DE vries")
    assert (binnen.status, binnen.waar) == (303, "/helpdesk/")
    assert iemand.get(binnen.waar).status == 200
    begin = iemand.get("/helpdesk")
    assert begin.status == 200
    assert "Ada de Vries" in begin.tekst
    token = iemand.koekjes["wegwijzer-helpdesk"]
    assert token not in bureau.database.read_bytes().decode("latin-1")
    uit = iemand.post("/helpdesk/uitloggen")
    assert (uit.status, uit.waar) == (303, "/helpdesk/inloggen")
    assert "wegwijzer-helpdesk" not in iemand.koekjes
    iemand.koekjes["wegwijzer-helpdesk"] = token
    assert iemand.get("/helpdesk").status == 303


def test_verkeerd_is_verkeerd(bureau: Bureau) -> None:
    bureau.account("Bo")
    iemand = bureau.browser()
    for naam, wachtwoord in (("Bo", "verkeerd"), ("niemand", WACHTWOORD), ("", ""), ("Bo", WACHTWOORD.upper())):
        assert iemand.log_in(naam, wachtwoord).status == 401
    assert "wegwijzer-helpdesk" not in iemand.koekjes

"""What may be typed into a field or an address: it is shown as text, looked up as text, and never followed."""

from __future__ import annotations

import html
import re
from urllib.parse import quote

import pytest
import sqlalchemy as sa
from bureau import WACHTWOORD, Bureau

from wegwijzer.helpdesk.aanmelding import pak_uit, verpak
from wegwijzer.helpdesk.paden import binnen, verwijs
from wegwijzer.opslag import accounts
from wegwijzer.opslag.rollen import Rol

KWAAD = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onfocus='alert(1)' autofocus='",
    "{{ 7 * 7 }}{% raw %}",
    "</title><svg onload=alert(1)>",
    "javascript:alert(1)",
]
SQL = ["' OR '1'='1", "x'; DROP TABLE helpdesk_accounts; --", '" OR 1=1 --', "%' --", "admin'/*", "\\'; SELECT 1"]
BUITEN = [
    "//kwaad.example", "https://kwaad.example", "/\\kwaad.example", "\\\\kwaad.example", "/%0d%0aSet-Cookie:x=1",
    "/\r\nSet-Cookie: x=1", "javascript:alert(1)", "/../chat", "/lijst/../../chat", "kwaad.example", "",
    "/" + "a" * 3000, "/%2e%2E/chat", "///kwaad.example", "/\tkwaad.example", "/inloggen",
]  # fmt: skip


def tabellen(bureau: Bureau) -> int:
    with bureau.opslag.engine.connect() as verbinding:
        return int(verbinding.execute(sa.text("SELECT count(*) FROM helpdesk_accounts")).scalar() or 0)


@pytest.mark.parametrize("tekst", KWAAD)
def test_wat_men_intypt_is_op_elke_pagina_gewoon_tekst(bureau: Bureau, tekst: str) -> None:
    beheer = bureau.bezoek(Rol.BEHEERDER)
    bladen = [
        bureau.browser().log_in(tekst, tekst, verder=tekst),
        beheer.post("/helpdesk/accounts", {"naam": tekst, "rol": "helpdesk"}),
        beheer.post("/helpdesk/accounts", {"naam": "goed", "rol": tekst}),
        beheer.post("/helpdesk/account", {"oud": tekst, "nieuw": tekst, "weer": tekst}),
        beheer.get(f"/helpdesk/logboek?blad={quote(tekst)}"),
        bureau.browser().get(f"/helpdesk/inloggen?verder={quote(tekst)}"),
        beheer.get("/helpdesk/logboek"),
    ]
    for blad in bladen:
        assert blad.status < 500
        assert not re.search(r"<script>|<img src=x|<svg|autofocus='|>49", blad.tekst)
    assert html.escape(tekst[:60]).replace("&#x27;", "&#39;").replace("&quot;", "&#34;") in bladen[0].tekst


def test_een_naam_die_toch_zo_in_de_database_staat_wordt_ook_tekst(bureau: Bureau) -> None:
    """Should the check on names ever let one through."""
    nummer = bureau.account("Tijdelijk")
    with bureau.opslag.session_scope() as sessie:
        sessie.execute(sa.text("UPDATE helpdesk_accounts SET naam = :n WHERE id = :i"), {"n": KWAAD[1], "i": nummer})
        sessie.commit()
    beheer = bureau.bezoek(Rol.BEHEERDER)
    beheer.post(f"/helpdesk/accounts/{nummer}/rol", {"rol": "redacteur"})
    for pad in ("/helpdesk/accounts", "/helpdesk/logboek", "/helpdesk"):
        assert "<img src=x" not in beheer.get(pad).tekst


@pytest.mark.parametrize("tekst", SQL)
def test_sql_is_gewoon_tekst(bureau: Bureau, tekst: str) -> None:
    bureau.account("Ada")
    beheer = bureau.bezoek(Rol.BEHEERDER)
    eerst = tabellen(bureau)
    assert bureau.browser().log_in(tekst, tekst).status == 401
    assert bureau.browser().log_in("Ada" + tekst).status == 401
    assert bureau.browser().log_in("Ada", tekst).status in (401, 429)
    assert beheer.post("/helpdesk/accounts", {"naam": tekst, "rol": "helpdesk"}).status == 422
    assert beheer.post("/helpdesk/accounts", {"naam": "goed", "rol": tekst}).status == 400
    assert beheer.get(f"/helpdesk/logboek?blad={quote(tekst)}").status == 200
    assert beheer.get(f"/helpdesk/accounts/{quote(tekst, safe='')}/rol").status in (404, 405)
    assert tabellen(bureau) == eerst
    accounts.zet_wachtwoord(bureau.opslag, bureau.account("Ada"), accounts.vind(bureau.opslag, "Ada").wachtwoord)  # type: ignore[union-attr]


@pytest.mark.parametrize("pad", BUITEN)
def test_inloggen_leidt_nooit_naar_buiten(bureau: Bureau, pad: str) -> None:
    bureau.account("Ada")
    antwoord = bureau.browser().log_in("Ada", verder=pad)
    assert (antwoord.status, antwoord.waar) == (303, "/helpdesk/")
    assert len(antwoord.zet) == 2
    ingelogd = bureau.bezoek()
    assert ingelogd.get(f"/helpdesk/inloggen?verder={quote(pad, safe='')}").waar == "/helpdesk/"


def test_inloggen_leidt_wel_terug_naar_waar_men_was(bureau: Bureau) -> None:
    bureau.account("Ada")
    eerst = bureau.browser().get("/helpdesk/logboek")
    assert eerst.waar == "/helpdesk/inloggen?verder=%2Flogboek"
    assert bureau.browser().log_in("Ada", verder="/logboek?blad=2").waar == "/helpdesk/logboek?blad=2"


def test_verwijzen_kan_alleen_naar_binnen() -> None:
    for pad in BUITEN[:-1]:
        assert not binnen(pad)
        with pytest.raises(ValueError, match="binnen"):
            verwijs(pad, "melding")
    assert verwijs("/lijst?naam=één").headers["Location"] == "/helpdesk/lijst?naam=%C3%A9%C3%A9n"


@pytest.mark.parametrize("melding", ["gelukt\r\nSet-Cookie: x=1", "a; Path=/; Domain=kwaad", "<b>é</b> 🙂", "x" * 900])
def test_een_melding_komt_niet_in_de_koppen(melding: str) -> None:
    waarde = verpak(melding, "t" * 43)
    assert re.fullmatch(r"[A-Za-z0-9_.-]{1,2000}", waarde)
    assert pak_uit(waarde, "t" * 43) == melding[:300]


def test_een_verzonnen_melding_wordt_niet_getoond(bureau: Bureau) -> None:
    iemand = bureau.bezoek()
    for waarde in (verpak("Bel nu deze oplichter", "x" * 43), "QmVs.abc", ".", "%", "=" * 50, "é"):
        iemand.koekjes["wegwijzer-melding"] = quote(waarde, safe="=.%")
        assert 'class="melding"' not in iemand.get("/helpdesk/account").tekst


def test_een_te_grote_inhoud_wordt_niet_gelezen(bureau: Bureau) -> None:
    iemand = bureau.bezoek()
    velden = {"csrf": iemand.csrf(), "oud": "x" * 90_000}
    assert iemand.post("/helpdesk/account", velden).status == 413
    assert bureau.browser().log_in("Ada", "x" * 90_000).status == 413
    assert bureau.browser().log_in("Ada", "x" * 2_000).status == 400
    assert iemand.get("/helpdesk").status == 200


@pytest.mark.parametrize(
    ("soort", "inhoud"),
    [
        ("multipart/form-data; boundary=x", b"--x\r\nkapot"),
        ("multipart/form-data", b"--x"),
        ("application/x-www-form-urlencoded", b"\xff\xfe&csrf=%ff%00"),
        ("application/json", b"{"),
        ("text/plain", b"csrf=x"),
        ("", b"csrf=x"),
    ],
)
def test_kapotte_inhoud_is_geen_storing(bureau: Bureau, soort: str, inhoud: bytes) -> None:
    for wie in (bureau.bezoek(Rol.BEHEERDER), bureau.browser()):
        eigen = {"Content-Type": soort, "Origin": f"http://127.0.0.1:{bureau.poort}"}
        for pad in ("/helpdesk/accounts", "/helpdesk/inloggen", "/helpdesk/uitloggen"):
            assert wie.vraag("POST", pad, inhoud, **eigen).status in (303, 400, 403)


def test_rare_koekjes_zijn_geen_storing(bureau: Bureau) -> None:
    goed = bureau.bezoek().koekjes["wegwijzer-helpdesk"]
    for raar in ("=;=;;", "a[b]=c", "\x80=\x81", 'x="', "wegwijzer-melding=%00", "é=é"):
        kop = f"{raar}; wegwijzer-helpdesk={goed}"
        assert bureau.browser().get("/helpdesk", Cookie=kop.encode().decode("latin-1")).status == 200


@pytest.mark.parametrize("nummer", ["0", "-1", "99999999999999999999999999", "1e3", "2147483648", "999"])
def test_een_account_dat_er_niet_is(bureau: Bureau, nummer: str) -> None:
    beheer = bureau.bezoek(Rol.BEHEERDER)
    for wat in ("rol", "wachtwoord", "uit", "aan"):
        assert beheer.post(f"/helpdesk/accounts/{nummer}/{wat}", {"rol": "helpdesk"}).status == 404


def test_stuurtekens_in_een_naam(bureau: Bureau) -> None:
    beheer = bureau.bezoek(Rol.BEHEERDER)
    assert beheer.post("/helpdesk/accounts", {"naam": "Ke\x00es\x1b van\r\nDijk", "rol": "helpdesk"}).status == 200
    assert accounts.vind(bureau.opslag, "kees van dijk") is not None
    assert bureau.browser().log_in("Ada\x00", WACHTWOORD + "\x00").status in (401, 429)

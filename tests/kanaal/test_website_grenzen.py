"""The website channel under too much, too fast, the wrong and the strange; and danger, which passes all of it."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from naspel import Website

from wegwijzer.kanaal import balie

Start = Callable[..., Website]
GEVAAR = "Mijn zoon zegt dat hij dood wil."
SCHOOL = "https://www.school.nl"


@pytest.fixture
def stille_klok(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limits see no time go by, however long the requests take."""
    monkeypatch.setattr(balie, "time", SimpleNamespace(monotonic=lambda: 1000.0))


def _fout(antwoord: Any, status: int, code: str) -> str:
    assert (antwoord.status, antwoord.json()["error"]) == (status, code)
    tekst = antwoord.json()["text"]
    assert (len(tekst) > 10 and tekst[0].isupper() and tekst.endswith(".")) or tekst.endswith("?")
    assert "{" not in tekst
    return str(tekst)


def _tekst(antwoord: Any) -> str:
    assert antwoord.status == 200
    return " ".join(b["text"] for b in antwoord.json()["messages"])


@pytest.mark.parametrize(
    "inhoud",
    [
        b"geen json", b"", b"{", b"\xff\xfe", b"[" * 9000, b"9" * 9000, b"NaN", b"null", b"[]", b'"hallo"', b"{}",
        b'{"key": "12345678", "text": 5}', b'{"key": 5, "text": "hallo"}', b'{"key": "", "text": "hallo"}',
        b'{"key": "12345678\\u0000", "text": "hallo"}', b'{"key": "\\ud80012345678", "text": "hallo"}',
        b'{"key": "12345678", "text": "  "}', b'{"key": "12345678"}', b'{"key": "12345678", "text": "x", "after": -1}',
        b'{"key": "12345678", "text": "x", "after": 1e400}', b'{"key": "12345678", "text": "x", "after": true}',
        b'{"key": "12345678", "choice": {}}', b'{"key": "12345678", "choice": "\\u0000"}',
    ],
    ids=lambda i: ascii(i)[:40],
)  # fmt: skip
def test_wat_geen_bericht_is(inhoud: bytes, website: Start) -> None:
    site = website()
    _fout(site.vraag("POST", "/message", inhoud, site.token()), 400, "bad_request")
    assert site.agent.gehoord == []


@pytest.mark.parametrize("tekst", ["hal\ud800lo", "hal\x00lo", "\u202ehallo", "👩‍👩‍👧", "x" * 4000])
def test_een_vreemd_teken_maakt_een_bericht_niet_ongeldig(tekst: str, website: Start) -> None:
    site = website()
    assert site.zeg(site.token(), tekst).status == 200
    assert len(site.agent.gehoord) == 1


@pytest.mark.parametrize("token", [None, "", "x", "A" * 43, "a" * 43 + "\t", "é" * 43])
def test_een_onbekende_sleutel(token: str | None, website: Start) -> None:
    site = website()
    for methode, pad, inhoud in (
        ("POST", "/message", {"key": "12345678", "text": "hallo"}),
        ("GET", "/history?after=0", None),
        ("DELETE", "/session", None),
        ("POST", "/report", {"id": 2000, "text": "x"}),
    ):
        koppen = (
            {} if token is None else {"Authorization": f"Bearer {token}".encode("latin-1", "replace").decode("latin-1")}
        )
        _fout(site.vraag(methode, pad, inhoud, **koppen), 401, "no_session")


@pytest.mark.parametrize("pad", ["/session", "/message", "/history", "/report"])
@pytest.mark.parametrize("methode", ["PUT", "PATCH", "GET", "POST", "DELETE", "HEAD"])
def test_een_verkeerde_methode(methode: str, pad: str, website: Start) -> None:
    goed = {"/session": ("POST", "DELETE"), "/history": ("GET",)}.get(pad, ("POST",))
    antwoord = website().vraag(methode, pad)
    assert (antwoord.status == 405) == (methode not in goed)
    if antwoord.status == 405:
        assert antwoord.koppen["allow"] == ", ".join(goed)


@pytest.mark.parametrize("na", ["x", "-1", "1e3", "9" * 30, "%00", ""])
def test_een_geschiedenis_vanaf_onzin(na: str, website: Start) -> None:
    site = website()
    antwoord = site.vraag("GET", f"/history?after={na}", token=site.token())
    assert antwoord.status == (200 if na == "" else 400)


def test_alleen_json(website: Start) -> None:
    """A plain form on a foreign page can send the other kinds without being asked first."""
    site = website()
    token = site.token()
    for soort in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        antwoord = site.vraag("POST", "/message", {"key": "12345678", "text": "x"}, token, Content_Type=soort)
        _fout(antwoord, 415, "bad_request")


def test_te_lang(website: Start) -> None:
    site = website()
    token = site.token()
    tekst = _fout(site.zeg(token, "x" * 4001), 413, "too_long")
    assert "4.000" in tekst
    assert "112" in tekst
    _fout(site.zeg(token, "x" * 17_000), 413, "too_long")
    assert site.agent.gehoord == []


@pytest.mark.parametrize("lengte", [4_100, 15_000])
def test_gevaar_in_een_te_lang_bericht_is_een_gewone_beurt(lengte: int, website: Start) -> None:
    site = website()
    praat = "We hebben een lang verhaal over de bus. " * (lengte // 80)
    assert "113" in _tekst(site.zeg(site.token(), f"{praat} {GEVAAR} {praat}"))
    assert len(site.agent.gehoord) == 1


def test_gevaar_in_een_te_groot_verzoek(website: Start) -> None:
    site = website()
    token = site.token()
    last = site.zeg(token, "hallo").json()["last"]
    praat = "We hebben een lang verhaal over de bus. " * 500
    antwoord = site.zeg(token, f"{praat} {GEVAAR} {praat}", after=last)
    assert "113" in _tekst(antwoord)
    assert antwoord.json()["messages"][0]["id"] > last
    assert site.agent.gehoord == ["hallo"]
    _fout(site.zeg(token, praat), 413, "too_long")


@pytest.mark.usefixtures("stille_klok")
def test_te_snel_in_een_gesprek(website: Start) -> None:
    site = website(berichten_per_minuut=3)
    token = site.token()
    assert [site.zeg(token, f"bericht {n}").status for n in range(3)] == [200] * 3
    antwoord = site.zeg(token, "nog een")
    tekst = _fout(antwoord, 429, "too_fast")
    assert "112" in tekst
    assert 1 <= antwoord.json()["retry_after"] <= 20
    assert antwoord.koppen["retry-after"] == str(antwoord.json()["retry_after"])
    assert site.zeg(site.token(), "een ander gesprek").status == 200


@pytest.mark.usefixtures("stille_klok")
def test_gevaar_gaat_voor_de_snelheid_en_wordt_dan_niet_bewaard(website: Start) -> None:
    site = website(berichten_per_minuut=1)
    token = site.token()
    last = site.zeg(token, "hallo").json()["last"]
    for _ in range(5):
        antwoord = site.zeg(token, GEVAAR, after=last)
        assert "113" in _tekst(antwoord)
        [bericht] = antwoord.json()["messages"]
        assert bericht["id"] > last
        last = antwoord.json()["last"]
    assert site.agent.gehoord == ["hallo"]
    later = site.vraag("GET", "/history?after=0", token=token).json()
    assert [b["text"] for b in later["messages"]] == ["hallo", "Antwoord op: hallo"]


@pytest.mark.parametrize("token", [None, "A" * 43])
def test_gevaar_zonder_geldig_gesprek(token: str | None, website: Start) -> None:
    site = website()
    assert "113" in _tekst(site.vraag("POST", "/message", {"key": "12345678", "text": GEVAAR}, token))
    assert "113" in _tekst(site.vraag("POST", "/message", {"text": GEVAAR}, token))
    assert "113" in _tekst(site.vraag("POST", "/message", GEVAAR.encode(), token))


def test_gevaar_in_een_opmerking(website: Start) -> None:
    site = website()
    antwoord = site.vraag("POST", "/report", {"id": 1, "text": GEVAAR}, site.token())
    assert antwoord.status == 202
    assert "113" in antwoord.json()["text"]


def test_gevaar_gaat_voor_een_knop(website: Start) -> None:
    site = website()
    begin = site.vraag("POST", "/session", {}).json()
    terug = site.zeg(begin["token"], GEVAAR, choice=begin["greeting"]["buttons"][0]["id"])
    assert terug.json()["messages"][0]["text"] == GEVAAR


@pytest.mark.usefixtures("stille_klok")
def test_grenzen_per_adres(website: Start) -> None:
    site = website(proxy_kop="x-forwarded-for", adres_berichten_per_minuut=2, adres_gesprekken_per_uur=2)
    van = {"X_Forwarded_For": "1.2.3.4, 198.51.100.7"}
    een, twee = site.token(**van), site.token(**van)
    geweigerd = site.vraag("POST", "/session", {}, **van)
    tekst = _fout(geweigerd, 429, "too_fast")
    assert "minuten" in tekst
    assert geweigerd.json()["retry_after"] > 60
    bericht = {"key": "12345678", "text": "hallo"}
    stand = [site.vraag("POST", "/message", bericht, t, **van).status for t in (een, twee, een)]
    assert stand == [200, 200, 429]
    ander = {"X_Forwarded_For": "198.51.100.7, 203.0.113.9"}
    assert site.vraag("POST", "/message", bericht, een, **ander).status == 200
    zelfde = {"X_Forwarded_For": "9.9.9.9, 198.51.100.7"}
    assert site.vraag("POST", "/message", bericht, een, **zelfde).status == 429


def test_deze_machine_telt_niet_als_een_adres(website: Start) -> None:
    site = website(adres_gesprekken_per_uur=1, adres_berichten_per_minuut=1)
    assert [site.vraag("POST", "/session", {}, X_Forwarded_For="8.8.8.8").status for _ in range(4)] == [201] * 4


def test_een_gesprek_wordt_niet_eindeloos(website: Start) -> None:
    site = website(berichten_per_gesprek=4)
    token = site.token()
    sleutel = str(uuid.uuid4())
    assert [site.zeg(token, "hallo").status, site.zeg(token, "hallo", sleutel).status] == [200, 200]
    _fout(site.zeg(token, "hallo"), 413, "too_long")
    assert site.zeg(token, "hallo", sleutel).status == 200
    assert "113" in _tekst(site.zeg(token, GEVAAR))


def test_opmerkingen_hebben_een_grens(website: Start) -> None:
    site = website(meldingen_per_uur=2)
    token = site.token()
    last = site.zeg(token, "hallo").json()["last"]
    stand = [site.vraag("POST", "/report", {"id": last, "text": "x"}, token).status for _ in range(3)]
    assert stand == [202, 202, 429]


@pytest.mark.parametrize("methode", ["POST", "OPTIONS"])
@pytest.mark.parametrize(
    "site",
    ["https://elders.nl", "http://www.school.nl", "https://www.school.nl.evil.nl", "null", "*", "https://school.nl"],
)
def test_een_site_die_niet_mag(site: str, methode: str, website: Start) -> None:
    antwoord = website(sites=(SCHOOL,)).vraag(methode, "/session", {}, Origin=site)
    assert (antwoord.status, antwoord.json()["error"]) == (403, "not_allowed")
    assert "WEGWIJZER_SITES" in antwoord.json()["console"]
    assert not [kop for kop in antwoord.koppen if kop.startswith("access-control-")]
    assert antwoord.koppen["vary"] == "Origin"


def test_een_site_die_mag(website: Start) -> None:
    site = website(sites=(SCHOOL,))
    vooraf = site.vraag("OPTIONS", "/message", Origin=SCHOOL, Access_Control_Request_Method="POST")
    assert (vooraf.status, vooraf.inhoud) == (204, b"")
    assert vooraf.koppen["access-control-allow-origin"] == SCHOOL
    assert "Authorization" in vooraf.koppen["access-control-allow-headers"]
    assert {"GET", "POST", "DELETE"} == set(vooraf.koppen["access-control-allow-methods"].split(", "))
    begin = site.vraag("POST", "/session", {}, Origin=SCHOOL)
    assert (begin.status, begin.koppen["access-control-allow-origin"]) == (201, SCHOOL)
    assert "access-control-allow-credentials" not in {**vooraf.koppen, **begin.koppen}
    fout = site.vraag("POST", "/message", b"x", Origin=SCHOOL)
    assert (fout.status, fout.koppen["access-control-allow-origin"]) == (400, SCHOOL)
    eigen = f"http://127.0.0.1:{site.poort}"
    assert site.vraag("POST", "/session", {}, Origin=eigen).status == 201
    assert site.vraag("POST", "/session", {}, Origin="http://127.0.0.1:1").status == 403


def test_een_site_kan_vragen_of_zij_mag(website: Start) -> None:
    """Readable everywhere, so that the widget can say in the console why it does not work."""
    site = website(sites=(SCHOOL,))
    mag = site.vraag("GET", "/widget/v1/toegang", Origin=SCHOOL)
    assert mag.json() == {"allowed": True, "console": ""}
    niet = site.vraag("GET", "/widget/v1/toegang", Origin="https://elders.nl")
    assert niet.json()["allowed"] is False
    assert "https://elders.nl" in niet.json()["console"]
    assert niet.koppen["access-control-allow-origin"] == "*"

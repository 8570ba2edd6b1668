"""The return link: made on request, exchanged for a token, stored as a hash only; and the welcome on return."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from naspel import Antwoord, Website

from wegwijzer.gesprek.model import Knop, Toestand
from wegwijzer.opslag.bewaartermijn import DAG, wis_oude
from wegwijzer.pad.situatie import Situatie

Start = Callable[..., Website]


def link(site: Website, token: str, **inhoud: object) -> str:
    return str(site.vraag("POST", "/link", inhoud, token).json()["link"])


def geheim(site: Website, token: str, **inhoud: object) -> str:
    return link(site, token, **inhoud).partition("#")[2]


def terug(site: Website, secret: object, token: str | None = None, **koppen: str) -> Antwoord:
    return site.vraag("POST", "/return", {"secret": secret}, token, **koppen)


def teksten(site: Website, token: str) -> list[str]:
    return [b["text"] for b in site.vraag("GET", "/history?after=0", token=token).json()["messages"]]


def op_schijf(site: Website) -> bytes:
    """All bytes of the database, its journal included."""
    return b"".join(p.read_bytes() for p in site.database.parent.glob(f"{site.database.name}*"))


def in_database(site: Website, opdracht: str, *waarden: object) -> list[tuple[object, ...]]:
    with sqlite3.connect(site.database, timeout=60) as lijn:
        return lijn.execute(opdracht, waarden).fetchall()


def test_een_link_brengt_terug_in_het_gesprek(website: Start) -> None:
    site = website()
    token = site.token()
    site.zeg(token, "Mijn dochter zit thuis.")
    antwoord = site.vraag("POST", "/link", {}, token)
    assert antwoord.status == 200
    assert antwoord.koppen["cache-control"] == "no-store"
    assert "28 dagen na uw laatste bericht" in antwoord.json()["text"]
    voor, _, secret = antwoord.json()["link"].partition("#")
    assert voor == f"http://127.0.0.1:{site.poort}/chat"
    assert len(secret) == 22  # 128 bits
    ander = terug(site, secret).json()["token"]
    assert ander != token
    assert teksten(site, ander) == teksten(site, token) == ["Mijn dochter zit thuis.", teksten(site, token)[1]]


def test_geheim_en_tokens_staan_nergens_op_schijf(website: Start) -> None:
    site = website()
    token = site.token()
    site.zeg(token, "Mijn zoon zit thuis.")
    secret = geheim(site, token)
    ander = terug(site, secret).json()["token"]
    inhoud = op_schijf(site)
    assert b"Mijn zoon zit thuis." in inhoud
    for waarde in (secret, token, ander):
        assert waarde.encode() not in inhoud


@pytest.mark.parametrize("fout", ["A" * 22, "", "te kort", "A" * 23, "A" * 5000, 12, None, {"a": 1}, "é" * 22])
def test_een_verkeerd_geheim_krijgt_een_rustig_nee(website: Start, fout: object) -> None:
    site = website()
    site.zeg(site.token(), "hallo")
    antwoord = terug(site, fout)
    assert antwoord.status == 404
    assert antwoord.json()["error"] == "no_return"
    assert "U kunt gewoon opnieuw beginnen." in antwoord.json()["text"]


def test_raden_wordt_afgeremd(website: Start) -> None:
    site = website(proxy_kop="x-adres", adres_terugkeer_per_uur=5)
    secret = geheim(site, site.token(X_Adres="198.51.100.1"))
    pogingen = [terug(site, f"{n:022d}", X_Adres="203.0.113.9").status for n in range(8)]
    assert pogingen == [404] * 5 + [429] * 3
    geremd = terug(site, secret, X_Adres="203.0.113.9")
    assert geremd.status == 429
    assert geremd.json()["retry_after"] > 0
    assert terug(site, secret, X_Adres="198.51.100.1").status == 200


def test_links_maken_wordt_afgeremd(website: Start) -> None:
    site = website(links_per_uur=3)
    token = site.token()
    assert [site.vraag("POST", "/link", {}, token).status for _ in range(4)] == [200, 200, 200, 429]


def test_dezelfde_link_zolang_het_apparaat_hem_kent(website: Start) -> None:
    """Else the link on a printed plan would be dead after a second press."""
    site = website()
    token = site.token()
    secret = geheim(site, token)
    ander = terug(site, secret).json()["token"]
    assert geheim(site, token) == geheim(site, ander) == secret


def test_een_nieuwe_link_vervangt_de_oude_en_sluit_anderen_buiten(website: Start) -> None:
    site = website()
    token = site.token()
    site.zeg(token, "hallo")
    oud = geheim(site, token)
    ander = terug(site, oud).json()["token"]
    nieuw = geheim(site, token, new=True)
    assert nieuw != oud
    assert terug(site, oud).status == 404
    assert site.vraag("GET", "/history", token=ander).status == 401
    assert site.vraag("GET", "/history", token=token).status == 200
    assert terug(site, nieuw).status == 200
    assert in_database(site, "SELECT count(*) FROM website_terugkeer") == [(1,)]


@pytest.mark.parametrize("hoe", ["alles", "gezegd"])
def test_wissen_wist_ook_de_link(website: Start, hoe: str) -> None:
    site = website()
    token = site.token()
    site.zeg(token, "hallo")
    secret = geheim(site, token)
    ander = terug(site, secret).json()["token"]
    if hoe == "alles":
        assert site.vraag("DELETE", "/session", token=ander).status == 204
        assert site.vraag("GET", "/history", token=token).status == 401
        assert site.vraag("GET", "/history", token=ander).status == 401
        assert in_database(site, "SELECT count(*) FROM website_toegangen") == [(0,)]
    else:
        site.zeg(token, "wis dit gesprek")
        assert site.vraag("GET", "/history", token=ander).status == 401, "leest niet mee met wat nog komt"
        assert site.vraag("GET", "/history", token=token).status == 200
    assert terug(site, secret).status == 404
    assert in_database(site, "SELECT count(*) FROM website_terugkeer") == [(0,)]


def test_na_de_bewaartermijn_is_ook_de_link_weg(website: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    site = website()
    token = site.token()
    site.zeg(token, "hallo")
    secret = geheim(site, token)
    ander = terug(site, secret).json()["token"]
    in_database(site, "UPDATE events SET timestamp = timestamp - ?", 27 * DAG)
    in_database(site, "UPDATE website_sessies SET gezien = gezien - ?", 27 * DAG)
    assert terug(site, secret).status == 200
    monkeypatch.setenv("WEGWIJZER_BEWAARTERMIJN", "14")
    assert terug(site, secret).status == 404, "ook voordat de opruimer langskwam"
    monkeypatch.delenv("WEGWIJZER_BEWAARTERMIJN")
    in_database(site, "UPDATE events SET timestamp = timestamp - ?", 2 * DAG)
    opslag = site.agent.tracker_store._tracker_store
    assert wis_oude(28, opslag) == 1
    assert terug(site, secret).status == 404
    assert site.vraag("GET", "/history", token=ander).status == 401
    for tabel in ("website_terugkeer", "website_toegangen", "website_sessies", "events"):
        assert in_database(site, f"SELECT count(*) FROM {tabel}") == [(0,)], tabel


def test_twee_apparaten_in_een_gesprek(website: Start) -> None:
    site = website()
    een = site.token()
    site.zeg(een, "Ik zit op de laptop.")
    twee = terug(site, geheim(site, een)).json()["token"]
    antwoord = site.zeg(twee, "Nu op de telefoon.").json()
    laatste = site.zeg(een, "Weer op de laptop.", after=2000).json()
    gezegd = [b["text"] for b in laatste["messages"] if b["from"] == "user"]
    assert gezegd == ["Nu op de telefoon.", "Weer op de laptop."]
    assert teksten(site, een) == teksten(site, twee)
    knop = antwoord["messages"][-1]["buttons"][0]
    assert site.zeg(twee, choice=knop["id"]).json()["messages"]
    assert site.zeg(een, choice=knop["id"]).status == 400, "een knop hoort bij het apparaat dat hem kreeg"


def test_hetzelfde_apparaat_houdt_zijn_token(website: Start) -> None:
    site = website()
    token, vreemd = site.token(), site.token()
    secret = geheim(site, token)
    assert terug(site, secret, token).json()["token"] == token
    assert terug(site, secret, vreemd).json()["token"] not in (token, vreemd)
    assert terug(site, secret, "A" * 43).status == 200


def test_hoogstens_tien_apparaten(website: Start) -> None:
    site = website()
    token = site.token()
    secret = geheim(site, token)
    tokens = [terug(site, secret).json()["token"] for _ in range(12)]
    mag = [site.vraag("GET", "/history", token=t).status for t in (token, *tokens)]
    assert mag == [200] + [401] * 2 + [200] * 10


def test_een_link_vraagt_om_een_gesprek(website: Start) -> None:
    site = website()
    assert site.vraag("POST", "/link", {}).status == 401
    assert site.vraag("GET", "/link", token=site.token()).status == 405
    assert site.vraag("GET", f"/return?secret={geheim(site, site.token())}").status == 405
    assert site.vraag("POST", "/return", b"secret=x", Content_Type="application/x-www-form-urlencoded").status == 415
    assert site.vraag("POST", "/return", {"secret": "A" * 22}, Origin="https://kwaad.example").status == 403


@pytest.mark.parametrize(
    ("instelling", "koppen", "begin"),
    [
        ({"publiek_adres": "https://bot.example"}, {}, "https://bot.example/chat#"),
        ({}, {"Host": "bot.example", "Origin": "https://bot.example"}, "https://bot.example/chat#"),
        ({}, {"Host": "bot.example", "X-Forwarded-Proto": "https"}, "http://bot.example/chat#"),
        ({"proxy_kop": "x-adres"}, {"Host": "bot.example", "X-Forwarded-Proto": "https"}, "https://bot.example/chat#"),
        ({"sites": ("https://school.nl",)}, {"Origin": "https://school.nl"}, "http://127.0.0.1:"),
    ],
)
def test_het_adres_is_dat_van_deze_server(
    website: Start, instelling: dict[str, str], koppen: dict[str, str], begin: str
) -> None:
    site = website(**instelling)
    antwoord = site.vraag("POST", "/link", {}, site.token(), **koppen)
    assert antwoord.json()["link"].startswith(begin)


def test_de_link_staat_alleen_op_het_plan_als_erom_gevraagd_is(website: Start) -> None:
    site = website()
    token = site.token()
    site.agent.slots = {"leeftijd": 8, "onderwijssoort": "po"}
    site.zeg(token, "hallo")
    assert "#" not in site.vraag("GET", "/plan", token=token).inhoud.decode().partition("<body>")[2]
    vol = link(site, token)
    blad = site.vraag("GET", "/plan", token=token).inhoud.decode()
    assert f'<a href="{vol}">{vol}</a>' in blad
    assert "28 dagen na uw laatste bericht" in blad
    assert (
        vol
        not in site.vraag("GET", "/plan", token=terug(site, geheim(site, site.token())).json()["token"]).inhoud.decode()
    )


def test_ook_op_het_plan_in_de_chat_en_nooit_in_de_opslag(website: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    site = website()
    token = site.token()
    monkeypatch.setattr("naspel.KNOPPEN", [])
    site.zeg(token, "hallo")
    opdracht = "UPDATE events SET data = replace(data, '\"stap\": 2', '\"plan\": {}') WHERE type_name = 'bot'"
    in_database(site, opdracht)
    assert not any("chat#" in t for t in teksten(site, token))
    vol = link(site, token)
    assert teksten(site, token)[-1].count(vol) == 1
    assert vol.partition("#")[2].encode() not in op_schijf(site)


# The welcome of who opens the conversation again.


def stil_sinds(site: Website, dagen: float) -> None:
    """What the agent stores from now on: a talk in which a step is open, the parent silent for so many days."""
    toen = datetime.now(ZoneInfo("Europe/Amsterdam")) - timedelta(days=dagen)
    situatie = Situatie(stap="school", onderwijssoort="po")
    toestand = Toestand(situatie, "stap", [Knop("Dat loopt nog", "stap:loopt_nog")], begroet=True)
    toestand.gezien = toen.isoformat()
    site.agent.slots = toestand.als_slots()


def test_wie_na_dagen_de_chat_opent_wordt_een_keer_begroet(website: Start) -> None:
    site = website()
    token = site.token()
    stil_sinds(site, 5)
    site.zeg(token, "hallo")
    open_ = site.vraag("GET", "/history?after=0", token=token).json()
    laatste = open_["messages"][-1]
    assert laatste["text"] == "Welkom terug. Vorige keer was dit uw stap: praat met de school. Hoe is het gegaan?"
    assert laatste["buttons"][0]["title"] == "Gedaan, het hielp"
    assert open_["last"] == laatste["id"]
    assert site.vraag("GET", "/history?after=0", token=token).json()["messages"] == open_["messages"]
    gehoord = site.zeg(token, choice=laatste["buttons"][0]["id"], after=open_["last"])
    assert gehoord.json()["messages"][0]["text"] == "Gedaan, het hielp"


@pytest.mark.parametrize("dagen", [0.0, 0.4])
def test_wie_net_weg_was_niet(website: Start, dagen: float) -> None:
    site = website()
    token = site.token()
    stil_sinds(site, dagen)
    site.zeg(token, "hallo")
    assert len(teksten(site, token)) == 2


def test_niet_midden_in_een_gesprek(website: Start) -> None:
    """Asked for what is new, nobody opened anything."""
    site = website()
    token = site.token()
    stil_sinds(site, 5)
    site.zeg(token, "hallo")
    assert site.vraag("GET", "/history?after=2000", token=token).json()["messages"] == []


def test_het_welkom_verlengt_de_bewaartermijn_niet(website: Start) -> None:
    site = website()
    token = site.token()
    stil_sinds(site, 29)
    site.zeg(token, "hallo")
    in_database(site, "UPDATE events SET timestamp = timestamp - ?", 29 * DAG)
    assert len(teksten(site, token)) == 3
    assert wis_oude(28, site.agent.tracker_store._tracker_store) == 1
    assert site.vraag("GET", "/history", token=token).status == 401


def test_een_lopende_beurt_gaat_voor(website: Start) -> None:
    site = website()
    token = site.token()
    stil_sinds(site, 5)
    site.zeg(token, "hallo")
    in_database(site, f"UPDATE website_sessies SET bezig_tot = {time.time() + 35}")
    assert len(teksten(site, token)) == 2
    in_database(site, "UPDATE website_sessies SET bezig_tot = 0")
    assert len(teksten(site, token)) == 3

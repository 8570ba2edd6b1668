"""The contract of the website channel, on a real server with an agent that answers at once."""

from __future__ import annotations

import base64
import sqlite3
import threading
import time
import uuid
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from naspel import Website

Start = Callable[..., Website]


def _alles_in_de_database(site: Website) -> str:
    with sqlite3.connect(site.database) as verbinding:
        tabellen = [r[0] for r in verbinding.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return "\n".join(str(rij) for tabel in tabellen for rij in verbinding.execute(f"SELECT * FROM {tabel}"))


def test_een_gesprek_begint_met_een_sleutel_en_een_groet(website: Start) -> None:
    antwoord = website().vraag("POST", "/session", {})
    assert antwoord.status == 201
    token = antwoord.json()["token"]
    assert len(base64.urlsafe_b64decode(token + "=")) == 32
    assert "computerprogramma" in antwoord.json()["greeting"]["text"]
    assert antwoord.koppen["cache-control"] == "no-store"
    assert "set-cookie" not in antwoord.koppen


def test_een_bericht_geeft_de_nieuwe_berichten(website: Start) -> None:
    site = website()
    token = site.token()
    eerste = site.zeg(token, "mijn zoon zit thuis", sleutel="sleutel-nummer-1").json()
    assert [(b["from"], b["text"]) for b in eerste["messages"]] == [
        ("user", "mijn zoon zit thuis"),
        ("assistant", "Antwoord op: mijn zoon zit thuis"),
    ]
    ouder, assistent = eerste["messages"]
    assert ouder["key"] == "sleutel-nummer-1"
    assert 0 < ouder["id"] < assistent["id"] == eerste["last"]
    assert datetime.fromisoformat(assistent["at"]).tzinfo is not None
    assert assistent["custom"] == {"stap": 2}
    assert eerste["busy"] is False
    tweede = site.zeg(token, "en nu", after=eerste["last"]).json()
    assert [b["text"] for b in tweede["messages"]] == ["en nu", "Antwoord op: en nu"]
    assert tweede["messages"][0]["id"] > eerste["last"]


def test_de_geschiedenis_blijft_gelijk_na_een_herstart(website: Start) -> None:
    site = website()
    token = site.token()
    for tekst in ("een", "twee", "drie"):
        site.zeg(token, tekst)
    voor = site.vraag("GET", "/history?after=0", token=token).json()
    assert [b["text"] for b in voor["messages"] if b["from"] == "user"] == ["een", "twee", "drie"]
    assert voor["greeting"]["text"]
    midden = voor["messages"][2]["id"]
    site.stop()
    site.start()
    na = site.vraag("GET", "/history?after=0", token=token).json()
    assert na == voor
    rest = site.vraag("GET", f"/history?after={midden}", token=token).json()
    assert rest["messages"] == voor["messages"][3:]
    assert "greeting" not in rest


def test_dezelfde_sleutel_is_een_beurt(website: Start) -> None:
    site = website()
    token, sleutel = site.token(), str(uuid.uuid4())
    eerste = site.zeg(token, "hallo daar", sleutel)
    assert site.zeg(token, "hallo daar", sleutel).json() == eerste.json()
    site.stop()
    site.start()
    assert site.zeg(token, "hallo daar", sleutel).json() == eerste.json()
    assert site.agent.gehoord == []
    andere = site.token()
    assert site.zeg(andere, "hallo daar", sleutel).status == 200
    assert site.agent.gehoord == ["hallo daar"]


def test_dezelfde_sleutel_terwijl_de_eerste_nog_loopt(website: Start) -> None:
    site = website()
    site.agent.traag = 0.6
    token, sleutel = site.token(), str(uuid.uuid4())
    terug = _tegelijk([lambda: site.zeg(token, "hallo daar", sleutel)] * 4)
    assert [a.status for a in terug] == [200] * 4
    assert len({a.inhoud for a in terug}) == 1
    assert site.agent.gehoord == ["hallo daar"]


def test_een_beurt_die_na_een_stroomstoring_half_genoteerd_is(website: Start) -> None:
    """The answer was stored, but the server died before it noted that: the message is not said again."""
    site = website()
    token, sleutel = site.token(), str(uuid.uuid4())
    eerste = site.zeg(token, "hallo daar", sleutel)
    site.stop()
    with sqlite3.connect(site.database) as verbinding:
        verbinding.execute("UPDATE website_sleutels SET klaar = 0")
        verbinding.execute("UPDATE website_sessies SET bezig_tot = 0")
    site.start()
    assert site.zeg(token, "hallo daar", sleutel).json() == eerste.json()
    assert site.agent.gehoord == []


def test_een_beurt_tegelijk_in_een_gesprek(website: Start) -> None:
    site = website()
    site.agent.traag = 0.3
    een, ander = site.token(), site.token()
    terug = _tegelijk([lambda n=n: site.zeg(een, f"bericht {n}") for n in range(3)])  # type: ignore[misc]
    assert [a.status for a in terug] == [200] * 3
    assert site.agent.meeste_tegelijk == 1
    site.agent.samen = 2
    _tegelijk([lambda: site.zeg(een, "hallo"), lambda: site.zeg(ander, "hallo")])
    assert site.agent.meeste_tegelijk == 2


def test_een_tweede_bericht_wacht_niet_eindeloos(website: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    site = website()
    monkeypatch.setattr("wegwijzer.kanaal.beurt.WACHT", 0.3)
    site.agent.mag.clear()
    token = site.token()
    loopt = threading.Thread(target=lambda: site.zeg(token, "de eerste"))
    loopt.start()
    _wacht_op_een_beurt(site)
    bezet = site.zeg(token, "de tweede")
    assert (bezet.status, bezet.json()["error"]) == (429, "busy")
    assert bezet.json()["retry_after"] >= 1
    assert site.vraag("GET", "/history?after=0", token=token).json()["busy"] is True
    site.agent.mag.set()
    loopt.join()


def test_wie_weggaat_tijdens_een_beurt_vindt_het_antwoord_terug(website: Start) -> None:
    import http.client
    import json

    site = website()
    site.agent.mag.clear()
    site.agent.traag = 0.5
    token, sleutel = site.token(), str(uuid.uuid4())
    lijn = http.client.HTTPConnection("127.0.0.1", site.poort)
    koppen = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    lijn.request("POST", "/message", json.dumps({"key": sleutel, "text": "hallo daar"}), koppen)
    _wacht_op_een_beurt(site)
    lijn.close()
    site.agent.mag.set()
    terug = site.zeg(token, "hallo daar", sleutel).json()
    assert terug["messages"][-1]["text"] == "Antwoord op: hallo daar"
    assert site.agent.gehoord == ["hallo daar"]


def test_een_knop_is_haar_titel(website: Start) -> None:
    site = website()
    begin = site.vraag("POST", "/session", {}).json()
    token = begin["token"]
    groetknop = begin["greeting"]["buttons"][0]
    eerste = site.zeg(token, choice=groetknop["id"]).json()
    assert eerste["messages"][0]["text"] == groetknop["title"]
    knoppen = eerste["messages"][1]["buttons"]
    assert [k["title"] for k in knoppen] == ["Dat loopt nog", "Ja"]
    assert not any(k["id"] in k["title"] or k["title"] in k["id"] for k in knoppen)
    tweede = site.zeg(token, "iets anders", choice=knoppen[0]["id"], after=eerste["last"]).json()
    assert tweede["messages"][0]["text"] == "Dat loopt nog"
    assert len({k["id"] for b in (*eerste["messages"], *tweede["messages"]) for k in b["buttons"]}) == 4


def test_een_knop_van_een_ander_bestaat_niet(website: Start) -> None:
    site = website()
    token, ander = site.token(), site.token()
    knop = site.zeg(token, "hallo").json()["messages"][-1]["buttons"][0]["id"]
    site.zeg(ander, "hallo")
    gehoord = list(site.agent.gehoord)
    for gegeven in (knop, "verzonnen", "onderwerp_zorgplicht"):
        antwoord = site.zeg(ander, choice=gegeven)
        assert (antwoord.status, antwoord.json()["error"]) == (400, "bad_request")
        assert "keuze" in antwoord.json()["text"]
    assert site.agent.gehoord == gehoord


def test_een_getypte_intent_is_gewone_tekst(website: Start) -> None:
    site = website()
    site.zeg(site.token(), '/stop{"plaats": "Zwolle"}')
    assert site.agent.gehoord == ['stop{"plaats": "Zwolle"}']


def test_wissen_laat_niets_over(website: Start) -> None:
    site = website()
    token, blijver = site.token(), site.token()
    sleutel = str(uuid.uuid4())
    last = site.zeg(token, "dit is van mij", sleutel).json()["last"]
    site.vraag("POST", "/report", {"id": last, "text": "klopt niet hoor"}, token)
    site.zeg(blijver, "dit blijft staan")
    assert site.vraag("DELETE", "/session", token=token).status == 204
    alles = _alles_in_de_database(site)
    assert "dit blijft staan" in alles
    for weg in ("dit is van mij", sleutel, "klopt niet hoor"):
        assert weg not in alles
    for methode, pad in (("GET", "/history?after=0"), ("DELETE", "/session")):
        antwoord = site.vraag(methode, pad, token=token)
        assert (antwoord.status, antwoord.json()["error"]) == (401, "no_session")
    assert site.zeg(token, "nog iets").status == 401


def test_wissen_terwijl_een_beurt_loopt(website: Start) -> None:
    site = website()
    site.agent.mag.clear()
    token = site.token()
    terug: list[Any] = []
    loopt = threading.Thread(target=lambda: terug.append(site.zeg(token, "dit is van mij")))
    loopt.start()
    _wacht_op_een_beurt(site)
    assert site.vraag("DELETE", "/session", token=token).status == 204
    site.agent.mag.set()
    loopt.join()
    assert terug[0].status == 401
    assert "dit is van mij" not in _alles_in_de_database(site)


def test_wis_dit_gesprek_getypt(website: Start) -> None:
    """The session goes on; what comes after it has higher ids than anything before."""
    site = website()
    token = site.token()
    voor = site.zeg(token, "dit is van mij").json()["last"]
    gewist = site.zeg(token, "wis dit gesprek", after=voor).json()
    assert [b["text"] for b in gewist["messages"]] == ["Uw gesprek is gewist."]
    assert gewist["messages"][0]["custom"] == {"gewist": True}
    assert "dit is van mij" not in _alles_in_de_database(site)
    assert site.vraag("GET", "/history?after=0", token=token).json()["messages"] == []
    daarna = site.zeg(token, "ik begin opnieuw", after=gewist["last"]).json()["messages"]
    assert [b["text"] for b in daarna] == ["ik begin opnieuw", "Antwoord op: ik begin opnieuw"]
    assert daarna[0]["id"] > gewist["last"] > voor


def test_in_de_database_staat_geen_token_en_geen_naam(website: Start) -> None:
    site = website()
    token = site.token()
    site.zeg(token, "Mijn nummer is 06-12345678.")
    alles = _alles_in_de_database(site)
    assert token not in alles
    assert "12345678" not in alles
    assert "web-" in alles


def test_een_opmerking_gaat_naar_de_helpdesk(website: Start) -> None:
    site = website()
    token = site.token()
    site.zeg(token, "eerste vraag")
    berichten = site.zeg(token, "tweede vraag").json()["messages"]
    eerste_antwoord = berichten[1]["id"]
    assert (
        site.vraag("POST", "/report", {"id": eerste_antwoord, "text": "Bel 06-12345678, dit is oud"}, token).status
        == 202
    )
    with sqlite3.connect(site.database) as verbinding:
        verbinding.row_factory = sqlite3.Row
        [rij] = verbinding.execute("SELECT * FROM meldingen").fetchall()
    assert (rij["bericht"], rij["topic"]) == (eerste_antwoord, "topic_1")
    assert "dit is oud" in rij["tekst"]
    assert "12345678" not in rij["tekst"]
    assert rij["kennis"]
    for id_ in (berichten[0]["id"], berichten[-1]["id"] + 1000, eerste_antwoord + 1, -1, "x", None, True):
        assert site.vraag("POST", "/report", {"id": id_, "text": "x"}, token).status == 400


def _wacht_op_een_beurt(site: Website) -> None:
    einde = time.monotonic() + 60
    while not site.agent.tegelijk:
        assert time.monotonic() < einde, "er begon geen beurt"
        time.sleep(0.01)


def _tegelijk(vragen: list[Callable[[], Any]]) -> list[Any]:
    terug: list[Any] = [None] * len(vragen)

    def doe(plek: int) -> None:
        terug[plek] = vragen[plek]()

    draden = [threading.Thread(target=doe, args=(plek,)) for plek in range(len(vragen))]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    return terug

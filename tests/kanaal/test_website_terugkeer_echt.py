"""The welcome of who comes back, with the trained assistant: Rasa goes on after what was stored beside it."""

from __future__ import annotations

import json
import sqlite3
import uuid
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo


def _vraag(server: Any, methode: str, pad: str, token: str = "", inhoud: Any = None) -> Any:
    ruw = None if inhoud is None else json.dumps(inhoud).encode()
    return server.vraag(methode, pad, ruw, Authorization=f"Bearer {token}").json()


def _zeg(server: Any, token: str, **inhoud: Any) -> list[dict[str, Any]]:
    antwoord = _vraag(server, "POST", "/message", token, {"key": str(uuid.uuid4()), "after": 0, **inhoud})
    return list(antwoord["messages"])


def _lang_geleden(server: Any, dagen: int) -> None:
    """Let every talk in the database have fallen silent so many days ago."""
    toen = (datetime.now(ZoneInfo("Europe/Amsterdam")) - timedelta(days=dagen)).isoformat()
    with sqlite3.connect(server.database, timeout=60) as lijn:
        rijen = lijn.execute("SELECT id, data FROM events WHERE type_name = 'slot' AND action_name = 'gesprek'")
        for nummer, ruw in rijen.fetchall():
            event = json.loads(ruw)
            event["value"]["gezien"] = toen
            lijn.execute("UPDATE events SET data = ? WHERE id = ?", (json.dumps(event), nummer))


def test_wie_terugkomt_wordt_begroet_en_gaat_verder(server: Any) -> None:
    token = _vraag(server, "POST", "/session", inhoud={})["token"]
    _zeg(server, token, text="mijn zoon van 8 zit drie weken thuis, basisschool in Zwolle")
    _lang_geleden(server, 5)
    open_ = _vraag(server, "GET", "/history?after=0", token)["messages"]
    welkom = open_[-1]
    assert welkom["text"] == "Welkom terug. Vorige keer was dit uw stap: praat met de school. Hoe is het gegaan?"
    assert _vraag(server, "GET", "/history?after=0", token)["messages"] == open_
    knop = next(k for k in welkom["buttons"] if k["title"] == "Gedaan, hielp niet")
    daarna = [b["text"] for b in _zeg(server, token, choice=knop["id"], after=welkom["id"])]
    assert daarna[0] == "Gedaan, hielp niet"
    assert any("samenwerkingsverband" in t for t in daarna[1:])
    assert not any("Welkom terug" in t for t in daarna)
    bewaard = [b["text"] for b in _vraag(server, "GET", "/history?after=0", token)["messages"]]
    assert bewaard[: len(open_)] == [b["text"] for b in open_]
    assert bewaard[len(open_) :] == daarna


def test_wie_meteen_iets_typt_wordt_ook_begroet(server: Any) -> None:
    token = _vraag(server, "POST", "/session", inhoud={})["token"]
    eerst = _zeg(server, token, text="mijn dochter van 9 zit vier weken thuis, basisschool in Zwolle")
    _lang_geleden(server, 3)
    daarna = [b["text"] for b in _zeg(server, token, text="school wil niet praten", after=eerst[-1]["id"])]
    assert daarna[1].startswith("Welkom terug. Vorige keer was dit uw stap: praat met de school.")
    assert not any("Hoe is het gegaan?" in t for t in daarna)
    assert any("samenwerkingsverband" in t for t in daarna[2:])

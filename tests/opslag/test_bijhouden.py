"""What is noted beside a conversation: counters that are right, and questions that go with the conversation."""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from wegwijzer.opslag import bijhouden, cijfers, meldingen, open_vragen
from wegwijzer.opslag.bewaartermijn import DAG, wis_oude
from wegwijzer.opslag.gesprekken import GesprekkenOpslag
from wegwijzer.opslag.gewist import noteer, wis_opnieuw
from wegwijzer.opslag.meldingen import Melding
from wegwijzer.opslag.sessies import Sessie
from wegwijzer.opslag.tabellen import TELLINGEN
from wegwijzer.opslag.wissen import wis

Open = Callable[[], GesprekkenOpslag]
NAMEN = ("verantwoording", "stap", "swv", "gesprek")
DOMEIN = Domain.from_dict(
    {"version": "3.1", "slots": {n: {"type": "any", "mappings": [{"type": "custom"}]} for n in NAMEN}}
)
ONBEGREPEN = {"topic": "onduidelijk", "topics": ["onduidelijk"], "waarom": "niets boven 0.1"}
GEHEIM = "mijn buurvrouw zei iets over de blauwe tent"


class Ouder:
    """One conversation that is stored turn by turn, as Rasa does."""

    def __init__(self, opslag: GesprekkenOpslag, doe: Any, naam: str = "web-a") -> None:
        self.opslag, self.doe = opslag, doe
        self.tracker = DialogueStateTracker.from_events(naam, [], DOMEIN.slots, domain=DOMEIN)

    def zegt(
        self, tekst: str, uitleg: dict[str, Any], wanneer: float | None = None, nood: Any = None, **slots: Any
    ) -> None:
        nu = time.time() if wanneer is None else wanneer
        parse = {"intent": {"name": "pesten"}, "intent_ranking": [{"name": "pesten", "confidence": 0.2}]}
        bericht = UserUttered(tekst, parse["intent"], parse_data=parse, timestamp=nu, metadata={"nood": nood})
        for event in (
            ActionExecuted("action_listen", timestamp=nu),
            bericht,
            ActionExecuted("action_beurt", timestamp=nu),
            BotUttered("Een antwoord.", {"buttons": []}, timestamp=nu),
            *(SlotSet(n, w, timestamp=nu) for n, w in {"verantwoording": uitleg, **slots}.items()),
        ):
            self.tracker.update(event, DOMEIN)
        self.bewaar()

    def bewaar(self) -> None:
        self.doe(self.opslag.save(self.tracker))
        bijhouden.wacht()


@pytest.fixture
def opslag(open_opslag: Open) -> GesprekkenOpslag:
    return open_opslag()


def geteld(opslag: GesprekkenOpslag, *weken: str) -> dict[tuple[str, str], int]:
    gevonden = cijfers.lees(opslag, list(weken) or [cijfers.week_van(time.time())])
    return {(s, w): sum(n.values()) for s, per_wat in gevonden.items() for w, n in per_wat.items()}


def teksten(opslag: GesprekkenOpslag) -> list[tuple[str, str]]:
    return [(v.tekst, v.reden) for v in open_vragen.lijst(opslag)]


def test_een_gesprek_telt_zoals_het_liep(opslag: GesprekkenOpslag, doe: Any) -> None:
    ouder = Ouder(opslag, doe)
    ouder.zegt("een vraag", {"topic": "pesten"}, swv="VO2810", stap="school", gesprek={"taal": None})
    ouder.zegt("nog een vraag", {"topic": "pesten"})
    ouder.zegt("help", {"topic": "nood"}, stap="samenwerkingsverband")
    ouder.bewaar()
    assert geteld(opslag) == {
        ("beurt", "alle"): 3, ("gesprek", "alle"): 1, ("gesprek", "nieuw"): 1, ("onderwerp", "pesten"): 2,
        ("onderwerp", "nood"): 1, ("regio", "VO2810"): 1, ("stap", "school"): 1, ("stap", "samenwerkingsverband"): 1,
        ("taal", "nl"): 1,
    }  # fmt: skip


def test_wie_later_terugkomt(opslag: GesprekkenOpslag, doe: Any) -> None:
    """The same week after half a day, and again the week after."""
    maandag = 1_792_400_000.0 - 1_792_400_000.0 % 604_800 + 4 * DAG + 36_000
    ouder = Ouder(opslag, doe)
    ouder.zegt("een", {"topic": "pesten"}, maandag, swv="VO2810", gesprek={"taal": "tr"})
    ouder.zegt("twee", {"topic": "pesten"}, maandag + 60)
    ouder.zegt("drie", {"topic": "pesten"}, maandag + DAG)
    week = cijfers.week_van(maandag)
    eerste = geteld(opslag, week)
    assert (eerste["gesprek", "alle"], eerste["gesprek", "nieuw"], eerste["gesprek", "terug"]) == (1, 1, 1)
    ouder.zegt("vier", {"topic": "pesten"}, maandag + 8 * DAG)
    tweede = geteld(opslag, cijfers.week_van(maandag + 8 * DAG))
    assert (tweede["gesprek", "alle"], tweede["gesprek", "terug"]) == (1, 1)
    assert ("gesprek", "nieuw") not in tweede
    assert (tweede["regio", "VO2810"], tweede["taal", "tr"]) == (1, 1)
    assert geteld(opslag, week) == eerste


def test_twee_draden_tellen_samen(open_opslag: Open) -> None:
    """Two stores on one file, as two workers have: nothing gets lost, and new rows are made once."""
    fouten: list[Exception] = []
    begin = threading.Barrier(2)

    def tel(opslag: GesprekkenOpslag) -> None:
        try:
            begin.wait()
            for nummer in range(100):
                with opslag.session_scope() as sessie:
                    cijfers.tel_in(sessie, "2026-W47", [("onderwerp", f"t{nummer % 7}"), ("beurt", "alle")])
                    sessie.commit()
        except Exception as fout:
            fouten.append(fout)

    draden = [threading.Thread(target=tel, args=(open_opslag(),)) for _ in range(2)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert fouten == []
    alles = geteld(open_opslag(), "2026-W47")
    assert alles.pop(("beurt", "alle")) == 200
    assert sum(alles.values()) == 200 and len(alles) == 7


def test_open_vragen(opslag: GesprekkenOpslag, doe: Any) -> None:
    ouder = Ouder(opslag, doe)
    ouder.zegt(GEHEIM, ONBEGREPEN)
    ouder.zegt(GEHEIM, ONBEGREPEN)
    ouder.zegt("tussen twee dingen", {**ONBEGREPEN, "topics": ["pesten", "vervoer"]})
    ouder.zegt("wat kost een fiets", {"topic": "buiten_bereik"})
    ouder.zegt("gewoon beantwoord", {"topic": "pesten"})
    ouder.zegt("er ging iets mis", {**ONBEGREPEN, "waarom": "storing"})
    ouder.zegt("donkere gedachten", ONBEGREPEN, nood={"niveau": "zorg", "soort": "suicide"})
    ouder.zegt("?!", ONBEGREPEN)
    assert teksten(opslag) == [
        (GEHEIM, "onduidelijk"), ("tussen twee dingen", "keuze"), ("wat kost een fiets", "buiten_bereik"),
    ]  # fmt: skip
    assert open_vragen.lijst(opslag)[0].dichtbij == "pesten"


def test_een_excuus_van_de_server_zegt_niets_van_het_vorige_antwoord(opslag: GesprekkenOpslag, doe: Any) -> None:
    ouder = Ouder(opslag, doe)
    ouder.zegt("een vraag", {"topic": "pesten"})
    for event in (ActionExecuted("action_listen"), UserUttered("nog een", {"name": "x"}), BotUttered("Excuses.")):
        ouder.tracker.update(event, DOMEIN)
    ouder.bewaar()
    assert (geteld(opslag)["onderwerp", "pesten"], geteld(opslag)["onderwerp", "onduidelijk"]) == (1, 1)
    assert teksten(opslag) == []


def test_een_opmerking_maakt_de_vraag_open(opslag: GesprekkenOpslag, doe: Any) -> None:
    ouder = Ouder(opslag, doe)
    ouder.zegt("hoe laat gaat de bel", {"topic": "pesten"})
    ouder.zegt("en dit was gevaar", {"topic": "nood"})
    van = Sessie("h", "web-a", 0)
    for nummer in (2, 4):
        assert meldingen.bewaar(opslag, van, nummer, Melding(nummer, "klopt niet", "v1", 1), time.time())
    assert teksten(opslag) == [("hoe laat gaat de bel", "opmerking")]


def test_wissen_neemt_de_open_vragen_mee(opslag: GesprekkenOpslag, doe: Any) -> None:
    Ouder(opslag, doe, "web-a").zegt(GEHEIM, ONBEGREPEN)
    Ouder(opslag, doe, "web-b").zegt("een andere", ONBEGREPEN)
    wis(opslag, "web-a")
    assert [t for t, _ in teksten(opslag)] == ["een andere"]
    assert geteld(opslag)["beurt", "alle"] == 2


def test_wie_net_gewist_is_komt_niet_terug(opslag: GesprekkenOpslag, doe: Any) -> None:
    """The note of a turn can come after the parent wiped the conversation."""
    Ouder(opslag, doe).zegt("een begin", {"topic": "pesten"})
    wis(opslag, "web-a")
    bijhouden.schrijf(opslag, bijhouden.Notitie("web-a", time.time(), (), GEHEIM, "onduidelijk"))
    assert teksten(opslag) == []


def test_een_oude_kopie_brengt_niets_terug(opslag: GesprekkenOpslag, doe: Any) -> None:
    """Wiped, put back by a back-up, and spoken in since: what was before stays away."""
    ouder = Ouder(opslag, doe)
    ouder.zegt(GEHEIM, ONBEGREPEN, time.time() - 100)
    with opslag.session_scope() as sessie:
        noteer(sessie, ["web-a"], time.time() - 50)
        sessie.commit()
    ouder.zegt("dit is van daarna", ONBEGREPEN)
    wis_opnieuw(opslag)
    assert [t for t, _ in teksten(opslag)] == ["dit is van daarna"]


def test_na_de_termijn_staat_er_niets_meer_van_een_ouder(opslag: GesprekkenOpslag, doe: Any) -> None:
    """Nowhere in the file of the database; the counters stay, until they are two years old."""
    lang_geleden = time.time() - 40 * DAG
    Ouder(opslag, doe, "web-oud").zegt(GEHEIM, ONBEGREPEN, lang_geleden)
    with opslag.session_scope() as sessie:
        cijfers.tel_in(sessie, "2023-W01", [("beurt", "alle")])
        sessie.commit()
    assert len(teksten(opslag)) == 1
    assert wis_oude(28, opslag) == 1
    assert teksten(opslag) == []
    assert geteld(opslag, cijfers.week_van(lang_geleden))["beurt", "alle"] == 1
    with opslag.session_scope() as sessie:
        assert "2023-W01" not in [w for (w,) in sessie.execute(sa.select(TELLINGEN.c.week))]
    pad = str(opslag.engine.url.database)
    opslag.sluit()
    with sqlite3.connect(pad) as los:
        los.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        alles = "\n".join(los.iterdump())
    assert "tellingen" in alles and GEHEIM not in alles and "web-oud" not in alles


def test_een_vraag_in_een_gesprek_dat_doorgaat_verloopt_zelf(opslag: GesprekkenOpslag, doe: Any) -> None:
    ouder = Ouder(opslag, doe)
    ouder.zegt(GEHEIM, ONBEGREPEN, time.time() - 40 * DAG)
    ouder.zegt("ik ben er weer", {"topic": "pesten"})
    assert wis_oude(28, opslag) == 0
    assert teksten(opslag) == []


def test_een_vergrendelde_database_houdt_geen_beurt_op(
    opslag: GesprekkenOpslag, doe: Any, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The turn is stored; what could not be noted is a line in the log without the parent's words."""

    def stuk(*_: Any) -> None:
        raise sa.exc.OperationalError(GEHEIM, {}, Exception("vergrendeld"))

    monkeypatch.setattr(cijfers, "tel_in", stuk)
    with caplog.at_level(logging.ERROR):
        Ouder(opslag, doe).zegt(GEHEIM, ONBEGREPEN)
    assert doe(opslag.retrieve("web-a")).latest_message.text == GEHEIM
    assert "kon niet worden geteld" in caplog.text and GEHEIM not in caplog.text


def test_een_beurt_wacht_niet_op_het_tellen(
    opslag: GesprekkenOpslag, doe: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    los, geschreven = threading.Event(), []
    monkeypatch.setattr(bijhouden, "schrijf", lambda *_: geschreven.append(los.wait(60)))
    ouder = Ouder(opslag, doe)
    monkeypatch.setattr(bijhouden, "wacht", lambda: None)
    try:
        ouder.zegt(GEHEIM, ONBEGREPEN)
        assert doe(opslag.retrieve("web-a")).latest_message.text == GEHEIM
        assert geschreven == [], "de beurt wachtte tot er geteld was"
    finally:
        los.set()
    monkeypatch.undo()
    bijhouden.wacht()


@pytest.mark.parametrize(
    ("dag", "week"), [("2026-01-01", "2026-W01"), ("2027-01-01", "2026-W53"), ("2026-11-22", "2026-W47")]
)
def test_weken_over_de_jaarwisseling(dag: str, week: str) -> None:
    import datetime as d

    assert cijfers.week_van(d.datetime.fromisoformat(f"{dag}T12:00:00+01:00").timestamp()) == week
    assert cijfers.weken_tot("2027-W01", 2) == ["2026-W53", "2027-W01"]

"""The end of a conversation is enough for a turn: it knows what the whole knows, and only what is new gets stored."""

from __future__ import annotations

import inspect
import json
import time
from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    BotUttered,
    DefinePrevUserUtteredFeaturization,
    Event,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from wegwijzer.gesprekspartner import Gesprekspartner
from wegwijzer.opslag.bewaartermijn import DAG, wis_oude
from wegwijzer.opslag.gesprekken import GesprekkenOpslag
from wegwijzer.opslag.staart import BEURTEN, VENSTER, Staart
from wegwijzer.opslag.wissen import wis

EIGEN = {"mappings": [{"type": "custom"}]}
DOMEIN = Domain.from_dict(
    {
        "version": "3.1",
        "intents": ["informeer", "vraag"],
        "actions": ["action_beurt"],
        "slots": {
            "plaats": {"type": "any", **EIGEN},
            "gesprek": {"type": "any", **EIGEN},
            # Unlike ours, one that policies see: what they see of past turns must be right too.
            "keuze": {"type": "text", "influence_conversation": True, **EIGEN},
        },
    }
)
Open = Callable[[], GesprekkenOpslag]


class Geheel(GesprekkenOpslag):
    """Reads and stores as Rasa does."""

    async def _haal(self, sender_id: str, alles: bool) -> DialogueStateTracker | None:
        return await SQLTrackerStore._retrieve(self, sender_id, alles)


@pytest.fixture
def winkel(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[..., GesprekkenOpslag]:
    """Opens a file, as a worker does; `soort` may read it in another way."""
    monkeypatch.delenv("WEGWIJZER_DB", raising=False)
    return lambda naam="g", soort=GesprekkenOpslag: soort(domain=DOMEIN, db=str(tmp_path / f"{naam}.db"))


def beurt(nummer: int) -> list[Event]:
    """What Rasa adds in one turn. `plaats` is told at the third, `keuze` now and then; some turns have two replies."""
    events: list[Event] = [
        UserUttered(f"bericht {nummer}", {"name": "vraag" if nummer % 2 else "informeer"}, message_id=f"s{nummer}"),
        DefinePrevUserUtteredFeaturization(False),
        ActionExecuted("action_beurt"),
        *(BotUttered(f"antwoord {nummer}.{n}") for n in range(1 + nummer % 3 // 2)),
        SlotSet("gesprek", {"n": nummer}),
    ]
    if nummer == 2:
        events.append(SlotSet("plaats", "Zwolle"))
    if nummer % 11 == 0:
        events.append(SlotSet("keuze", f"k{nummer}" if nummer % 2 else None))
    return [*events, ActionExecuted("action_listen")]


def begin() -> list[Event]:
    return [ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")]


def zeg(doe: Any, opslag: GesprekkenOpslag, wie: str, events: list[Event]) -> DialogueStateTracker:
    """One turn, as the message processor does it; returns the tracker that it stored."""
    tracker = doe(opslag.get_or_create_tracker(wie, append_action_listen=False))
    for event in events:
        tracker.update(event, DOMEIN)
    doe(opslag.save(tracker))
    return tracker


def voer(doe: Any, opslag: GesprekkenOpslag, wie: str, beurten: int) -> None:
    zeg(doe, opslag, wie, begin())
    for nummer in range(beurten):
        zeg(doe, opslag, wie, beurt(nummer))


def rijen(opslag: GesprekkenOpslag, wie: str) -> list[tuple[Any, ...]]:
    """What is stored, without the time."""
    event = SQLTrackerStore.SQLEvent
    vraag = sa.select(event.type_name, event.action_name, event.data).where(event.sender_id == wie).order_by(event.id)
    with opslag.session_scope() as sessie:
        return [(s, a, {**json.loads(d), "timestamp": 0}) for s, a, d in sessie.execute(vraag)]


def weet(tracker: DialogueStateTracker) -> dict[str, Any]:
    """All that a tracker knows, save the events of long ago."""
    alles = tracker.current_state()
    staten = DOMEIN.states_for_tracker_history(tracker)[-2 * BEURTEN :]
    gezegd = tracker.latest_bot_utterance.text if tracker.latest_bot_utterance else None
    return {**alles, "staten": staten, "gezegd": gezegd, "is": [e.type_name for e in list(tracker.events)[-3:]]}


@pytest.mark.parametrize("beurten", [*range(0, 12), 25, 60])
def test_het_einde_weet_wat_het_geheel_weet(winkel: Any, doe: Any, beurten: int) -> None:
    opslag = winkel()
    voer(doe, opslag, "ouder", beurten)
    einde, geheel = doe(opslag.retrieve("ouder")), doe(winkel(soort=Geheel).retrieve("ouder"))
    assert isinstance(einde, Staart)
    assert not isinstance(geheel, Staart)
    assert weet(einde) == weet(geheel)
    assert weet(einde.copy()) == weet(einde)
    if beurten > 10:
        assert einde.get_slot("plaats") == "Zwolle"
        assert len(einde.events) < len(geheel.events)


def test_bewaard_wordt_hetzelfde_als_op_rasas_manier(winkel: Any, doe: Any) -> None:
    voer(doe, winkel("kort"), "ouder", 30)
    voer(doe, winkel("heel", Geheel), "ouder", 30)
    assert rijen(winkel("kort"), "ouder") == rijen(winkel("heel"), "ouder")


def test_een_beurt_leest_niet_meer_naarmate_het_gesprek_langer_is(winkel: Any, doe: Any) -> None:
    opslag = winkel()
    voer(doe, opslag, "ouder", 150)
    assert len(doe(opslag.retrieve("ouder")).events) <= VENSTER + 1 + len(DOMEIN.slots)
    assert len(doe(opslag.retrieve_full_tracker("ouder")).events) > 150 * 6, "wie alles vraagt krijgt alles"


def test_twee_werkers_om_en_om(winkel: Any, doe: Any) -> None:
    werkers = (winkel(), winkel())
    zeg(doe, werkers[0], "ouder", begin())
    for nummer in range(40):
        gezien = doe(werkers[nummer % 2].retrieve("ouder"))
        assert nummer == 0 or gezien.latest_message.text == f"bericht {nummer - 1}"
        zeg(doe, werkers[nummer % 2], "ouder", beurt(nummer))
    voer(doe, winkel("alleen", Geheel), "ouder", 40)
    assert rijen(winkel(), "ouder") == rijen(winkel("alleen"), "ouder")


@pytest.mark.parametrize("soort", [GesprekkenOpslag, Geheel])
def test_dezelfde_beurt_van_twee_werkers_staat_er_een_keer(winkel: Any, doe: Any, soort: Any) -> None:
    """A worker that was held up stores its turn after another did it again: as in Rasa's way, it adds nothing."""
    opslag = winkel(soort=soort)
    voer(doe, opslag, "ouder", 20)
    traag = doe(opslag.retrieve("ouder"))
    for event in beurt(20):
        traag.update(event, DOMEIN)
    zeg(doe, winkel(soort=soort), "ouder", beurt(20))
    voor = rijen(opslag, "ouder")
    doe(opslag.save(traag))
    assert rijen(opslag, "ouder") == voor


def test_twee_keer_bewaren_is_een_keer(winkel: Any, doe: Any) -> None:
    opslag = winkel()
    voer(doe, opslag, "ouder", 20)
    tracker = zeg(doe, opslag, "ouder", beurt(20))
    voor = rijen(opslag, "ouder")
    doe(opslag.save(tracker))
    assert rijen(opslag, "ouder") == voor
    for event in beurt(21):
        tracker.update(event, DOMEIN)
    doe(opslag.save(tracker))
    assert len(rijen(opslag, "ouder")) == len(voor) + len(beurt(21))


def test_wat_gewist_werd_terwijl_een_beurt_liep_komt_niet_terug(winkel: Any, doe: Any) -> None:
    """Rasa's way would store the whole conversation again."""
    opslag = winkel()
    voer(doe, opslag, "ouder", 20)
    loopt = doe(opslag.retrieve("ouder"))
    wis(winkel(), "ouder")
    for event in beurt(20):
        loopt.update(event, DOMEIN)
    doe(opslag.save(loopt))
    assert "bericht 20" in str(rijen(opslag, "ouder"))
    assert "bericht 19" not in str(rijen(opslag, "ouder"))
    assert "Zwolle" not in str(rijen(opslag, "ouder"))


def test_na_wissen_en_opruimen_is_er_niets(winkel: Any, doe: Any) -> None:
    opslag = winkel()
    for wie in ("gewist", "oud"):
        voer(doe, opslag, wie, 20)
        assert doe(opslag.retrieve(wie)).get_slot("plaats") == "Zwolle"
    wis(winkel(), "gewist")
    with opslag.session_scope() as sessie:
        sessie.execute(sa.update(SQLTrackerStore.SQLEvent).values(timestamp=time.time() - 40 * DAG))
        sessie.commit()
    assert wis_oude(28, winkel()) == 1
    for wie in ("gewist", "oud"):
        assert doe(opslag.retrieve(wie)) is None
        zeg(doe, opslag, wie, beurt(0))
        assert doe(opslag.retrieve(wie)).get_slot("plaats") is None


@pytest.mark.parametrize(("voor", "na"), [(12, 20), (12, 2), (3, 1)])
@pytest.mark.parametrize("soort", [Restarted, SessionStarted])
def test_wat_eerder_gesprekken_afsluit_leest_rasa_zelf(
    winkel: Any, doe: Any, soort: type[Event], voor: int, na: int
) -> None:
    """A restart or a second session changes what counts of before; ours have neither."""
    opslag = winkel()
    voer(doe, opslag, "ouder", voor)
    zeg(doe, opslag, "ouder", [soort()])
    for nummer in range(na):
        zeg(doe, opslag, "ouder", beurt(100 + nummer))
    gelezen = doe(opslag.retrieve("ouder"))
    assert not isinstance(gelezen, Staart)
    assert weet(gelezen) == weet(doe(winkel(soort=Geheel).retrieve("ouder")))


def test_een_beurt_langer_dan_het_venster_wordt_heel_gelezen(winkel: Any, doe: Any) -> None:
    opslag = winkel()
    voer(doe, opslag, "ouder", 5)
    zeg(doe, opslag, "ouder", [BotUttered(f"nog {n}") for n in range(VENSTER)])
    assert len(doe(opslag.retrieve("ouder")).events) > 5 * 6 + VENSTER


def test_rasa_leest_en_bewaart_nog_zo() -> None:
    """Where Rasa goes another way, ours would no longer be asked, or store too much."""
    assert "self._additional_events(session, tracker)" in inspect.getsource(SQLTrackerStore.save)
    assert "_retrieve(sender_id, fetch_events_from_all_sessions=False)" in inspect.getsource(SQLTrackerStore.retrieve)
    bron = inspect.getsource(SQLTrackerStore._retrieve)
    assert "self._event_query(" in bron and "DialogueStateTracker.from_dict(" in bron


def test_geen_regel_kijkt_verder_terug(partner: Gesprekspartner) -> None:
    """Three turns are six actions; the rules of the trained model see fewer states."""
    regels = [
        json.loads(sleutel)
        for knoop in partner.verwerker.graph_runner._instantiated_nodes.values()
        for tabel in (getattr(knoop._component, "lookup", None) or {}).values()
        if isinstance(tabel, dict)
        for sleutel in tabel
    ]
    assert regels
    assert max(map(len, regels)) < 2 * BEURTEN

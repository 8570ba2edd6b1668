"""The end of a conversation, read from the database: all that a turn needs of it, however long it has become.

Rasa reads, replays and copies every event of the conversation at each message. Here a turn gets the last whole turns,
and before them the value that each slot had by then (docs/decisions/0026-the-end-of-a-conversation.md).
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.events import (
    ActionExecuted,
    BotUttered,
    DefinePrevUserUtteredFeaturization,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.slots import Slot
from rasa.shared.core.trackers import DialogueStateTracker

VENSTER = 48
"""So many of the last events are read (some six turns); a conversation of no more is read whole."""
BEURTEN = 3
"""So many whole turns they must hold; no rule of ours looks further back than the turn that runs."""
SESSIE = SessionStarted.type_name
GEWOON = {SESSIE} | {
    soort.type_name for soort in (ActionExecuted, BotUttered, DefinePrevUserUtteredFeaturization, SlotSet, UserUttered)
}
"""Events that undo nothing before them. A conversation that holds others (a restart, a form) is Rasa's to read."""


class Staart(DialogueStateTracker):
    """The end of a conversation. The first `gelezen` events came from the database, which held `bewaard` by then."""

    gelezen: int
    bewaard: int


def lees(sessie: Any, gesprek: str, slots: Iterable[Slot]) -> Staart | None:
    """The end of conversation `gesprek`, as a tracker that knows what one of the whole conversation does, save what
    was said before; None where there is nothing, or something that only Rasa's own way reads rightly.

    `sessie`: an open SQLAlchemy session of the tracker store.
    """
    event = SQLTrackerStore.SQLEvent
    vraag = (
        sa.select(event.id, event.type_name, event.action_name, event.timestamp, event.data)
        .where(event.sender_id == gesprek)
        .order_by(event.id.desc())
        .limit(VENSTER + 1)
    )
    rijen = list(reversed(sessie.execute(vraag).all()))
    if len(rijen) > VENSTER:
        return _einde(sessie, gesprek, slots, rijen)
    begonnen = [r.timestamp for r in rijen if r.type_name == SESSIE]
    if not rijen or len(begonnen) > 1 or not {r.type_name for r in rijen} <= GEWOON:
        return None
    # Rasa leaves out what stands before the session began: that it was to begin.
    ruw = [r.data for r in rijen if not begonnen or r.timestamp >= begonnen[0]]
    return _maak(gesprek, ruw, slots, len(rijen))


def nieuw(sessie: Any, staart: Staart) -> Iterator[Event]:
    """What the database does not hold yet. As in Rasa's way, as many as another has stored meanwhile are left out: that
    other did this very turn."""
    event = SQLTrackerStore.SQLEvent
    vraag = sa.select(sa.func.count()).select_from(event).where(event.sender_id == staart.sender_id)
    ander = int(sessie.execute(vraag).scalar() or 0) - staart.bewaard
    return itertools.islice(staart.events, staart.gelezen + max(0, ander), None)


def _einde(sessie: Any, gesprek: str, slots: Iterable[Slot], rijen: list[Any]) -> Staart | None:
    """From the first turn on that is whole among `rijen`, with the slots as they were then."""
    event = SQLTrackerStore.SQLEvent
    begin = next((i for i, r in enumerate(rijen) if r.action_name == ACTION_LISTEN_NAME), len(rijen))
    einde = rijen[begin:]
    if sum(r.type_name == UserUttered.type_name for r in einde) < BEURTEN:
        return None
    eerder = sa.and_(event.sender_id == gesprek, event.id < einde[0].id)
    soorten = sa.select(event.type_name, event.action_name, sa.func.max(event.id), sa.func.count())
    groepen = sessie.execute(soorten.where(eerder).group_by(event.type_name, event.action_name)).all()
    begonnen = sum(n for soort, _, _, n in groepen if soort == SESSIE)
    if begonnen > 1 or not {r.type_name for r in einde} <= GEWOON - {SESSIE}:
        return None
    if not {soort for soort, *_ in groepen} <= GEWOON:
        return None
    laatste = [id_ for soort, _, id_, _ in groepen if soort == SlotSet.type_name]
    gezet = sessie.execute(sa.select(event.data).where(event.id.in_(laatste)).order_by(event.id)).scalars().all()
    ruw = [*gezet, *(r.data for r in einde)]
    return _maak(gesprek, ruw, slots, sum(n for *_, n in groepen) + len(einde))


def _maak(gesprek: str, ruw: Iterable[str], slots: Iterable[Slot], bewaard: int) -> Staart:
    staart = Staart.from_dict(gesprek, [json.loads(r) for r in ruw], slots)
    assert isinstance(staart, Staart)
    staart.gelezen, staart.bewaard = len(staart.events), bewaard
    return staart

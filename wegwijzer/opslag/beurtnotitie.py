"""What is noted of a turn beside the conversation: counters, and the question itself where it was not well answered."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rasa.shared.core.events import BotUttered, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from wegwijzer.opslag import cijfers, open_vragen

ONDUIDELIJK, BUITEN, STORING = "onduidelijk", "buiten_bereik", "storing"
"""Topics of the contract that no knowledge answers; and the reason of an answer that is an apology."""
WEG = 12 * 3600.0
"""Who says something after so long a silence (seconds) came back; as in gesprek/terugkeer.py."""
LANGST = 2_000
"""Of a question so many characters are kept."""
_WOORD = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True)
class Notitie:
    """`vraag` is empty where there is nothing to keep; `reden` and `dichtbij`: see open_vragen.py."""

    gesprek: str
    tijd: float
    tellingen: tuple[cijfers.Telling, ...]
    vraag: str = ""
    reden: str = ""
    dichtbij: str = ""


def notitie(tracker: DialogueStateTracker, nieuw: Sequence[Event]) -> Notitie | None:
    """Of the turn whose events are `nieuw`; None where a parent said nothing in it."""
    gezegd = [e for e in nieuw if isinstance(e, UserUttered)]
    if not gezegd:
        return None
    nu = gezegd[-1]
    uitleg = _uitleg(tracker, nieuw)
    topic = str(uitleg.get("topic") or ONDUIDELIJK)
    eerder = [e.timestamp for e in tracker.events if isinstance(e, UserUttered)][: -len(gezegd)]
    tellingen = tuple(_tellingen(tracker, nieuw, topic, eerder, nu.timestamp))
    reden = _reden(uitleg, topic, nu)
    if not reden:
        return Notitie(tracker.sender_id, nu.timestamp, tellingen)
    ranking = (nu.parse_data or {}).get("intent_ranking") or [{}]
    dichtbij = str(ranking[0].get("name") or "")
    return Notitie(tracker.sender_id, nu.timestamp, tellingen, (nu.text or "").strip()[:LANGST], reden, dichtbij)


def _uitleg(tracker: DialogueStateTracker, nieuw: Sequence[Event]) -> Mapping[str, Any]:
    """What answered; an apology of the server itself bears no data, and says nothing of what answered before."""
    antwoorden = [e for e in nieuw if isinstance(e, BotUttered)]
    if not antwoorden or not antwoorden[-1].data:
        return {"topic": ONDUIDELIJK, "waarom": STORING}
    waarde = tracker.get_slot("verantwoording")
    return waarde if isinstance(waarde, Mapping) else {}


def _tellingen(
    tracker: DialogueStateTracker, nieuw: Sequence[Event], topic: str, eerder: Sequence[float], nu: float
) -> list[cijfers.Telling]:
    uit = [(cijfers.BEURT, cijfers.ALLE), (cijfers.ONDERWERP, topic)]
    gezet = {e.key: e.value for e in nieuw if isinstance(e, SlotSet)}
    if gezet.get("stap"):
        uit.append((cijfers.STAP, str(gezet["stap"])))
    eerste = not eerder or cijfers.week_van(eerder[-1]) != cijfers.week_van(nu)
    if eerste:
        uit.append((cijfers.GESPREK, cijfers.ALLE))
    if not eerder:
        uit.append((cijfers.GESPREK, cijfers.NIEUW))
    elif nu - eerder[-1] >= WEG:
        uit.append((cijfers.GESPREK, cijfers.TERUG))
    swv = gezet.get("swv") or (tracker.get_slot("swv") if eerste else None)
    if swv:
        uit.append((cijfers.REGIO, str(swv)))
    if eerste:
        uit.append((cijfers.TAAL, _taal(tracker.get_slot("gesprek"))))
    return uit


def _taal(gesprek: Any) -> str:
    return str((gesprek.get("taal") if isinstance(gesprek, Mapping) else None) or "nl")


def _reden(uitleg: Mapping[str, Any], topic: str, bericht: UserUttered) -> str:
    """Why the message is an open question; empty where it is none. Danger never is: that is too private to keep."""
    if (bericht.metadata or {}).get("nood") or uitleg.get("waarom") == STORING or not _WOORD.search(bericht.text or ""):
        return ""
    if topic == BUITEN:
        return open_vragen.BUITEN
    if topic != ONDUIDELIJK:
        return ""
    gehoord = [t for t in uitleg.get("topics") or () if t != ONDUIDELIJK]
    return open_vragen.KEUZE if gehoord else open_vragen.ONDUIDELIJK

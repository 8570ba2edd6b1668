"""The one action: a turn of the conversation."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from wegwijzer.gesprek.beurt import beurt
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Toestand
from wegwijzer.huis import Huis, houder
from wegwijzer.klok import NEDERLAND
from wegwijzer.nood import Oordeel, vul_aan
from wegwijzer.storing import plek_van
from wegwijzer.taal import gevaar
from wegwijzer.taal.vondst import Vondst

logger = logging.getLogger(__name__)


class ActionBeurt(Action):
    """Reads what Rasa understood and remembers, calls the core, and utters."""

    def name(self) -> str:
        """The name that rules and domain use."""
        return "action_beurt"

    def huis(self) -> Huis:
        """What is known while this turn lasts."""
        return houder().haal()

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        """One turn. An error becomes an apology with a telephone number, and a log line without personal data."""
        slots = tracker.current_slot_values()
        try:
            uit = beurt(lees_bericht(tracker.latest_message), Toestand.uit_slots(slots), self.huis())
        except Exception as fout:
            logger.error("Een beurt mislukte: %s", plek_van(fout))
            dispatcher.utter_message(response="utter_storing")
            return [SlotSet("verantwoording", {"topic": "onduidelijk", "topics": ["onduidelijk"], "waarom": "storing"})]
        for antwoord in uit.antwoorden:
            zeg(dispatcher, antwoord)
        return [SlotSet(naam, waarde) for naam, waarde in nieuwe_slots(uit).items() if slots.get(naam) != waarde]


def nieuwe_slots(uit: Beurt) -> dict[str, Any]:
    """The state to remember, and what answered and why (for the batch output and the helpdesk)."""
    verantwoording = {"topic": uit.topic, "topics": list(uit.topics), "waarom": uit.waarom, "wis": uit.wis}
    return {**uit.toestand.als_slots(), "verantwoording": verantwoording}


def zeg(dispatcher: CollectingDispatcher, antwoord: Antwoord) -> None:
    """One reply. A button's payload is its own title: pressing is typing, and no payload can be forged."""
    knoppen = [{"title": k.titel, "payload": k.titel} for k in antwoord.knoppen]
    dispatcher.utter_message(text=antwoord.tekst, buttons=knoppen or None, json_message=dict(antwoord.custom) or None)


def lees_bericht(bericht: dict[str, Any]) -> Bericht:
    """Rasa's parsed message as the core reads it."""
    metadata = bericht.get("metadata") or {}
    nu = metadata.get("nu")
    return Bericht(
        tekst=bericht.get("text") or "",
        nu=datetime.fromisoformat(nu).astimezone(NEDERLAND) if nu else datetime.now(NEDERLAND),
        ranking=[(i["name"], float(i["confidence"])) for i in bericht.get("intent_ranking") or []],
        gehoord=[(i["name"], float(i["confidence"])) for i in bericht.get("gehoord") or []],
        vondsten=[Vondst(e["entity"], e["value"], e["start"], e["end"]) for e in bericht.get("entities") or []],
        nood=_tweede_net(bericht, metadata.get("nood")),
        verwijderd=metadata.get("verwijderd") or (),
    )


def _tweede_net(bericht: dict[str, Any], nood: dict[str, str] | None) -> dict[str, str] | None:
    """What the danger rules said (`nood`), raised where the learned net sees more."""
    tekst, regels = bericht.get("text") or "", houder().haal().noodregels
    oordeel = Oordeel(nood["niveau"], nood["soort"], (0, len(tekst))) if nood else None
    delen = list(zip(gevaar.delen(tekst), bericht.get("nood_kansen") or (), strict=False))
    oordeel = vul_aan(oordeel, tekst, delen, regels)
    return {"niveau": oordeel.niveau, "soort": oordeel.soort} if oordeel else None

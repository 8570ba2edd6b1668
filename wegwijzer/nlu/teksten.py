"""Rasa's NLG hook: `utter_x` says text `x` of knowledge/teksten.yml, so wording changes without training."""

from __future__ import annotations

from typing import Any

from rasa.core.nlg.generator import NaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from wegwijzer.huis import houder
from wegwijzer.nlu.noodtekst import noodtekst
from wegwijzer.pad.kaart import vul_nummers

STORING = "utter_storing"


class TekstenNLG(NaturalLanguageGenerator):
    """Looks the text up at every call: an edited file is said at once."""

    def __init__(self, endpoint_config: EndpointConfig | None = None, domain: Domain | None = None) -> None:
        """Rasa passes an empty domain here; the texts are not in it anyway."""

    async def generate(
        self, utter_action: str, tracker: DialogueStateTracker, output_channel: str, **kwargs: Any
    ) -> dict[str, Any] | None:
        """The text of one response; where the knowledge cannot be read, an apology that needs no knowledge."""
        if utter_action == STORING:
            return {"text": noodtekst(tracker.latest_message.metadata.get("nood") if tracker.latest_message else None)}
        try:
            kennis = houder().haal().kennis
            return {"text": vul_nummers(kennis.teksten[utter_action.removeprefix("utter_")][0], kennis).strip()}
        except Exception:
            return {"text": noodtekst()}

"""Plays a conversation with the serving model and says of each turn why it went so."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel
from rasa.core.processor import MessageProcessor
from rasa.shared.core.events import SlotSet, UserUttered

from actions.beurt import lees_bericht
from wegwijzer.gesprek.duiding import als_onderwerpen
from wegwijzer.gesprekspartner import CONTRACTSLOTS, Gesprek, Gesprekspartner
from wegwijzer.helpdesk.spoor.model import Bron, Gevaar, Slot, Spoor, Vindplaats
from wegwijzer.helpdesk.spoor.proefverwerker import Proefverwerker
from wegwijzer.helpdesk.spoor.vindplaats import herkend, vind_regel, vindplaatsen
from wegwijzer.huis import Huis, houder, inbedder, kennismap, uitgavenmap
from wegwijzer.nood import Oordeel, beoordeel
from wegwijzer.taal import gevaar
from wegwijzer.taal.schoon import schoon
from wegwijzer.uitgaven import Uitgaven

KANSEN = 4
"""The topic and three runners-up."""
NETKANSEN = 3
ZORG = 0.001
"""A chance of danger below this is not shown."""


class Spoorzoeker(Gesprekspartner):
    """As Gesprekspartner, with the model that another processor has loaded. For one thread."""

    kanaal = "proef"

    def __init__(self, verwerker: MessageProcessor) -> None:
        self._proef = Proefverwerker.van(verwerker)
        self._agent: Any = self._proef  # it has the two things that are asked of an agent here
        self._lus = asyncio.new_event_loop()

    @property
    def verwerker(self) -> Proefverwerker:
        """The processor of the trials."""
        return self._proef

    def met_slots(self, slots: Mapping[str, Any], nu: datetime | None = None) -> Gesprek:
        """A fresh conversation in which `slots` (of the contract) are known already."""
        gesprek = self.begin(nu)
        if slots:
            self._lus.run_until_complete(self._zet(gesprek, slots))
        return gesprek

    def spoor(self, gesprek: Gesprek, tekst: str) -> Spoor:
        """One turn, and why it went so."""
        return self._lus.run_until_complete(self._spoor(gesprek, tekst))

    async def _zet(self, gesprek: Gesprek, slots: Mapping[str, Any]) -> None:
        tracker = await self._proef.fetch_tracker_with_initial_session(gesprek.id, CollectingOutputChannel())
        for naam, waarde in slots.items():
            tracker.update(SlotSet(naam, waarde))
        await self._proef.save_tracker(tracker)

    async def _spoor(self, gesprek: Gesprek, tekst: str) -> Spoor:
        huis = houder().haal()
        oordeel, tijden = _door_de_poort(tekst, huis)
        voor = (await self._gebeurtenissen(gesprek))[1]
        begin = time.perf_counter()
        beurt = await self._zeg(gesprek, tekst)
        geheel = (time.perf_counter() - begin) * 1000
        events, _ = await self._gebeurtenissen(gesprek)
        parse = next((e.parse_data for e in reversed(events) if isinstance(e, UserUttered)), None) or {}
        tijden |= {naam: self._proef.tijden.get(naam, 0.0) for naam in ("nlu", "actie")}
        poort = tijden["gevaar"] + tijden["schonen"] + tijden["redactie"]
        tijden["rest"] = max(0.0, geheel - poort - tijden["nlu"] - tijden["actie"])
        tijden["totaal"] = geheel + tijden["inbedding"]
        gezien, bronnen = self._vindplaatsen(beurt, huis)
        ranking = [(i["name"], float(i["confidence"])) for i in parse.get("intent_ranking") or []]
        metadata = parse.get("metadata") or {}
        return Spoor(
            beurt=beurt,
            kansen=tuple(als_onderwerpen(beurt["text"], ranking)[:KANSEN]),
            gehoord=tuple((i["name"], float(i["confidence"])) for i in parse.get("gehoord") or []),
            slots=tuple(Slot(naam, voor.get(naam), beurt["slots"].get(naam)) for naam in CONTRACTSLOTS),
            gevaar=_gevaar(parse, oordeel, huis),
            verwijderd=tuple(metadata.get("verwijderd") or ()),
            vindplaatsen=gezien,
            bronnen=bronnen,
            tijden={naam: round(ms, 1) for naam, ms in tijden.items()},
        )

    def _vindplaatsen(self, beurt: Mapping[str, Any], huis: Huis) -> tuple[tuple[Vindplaats, ...], tuple[Bron, ...]]:
        gebruik, antwoorden = self._proef.gebruik, beurt["replies"]
        if gebruik is None:
            return (), ()
        customs = [a["custom"] for a in antwoorden]
        aanhalingen = {str(w) for c in customs for w in c.get("wet") or ()}
        bestanden = gebruik.bestanden(beurt["slots"].get("swv"), any(c.get("plekken") for c in customs))
        artikelen, map_ = gebruik.artikelen(aanhalingen), kennis_van(huis)
        gezien, bronnen = vindplaatsen(map_, bestanden, antwoorden, gebruik.gevraagd("teksten"), artikelen)
        return (*herkend(map_, str(beurt["topic"])), *gezien), bronnen


def kennis_van(huis: Huis) -> Path:
    """The folder with the files of this version: the copy that was made for it, or `knowledge/` itself."""
    kopie = Uitgaven(uitgavenmap()).kennis_van(huis.nummer)
    return kopie if huis.nummer and kopie.is_dir() else kennismap()


def _door_de_poort(tekst: str, huis: Huis) -> tuple[Oordeel | None, dict[str, float]]:
    """What the gate and the embeddings make of a message, and the milliseconds that each takes."""
    tijden: dict[str, float] = {}
    stand = time.perf_counter()

    def tik(naam: str) -> None:
        nonlocal stand
        nu = time.perf_counter()
        tijden[naam], stand = (nu - stand) * 1000, nu

    oordeel = beoordeel(tekst, huis.noodregels)
    tik("gevaar")
    schone = schoon(tekst).lstrip("/ ")
    tik("schonen")
    kort = huis.redacteur.redigeer(schone).tekst
    tik("redactie")
    if kort and inbedder().beschikbaar:
        inbedder().vectoren(list(dict.fromkeys([schoon(kort), *gevaar.delen(kort)])))
    tik("inbedding")
    return oordeel, tijden


def _gevaar(parse: Mapping[str, Any], oordeel: Oordeel | None, huis: Huis) -> Gevaar:
    """The verdict that counted, and whether a rule or the learned net gave it."""
    eerst = (parse.get("metadata") or {}).get("nood") or {}
    uiteindelijk = (lees_bericht(dict(parse)).nood if parse else None) or {}
    geheel = (parse.get("nood_kansen") or [{}])[0]
    alle = sorted(((n, float(k)) for n, k in geheel.items()), key=lambda p: -p[1])
    kansen = tuple((n, k) for n, k in alle[:NETKANSEN] if k >= ZORG)
    if not uiteindelijk:
        return Gevaar(kansen=kansen)
    niveau, soort = str(uiteindelijk["niveau"]), str(uiteindelijk["soort"])
    if dict(uiteindelijk) != dict(eerst) or oordeel is None:
        return Gevaar(niveau, soort, "net", kansen=kansen)
    bij = vind_regel(kennis_van(huis), oordeel.regel) if oordeel.regel else None
    return Gevaar(niveau, soort, "regel", oordeel.regel, bij, kansen)

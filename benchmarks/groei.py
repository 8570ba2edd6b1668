"""What one message costs as things grow: a longer conversation, more stored conversations, more knowledge.

    python -m benchmarks.groei [--beurten 200] [--gesprekken 1000 10000 100000 1000000] [--schrijf]

In one process, CPU milliseconds of a whole turn (gate, recognition, road, store in SQLite). Other conversations are
rows of the shape that ours have, five events each. More knowledge: ten times the topics (each topic's examples dealt
over ten new ones), and ten times the initiatives. `--schrijf` draws docs/growth.svg and writes the table into
docs/performance.md.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import rasa.core.agent
import sqlalchemy as sa
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain

from benchmarks.belasting import WORTEL, gesprekken
from benchmarks.tabel import schrijf_deel
from wegwijzer import model
from wegwijzer.eigen_acties import EigenActies
from wegwijzer.huis import houder, inbedder
from wegwijzer.logboek import zet_stil
from wegwijzer.nlu.teksten import TekstenNLG
from wegwijzer.opslag.gesprekken import GesprekkenOpslag
from wegwijzer.pad import plekken
from wegwijzer.pad.situatie import Situatie
from wegwijzer.taal.herkenner import Herkenner

KORT = ["ja", "nee", "volgende stap", "wat weet je van mij", "en wat is een opp", "mijn zoon is 9", "maak een plan"]
"""Said over and over in the long conversation: none needs a new embedding after the first time."""
STIJL = {"svg.hashsalt": "wegwijzer", "font.size": 9}


class Meter:
    """The assistant with a SQLite store of its own."""

    def __init__(self, map_: Path) -> None:
        self.opslag = GesprekkenOpslag(Domain.empty(), db=str(map_ / "gesprekken.db"))
        pad = model.train(print)
        self._agent = rasa.core.agent.Agent.load(
            str(pad), tracker_store=self.opslag, generator=TekstenNLG(), action_endpoint=EigenActies()
        )
        self._lus = asyncio.new_event_loop()

    def beurt(self, wie: str, tekst: str) -> float:
        """CPU milliseconds of one turn."""
        begin = time.process_time()
        bericht = UserMessage(tekst, CollectingOutputChannel(), wie, input_channel="groei")
        self._lus.run_until_complete(self._agent.handle_message(bericht))
        return (time.process_time() - begin) * 1000

    def gesprek(self, wie: str, zinnen: Iterable[str]) -> list[float]:
        """One conversation, turn by turn."""
        return [self.beurt(wie, zin) for zin in zinnen]


def lengte(meter: Meter, beurten: int) -> dict[int, float]:
    """Turn number → median CPU ms of the turns around it."""
    meter.gesprek("warm", KORT)
    duren = meter.gesprek("lang", itertools.islice(itertools.cycle(KORT), beurten))
    plekken_ = sorted({1 + len(KORT), 10, 25, 50, 100, 150, beurten} & set(range(8, beurten + 1)))
    return {n: statistics.median(duren[max(0, n - 2 * len(KORT)) : n]) for n in plekken_}


def voorraad(meter: Meter, aantallen: list[int]) -> dict[int, float]:
    """Stored conversations of others → median CPU ms of a turn in a conversation of ten turns."""
    proef = next(g for g in gesprekken() if len(g) >= 10)[:10]
    meter.gesprek("proef", proef)
    uit, er_zijn = {}, 0
    for aantal in aantallen:
        vul(meter.opslag, er_zijn, aantal)
        er_zijn = aantal
        uit[aantal] = statistics.median(d for keer in range(5) for d in meter.gesprek(f"proef-{aantal}-{keer}", proef))
    return uit


def vul(opslag: SQLTrackerStore, van: int, tot: int) -> None:
    """Conversations `van` … `tot` of others, five events each, spread over four weeks."""
    event = SQLTrackerStore.SQLEvent
    soorten = ("action", "user", "slot", "bot", "action")
    data = json.dumps({"event": "x", "text": "mijn zoon zit al drie weken thuis en school doet niets " * 4})
    with opslag.session_scope() as sessie:
        for begin in range(van, tot, 10_000):
            rijen = [
                {"sender_id": f"web-{n:032x}", "type_name": s, "timestamp": time.time() - n % 2_400_000, "data": data}
                for n in range(begin, min(begin + 10_000, tot))
                for s in soorten
            ]
            sessie.execute(sa.insert(event.__table__), rijen)
            sessie.commit()


def kennis() -> dict[str, tuple[float, float]]:
    """What is done with knowledge → ms of it now, and with ten times as much."""
    nu = houder().haal()
    paren = [(t, o.id) for o in nu.kennis.onderwerpen.values() for t in o.vragen]
    veel = [(t, f"{n}-{i % 10}") for i, (t, n) in enumerate(paren)]
    teksten = [zin for g in gesprekken()[:20] for zin in g[:3]]
    inbedder().vectoren(teksten)
    tijden = []
    for keuze in (paren, veel):
        herkenner = Herkenner(inbedder()).leer([t for t, _ in keuze], [n for _, n in keuze])
        tijden.append(_best(lambda h=herkenner: [h.kansen([t]) for t in teksten]) / len(teksten))  # type: ignore[misc]
    streek = plekken.Streek.van("Rotterdam", "Zuid-Holland", nu.kennis)
    initiatieven = list(nu.kennis.initiatieven)
    zoek = [
        _best(lambda i=i: plekken.zoek(i, streek, Situatie(), {}))  # type: ignore[misc]
        for i in (initiatieven, initiatieven * 10)
    ]
    return {"recognise, embedding known": (tijden[0], tijden[1]), "initiatives near a place": (zoek[0], zoek[1])}


def _best(doe: Callable[[], object]) -> float:
    """Milliseconds, the best of five."""
    duren = []
    for _ in range(5):
        begin = time.perf_counter()
        doe()
        duren.append((time.perf_counter() - begin) * 1000)
    return min(duren)


def teken(lang: dict[int, float], veel: dict[int, float], doel: Path) -> None:
    """Both lines as one SVG."""
    import matplotlib

    matplotlib.use("svg")
    from matplotlib import pyplot

    with pyplot.rc_context(STIJL):
        beeld, (links, rechts) = pyplot.subplots(1, 2, figsize=(8, 3), sharey=True)
        links.plot(list(lang), list(lang.values()), marker="o")
        links.set(xlabel="turn of the conversation", ylabel="CPU ms of one message", ylim=(0, None))
        rechts.plot(list(veel), list(veel.values()), marker="o")
        rechts.set(xlabel="stored conversations of others", xscale="log")
        beeld.tight_layout()
        beeld.savefig(doel, metadata={"Date": None})


def main() -> None:
    """Measure, print, and draw."""
    vragen = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    vragen.add_argument("--beurten", type=int, default=200)
    vragen.add_argument("--gesprekken", type=int, nargs="+", default=[1_000, 10_000, 100_000, 1_000_000])
    vragen.add_argument("--schrijf", action="store_true")
    keuze = vragen.parse_args()
    zet_stil()
    with tempfile.TemporaryDirectory() as naam:
        meter = Meter(Path(naam))
        lang = lengte(meter, keuze.beurten)
        veel = voorraad(meter, keuze.gesprekken)
        groter = kennis()
    regels = ["| turn | CPU ms |", "|---|---|", *(f"| {n} | {ms:.1f} |" for n, ms in lang.items())]
    regels += [
        "",
        "| stored conversations | CPU ms |",
        "|---|---|",
        *(f"| {n:,} | {ms:.1f} |" for n, ms in veel.items()),
    ]
    regels += ["", "| | ms now | ms with ten times as much |", "|---|---|---|"]
    regels += [f"| {wat} | {een:.2f} | {tien:.2f} |" for wat, (een, tien) in groter.items()]
    print("\n".join(regels))
    if keuze.schrijf:
        teken(lang, veel, WORTEL / "docs" / "growth.svg")
        beeld = "![CPU of one message as the conversation and the store grow](growth.svg)"
        schrijf_deel(WORTEL / "docs" / "performance.md", "groei", "\n".join([beeld, "", *regels]))


if __name__ == "__main__":
    main()

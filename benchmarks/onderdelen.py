"""The way of an answer in pieces: processor time of each, mean over the messages of tests/gesprekken.

    python -m benchmarks.onderdelen [--gesprekken 40] [--schrijf]

The real server in one process (benchmarks.proefserver), each message by the website channel, one at a time. Functions
are wrapped, and count the CPU time of their own thread less that of wrapped functions which they call. What no piece
counts is the event loop's own thread (web server, channel, Rasa), and the rest of what the process used. `--schrijf`
puts the table into docs/performance.md.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import threading
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

import aiohttp

from benchmarks.belasting import WORTEL, gesprekken
from benchmarks.tabel import schrijf_deel

KANAALOPSLAG = "store: session and turn of the channel"
LUS = "event loop: web server, channel, Rasa around these"
REST = "what remains: other threads"


class Meter:
    """Wraps the pieces; what they used since the last `neem`."""

    def __init__(self) -> None:
        self._cpu: Counter[str] = Counter()
        self._keren: Counter[str] = Counter()
        self._draad = threading.local()
        self._begin, self._lus, self._stuk_op_lus = time.process_time(), time.thread_time(), 0.0
        for eigenaar, naam, stuk in _stukken():
            setattr(eigenaar, naam, self._met_klok(getattr(eigenaar, naam), stuk))
        self._wikkel_opslagdraad()

    def _wikkel_opslagdraad(self) -> None:
        """The channel hands its calls of the database to threads: those are wrapped, not the waiting for them."""
        from wegwijzer.kanaal.opslagdraad import Opslagdraad

        echt = Opslagdraad.doe

        async def doe(zelf: Opslagdraad, roep: Callable[..., Any], *gegeven: Any) -> Any:
            return await echt(zelf, self._met_klok(roep, KANAALOPSLAG), *gegeven)

        Opslagdraad.doe = doe  # type: ignore[method-assign]

    def _met_klok(self, echt: Callable[..., Any], stuk: str) -> Callable[..., Any]:
        @wraps(echt)
        def gemeten(*args: Any, **kwargs: Any) -> Any:
            stapel = self._draad.__dict__.setdefault("stapel", [])
            stapel.append(0.0)
            begin = time.thread_time()
            try:
                return echt(*args, **kwargs)
            finally:
                duur = time.thread_time() - begin
                zelf = duur - stapel.pop()
                self._cpu[stuk] += zelf
                self._stuk_op_lus += zelf if threading.current_thread() is threading.main_thread() else 0.0
                self._keren[stuk] += 1
                if stapel:
                    stapel[-1] += duur

        return gemeten

    def neem(self) -> dict[str, Any]:
        """Seconds by piece since the last time, how often each ran, and of the whole process (`alles`).

        Called on the event loop's thread: what that used outside the pieces counts as LUS.
        """
        nu, lus = time.process_time(), time.thread_time()
        self._cpu[LUS] = lus - self._lus - self._stuk_op_lus
        uit = {"cpu": dict(self._cpu), "keren": dict(self._keren), "alles": nu - self._begin}
        self._begin, self._lus, self._stuk_op_lus = nu, lus, 0.0
        self._cpu.clear()
        self._keren.clear()
        return uit


def _stukken() -> list[tuple[Any, str, str]]:
    """Where each piece begins: owner, function, name of the piece. In the order of a message."""
    from rasa.core.policies.rule_policy import RulePolicy
    from rasa.engine.runner.dask import DaskGraphRunner

    from actions.beurt import ActionBeurt
    from wegwijzer import draden, poort
    from wegwijzer.eigen_acties import EigenActies
    from wegwijzer.kanaal import gevaar
    from wegwijzer.kennis.wachter import Wachter
    from wegwijzer.nlu import onderwerpen, verwerker
    from wegwijzer.nlu.gegevens import GegevensLezer
    from wegwijzer.nlu.woorden import Woorden
    from wegwijzer.opslag import bijhouden
    from wegwijzer.redactie import Redacteur
    from wegwijzer.taal.inbedding import Inbedder

    return [
        (gevaar, "beoordeel", "danger, before the channel stores"),
        (verwerker, "poort", "gate: cleaning"),
        (poort, "beoordeel", "gate: danger"),
        (Redacteur, "redigeer", "gate: redaction"),
        (Woorden, "process", "tokens"),
        (Inbedder, "vectoren", "embedding"),
        (onderwerpen.OnderwerpHerkenner, "process", "classify"),
        (onderwerpen.gevaar, "lees", "danger: the learned net"),
        (GegevensLezer, "process", "entities"),
        (RulePolicy, "predict_action_probabilities", "policy"),
        (DaskGraphRunner, "run", "Rasa's graph around these"),
        (ActionBeurt, "run", "actions"),
        (EigenActies, "_draai", "Rasa's executor around the actions"),
        (draden, "_maak_af", "store: the conversation"),
        (bijhouden, "schrijf", "store: counters"),
        (Wachter, "kijk", "looking for changed knowledge"),
    ]


async def meet(adres: str, hoeveel: int) -> tuple[dict[str, float], Counter[str], int]:
    """Milliseconds by piece of one message on average, how often each ran, and the number of messages."""
    from benchmarks.proefserver import Gesprek

    cpu: Counter[str] = Counter()
    keren: Counter[str] = Counter()
    alle = gesprekken()
    keuze = alle[:: max(1, len(alle) // hoeveel)][:hoeveel]
    async with aiohttp.ClientSession(adres, timeout=aiohttp.ClientTimeout(total=120)) as lijn:
        for zin in alle[1][:6]:
            await Gesprek(lijn).zeg(zin)
        aantal = 0
        await Gesprek(lijn).proef()
        for zinnen in keuze:
            gesprek = Gesprek(lijn)
            for zin in zinnen:
                await gesprek.zeg(zin)
                aantal += 1
        gezien = await gesprek.proef()
    for naam, seconden in gezien["cpu"].items():
        cpu[naam] = seconden * 1000 / aantal
    cpu[REST] = gezien["alles"] * 1000 / aantal - sum(cpu.values())
    keren.update(gezien["keren"])
    return dict(cpu), keren, aantal


def main() -> None:
    """Measure and print."""
    from benchmarks.proefserver import dient

    vragen = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    vragen.add_argument("--gesprekken", type=int, default=40)
    vragen.add_argument("--schrijf", action="store_true", help="in docs/performance.md zetten")
    keuze = vragen.parse_args()
    last = os.getloadavg()[0]
    with dient("onderdelen") as adres:
        cpu, keren, aantal = asyncio.run(meet(adres, keuze.gesprekken))
    regels = ["| piece | CPU ms of a message | times |", "|---|---|---|"]
    rijen = sorted((naam for naam in cpu if naam != REST), key=lambda naam: -cpu[naam])
    regels += [f"| {naam} | {cpu[naam]:.2f} | {keren[naam] / aantal:.1f} |" for naam in rijen]
    regels += [f"| {REST} | {cpu[REST]:.2f} | |", f"| **all** | **{sum(cpu.values()):.2f}** | |"]
    regels += ["", f"{date.today()}, {aantal} messages, {os.cpu_count()} cores, load average before it {last:.1f}."]
    print("\n".join(regels))
    if keuze.schrijf:
        schrijf_deel(WORTEL / "docs" / "performance.md", "onderdelen", "\n".join(regels))


if __name__ == "__main__":
    main()

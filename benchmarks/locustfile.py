"""Parents for locust: each replays conversations of `tests/gesprekken` over the website channel, as the widget does.

    locust -f benchmarks/locustfile.py --headless -u 8 -r 8 -t 1m --host http://127.0.0.1:8000

What was said and answered goes line by line to the file that PRATERS_LOG names (JSON), for benchmarks.duurproef.
PRATERS_PAUZE: seconds between an answer and the next message, about (1).
"""

from __future__ import annotations

import itertools
import json
import os
import random
import time
import uuid
from pathlib import Path
from typing import Any

import gevent
import yaml
from locust import HttpUser, task

GESPREKKEN = Path(__file__).parents[1] / "tests" / "gesprekken"
LANGST = 4_000
GEDULD = 90.0
"""How long the same message is offered again (seconds); longer than a worker needs to come back."""
PAUZE = float(os.environ.get("PRATERS_PAUZE", "1"))


def _gesprekken() -> list[list[str]]:
    uit = []
    for pad in sorted(GESPREKKEN.glob("*/*.yml")):
        beurten = yaml.safe_load(pad.read_text(encoding="utf-8"))["beurten"]
        uit.append([b["ouder"] for b in beurten if b["ouder"].strip() and len(b["ouder"]) <= LANGST])
    random.Random(7).shuffle(uit)
    return [g for g in uit if g]


VOORRAAD = itertools.cycle(_gesprekken())


def _noteer(**wat: Any) -> None:
    pad = os.environ.get("PRATERS_LOG")
    if pad:
        with open(pad, "a", encoding="utf-8") as uit:
            uit.write(json.dumps(wat) + "\n")


class Ouder(HttpUser):
    """Says one conversation after another."""

    def wait_time(self) -> float:
        """Between two conversations (seconds)."""
        return PAUZE

    @task
    def gesprek(self) -> None:
        """A conversation from the beginning to its end."""
        begin = self._tot_het_lukt("/session", {}, None)
        if begin is None:
            return
        token, na = begin["token"], 0
        for zin in next(VOORRAAD):
            sleutel = uuid.uuid4().hex
            _noteer(wat="gezegd", token=token, sleutel=sleutel)
            terug = self._tot_het_lukt("/message", {"key": sleutel, "text": zin, "after": na}, token)
            if terug is None:
                _noteer(wat="onbeantwoord", token=token, sleutel=sleutel)
                return
            woorden = any(b["from"] == "assistant" and b["text"].strip() for b in terug["messages"])
            bewaard = terug.get("stored") is not False
            _noteer(wat="beantwoord", token=token, sleutel=sleutel, bewaard=bewaard, woorden=woorden)
            if any(b["custom"].get("gewist") for b in terug["messages"]):
                _noteer(wat="gewist", token=token)
            na = terug["last"]
            gevent.sleep(random.uniform(0.5, 1.5) * PAUZE)

    def _tot_het_lukt(self, pad: str, inhoud: dict[str, Any], token: str | None) -> Any:
        """The answer; asked again with the same key while it is "later". None when that took too long."""
        koppen = {"Authorization": f"Bearer {token}"} if token else {}
        einde = time.monotonic() + GEDULD
        while time.monotonic() < einde:
            with self.client.post(pad, json=inhoud, headers=koppen, timeout=30, catch_response=True) as antwoord:
                if antwoord.status_code in (200, 201):
                    antwoord.success()
                    return antwoord.json()
                if antwoord.status_code in (0, 429, 502, 503, 504):
                    antwoord.success()  # said kindly, and asked again: what counts is whether it comes in the end
                    _noteer(wat="later", status=antwoord.status_code)
                else:
                    antwoord.failure(f"status {antwoord.status_code}")
                    return None
            gevent.sleep(0.5)
        return None

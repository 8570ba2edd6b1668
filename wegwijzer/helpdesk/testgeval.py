"""A mark as a test case: a question in tests/vragen, or a conversation in tests/gesprekken/helpdesk."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from wegwijzer.helpdesk.overschrijven import Lijkt, lijkt
from wegwijzer.huis import projectmap
from wegwijzer.kennis.model import Kennis
from wegwijzer.opslag.oordelen import GOED, Oordeel
from wegwijzer.taal.schoon import kaal

MAP = "helpdesk"
"""Folder of these conversations in tests/gesprekken."""
RONDE = 3
"""The round of the questions that come from the helpdesk; the two before it were written before there was one."""


class TestgevalFout(ValueError):
    """Why no test case can be made of a mark, in Dutch."""

    __test__ = False


@dataclass(frozen=True)
class Testgeval:
    """`bestand`: relative to tests/; `tekst`: the whole file, or what comes at the end of it (`erbij`)."""

    bestand: str
    tekst: str
    erbij: bool

    @property
    def naam(self) -> str:
        """The name of the file."""
        return self.bestand.rsplit("/", 1)[-1]


def maak(oordeel: Oordeel, kennis: Kennis, tests: Path, van_ouders: Iterable[str] = ()) -> Testgeval:
    """What the mark says should be. `van_ouders`: texts of parents, which never enter a file. Raises TestgevalFout."""
    beurten = oordeel.beurten
    topic = oordeel.verwacht or (oordeel.onderwerp if oordeel.oordeel == GOED or oordeel.bevat else "")
    if not beurten:
        raise TestgevalFout("Er is nog geen vraag opgeschreven bij dit oordeel.")
    if not topic and not (oordeel.bevat or oordeel.bevat_niet):
        raise TestgevalFout("Er staat niet bij wat het antwoord moest zijn.")
    ouders = list(van_ouders)
    if any(lijkt(beurt, ouders) == Lijkt.OVERGENOMEN for beurt in beurten):
        raise TestgevalFout("De vraag is overgenomen van een ouder. Schrijf hem opnieuw, in uw eigen woorden.")
    oefen = {kaal(v) for onderwerp in kennis.onderwerpen.values() for v in onderwerp.vragen}
    if any(kaal(beurt) in oefen for beurt in beurten):
        raise TestgevalFout("Deze vraag staat al bij de voorbeelden van een onderwerp. Vraag hetzelfde anders.")
    pad = tests / "vragen" / f"{topic}.yml"
    if len(beurten) == 1 and not (oordeel.bevat or oordeel.bevat_niet) and topic in kennis.onderwerpen:
        return _vraag(beurten[0], topic, pad)
    return _gesprek(oordeel, beurten, topic)


def schrijf(geval: Testgeval, tests: Path) -> bool:
    """Put it in the folder `tests`, whole or not at all; False where nothing can be written there."""
    pad = tests / geval.bestand
    try:
        if not tests.is_dir():
            return False
        pad.parent.mkdir(exist_ok=True)
        oud = pad.read_text(encoding="utf-8") if geval.erbij and pad.is_file() else ""
        los = "\n" if oud and not oud.endswith("\n") else ""
        nieuw = oud + los + geval.tekst if oud else geval.tekst if not geval.erbij else _kop(pad.stem) + geval.tekst
        yaml.safe_load(nieuw)
        nummer, tijdelijk = tempfile.mkstemp(dir=pad.parent, suffix=".tmp")
        try:
            with os.fdopen(nummer, "w", encoding="utf-8") as bestand:
                bestand.write(nieuw)
            Path(tijdelijk).chmod(0o644)
            os.replace(tijdelijk, pad)
        except BaseException:
            with suppress(OSError):
                os.unlink(tijdelijk)
            raise
    except OSError:
        return False
    return True


def tests_map() -> Path:
    """The folder tests/ of the checkout; on a server it may not be there."""
    return projectmap() / "tests"


def _kop(topic: str) -> str:
    return f"id: {topic}\nvragen:\n"


def _vraag(tekst: str, topic: str, pad: Path) -> Testgeval:
    if pad.is_file():
        inhoud = yaml.safe_load(pad.read_text(encoding="utf-8"))
        if any(kaal(str(v["tekst"])) == kaal(tekst) for v in inhoud["vragen"]):
            raise TestgevalFout(f"Deze vraag staat al in tests/vragen/{topic}.yml.")
    regels = f"  - tekst: {_tekst(tekst)}\n    soort: []\n    ronde: {RONDE}\n"
    return Testgeval(f"vragen/{topic}.yml", regels, erbij=True)


def _gesprek(oordeel: Oordeel, beurten: list[str], topic: str) -> Testgeval:
    verwacht: dict[str, Any] = {"topic": [topic]} if topic else {}
    for naam in ("bevat", "bevat_niet"):
        if stukken := [s for s in getattr(oordeel, naam).split("\n") if s]:
            verwacht[naam] = stukken
    nu = datetime.fromtimestamp(oordeel.gemaakt).astimezone().isoformat(timespec="minutes")
    regels = [f"naam: {_tekst(f'Oordeel {oordeel.id} van de helpdesk')}", f"nu: {nu}", "beurten:"]
    for nummer, beurt in enumerate(beurten, 1):
        regels.append(f"  - ouder: {_tekst(beurt)}")
        if nummer == len(beurten):
            regels += [f"    {n}: [{', '.join(_tekst(w) for w in waarden)}]" for n, waarden in verwacht.items()]
    return Testgeval(f"gesprekken/{MAP}/oordeel_{oordeel.id}.yml", "\n".join(regels) + "\n", erbij=False)


def _tekst(tekst: str) -> str:
    """As YAML takes it on one line, whatever is in it: a JSON string."""
    return json.dumps(tekst, ensure_ascii=False)

"""Sessions of the website: found by their token only, one turn at a time, gone when they should be."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from wegwijzer.opslag import meldingen, sessies
from wegwijzer.opslag.bewaartermijn import DAG, wis_oude
from wegwijzer.opslag.gesprekken import GesprekkenOpslag
from wegwijzer.opslag.meldingen import Melding
from wegwijzer.opslag.sessies import Begin, Eind, Sessie, Sessies
from wegwijzer.opslag.tabellen import MELDINGEN, SESSIES, SLEUTELS
from wegwijzer.opslag.wissen import wis

Open = Callable[[], GesprekkenOpslag]
NU = 1_700_000_000.0


def _aantal(opslag: GesprekkenOpslag) -> tuple[int, ...]:
    """Rows in: events, sessions, keys, remarks."""
    tabellen = (GesprekkenOpslag.SQLEvent.__table__, SESSIES, SLEUTELS, MELDINGEN)
    with opslag.session_scope() as sessie:
        return tuple(int(sessie.execute(sa.select(sa.func.count()).select_from(t)).scalar()) for t in tabellen)


def _beurt(opslag: GesprekkenOpslag, doe: Any, sessie: Sessie, sleutel: str, tijd: float = NU) -> None:
    tracker = doe(opslag.retrieve(sessie.gesprek)) or DialogueStateTracker(sessie.gesprek, [])
    tracker.update(UserUttered("vraag", {"name": "informeer"}, message_id=sleutel, timestamp=tijd))
    tracker.update(BotUttered("antwoord", {"buttons": []}, timestamp=tijd))
    doe(opslag.save(tracker))


def test_alleen_de_sleutel_zelf_opent_een_gesprek(open_opslag: Open, tmp_path: Path) -> None:
    alle = Sessies(open_opslag())
    een, twee = alle.maak(NU), alle.maak(NU)
    assert een != twee
    gevonden = alle.vind(een)
    assert gevonden is not None
    assert gevonden.gesprek.startswith("web-")
    assert een not in gevonden.gesprek
    assert alle.vind(een[:-1]) is None
    assert alle.vind(gevonden.id) is None
    assert alle.vind("\ud800") is None
    with sqlite3.connect(tmp_path / "map" / "gesprekken.db") as verbinding:
        assert een not in str(verbinding.execute("SELECT * FROM website_sessies").fetchall())


def test_een_beurt_van_begin_tot_eind(open_opslag: Open, doe: Any) -> None:
    opslag = open_opslag()
    alle = Sessies(opslag)
    sessie = alle.vind(alle.maak(NU))
    assert sessie is not None
    assert alle.begin(sessie, "a", NU) is Begin.NIEUW
    assert alle.begin(sessie, "a", NU + 1) is Begin.BEZET
    assert alle.begin(sessie, "b", NU + 1) is Begin.BEZET
    _beurt(opslag, doe, sessie, "a")
    assert alle.eind(sessie, "a") is Eind.BEWAARD
    assert alle.begin(sessie, "a", NU + 2) is Begin.GEDAAN
    assert alle.begin(sessie, "b", NU + 2, hoogstens=2) is Begin.VOL
    assert alle.begin(sessie, "b", NU + 2, hoogstens=3) is Begin.NIEUW
    assert [b.tekst for b in alle.lees(sessie)] == ["vraag", "antwoord"]
    assert [b.nummer for b in alle.lees(sessie, 1)] == [2]


def test_een_beurt_waarvan_de_server_stierf(open_opslag: Open, doe: Any) -> None:
    """Free again after a while; what was stored of it counts, what was not is done anew."""
    opslag = open_opslag()
    alle = Sessies(opslag)
    sessie = alle.vind(alle.maak(NU))
    assert sessie is not None
    later = NU + sessies.BEURTDUUR + 1
    assert alle.begin(sessie, "a", NU) is Begin.NIEUW
    assert alle.begin(sessie, "a", later) is Begin.NIEUW
    _beurt(opslag, doe, sessie, "a")
    assert alle.begin(sessie, "a", later + sessies.BEURTDUUR + 1) is Begin.GEDAAN
    assert alle.begin(sessie, "b", later + sessies.BEURTDUUR + 1) is Begin.NIEUW


def test_een_beurt_die_niets_opsloeg(open_opslag: Open, doe: Any) -> None:
    opslag = open_opslag()
    alle = Sessies(opslag)
    sessie = alle.vind(alle.maak(NU))
    assert sessie is not None
    alle.begin(sessie, "a", NU)
    assert alle.eind(sessie, "a") is Eind.MISLUKT
    assert alle.begin(sessie, "a", NU) is Begin.NIEUW


def test_wissen_tijdens_een_beurt(open_opslag: Open, doe: Any) -> None:
    opslag = open_opslag()
    alle = Sessies(opslag)
    token = alle.maak(NU)
    sessie = alle.vind(token)
    assert sessie is not None
    alle.begin(sessie, "a", NU)
    alle.verwijder(sessie)
    assert alle.vind(token) is None
    _beurt(opslag, doe, sessie, "a")
    assert alle.eind(sessie, "a") is Eind.WEG
    assert alle.begin(sessie, "b", NU) is Begin.WEG
    assert _aantal(opslag) == (0, 0, 0, 0)


def test_nummers_komen_na_wissen_niet_terug(open_opslag: Open, doe: Any) -> None:
    opslag = open_opslag()
    alle = Sessies(opslag)
    token = alle.maak(NU)
    sessie = alle.vind(token)
    assert sessie is not None
    _beurt(opslag, doe, sessie, "a")
    alle.begin(sessie, "b", NU)
    wis(opslag, sessie.gesprek)
    assert alle.eind(sessie, "b") is Eind.GEWIST
    assert _aantal(opslag) == (0, 1, 0, 0)
    nieuw = alle.vind(token)
    assert nieuw is not None
    assert nieuw.basis > 2
    _beurt(opslag, doe, nieuw, "c")
    assert [b.tekst for b in alle.lees(nieuw, 2)] == ["vraag", "antwoord"]
    assert alle.lees(nieuw, nieuw.basis + 2) == []


def test_na_de_termijn_is_alles_weg(open_opslag: Open, doe: Any) -> None:
    opslag = open_opslag()
    alle = Sessies(opslag)
    nu = time.time()
    tokens = {}
    for naam, tijd in {"oud": nu - 29 * DAG, "pas nog": nu - 27 * DAG}.items():
        tokens[naam] = alle.maak(tijd)
        sessie = alle.vind(tokens[naam])
        assert sessie is not None
        alle.begin(sessie, naam, tijd)
        _beurt(opslag, doe, sessie, naam, tijd)
        alle.eind(sessie, naam)
        assert meldingen.bewaar(opslag, sessie, 2, Melding(2000, "klopt niet", "v1", 1), tijd)
    tokens["nooit iets gezegd"] = alle.maak(nu - 2 * DAG)
    tokens["net begonnen"] = alle.maak(nu - 60)
    assert _aantal(opslag) == (4, 4, 2, 2)
    assert wis_oude(28, opslag) == 1
    assert _aantal(opslag) == (2, 2, 1, 1)
    over = {naam for naam, token in tokens.items() if alle.vind(token) is not None}
    assert over == {"pas nog", "net begonnen"}


@pytest.mark.parametrize(("nummer", "mag"), [(0, False), (1, False), (2, True), (3, False), (-1, False)])
def test_een_opmerking_hoort_bij_een_antwoord(nummer: int, mag: bool, open_opslag: Open, doe: Any) -> None:
    opslag = open_opslag()
    alle = Sessies(opslag)
    sessie = alle.vind(alle.maak(NU))
    assert sessie is not None
    _beurt(opslag, doe, sessie, "a")
    assert meldingen.bewaar(opslag, sessie, nummer, Melding(0, "x", "v", 0), NU) is mag

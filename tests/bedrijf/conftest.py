"""PostgreSQL, Redis, nginx and workers as processes on free ports; skipped only where a program is missing."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from draaien import vrije_poort
from stapel import Stapel, programma, spiegelmap, start_proces, stop, wacht_op

GEBRUIKER = "wegwijzer"


class Postgres:
    """A PostgreSQL cluster in a temporary folder; `stop` and `start` keep its data."""

    def __init__(self, map_: Path) -> None:
        self._map = map_ / "pg"
        self._socket = map_ / "s"
        self._log = map_ / "postgres.log"
        self.poort = vrije_poort()
        self._als = _als_gewoon_mens()
        for pad in (self._map, self._socket):
            pad.mkdir()
            if self._als:
                shutil.chown(pad, "postgres")
        self._roep("initdb", "-D", str(self._map), "-U", GEBRUIKER, "-A", "trust", "-E", "UTF8", "--no-sync")
        self.start()
        self._roep("createdb", "-h", "127.0.0.1", "-p", str(self.poort), "-U", GEBRUIKER, "gesprekken")

    @property
    def adres(self) -> str:
        return f"postgresql://{GEBRUIKER}@127.0.0.1:{self.poort}/gesprekken"

    def start(self) -> None:
        opties = f"-p {self.poort} -h 127.0.0.1 -k {self._socket} -F -c max_connections=60"
        self._roep("pg_ctl", "-D", str(self._map), "-w", "-t", "240", "-l", f"{self._map}/log", "-o", opties, "start")

    def stop(self) -> None:
        self._roep("pg_ctl", "-D", str(self._map), "-m", "immediate", "-w", "-t", "240", "stop")

    def _roep(self, naam: str, *gegeven: str) -> None:
        opdracht = [*self._als, programma(naam), *gegeven]
        klaar = subprocess.run(opdracht, capture_output=True, text=True, timeout=300, cwd="/", check=False)
        assert klaar.returncode == 0, klaar.stdout + klaar.stderr


def _als_gewoon_mens() -> list[str]:
    """PostgreSQL does not run as root."""
    if os.geteuid() != 0:
        return []
    try:
        pwd.getpwnam("postgres")
    except KeyError:
        pytest.skip("er is geen gebruiker postgres")
    return [programma("runuser"), "-u", "postgres", "--"]


@pytest.fixture(scope="module")
def plek(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder that the user postgres may enter, with a short path (a socket's is limited)."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="ww") as map_:
        Path(map_).chmod(0o755)
        yield Path(map_)


@pytest.fixture(scope="module")
def postgres(plek: Path) -> Iterator[Postgres]:
    programma("initdb")
    database = Postgres(plek)
    yield database
    with contextlib.suppress(AssertionError):
        database.stop()


class Redis:
    """Redis on one port; nothing of it is kept."""

    def __init__(self, map_: Path) -> None:
        self._programma, self._map, self.poort = programma("redis-server"), map_, vrije_poort()

    def start(self) -> None:
        opties = ["--port", str(self.poort), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        self._proces = start_proces([self._programma, *opties, "--dir", str(self._map)], self._map / "redis.log")
        wacht_op(lambda: _luistert(self.poort), 120, self._map / "redis.log")

    def stop(self) -> None:
        stop(self._proces)


@pytest.fixture(scope="module")
def redis(plek: Path) -> Iterator[Redis]:
    winkel = Redis(plek)
    winkel.start()
    yield winkel
    winkel.stop()


def _luistert(poort: int) -> bool:
    with socket.socket() as stekker:
        stekker.settimeout(1)
        return stekker.connect_ex(("127.0.0.1", poort)) == 0


@pytest.fixture(scope="module")
def stapel(plek: Path, postgres: Postgres, redis: Redis) -> Iterator[Stapel]:
    """Two workers with a played agent on one PostgreSQL and one Redis, behind nginx with the rules of deploy/."""
    nginx = programma("nginx")
    omgeving = {
        "WEGWIJZER_MAP": str(spiegelmap(plek / "project")),
        "WEGWIJZER_DB": postgres.adres,
        "WEGWIJZER_REDIS": f"redis://127.0.0.1:{redis.poort}/1",
        "WEGWIJZER_PROXY_KOP": "X-Forwarded-For",
        "WEGWIJZER_ADRES_BERICHTEN_PER_MINUUT": "100000",
        "WEGWIJZER_ADRES_GESPREKKEN_PER_UUR": "100000",
        "WEGWIJZER_ADRES_VERZOEKEN_PER_MINUUT": "1000000",
        "WEGWIJZER_BERICHTEN_PER_MINUUT": "10000",
    }
    werker = [sys.executable, str(Path(__file__).parent / "werker.py")]
    alles = Stapel(plek, nginx, {**os.environ, **omgeving}, werker)
    alles.start()
    yield alles
    alles.stop()

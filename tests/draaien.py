"""`wegwijzer start` in a process of its own, for as long as a test needs it."""

from __future__ import annotations

import contextlib
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from wegwijzer.huis import projectmap


def vrije_poort() -> int:
    """A port that nobody listens on; below those that a system gives to connections, which come and go meanwhile."""
    while True:
        with socket.socket() as stekker, contextlib.suppress(OSError):
            poort = 15_000 + secrets.randbelow(17_000)
            stekker.bind(("127.0.0.1", poort))
            return poort


@contextlib.contextmanager
def draaiend(
    poort: int, logboek: Path, klaar: Callable[[], bool], opstarttijd: float, **omgeving: str
) -> Iterator[subprocess.Popen[bytes]]:
    """The server, from when `klaar` says so; the test fails with the log when that takes over `opstarttijd` seconds."""
    with logboek.open("wb") as uit:
        proces = subprocess.Popen(
            [sys.executable, "-m", "wegwijzer.cli", "start", "--poort", str(poort)],
            cwd=projectmap(),
            env={**os.environ, **omgeving},
            stdout=uit,
            stderr=uit,
        )
        try:
            einde = time.monotonic() + opstarttijd
            while not klaar():
                if time.monotonic() > einde or proces.poll() is not None:
                    pytest.fail(f"de server startte niet:\n{logboek.read_text(errors='replace')[-3000:]}")
                time.sleep(0.2)
            yield proces
        finally:
            proces.terminate()
            try:
                proces.wait(timeout=60)
            except subprocess.TimeoutExpired:
                proces.kill()
                proces.wait()

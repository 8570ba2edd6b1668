"""Nothing is reported to anyone, also when somebody runs plain `rasa` in the environment of `make setup`."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

VRAAG = "import os; print(os.environ.get('RASA_TELEMETRY_ENABLED'), os.environ.get('SANIC_HOST'))"


@pytest.mark.parametrize(
    ("gezet", "verwacht"),
    [({}, "false 127.0.0.1"), ({"RASA_TELEMETRY_ENABLED": "true", "SANIC_HOST": "0.0.0.0"}, "true 0.0.0.0")],
)
def test_telemetrie_staat_uit_tenzij_iemand_haar_aanzet(gezet: dict[str, str], verwacht: str) -> None:
    omgeving = {n: w for n, w in os.environ.items() if n not in ("RASA_TELEMETRY_ENABLED", "SANIC_HOST")}
    klaar = subprocess.run([sys.executable, "-c", VRAAG], env={**omgeving, **gezet}, capture_output=True, text=True)
    assert klaar.stdout.strip() == verwacht

"""The log as one JSON object a line, for machines that gather logs; of an error only its kind and place."""

from __future__ import annotations

import json
import logging
import subprocess
import sys

from wegwijzer.logboek import JsonRegel

GEHEIM = "mijn zoon van 9 in Zwolle"


def test_een_fout_zonder_zijn_woorden() -> None:
    try:
        raise ValueError(GEHEIM)
    except ValueError:
        gegeven = {"name": "sanic.error", "levelno": 40, "levelname": "ERROR", "exc_info": sys.exc_info()}
        regel = JsonRegel().format(logging.makeLogRecord({**gegeven, "msg": "Fout in %s", "args": ("x",)}))
    gelezen = json.loads(regel)
    assert "\n" not in regel and GEHEIM not in regel
    assert gelezen["fout"].startswith("ValueError in ") and "test_logboek_json.py:" in gelezen["fout"]
    assert (gelezen["niveau"], gelezen["plek"], gelezen["melding"]) == ("ERROR", "sanic.error", "Fout in x")
    assert gelezen["tijd"].endswith("+00:00")


def test_de_instelling() -> None:
    code = (
        "from wegwijzer.logboek import zet_stil; zet_stil(); import logging; logging.getLogger('wegwijzer.proef')"
        ".warning('een\\nregel')"
    )
    for omgeving, is_json in (({"WEGWIJZER_LOG": "json"}, True), ({}, False)):
        klaar = subprocess.run(
            [sys.executable, "-c", code], env={"PATH": "", **omgeving}, capture_output=True, text=True, timeout=600
        )
        regels = klaar.stderr.strip().splitlines()
        assert (len(regels) == 1 and json.loads(regels[0])["melding"] == "een\nregel") == is_json, klaar.stderr

"""Every answer of the website channel fits its description, whatever schemathesis thinks of to ask."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
import yaml
from geduld import heb_geduld
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from kanaal.geheel import Geheel
from schemathesis import checks
from schemathesis.specs.openapi import checks as van_openapi

from wegwijzer.kanaal import website

BESTAND = Path(website.__file__).with_name("openapi.yml")
BESCHRIJVING = yaml.safe_load(BESTAND.read_text(encoding="utf-8"))
SCHEMA = schemathesis.openapi.from_dict(BESCHRIJVING)
WERKWIJZEN = [(pad, methode) for pad, delen in BESCHRIJVING["paths"].items() for methode in delen]
CONTROLES = [
    checks.not_a_server_error,
    van_openapi.status_code_conformance,
    van_openapi.content_type_conformance,
    van_openapi.response_schema_conformance,
    van_openapi.response_headers_conformance,
]
KORT, LANG = 12, 400


@pytest.fixture(scope="module")
def geheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Geheel]:
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.delenv("WEGWIJZER_DB", raising=False)
        heb_geduld(omgeving)
        site = Geheel(tmp_path_factory.mktemp("openapi") / "gesprekken.db").start()
        yield site
        site.stop()


def _vraag(geheel: Geheel, pad: str, methode: str, aantal: int, goed: bool) -> set[int]:
    """So many requests, as described or (not `goed`) on purpose different; the statuses that came."""
    wijze = schemathesis.GenerationMode.POSITIVE if goed else schemathesis.GenerationMode.NEGATIVE
    statussen: set[int] = set()
    werk = SCHEMA[pad][methode.upper()]
    keuze = werk.as_strategy(generation_mode=wijze)

    @settings(
        max_examples=aantal, deadline=None, database=None, derandomize=True, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(keuze)
    def doe(geval: Any) -> None:
        koppen = {"Authorization": f"Bearer {geheel.token()}"}
        terug = geval.call_and_validate(
            base_url=f"http://127.0.0.1:{geheel.poort}", headers=koppen, checks=CONTROLES, timeout=120
        )
        statussen.add(terug.status_code)

    with contextlib.suppress(*(() if goed else (Unsatisfiable,))):  # what asks for nothing cannot be asked wrongly
        doe()
    return statussen


@pytest.mark.parametrize(("pad", "methode"), WERKWIJZEN)
def test_elk_antwoord_past(pad: str, methode: str, geheel: Geheel) -> None:
    statussen = _vraag(geheel, pad, methode, KORT, True)
    assert statussen, "er is niets gevraagd"
    if pad not in ("/return", "/plan.ics", "/report"):  # these need what a random client does not have
        assert min(statussen) < 300
    _vraag(geheel, pad, methode, KORT, False)


@pytest.mark.lang
@pytest.mark.parametrize(("pad", "methode"), WERKWIJZEN)
def test_lang_elk_antwoord_past(pad: str, methode: str, geheel: Geheel) -> None:
    _vraag(geheel, pad, methode, LANG, True)
    _vraag(geheel, pad, methode, LANG, False)

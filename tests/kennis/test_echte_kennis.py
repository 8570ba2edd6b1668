"""The knowledge of this checkout: in order, complete, and read in bounded time."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml

from wegwijzer.kennis.laad import bestanden, controleer, laad, versie
from wegwijzer.kennis.meldingen import KennisFout
from wegwijzer.kennis.model import Kennis
from wegwijzer.plaats.gegevens import laad as laad_plaatsen

KENNIS = Path(__file__).parents[2] / "knowledge"


def test_de_echte_kennis_is_in_orde() -> None:
    """What CI and `wegwijzer check` say of this checkout."""
    gelezen, meldingen = controleer(KENNIS)
    assert not meldingen, "\n".join(map(str, meldingen))
    assert len(gelezen) == len(bestanden(KENNIS)) > 300


def test_laden_geeft_alles(kennis: Kennis) -> None:
    """Every file becomes one object; nothing is dropped on the way."""
    for map_, deel in (
        ("onderwerpen", kennis.onderwerpen),
        ("organisaties", kennis.organisaties),
        ("samenwerkingsverbanden", kennis.samenwerkingsverbanden),
        ("regio", kennis.regios),
    ):
        assert len(deel) == len(list((KENNIS / map_).glob("*.yml"))), map_
    assert len(kennis.samenwerkingsverbanden) == 151
    assert len(kennis.stappen) == 6


def test_kapotte_kennis_laadt_niet(proef: Path) -> None:
    """A fault anywhere: nothing is loaded, and the message says why."""
    pad = proef / "wetten" / "wpo.yml"
    pad.write_text(pad.read_text().replace("naam:", "name:"), encoding="utf-8")
    with pytest.raises(KennisFout, match="wetten/wpo.yml"):
        laad(proef)


def test_versie_verandert_met_elk_bestand(proef: Path) -> None:
    """So that a running assistant sees the change."""
    for naam in ("teksten.yml", "onderwerpen/plek.yml", "geografie/postcodes.csv"):
        eerder = versie(proef)
        pad = proef / naam
        pad.write_text(pad.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        assert versie(proef) != eerder, naam


def test_lezen_kost_weinig_meer_dan_de_bestanden_zelf() -> None:
    """All checks together stay within a few times the bare reading of the same files, measured beside it."""
    kaal = min(_duur(_kaal_lezen) for _ in range(2))
    alles = min(_duur(lambda: controleer(KENNIS)) for _ in range(2))
    assert alles < 5 * kaal, f"controleren {alles:.2f} s, kaal lezen {kaal:.2f} s"


def _kaal_lezen() -> None:
    for naam in bestanden(KENNIS):
        yaml.load((KENNIS / naam).read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    laad_plaatsen(KENNIS / "geografie")


def _duur(doe: object) -> float:
    begin = time.process_time()
    doe()  # type: ignore[operator]
    return time.process_time() - begin

"""The knowledge of this checkout: in order, complete, and read in bounded time."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tijd import verhouding

from wegwijzer.kennis.laad import bestanden, controleer, laad, versie
from wegwijzer.kennis.meldingen import KennisFout
from wegwijzer.kennis.model import Kennis

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
    """All checks together stay within a few times the bare reading of the same YAML: about four when this was made.

    The place files are read only when they changed, so not in what is measured here.
    """
    assert verhouding(lambda: controleer(KENNIS), _kaal_lezen, keer=2) < 15


def _kaal_lezen() -> None:
    for naam in (n for n in bestanden(KENNIS) if not n.endswith(".md")):
        yaml.load((KENNIS / naam).read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))

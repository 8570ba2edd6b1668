"""Which samenwerkingsverband, or which question."""

from __future__ import annotations

from pathlib import Path

import pytest

from wegwijzer.pad.deur import zoek
from wegwijzer.pad.situatie import Situatie
from wegwijzer.plaats.gegevens import laad
from wegwijzer.plaats.register import Plaatsen


@pytest.fixture(scope="module")
def plaatsen() -> Plaatsen:
    """All places."""
    return laad(Path(__file__).parents[2] / "knowledge" / "geografie")


@pytest.mark.parametrize(
    ("kind", "plek", "swv", "vraag"),
    [
        (Situatie(onderwijssoort="vo"), {"plaats": "Rotterdam"}, "VO2810", None),
        (Situatie(onderwijssoort="po"), {"plaats": "Zwolle"}, "PO2305", None),
        (Situatie(onderwijssoort="pro"), {"plaats": "Rotterdam"}, "VO2810", None),
        (Situatie(leeftijd=8), {"plaats": "Zwolle"}, "PO2305", None),
        (Situatie(leeftijd=12), {"plaats": "Zwolle"}, None, "onderwijssoort"),
        (Situatie(), {"plaats": "Zwolle"}, None, "onderwijssoort"),
        (Situatie(onderwijssoort="po"), {}, None, "plaats"),
        (Situatie(onderwijssoort="po", richting="reformatorisch"), {}, "PO0001", None),
        (Situatie(onderwijssoort="vso", richting="reformatorisch"), {"plaats": "Zwolle"}, "REFSVO", None),
        (Situatie(richting="reformatorisch"), {}, None, "onderwijssoort"),
        (Situatie(onderwijssoort="mbo"), {"plaats": "Zwolle"}, None, None),
        (Situatie(onderwijssoort="po", richting="cluster1"), {"plaats": "Zwolle"}, None, None),
        (Situatie(onderwijssoort="vo", richting="cluster2"), {}, None, None),
        (Situatie(onderwijssoort="po"), {"plaats": "Staphorst"}, None, "pc4"),
        (Situatie(onderwijssoort="po"), {"gemeente": "Staphorst"}, None, "plaats"),
        (Situatie(onderwijssoort="po"), {"pc4": "7715"}, "PO2305", None),
    ],
)
def test_deur(kind: Situatie, plek: dict[str, str], swv: str | None, vraag: str | None, plaatsen: Plaatsen) -> None:
    """A code only where it is certain; otherwise the one question that is needed."""
    uitkomst = zoek(kind, plaatsen.vind(**plek), plaatsen)
    assert (uitkomst.swv, uitkomst.vraag) == (swv, vraag)


def test_dezelfde_naam_in_twee_gemeenten_wordt_gevraagd(plaatsen: Plaatsen) -> None:
    """Never the wrong region: the choices are given."""
    bergen = tuple(plaatsen.namen[("bergen",)].kandidaten)
    uitkomst = zoek(Situatie(onderwijssoort="po"), bergen, plaatsen)
    assert uitkomst.swv is None
    assert uitkomst.vraag == "welke"
    assert len(uitkomst.keuzes) > 1

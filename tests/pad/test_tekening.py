"""The drawing of the road: what it says, that it can be read, and that docs/pad.svg is what the knowledge gives now."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from wegwijzer.cli import main
from wegwijzer.gesprek.verkenning import weg_van
from wegwijzer.huis import houder, projectmap
from wegwijzer.kennis.model import STAPPEN
from wegwijzer.pad.tekening import BREEDTE, DONKER, LICHT, breek, teken
from wegwijzer.pad.wegkaart import Overgang, Weg, beslislijst, uitgangen

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def weg() -> Weg:
    """The road of this checkout."""
    return weg_van(houder().haal())


def test_een_beslislijst_is_zo_kort_als_kan() -> None:
    rijen = [
        ({"r": r, "s": s}, "C" if s and r == "c1" else "A" if s else "1") for r in ("", "x", "c1") for s in ("", "g")
    ]
    assert beslislijst(rijen) == [(("c1 en g",), "C"), (("g",), "A"), (("anders",), "1")]
    assert beslislijst([({"r": "x"}, "1"), ({"r": ""}, "1")]) == [((), "1")]


def test_wat_niet_te_onderscheiden_is_wordt_gemeld() -> None:
    with pytest.raises(ValueError, match="kenmerken bepalen niet"):
        uitgangen([Overgang("a", "ja", {}, "b"), Overgang("a", "ja", {}, "c")])


def test_de_weg_heeft_alle_stappen_en_de_bijzondere_wegen(weg: Weg) -> None:
    knopen = {k.id: k for k in weg.knopen}
    assert [k.nummer for k in weg.knopen if k.soort == "stap"] == list(range(1, len(STAPPEN) + 1))
    naar = {(k.id, u.naar): u for k, u in weg.uitgangen()}
    assert {"cluster 1", "cluster 2", "mbo"} <= set(naar["stap:school", "stap:onderwijsconsulent"].als)
    assert naar["begin", "vraag:onderwijssoort"].als == ("geen school",)
    assert "stap:klacht" not in {u.naar for u in knopen["begin"].uitgangen}
    assert len(weg.bij_elke_stap) == 3
    assert {u.naar for _, u in weg.uitgangen()} <= set(knopen)


def test_de_tekening_is_te_lezen(weg: Weg) -> None:
    svg = ElementTree.fromstring(teken(weg))
    assert svg.find(f"{SVG}title") is not None and svg.find(f"{SVG}desc") is not None
    assert svg.get("width") == str(BREEDTE)
    gezegd = " ".join(t.text or "" for t in svg.iter(f"{SVG}text"))
    for knoop in weg.knopen:
        if knoop.soort in ("stap", "vraag"):
            assert all(regel in gezegd for regel in breek(knoop.naam, 36)), knoop.id
    assert not [t for t in svg.iter(f"{SVG}text") if len(t.text or "") > 46]


@pytest.mark.parametrize("kleuren", [LICHT, DONKER], ids=["licht", "donker"])
def test_kleuren_hebben_genoeg_contrast(kleuren: dict[str, str]) -> None:
    paren = [(t, v) for t in ("tekst", "zacht") for v in ("vlak", "doos")]
    for voor, achter in [*paren, ("op_merk", "merk"), ("op_merk", "vraag")]:
        a, b = sorted((_licht(kleuren[voor]), _licht(kleuren[achter])), reverse=True)
        assert (a + 0.05) / (b + 0.05) >= 4.5, (voor, achter)


def _licht(kleur: str) -> float:
    delen = [int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    lineair = [d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in delen]
    return sum(w * d for w, d in zip((0.2126, 0.7152, 0.0722), lineair, strict=True))


def test_docs_pad_svg_is_van_nu(weg: Weg) -> None:
    bewaard = (projectmap() / "docs" / "pad.svg").read_text(encoding="utf-8")
    assert bewaard == teken(weg), "maak hem opnieuw: wegwijzer pad --teken --uit docs/pad.svg"


def test_de_opdracht(weg: Weg, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    uit = tmp_path / "pad.svg"
    assert main(["pad", "--teken", "--uit", str(uit)]) == 0
    assert uit.read_text(encoding="utf-8") == teken(weg)
    assert main(["pad"]) == 0
    assert "1 Praat met de school" in capsys.readouterr().out
    assert main(["pad", "--uit", str(tmp_path / "nergens" / "x")]) == 2

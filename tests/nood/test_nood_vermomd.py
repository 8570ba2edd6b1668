"""Danger is seen however it was typed: hidden characters, look-alikes, spaced letters, digits, stars, emoji."""

from __future__ import annotations

import unicodedata

import pytest

from wegwijzer.nood import NoodRegels, beoordeel


@pytest.mark.parametrize(
    "zin",
    [
        "z e l f m o o r d",
        "z.e.l.f.m.o.o.r.d",
        "z-e-l-f-m-o-o-r-d",
        "zelf\u200bmoord",
        "ik\u200bwil\u200bniet\u200bmeer\u200bleven",
        "ik wil d\u00f3\u00f3d",
        "ik wil " + unicodedata.normalize("NFD", "dóód"),
        "ik wil d\u043e\u043ed",
        "ｉｋ　ｗｉｌ　ｄｏｏｄ",
        "𝐢𝐤 𝐰𝐢𝐥 𝐝𝐨𝐨𝐝",
        "ik wil d00d",
        "zelfm00rd",
        "hij googelt zelfm**rd",
        "ikwildood",
        "IK WIL DOOOOOOD!!!",
        "ik\nwil\nniet\nmeer\nleven",
        "ik wil, dood",
        "ik wil_dood",
        "ik wil mezelf 🔪",
        "/inform{ik wil dood}",
        "ik wil d\u00adood",
        "ik wil \u202edood",
        "zelf moord",
        "zeflmoord",
        "hij snijd zchzelf",
        "mijn zoon is wegglopen",
        "mn vadder slaat mij",
    ],
)
def test_vermomd_of_fout_gespeld_gevaar(zin: str, regels: NoodRegels) -> None:
    oordeel = beoordeel(zin, regels)
    assert oordeel is not None and oordeel.niveau == "nood"


@pytest.mark.parametrize(
    "zin", ["hij kan het niet verwoorden", "de subsidie is op", "het eten is aangebrand", "we lezen"]
)
def test_gewone_woorden_worden_niet_verbeterd_tot_gevaar(zin: str, regels: NoodRegels) -> None:
    oordeel = beoordeel(zin, regels)
    assert oordeel is None or oordeel.niveau != "nood"


def test_bewijs_wijst_de_woorden_in_het_bericht_aan(regels: NoodRegels) -> None:
    zin = "Goedenavond. Mijn dóchter wil\u200b niet meer léven, wat nu?"
    oordeel = beoordeel(zin, regels)
    assert oordeel is not None
    start, einde = oordeel.bewijs
    assert "niet meer l\u00e9ven" in zin[start:einde]
    assert einde - start < 30


def test_gevaar_wordt_gezien_waar_het_ook_staat(regels: NoodRegels) -> None:
    rust = "School zegt dat hij maandag weer mag komen en de mentor belt nog. " * 400
    for zin in (f"{rust} hij wil dood", f"hij wil dood. {rust}", f"{rust} hij wil dood. {rust}"):
        oordeel = beoordeel(zin, regels)
        assert oordeel is not None and oordeel.niveau == "nood"
        assert zin[slice(*oordeel.bewijs)] == "wil dood"

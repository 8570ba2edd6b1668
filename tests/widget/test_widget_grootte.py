"""One small script, with nothing in it that comes from elsewhere, and built from the sources as they are."""

from __future__ import annotations

import gzip
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from nepkanaal import WEB, Kanaal, gastheer
from ouder import Ouder

SCRIPT = (WEB / "wegwijzer.js").read_bytes()
WORTEL = Path(__file__).parents[2]


def test_hoogstens_vijftien_kilobyte() -> None:
    assert len(gzip.compress(SCRIPT, 9, mtime=0)) <= 15 * 1024


def test_een_klassiek_script_dat_nergens_anders_heen_gaat() -> None:
    tekst = SCRIPT.decode()
    assert not re.search(r"\b(?:import|export)\b\s*[\w{(*]", tekst)
    assert set(re.findall(r"https?://([\w.-]+)", tekst)) <= {"www.knmi.nl", "www.w3.org"}
    for woord in (
        "innerHTML=",
        "eval(",
        "new Function",
        "document.write",
        "document.cookie",
        "localStorage",
        "@import",
    ):
        assert woord not in tekst.replace("t.innerHTML=e", "").replace(".innerHTML=", "", 1), woord


def test_een_verzoek_voor_het_openen(kanaal: Kanaal, bezoek: Callable[..., Ouder]) -> None:
    with gastheer(
        f'<!doctype html><title>x</title><script src="{kanaal.adres}/widget/v1/wegwijzer.js" defer></script>'
    ) as gast:
        ouder = bezoek(gast)
        ouder.pagina.wait_for_timeout(500)
        assert [v for v in ouder.verzoeken if v.startswith(kanaal.adres)] == [f"{kanaal.adres}/widget/v1/wegwijzer.js"]
        assert kanaal.verzoeken == []


def test_gebouwd_uit_deze_bron() -> None:
    """The same bytes as a build of today; only where the tools of the build are installed."""
    if not (WORTEL / "widget" / "node_modules").is_dir():
        pytest.skip("de bouwgereedschappen zijn er niet (scripts/bouw_widget.sh haalt ze)")
    klaar = subprocess.run(
        [WORTEL / "scripts" / "bouw_widget.sh", "--vergelijk"], capture_output=True, text=True, timeout=300
    )
    assert klaar.returncode == 0, klaar.stdout + klaar.stderr


def test_korte_namen_zijn_nergens_anders_van() -> None:
    """The build shortens names of the widget's own members; what server and browser keep must stay as it is."""
    bouw = (WORTEL / "widget" / "vite.config.ts").read_text(encoding="utf-8")
    lijst = re.search(r"const EIGEN =(.*?);", bouw, re.DOTALL)
    assert lijst is not None
    kort = {naam for deel in re.findall(r'"([^"]*)"', lijst[1]) for naam in deel.split()}
    bron = WORTEL / "widget" / "src"
    velden = set()
    for bestand in ("model.ts", "opslag.ts", "kanaal/post.ts", "kanaal/terugkeer.ts"):
        velden |= set(re.findall(r"^  (\w+)\??: ", (bron / bestand).read_text(encoding="utf-8"), re.MULTILINE))
    assert {"token", "kaart", "text", "buttons"} <= velden
    assert len(kort) > 30
    assert kort & velden == {"staat"}, "staat is van het scherm, niet van de server"


def test_het_slot_noemt_geen_gastheren() -> None:
    slot = (WORTEL / "widget" / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in slot
    assert slot.count('"integrity"') >= 5

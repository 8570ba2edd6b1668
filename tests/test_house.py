"""Rules of the house that a reviewer should not have to look for."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from wegwijzer.huis import projectmap

KERN = ("kennis", "plaats", "pad", "taal", "nood", "gesprek", "redactie", "bewerken")
NIET_IN_DE_KERN = {"rasa", "rasa_sdk", "sanic", "sanic_cors", "sqlalchemy"}
LANGSTE_BESTAND = 400
TEKST = {".py", ".yml", ".yaml", ".toml", ".md", ".sh", ".json", ".html", ".css", ".js", ".in", ".lock", ""}
NUMMER = re.compile(
    r"(?<![\d.,/_#-])(?:0[1-9]\d{1,2}[- ]?\d{6,7}|0[1-9]\d-\d{3} \d{2} \d{2}|0[89]00[- ]?\d{4,7})(?![\d-])"
)
MACHINE = re.compile(r"(?<![\w.}])/(?:home|Users|root|work|mnt|private|tmp)/\w")


def _bestanden(*delen: str) -> Iterator[Path]:
    for deel in delen:
        pad = projectmap() / deel
        for bestand in [pad] if pad.is_file() else sorted(pad.rglob("*")):
            if bestand.is_file() and bestand.suffix in TEKST and "__pycache__" not in bestand.parts:
                yield bestand


def _naam(pad: Path) -> str:
    return str(pad.relative_to(projectmap()))


def _ingevoerd(pad: Path) -> Iterator[str]:
    for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
        if isinstance(knoop, ast.Import):
            yield from (naam.name.split(".")[0] for naam in knoop.names)
        elif isinstance(knoop, ast.ImportFrom) and knoop.module:
            yield knoop.module.split(".")[0]


@pytest.mark.parametrize("pakket", KERN)
def test_de_kern_kent_geen_rasa(pakket: str) -> None:
    bestanden = [b for b in _bestanden(f"wegwijzer/{pakket}") if b.suffix == ".py"]
    assert bestanden
    assert [f"{_naam(b)}: {n}" for b in bestanden for n in _ingevoerd(b) if n in NIET_IN_DE_KERN] == []


def test_de_kern_laadt_geen_rasa_langs_een_omweg() -> None:
    modules = [
        _naam(b).removesuffix(".py").replace("/", ".").removesuffix(".__init__")
        for pakket in KERN
        for b in _bestanden(f"wegwijzer/{pakket}")
        if b.suffix == ".py"
    ]
    code = f"import importlib, sys\nfor m in {modules!r}: importlib.import_module(m)\nprint(*sys.modules)"
    klaar = subprocess.run([sys.executable, "-c", code], cwd=projectmap(), capture_output=True, text=True, timeout=600)
    assert klaar.returncode == 0, klaar.stderr[-1500:]
    assert NIET_IN_DE_KERN & set(klaar.stdout.split()) == set()


def _nummers(regel: str) -> list[str]:
    """Telephone numbers, those that are plainly an example (010-123 45 67) left out."""
    gevonden = [re.sub(r"\D", "", n) for n in NUMMER.findall(regel)]
    return [n for n in gevonden if "123456" not in n and n != "08001234"]


def test_geen_telefoonnummer_in_code_of_domein() -> None:
    """They live in knowledge/, with their source."""
    assert _nummers("bel 088-605 01 01 of 0800-5010, of 0612345678") == ["0886050101", "08005010"]
    gevonden = [
        f"{_naam(b)}:{nummer}: {regel.strip()[:60]}"
        for b in _bestanden("wegwijzer", "actions", "domain.yml", "config.yml", "endpoints.yml", "credentials.yml")
        for nummer, regel in enumerate(b.read_text(encoding="utf-8").splitlines(), start=1)
        if _nummers(regel) and b.name != "wegwijzer.js"  # numbers for when no server answers; tests/widget holds them
    ]
    assert gevonden == []


def test_geen_paden_van_een_machine() -> None:
    plekken = ("wegwijzer", "actions", "data", "knowledge", "scripts", "tests", "docs", ".ci")
    losse = [b.name for b in projectmap().iterdir() if b.is_file() and b.suffix in TEKST]
    gevonden = [
        f"{_naam(b)}: {gevonden[0]}"
        for b in _bestanden(*plekken, *losse)
        if b.name != Path(__file__).name and (gevonden := MACHINE.search(b.read_text(encoding="utf-8")))
    ]
    assert gevonden == []


def test_bestanden_blijven_te_overzien() -> None:
    lang = {
        _naam(b): aantal
        for b in _bestanden("wegwijzer", "actions", "tests")
        if b.suffix == ".py" and (aantal := len(b.read_text(encoding="utf-8").splitlines())) > LANGSTE_BESTAND
    }
    assert lang == {}


def test_geen_vergaarbakken() -> None:
    assert [
        _naam(b) for b in _bestanden("wegwijzer", "actions") if b.stem in {"utils", "helpers", "common", "misc"}
    ] == []


def test_het_slot_noemt_versies_en_geen_adressen() -> None:
    slot = (projectmap() / "requirements.lock").read_text(encoding="utf-8")
    assert not re.search(r"://|--(?:index|extra-index|find-links|trusted-host)| @ ", slot)
    pakketten = re.findall(r"^[a-z0-9][\w.-]*(?:\[[\w,-]+\])?==", slot, re.MULTILINE)
    assert len(pakketten) > 100
    losse = [regel for regel in slot.splitlines() if re.match(r"[a-z0-9]", regel) and "==" not in regel.split(";")[0]]
    assert losse == []
    assert slot.count("--hash=sha256:") >= len(pakketten)

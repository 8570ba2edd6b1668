"""The audit of packages does not call it good when nothing could be looked up, and knows what was judged."""

from __future__ import annotations

import importlib.util
import re
from importlib import metadata
from types import ModuleType
from typing import Any

import pytest

from wegwijzer.huis import projectmap


def _laad() -> ModuleType:
    gevonden = importlib.util.spec_from_file_location("audit", projectmap() / "scripts" / "audit.py")
    assert gevonden is not None and gevonden.loader is not None
    module = importlib.util.module_from_spec(gevonden)
    gevonden.loader.exec_module(module)
    return module


AUDIT = _laad()
OVERGESLAGEN = [{"name": "sanic", "skip_reason": "not found"}] * 20
FOUT = {"id": "PYSEC-2099-1", "aliases": ["CVE-2099-12345"], "fix_versions": []}
GEVONDEN = [{"name": "sanic", "version": "21.12.2", "vulns": [FOUT]}, {"name": "jinja2", "version": "3", "vulns": []}]


@pytest.mark.parametrize(
    ("gevonden", "oordeel", "code"),
    [(OVERGESLAGEN, "", 2), ([], "", 2), (GEVONDEN, "", 1), (GEVONDEN, "zie CVE-2099-12345", 0), (GEVONDEN[1:], "", 0)],
)
def test_de_uitkomst(
    gevonden: list[dict[str, Any]], oordeel: str, code: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    (tmp_path / "oordeel.md").write_text(oordeel, encoding="utf-8")
    monkeypatch.setattr(AUDIT, "OORDEEL", tmp_path / "oordeel.md")
    monkeypatch.setattr(AUDIT, "haal", lambda *_: gevonden)
    assert AUDIT.main(["--uv", "uv"]) == code


def test_zonder_uv_is_niets_opgezocht(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(AUDIT.shutil, "which", lambda _: None)
    assert AUDIT.main([]) == 2


DOCUMENT = projectmap() / "docs" / "dependencies.md"
BOVENGRENS = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])? \(?[^;]*(?:<|==)")


def _naam(naam: str) -> str:
    return re.sub(r"[-_.]+", "-", naam).lower()


def _begrensd() -> set[str]:
    """Packages to which Rasa sets an upper bound on this Python, whatever the machine; no extras."""
    uit = set()
    for regel in metadata.requires("rasa") or []:
        eis, _, voorwaarde = regel.partition(";")
        anders = "extra ==" in voorwaarde or "win32" in voorwaarde or "Windows" in voorwaarde or '"3.8.0"' in voorwaarde
        if not anders and (gevonden := BOVENGRENS.match(eis.strip())):
            uit.add(_naam(gevonden[1]))
    return uit


def _genoemd() -> dict[str, str]:
    """Package → version, as the first column of the tables of docs/dependencies.md has them."""
    eerste = [
        regel.split("|")[1] for regel in DOCUMENT.read_text(encoding="utf-8").splitlines() if regel.startswith("| ")
    ]
    paren = re.findall(r"([A-Za-z][\w.-]*) (\d[\w.]*)", " ".join(eerste))
    return {_naam(naam): versie for naam, versie in paren}


def test_elk_pakket_dat_rasa_tegenhoudt_is_beoordeeld() -> None:
    begrensd = _begrensd()
    assert {"sanic", "numpy", "pydantic", "tensorflow", "jsonschema"} <= begrensd and len(begrensd) > 60
    assert begrensd - set(_genoemd()) == set()


def test_het_oordeel_gaat_over_de_versies_van_het_slot() -> None:
    slot = (projectmap() / "requirements.lock").read_text(encoding="utf-8")
    vast = {_naam(naam): versie for naam, versie in re.findall(r"^([\w.-]+)==([^ ;\\]+)", slot, re.MULTILINE)}
    genoemd = {naam: versie for naam, versie in _genoemd().items() if naam in vast}
    assert len(genoemd) > 60
    assert {n: (v, vast[n]) for n, v in genoemd.items() if v != vast[n]} == {}

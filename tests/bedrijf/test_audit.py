"""The audit of packages does not call it good when nothing could be looked up, and knows what was judged."""

from __future__ import annotations

import importlib.util
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

"""Fixtures: the helpdesk on a small knowledge folder in git, and an editor who is logged in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from bureau import Bureau
from geduld import heb_geduld
from kennis.conftest import leg_aan
from redactie import Redactie

from wegwijzer.helpdesk.deur import Rol


@pytest.fixture(scope="module")
def gestart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Bureau, Path]]:
    werk = tmp_path_factory.mktemp("redactie")
    map_ = leg_aan(werk / "boom" / "knowledge")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.delenv("WEGWIJZER_DB", raising=False)
        heb_geduld(omgeving)
        omgeving.delenv("WEGWIJZER_REDACTIE", raising=False)
        omgeving.setenv("WEGWIJZER_KENNIS", str(map_))
        bureau = Bureau(werk / "gesprekken.db").start()
        yield bureau, map_
        bureau.stop()


@pytest.fixture
def redactie(gestart: tuple[Bureau, Path]) -> Iterator[Redactie]:
    """An editor with the knowledge of the beginning, in a fresh git work tree."""
    bureau, map_ = gestart
    zelf = Redactie(map_, bureau.bezoek(Rol.REDACTEUR, "Els de Vries"))
    zelf.git("init", "--quiet")
    zelf.git("add", ".")
    zelf.git("commit", "--quiet", "--allow-empty", "-m", "begin")
    zelf.bewaar_begin()
    yield zelf
    zelf.herstel()

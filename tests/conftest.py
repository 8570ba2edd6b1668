"""What all tests share: the trained assistant, made once for the whole run."""

from __future__ import annotations

import fcntl
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
import verdeling

from wegwijzer import afval, model
from wegwijzer.nlu import later

if TYPE_CHECKING:
    from wegwijzer.gesprekspartner import Gesprekspartner


def pytest_configure() -> None:
    """As the `wegwijzer` command begins: before anything of Rasa is imported."""
    later.installeer()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A test gets a second try, one with a server or a browser a third; the summary names each that needed it.

    A fault stays a fault: it fails each time. What fails now and then is to be mended, not left to this.
    """
    for item in items:
        item.add_marker(pytest.mark.flaky(reruns=2 if item.path.parent in verdeling.ECHT else 1))
    if hasattr(config, "workerinput"):
        items[:] = verdeling.op_volgorde(items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """See verdeling.py."""
    return verdeling.verdeler(config, log)


def pytest_sessionfinish() -> None:
    """One search for garbage at the end: pytest makes five over all that the assistant holds."""
    gc.collect()
    gc.freeze()


@contextmanager
def _alleen() -> Iterator[None]:
    """One process at a time: two that train at once would write the same files."""
    model.map_().mkdir(exist_ok=True)
    with open(model.map_() / "trainen.slot", "w", encoding="utf-8") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def partner() -> Gesprekspartner:
    """The assistant with a model that fits the present knowledge; trained first where there is none."""
    from wegwijzer.gesprekspartner import Gesprekspartner

    with _alleen():
        pad = model.train(print)
    afval.wacht()
    try:
        gemaakt = Gesprekspartner(pad)
        # A machine that stands still for a moment is no action that hangs (tests/bedrijf/test_actie_hangt.py).
        gemaakt._agent.processor.action_endpoint._geduld = 60.0
        return gemaakt
    finally:
        afval.zet_vast()

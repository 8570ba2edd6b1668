"""What all tests share: the trained assistant, made once for the whole run."""

from __future__ import annotations

from pathlib import Path

import pytest

from wegwijzer import model
from wegwijzer.gesprekspartner import Gesprekspartner

ECHT = {Path(__file__).parent / naam for naam in ("bedrijf", "helpdesk", "kanaal", "widget")}
"""Where servers and browsers run in real time: on a shared machine one may be too slow once."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Such a test gets a second and third try; the summary counts them as `rerun`."""
    for item in items:
        if item.path.parent in ECHT:
            item.add_marker(pytest.mark.flaky(reruns=2))


@pytest.fixture(scope="session")
def partner() -> Gesprekspartner:
    """The assistant with a model that fits the present knowledge; trained first where there is none."""
    return Gesprekspartner(model.train(print))

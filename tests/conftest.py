"""What all tests share: the trained assistant, made once for the whole run."""

from __future__ import annotations

import pytest

from wegwijzer import model
from wegwijzer.gesprekspartner import Gesprekspartner


@pytest.fixture(scope="session")
def partner() -> Gesprekspartner:
    """The assistant with a model that fits the present knowledge; trained first where there is none."""
    return Gesprekspartner(model.train(print))

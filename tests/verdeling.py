"""How the workers of pytest-xdist divide the tests (`make test`): what shares something slow stays with one worker."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest

HIER = Path(__file__).parent
ECHT = {HIER / naam for naam in ("bedrijf", "helpdesk", "kanaal", "widget")}
"""Where servers and browsers run in real time: on a shared machine one may be too slow once."""
SAMEN = {
    "evaluatie": ("test_bereik", "test_ondergrens"),
    "kanaal": ("test_server", "test_website_echt", "test_website_terugkeer_echt", "test_persoonsgegevens"),
    "widget": (
        *("test_widget_doodslaan", "test_widget_echt", "test_widget_terugkeer", "test_widget_toegang"),
        "test_widget_verhaal",
    ),
}
"""Files of a folder that ask one and the same `wegwijzer start`, or use the same answers."""


def op_volgorde(items: list[pytest.Item]) -> list[pytest.Item]:
    """The files with servers and browsers in turn with those that only compute, so that two of the first kind seldom
    run at the same time, and none is left for the end."""
    bestanden = [list(groep) for _, groep in itertools.groupby(items, lambda item: item.path)]
    echte = [b for b in bestanden if b[0].path.parent in ECHT]
    andere = [b for b in bestanden if b[0].path.parent not in ECHT]
    om_en_om = itertools.chain.from_iterable(itertools.zip_longest(echte, andere, fillvalue=[]))
    return list(itertools.chain.from_iterable(om_en_om))


def groep(nodeid: str) -> str:
    """What is done by one worker, in one go: a file, or the files that stand together in SAMEN."""
    bestand = nodeid.split("::", 1)[0]
    pad = Path(bestand)
    return pad.parent.name if pad.stem in SAMEN.get(pad.parent.name, ()) else bestand


def verdeler(config: pytest.Config, log: Any) -> Any:
    """The scheduler of xdist that keeps a `groep` together, in our order."""
    from xdist.scheduler import LoadScopeScheduling

    class Verdeler(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return groep(nodeid)

    config.option.loadscopereorder = False
    return Verdeler(config, log)

"""`wegwijzer purge` deletes what has been silent too long, and nothing else."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from wegwijzer.opslag.bewaartermijn import DAG, wis_oude
from wegwijzer.opslag.gesprekken import GesprekkenOpslag

Open = Callable[[], GesprekkenOpslag]


def test_alleen_stille_gesprekken_gaan_weg(open_opslag: Open, tracker: Any, doe: Any) -> None:
    nu = time.time()
    opslag = open_opslag()
    doe(opslag.save(tracker("oud", nu - 60 * DAG, nu - 28 * DAG - 3600)))
    doe(opslag.save(tracker("net niet", nu - 28 * DAG + 3600)))
    doe(opslag.save(tracker("lang en nog bezig", nu - 60 * DAG, nu)))
    assert wis_oude(28, opslag) == 1
    assert doe(opslag.retrieve("oud")) is None
    assert doe(opslag.retrieve("net niet")) is not None
    assert sum(e.type_name == "user" for e in doe(opslag.retrieve("lang en nog bezig")).events) == 2
    assert wis_oude(28, opslag) == 0


def test_ook_heel_veel_gesprekken(open_opslag: Open, doe: Any) -> None:
    """More than fit in one statement."""
    opslag = open_opslag()
    oud = time.time() - 100 * DAG
    event = GesprekkenOpslag.SQLEvent
    with opslag.session_scope() as sessie:
        sessie.bulk_save_objects(
            [event(sender_id=f"g{n}", type_name="user", timestamp=oud, data="{}") for n in range(1201)]
        )
        sessie.commit()
    assert wis_oude(28, opslag) == 1201
    assert doe(opslag.keys()) == []

"""Letter and word patterns: restored, they are the same numbers of the same kind."""

from __future__ import annotations

import numpy as np

from wegwijzer.taal.ngrammen import Ngrammen

TEKSTEN = ["hoe praat ik met de mentor", "wie betaalt de begeleiding", "wie praat met de mentor op school"]


def test_na_bewaren_geven_ze_dezelfde_getallen_en_nog_steeds_float32() -> None:
    """Float64 times the float32 weights copies all of these: 35 ms a message."""
    eerst = Ngrammen()
    geleerd = eerst.leer(TEKSTEN)
    hersteld = Ngrammen.herstel(*eerst.bewaar()).van(TEKSTEN)
    assert hersteld.dtype == geleerd.dtype == np.float32
    assert np.allclose(hersteld.toarray(), geleerd.toarray(), atol=1e-6)

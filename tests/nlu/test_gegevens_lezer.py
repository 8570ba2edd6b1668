"""The entities that Rasa gets can be written down by Rasa: `rasa test` and `rasa interactive` stop otherwise."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rasa.shared.nlu.training_data.formats.readerwriter import TrainingDataWriter

from wegwijzer.nlu.gegevens import uit_elkaar
from wegwijzer.taal.vondst import Vondst

TEKST = "mijn zoon van 14 zit al vijf weken thuis"
SPAN = st.tuples(st.integers(0, len(TEKST) - 1), st.integers(1, 20)).map(lambda s: (s[0], min(len(TEKST), sum(s))))


def test_wat_samen_begint_volgt_op_elkaar() -> None:
    kind, leeftijd = uit_elkaar([Vondst("leeftijd", 14, 0, 16), Vondst("kind", "zoon", 0, 9)])
    assert (kind.start, kind.einde, leeftijd.start, leeftijd.einde) == (0, 9, 9, 16)


@settings(deadline=None)
@given(st.lists(SPAN, max_size=6))
def test_rasa_kan_ze_opschrijven(spans: list[tuple[int, int]]) -> None:
    uit = uit_elkaar([Vondst("plaats", "x", start, einde) for start, einde in spans])
    assert sorted(v.einde for v in uit) == sorted(einde for _, einde in spans)
    assert all(0 <= v.start < v.einde for v in uit)
    TrainingDataWriter.generate_message({"text": TEKST, "entities": [v.als_dict() for v in uit]})

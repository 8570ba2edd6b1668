"""What must hold for any text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from wegwijzer.nood import NoodRegels, beoordeel
from wegwijzer.nood.tekst import woorden

STUKKEN = st.sampled_from(
    [
        "wil",
        "dood",
        "niet",
        "meer",
        "leven",
        "slaat",
        "mijn",
        "vader",
        ",",
        ".",
        "\n",
        "zelf",
        "moord",
        "\u200b",
        "🔪",
        "ik",
        "*",
    ]
)
TEKST = st.one_of(st.text(max_size=300), st.lists(STUKKEN, max_size=40).map(" ".join))


@settings(max_examples=200, deadline=None)
@given(tekst=TEKST)
def test_elke_tekst_wordt_gelezen_en_bewijs_ligt_erin(tekst: str, regels: NoodRegels) -> None:
    oordeel = beoordeel(tekst, regels)
    if oordeel is not None:
        start, einde = oordeel.bewijs
        assert 0 <= start < einde <= len(tekst)
        assert oordeel.niveau in ("nood", "zorg")


@settings(max_examples=100, deadline=None)
@given(tekst=st.text(st.characters(exclude_categories=()), max_size=200))
def test_ook_kapotte_tekens_worden_gelezen(tekst: str, regels: NoodRegels) -> None:
    beoordeel(tekst, regels)


@settings(max_examples=100, deadline=None)
@given(voor=st.text("abcdefgh ,", max_size=60), na=st.text("abcdefgh ,", max_size=60))
def test_andere_zinnen_nemen_gevaar_niet_weg(voor: str, na: str, regels: NoodRegels) -> None:
    oordeel = beoordeel(f"{voor}. Hij wil niet meer leven. {na}", regels)
    assert oordeel is not None and oordeel.niveau == "nood"


@settings(deadline=None)
@given(tekst=TEKST)
def test_woorden_staan_op_volgorde_in_de_tekst(tekst: str) -> None:
    vorige = 0
    for woord in woorden(tekst):
        assert vorige <= woord.start <= woord.einde <= len(tekst)
        vorige = woord.start

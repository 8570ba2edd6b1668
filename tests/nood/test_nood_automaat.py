"""The automaton finds what a plain search finds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from wegwijzer.nood.automaat import Bouw, eerste_woord, loop
from wegwijzer.nood.patroon import Patroon, Plek

PLEK = st.one_of(
    st.sampled_from("abc").map(lambda w: Plek((w,))),
    st.sampled_from("abc").map(lambda w: Plek((w,), mag_weg=True)),
    st.just(Plek(gat=True, mag_weg=True)),
)
VAST = st.sampled_from("abc").map(lambda w: Plek((w,)))
PATROON = st.tuples(VAST, st.lists(PLEK, max_size=6), VAST).map(lambda d: (d[0], *d[1], d[2]))


def past(plek: Plek, woord: str) -> bool:
    return plek.gat or woord in plek.woorden


def eindes(plekken: tuple[Plek, ...], woorden: str, begin: int) -> set[int]:
    """Where `plekken` can end when it begins at `begin`, by trying everything."""
    staten = {(0, begin)}
    uit = set()
    gezien = set()
    while staten:
        plek, woord = staten.pop()
        if (plek, woord) in gezien:
            continue
        gezien.add((plek, woord))
        if plek == len(plekken):
            uit.add(woord - 1)
            continue
        if plekken[plek].mag_weg:
            staten.add((plek + 1, woord))
        if woord < len(woorden) and past(plekken[plek], woorden[woord]):
            staten.add((plek + 1, woord + 1))
    return uit


@settings(max_examples=300, deadline=None)
@given(vormen=st.lists(PATROON, min_size=1, max_size=4), woorden=st.text("abcd", max_size=14))
def test_zelfde_vondsten_als_alles_proberen(vormen: list[tuple[Plek, ...]], woorden: str) -> None:
    patronen: list[Patroon] = []
    for plekken in vormen:
        patronen.append(Patroon("nood", "x", "", plekken, patronen[-1].tot if patronen else 0))
    maskers = [
        sum(1 << (p.van + i) for p in patronen for i, plek in enumerate(p.plekken) if past(plek, woord))
        for woord in woorden
    ]
    blijft = [False] * len(woorden)
    begin = sum(1 << p.van for p in patronen)
    gevonden = set(loop(maskers, blijft, begin, Bouw.van(patronen), -1))
    verwacht = {
        (einde, p.tot - 1)
        for p in patronen
        for start in range(len(woorden))
        for einde in eindes(p.plekken, woorden, start)
    }
    assert gevonden == verwacht
    for einde, bit in gevonden:
        patroon = next(p for p in patronen if p.tot - 1 == bit)
        start = eerste_woord(maskers, blijft, patroon, einde)
        assert einde in eindes(patroon.plekken, woorden, start)

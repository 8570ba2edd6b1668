"""Places to learn: nearest first, fitting, and nothing nearer left out; never one that closed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wegwijzer.huis import Huis, houder
from wegwijzer.kennis.model import Initiatief
from wegwijzer.pad.plekken import VOOR_IEDEREEN, Streek, past, zoek
from wegwijzer.pad.situatie import Situatie

GROEPEN = ("autisme", "hoogbegaafd", "gedrag", "angst", "dyslexie")
FILTERS: tuple[dict[str, list[str]], ...] = (
    {},
    {"doelgroep": ["autisme"]},
    {"doelgroep": ["hoogbegaafd"]},
    {"soort": ["zorgboerderij"]},
)


@pytest.fixture(scope="module")
def huis() -> Huis:
    """This checkout's knowledge."""
    return houder().haal()


def plek(id_: str, gemeente: str | None = None, provincie: str | None = None, **anders: object) -> Initiatief:
    """A place of our own making."""
    velden: dict[str, object] = {
        "bron": "https://voorbeeld.nl", "gezien": "2026-11-22", "stand": "onbekend", "zekerheid": "midden",
        "naam": id_, "bereik": "regionaal", "soort": "onderwijs", "doelgroep": ("thuiszitters",), "wat": "Een plek.",
    }  # fmt: skip
    return Initiatief(**{**velden, "id": id_, "gemeente": gemeente, "provincie": provincie, **anders})  # type: ignore[arg-type]


STREEK = Streek("Delft", frozenset({"Westland", "Breda"}), "Zuid-Holland")
VER = [
    plek("land", bereik="landelijk"),
    plek("provincie", "Gouda", "Zuid-Holland"),
    plek("buur", "Westland", "Zuid-Holland"),
    plek("buur over de grens", "Breda", "Noord-Brabant"),
    plek("elders", "Assen", "Drenthe"),
    plek("onbekend waar"),
    plek("eigen", "Delft", "Zuid-Holland"),
]


def namen(gevonden: list[Initiatief]) -> list[str]:
    """Their names, in order."""
    return [i.naam for i in gevonden]


def test_de_orde() -> None:
    """Own gemeente, neighbours (also across a border), province, nationwide; elsewhere never."""
    gevonden = zoek(VER, STREEK, Situatie(), {})
    assert namen(gevonden) == ["eigen", "buur", "buur over de grens", "provincie", "land"]


def test_even_ver_dan_de_groep_en_dan_de_zekerheid() -> None:
    rij = [
        plek("laag", "Delft", zekerheid="laag"),
        plek("hoog", "Delft", zekerheid="hoog"),
        plek("autisme", "Delft", zekerheid="laag", doelgroep=("autisme",)),
        plek("slim", "Delft", doelgroep=("hoogbegaafd",)),
    ]
    assert namen(zoek(rij, STREEK, Situatie(), {}, ["autisme"])) == ["autisme", "hoog", "laag"]
    assert namen(zoek(rij, STREEK, Situatie(), {})) == ["hoog", "laag", "slim", "autisme"]
    assert namen(zoek(rij, STREEK, Situatie(), {}, ["dyslexie"])) == ["hoog", "laag", "slim", "autisme"]


@pytest.mark.parametrize("gesloten", ["onbekend", "2026-03"])
def test_gesloten_nooit(gesloten: str) -> None:
    """Wherever it is, and whatever is asked."""
    dicht = [replace(i, gesloten=gesloten) for i in VER]
    assert zoek(dicht, STREEK, Situatie(), {}) == []
    assert namen(zoek([*dicht, plek("open", "Delft")], STREEK, Situatie(), {})) == ["open"]


@pytest.mark.parametrize(
    ("leeftijd", "situatie", "klopt"),
    [
        ({"van": 12, "tot": 18}, Situatie(leeftijd=11), False),
        ({"van": 12, "tot": 18}, Situatie(leeftijd=12), True),
        ({"van": 12, "tot": 18}, Situatie(leeftijd=18), True),
        ({"van": 12, "tot": 18}, Situatie(leeftijd=19), False),
        ({"van": 12, "tot": None}, Situatie(), True),
        ({"tekst": "basisschool"}, Situatie(leeftijd=15), False),
        ({"tekst": "basisschool"}, Situatie(leeftijd=17), False),
        ({"tekst": "basisschool"}, Situatie(leeftijd=8), True),
        ({"tekst": "groep 4-8"}, Situatie(onderwijssoort="vo"), False),
        ({"tekst": "basisschool"}, Situatie(onderwijssoort="mbo"), False),
        ({"tekst": "vooral basisschool"}, Situatie(onderwijssoort="vo"), True),
        ({"tekst": "vo, alle niveaus"}, Situatie(onderwijssoort="po"), False),
        ({"tekst": "jongvolwassenen"}, Situatie(leeftijd=9), False),
        ({"tekst": "po en vo"}, Situatie(leeftijd=9), True),
        ({"tekst": "so en vso"}, Situatie(onderwijssoort="vso"), True),
        ({"tekst": "kinderen"}, Situatie(leeftijd=15), True),
        ({"tekst": "vo"}, Situatie(), True),
        (None, Situatie(leeftijd=5), True),
    ],
)
def test_leeftijd(leeftijd: dict[str, object] | None, situatie: Situatie, klopt: bool) -> None:
    """By the years, else by the kind of school; what is not known excludes nobody."""
    assert past(plek("p", leeftijd=leeftijd), situatie, {}) is klopt


def test_buren_delen_een_samenwerkingsverband(huis: Huis) -> None:
    """Also where a gemeente is split between two; a nationwide samenwerkingsverband makes no neighbours."""
    for gemeente, g in huis.plaatsen.gemeenten.items():
        buren = Streek.van(gemeente, g.provincie, huis.kennis).buren
        assert gemeente not in buren and buren <= set(huis.plaatsen.gemeenten), gemeente
        assert len(buren) < 60, gemeente
    assert "Lansingerland" in Streek.van("Rotterdam", "Zuid-Holland", huis.kennis).buren
    assert Streek.van(None, "Drenthe", huis.kennis).buren == frozenset()


def test_elke_gemeente_krijgt_eerst_wat_het_dichtst_bij_is(huis: Huis) -> None:
    """All gemeenten, all topics: what fits and is nearer stands before what is farther; nothing is left out."""
    alle = huis.kennis.initiatieven
    eigen = 0
    for gemeente, g in huis.plaatsen.gemeenten.items():
        streek = Streek.van(gemeente, g.provincie, huis.kennis)
        for filter_ in FILTERS:
            for situatie in (Situatie(), Situatie(leeftijd=9), Situatie(leeftijd=15)):
                gevonden = zoek(alle, streek, situatie, dict(filter_))
                rangen = [streek.rang(i) for i in gevonden]
                assert rangen == sorted(r for r in rangen if r is not None), (gemeente, filter_)
                assert not any(i.gesloten for i in gevonden)
                hoort = {i.id for i in alle if streek.rang(i) is not None and past(i, situatie, dict(filter_))}
                assert [i.id for i in gevonden] == list(dict.fromkeys(i.id for i in gevonden))
                assert {i.id for i in gevonden} == hoort, (gemeente, filter_)
                eigen += rangen.count(0)
    assert eigen > 100


@settings(deadline=None)
@given(data=st.data())
def test_niets_dichterbij_valt_weg(data: st.DataObject) -> None:
    """The rule itself, on places of any kind: whatever is left out does not fit, is closed, or lies elsewhere."""
    gemeenten = st.sampled_from(["Delft", "Westland", "Breda", "Gouda", "Assen", None])
    rij = [
        plek(
            str(n),
            data.draw(gemeenten),
            data.draw(st.sampled_from(["Zuid-Holland", "Drenthe", None])),
            bereik=data.draw(st.sampled_from(["regionaal", "landelijk"])),
            doelgroep=tuple(data.draw(st.sets(st.sampled_from([*GROEPEN, *VOOR_IEDEREEN]), min_size=1))),
            leeftijd=data.draw(
                st.none() | st.fixed_dictionaries({"van": st.integers(4, 12), "tot": st.integers(6, 18)})
            ),
            gesloten=data.draw(st.none() | st.just("2025")),
        )
        for n in range(data.draw(st.integers(0, 12)))
    ]
    groepen = data.draw(st.sets(st.sampled_from(GROEPEN)))
    leeftijd = data.draw(st.none() | st.integers(4, 20))
    gevonden = zoek(rij, STREEK, Situatie(leeftijd=leeftijd), {}, groepen)
    afstand = {"Delft": 0, "Westland": 1, "Breda": 1}
    bekend = groepen & {d for i in rij for d in i.doelgroep}

    def ver(i: Initiatief) -> int | None:
        if i.gemeente in afstand:
            return afstand[str(i.gemeente)]
        return 3 if i.bereik == "landelijk" else 2 if i.provincie == "Zuid-Holland" else None

    for i in rij:
        te_jong = leeftijd is not None and i.leeftijd and not i.leeftijd["van"] <= leeftijd <= i.leeftijd["tot"]
        vreemd = bekend and not set(i.doelgroep) & {*bekend, *VOOR_IEDEREEN}
        assert (i in gevonden) is not bool(i.gesloten or ver(i) is None or te_jong or vreemd), i
    afstanden = [a for a in map(ver, gevonden) if a is not None]
    assert afstanden == sorted(afstanden)

"""Every question of the assistant, for every child that it can be asked about, with every answer that it can get.

Unlike the walk of test_knopen.py nothing is bounded here: from each kind of school, each richting, with and without a
school, and from each way of knowing the place, the questions to the door are followed until none is left. What can be
answered to a question stands in ANTWOORDEN, apart from the code, and must all have been said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from copy import deepcopy
from datetime import datetime
from itertools import product

import pytest

from wegwijzer.gesprek import stappen, vragen
from wegwijzer.gesprek.beurt import beurt
from wegwijzer.gesprek.gegevens import leid_deur_af
from wegwijzer.gesprek.lezen import lees
from wegwijzer.gesprek.model import Bericht, Beurt, Toestand
from wegwijzer.gesprek.steekproef import Steekproef
from wegwijzer.gesprek.verkenning import knoop_na
from wegwijzer.huis import Huis, houder
from wegwijzer.kennis.model import PO_SOORTEN, VO_SOORTEN
from wegwijzer.pad.situatie import Situatie
from wegwijzer.taal.situatie.patronen import tabel

NU = datetime(2026, 11, 23, 10, 0)
SOORTEN = (None, "po", "sbo", "so", "vo", "pro", "vso", "mbo")
RICHTINGEN = (None, "reformatorisch", "cluster1", "cluster2")
PLAATSEN = ("geen", "verteld", "bevestigd", "twee_namen", "gesplitst")
SITUATIES = sorted({str(r["situatie"]) for r in tabel("situaties")["regels"]})
SLA_OVER = "sla over"
PLAATS = {"Een plaats", "Een plaats met twee regio's", "Een plaats die vaker bestaat", "Een plaats die ik niet ken"}
ANTWOORDEN: dict[str, set[str]] = {
    "onderwijssoort": {"po", "vo", "so", "vso", "pro", "mbo", SLA_OVER},
    "school_zelfde_plaats": {"ja", "nee", SLA_OVER},
    "pc4": {"Vier cijfers", SLA_OVER},
    "welke": {"een van de plaatsen", SLA_OVER},
    **{v: {"Eigen woorden", SLA_OVER} for v in vragen.VOORBEREIDING},
}
"""Question → what can be answered to it; of a question for a place whatever the examples hold, and skipping."""


@pytest.fixture(scope="module")
def huis() -> Huis:
    """This checkout's knowledge."""
    return houder().haal()


def _zeg(tekst: str, toestand: Toestand, huis: Huis) -> Beurt:
    bericht = Bericht(tekst, NU, [], [], lees(tekst, NU.date(), toestand.vraag))
    uit = beurt(bericht, deepcopy(toestand), huis)
    uit.toestand.__dict__.update(Toestand.uit_slots(uit.toestand.als_slots()).__dict__)
    return uit


def _begin(situatie: Situatie, plaats: str, huis: Huis, proef: Steekproef) -> Toestand:
    """A child of whose place so much is known."""
    toestand = Toestand(deepcopy(situatie), begroet=True)
    if plaats in ("verteld", "bevestigd"):
        plek = proef.plaats()
        toestand.situatie.plaats, toestand.situatie.gemeente = plek.plaats, plek.gemeente
        toestand.plaats_school = plaats == "bevestigd"
    elif plaats != "geen":
        naam = {"twee_namen": "Hengelo", "gesplitst": "Staphorst"}[plaats]
        toestand.vraag = "plaats"
        toestand = _zeg(naam, toestand, huis).toestand
        toestand.vraag, toestand.doelstap, toestand.overgeslagen = None, None, []
    leid_deur_af(toestand, huis)
    return toestand


def _antwoorden(toestand: Toestand, proef: Steekproef) -> Iterator[tuple[str, str]]:
    """(name of the answer, what is typed) of all that can be answered in this state."""
    for knop in toestand.keuzes:
        soort, _, waarde = knop.doel.partition(":")
        if soort in ("sla_over", "plek", "school_hier"):
            yield {"sla_over": SLA_OVER, "plek": "een van de plaatsen"}.get(soort, waarde), knop.titel
        elif soort == "zet":
            yield waarde.partition("=")[2], knop.titel
    yield from proef.antwoorden(toestand)


def _merk(toestand: Toestand) -> object:
    s = toestand.situatie
    deur = (s.onderwijssoort, s.richting, s.swv, bool(s.plaats or s.gemeente), toestand.plaats_school)
    return toestand.vraag, deur, tuple(s.situatie), tuple(map(tuple, toestand.kandidaten)), tuple(toestand.overgeslagen)


@pytest.fixture(scope="module")
def gevraagd(huis: Huis) -> tuple[dict[tuple[object, str], dict[str, set[str]]], list[str]]:
    """(child, question) → answer → the nodes it led to; and what went wrong. Children are (kind, richting, extra)."""
    proef, fouten = Steekproef(huis, NU), []
    uit: dict[tuple[object, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    kinderen = [(s, r, x) for s, r, x in product(SOORTEN, RICHTINGEN, ("", "geen_school"))]
    kinderen += [(s, None, x) for s, x in product(SOORTEN, SITUATIES) if x != "geen_school"]
    for soort, richting, extra in kinderen:
        situatie = Situatie(onderwijssoort=soort, richting=richting, situatie=[extra] if extra else [])
        rij, gehad = [], set()
        for plaats in PLAATSEN if not extra or extra == "geen_school" else ("verteld",):
            begin = _begin(situatie, plaats, huis, proef)
            begin.doelstap = "samenwerkingsverband"
            stappen.vervolg(begin, huis, NU)
            rij.append(begin)
        while rij:
            toestand = rij.pop()
            vraag = toestand.vraag
            if vraag not in vragen.VRAGEN or _merk(toestand) in gehad:
                continue
            gehad.add(_merk(toestand))
            for naam, tekst in _antwoorden(toestand, proef):
                na = _zeg(tekst, toestand, huis)
                knoop = knoop_na(na, huis)
                uit[(soort, richting, extra), vraag][naam].add(knoop)
                if not knoop.startswith(("vraag:", "stap:")):
                    fouten.append(f"{soort} {richting} {extra}: {vraag} [{tekst}] → {knoop}")
                if na.toestand.vraag == vraag and naam == SLA_OVER:
                    fouten.append(f"{soort} {richting} {extra}: {vraag} overgeslagen en weer gevraagd")
                rij.append(na.toestand)
    return uit, fouten


def test_elk_antwoord_leidt_naar_een_vraag_of_een_stap(
    gevraagd: tuple[dict[tuple[object, str], dict[str, set[str]]], list[str]],
) -> None:
    """Nothing that can be answered to the door's questions ends the road, and nothing skipped is asked again."""
    assert gevraagd[1][:10] == []


def test_elke_vraag_kreeg_elk_antwoord(
    gevraagd: tuple[dict[tuple[object, str], dict[str, set[str]]], list[str]], huis: Huis
) -> None:
    """For each child that a question is asked about, each of its answers was said."""
    plaatsvragen = {n for n, _ in Steekproef(huis, NU).antwoorden(Toestand(Situatie(onderwijssoort="po"), "plaats"))}
    assert len(plaatsvragen) >= 3
    for (kind, vraag), antwoorden in gevraagd[0].items():
        moet = ANTWOORDEN.get(vraag, plaatsvragen | {SLA_OVER})
        if vraag == "onderwijssoort" and kind[2] != "geen_school":  # type: ignore[index]
            moet = moet | {"geen_school"}
        mist = moet - antwoorden.keys()
        assert not mist, f"{kind}: op {vraag} is niet geantwoord: {mist}"


def test_wie_welke_vraag_krijgt(gevraagd: tuple[dict[tuple[object, str], dict[str, set[str]]], list[str]]) -> None:
    """The questions follow from the child alone: none without a door, the place for all others, the kind if unknown."""
    per_kind: dict[object, set[str]] = defaultdict(set)
    for kind, vraag in gevraagd[0]:
        per_kind[kind].add(vraag)
    for soort, richting, extra in product(SOORTEN, RICHTINGEN, ("", "geen_school")):
        krijgt = per_kind[soort, richting, extra]
        if soort == "mbo" or richting in ("cluster1", "cluster2"):
            assert krijgt == set(), (soort, richting, extra)
            continue
        assert ("onderwijssoort" in krijgt) == (soort is None), (soort, richting, extra)
        if soort is None:
            continue
        plaats = "plaats_thuis" if extra == "geen_school" else "plaats"
        if richting == "reformatorisch":
            assert krijgt == set(), (soort, richting, extra)
        else:
            assert {plaats, "welke"} <= krijgt, (soort, richting, extra, krijgt)
            assert ("school_zelfde_plaats" in krijgt) == (extra != "geen_school"), (soort, extra, krijgt)
            assert soort in PO_SOORTEN | VO_SOORTEN
    for soort in ("po", "sbo", "so"):
        assert "pc4" in per_kind[soort, None, ""], soort


def test_de_vragen_vooraf_aan_een_gesprek(huis: Huis) -> None:
    """The three questions before a talk with school: answered and skipped, for every kind of school, to the points."""
    proef = Steekproef(huis, NU)
    for soort in SOORTEN:
        for keuze in product(("Eigen woorden", SLA_OVER), repeat=len(vragen.VOORBEREIDING)):
            toestand = Toestand(Situatie(onderwijssoort=soort, stap="school"), begroet=True)
            vragen.stel(vragen.VOORBEREIDING[0], toestand, huis)
            for naam, vraag in zip(keuze, vragen.VOORBEREIDING, strict=True):
                assert toestand.vraag == vraag
                tekst = dict(_antwoorden(toestand, proef))[naam]
                uit = _zeg(tekst, toestand, huis)
                toestand = uit.toestand
            assert knoop_na(uit, huis) == "punten"

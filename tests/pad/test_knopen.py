"""Walks the road of the assistant: every question with each of its answers, every step with each of its answers.

Breadth first over the states of the pure core, as a parent would meet them: a choice is pressed by its title, a
question without choices gets an example of each kind of answer, and at every place the moves in the talk are said too.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator
from copy import deepcopy
from datetime import datetime
from itertools import combinations

import pytest

from wegwijzer.gesprek import vragen
from wegwijzer.gesprek.beurt import beurt
from wegwijzer.gesprek.lezen import lees
from wegwijzer.gesprek.model import Bericht, Beurt, Knop, Toestand
from wegwijzer.gesprek.steekproef import UITKOMSTEN, Steekproef
from wegwijzer.gesprek.verkenning import BEGIN, EINDE, ONDERWERP, knoop_na, weg_van
from wegwijzer.gesprek.zetten import begin
from wegwijzer.huis import Huis, houder
from wegwijzer.kennis.model import STAPPEN
from wegwijzer.pad.situatie import Situatie
from wegwijzer.taal.situatie.patronen import tabel

NU = datetime(2026, 11, 23, 10, 0)
ZETTEN = ("gedaan_hielp", "gedaan_hielp_niet", "loopt_nog", "nog_niet_gedaan", "terug", "volgende_stap", "weet_niet",
          "sla_over", "bevestigen", "ontkennen", "herhaal", "waarom_vraag")  # fmt: skip
MEESTE_TOESTANDEN = {"vraag": 10, "stap": 6}
"""Walked on from at one node of a kind (others: all); any step can be told as done at any time, so there is no end."""
NAAST_DE_WEG = frozenset({"onderwerp", "plan", "brief", "brieven"})
"""Choices that give an answer beside the road: pressed everywhere, but not walked on from."""
SITUATIES = sorted({r["situatie"] for r in tabel("situaties")["regels"]})
KINDEREN = [
    Situatie(),
    Situatie(richting="reformatorisch"),
    Situatie(richting="cluster1"),
    Situatie(richting="cluster2"),
    Situatie(onderwijssoort="mbo"),
    Situatie(situatie=["geen_school"]),
    Situatie(onderwijssoort="mbo", situatie=["geen_school"]),
    Situatie(richting="cluster2", situatie=["geen_school"]),
    Situatie(plaats="Zwolle", gemeente="Zwolle"),
    Situatie(plaats="Zwolle", gemeente="Zwolle", situatie=["geen_school"]),
    Situatie(onderwijssoort="vo", plaats="Zwolle", gemeente="Zwolle", stappen_gedaan=["school"]),
]


@pytest.fixture(scope="module")
def huis() -> Huis:
    """This checkout's knowledge."""
    return houder().haal()


def _zeg(tekst: str, toestand: Toestand, huis: Huis, zet: str | None = None) -> Beurt:
    """One message in a copy of `toestand`, which goes through the slots as it does in Rasa."""
    vondsten = lees(tekst, NU.date(), toestand.vraag)
    bericht = Bericht(tekst, NU, [(zet, 0.9)] if zet else [], [(zet, 0.9)] if zet else [], vondsten)
    uit = beurt(bericht, deepcopy(toestand), huis)
    uit.toestand.__dict__.update(Toestand.uit_slots(uit.toestand.als_slots()).__dict__)
    return uit


def _gezet(toestand: Toestand) -> set[str]:
    """The steps that are done, or that there are none of for this child."""
    s = toestand.situatie
    nooit = {"samenwerkingsverband"} if s.zonder_samenwerkingsverband() else set()
    return {*s.stappen_gedaan, *nooit, *({"school"} if "geen_school" in s.situatie else set())}


def _fouten(uit: Beurt, huis: Huis) -> Iterator[str]:
    """What is wrong with where this turn leads."""
    toestand, laatste = uit.toestand, uit.antwoorden[-1]
    knoppen = {k for a in uit.antwoorden for k in a.knoppen}
    if any(not a.tekst.strip() for a in uit.antwoorden):
        yield "leeg antwoord"
    if not knoppen and not any("kaart" in a.custom for a in uit.antwoorden):
        yield "loopt dood: geen keuze en geen contact"
    if not {k.titel for k in knoppen} <= {k.titel for k in toestand.keuzes}:
        yield "een keuze die getoond is, telt niet"
    if any(str(uit.waarom).endswith(f"onbekende keuze {k.doel}") for k in knoppen):
        yield "onbekende keuze"
    if "stap" not in laatste.custom:
        return
    stap = STAPPEN[int(str(laatste.custom["stap"])) - 1]
    if stap != toestand.situatie.stap or stap in toestand.situatie.stappen_gedaan:
        yield f"stap {stap} is al gedaan of staat niet open"
    if stap in ("klacht", "inspectie") and not {"school", "samenwerkingsverband"} <= _gezet(toestand):
        yield f"{stap} te vroeg"
    altijd = [huis.kennis.organisaties[o] for o in huis.kennis.altijd]
    if not any(o.naam in laatste.tekst and t in laatste.tekst for o in altijd for t in o.telefoons()):
        yield f"geen advieslijn bij {stap}: {laatste.tekst[:60]}"


def _merk(toestand: Toestand, waar: str) -> object:
    """Two states with the same mark are taken as one."""
    s = toestand.situatie
    wie = (waar, s.zonder_samenwerkingsverband(), "geen_school" in s.situatie, tuple(s.stappen_gedaan))
    if s.zonder_samenwerkingsverband() or s.gedaan("samenwerkingsverband"):
        return wie
    plaats = (bool(s.swv), bool(s.plaats or s.gemeente), toestand.plaats_school, bool(toestand.kandidaten))
    return wie, s.sector(), s.richting, plaats, toestand.doelstap, frozenset(toestand.overgeslagen)


def _keuzes(toestand: Toestand, proef: Steekproef) -> Iterator[tuple[Knop | None, str, str | None]]:
    """(choice, text, move) of all that is said in one state."""
    yield from ((k, k.titel, None) for k in toestand.keuzes)
    yield from ((None, tekst, None) for _, tekst in proef.antwoorden(toestand))
    yield from ((None, "dat bedoel ik", zet) for zet in ZETTEN)


@pytest.fixture(scope="module")
def wandeling(huis: Huis) -> tuple[set[str], set[tuple[str, str]], list[str]]:
    """All that was seen on a walk from every child: nodes, (node, answer or move), and faults."""
    proef = Steekproef(huis, NU)
    rij: deque[tuple[str, Toestand]] = deque()
    for kind in KINDEREN:
        toestand = Toestand(deepcopy(kind), begroet=True)
        begin(toestand, huis)
        rij.append((BEGIN, toestand))
    knopen, gezegd, fouten, gehad = {BEGIN, ONDERWERP}, set(), [], set()
    for onderwerp in huis.kennis.onderwerpen.values():
        uit = _zeg(onderwerp.titel, rij[0][1], huis, onderwerp.id)
        rij.append((knoop_na(uit, huis), uit.toestand))
        knopen.add(rij[-1][0])
        fouten += [f"onderwerp {onderwerp.id}: {f}" for f in _fouten(uit, huis)]
    hoe_vaak: Counter[str] = Counter()
    while rij:
        van, toestand = rij.popleft()
        vol = hoe_vaak[van] == MEESTE_TOESTANDEN.get(van.partition(":")[0])
        if _merk(toestand, van) in gehad or van == "antwoord" or vol:
            continue
        gehad.add(_merk(toestand, van))
        hoe_vaak[van] += 1
        for knop, tekst, zet in _keuzes(toestand, proef):
            uit = _zeg(tekst, toestand, huis, zet)
            naar = knoop_na(uit, huis)
            knopen.add(naar)
            gezegd |= {(van, knop.doel if knop else zet or tekst)}
            pad = f"{van} [{zet or tekst}] → {naar}"
            fouten += [f"{pad}: {f}" for f in _fouten(uit, huis)]
            soort = knop.doel.partition(":")[0] if knop else ""
            if knop and naar == "antwoord" and soort not in NAAST_DE_WEG and uit.topic == "onduidelijk":
                fouten.append(f"{pad}: de keuze wordt niet begrepen")
            if zet is None and (van == BEGIN or soort not in NAAST_DE_WEG):
                rij.append((naar, uit.toestand))
    return knopen, gezegd, fouten


def test_elke_weg_leidt_verder(wandeling: tuple[set[str], set[tuple[str, str]], list[str]]) -> None:
    """No dead end, no step twice, no early complaint, an advice line at every step, every choice understood."""
    _, gezegd, fouten = wandeling
    assert fouten[:10] == []
    assert len(gezegd) > 200


def test_elke_knoop_van_de_tekening_is_bezocht(
    wandeling: tuple[set[str], set[tuple[str, str]], list[str]], huis: Huis
) -> None:
    """And the walk met no node that the drawing does not have."""
    assert wandeling[0] == {k.id for k in weg_van(huis).knopen}


def test_elke_vraag_met_al_haar_antwoorden(wandeling: tuple[set[str], set[tuple[str, str]], list[str]]) -> None:
    """Every question was reached and skipped; every step had each of its answers and was taken back."""
    _, gezegd, _ = wandeling
    for vraag in (*vragen.VRAGEN, vragen.GEBEURTENIS):
        assert (f"vraag:{vraag}", f"sla_over:{vraag}") in gezegd, vraag
        assert (f"vraag:{vraag}", "terug") in gezegd, vraag
    for soort in vragen.SCHOOLSOORTEN:
        assert ("vraag:onderwijssoort", f"zet:onderwijssoort={soort}") in gezegd
    assert {("vraag:school_zelfde_plaats", f"school_hier:{a}") for a in ("ja", "nee")} <= gezegd
    assert any(van == "vraag:welke" and doel.startswith("plek:") for van, doel in gezegd)
    for stap in STAPPEN:
        for antwoord in ("stap:hielp_niet", "stap:loopt_nog", "stap:nog_niet", "gedaan_hielp", "terug"):
            assert (f"stap:{stap}", antwoord) in gezegd, (stap, antwoord)


def test_elke_soort_plaats_komt_voor(huis: Huis) -> None:
    """The examples of typed places hold each kind of answer: the walk leaves none out because the data lost it."""
    toestand = Toestand(Situatie(onderwijssoort="po"), vraag="plaats")
    assert {naam for naam, _ in Steekproef(huis, NU).antwoorden(toestand)} == set(UITKOMSTEN.values())


@pytest.mark.parametrize("kind", KINDEREN, ids=lambda k: f"{k.onderwijssoort}-{k.richting}-{k.plaats}-{k.situatie}")
@pytest.mark.parametrize("situatie", SITUATIES)
def test_elke_bijzondere_situatie_komt_aan_het_einde(situatie: str, kind: Situatie, huis: Huis) -> None:
    """Whatever was told: pressing on leads past each step at most once, a complaint never first, to the end."""
    toestand = Toestand(deepcopy(kind), begroet=True)
    toestand.situatie.situatie = [*toestand.situatie.situatie, situatie]
    gezien: list[str] = []
    uit = _zeg("wat nu", toestand, huis, "volgende_stap")
    for _ in range(3 * len(STAPPEN)):
        assert list(_fouten(uit, huis)) == []
        waar = knoop_na(uit, huis)
        if waar == EINDE:
            break
        gezien += [waar] if waar.startswith("stap:") else []
        doel = "stap:hielp_niet" if waar.startswith("stap:") else f"sla_over:{waar.partition(':')[2]}"
        knop = next(k for k in uit.toestand.keuzes if k.doel == doel)
        uit = _zeg(knop.titel, uit.toestand, huis)
    assert knoop_na(uit, huis) == EINDE
    assert len(gezien) == len(set(gezien))
    assert gezien == [f"stap:{s}" for s in STAPPEN if f"stap:{s}" in gezien]
    assert gezien[0] not in ("stap:klacht", "stap:inspectie")


GEDAAN = [list(c) for n in range(len(STAPPEN) + 1) for c in combinations(STAPPEN, n)]


@pytest.mark.parametrize("kind", KINDEREN[:6], ids=lambda k: f"{k.onderwijssoort}-{k.richting}-{k.situatie}")
def test_wat_gedaan_is_wordt_niet_opnieuw_aangeboden(kind: Situatie, huis: Huis) -> None:
    """Whatever steps were taken before the talk, in whatever order."""
    for gedaan in GEDAAN:
        toestand = Toestand(deepcopy(kind), begroet=True)
        toestand.situatie.stappen_gedaan = gedaan
        uit = _zeg("wat nu", toestand, huis, "volgende_stap")
        assert list(_fouten(uit, huis)) == [], gedaan
        assert knoop_na(uit, huis).removeprefix("stap:") not in gedaan

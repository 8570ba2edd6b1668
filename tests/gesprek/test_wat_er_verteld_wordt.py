"""First messages as they are typed late in the evening: what is felt, what is asked, and for whom a sentence is."""

from __future__ import annotations

from datetime import datetime

import pytest
from gesprek_in_kern import Gesprek

from wegwijzer.gesprek.gevoel import gevoel
from wegwijzer.gesprek.lengte import kort_in
from wegwijzer.gesprek.model import Antwoord, Beurt, Toestand
from wegwijzer.huis import Huis
from wegwijzer.taal.situatie.vinden import vondsten

NU = datetime(2026, 11, 22, 22, 0)


def _gelezen(zin: str) -> set[tuple[str, object]]:
    return {(v.entity, v.waarde) for v in vondsten(zin, vandaag=NU.date())}


@pytest.mark.parametrize(
    ("zin", "soort"),
    [
        ("kan ik het verslag op van mijn kind laten sturen", None),
        ("hoe vraag ik de gegevens op van onze dochter", None),
        ("wij zijn op van alle spanningen", "zwaar"),
        ("help, straks zit ik daar alleen aan tafel", "schrik"),
    ],
)
def test_wat_er_gevoeld_wordt(zin: str, soort: str | None) -> None:
    assert gevoel(zin) == soort


def test_de_vraag_voor_een_nummer_blijft_staan(huis: Huis) -> None:
    """`Is het zo erg? Bel dan 113.`: without the question everybody would have to call."""
    vulling = " ".join(f"Dit is zin nummer {'abcdefghijklmnop'[n]} met nog een paar woorden erbij." for n in range(14))
    tekst = f"{vulling} Denkt uw kind aan de dood? Bel dan 113."
    uit = Beurt((Antwoord(tekst, (), {"bronnen": ["x"]}),), Toestand(), "t", ("t",), "")
    ingekort = kort_in(uit, False, Toestand(), huis).antwoorden[0].tekst
    assert len(ingekort) < len(tekst)
    assert ingekort.endswith("Denkt uw kind aan de dood? Bel dan 113.")


@pytest.mark.parametrize(
    ("zin", "topic"),
    [
        ("de tlv is al aangevraagd maar wij zijn het er niet mee eens", "tlv_oneens"),
        ("school vroeg de tlv aan zonder onze toestemming, wij willen dat niet", "tlv_oneens"),
        ("hoe lang duurt het als de tlv al is aangevraagd", "tlv_speciaal_onderwijs"),
    ],
)
def test_een_tlv_die_de_ouders_niet_willen(huis: Huis, zin: str, topic: str) -> None:
    assert Gesprek(huis, NU).zeg(zin, "tlv_speciaal_onderwijs", 0.95).topic == topic


@pytest.mark.parametrize(
    ("zin", "feit"),
    [
        ("nu zit [naam] van 12 alweer boven", ("leeftijd", 12)),
        ("[naam] (8) huilt elke ochtend", ("leeftijd", 8)),
        ("kben 15 en loop vast", ("kind", "ik")),
        ("kan dat zomaar? ben 13 vmbo", ("leeftijd", 13)),
        ("ik mag niet meer in de les, is dat een straf", ("kind", "ik")),
        ("de nieuwe school wil haar niet toelaten", ("situatie", "geweigerd")),
    ],
)
def test_wat_er_verteld_wordt(zin: str, feit: tuple[str, object]) -> None:
    assert feit in _gelezen(zin)


def test_een_ouder_die_bij_de_les_is_is_geen_leerling() -> None:
    assert ("kind", "ik") not in _gelezen("ik mag niet meer in de les kijken bij mijn dochter")


@pytest.mark.parametrize(
    "zin", ["ze willen hem niet toelaten naar groep 7", "school wil haar niet toelaten naar klas 3"]
)
def test_niet_overgaan_is_geen_weigering(zin: str) -> None:
    assert ("situatie", "geweigerd") not in _gelezen(zin)


@pytest.mark.parametrize(
    ("zin", "stap"),
    [
        ("er is vorige week overleg geweest op school zonder ons", False),
        ("ze hebben daar een mdo gehad waar ik niet bij was", False),
        ("mijn ex heeft een gesprek gehad met de mentor zonder mij", True),
        ("we hebben een gesprek gehad met de mentor, zonder onze zoon", True),
        ("ik heb de mentor gebeld en zonder mij besluiten ze nu niks meer", True),
    ],
)
def test_overleg_zonder_de_ouder_is_geen_stap(zin: str, stap: bool) -> None:
    assert ("stap_gedaan" in {soort for soort, _ in _gelezen(zin)}) is stap


@pytest.mark.parametrize(("plaats", "aangeboden"), [("Urk", False), ("Rotterdam", True)])
def test_geen_knop_over_een_andere_streek(huis: Huis, plaats: str, aangeboden: bool) -> None:
    zin = f"onze zoon zit op een basisschool in {plaats} en moet groep 4 nog een keer doen, wat kunnen wij daartegen"
    uit = Gesprek(huis, NU).zeg(zin, "rand_onderwijs", 0.45, naast=[("rotterdam_po", 0.4)])
    doelen = {k.doel for a in uit.antwoorden for k in a.knoppen}
    assert ("onderwerp:rotterdam_po" in doelen) is aangeboden

"""What if it does not help: which messages ask that, and which rung of the road follows."""

from __future__ import annotations

from datetime import datetime
from itertools import combinations

import pytest
from gesprek_in_kern import Gesprek, tekst

from wegwijzer.gesprek import wat_als
from wegwijzer.gesprek.model import Toestand
from wegwijzer.huis import Huis
from wegwijzer.kennis.model import STAPPEN
from wegwijzer.pad.situatie import Situatie

VRAAGT = [
    "en als school daar niks mee doet?",
    "en als dat niet helpt?",
    "wat als ze weigeren",
    "en als ze nee zeggen?",
    "maar als ze me niet serieus nemen",
    "wat moet ik doen als het samenwerkingsverband niet reageert?",
    "stel dat de directeur niet wil meewerken",
    "en als ze dat naast zich neerleggen",
    "en als ze blijven zeggen dat het niet kan",
    "wat nou als dat ook niks oplevert",
]
VRAAGT_NIET = [
    "school doet er niks mee",
    "en als mijn kind niet wil",
    "als hij niet naar school gaat krijg ik dan een boete",
    "wat als ik verhuis",
    "en als ze 18 is",
    "dat helpt niet",
    "wat kost dat",
    "en als dat lukt?",
]


@pytest.mark.parametrize("vraag", VRAAGT)
def test_vraagt_wat_daarna_komt(vraag: str) -> None:
    assert wat_als.vraagt(vraag)


@pytest.mark.parametrize("vraag", VRAAGT_NIET)
def test_vraagt_dat_niet(vraag: str) -> None:
    assert not wat_als.vraagt(vraag)


SITUATIES = [
    Situatie(),
    Situatie(onderwijssoort="mbo"),
    Situatie(richting="cluster2"),
    Situatie(situatie=["geen_school"]),
]


@pytest.mark.parametrize("situatie", SITUATIES, ids=["gewoon", "mbo", "cluster2", "geen_school"])
@pytest.mark.parametrize("stap", STAPPEN)
def test_hierna_is_nooit_gedaan_en_een_klacht_nooit_te_vroeg(stap: str, situatie: Situatie) -> None:
    """Whatever was done: the next rung is not, and a complaint only when nothing before it is left."""
    for aantal in range(len(STAPPEN) + 1):
        for gedaan in combinations(STAPPEN, aantal):
            s = Situatie(situatie.onderwijssoort, situatie.richting, situatie=situatie.situatie)
            s.stappen_gedaan = list(gedaan)
            volgende = wat_als.hierna(stap, s)
            assert volgende is None or (volgende not in gedaan and volgende != stap)
            if s.zonder_samenwerkingsverband():
                assert volgende != "samenwerkingsverband"
            if volgende in wat_als.LAATST:
                nooit = {"samenwerkingsverband"} if s.zonder_samenwerkingsverband() else set()
                nooit |= {"school"} if "geen_school" in s.situatie else set()
                assert set(STAPPEN[:4]) - nooit - {stap} <= set(gedaan), (stap, gedaan)


def test_steeds_een_trede_verder_zonder_iets_te_doen(huis: Huis, nu: datetime) -> None:
    """Asking it again climbs the road; nothing counts as done for that."""
    gesprek = Gesprek(huis, nu, Toestand(Situatie(onderwijssoort="po", plaats="Breda", gemeente="Breda", swv="PO3003")))
    gesprek.toestand.plaats_school = True
    gesprek.zeg("mijn zoon wordt gepest", "pesten")
    wegen = [
        gesprek.zeg(v) for v in ("en als school dat niet doet?", "en als dat niet helpt?", "en als dat ook niks doet?")
    ]
    assert [w.waarom.rpartition("daarna: ")[2] for w in wegen] == [
        "samenwerkingsverband",
        "onderwijsconsulent",
        "advieslijn",
    ]
    assert gesprek.toestand.situatie.stappen_gedaan == []
    assert all(huis.kennis.tekst(f"reden_{w.waarom.rpartition('daarna: ')[2]}") in tekst(w) for w in wegen)


def test_zonder_regio_wordt_die_gevraagd(huis: Huis, nu: datetime) -> None:
    """The rung is said first; then what is needed to know the door, one question."""
    gesprek = Gesprek(huis, nu)
    gesprek.zeg("heeft mijn kind recht op een opp", "opp_wat_is_dat")
    uit = gesprek.zeg("en als school daar niks mee doet?")
    assert gesprek.toestand.vraag == "onderwijssoort"
    assert huis.kennis.tekst("reden_samenwerkingsverband") in uit.antwoorden[0].tekst


def test_overslaan_laat_de_stap_open(huis: Huis, nu: datetime) -> None:
    gesprek = Gesprek(huis, nu, Toestand(Situatie(onderwijssoort="mbo")))
    gesprek.zeg("wat nu", "volgende_stap")
    uit = gesprek.zeg("overslaan", "sla_over")
    assert uit.waarom.endswith("daarna: onderwijsconsulent")
    assert gesprek.toestand.situatie.stap == "school"
    assert gesprek.toestand.situatie.stappen_gedaan == []

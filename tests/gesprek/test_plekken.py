"""Places to learn in the talk: three at a time, more on request, with how to check and who pays."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from gesprek_in_kern import Gesprek, tekst

from wegwijzer.gesprek import plekken
from wegwijzer.gesprek.beurt import doe
from wegwijzer.gesprek.model import Bericht, Beurt, Toestand
from wegwijzer.huis import Huis
from wegwijzer.kennis.model import Initiatief
from wegwijzer.pad.plekken import VOOR_IEDEREEN, Streek, zoek
from wegwijzer.pad.situatie import Situatie

ONDERWERPEN = ("plek_in_mijn_regio", "plek_voor_autisme", "plek_voor_hoogbegaafd", "zorgboerderij")
MAX_WOORDEN = 90


@pytest.fixture
def gesprek(huis: Huis, nu: datetime) -> Gesprek:
    """A fresh talk, past the welcome."""
    gesprek = Gesprek(huis, nu)
    gesprek.toestand.begroet = True
    return gesprek


def genoemd(uit: Beurt) -> list[str]:
    """The places that this turn shows."""
    return [p["naam"] for a in uit.antwoorden for p in a.custom.get("plekken", [])]


def meer(uit: Beurt, huis: Huis) -> bool:
    """Whether more places are offered."""
    return huis.kennis.tekst("knop_meer_plekken") in [k.titel for k in uit.antwoorden[-1].knoppen]


def alle_bladzijden(uit: Beurt, gesprek: Gesprek) -> list[list[str]]:
    """The places page by page, up to the last."""
    bladzijden = [genoemd(uit)]
    while meer(uit, gesprek.huis):
        uit = gesprek.zeg(gesprek.huis.kennis.tekst("knop_meer_plekken"))
        assert uit.topic in ONDERWERPEN
        bladzijden.append(genoemd(uit))
    return bladzijden


def test_drie_tegelijk_tot_ze_op_zijn(gesprek: Gesprek, huis: Huis) -> None:
    """All that fit, each once, in the order of the search."""
    bladzijden = alle_bladzijden(gesprek.zeg("is er een plek in Zwolle voor een kind van 9", ONDERWERPEN[0]), gesprek)
    assert len(bladzijden) > 2 and all(1 <= len(b) <= 3 for b in bladzijden)
    streek = Streek.van("Zwolle", "Overijssel", huis.kennis)
    verwacht = zoek(huis.kennis.initiatieven, streek, Situatie(leeftijd=9), {})
    assert [n for b in bladzijden for n in b] == [i.naam for i in verwacht]


def test_wat_het_kind_heeft_blijft_bekend(gesprek: Gesprek) -> None:
    """Told before the place is asked; no place for another group only, on no page."""
    gesprek.zeg("mijn dochter van 14 heeft autisme, is er een plek", ONDERWERPEN[0])
    uit = gesprek.zeg("Oegstgeest")
    assert genoemd(uit)[0] == "Leo Kannerschool"
    namen = [n for b in alle_bladzijden(uit, gesprek) for n in b]
    voor = {i.naam: {*i.doelgroep} for i in gesprek.huis.kennis.initiatieven}
    assert all(voor[n] & {"autisme", *VOOR_IEDEREEN} for n in namen) and len(namen) > 3


@pytest.mark.parametrize("onderwerp", ONDERWERPEN)
def test_elke_gemeente(onderwerp: str, huis: Huis) -> None:
    """At most three places in at most 90 words, with call first, who pays, and where to check each of them."""
    kennis = huis.kennis
    bij_naam: dict[str, Initiatief] = {i.naam: i for i in kennis.initiatieven}
    for nummer, gemeente in enumerate(sorted(huis.plaatsen.gemeenten)):
        soort = ("po", "vo", "mbo")[nummer % 3]
        situatie = Situatie(gemeente=gemeente, onderwijssoort=soort)
        uit = plekken.antwoord(kennis.onderwerpen[onderwerp], Toestand(situatie), huis)
        assert uit is not None and len(uit.tekst.split()) <= MAX_WOORDEN, (gemeente, uit)
        data = uit.custom.get("plekken", [])
        if not data:
            assert uit.tekst == kennis.tekst("plekken_geen")
            continue
        assert len(data) <= 3 and kennis.tekst("plekken_kop") in uit.tekst
        assert kennis.tekst("plekken_wie_betaalt_mbo" if soort == "mbo" else "plekken_wie_betaalt") in uit.tekst
        for p in data:
            regel = next(r for r in uit.tekst.split("\n") if r.startswith(f"– {p['naam']}"))
            assert p["site"] in regel if p["site"] else "Gezien op " in regel
            assert p["bron"] in uit.custom["bronnen"]
            betaalt = bij_naam[p["naam"]].wie_betaalt
            assert ("Betaalt:" in regel) is bool(betaalt) and (betaalt or "") in regel
            assert not bij_naam[p["naam"]].gesloten


def test_een_waarschuwing_valt_nooit_weg(huis: Huis) -> None:
    """What a source doubts is said, however little room there is."""
    woord = re.compile(r"\b(?:vraag|onbekend)\b", re.IGNORECASE)
    twijfel = [i for i in huis.kennis.initiatieven if woord.search(i.wat or "")]
    assert len(twijfel) > 5
    for i in twijfel:
        kort = plekken.regel(i, huis, lang=False)
        zin = next(z for z in str(i.wat).replace("? ", ". ").split(". ") if woord.search(z))
        assert zin.rstrip(".") in kort, kort


def test_een_ander_kind_heeft_niet_wat_het_eerste_heeft(gesprek: Gesprek) -> None:
    """Groups are kept for each child."""
    gesprek.zeg("mijn zoon van 9 heeft autisme en zit thuis in Leiden", "kind_zit_thuis_wat_nu")
    assert plekken.groepen(gesprek.toestand) == ["autisme"]
    gesprek.zeg("nu over mijn dochter van 14, is er voor haar een plek", ONDERWERPEN[0])
    assert plekken.groepen(gesprek.toestand) == []


@pytest.mark.parametrize("doel", ["plekken:", "plekken:pesten|3", "plekken:bestaat_niet|3", "plekken:zorgboerderij|x"])
def test_een_vreemde_keuze_doet_niets(doel: str, gesprek: Gesprek, huis: Huis, nu: datetime) -> None:
    """An old or made-up token counts as not understood."""
    assert doe(doel, Bericht("x", nu), gesprek.toestand, huis).topic == "onduidelijk"


def test_zonder_plaats_eerst_de_vraag(gesprek: Gesprek, huis: Huis) -> None:
    uit = gesprek.zeg("is er een plek bij ons", ONDERWERPEN[0])
    assert gesprek.toestand.vraag == "plaats_plek" and genoemd(uit) == []
    assert huis.kennis.tekst("vraag_plaats_plek") in tekst(uit)

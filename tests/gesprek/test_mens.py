"""A human: who is said to be reachable when, and that one is within two turns from every kind of answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from gesprek_in_kern import Gesprek, tekst

from wegwijzer.gesprek.mens import DOEL, ONDERWERP
from wegwijzer.gesprek.model import Beurt
from wegwijzer.huis import Huis
from wegwijzer.kennis.model import TALEN
from wegwijzer.pad.openstelling import is_open

DINSDAG, ZONDAG, KERST, OUDJAAR = "2026-11-24T14:00", "2026-11-22T22:00", "2026-12-25T11:00", "2026-12-31T23:50"
ZOMERTIJD, WINTERTIJD = "2026-03-29T02:30", "2026-10-25T02:30"
NACHTELIJK = (ZONDAG, KERST, OUDJAAR, ZOMERTIJD, WINTERTIJD)
NOOD = ("noodnummer_112", "zelfmoordpreventie_113", "veilig_thuis")
MAX_WOORDEN = 90
ROTTERDAM = {"onderwijssoort": "vo", "plaats": "Rotterdam", "gemeente": "Rotterdam", "swv": "VO2810"}


def vraag(huis: Huis, nu: str | datetime, **situatie: object) -> Beurt:
    """Asked for a human in this situation, past the welcome."""
    gesprek = Gesprek(huis, nu if isinstance(nu, datetime) else datetime.fromisoformat(nu))
    gesprek.toestand.begroet = True
    for naam, waarde in situatie.items():
        setattr(gesprek.toestand.situatie, naam, waarde)
    return gesprek.zeg("ik wil een mens spreken", ONDERWERP)


def test_op_een_dinsdagmiddag(huis: Huis) -> None:
    """Who is there until when, when again, and who keeps hours that we do not know."""
    regels = tekst(vraag(huis, DINSDAG)).split("\n")
    assert (
        regels[1]
        == "Nu open, tot 16.30 uur: Onderwijsconsulenten, bel 070-312 28 87. Daarna weer morgen vanaf 9.00 uur."
    )
    assert regels[2].startswith("Ouders & Onderwijs: bel 088-605 01 01 of mail naar vraag@oudersenonderwijs.nl.")
    assert "tijden ken ik niet" in regels[2]
    assert not any(n in tekst(vraag(huis, DINSDAG)) for n in huis.kennis.organisaties[NOOD[1]].telefoons())


def test_met_een_regio(huis: Huis) -> None:
    """The region's own line first, with what holds for it; no question for the place any more."""
    uit = tekst(vraag(huis, DINSDAG, **ROTTERDAM))
    assert (
        "Nu open, tot 15.00 uur: Ouder- en Jeugdsteunpunt Koers VO, bel 010-484 25 76 (niet in schoolvakanties)." in uit
    )
    assert uit.index("010-484 25 76") < uit.index("070-312 28 87") < uit.index("088-605 01 01")
    assert huis.kennis.tekst("mens_plaats") not in uit


@pytest.mark.parametrize(
    ("nu", "wanneer"),
    [
        (ZONDAG, "Morgen vanaf 9.00 uur"),
        (KERST, "Maandag vanaf 9.00 uur"),
        (OUDJAAR, "Maandag vanaf 9.00 uur"),
        (ZOMERTIJD, "Morgen vanaf 9.00 uur"),
        (WINTERTIJD, "Morgen vanaf 9.00 uur"),
        ("2026-11-24T13:00", "Vandaag vanaf 13.30 uur"),
        ("2027-03-26T11:00", "Dinsdag vanaf 9.00 uur"),
    ],
)
def test_als_er_niemand_is(nu: str, wanneer: str, huis: Huis) -> None:
    """Nobody is claimed to be there but the emergency lines; then who opens first, and when."""
    uit = tekst(vraag(huis, nu))
    assert "Nu open" not in uit
    assert all(huis.kennis.organisaties[o].telefoons()[0] in uit for o in NOOD)
    assert f"{wanneer}: Onderwijsconsulenten, bel 070-312 28 87." in uit
    assert "088-605 01 01" in uit


def test_noodlijnen_zijn_dag_en_nacht_open(huis: Huis) -> None:
    """What is said of them holds: their hours say so."""
    for naam in NOOD:
        lijnen = [c for c in huis.kennis.organisaties[naam].contact if c.soort == "telefoon"]
        assert all(is_open(str(c.tijden), datetime.fromisoformat(nu)) for c in lijnen for nu in NACHTELIJK), naam


def test_op_een_twijfeldag_staat_dat_erbij(huis: Huis) -> None:
    assert "Misschien ook vandaag, op Goede Vrijdag." in tekst(vraag(huis, "2027-03-26T11:00"))
    assert tekst(vraag(huis, "2027-03-26T11:00", **ROTTERDAM)).count("Goede Vrijdag") == 1


@pytest.mark.parametrize("nu", [DINSDAG, ZONDAG])
def test_een_kind_krijgt_de_kindertelefoon(nu: str, huis: Huis) -> None:
    """With telephone and chat; a student who is grown up gets the other lines."""
    [nummer] = huis.kennis.organisaties["kindertelefoon"].telefoons()
    uit = tekst(vraag(huis, nu, kind="ik", leeftijd=14))
    assert f"bel {nummer} of chat op https://www.kindertelefoon.nl" in uit and "088-605 01 01" not in uit
    assert nummer not in tekst(vraag(huis, nu, kind="ik", leeftijd=19, onderwijssoort="mbo"))


def test_in_elke_regio_op_elk_moment_kort_en_waar(huis: Huis) -> None:
    """At most three people in under 90 words; whoever is said to be open, is; the first card is the first told."""
    momenten = [datetime(2026, 12, 21) + timedelta(hours=7 * n) for n in range(60)]
    codes = sorted(huis.kennis.samenwerkingsverbanden)
    for n, code in enumerate([None, *codes, *codes]):
        nu = momenten[n % len(momenten)]
        situatie = {"swv": code, "onderwijssoort": "po" if str(code).startswith("PO") else "vo"} if code else {}
        uit = vraag(huis, nu, **situatie)
        [antwoord] = uit.antwoorden
        assert len(antwoord.tekst.split()) < MAX_WOORDEN, (code, nu, antwoord.tekst)
        lijnen = {c["waarde"]: c["open"] for k in antwoord.custom["kaarten"] for c in k["contact"] if c["tijden"]}
        open_ = re.findall(r"Nu open, tot [^:]*: [^,]*, bel ([\d -]*\d)", antwoord.tekst)
        assert all(lijnen[nummer] is True for nummer in open_), (code, nu)
        assert bool(open_) == any(lijnen.values())
        mensen = re.findall(r"^.*: .*\b(?:bel|mail naar|chat op|kijk op) .*$", antwoord.tekst, re.MULTILINE)
        assert 1 <= len(mensen) <= 3, antwoord.tekst
        eerste = {c["waarde"] for c in antwoord.custom["kaart"]["contact"]}
        assert any(w in antwoord.tekst.split("\n")[1 if open_ else 2] for w in eerste), antwoord.tekst


def test_te_moeilijk_noemt_wie_er_nu_is(huis: Huis) -> None:
    """Easy words, and the same first line."""
    gesprek = Gesprek(huis, datetime.fromisoformat(DINSDAG))
    gesprek.zeg("een mens graag", ONDERWERP)
    uit = tekst(gesprek.zeg("te moeilijk"))
    assert "tot 16.30 uur: Onderwijsconsulenten, bel 070-312 28 87" in uit
    assert str(huis.kennis.onderwerpen[ONDERWERP].eenvoudig) in uit


def _vraag_open(g: Gesprek) -> Beurt:
    g.toestand.situatie.stappen_gedaan = ["school"]
    return g.zeg("wat is de volgende stap", "volgende_stap")


def _na_overslaan(g: Gesprek) -> Beurt:
    _vraag_open(g)
    return g.zeg("Sla over")


def _twee_keer(label: str | None) -> Callable[[Gesprek], Beurt]:
    def doe(g: Gesprek) -> Beurt:
        g.zeg("rare zin", label)
        return g.zeg("rare zin", label)

    return doe


def _in_voorbereiding(g: Gesprek) -> Beurt:
    g.zeg("help met het gesprek", "bereid_gesprek_voor")
    return g.zeg("hij tekent graag en is lief")


def _alle_stappen(g: Gesprek) -> Beurt:
    g.toestand.situatie.onderwijssoort = "mbo"
    g.toestand.situatie.stappen_gedaan = ["school", "onderwijsconsulent", "advieslijn", "klacht", "inspectie"]
    return g.zeg("wat nu", "volgende_stap")


def _brief(g: Gesprek) -> Beurt:
    g.zeg("ik wil een brief", "brief_of_plan")
    return g.zeg(next(k.titel for k in g.toestand.keuzes if k.doel.startswith("brief:")))


def _na_wissen(g: Gesprek) -> Beurt:
    g.zeg("wis alles", "wis_gesprek")
    return g.zeg("hallo", "begin")


SOORTEN: dict[str, Callable[[Gesprek], Beurt]] = {
    "begin": lambda g: g.zeg("hallo", "begin"),
    "stap": lambda g: g.zeg("mijn kind zit thuis", "kind_zit_thuis_wat_nu"),
    "stap loopt": lambda g: (g.zeg("wat nu", "volgende_stap"), g.zeg("Dat loopt nog"))[1],
    "stap hielp niet": lambda g: (g.zeg("wat nu", "volgende_stap"), g.zeg("Gedaan, hielp niet"))[1],
    "alle stappen gedaan": _alle_stappen,
    "vraag open": _vraag_open,
    "vraag overgeslagen": _na_overslaan,
    "waarom die vraag": lambda g: (_vraag_open(g), g.zeg("waarom", "waarom_vraag"))[1],
    "onbekende plaats": lambda g: (_vraag_open(g), g.zeg("vo"), g.zeg("Kwakkeldijk"))[2],
    "onderwerp": lambda g: g.zeg("hij wordt gepest", "pesten"),
    "onderwerp in een vraag": lambda g: (_vraag_open(g), g.zeg("hij wordt gepest", "pesten"))[1],
    "twee onderwerpen": lambda g: g.zeg("pesten en vervoer", "pesten"),
    "gegevens": lambda g: g.zeg("hij is 13 en al 6 weken thuis", "informeer"),
    "onduidelijk": lambda g: g.zeg("rare zin"),
    "twee keer onduidelijk": _twee_keer(None),
    "leeg": lambda g: g.zeg("..."),
    "buiten bereik": lambda g: g.zeg("wat wordt het weer", "buiten_bereik"),
    "twee keer buiten bereik": _twee_keer("buiten_bereik"),
    "gevaar": lambda g: g.zeg("ze wil dood", nood="suicide"),
    "na gevaar": lambda g: (g.zeg("ze wil dood", nood="suicide"), g.zeg("ok"))[1],
    "zorg": lambda g: g.zeg("ik kan niet meer", nood="zorg:ouder_op"),
    "plan": lambda g: g.zeg("maak een plan", "maak_plan"),
    "brief kiezen": lambda g: g.zeg("ik wil een brief", "brief_of_plan"),
    "brief": _brief,
    "voorbereiding": lambda g: g.zeg("help met het gesprek", "bereid_gesprek_voor"),
    "antwoord in de voorbereiding": _in_voorbereiding,
    "termijn gevraagd": lambda g: g.zeg("ze moet van school af", "verwijdering"),
    "termijn": lambda g: (g.zeg("ze moet van school af", "verwijdering"), g.zeg("3 november"))[1],
    "plekken": lambda g: g.zeg("is er een plek in Rotterdam", "plek_in_mijn_regio"),
    "te moeilijk": lambda g: (g.zeg("hij wordt gepest", "pesten"), g.zeg("te moeilijk"))[1],
    "wat weet je": lambda g: g.zeg("wat weet je van mij", "wat_weet_je"),
    "terug": lambda g: (g.zeg("hij is 13", "informeer"), g.zeg("terug", "terug"))[1],
    "opnieuw": lambda g: g.zeg("opnieuw", "opnieuw"),
    "gestopt": lambda g: g.zeg("stop maar", "stop"),
    "na wissen": _na_wissen,
    "een praatje": lambda g: g.zeg("bedankt", "bedankt_of_boos"),
    "engels": lambda g: g.zeg("Hello, my boy stays at home and nobody helps us"),
}


@pytest.mark.parametrize("soort", sorted(SOORTEN))
@pytest.mark.parametrize("nu", [DINSDAG, ZONDAG])
def test_een_mens_binnen_twee_beurten(soort: str, nu: str, huis: Huis) -> None:
    """The button stands under the reply; pressing it gives a number, also in the middle of a question."""
    gesprek = Gesprek(huis, datetime.fromisoformat(nu))
    uit = SOORTEN[soort](gesprek)
    [titel] = {k.titel for k in uit.antwoorden[-1].knoppen if k.doel == DOEL} or {None}
    assert titel is not None, f"{soort}: geen knop onder {uit.antwoorden[-1].tekst!r}"
    assert titel in [k.titel for k in gesprek.toestand.keuzes]
    mens = gesprek.zeg(titel)
    assert mens.topic == ONDERWERP, soort
    assert re.search(r"\b0\d\d-\d{3} \d\d \d\d\b", tekst(mens)), soort


@pytest.mark.parametrize("taal", TALEN)
def test_ook_in_een_andere_taal(taal: str, huis: Huis) -> None:
    """The button has the words of that language, and works."""
    gesprek = Gesprek(huis, datetime.fromisoformat(DINSDAG))
    gesprek.zeg("hij wordt gepest", "pesten")
    gesprek.toestand.taal = taal
    uit = gesprek.zeg("...")
    titel = huis.kennis.talen[taal].knoppen["mens"]
    assert titel in [k.titel for k in uit.antwoorden[-1].knoppen]
    assert gesprek.zeg(titel).topic == ONDERWERP


def test_bij_storing_staat_een_nummer(huis: Huis) -> None:
    """Also where no turn comes out at all."""
    assert "{tel:ouders_en_onderwijs}" in huis.kennis.teksten["storing"][0]

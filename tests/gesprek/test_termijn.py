"""Terms in the talk: the day is asked or heard, the last day follows, and a wrong day gets a good answer."""

from __future__ import annotations

from datetime import datetime

import pytest

from wegwijzer.gesprek.beurt import beurt
from wegwijzer.gesprek.lezen import lees
from wegwijzer.gesprek.model import Bericht, Beurt, Toestand
from wegwijzer.huis import Huis

MAANDAG = datetime(2026, 11, 23, 10, 0)
"""The Monday of these talks; the days below are counted from it by hand."""


class Gesprek:
    """A talk over the pure core; what the classifier would say of a message is given with it."""

    def __init__(self, huis: Huis, nu: datetime = MAANDAG) -> None:
        self.huis, self.nu = huis, nu
        self.toestand = Toestand(begroet=True)

    def zeg(self, tekst: str, label: str = "", kans: float = 0.8) -> Beurt:
        """One turn; the state goes through the slots, as in Rasa."""
        ranking = [(label, kans)] if label else [("informeer", 0.3)]
        vondsten = lees(tekst, self.nu.date(), self.toestand.vraag)
        uit = beurt(Bericht(tekst, self.nu, ranking, [], vondsten), self.toestand, self.huis)
        assert uit.antwoorden and all(a.tekst and "{" not in a.tekst for a in uit.antwoorden)
        self.toestand = Toestand.uit_slots(uit.toestand.als_slots())
        return uit

    def dagen(self) -> dict[str, str]:
        """What is remembered."""
        return self.toestand.situatie.gebeurtenissen


def tekst(uit: Beurt) -> str:
    """All that the parent reads."""
    return "\n".join(a.tekst for a in uit.antwoorden)


def termijnen(uit: Beurt) -> dict[str, str]:
    """Rule → last day, of all terms of the turn."""
    alle = [t for a in uit.antwoorden for t in a.custom.get("termijnen", [])]
    assert len({t["id"] for t in alle}) == len(alle), "een termijn staat er dubbel"
    return {t["id"]: t["datum"] for t in alle}


@pytest.fixture
def gesprek(huis: Huis) -> Gesprek:
    """A fresh talk."""
    return Gesprek(huis)


def test_vraagt_een_keer_naar_de_dag_en_rekent_hem_uit(gesprek: Gesprek) -> None:
    uit = gesprek.zeg("mijn dochter moet weg van de havo", "verwijdering")
    assert uit.topic == "verwijdering" and gesprek.toestand.vraag == "gebeurtenis"
    assert [k.doel for k in uit.antwoorden[-1].knoppen][-2:] == ["sla_over:gebeurtenis", "onderwerp:praat_met_mens"]
    uit = gesprek.zeg("3 november")
    assert termijnen(uit) == {"gpo": "2026-12-15", "bezwaar_bestuur": "2026-12-15"}
    assert "tot en met 15 december 2026 naar de geschillencommissie" in tekst(uit)
    assert "22 dagen" in tekst(uit)
    assert gesprek.dagen() == {"besluit_verwijdering": "2026-11-03"} and gesprek.toestand.vraag is None
    uit = gesprek.zeg("en als de school het doorzet, wat kan ik dan", "verwijdering")
    assert termijnen(uit)["gpo"] == "2026-12-15" and gesprek.toestand.vraag is None


def test_vraagt_niet_nog_eens(gesprek: Gesprek) -> None:
    gesprek.zeg("wat doet die commissie", "gpo_geschil")
    uit = gesprek.zeg("Sla over")
    assert "slaan we over" in tekst(uit) and gesprek.toestand.vraag is None
    uit = gesprek.zeg("en wat kost die commissie", "gpo_geschil")
    assert gesprek.toestand.vraag is None and len(uit.antwoorden) == 1


def test_een_andere_vraag_gaat_voor(gesprek: Gesprek) -> None:
    """The day is not asked again after a side question."""
    gesprek.zeg("wat doet die commissie", "gpo_geschil")
    uit = gesprek.zeg("en wat is een opp eigenlijk precies", "opp_wat_is_dat")
    assert uit.topic == "opp_wat_is_dat" and gesprek.toestand.vraag is None and len(uit.antwoorden) == 1


@pytest.mark.parametrize("vraag", ["waarom vraagt u dat", "waarom wilt u dat weten"])
def test_zegt_waarom(gesprek: Gesprek, vraag: str) -> None:
    gesprek.zeg("ze nemen hem niet aan", "aanmelden_geweigerd")
    gesprek.toestand.vraag = "gebeurtenis"
    gesprek.toestand.gebeurtenis = "besluit_toelating"
    assert "termijn" in tekst(gesprek.zeg(vraag, "waarom_vraag"))
    assert gesprek.toestand.vraag == "gebeurtenis"


def test_verbeterde_dag_wordt_opnieuw_uitgerekend(gesprek: Gesprek) -> None:
    gesprek.zeg("op 9 november heeft school het opp vastgesteld")
    assert gesprek.dagen() == {"besluit_opp": "2026-11-09"}
    uit = gesprek.zeg("oeps nee, dat was 2 november")
    assert gesprek.dagen() == {"besluit_opp": "2026-11-02"} and termijnen(uit) == {"gpo": "2026-12-14"}


def test_een_afspraak_verandert_de_dag_niet(gesprek: Gesprek) -> None:
    gesprek.zeg("de brief met de afwijzing kwam op 9 november")
    gesprek.zeg("op 16 november was er een gesprek met de directeur")
    assert gesprek.dagen() == {"besluit_toelating": "2026-11-09"}


def test_dag_en_onderwerp_in_een_zin(gesprek: Gesprek) -> None:
    uit = gesprek.zeg("12 oktober kregen wij een besluit dat hij van school af moet, kan dat", "verwijdering")
    assert uit.topic == "verwijdering" and termijnen(uit)["gpo"] == "2026-11-23"
    assert "vandaag" in tekst(uit)


@pytest.mark.parametrize(
    ("zin", "regel", "laatste"),
    [
        ("wij hebben onze dochter op 16 november aangemeld bij de mavo", "aanmelding_besluit", "2026-12-28"),
        ("de tlv is 4 november afgegeven", "bezwaar_tlv", "2026-12-16"),
        ("ik heb 13 november bezwaar gemaakt bij het bestuur", "besluit_op_bezwaar", "2026-12-11"),
        ("op 30 oktober hebben we een verzoek naar de geschillencommissie gestuurd", "gpo_oordeel", "2027-01-08"),
        ("vrijdag 20 november is ze geschorst", "schorsing_week", "2026-11-26"),
        ("het oordeel van de klachtencommissie kwam op 17 november", "reactie_op_oordeel", "2026-12-15"),
        ("hij is op 2 november gemeld bij de taskforce", "taskforce_tien_weken", "2027-01-11"),
    ],
)
def test_een_genoemde_dag_geeft_meteen_de_termijn(gesprek: Gesprek, zin: str, regel: str, laatste: str) -> None:
    uit = gesprek.zeg(zin)
    assert termijnen(uit)[regel] == laatste


def test_het_besluit_is_dat_van_het_onderwerp(gesprek: Gesprek) -> None:
    gesprek.zeg("ze weigeren mijn zoon", "aanmelden_geweigerd")
    gesprek.toestand.vraag = None
    gesprek.zeg("die brief kwam op 10 november binnen")
    assert gesprek.dagen() == {"besluit_toelating": "2026-11-10"}


def test_bezwaar_tegen_een_tlv_is_geen_bezwaar_bij_het_bestuur(gesprek: Gesprek) -> None:
    """The samenwerkingsverband has another time to decide: better no day than a wrong one."""
    uit = gesprek.zeg("wij hebben op 10 november bezwaar gemaakt tegen de tlv die we kregen")
    assert "besluit_op_bezwaar" not in termijnen(uit) and "bezwaar_ingediend" not in gesprek.dagen()


def test_thuis_sinds_wordt_onthouden_zonder_erover_te_beginnen(gesprek: Gesprek) -> None:
    uit = gesprek.zeg("mijn zoon van 13 zit sinds 5 oktober thuis")
    assert gesprek.dagen() == {"thuis_sinds": "2026-10-05"} and termijnen(uit) == {}
    uit = gesprek.zeg("hoe lang mag dit duren", "hoe_lang_mag_dit")
    assert termijnen(uit) == {"melding_vier_weken": "2026-11-02"}
    assert "16 uur" in tekst(uit) and "vakantie" in tekst(uit)


def test_wie_de_weken_noemde_wordt_niet_naar_de_dag_gevraagd(gesprek: Gesprek) -> None:
    gesprek.zeg("hij zit al 6 weken thuis")
    gesprek.zeg("moet school dat melden", "school_meldt_verzuim")
    assert gesprek.toestand.vraag != "gebeurtenis"


@pytest.mark.parametrize("vraag", ["hoe lang heb ik nog?", "hoeveel dagen hebben we nog", "wat is de laatste dag"])
def test_hoe_lang_nog(gesprek: Gesprek, vraag: str) -> None:
    gesprek.zeg("op 4 november kreeg ik de tlv", "tlv_oneens")
    assert termijnen(gesprek.zeg(vraag, "termijn_gemist")) == {"bezwaar_tlv": "2026-12-16"}


def test_hoe_lang_nog_zonder_dag_vraagt_ernaar(gesprek: Gesprek) -> None:
    """Also when the day was asked before and skipped."""
    gesprek.zeg("wat doet die commissie", "gpo_geschil")
    gesprek.zeg("Sla over")
    gesprek.zeg("hoe lang heb ik nog")
    assert gesprek.toestand.vraag == "gebeurtenis" and gesprek.toestand.gebeurtenis == "besluit"


def test_een_dag_die_niet_bestaat(gesprek: Gesprek) -> None:
    gesprek.zeg("wat doet die commissie", "gpo_geschil")
    uit = gesprek.zeg("op 31 februari")
    assert "niet op de kalender" in tekst(uit) and gesprek.toestand.vraag == "gebeurtenis" and gesprek.dagen() == {}


def test_een_dag_die_nog_moet_komen(gesprek: Gesprek) -> None:
    gesprek.zeg("ze sturen haar van school", "verwijdering")
    uit = gesprek.zeg("8 december 2026")
    assert "8 december 2026 moet nog komen" in tekst(uit) and gesprek.dagen() == {}
    assert termijnen(gesprek.zeg("9 november 2026"))["gpo"] == "2026-12-21"


def test_een_dag_zonder_jaar_is_de_laatste_die_er_was(gesprek: Gesprek) -> None:
    """On 23 November, 8 December without a year is that of last year: the term is past."""
    gesprek.zeg("ze sturen haar van school", "verwijdering")
    uit = gesprek.zeg("8 december")
    assert gesprek.dagen() == {"besluit_verwijdering": "2025-12-08"}
    assert "19 januari 2026" in tekst(uit) and "Vraag het toch" in tekst(uit)


def test_ongeveer_is_niet_genoeg(gesprek: Gesprek) -> None:
    gesprek.zeg("ze sturen haar van school", "verwijdering")
    uit = gesprek.zeg("een maand of twee geleden, in september")
    assert "precieze dag" in tekst(uit) and gesprek.dagen() == {}


@pytest.mark.parametrize("zin", ["nee", "nog niet", "er is niks op papier", "alleen mondeling"])
def test_nog_geen_besluit(gesprek: Gesprek, zin: str) -> None:
    gesprek.zeg("ze sturen haar van school", "verwijdering")
    uit = gesprek.zeg(zin, "ontkennen")
    assert "nog geen termijn" in tekst(uit) and gesprek.toestand.vraag is None


def test_voorbij_biedt_de_weg_die_er_nog_is(gesprek: Gesprek) -> None:
    uit = gesprek.zeg("wij kregen de afwijzing 1 september al")
    assert "13 oktober 2026" in tekst(uit)
    assert "onderwerp:termijn_gemist" in [k.doel for a in uit.antwoorden for k in a.knoppen]


def test_mbo_gaat_niet_naar_de_geschillencommissie(gesprek: Gesprek) -> None:
    gesprek.zeg("zij is 17 en doet mbo")
    uit = gesprek.zeg("op 2 november is zij van school gestuurd")
    assert termijnen(uit) == {"bezwaar_mbo": "2026-12-14"} and "geschillencommissie" not in tekst(uit)


def test_wet_alleen_van_de_eigen_school(gesprek: Gesprek) -> None:
    """The article of secondary schools is cited for one, not for special schools or with nothing known."""
    gesprek.zeg("hij is 14 en zit op de havo")
    uit = gesprek.zeg("op 2 november is hij van school gestuurd")
    assert "WVO 2020, artikel 8.15" in tekst(uit)
    gesprek.zeg("hij zit op het vso")
    uit = gesprek.zeg("hoe lang heb ik nog")
    assert "WVO" not in tekst(uit) and termijnen(uit)


def test_na_de_intake_komt_de_dag_alsnog(gesprek: Gesprek) -> None:
    """The place goes first, because the door depends on it; then the day."""
    gesprek.zeg("ik ben het niet eens met die tlv", "tlv_oneens")
    assert gesprek.toestand.vraag == "onderwijssoort"
    gesprek.zeg("Middelbare school")
    gesprek.zeg("Gouda")
    assert gesprek.toestand.vraag == "gebeurtenis" and gesprek.toestand.gebeurtenis == "besluit_tlv"
    assert termijnen(gesprek.zeg("4 november")) == {"bezwaar_tlv": "2026-12-16"}


def test_wat_weet_je_noemt_dagen_en_termijnen(gesprek: Gesprek) -> None:
    gesprek.zeg("de tlv is 4 november afgegeven")
    gezegd = tekst(gesprek.zeg("wat weet je allemaal van ons", "wat_weet_je"))
    assert "4 november 2026" in gezegd and "16 december 2026" in gezegd


def test_terug_haalt_de_dag_weg(gesprek: Gesprek) -> None:
    gesprek.zeg("de tlv is 4 november afgegeven")
    gesprek.zeg("draai dat terug", "terug")
    assert gesprek.dagen() == {}


def test_nood_gaat_voor(gesprek: Gesprek) -> None:
    """No question about days beside the numbers; the day that was told is kept."""
    vondsten = lees("de tlv is 4 november afgegeven", gesprek.nu.date(), None)
    bericht = Bericht("x", gesprek.nu, [], [], vondsten, nood={"niveau": "nood", "soort": "direct_gevaar"})
    uit = beurt(bericht, gesprek.toestand, gesprek.huis)
    assert uit.topic == "nood" and termijnen(uit) == {}


def test_op_het_scherm(gesprek: Gesprek) -> None:
    """At most 90 words for one answer about terms, whatever the event and however long ago."""
    for gebeurtenis in gesprek.huis.kennis.termijnen.gebeurtenissen:
        for begin in ("2026-11-20", "2026-10-10", "2024-05-02"):
            gesprek.toestand = Toestand(begroet=True, gebeurtenis=gebeurtenis)
            gesprek.toestand.situatie.gebeurtenissen = {gebeurtenis: begin}
            uit = gesprek.zeg("hoe lang heb ik nog")
            assert all(len(a.tekst.split()) <= 90 for a in uit.antwoorden), gebeurtenis
            assert uit.antwoorden[0].custom["bronnen"], gebeurtenis


@pytest.mark.parametrize("dag", ["gisteren", "dat was gisteren", "eergisteren", "vorige week dinsdag"])
def test_een_kale_dag_beantwoordt_de_vraag_die_nog_openstond(dag: str, huis: Huis, nu: datetime) -> None:
    gesprek = Gesprek(huis, nu)
    gesprek.zeg("mijn zoon is verwijderd", "verwijdering")
    gesprek.zeg("havo")
    uit = gesprek.zeg(dag)
    assert "besluit_verwijdering" in gesprek.toestand.situatie.gebeurtenissen
    assert uit.topic == "verwijdering"


def test_een_dag_die_bekend_is_verandert_niet_door_een_later_gisteren(huis: Huis, nu: datetime) -> None:
    gesprek = Gesprek(huis, nu)
    gesprek.zeg("mijn zoon is verwijderd", "verwijdering")
    gesprek.zeg("op 3 november")
    eerder = dict(gesprek.toestand.situatie.gebeurtenissen)
    gesprek.zeg("havo")
    gesprek.zeg("gisteren")
    assert gesprek.toestand.situatie.gebeurtenissen == eerder

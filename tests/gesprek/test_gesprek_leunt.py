"""Turns that lean on the turn before: how, who, meanwhile, again; a refusal, a wait, a mood that is not about us."""

from __future__ import annotations

from datetime import datetime

import pytest
from gesprek_in_kern import Gesprek, tekst

from wegwijzer.huis import Huis

NU = datetime(2026, 11, 22, 20, 30)


@pytest.fixture
def gesprek(huis: Huis) -> Gesprek:
    """A talk in which school was spoken to and the step to the samenwerkingsverband is open."""
    g = Gesprek(huis, NU)
    g.zeg("zoon van 9, basisschool in Zwolle, met de juf al gepraat", "kind_zit_thuis_wat_nu")
    return g


def test_mailadres_van_de_open_stap(gesprek: Gesprek) -> None:
    assert "steunpunt@2305po.nl" in tekst(gesprek.zeg("mag ik ze ook mailen"))


def test_mailen_van_bezwaar_is_op_papier(gesprek: Gesprek) -> None:
    gesprek.zeg("hij moet van school af", "verwijdering")
    uit = gesprek.zeg("kan het per mail")
    assert uit.topic == "verwijdering" and "op papier of per mail" in tekst(uit)


@pytest.mark.parametrize(
    "zin", ["oh oke, hoe krijg ik zo'n consulent", "hoe regel ik dat dan", "hoe doe ik dat precies"]
)
def test_hoe_zegt_wat_te_doen(gesprek: Gesprek, zin: str) -> None:
    gesprek.zeg("hij is lang ziek", "ziek_langdurig_ziezon")
    uit = gesprek.zeg(zin, "bedankt_of_boos", 0.3)
    assert uit.topic == "ziek_langdurig_ziezon" and "consulent van Ziezon" in tekst(uit)


def test_wie_is_dat_legt_de_stap_uit(gesprek: Gesprek) -> None:
    uit = gesprek.zeg("wie zijn dat dan precies", "er_komt_niets_van_afspraken", 0.3)
    assert uit.topic == "wat_is_een_samenwerkingsverband"


def test_wie_is_dat_laat_wie_iets_anders_noemt(gesprek: Gesprek) -> None:
    gesprek.zeg("hoe zit het met leerplicht", "leerplichtambtenaar_komt")
    uit = gesprek.zeg("wat is dat", "jeugdarts", 0.9)
    assert uit.topic == "jeugdarts"


@pytest.mark.parametrize("zin", ["en in de tussentijd dan?", "wat moet hij intussen doen"])
def test_intussen_blijft_school_verantwoordelijk(gesprek: Gesprek, zin: str) -> None:
    gesprek.zeg("hij staat op de wachtlijst", "wachtlijst_speciaal")
    uit = gesprek.zeg(zin, "hoe_lang_mag_dit", 0.4)
    assert uit.topic == "wachtlijst_speciaal" and "verantwoordelijk" in tekst(uit)


def test_intussen_zonder_school_belooft_geen_school(huis: Huis) -> None:
    g = Gesprek(huis, NU)
    g.zeg("we hebben geen school voor onze zoon van 9 in Zwolle", "geen_school_of_plek")
    uit = g.zeg("en tot dan?", "geen_school_of_plek", 0.4)
    assert "staat ingeschreven blijft tot die tijd" not in tekst(uit)


def test_weigering_na_een_besluit_is_die_van_school(huis: Huis) -> None:
    g = Gesprek(huis, NU)
    g.zeg("zoon van 9, basisschool in Zwolle, ze sturen hem van school", "verwijdering")
    uit = g.zeg("en als hij dat blijft weigeren", "aanmelden_geweigerd", 0.3)
    assert uit.waarom.startswith("wat als school")


@pytest.mark.parametrize("zin", ["ze zeggen dat ze niks voor hem kunnen doen", "de school doet gewoon niets"])
def test_gezegde_weigering_krijgt_de_volgende_trede(huis: Huis, zin: str) -> None:
    g = Gesprek(huis, NU)
    g.zeg("zoon van 9, basisschool in Zwolle", "kind_zit_thuis_wat_nu")
    g.zeg("wie moet dit oplossen", "wie_moet_dit_oplossen")
    uit = g.zeg(zin)
    assert uit.waarom.startswith("zegt dat school") and "samenwerkingsverband" in tekst(uit)


def test_kind_dat_niet_wil_is_geen_weigering_van_school(gesprek: Gesprek) -> None:
    uit = gesprek.zeg("en als ze niet op een andere school wil zitten?", "andere_school_overstap", 0.5)
    assert uit.topic == "andere_school_overstap"


@pytest.mark.parametrize("zin", ["ze zeiden dat het na kerst pas kan", "die zeggen over twee maanden pas weer plek"])
def test_genoemde_tijd_is_wachten(gesprek: Gesprek, zin: str) -> None:
    uit = gesprek.zeg(zin, "hoe_lang_mag_dit", 0.3)
    assert "noemde een dag" in uit.waarom and not gesprek.toestand.situatie.gedaan("samenwerkingsverband")


def test_gedaan_gemeld_wordt_niet_uitgelegd(huis: Huis) -> None:
    g = Gesprek(huis, NU)
    uit = g.zeg(
        "vorige week hadden we overleg met het samenwerkingsverband in Zwolle", "samenwerkingsverband_vinden", 0.9
    )
    assert uit.topic == "pad" and g.toestand.situatie.gedaan("samenwerkingsverband")


def test_vraag_over_stoppen_stopt_het_gesprek_niet(gesprek: Gesprek) -> None:
    gesprek.zeg("hij bouwt weer op", "terugkeer_opbouwen")
    uit = gesprek.zeg("moeten we dan maar helemaal stoppen met opbouwen?", "stop")
    assert uit.topic == "terugkeer_opbouwen"
    assert "stoppen we hier" in tekst(gesprek.zeg("stop maar", "stop"))


def test_iemand_van_school_is_geen_gemopper(gesprek: Gesprek) -> None:
    assert gesprek.zeg("de juf luistert niet naar ons", "bedankt_of_boos").topic != "bedankt_of_boos"
    assert gesprek.zeg("jij begrijpt er niks van", "bedankt_of_boos").topic == "bedankt_of_boos"


def test_dank_na_gevaar_houdt_de_hulp(gesprek: Gesprek) -> None:
    gesprek.zeg("ik wil niet meer", "smalltalk", nood="suicide")
    assert "113" in tekst(gesprek.zeg("dank je wel", "bedankt_of_boos"))


def test_mag_dat_gaat_over_wat_er_gebeurde(gesprek: Gesprek) -> None:
    gesprek.zeg("hij is geschorst", "schorsing")
    gesprek.zeg("hij heeft adhd", "adhd_gedrag_in_de_klas")
    uit = gesprek.zeg("mag dat wel zo'n hele week?", "deels_naar_school")
    assert uit.topic == "schorsing" and "hooguit één week" in tekst(uit)


def test_bij_wie_na_de_stap_school_is_de_mentor(huis: Huis) -> None:
    g = Gesprek(huis, NU)
    g.zeg("zoon van 9, basisschool in Zwolle", "kind_zit_thuis_wat_nu")
    assert "mentor" in tekst(g.zeg("bij wie moet ik dan zijn")) or "leraar" in tekst(g.zeg("bij wie dan"))


def test_schrijven_na_een_mens(huis: Huis) -> None:
    g = Gesprek(huis, NU)
    g.zeg("ik ben 15, praktijkschool in Heerlen", "jongere_zelf")
    g.zeg("ik wil met iemand praten", "praat_met_mens")
    uit = g.zeg("kan dat ook per app?", "jongere_zelf")
    assert "chat op https://www.kindertelefoon.nl" in tekst(uit) and uit.topic != "jongere_zelf"


def test_nee_blijven_zeggen_bij_een_tlv(gesprek: Gesprek) -> None:
    gesprek.zeg("school wil een tlv", "tlv_speciaal_onderwijs")
    uit = gesprek.zeg("en als wij gewoon niet tekenen?", "brief_of_plan", 0.3)
    assert uit.topic == "tlv_oneens" and "alleen u meldt uw kind aan" in tekst(uit)


@pytest.mark.parametrize("vragen", ["", " Mag dat zomaar? En wie betaalt een advocaat?"])
@pytest.mark.parametrize("onderwerp", ["verwijdering", "aanmelden_geweigerd", "gpo_geschil", "tlv_oneens", "schorsing"])
def test_termijn_met_vragen_blijft_kort(gesprek: Gesprek, onderwerp: str, vragen: str) -> None:
    zin = f"Op 9 november 2026 kregen we het besluit, hij is {'geschorst' if onderwerp == 'schorsing' else 'weg'}."
    uit = gesprek.zeg(zin + vragen, onderwerp, naast=(("advocaat_nodig", 0.1),))
    assert len(tekst(uit).split()) <= 105


@pytest.mark.parametrize("zin", ["hij woont gelukkig niet meer hier", "mijn buurvrouw zit nu bij mij"])
def test_na_gevaar_geen_schoolstap_op_wat_iemand_vertelt(gesprek: Gesprek, zin: str) -> None:
    gesprek.zeg("hij dreigt me iets aan te doen", nood="geweld")
    uit = gesprek.zeg(zin, "kind_zit_thuis_wat_nu", 0.3)
    assert "Ik ben er nog" in tekst(uit) and "volgende stap" not in tekst(uit)
    assert gesprek.zeg("en hoe gaat het verder met school", "begin").topic != "gesprek"


@pytest.mark.parametrize("zin", ["dat heb ik al 100x gedaan", "daar zijn we al drie keer geweest"])
def test_al_gedaan_is_van_de_open_stap(gesprek: Gesprek, zin: str) -> None:
    gesprek.zeg(zin, "bedankt_of_boos", 0.5)
    assert gesprek.toestand.situatie.gedaan("samenwerkingsverband")


def test_een_ander_die_niet_wil(gesprek: Gesprek) -> None:
    gesprek.zeg("mijn ex tekent niet", "andere_verzorger_gezag")
    uit = gesprek.zeg("en wat als hij blijft weigeren?")
    assert "ander niet wil" in uit.waarom and "Ouders & Onderwijs" in tekst(uit)


def test_kind_dat_blijft_weigeren_is_geen_ander(gesprek: Gesprek) -> None:
    gesprek.zeg("hij wil niet", "kind_wil_niet_naar_school")
    assert "ander niet wil" not in gesprek.zeg("en als hij blijft weigeren?").waarom


def test_ergens_anders_getypt_na_de_volgende_stap(huis: Huis) -> None:
    g = Gesprek(huis, NU)
    g.zeg(
        "we wonen in Terneuzen, dochter van 9 op de basisschool, praten met school hielp niks", "kind_zit_thuis_wat_nu"
    )
    g.zeg("wat is mijn volgende stap?", "volgende_stap")
    g.zeg("Nee, ergens anders")
    assert g.toestand.situatie.swv is None

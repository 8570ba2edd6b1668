"""Several questions in one message: the most urgent is answered, the others are named in `topics` and offered."""

from __future__ import annotations

from datetime import datetime

import pytest
from gesprek_in_kern import tekst

from wegwijzer.gesprek.beurt import beurt
from wegwijzer.gesprek.genoemd import genoemd
from wegwijzer.gesprek.genoemd_woorden import OOK_VERTELD, WOORDEN
from wegwijzer.gesprek.gevoel import gevoel
from wegwijzer.gesprek.lezen import lees
from wegwijzer.gesprek.model import Bericht, Beurt, Toestand
from wegwijzer.huis import Huis

Kansen = list[tuple[str, float]]


def _zeg(
    zin: str, ranking: Kansen, gehoord: Kansen, huis: Huis, nu: datetime, nood: dict[str, str] | None = None
) -> Beurt:
    bericht = Bericht(zin, nu, ranking=ranking, gehoord=gehoord, vondsten=lees(zin, nu.date(), None), nood=nood)
    return beurt(bericht, Toestand(), huis)


def _knoppen(uit: Beurt) -> list[str]:
    return [k.doel for a in uit.antwoorden for k in a.knoppen]


def test_elk_onderwerp_met_woorden_bestaat(huis: Huis) -> None:
    assert set(WOORDEN) <= set(huis.kennis.onderwerpen)
    assert set(WOORDEN) >= OOK_VERTELD


@pytest.mark.parametrize(
    ("zin", "onderwerpen"),
    [
        (
            "mijn jongen van zeven komt al weken te laat in de klas en nu vraag ik me af heb ik een jurist nodig "
            "of kan ik beter eerst naar de inspectie",
            ["advocaat_nodig", "inspectie_melden"],
        ),
        (
            "Zij is tien en ze durft de poort niet meer door. Mogen ze ons daarvoor een bekeuring geven? "
            "En mag mijn schoonzus mee naar het gesprek?",
            ["dreiging_boete_procesverbaal", "iemand_meenemen_naar_gesprek"],
        ),
        (
            "Er ligt een oproep van leerplicht op tafel. Wij snappen er niets van want hij ligt gewoon ziek in bed.",
            ["leerplichtambtenaar_komt"],
        ),
        (
            "Bestaat zo'n plek op een boerderij hier ook en wie betaalt dat dan, hij is al heel lang bij ons in huis",
            ["wie_betaalt_de_plek"],
        ),
        (
            "Hij heeft iemand naast zich nodig in de klas en wie betaalt dat dan, school zegt dat er geen potje is",
            ["extra_geld_en_wie_betaalt"],
        ),
        (
            "Ze krijgt aan huis les van een instelling voor autisme en dat gaat zo goed. Wie betaald zoiets eigenlijk, "
            "en kan ik wat ik zelf heb voorgeschoten terugvragen",
            ["wie_betaalt_de_plek"],
        ),
        (
            "De conrector doet alsof mijn ex alles alleen bepaalt, ik heb gewoon gezag over dit kind. Mag dat zomaar? "
            "Wij praten al jaren niet meer.",
            ["andere_verzorger_gezag"],
        ),
        (
            "Gisteren lag er een brief van leerplicht in de gang. Ik zie daar erg tegenop. "
            "Moet de school doen wat de klachtencommissie straks zegt?",
            ["klacht_bindend", "klacht_indienen", "leerplichtambtenaar_komt"],
        ),
        (
            "Elke dinsdag belt de juf om elf uur dat ik haar moet komen halen en nu staat er spijbelen in het systeem",
            ["school_zegt_houd_maar_thuis", "school_meldt_verzuim"],
        ),
    ],
)
def test_noemt(zin: str, onderwerpen: list[str], nu: datetime) -> None:
    assert genoemd(Bericht(zin, nu)) == onderwerpen


@pytest.mark.parametrize(
    "zin",
    [
        "moet ik een advocaat nemen",
        "Wij hebben vorig jaar met de inspectie gesproken. Dat was een fijn gesprek, maar daar blijft het bij.",
        "Er komen acht mensen aan die tafel zitten en dat zijn er veel te veel. Mag ik dat ook weigeren?",
        "Met leerplicht hebben wij vorige week een gesprek gehad. Dat was fijn en verder is er niets van gekomen.",
        "Wij willen weten wie beslist, het bestuur of de directie, want daar komen we na al die weken niet uit.",
        "Zij mag niet mee op schoolreis en ook niet met gym, terwijl alle anderen uit de groep gewoon meedoen.",
    ],
)
def test_noemt_niets(zin: str, nu: datetime) -> None:
    """A short message asks one thing; what is only told, or sounds alike, is no question."""
    assert genoemd(Bericht(zin, nu)) == []


def test_de_andere_vragen_zijn_te_kiezen(huis: Huis, nu: datetime) -> None:
    zin = (
        "Onze dochter van 9 wordt op het plein buitengesloten en gepest, de juf ziet het niet. Kan ze naar een andere "
        "school en mag ik haar zolang ziek melden?"
    )
    uit = _zeg(zin, [("pesten", 0.9)], [], huis, nu)
    assert uit.topic == "pesten"
    assert {"andere_school_overstap", "ziekmelden_of_niet"} <= set(uit.topics)
    doelen = _knoppen(uit)
    assert "onderwerp:andere_school_overstap" in doelen
    assert "onderwerp:ziekmelden_of_niet" in doelen
    verder = set(huis.kennis.onderwerpen["pesten"].verder) - set(uit.topics)
    assert not [d for d in doelen if d.removeprefix("onderwerp:") in verder], "alleen wat de ouder noemde"


def test_de_andere_vraag_blijft_ook_bij_een_open_vraag(huis: Huis, nu: datetime) -> None:
    zin = "mijn zoon komt sinds maandag de deur niet meer uit en zit thuis, en hoe zit het, krijgen we straks een boete"
    uit = _zeg(zin, [("samenwerkingsverband_vinden", 0.8)], [], huis, nu)
    assert uit.toestand.vraag in ("onderwijssoort", "plaats")
    assert "onderwerp:dreiging_boete_procesverbaal" in _knoppen(uit)
    assert "onderwerp:dreiging_boete_procesverbaal" in [k.doel for k in uit.toestand.keuzes]


def test_een_besluit_gaat_voor_een_bijzaak(huis: Huis, nu: datetime) -> None:
    zin = "De school wil mijn kind van school sturen. Papier gekomen. Ik niet begrijp alles. Hoe kom ik aan advocaat?"
    uit = _zeg(zin, [("advocaat_nodig", 0.8)], [("advocaat_nodig", 1.0), ("verwijdering", 0.72)], huis, nu)
    assert uit.topic == "verwijdering"
    assert "onderwerp:advocaat_nodig" in _knoppen(uit)


def test_wat_er_besloten_is_gaat_voor_als_het_onderwerp_onzeker_is(huis: Huis, nu: datetime) -> None:
    zin = "mijn dochter van 17 doet mbo in Goes en is geschorst na een ruzie in de kantine, hoe lang mag dat duren"
    assert _zeg(zin, [("mbo_vastgelopen", 0.5)], [], huis, nu).topic == "schorsing"


def test_zonder_zeker_onderwerp_telt_het_hele_bericht(huis: Huis, nu: datetime) -> None:
    zin = "Ze zit in groep 4. We moeten haar steeds halen rond de middag. Mag ik als oma daarover tekenen, weet u dat?"
    ranking = [("andere_verzorger_gezag", 0.25), ("deels_naar_school", 0.02)]
    uit = _zeg(zin, ranking, [("deels_naar_school", 0.9)], huis, nu)
    assert uit.topic == "andere_verzorger_gezag"
    assert "deels_naar_school" in uit.topics


def test_een_praatje_gaat_niet_voor_een_vraag(huis: Huis, nu: datetime) -> None:
    zin = "Sorry mijn taal is slecht. Dochter 8 jaar, geen school wil haar. Wie moet nieuwe school zoeken, wij of zij?"
    ranking = [("eenvoudiger_of_andere_taal", 0.4), ("geen_school_of_plek", 0.2)]
    uit = _zeg(zin, ranking, [("geen_school_of_plek", 0.75)], huis, nu)
    assert uit.topic == "geen_school_of_plek"


def test_wonen_in_een_plaats_is_geen_vraag(huis: Huis, nu: datetime) -> None:
    zin = "Mag ik mijn kinderen van 7 en 9 zelf les geven, ik ben lerares geweest. Wij wonen in Hilversum."
    uit = _zeg(zin, [("thuisonderwijs", 0.9)], [("samenwerkingsverband_vinden", 0.8)], huis, nu)
    assert uit.topics == ("thuisonderwijs",)


def test_een_losse_zin_over_een_besluit_gaat_niet_voor(huis: Huis, nu: datetime) -> None:
    """Only where the whole message holds something of it, or the words name it."""
    zin = "Hij had zoveel toegezegd door de telefoon. Nu staat er niets van op papier. Wat kan ik doen, kan ik dat nog?"
    ranking = [("er_komt_niets_van_afspraken", 0.55), ("schorsing_zonder_brief", 0.03)]
    uit = _zeg(zin, ranking, [("schorsing_zonder_brief", 0.9)], huis, nu)
    assert uit.topic == "er_komt_niets_van_afspraken"
    meer = [("er_komt_niets_van_afspraken", 0.55), ("schorsing_zonder_brief", 0.2)]
    assert _zeg(zin, meer, [("schorsing_zonder_brief", 0.9)], huis, nu).topic == "schorsing_zonder_brief"


def test_een_zin_die_op_gevaar_lijkt_wordt_geen_knop(huis: Huis, nu: datetime) -> None:
    zin = "De mentor schrijft dat zij anderen aanvalt. Dat klopt niet. Kan ik vragen om dat uit het dossier te halen?"
    uit = _zeg(zin, [("dossier_inzien", 0.8)], [("veiligheid_thuis", 0.8)], huis, nu)
    assert "veiligheid_thuis" not in uit.topics


OP = {"niveau": "zorg", "soort": "ouder_op"}


def test_wie_alleen_moe_is_krijgt_antwoord_en_geen_vraag_naar_de_dood(huis: Huis, nu: datetime) -> None:
    zin = "Wij zijn op. Hij is 8 en elke dag ruzie om de jas. Wat doet eigenlijk een jeugdarts, en moeten wij daarheen?"
    uit = _zeg(zin, [("jeugdarts", 0.9)], [], huis, nu, OP)
    assert uit.topic == "jeugdarts"
    assert "doodgaan" not in tekst(uit)
    assert huis.kennis.tekst("gehoord_zwaar") in tekst(uit)
    assert "onderwerp:crisis_ouder_op" in _knoppen(uit)


def test_moe_na_een_praatje_blijft_een_zorgvraag(huis: Huis, nu: datetime) -> None:
    uit = _zeg("sorry voor dat schelden, ik ben gewoon op", [("bedankt_of_boos", 0.9)], [], huis, nu, OP)
    assert "113" in tekst(uit)


@pytest.mark.parametrize("erbij", ["ik kan echt niet meer", "ik trek dit niet meer", "ik zie het niet meer zitten"])
def test_wie_meer_zegt_dan_moe_krijgt_de_zorgvraag(erbij: str, huis: Huis, nu: datetime) -> None:
    zin = f"Wij zijn op, {erbij}. Hij is 8 en elke dag ruzie om de jas. Wat doet eigenlijk een jeugdarts?"
    assert "113" in tekst(_zeg(zin, [("jeugdarts", 0.9)], [], huis, nu, OP))


def test_een_zin_over_jezelf_gaat_niet_voor_de_vraag(huis: Huis, nu: datetime) -> None:
    zin = "Wat ben ik voor een slechte vader. Zij is 14 en komt haar bed niet uit. Wat gebeurt er als school dat meldt?"
    gehoord = [("crisis_ouder_op", 0.99), ("school_meldt_verzuim", 0.9)]
    uit = _zeg(zin, [("school_meldt_verzuim", 0.5)], gehoord, huis, nu)
    assert uit.topic == "school_meldt_verzuim"
    assert huis.kennis.tekst("gehoord_schuld") in tekst(uit)
    assert "onderwerp:crisis_ouder_op" in _knoppen(uit)
    alleen = _zeg("ik ben een slechte vader en ik kan niet meer", [("crisis_ouder_op", 0.9)], [], huis, nu)
    assert alleen.topic == "crisis_ouder_op"


@pytest.mark.parametrize(
    ("zin", "soort"),
    [
        ("ik ben het echt zat met die school", "boos"),
        ("hij zat in groep 5", None),
        ("ze komt kotsmisselijk thuis van de bus", None),
        ("wat doe ik toch verkeerd", "schuld"),
        ("we zijn op en we weten het niet", "zwaar"),
        ("we zijn op school geweest", None),
        ("ik slaap er niet van", "zwaar"),
        ("ik ben een waardeloze moeder als ik zo boos op hem word", "schuld"),
        ("ik ben me kapot geschrokken van die brief", "schrik"),
        ("hij verveelt zich kapot", None),
        ("thuis vanwege paniek", None),
        ("ik raak in paniek", "schrik"),
        ("we zitten er met zijn allen doorheen", "zwaar"),
    ],
)
def test_gevoel_in_een_eerste_bericht(zin: str, soort: str | None) -> None:
    assert gevoel(zin) == soort


def test_wie_liegt_vraagt_niet_naar_het_dossier(huis: Huis, nu: datetime) -> None:
    los = _zeg("de conrector liegt over mijn dochter", [("dossier_inzien", 0.5)], [], huis, nu)
    assert los.topic != "dossier_inzien"
    wel = _zeg("er staan leugens in haar dossier", [("dossier_inzien", 0.5)], [], huis, nu)
    assert wel.topic == "dossier_inzien"


def test_een_losse_zin_telt_pas_als_die_stellig_is(huis: Huis, nu: datetime) -> None:
    """Where the whole message is sure, a sentence that only sounds like something else is no question."""
    zin = "Mag ze misschien halve dagen komen? Ze schrijft haar letters nog in spiegelbeeld en dat is wel lief."
    ranking = [("minder_uren_maatwerk", 0.9)]
    assert _zeg(zin, ranking, [("schoolwerk_thuis", 0.8)], huis, nu).topics == ("minder_uren_maatwerk",)
    assert "schoolwerk_thuis" in _zeg(zin, ranking, [("schoolwerk_thuis", 0.99)], huis, nu).topics


@pytest.mark.parametrize(
    ("zin", "onderwerp", "wel"),
    [
        ("Elke zondag huilt ze in bed. Wat doet een jeugdarts, en hoe vraag ik die aan?", "crisis_ouder_op", False),
        ("Ik trek dit niet meer. Wat doet een jeugdarts, en hoe vraag ik die aan?", "crisis_ouder_op", True),
        ("Ik lees niet goed. Wat doet een jeugdarts, en hoe vraag ik die aan?", "privacy", False),
        ("Wie leest dit? Wat doet een jeugdarts, en hoe vraag ik die aan?", "privacy", True),
    ],
)
def test_wat_alleen_zo_klinkt_wordt_geen_knop(zin: str, onderwerp: str, wel: bool, huis: Huis, nu: datetime) -> None:
    uit = _zeg(zin, [("jeugdarts", 0.9)], [(onderwerp, 0.97)], huis, nu)
    assert (onderwerp in uit.topics) is wel


@pytest.mark.parametrize("zin", ["ze heeft haar belachelijk gemaakt", "school boos en ik weet niet waarom"])
def test_boosheid_van_een_ander(zin: str) -> None:
    assert gevoel(zin) is None


def test_een_gesprek_voorbereiden_is_ook_een_gehoorde_vraag(huis: Huis, nu: datetime) -> None:
    zin = "Kunt u met mij dat gesprek met de rector voorbereiden? Zij wil weer rustig beginnen, hoe bouw je dat op?"
    uit = _zeg(zin, [("terugkeer_opbouwen", 0.5)], [("bereid_gesprek_voor", 0.99)], huis, nu)
    assert uit.topic == "terugkeer_opbouwen"
    assert "hoe_praat_ik_met_school" in uit.topics

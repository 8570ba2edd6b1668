"""The replies of a turn in the parent's language, as far as knowledge/talen has the words; the rest in easy Dutch."""

from __future__ import annotations

from wegwijzer.gesprek import eenvoudig, gegevens, stappen, vragen
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Knop, Toestand
from wegwijzer.huis import Huis
from wegwijzer.kennis.model import STAPPEN, Taal
from wegwijzer.kennis.talen import ZORG
from wegwijzer.pad import kaart
from wegwijzer.pad.stap import volgende_stap
from wegwijzer.pad.stapinhoud import VERBAND
from wegwijzer.taal.vreemd import ANDERS, NEDERLANDS

RESERVE = "en"
"""Said to who writes a language that we do not know."""
GEVAAR = {"crisis_kind_suicidaal": "suicide", "veiligheid_thuis": "mishandeling", "crisis_ouder_op": "ouder_op"}
"""Topics that are danger: in another language they get its numbers, also when no rule knew the words."""


def vertaal(uit: Beurt, bericht: Bericht, huis: Huis) -> Beurt:
    """The same turn with its replies in the parent's language, or in easy Dutch where there are no words for it."""
    toestand = uit.toestand
    taal = taal_van_gesprek(toestand, huis)
    if taal is None:
        return uit
    antwoorden: list[Antwoord] = []
    for antwoord in _makkelijk(uit, bericht, taal, huis):
        antwoorden += _antwoord(antwoord, toestand, taal, huis)
    if f"taal:{toestand.taal}" not in toestand.getoond:
        toestand.getoond.append(f"taal:{toestand.taal}")
        antwoorden = [_intro(antwoorden, toestand, taal, huis), *antwoorden]
    titels = {huis.kennis.tekst(f"knop_{naam}"): titel for naam, titel in taal.knoppen.items()}
    toestand.keuzes = [Knop(titels.get(k.titel, k.titel), k.doel) for k in toestand.keuzes]
    return Beurt(_knoppen(antwoorden, titels), toestand, uit.topic, uit.topics, uit.waarom, uit.wis)


def gevaartekst(soort: str, toestand: Toestand, huis: Huis) -> tuple[Antwoord, ...]:
    """The numbers in the parent's language, to stand before the Dutch ones; nothing in a Dutch conversation."""
    taal = taal_van_gesprek(toestand, huis)
    if taal is None:
        return ()
    rij = taal.zorg if soort in ZORG else taal.nood
    tekst = rij.get(soort) or rij.get(soort.removesuffix("_jongere")) or taal.nood["direct_gevaar"]
    return (_zeg(tekst, taal, huis),)


def taal_van_gesprek(toestand: Toestand, huis: Huis) -> Taal | None:
    """The language of the talk, English for one that we do not know; None in a Dutch conversation."""
    if toestand.taal is None:
        return None
    return huis.kennis.talen.get(toestand.taal) or huis.kennis.talen.get(RESERVE)


def _makkelijk(uit: Beurt, bericht: Bericht, taal: Taal, huis: Huis) -> list[Antwoord]:
    """A topic's answer in easy Dutch, with what the language has on it before that; other replies as they are."""
    toestand, antwoorden = uit.toestand, list(uit.antwoorden)
    if uit.topic not in huis.kennis.onderwerpen or uit.topic == eenvoudig.ONDERWERP:
        return antwoorden
    if any("stap" in a.custom for a in antwoorden):
        return antwoorden
    kort = eenvoudig.van_onderwerp(uit.topic, bericht, toestand, huis)
    if uit.topic == "buiten_bereik":
        knoppen = tuple(k for a in antwoorden for k in a.knoppen)
        return [_zeg(taal.buiten_bereik, taal, huis), Antwoord(kort.tekst, knoppen)]
    eerst = [_zeg(_mens(toestand, taal, huis), taal, huis)] if uit.topic == "praat_met_mens" else []
    eerst += gevaartekst(GEVAAR[uit.topic], toestand, huis) if uit.topic in GEVAAR else ()
    gezegd = {a.tekst for a in antwoorden}
    for nummer, antwoord in enumerate(antwoorden):
        if "bronnen" in antwoord.custom:
            antwoorden[nummer] = Antwoord(kort.tekst, antwoord.knoppen, kort.custom)
            break
    return [*(a for a in eerst if a.tekst not in gezegd), *antwoorden]


def _antwoord(antwoord: Antwoord, toestand: Toestand, taal: Taal, huis: Huis) -> list[Antwoord]:
    """One reply in the language where it has the words, otherwise in Dutch and marked so."""
    if "lang" in antwoord.custom:
        return [antwoord]
    if "stap" in antwoord.custom:
        return _stap(antwoord, toestand, taal, huis)
    if toestand.vraag in vragen.VRAGEN and vragen.vraagtekst(toestand.vraag, toestand, huis) in antwoord.tekst:
        return _vraag(antwoord, toestand, taal, huis)
    if antwoord.tekst == stappen.tekst_met_nummers("alle_stappen_gedaan", huis):
        return [_zeg(f"{taal.alle_stappen}\n{_mens(toestand, taal, huis)}", taal, huis, antwoord)]
    if antwoord.tekst == huis.kennis.tekst("geredigeerd"):
        return [_zeg(taal.geredigeerd, taal, huis, antwoord)]
    nederlands = _nederlands(antwoord)
    return [_zeg(taal.verder, taal, huis), nederlands] if "bronnen" in antwoord.custom else [nederlands]


def _stap(antwoord: Antwoord, toestand: Toestand, taal: Taal, huis: Huis) -> list[Antwoord]:
    """A step of the road with its contact and a human; for a language that we do not know in easy Dutch as well."""
    naam = STAPPEN[int(antwoord.custom["stap"]) - 1]
    contact = eenvoudig.stapcontact(naam, antwoord, huis)
    regels = [f"{taal.stap_kop} {taal.stappen[naam]}"]
    if contact is not None:
        regels.append(f"{contact.wie}: {_links(contact.waarde, taal)}")
    if huis.kennis.tekst("stap_kop_speciaal") in antwoord.tekst:
        regels.append(taal.speciaal)
    if (contact is not None and not contact.zeker) or huis.kennis.tekst("laag") in antwoord.tekst:
        regels.append(taal.niet_zeker)
    mens = taal.mens if naam == VERBAND else _mens(toestand, taal, huis)
    gezegd = _zeg("\n".join([*regels, mens]), taal, huis, antwoord)
    if toestand.taal != ANDERS:
        return [gezegd]
    kort = huis.kennis.stappen[naam].eenvoudig or huis.kennis.stappen[naam].doel
    return [gezegd, _nederlands(Antwoord(kort))]


def _steunpunt(toestand: Toestand, taal: Taal, huis: Huis) -> list[str]:
    """The help desk of this region by its name, and how to reach it; nothing while the region is not known."""
    swv = huis.kennis.samenwerkingsverbanden.get(toestand.situatie.swv or "")
    if swv is None:
        return []
    gevonden = kaart.van_samenwerkingsverband(swv)
    contact = next((c for c in gevonden.contact if c.soort in kaart.KORTE_SOORTEN), None)
    label = huis.kennis.organisaties["ouder_en_jeugdsteunpunt"].naam
    wie = gevonden.wie.split(" (")[0]
    kop = wie if label.lower() in wie.lower() else f"{label} {wie}"
    if contact is None:
        return [f"{kop}: {_links(huis.kennis.tekst(kaart.STEUNPUNT_KAART), taal)}"]
    twijfel = [taal.niet_zeker] if contact.zekerheid == "laag" else []
    return [f"{kop}: {_links(contact.waarde, taal)}", *twijfel]


def _mens(toestand: Toestand, taal: Taal, huis: Huis) -> str:
    """Who can be spoken to: the advice line, and the help desk of this region where that is known."""
    return "\n".join([*_steunpunt(toestand, taal, huis), taal.mens])


def _vraag(antwoord: Antwoord, toestand: Toestand, taal: Taal, huis: Huis) -> list[Antwoord]:
    """A question of ours in the language, after the step that it is for; in Dutch where the language has none."""
    naam = str(toestand.vraag)
    if naam == "plaats" and vragen.vraagtekst(naam, toestand, huis) == huis.kennis.tekst("vraag_plaats_speciaal"):
        naam = "plaats_speciaal"
    if naam not in taal.vragen:
        return [_nederlands(antwoord)]
    stap = toestand.doelstap or volgende_stap(toestand.situatie).stap
    plekken = gegevens.plekken(toestand, huis)
    plaats = plekken[0].omschrijving if plekken else ""
    regels = [f"{taal.stap_kop} {taal.stappen[stap]}"] if stap else []
    gezegd = _zeg("\n".join([*regels, taal.vragen[naam].replace("{plaats}", plaats)]), taal, huis, antwoord)
    if toestand.taal != ANDERS:
        return [gezegd]
    return [gezegd, _nederlands(Antwoord(vragen.vraagtekst(str(toestand.vraag), toestand, huis)))]


def _intro(antwoorden: list[Antwoord], toestand: Toestand, taal: Taal, huis: Huis) -> Antwoord:
    """Who speaks, once in a talk; with a human contact where no reply names one."""
    regels = [huis.kennis.tekst("andere_taal")] if toestand.taal == ANDERS else []
    mens = _zeg(taal.mens, taal, huis).tekst
    zonder_mens = not any(mens in a.tekst for a in antwoorden)
    return _zeg("\n".join([*regels, taal.intro, *([taal.mens] if zonder_mens else [])]), taal, huis)


def _nederlands(antwoord: Antwoord) -> Antwoord:
    return Antwoord(antwoord.tekst, antwoord.knoppen, {**antwoord.custom, "lang": NEDERLANDS, "dir": "ltr"})


def _zeg(tekst: str, taal: Taal, huis: Huis, zoals: Antwoord | None = None) -> Antwoord:
    """A reply in the language, its numbers filled in, marked for screen and screen reader."""
    gevuld = kaart.vul_nummers(tekst, huis.kennis, taal.of, rechts=taal.richting == "rtl")
    merk = {"lang": taal.code, "dir": taal.richting}
    return Antwoord(gevuld, zoals.knoppen if zoals else (), {**(zoals.custom if zoals else {}), **merk})


def _links(waarde: str, taal: Taal) -> str:
    return kaart.links_naar_rechts(waarde) if taal.richting == "rtl" else waarde


def _knoppen(antwoorden: list[Antwoord], titels: dict[str, str]) -> tuple[Antwoord, ...]:
    """All choices under the last reply, with their titles in the language."""
    alle = dict.fromkeys(Knop(titels.get(k.titel, k.titel), k.doel) for a in antwoorden for k in a.knoppen)
    zonder = [Antwoord(a.tekst, (), a.custom) for a in antwoorden]
    return (*zonder[:-1], Antwoord(zonder[-1].tekst, tuple(alle), zonder[-1].custom))

"""The last answer again, shorter and in easier words, for who says that it was too difficult."""

from __future__ import annotations

import re

from wegwijzer.gesprek import mens, onderwerp, stappen, vragen
from wegwijzer.gesprek.duiding import Duiding
from wegwijzer.gesprek.knoppen import documentknoppen, vervolgknoppen
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Toestand, woorden
from wegwijzer.huis import Huis
from wegwijzer.kennis.eenvoudig import MEESTE_WOORDEN, zinnen
from wegwijzer.kennis.jongere import spreekt_ouders_aan
from wegwijzer.kennis.model import STAPPEN
from wegwijzer.pad import kaart
from wegwijzer.pad.situatie import Situatie
from wegwijzer.taal.schoon import kaal

ONDERWERP = "eenvoudiger_of_andere_taal"
"""The topic that asks for easier words, or for another language."""
MEESTE = 10
"""A request for easier words that is recognised without the classifier has at most so many words."""

_MOEILIJK = re.compile(
    r"\bte moeilijk\b|\bmoeilijke (?:woorden|taal|zinnen)\b|\b(?:simpeler|makkelijker|eenvoudiger)\b"
    r"|\b(?:simpele|makkelijke|eenvoudige|gewone) (?:woorden|taal|zinnen)\b|\bjip en janneke|\bkan het korter\b"
    r"|\b(?:snap|begrijp)\b(?: (?:er|het|dit|dat|u|je|hier|echt|ook|helemaal)){0,3}"
    r" (?:niks|niets|niet|geen (?:bal|snars))\b"
    r"|\bniet (?:zo |heel |erg )?goed nederlands\b|\bnederlands(?: \w+)? (?:niet (?:zo |heel )?goed|slecht|moeilijk)\b"
)
_GAAT_OVER = re.compile(
    r"\b(?:kind|kinderen|zoon|dochter|jongen|meisje|hij|zij|ze|hem|haar|les|lessen|huiswerk|werk|rekenen|toets|niveau|juf"
    r"|meester|leraar|klas|school|stof|vwo|havo|vmbo|opp|tlv|brief|wat|waarom|hoe)\b"
)
"""What shows that something else is too difficult, or not understood, than our answer."""
_TAAL = re.compile(r"\b(?:taal|talen|vertaal|vertaald|vertaling|vertalen|tolk|spreek|spreekt|language|speak)\b")


def duid(bericht: Bericht) -> Duiding | None:
    """The request for easier words, where the words alone show it."""
    tekst = kaal(bericht.tekst)
    if len(tekst.split()) > MEESTE or not _MOEILIJK.search(tekst) or _GAAT_OVER.search(tekst):
        return None
    return Duiding("onderwerp", ONDERWERP, onderwerpen=(ONDERWERP,), waarom="vraagt het makkelijker")


def laatst(uit: Beurt, huis: Huis) -> str | None:
    """What this turn showed, as Toestand.laatst keeps it; what was shown before where this turn shows nothing new."""
    toestand = uit.toestand
    if uit.topic == ONDERWERP:
        return toestand.laatst
    for antwoord in uit.antwoorden:
        if "stap" in antwoord.custom:
            return f"stap:{STAPPEN[int(antwoord.custom['stap']) - 1]}"
    if uit.topic in huis.kennis.onderwerpen:
        return f"onderwerp:{uit.topic}"
    if uit.topic == "pad" and toestand.vraag in vragen.VRAGEN:
        return f"vraag:{toestand.vraag}"
    return toestand.laatst


def nog_eens(waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """What was last shown in easier words, with the same contact; without that, what the assistant does."""
    soort, _, naam = (toestand.laatst or "").partition(":")
    tekst = kaal(bericht.tekst)
    if _TAAL.search(tekst) and not _MOEILIJK.search(tekst):
        soort = "taal"
    if soort == "stap":
        antwoord = stap(naam, bericht, toestand, huis)
    elif soort == "onderwerp":
        verder = huis.kennis.onderwerpen[naam].verder
        antwoord = van_onderwerp(naam, bericht, toestand, huis)
        knoppen = vervolgknoppen(toestand, huis, verder, documentknoppen(naam, toestand, huis))
        antwoord = Antwoord(antwoord.tekst, knoppen, antwoord.custom)
    elif soort == "vraag" and toestand.vraag == naam:
        zin = huis.kennis.tekst("eenvoudige_vraag", vraag=vragen.vraagtekst(naam, toestand, huis))
        antwoord = Antwoord(zin, tuple(toestand.keuzes))
    elif soort == "nood":
        antwoord = _nood(naam, bericht, huis)
    else:
        knoppen = vervolgknoppen(toestand, huis, ("kind_zit_thuis_wat_nu", "dreigt_uit_te_vallen"))
        gekozen = huis.kennis.onderwerpen[ONDERWERP]
        if soort == "taal":
            zoals = onderwerp.antwoord(gekozen, toestand.situatie, huis, bericht.nu)
        else:
            zoals = van_onderwerp(ONDERWERP, bericht, toestand, huis)
        antwoord = Antwoord(zoals.tekst, knoppen, zoals.custom)
    return Beurt((antwoord,), toestand, ONDERWERP, (ONDERWERP,), f"makkelijker gezegd: {toestand.laatst}")


def stap(naam: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Antwoord:
    """A step of the road in easy words, with its contact and choices, and what must not be left out."""
    gewoon = stappen.toon(naam, toestand, huis, bericht.nu)[0]
    regels = [huis.kennis.stappen[naam].eenvoudig or huis.kennis.stappen[naam].doe[0]]
    regels += contactregel(stapcontact(naam, gewoon, huis), huis)
    regels += [v for v in (huis.kennis.tekst("stap_kop_speciaal"), huis.kennis.tekst("laag")) if v in gewoon.tekst]
    return Antwoord("\n".join(regels), gewoon.knoppen, gewoon.custom)


def stapcontact(naam: str, gewoon: Antwoord, huis: Huis) -> kaart.KortContact | None:
    """Whom to reach for a step that was shown; without a region's own contact the national way to a steunpunt."""
    contact = kaart.eerste_contact(gewoon.custom)
    if contact is None and naam == "samenwerkingsverband":
        wie = huis.kennis.organisaties["ouder_en_jeugdsteunpunt"].naam
        return kaart.KortContact(wie, huis.kennis.tekst(kaart.STEUNPUNT_KAART))
    return contact


def van_onderwerp(naam: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Antwoord:
    """A topic's answer in easy words, with its contact; without choices."""
    gekozen = huis.kennis.onderwerpen[naam]
    gewoon = onderwerp.antwoord(gekozen, toestand.situatie, huis, bericht.nu)
    kort = _kort(naam, toestand.situatie, huis)
    if toestand.situatie.kind == "ik" and spreekt_ouders_aan(kort):
        kort = f"{huis.kennis.tekst('voor_ouders')} {kort}"
    regels = [kort]
    if gekozen.bereikbaar:
        kaarten = onderwerp.kaarten_van(mens.contacten(gekozen.contact, toestand.situatie), toestand.situatie, huis)
        return Antwoord("\n".join([*regels, *mens.mensen(kaarten, huis, bericht.nu)[:1]]), (), gewoon.custom)
    return Antwoord("\n".join([*regels, *contactregel(kaart.eerste_contact(gewoon.custom), huis)]), (), gewoon.custom)


def contactregel(contact: kaart.KortContact | None, huis: Huis) -> list[str]:
    """Who, and how to reach them, as one line; nothing where that is not known."""
    if contact is None:
        return []
    waarde = contact.waarde if contact.zeker else f"{contact.waarde} ({kaart.CONTROLEER})"
    return [huis.kennis.tekst("stap_contact", wie=contact.wie, contact=waarde)]


def _kort(naam: str, situatie: Situatie, huis: Huis) -> str:
    """The easy text of the variant that fits; without one, the first sentences of the answer itself."""
    gekozen = huis.kennis.onderwerpen[naam]
    variant = onderwerp.kies_variant(gekozen, situatie)
    eigen = variant.eenvoudig if variant else gekozen.eenvoudig
    return eigen or eerste_zinnen(variant.antwoord if variant else gekozen.antwoord)


def eerste_zinnen(tekst: str) -> str:
    """As many whole sentences as an easy text may have words, at least one."""
    gekozen: list[str] = []
    for zin in zinnen(tekst):
        if gekozen and woorden((*gekozen, zin)) > MEESTE_WOORDEN:
            break
        gekozen.append(zin)
    return " ".join(gekozen)


def _nood(soort: str, bericht: Bericht, huis: Huis) -> Antwoord:
    antwoorden = huis.kennis.noodhulp["antwoorden"]
    gekozen = antwoorden.get(soort) or antwoorden["direct_gevaar"]
    kaarten = [
        kaart.van_organisatie(huis.kennis.organisaties[o]).data(bericht.nu)
        for o in gekozen["organisaties"]
        if o in huis.kennis.organisaties
    ]
    custom = {"kaart": kaarten[0], "kaarten": kaarten} if kaarten else {}
    return Antwoord(eerste_zinnen(kaart.vul_nummers(gekozen["tekst"], huis.kennis)), custom=custom)

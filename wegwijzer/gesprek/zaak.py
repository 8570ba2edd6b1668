"""What leans on a decision that was told before: "hoelang heb ik om bezwaar te maken", "dat willen wij niet"."""

from __future__ import annotations

import re

from wegwijzer.gesprek import termijn, vragen
from wegwijzer.gesprek.deelvraag import over_bezwaar
from wegwijzer.gesprek.duiding import Duiding
from wegwijzer.gesprek.gebeurtenis import VRAAG as GEBEURTENIS
from wegwijzer.gesprek.herhaling import net_gezegd
from wegwijzer.gesprek.knoppen import vervolgknoppen
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Toestand
from wegwijzer.gesprek.onderwerp import contactregel, kaarten_van, kies_variant
from wegwijzer.huis import Huis
from wegwijzer.kennis.model import Onderwerp
from wegwijzer.taal.schoon import kaal

SOORT = "zaak"
"""`Duiding.soort`; the label is the topic about not agreeing with the decision."""
MEESTE = 14
"""A message that leans on a decision has at most so many words."""
ONEENS = {
    "schorsing": "schorsing",
    "schorsing_zonder_brief": "schorsing",
    "verwijdering": "verwijdering",
    "aanmelden_geweigerd": "aanmelden_geweigerd",
    "tlv_speciaal_onderwijs": "tlv_oneens",
    "tlv_oneens": "tlv_oneens",
    "opp_wat_is_dat": "opp_niet_eens",
    "opp_niet_eens": "opp_niet_eens",
    "vrijstelling_aangeraden": "vrijstelling_aangeraden",
    "vrijstelling_5a": "vrijstelling_aangeraden",
}
"""The topic that was last talked of → the one about not agreeing with it."""
VAN_SITUATIE = {"verwijderd": "verwijdering", "geschorst": "schorsing", "geweigerd": "aanmelden_geweigerd"}
"""The same for what is known of the child, where the talk went on to other things."""
GESCHIL = "gpo_geschil"
VIA_GESCHIL = frozenset({"verwijdering", "aanmelden_geweigerd", "opp_niet_eens"})
"""Of these that committee judges: what it costs and how long it takes stands in its own topic."""
BUITEN_STAP = VIA_GESCHIL | {"schorsing", "schorsing_zonder_brief", "tlv_oneens", "klacht_indienen"}
ZONDER_DUUR = VIA_GESCHIL | {"schorsing", "schorsing_zonder_brief", "tlv_oneens"}
"""What the step of complaints costs, and how long it takes, is not true of each of these."""
KLACHT = "klacht_indienen"
_EIGEN = re.compile(
    r"\b(?:tlv|opp|schors\w*|geschorst|verwijder\w*|vrijstelling|klacht\w*|leerplicht\w*|advies|boete)\b"
)
"""Who names the matter leans on nothing."""
_TERMIJN = re.compile(
    r"\b(?:hoe ?lang|hoeveel (?:tijd|dagen|weken)|tot wanneer|binnen (?:hoeveel|welke|hoe)|hoe snel|wanneer)\b"
    r"(?: \w+){0,8} (?:bezwaar\w*|protest\w*|reageren|tegenin|geschil|tegen te (?:doen|gaan|beginnen)|in te dienen)\b"
)
_DAARVOOR = re.compile(
    r"^(?:(?:en|maar|ok|oke|dus) ){0,2}(?:hoe ?lang|hoeveel (?:tijd|dagen|weken)) (?:heb|hebben) (?:ik|we|wij)"
    r"(?: (?:daar|daarvoor|hiervoor|nog|dan|nu|de|tijd|voor)){0,4}$"
)
_NIET = re.compile(
    r"\b(?:wij|we|ik) (?:wil|willen|wilde|wilden) (?:dat|dit|het) (?:\w+ )?niet\b"
    r"|\b(?:dat|dit) (?:wil|willen) (?:ik|we|wij) (?:\w+ ){0,2}niet\b"
    r"|\b(?:ik|we|wij) (?:ben|zijn|is) (?:het )?(?:daar|hier|er) (?:\w+ ){0,2}niet mee eens\b"
    r"|\b(?:daar|hier) (?:ben|zijn) (?:ik|we|wij) het (?:\w+ )?niet mee eens\b"
    r"|\bals (?:ik|we|wij) (?:het )?(?:er|daar|hier|dat) (?:het )?(?:\w+ )?niet (?:mee eens|wil|willen)\b"
    r"|\bals (?:ik|we|wij) (?:dan |toch |gewoon )?"
    r"(?:nee (?:blijven |blijf )?zeg(?:gen)?|blijven? weigeren|weiger(?:en)?"
    r"|niet (?:teken(?:en)?|meewerken?|akkoord (?:ga|gaan)))\b"
    r"|^(?:(?:en|maar|ok|oke) ){0,2}(?:het )?niet (?:mee )?eens$"
    r"|\b(?:kan|kunnen|mag|mogen) (?:ik|we|wij) (?:dat|dit|het) (?:\w+ )?(?:weigeren|tegenhouden|afwijzen)\b"
    r"|\b(?:kan|kunnen) (?:ik|we|wij) (?:daar|hier|er) (?:\w+ ){0,2}(?:iets |wat )?tegen (?:doen|beginnen|in)\b"
    r"|\b(?:waar|hoe|kan|kunnen|mag|mogen) (?:\w+ ){0,3}bezwaar (?:tegen )?(?:maken|indienen)\b"
    r"|\b(?:bij|aan|tegen) wie (?:\w+ ){0,4}bezwaar\b"
)
_OVER_BEZWAAR = re.compile(
    r"\b(?:zes weken|bezwaar|geschillencommissie|hoeft|alleen u|allebei|tekent?|teken|na het voorval)\b", re.IGNORECASE
)
_ZIN = re.compile(r"(?<=[.?!]) ")
MBO = "klacht_indienen"
"""At an mbo school all objections go to one desk, of which this topic tells."""


def gebeurd(toestand: Toestand) -> list[str]:
    """The topics of the decisions that fell on the child, in the order of VAN_SITUATIE."""
    return [onderwerp for s, onderwerp in VAN_SITUATIE.items() if s in toestand.situatie.situatie]


def waarover(toestand: Toestand) -> str | None:
    """The topic about not agreeing with the decision of which the talk is; None where there is none."""
    situatie = toestand.situatie
    if situatie.onderwerp in ONEENS:
        return ONEENS[situatie.onderwerp]
    return next(iter(gebeurd(toestand)), None)


def duid(bericht: Bericht, toestand: Toestand, huis: Huis) -> Duiding | None:
    """A question or a refusal that names no matter of its own, while the talk is about a decision."""
    woorden = kaal(bericht.tekst)
    if len(woorden.split()) > MEESTE or _EIGEN.search(woorden) or toestand.gekozen(bericht.tekst) is not None:
        return None
    over = waarover(toestand)
    if over is None and toestand.situatie.onderwerp == KLACHT and not _NIET.search(woorden):
        over = KLACHT
    if over is None or not (_TERMIJN.search(woorden) or _DAARVOOR.search(woorden) or _NIET.search(woorden)):
        return None
    gebeurtenis = huis.kennis.termijnen.van_onderwerp(over)
    bekend = gebeurtenis is not None and gebeurtenis.id in toestand.situatie.gebeurtenissen
    if bekend and over != "schorsing" and not _NIET.search(woorden):
        toestand.gebeurtenis = gebeurtenis.id if gebeurtenis else None
        return Duiding(termijn.SOORT, termijn.HOE_LANG, onderwerpen=(over,), waarom=f"termijn van {over}")
    return Duiding(SOORT, over, onderwerpen=(over,), waarom=f"leunt op {over}")


def antwoord(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """What can be done against the decision and until when, with the contact."""
    over = str(duiding.label)
    if over == "schorsing" and toestand.situatie.onderwijssoort == "mbo":
        over = MBO
    onderwerp = huis.kennis.onderwerpen[over]
    regels = [zinnen_over(onderwerp, toestand)]
    variant = kies_variant(onderwerp, toestand.situatie)
    namen = variant.contact if variant and variant.contact is not None else onderwerp.contact
    kaarten = kaarten_van(namen, toestand.situatie, huis)
    if contact := contactregel(kaarten, regels, huis):
        regels.append(contact)
    if net_gezegd("\n".join(regels), toestand):
        regels[0] = _ZIN.split(regels[0])[0]
    data = [k.data(bericht.nu) for k in kaarten]
    custom = {"kaart": data[0], "kaarten": data} if data else {}
    toestand.situatie.onderwerp = over
    if toestand.vraag == GEBEURTENIS:
        toestand.vraag = None
    if terug := vragen.kom_terug(toestand, huis):
        return Beurt((Antwoord("\n".join(regels), custom=custom), terug), toestand, over, (over,), duiding.waarom)
    knoppen = vervolgknoppen(toestand, huis, onderwerp.verder)
    return Beurt((Antwoord("\n".join(regels), knoppen, custom),), toestand, over, (over,), duiding.waarom)


def zinnen_over(onderwerp: Onderwerp, toestand: Toestand) -> str:
    """What the topic says of objections: its own answer on them, else its sentences on them, else all of it."""
    eigen = over_bezwaar(onderwerp)
    if eigen is not None:
        return " ".join(f"{eigen.antwoord} {eigen.doe_nu or ''}".split())
    variant = kies_variant(onderwerp, toestand.situatie)
    tekst = " ".join((variant.antwoord if variant else onderwerp.antwoord).split())
    return " ".join(z for z in _ZIN.split(tekst) if _OVER_BEZWAAR.search(z)) or tekst
